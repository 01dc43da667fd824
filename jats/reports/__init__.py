"""Findings as bytes for people and CI."""
