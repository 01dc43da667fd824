"""Rules on references: the list, what each citation has, and what their deposit needs."""
