"""The identifier of an article, to join results with other data."""

from __future__ import annotations

from lxml import etree

_KINDS = ("doi", "pmcid", "pmc")
_LONGEST = 200


def identity(root: etree._Element) -> str | None:
    """The article's own DOI, else its PMCID, as written; None if it has neither."""
    found: dict[str, str] = {}
    for element in root.iterfind("{*}front/{*}article-meta/{*}article-id"):
        text = " ".join("".join(element.itertext()).split())
        if text and len(text) <= _LONGEST:
            found.setdefault(element.get("pub-id-type", ""), text)
    kind = next((kind for kind in _KINDS if kind in found), None)
    if kind is None:
        return None
    return found[kind] if kind == "doi" or found[kind].upper().startswith("PMC") else f"PMC{found[kind]}"
