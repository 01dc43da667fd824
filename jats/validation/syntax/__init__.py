"""Documents that are not well-formed XML: what is wrong, where, and what to write."""
