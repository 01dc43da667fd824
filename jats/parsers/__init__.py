"""Text as people write it, read into values: names, lists, pages, numbers, dates, HTML. Pure functions, free of XML and model."""
