"""Text: its characters, and what should not be in it."""
