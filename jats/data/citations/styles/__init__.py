"""Citation styles of our own, for standards that no installable package of styles has."""
