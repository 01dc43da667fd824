"""How the model of jats/citations is made; nothing here is in the wheel."""
