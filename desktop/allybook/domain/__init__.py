"""What Allybook knows: plain values and rules, with no I/O, no clock and no chance of its own."""
