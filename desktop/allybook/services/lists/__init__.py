"""X Lists as X shows them, and what others did to them."""
