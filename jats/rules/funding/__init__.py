"""Rules on funders and awards."""
