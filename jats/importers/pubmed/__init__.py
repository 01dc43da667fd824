"""PubMed: what publishers submit, and what its services answer."""
