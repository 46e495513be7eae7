"""Signing in at X: the attempt, the way back from the browser, X's counter for tokens."""
