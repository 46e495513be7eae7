"""A scheduled conversation around a hashtag: its questions, its people, whom they shared."""
