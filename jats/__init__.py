"""JATS XML from article data, and the verdict on anybody's JATS."""
