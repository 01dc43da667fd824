"""Rules on keywords and on subjects in the table of contents."""
