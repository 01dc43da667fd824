"""Identifiers in a reference, found by their grammar alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.citations.spans import Span
from jats.citations.tokens import Tokens

_DOI_ADDRESS = re.compile(
    r"https?\s?:\s?//(?:dx\.|www\.)?doi\.org/(?:https?://(?:dx\.)?doi\.org/|doi:)?", re.IGNORECASE
)
_PMID_NAMES = frozenset(("pmid", "pubmed", "medline"))


def identifiers_in(tokens: Tokens) -> Iterator[Span]:
    """The spans of DOIs, addresses, PMIDs, PMC, arXiv, ISBN and ISSN numbers; a doi.org address is the DOI inside it."""
    for i, kind in enumerate(tokens.kinds):
        if kind == "url":
            yield _address(tokens, i)
        elif kind != "word":
            yield Span(tokens.starts[i], tokens.ends[i], kind)
        elif i and tokens.words[i].isdigit() and _is_pmid(tokens, i):
            yield Span(tokens.starts[i], tokens.ends[i], "pmid")


def _address(tokens: Tokens, i: int) -> Span:
    start, end = tokens.starts[i], tokens.ends[i]
    doi = _DOI_ADDRESS.match(tokens.words[i])
    if doi and tokens.words[i][doi.end() :].startswith("10."):
        return Span(start + doi.end(), end, "doi")
    return Span(start, end, "url")


def _is_pmid(tokens: Tokens, i: int) -> bool:
    return tokens.words[i - 1].lower() in _PMID_NAMES and tokens.gaps[i].strip() in (":", "", ".", "：")
