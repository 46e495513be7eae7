"""What about a person calls for care: word lists, and where a text names something of them."""
