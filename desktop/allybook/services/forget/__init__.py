"""Forget a person, wherever they are remembered."""
