"""Rules on the document's own declarations: version, namespaces, types, parts."""
