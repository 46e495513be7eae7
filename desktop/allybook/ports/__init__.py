"""The doors of the core: what services need from the outside, and nothing of how.

Each door is imported from its own module: a command needs few of them.
"""
