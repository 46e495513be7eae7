"""Filters as SQL, and what a view asks of the posts."""
