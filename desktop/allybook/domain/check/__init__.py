"""Who follows back, what changed since, and how to treat people well about it."""
