"""What importers of platforms' exports share: values that remember whether they were taken, mapping tables, marked-up texts."""
