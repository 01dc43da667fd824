"""RIS, as reference managers take it; written by rispy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jats.citations.formats.csl import Item

_TYPES = {
    "article-journal": "JOUR", "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
    "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "patent": "PAT", "legislation": "STAT", "standard": "STAND",
    "software": "COMP", "dataset": "DATA",
}  # fmt: skip
_FIELDS = {
    "title": "title", "container-title": "secondary_title", "volume": "volume", "issue": "number", "publisher": "publisher",
    "publisher-place": "place_published", "edition": "edition", "DOI": "doi", "translated-title": "translated_title",
    "collection-title": "tertiary_title", "PMID": "accession_number",
}  # fmt: skip
"""CSL's variable → rispy's name of the tag."""


def to_ris(items: Iterable[Item]) -> str:
    """References as RIS records."""
    import rispy  # type: ignore[import-untyped]

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Records without the number that rispy puts before each."""

        def set_header(self, count: int) -> str:  # noqa: ARG002 - rispy names it
            """Nothing: a number is not part of RIS."""
            return ""

    text: str = rispy.dumps([_record(item) for item in items], implementation=Writer)
    return text.lstrip("\n")


def _record(item: Item) -> dict[str, Any]:
    record: dict[str, Any] = {"type_of_reference": _TYPES.get(item["type"], "GEN")}
    record |= {ours: item[field] for field, ours in _FIELDS.items() if field in item}
    for role, ours in (("author", "authors"), ("editor", "secondary_authors"), ("translator", "subsidiary_authors")):
        if role in item:
            record[ours] = [_name(person) for person in item[role]]
    issued = item.get("issued", {})
    if "date-parts" in issued:
        record["year"] = str(issued["date-parts"][0][0])
    first, _, last = item.get("page", "").partition("-")
    record |= {key: value for key, value in (("start_page", first), ("end_page", last)) if value}
    if "URL" in item:
        record["urls"] = [item["URL"]]
    numbers = [item[name] for name in ("ISBN", "ISSN") if name in item]
    if numbers:
        record["issn"] = numbers[0]
    return record


def _name(person: dict[str, str]) -> str:
    if "literal" in person:
        return person["literal"]
    return ", ".join(person[key] for key in ("family", "given", "suffix") if key in person)
