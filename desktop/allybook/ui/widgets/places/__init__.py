"""The places of a tab: views, sources, books, campaigns, at the left."""
