"""Rules on the journal."""
