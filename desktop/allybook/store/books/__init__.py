"""Books: entries kept for ever, their folds, the shelf they stand on, the trash."""
