"""Words, names and the model that the reading of references uses."""
