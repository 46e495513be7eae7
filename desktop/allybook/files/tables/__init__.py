"""Tables and texts in: where they begin, and what their columns are."""
