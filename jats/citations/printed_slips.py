"""Slips in printed references that the parser does not read as fields: a DOI with blanks in it, or of the wrong form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jats.vocab.identifiers import doi_fault, tidy_doi

_LABELLED = re.compile(
    r"(?:\bdoi\s?:|\bdoi\.org/)\s?(?:(?:doi:|https?://(?:dx\.)?doi\.org/)\s?)?"
    r"(10\s?\.\s?\d{4,9}\s?/\s?\S{1,300}|\d\S{0,300})",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PrintedDoi:
    """A DOI as printed, what it is without doubt (None if that is not known), and what is wrong with it."""

    printed: str
    meant: str | None
    fault: str | None


def unread_doi(text: str) -> PrintedDoi | None:
    """What follows `doi:` in a reference in which no DOI was read; None if there is nothing."""
    found = _LABELLED.search(text)
    if found is None:
        return None
    meant = tidy_doi(_BLANKS.sub("", found[1]))
    fault = doi_fault(meant)
    return PrintedDoi(found[1], None if fault else meant, fault)
