"""References as other programs keep them, read into the vocabulary of the article file, and written from it."""
