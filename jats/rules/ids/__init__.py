"""Rules on identifiers of articles and their parts."""
