"""Reading inputs and writing outputs: files, folders, patterns, archives, and how large they may be."""
