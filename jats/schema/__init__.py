"""Which schema a document is judged by, the compiled schemas themselves, and the verdict."""
