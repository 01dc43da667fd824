"""Validation of documents: the schema's verdict, explained in findings."""
