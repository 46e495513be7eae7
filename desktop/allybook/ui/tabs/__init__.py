"""The tabs of the window; they never import each other."""
