"""Posts in, in the shapes that X and other programs write them."""
