"""Spreadsheets: one article per row, columns named as the fields of the article file or mapped in `jats.toml`."""
