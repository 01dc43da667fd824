"""What the versions and tag sets of JATS cannot hold: one table, its rows by topic, and the page made from it."""
