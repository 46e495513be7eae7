"""Signing in: what proves that a person agreed, and how they are asked."""
