"""Filters: one tree, its words, and the reference matcher."""
