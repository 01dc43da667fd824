"""What is true of the world: identifiers, dates, languages, licences."""
