"""What the columns of a table are: guessed, shown, and corrected by whoever brings it in."""
