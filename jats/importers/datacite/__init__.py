"""DataCite: the metadata of a DOI as XML and as JSON."""
