"""Rules on contributors."""
