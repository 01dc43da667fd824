"""BibTeX, written by bibtexparser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jats.citations.formats.csl import Item
from jats.citations.formats.tables import pairs

_TYPES = {
    "article-journal": "article", "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "collection": "proceedings", "thesis": "phdthesis", "report": "techreport",
    "webpage": "online", "patent": "patent", "software": "software", "dataset": "dataset", "standard": "standard",
    "legislation": "legislation", "motion_picture": "video", "song": "audio", "personal_communication": "letter",
    "article": "online",
}  # fmt: skip
_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor"}
_SPECIAL = str.maketrans(
    {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "~": r"\textasciitilde{}", "\u00a0": "~"}
)
_PLAIN = frozenset(("doi", "url", "pmid", "pmcid", "eprint"))
"""Fields whose characters are taken as they are."""
_NUMBERED = frozenset(("report", "patent", "standard", "legislation"))
_MARKS = {"i": "emph", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript", "sc": "textsc", "tt": "texttt"}
_DONE = frozenset(("id", "type", "custom", "issued", "page", "archive", "archive_location", "container-title", "number",
                   "year-suffix", "accessed", "original-date", "event-date"))  # fmt: skip

Left = Callable[[str, str], None]
"""Called with the id of a reference and the field of it that the format cannot hold."""


def to_bibtex(items: Iterable[Item], left: Left = lambda *_: None) -> str:
    """References as BibTeX entries, in Unicode; what would be a command of TeX is escaped."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field

    entries: list[Block] = []
    for item in items:
        fields = [Field(name, value) for name, value in _fields(item)]
        entries.append(Entry(_TYPES.get(item["type"], "misc"), item["id"], fields))
        for name in _left_out(item):
            left(item["id"], name)
    text: str = write_string(Library(entries))
    return text


def _left_out(item: Item) -> Iterator[str]:
    yield from item.get("custom", {}).get("jats", {})
    known = {*_DONE, *_PEOPLE, *pairs("csl_bibtex")}
    yield from (name for name in item if name not in known)


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    for role, ours in _PEOPLE.items():
        if role in item:
            yield ours, " and ".join(_name(person) for person in item[role])
    for variable, field in pairs("csl_bibtex").items():
        if variable in item:
            yield from _field(item, variable, field)
    if "container-title" in item:
        holder = "journal" if item["type"].startswith("article") else "booktitle"
        yield holder, _escaped(holder, item["container-title"])
    if "number" in item:
        yield "number" if item["type"] in _NUMBERED else "eid", _escaped("number", item["number"])
    if "page" in item:
        yield "pages", item["page"].replace("-", "--")
    if item.get("archive") == "arXiv" and "archive_location" in item:
        yield "eprint", item["archive_location"]
        yield "eprinttype", "arxiv"
    yield from _dates(item)


def _field(item: Item, variable: str, field: str) -> Iterator[tuple[str, str]]:
    value = item[variable]
    if variable == "publisher" and item["type"] in ("thesis", "report"):
        field = "school" if item["type"] == "thesis" else "institution"
    yield field, _escaped(field, value.replace("; ", " and ") if field in ("publisher", "address") else value)


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """The year, month and day as BibTeX has them; a range as biblatex has it."""
    issued = item.get("issued", {})
    parts = issued.get("date-parts")
    if parts and len(parts) > 1:
        yield "date", f"{_iso(parts[0])}/{_iso(parts[1])}"
    elif parts:
        names = zip(("year", "month", "day"), parts[0], strict=False)
        suffix = item.get("year-suffix", "") if len(parts[0]) == 1 else ""
        yield from ((name, str(part) + (suffix if name == "year" else "")) for name, part in names)
    elif "literal" in issued:
        yield "year", _escaped("year", issued["literal"])
    for variable, field in (("accessed", "urldate"), ("original-date", "origdate"), ("event-date", "eventdate")):
        date = item.get(variable, {})
        if "date-parts" in date:
            yield field, "/".join(_iso(one) for one in date["date-parts"])
        elif "literal" in date:
            yield field, _escaped(field, date["literal"])


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:02}" for part in parts)


def _name(person: dict[str, str]) -> str:
    if person.get("literal") == "et al.":
        return "others"
    if "literal" in person:
        return "{" + _escaped("author", person["literal"]) + "}"
    parts = [person[key] for key in ("family", "suffix", "given") if key in person]
    written = _escaped("author", ", ".join(parts))
    return f"{{{written}}}" if " and " in written else written


def _escaped(field: str, value: str) -> str:
    """TeX's own characters as commands, and the marks of running text as TeX; formulas are TeX already."""
    if field in _PLAIN:
        return value
    pieces = value.split("$")
    if len(pieces) % 2 == 0:  # a dollar sign that is not of a formula
        pieces = [value]
    done = [f"${piece}$" if number % 2 else _escaped_piece(piece) for number, piece in enumerate(pieces)]
    return "".join(done)


def _escaped_piece(piece: str) -> str:
    escaped = piece.replace("\\", r"\textbackslash{}") if "\\" in piece else piece
    if "\\" not in piece:
        escaped = escaped.replace("{", r"\{").replace("}", r"\}")
    escaped = escaped.translate(_SPECIAL)
    for tag, command in _MARKS.items():
        escaped = escaped.replace(f"<{tag}>", f"\\{command}{{").replace(f"</{tag}>", "}")
    return escaped
