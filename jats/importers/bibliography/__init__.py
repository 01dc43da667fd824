"""Records of reference managers as articles; `jats.citations.formats` reads the records."""
