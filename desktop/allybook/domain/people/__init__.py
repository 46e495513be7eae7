"""People: their accounts as X shows them, what they are called, and what their bios ask for."""
