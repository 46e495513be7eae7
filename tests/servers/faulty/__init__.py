"""An X on loopback that goes wrong in every way that X, and what is between, is known for."""
