"""What was spent, and what is held back for what is not answered yet."""
