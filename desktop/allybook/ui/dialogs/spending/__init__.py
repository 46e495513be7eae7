"""Where this month's money went, what is in doubt, and how much there may be."""
