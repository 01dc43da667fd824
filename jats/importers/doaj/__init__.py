"""DOAJ: articles as XML and as JSON."""
