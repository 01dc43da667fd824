"""Rules on related works."""
