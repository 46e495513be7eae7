"""The wizard that connects an X account, page by page."""
