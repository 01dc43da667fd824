"""CSL-JSON: the items that citation processors and reference managers read.

Source of the names: the CSL 1.0.2 specification, appendix III and IV, and its JSON schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jats.citations.fields import Fields

_TYPES = {
    "journal": "article-journal", "newspaper": "article-newspaper", "book": "book", "chapter": "chapter",
    "conference": "paper-conference", "thesis": "thesis", "report": "report", "webpage": "webpage", "preprint": "article",
    "patent": "patent", "legal-doc": "legislation", "standard": "standard", "software": "software", "data": "dataset",
    "database": "dataset",
}  # fmt: skip
_FIELDS = {
    "article_title": "title", "chapter_title": "title", "source": "container-title", "volume": "volume", "issue": "issue",
    "supplement": "supplement", "publisher": "publisher", "publisher_loc": "publisher-place", "edition": "edition",
    "series": "collection-title", "size": "number-of-pages", "conf_name": "event-title", "conf_loc": "event-place",
    "degree": "genre", "number": "number", "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "issn": "ISSN",
    "elocation": "number", "medium": "medium", "status": "status", "trans_title": "translated-title",
}  # fmt: skip
_ROLES = {"authors": "author", "editors": "editor", "translators": "translator"}
_ALONE = ("book", "thesis", "report", "webpage", "software", "data", "legal-doc", "standard", "patent")
"""Kinds whose source is their own title."""

Item = dict[str, Any]


def to_csl(kind: str, fields: Fields, name: str) -> Item:
    """One reference as a CSL item with the identifier `name`."""
    item: Item = {"id": name, "type": _TYPES.get(kind, "document")}
    for role, ours in _ROLES.items():
        people = fields.get(role)
        if isinstance(people, list):
            item[ours] = [_name(person) for person in people]
    for group in _listed(fields.get("collab")):
        item.setdefault("author", []).append({"literal": group})
    for field, ours in _FIELDS.items():
        if field in fields:
            item.setdefault(ours, str(fields[field]))
    if kind in _ALONE and "title" not in item and "container-title" in item:
        item["title"] = item.pop("container-title")
    _put_rest(item, fields)
    return item


def _put_rest(item: Item, fields: Fields) -> None:
    year = str(fields.get("year", ""))
    if year[:4].isdigit():
        item["issued"] = {"date-parts": [[int(year[:4])]]}
        if year[4:]:
            item["year-suffix"] = year[4:]
    elif year:
        item["issued"] = {"literal": year}
    if "fpage" in fields:
        item["page"] = "-".join(str(fields[name]) for name in ("fpage", "lpage") if name in fields)
    if "date_in_citation" in fields:
        item["accessed"] = {"literal": str(fields["date_in_citation"])}
    urls = _listed(fields.get("url"))
    if urls:
        item["URL"] = urls[0]
    if "arxiv" in fields:
        item["archive"], item["archive_location"] = "arXiv", str(fields["arxiv"])


def _name(person: Mapping[str, str]) -> dict[str, str]:
    names = {"surname": "family", "given": "given", "suffix": "suffix"}
    return {ours: person[key] for key, ours in names.items() if key in person}


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
