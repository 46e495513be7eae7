"""Share a book as a web page: who would be on it, said before it is written."""
