"""Which schema, loaded once."""
