"""Allybook: an address book of allies for people who organise on Twitter/X."""

__version__ = "0.1.0"
