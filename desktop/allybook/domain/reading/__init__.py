"""What is read of X, and what of it was not read: sources, questions, spans, gaps."""
