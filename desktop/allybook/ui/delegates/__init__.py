"""How rows are painted, and the views that hold rows of one fixed height."""
