"""Rules on sections and what stands in them: headings, lists, empty elements, floating objects."""
