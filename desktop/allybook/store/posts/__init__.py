"""Posts as they come in: written once, compared with those around them, erased."""
