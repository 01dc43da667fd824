"""JATS elements, read and written."""
