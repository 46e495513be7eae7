"""Books: taken in, edited, filtered, merged, combined, handed on, and undone."""
