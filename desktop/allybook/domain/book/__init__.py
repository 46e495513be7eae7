"""A book of allies as a set of immutable entries, and what follows from them."""
