"""Lists of references, printed or out of another program → the same lists in a format of one's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING, Any

from jats.citations.article_fields import work_fields
from jats.citations.parse import ParsedReference, parse
from jats.citations.split import ListOfReferences
from jats.draft import List, Map, Node, Text, map_at, plain
from jats.findings import Finding, Note, Place
from jats.vocab.characters import NOT_XML

if TYPE_CHECKING:
    from jats.citations.corrections import CorrectedReference, Refused
    from jats.citations.formats.bibtex import Left
    from jats.citations.formats.csl import Item


@dataclass(frozen=True, slots=True)
class ListedReference:
    """One reference: its number, its fields as the article file writes them, its place, and its reading if it came as text."""

    label: str
    work: dict[str, Any]
    place: Place
    parsed: ParsedReference | None = None


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list: its heading, and its references."""

    title: str
    items: tuple[ListedReference, ...]


def parsed_lists(
    lists: list[ListOfReferences],
    name: str = "-",
    note: Note = lambda _: None,
    seen: Callable[[int], None] = lambda _: None,
) -> list[ReadList]:
    """Every printed reference parsed; `seen` is called after each with how many are done.

    What is wrong with a reference is noted at its line of the file `name`.
    """
    done = 0
    made = []
    for one in (_without_controls(each, name, note) for each in lists):
        places = [Place(name, item.line) for item in one.items]
        parsed, drafts = [], []
        for item, place in zip(one.items, places, strict=True):
            found = parse(item.text)
            parsed.append(found)
            drafts.append(map_at(_with_pages_in_short(work_fields(found.type, found.fields)), place))
            _mend_doi(drafts[-1], found, place, note)
            done += 1
            seen(done)
        works = [_with_first_and_last(work) for work in _tidied(drafts, name, note)]
        labels = [item.label for item in one.items]
        made.append(ReadList(one.title, tuple(map(ListedReference, labels, works, places, parsed))))
    return made


def _without_controls(one: ListOfReferences, name: str, note: Note) -> ListOfReferences:
    """The list without characters that XML cannot hold; each reference that had some is noted."""
    from jats.input_codes import tidied

    items = tuple(
        replace(item, text=NOT_XML.sub("", item.text), label=NOT_XML.sub("", item.label)) for item in one.items
    )
    for before, after in zip(one.items, items, strict=True):
        if before != after:
            note(tidied.control_characters(Place(name, before.line), (), after.text))
    return replace(one, title=NOT_XML.sub("", one.title), items=items)


def _with_pages_in_short(work: dict[str, Any]) -> dict[str, Any]:
    """`{first: 754, last: 66}` as 754-66, which tidying writes out or refuses."""
    pages = work.get("pages")
    return work | {"pages": f"{pages['first']}-{pages['last']}"} if pages and "last" in pages else work


def _with_first_and_last(work: dict[str, Any]) -> dict[str, Any]:
    pages = work.get("pages")
    if isinstance(pages, dict) and "first" not in pages:
        pages = pages.get("range")
    if not isinstance(pages, str):
        return work
    first, dash, last = pages.partition("-")
    return work | {"pages": {"first": first, "last": last} if dash else {"first": first}}


def _mend_doi(draft: Map, parsed: ParsedReference, place: Place, note: Note) -> None:
    """A DOI with blanks in it is put right; one of the wrong form is reported."""
    from jats.citations.printed_slips import unread_doi
    from jats.input_codes import faults, tidied

    found = unread_doi(parsed.text) if "doi" not in draft.items else None
    if found is not None and found.fault:
        note(faults.doi(place, (), found.fault))
    elif found is not None and found.meant:
        note(tidied.identifier_normalised(place, (), found.printed, found.meant))
        draft.put("doi", Text(found.meant, place))


def structured_list(references: list[Map], name: str, note: Note) -> ReadList:
    """The references of another program's file."""
    places = [one.place for one in references]
    return ReadList("", tuple(map(ListedReference, repeat(""), _tidied(references, name, note), places)))


def _tidied(references: Sequence[Map], name: str, note: Note) -> list[dict[str, Any]]:
    """The references tidied and judged as those of an article file are."""
    from jats.tidy.steps import run

    place = Place(name, 1, 1)
    root = Map(place)
    root.put("references", List(list(references), place))
    tidied = run(root, note).items["references"]
    for finding in _identifier_faults(tidied):
        note(finding)
    return [_with_short_dates(plain(one)) for one in tidied.items] if isinstance(tidied, List) else []


