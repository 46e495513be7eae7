"""Small pictures of numbers, each with its words for those who do not see it."""
