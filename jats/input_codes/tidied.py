"""Messages about what was said better without changing what it says."""

from __future__ import annotations

from jats.findings import Severity
from jats.input_codes.make import code, quoted


@code("INP201", Severity.INFO)
def identifier_normalised(given: str, taken: str) -> str:
    """An identifier was brought into its normal form.

    Why: services compare identifiers letter by letter, so each has one form: a DOI without its resolver, an ISSN with its hyphen.
    Wrong: # article.yaml
        doi: https://doi.org/10.5555/tides
    Right: # article.yaml
        doi: 10.5555/tides
    Source: Crossref, ORCID, ISSN, ROR: their display and deposit guidelines
    """
    return f"{quoted(given)} is taken as {quoted(taken)}"
