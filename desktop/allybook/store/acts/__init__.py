"""What goes to X or is done there by hand: acts, limits, ticks, turns."""
