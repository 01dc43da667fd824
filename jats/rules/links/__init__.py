"""Links: to the web, by e-mail, by DOI."""
