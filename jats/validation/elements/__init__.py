"""Elements and texts that are wrong where they are: which name, place or wrapper is meant, and what to write."""
