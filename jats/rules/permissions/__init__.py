"""Rules on copyright and licences."""
