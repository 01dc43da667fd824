"""A journal's own rules written in ISO Schematron with the xslt2 binding, run by saxonche (extra `[schematron]`)."""
