"""Affiliations: their parts, their links to contributors."""
