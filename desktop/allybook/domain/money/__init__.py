"""What X charges and how often it may be asked: prices, sums in dollars, reservations, limits."""
