"""CSL-JSON → records, as Zotero, pandoc, Crossref and DataCite write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jats.citations.formats.records import Doubt, Record, Unplaced, group, language_tag, person
from jats.citations.formats.tables import pairs, routes, rows
from jats.draft import List, Map, Node, Text
from jats.findings import Place
from jats.vocab.numbers import whole_number

_ALONE = frozenset(("book", "proceedings", "thesis", "report"))
_SPANS = re.compile(r"<span style=\"font-variant:\s*small-caps;?\">(.*?)</span>")
_NOCASE = re.compile(r"<span class=\"nocase\">(.*?)</span>")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_LAST_SEASON = 24
"""Winter in the extended date format (EDTF), which counts from 21; CSL counts from 1."""
_IN_NOTE = re.compile(r"^(PMID|PMCID|DOI|ISSN|ISBN|arXiv): *(\S+)$", re.MULTILINE | re.IGNORECASE)
"""Zotero writes variables that it has no field for as lines of the note."""
_OTHERS = re.compile(r"others|et al\.?", re.IGNORECASE)
_DATES = {"issued": "date", "accessed": "accessed", "original-date": "dates.original", "submitted": "dates.filed",
          "event-date": "conference.date", "available-date": "dates.available"}  # fmt: skip


def read_csl(root: Node | None) -> tuple[list[Record], list[Doubt]]:
    """One record for each item of a list, or of one item, and what is wrong with the file."""
    doubts: list[Doubt] = []
    made = []
    for item in _items(root):
        if not isinstance(item, Map):
            doubts.append(Doubt(item.place, "the value is not an item of CSL-JSON"))
            continue
        record = _record(item)
        if len(record.work.items) > 1 or record.extras.items:
            made.append(record)
        else:
            doubts.append(Doubt(item.place, "the item has no fields"))
    return made, doubts


def _items(root: Node | None) -> list[Node]:
    if isinstance(root, List):
        return root.items
    if isinstance(root, Map) and isinstance(inner := root.items.get("items", root.items.get("references")), List):
        return inner.items
    return [] if root is None else [root]


def _record(item: Map) -> Record:
    given = _string(item.items.get("type"))
    kind = _kinds().get(given, "journal" if "container-title" in item.items and not given else "other")
    record = Record(item.place, given)
    record.set("type", Text(kind, item.place))
    key = item.items.get("id", item.items.get("citation-key"))
    record.key = key if isinstance(key, Text) else None
    people = pairs("csl_people")
    for name, value in item.items.items():
        if name in ("type", "id", "custom"):
            continue
        if name in people:
            _people(record, name, people[name], value)
        elif name in _DATES:
            _date(record, name, _DATES[name], value)
        elif (text := _first(record, name, value)) is not None:
            field, reader = routes("csl").get(name, ("", "text"))
            _READERS[reader](record, name, field, text)
    _custom(record, item.items.get("custom"))
    return record


def _kinds() -> dict[str, str]:
    return {name: row[0] for row in rows("csl_types") for name in (row[1], *row[2].split())}


def _string(node: Node | None) -> str:
    return str(node.value).strip() if isinstance(node, Text) else ""


def _first(record: Record, name: str, value: Node) -> Text | None:
    """The text of a value; of a list the first, as Crossref has it; of DataCite's map its name."""
    if isinstance(value, Text):
        return value
    if isinstance(value, Map):
        inner = value.items.get("name")
        return inner if isinstance(inner, Text) else None
    texts = [one for one in value.items if isinstance(one, Text)]
    if name in ("keyword", "categories") and texts:
        return Text("; ".join(str(text.value) for text in texts), value.place)
    record.unplaced += [Unplaced(name, text) for text in texts[1:]]
    return texts[0] if texts else None


def _people(record: Record, name: str, field: str, value: Node) -> None:
    for one in value.items if isinstance(value, List) else [value]:
        made = _person(record, name, one)
        if made is not None:
            record.add(field, made)


def _person(record: Record, name: str, node: Node) -> Map | None:
    """A name in parts, or an organisation; particles that stay with the surname are a part of it."""
    if isinstance(node, Text):
        return group(node.place, str(node.value)) if _string(node) else None
    if isinstance(node, List) or _OTHERS.fullmatch(_string(node.items.get("literal", node.items.get("family")))):
        if isinstance(node, Map) and name == "author":
            record.set("etal", Text("yes", node.place))
        return None
    part = {key: _string(value) for key, value in node.items.items()}
    whole = part.get("literal") or part.get("name") or ""
    if whole and not part.get("family"):
        return group(node.place, whole)
    surname = " ".join(word for word in (part.get("non-dropping-particle", ""), part.get("family", "")) if word)
    given = " ".join(word for word in (part.get("given", ""), part.get("dropping-particle", "")) if word)
    if not (surname or given):
        return None
    made = person(node.place, surname or given, given if surname else "", part.get("suffix", ""))
    _about(record, name, node, made)
    return made


_PARTS = frozenset(
    ("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal", "name", "sequence",
     "comma-suffix", "static-ordering", "parse-names", "authenticated-orcid", "isInstitution", "multi")
)  # fmt: skip


def _about(record: Record, name: str, node: Map, made: Map) -> None:
    """An ORCID iD and affiliations, as Crossref and DataCite give them beside the name."""
    for key, value in node.items.items():
        if key.lower() == "orcid" and isinstance(value, Text):
            made.put("orcid", value)
        elif key == "affiliation" and isinstance(value, List):
            names = [found for one in value.items if (found := _name_of(one)) is not None]
            if names:
                made.put("affiliations", List(list(names), value.place))
        elif key not in _PARTS and isinstance(value, Text):
            record.unplaced.append(Unplaced(f"{name}.{key}", value))


