"""HTML pages of articles: the meta tags, the data for search engines, and then what the page shows."""
