"""The article, typed."""
