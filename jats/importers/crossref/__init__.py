"""Crossref: the JSON of its REST API, deposits, and unixref."""
