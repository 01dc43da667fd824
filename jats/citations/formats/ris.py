"""RIS, as reference managers take it; written by rispy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jats.citations.formats.bibtex import Left
from jats.citations.formats.csl import Item
from jats.citations.formats.tables import pairs

_TYPES = {
    "article-journal": "JOUR", "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
    "collection": "CONF", "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "patent": "PAT", "legislation": "STAT",
    "standard": "STAND", "software": "COMP", "dataset": "DATA", "map": "MAP", "motion_picture": "VIDEO", "song": "SOUND",
    "personal_communication": "PCOMM",
}  # fmt: skip
_PEOPLE = {"author": "authors", "editor": "secondary_authors", "collection-editor": "tertiary_authors",
           "translator": "subsidiary_authors"}  # fmt: skip
_DONE = frozenset(("id", "type", "custom", "issued", "page", "number", "URL", "ISBN", "ISSN", "PMCID", "genre", "accessed",
                   "event-place", "abstract"))  # fmt: skip
_WITH_EDITORS = frozenset(("book", "chapter", "paper-conference", "collection"))


def to_ris(items: Iterable[Item], left: Left = lambda *_: None) -> str:
    """References as RIS records."""
    import rispy  # type: ignore[import-untyped]

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Records without the number that rispy puts before each."""

        def set_header(self, count: int) -> str:  # noqa: ARG002 - rispy names it
            """Nothing: a number is not part of RIS."""
            return ""

    records = []
    for item in items:
        records.append(_record(item))
        for name in _left_out(item):
            left(item["id"], name)
    text: str = rispy.dumps(records, implementation=Writer)
    return text.lstrip("\n")


def _left_out(item: Item) -> Iterator[str]:
    ours = item.get("custom", {}).get("jats", {})
    yield from (name for name in ours if name != "trans_title" or not isinstance(ours[name], str))
    known = {*_DONE, *_PEOPLE, *pairs("csl_ris")}
    yield from (name for name in item if name not in known)
    issued = item.get("issued", {}).get("date-parts")
    if issued and len(issued) > 1:
        yield "end of the date"
    if item["type"] not in _WITH_EDITORS and "editor" in item:
        yield "editor"


def _record(item: Item) -> dict[str, Any]:
    record: dict[str, Any] = {"type_of_reference": _TYPES.get(item["type"], "GEN")}
    record |= {ours: item[field] for field, ours in pairs("csl_ris").items() if field in item}
    for role, ours in _PEOPLE.items():
        if role in item and (role != "editor" or item["type"] in _WITH_EDITORS):
            record[ours] = [_name(person) for person in item[role]]
    if "PMID" in item:
        record["name_of_database"] = "PubMed"
    record |= {ours: value for ours, value in _places_and_numbers(item) if value}
    return record


def _places_and_numbers(item: Item) -> Iterator[tuple[str, Any]]:
    parts = item.get("issued", {}).get("date-parts")
    if parts:
        yield "year", f"{parts[0][0]}"
        if len(parts[0]) > 1:
            yield "date", _date(parts[0])
    else:
        yield "year", item.get("issued", {}).get("literal")
    first, _, last = item.get("page", "").partition("-")
    yield "start_page", first or (item.get("number") if item["type"].startswith("article") else None)
    yield "end_page", last
    if not item["type"].startswith("article"):
        yield "number", item.get("number") or item.get("issue")
    yield "urls", [item["URL"]] if "URL" in item else None
    yield "issn", item.get("ISBN") or item.get("ISSN")
    yield "custom2", item.get("PMCID")
    yield "type_of_work", item.get("genre")
    yield "custom1", item.get("event-place")
    yield "translated_title", item.get("custom", {}).get("jats", {}).get("trans_title")
    accessed = item.get("accessed", {}).get("date-parts")
    yield "access_date", _date(accessed[0]) if accessed else None


def _date(parts: list[int]) -> str:
    numbers = [str(parts[0]), *(f"{part:02}" for part in parts[1:])]
    return "/".join([*numbers, "", ""][:4] if len(numbers) < 3 else [*numbers, ""])


def _name(person: dict[str, str]) -> str:
    if "literal" in person:
        return person["literal"].replace(",", " ") + ","  # as EndNote marks an organisation
    return ", ".join(person[key] for key in ("family", "given", "suffix") if key in person)
