"""Reports of findings, for people and continuous integration."""
