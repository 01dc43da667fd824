"""Rules on references: the list, what each citation holds, and what their deposit needs."""
