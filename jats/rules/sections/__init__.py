"""Rules on sections and their content: headings, lists, empty elements, floating objects."""
