"""Drafts said better, each change noted."""
