"""What the practice network answers, one module per family of X's endpoints."""
