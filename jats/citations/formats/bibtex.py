"""BibTeX, written by bibtexparser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jats.citations.formats.csl import Item

_TYPES = {
    "article-journal": "article", "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "thesis": "phdthesis", "report": "techreport",
}  # fmt: skip
_FIELDS = {
    "title": "title", "volume": "volume", "issue": "number", "publisher": "publisher", "publisher-place": "address",
    "edition": "edition", "collection-title": "series", "DOI": "doi", "URL": "url", "ISBN": "isbn", "ISSN": "issn",
    "number-of-pages": "pagetotal",
}  # fmt: skip
_SPECIAL = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "~": r"\textasciitilde{}"})
_PLAIN = frozenset(("doi", "url"))
"""Fields whose characters are taken as they are."""


def to_bibtex(items: Iterable[Item]) -> str:
    """References as BibTeX entries, in Unicode; what would be a command of TeX is escaped."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field

    entries: list[Block] = [
        Entry(_TYPES.get(item["type"], "misc"), item["id"], [Field(*one) for one in _fields(item)]) for item in items
    ]
    text: str = write_string(Library(entries))
    return text


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor"):
        if role in item:
            yield role, " and ".join(_name(person) for person in item[role])
    for field, ours in _FIELDS.items():
        if field in item:
            yield ours, _escaped(ours, item[field])
    if "container-title" in item:
        holder = "journal" if item["type"].startswith("article") else "booktitle"
        yield holder, _escaped(holder, item["container-title"])
    issued = item.get("issued", {})
    if "date-parts" in issued:
        yield "year", str(issued["date-parts"][0][0]) + item.get("year-suffix", "")
    if "page" in item:
        yield "pages", item["page"].replace("-", "--")
    if item["type"] == "thesis" and "publisher" in item:
        yield "school", _escaped("school", item["publisher"])


def _name(person: dict[str, str]) -> str:
    if "literal" in person:
        return "{" + _escaped("author", person["literal"]) + "}"
    parts = [person[key] for key in ("family", "suffix", "given") if key in person]
    return _escaped("author", ", ".join(parts))


def _escaped(field: str, value: str) -> str:
    return (
        value
        if field in _PLAIN
        else value.replace("\\", r"\textbackslash{}").replace("{", r"\{").replace("}", r"\}").translate(_SPECIAL)
    )
