"""Ids and the references to them: what is wrong, and which id is meant."""