def _name_of(node: Node) -> Text | None:
    found = node.items.get("name") if isinstance(node, Map) else node
    return found if isinstance(found, Text) and _string(found) else None


def _date(record: Record, name: str, field: str, value: Node) -> None:
    made = _date_node(value)
    if made is None:
        return
    if not record.set(field, made):
        record.unplaced.append(Unplaced(name, Text(str(made), value.place)))


def _date_node(value: Node) -> Node | None:
    """A date in parts, a range, a season, or words."""
    if isinstance(value, Text):
        return value if _string(value) else None
    if not isinstance(value, Map):
        return None
    parts = value.items.get("date-parts")
    days = [_iso(one) for one in parts.items] if isinstance(parts, List) else []
    days = [day for day in days if day]
    season = _string(value.items.get("season"))
    words = next((text for key in ("literal", "raw") if (text := _string(value.items.get(key)))), "")
    if not days:
        return Text(words, value.place) if words else None
    if len(days) > 1:
        return Text(f"{days[0]}/{days[1]}" if "-" in days[0] else f"{days[0]}–{days[1]}", value.place)
    if season and "-" not in days[0]:
        number = whole_number(season) or 0
        named = _SEASONS[(number - 1) % 4] if 0 < number <= _LAST_SEASON else season
        return _fields(value.place, year=days[0], season=named)
    return Text(days[0], value.place)


def _iso(parts: Node) -> str:
    numbers = [_string(one) for one in parts.items] if isinstance(parts, List) else []
    if not numbers or not numbers[0]:
        return ""
    more = [number.zfill(2) for number in numbers[1:3] if number.isdecimal()]
    return "-".join([numbers[0], *more])


def _fields(place: Place, **values: str) -> Map:
    made = Map(place)
    for key, value in values.items():
        made.put(key, Text(value, place))
    return made


def _running(record: Record, name: str, field: str, text: Text) -> None:
    """CSL's small capitals are a span; the rest of its marks are those of running text."""
    value = _NOCASE.sub(r"\1", _SPANS.sub(r"<sc>\1</sc>", str(text.value)))
    record.put(name, field, Text(" ".join(value.split()), text.place))


def _title(record: Record, name: str, field: str, text: Text) -> None:
    kind = _string(record.get("type"))
    _running(record, name, "source" if kind in _ALONE else field, text)


def _pages(record: Record, name: str, field: str, text: Text) -> None:
    is_number = re.fullmatch(r"[eE]\d{2,}|\d{6,}", str(text.value).strip()) is not None
    record.put(name, "elocation_id" if is_number else field, Text(str(text.value).strip(), text.place))


def _number(record: Record, name: str, field: str, text: Text) -> None:
    """Of an article it is the number in place of pages."""
    is_article = _string(record.get("type")) in ("journal", "preprint", "newspaper", "conference")
    record.put(name, "elocation_id" if is_article else field, text)


def _publisher(record: Record, name: str, field: str, text: Text) -> None:
    record.put(name, "institution" if _string(record.get("type")) == "thesis" else field, text)


def _genre(record: Record, name: str, field: str, text: Text) -> None:
    if _string(record.get("type")) == "thesis":
        record.put(name, field, text)
    else:
        record.add("note", text)


def _serials(record: Record, name: str, field: str, text: Text) -> None:
    """The first number; others are reported."""
    for number in re.split(r"[\s,;]+", str(text.value).strip()) if name == "ISSN" else [str(text.value)]:
        record.put(name, field, Text(number, text.place))


def _language(record: Record, name: str, field: str, text: Text) -> None:
    known = language_tag(str(text.value))
    record.put(name, field if known else "", Text(known or text.value, text.place))


def _note(record: Record, name: str, field: str, text: Text) -> None:
    def taken(found: re.Match[str]) -> str:
        kind = found[1].lower()
        record.put(found[1], "ids.arxiv" if kind == "arxiv" else kind, Text(found[2], text.place))
        return ""

    rest = _IN_NOTE.sub(taken, str(text.value)).strip()
    for line in rest.split("\n"):
        if line.strip():
            record.add(field, Text(line.strip(), text.place))


def _keywords(record: Record, name: str, field: str, text: Text) -> None:
    for word in re.split(r"(?<!\s)\s*[;,]\s*", str(text.value)):
        if word:
            record.add(field, Text(word, text.place))


def _archive(record: Record, name: str, field: str, text: Text) -> None:
    """arXiv's name and number; other archives are reported."""
    if name == "archive" and str(text.value).lower() == "arxiv":
        return
    number = re.fullmatch(r"(?:arXiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", str(text.value))
    record.put(name, "ids.arxiv" if number else "", Text(number[1], text.place) if number else text)


_READERS: dict[str, Callable[[Record, str, str, Text], None]] = {
    "text": Record.put, "running": _running, "title": _title, "pages": _pages, "number": _number, "publisher": _publisher,
    "genre": _genre, "list": Record.put, "isbn": _serials, "issn": _serials, "language": _language, "note": _note,
    "keywords": _keywords, "archive": _archive,
}  # fmt: skip


def _custom(record: Record, node: Node | None) -> None:
    """What we wrote ourselves because CSL has no variable for it; other custom data is reported."""
    if not isinstance(node, Map):
        return
    ours = node.items.get("jats")
    if isinstance(ours, Map):
        for name, value in ours.items.items():
            if not record.set(name, value):
                record.unplaced += [Unplaced(name, text) for text in _texts(value)]
    for name, value in node.items.items():
        if name != "jats":
            record.unplaced += [Unplaced(f"custom.{name}", text) for text in _texts(value)]


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    else:
        for one in node.items if isinstance(node, List) else node.items.values():
            yield from _texts(one)
