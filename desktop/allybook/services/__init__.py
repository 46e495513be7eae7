"""What Allybook does: one verb a module, given what it needs by its callers."""
