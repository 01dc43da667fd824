"""A document's verdict, in findings."""
