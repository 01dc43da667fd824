"""Rules on volume, issue and pages."""
