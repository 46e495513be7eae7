"""A book as one web page, for everyone to have."""
