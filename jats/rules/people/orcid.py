"""ORCIDs of contributors."""

from __future__ import annotations

from collections.abc import Iterator

from jats.plugins import rule
from jats.rules.reading import Element, text_of
from jats.vocab.identifiers import orcid_fault, tidy_orcid


@rule("COM105", on="contrib-id", services=("common", "pmc", "crossref", "doaj", "scielo"))
def orcid_check_digit(el: Element) -> Iterator[str]:
    """An ORCID has the right check digit.

    Why: a digit was lost or swapped, so the work is credited to another person or to nobody.
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>
    Wrong (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0098</contrib-id>
    Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Source: ISO/IEC 7064 MOD 11-2; ORCID, "Structure of the ORCID Identifier"
    """
    if el.get("contrib-id-type") == "orcid" and "check digit" in (fault := orcid_fault(text_of(el)) or ""):
        yield f"ORCID {tidy_orcid(text_of(el))}: {fault}"
