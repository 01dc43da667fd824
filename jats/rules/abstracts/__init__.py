"""Rules on abstracts."""
