"""The allies tab: books, nominations, the table of a book, one ally in full."""
