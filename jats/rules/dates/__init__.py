"""Rules on dates of publication and history."""