def _identifier_faults(references: Node) -> Iterator[Finding]:
    """What is wrong with DOIs and other identifiers."""
    from jats.draft import texts
    from jats.input_codes import faults
    from jats.vocab.identifiers import KINDS

    for path, text in texts(references):
        kind = next((KINDS[step] for step in reversed(path) if isinstance(step, str) and step in KINDS), None)
        fault = kind.fault(text.value) if kind and isinstance(text.value, str) else None
        if kind is not None and fault:
            way = ("references", *path)
            yield (
                faults.doi(text.place, way, fault)
                if path[-1] == "doi"
                else faults.identifier(text.place, way, kind.name, fault)
            )


def _with_short_dates(work: dict[str, Any]) -> dict[str, Any]:
    """Dates of year, month and day as ISO 8601 has them."""
    return {key: _short_date(value) if key in ("date", "accessed") else value for key, value in work.items()}


def _short_date(date: Any) -> Any:
    parts = ("year", "month", "day")
    if not isinstance(date, dict) or date.keys() - set(parts) or "year" not in date:
        return date
    return "-".join(date[part] for part in parts if part in date)


def _yaml(lists: list[ReadList], _left: Left, _note: Note) -> str:
    from jats.citations.formats.article_file import to_yaml

    return to_yaml((one.title, [(item.label, item.work, item.parsed) for item in one.items]) for one in lists)


def _jsonl(lists: list[ReadList], _left: Left, _note: Note) -> str:
    from jats.citations.formats.jsonl import parsed_line, work_line

    return "".join(parsed_line(one.parsed) if one.parsed else work_line(one.work) for one in _all(lists))


def _csl(lists: list[ReadList], _left: Left, _note: Note) -> str:
    import json

    return json.dumps(_items(lists), ensure_ascii=False, indent=2) + "\n"


def _bibtex(lists: list[ReadList], left: Left, _note: Note) -> str:
    from jats.citations.formats.bibtex import to_bibtex

    return to_bibtex(_items(lists), left)


def _ris(lists: list[ReadList], left: Left, _note: Note) -> str:
    from jats.citations.formats.ris import to_ris

    return to_ris(_items(lists), left)


def _all(lists: list[ReadList]) -> Iterator[ListedReference]:
    return (item for one in lists for item in one.items)


def _items(lists: list[ReadList]) -> list[Item]:
    from jats.citations.formats.csl import to_csl

    return [to_csl(one.work, str(one.work.get("id", f"ref{number}"))) for number, one in enumerate(_all(lists), 1)]


def _jats(lists: list[ReadList], left: Left, note: Note) -> str:
    from jats.reference_lists.as_jats import to_jats

    return to_jats([(one.title, [_entry(item) for item in one.items]) for one in lists], left, note)


def _entry(item: ListedReference) -> Map:
    """A reference as an article file has it: a line of text with its number, or its fields."""
    printed = {"label": item.label, "text": item.parsed.text} if item.parsed else item.work
    return map_at({key: value for key, value in printed.items() if value != ""}, item.place)


def printed_in_style(lists: list[ReadList], style: str) -> str:
    """The references as a citation style prints them. Raises InputError if the style is not there."""
    from jats.citations.formats.styles import to_text

    return to_text(_items(lists), style)


FORMATS: dict[str, Callable[[list[ReadList], Left, Note], str]] = {
    "yaml": _yaml, "jsonl": _jsonl, "jats": _jats, "csl-json": _csl, "bibtex": _bibtex, "ris": _ris,
}  # fmt: skip
"""Each format by its name: lists → text. Writing JATS notes which parts are not certain, and lists in two scripts."""


def corrected_rows(data: bytes, name: str, note: Note) -> Iterator[CorrectedReference | Refused]:
    """The references of a file of corrections: JSON lines, or the YAML of `jats refs`."""
    from jats.article_file import read_fields
    from jats.article_file.encoding import decode_any
    from jats.citations.article_fields import labelled_fields
    from jats.citations.corrections import CorrectedReference, rows_of_json
    from jats.tidy.steps import run

    text = decode_any(data).text
    if text.lstrip().startswith("{"):
        yield from rows_of_json(text)
        return
    draft = read_fields(data, name, ".yaml", note)
    for entry in _entries(run(draft, lambda _: None) if draft else None):
        printed = entry.items.get("text")
        if isinstance(printed, Text):
            yield CorrectedReference(entry.place.line or 0, str(printed.value), labelled_fields(plain(entry)))


def _entries(node: Node | None) -> Iterator[Map]:
    """Every reference of an article file, those in lists with headings too."""
    if isinstance(node, Map) and "references" in node.items:
        below = node.items["references"]
        for item in below.items if isinstance(below, List) else [below]:
            yield from _entries(item)
    elif isinstance(node, Map):
        yield node
