"""Rules on the back matter: acknowledgements, notes, appendices, statements on data and ethics."""
