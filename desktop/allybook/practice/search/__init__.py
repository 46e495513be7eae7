"""X's query language, as far as the practice network speaks it."""
