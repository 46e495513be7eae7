"""Readings of followers, following and lists."""
