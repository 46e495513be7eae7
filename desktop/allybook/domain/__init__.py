"""What Allybook knows: plain values and rules, with no I/O, no clock and no chance of its own.

One exception: the word lists of noise are read from the files that the program ships with, when the
first post is looked at (``noise/wording``, docs/decisions/0013).
"""
