"""Lists of references, printed or out of another program → the same lists in a format of one's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jats.citations.article_fields import work_fields
from jats.citations.parse import ParsedReference, parse
from jats.citations.split import ListOfReferences
from jats.draft import List, Map, plain
from jats.findings import Note, Place

if TYPE_CHECKING:
    from jats.citations.formats.csl import Item
    from jats.elements.build import Element, WriteContext


@dataclass(frozen=True, slots=True)
class ListedReference:
    """One reference: its number, its fields as the article file writes them, and its reading if it came as text."""

    label: str
    work: dict[str, Any]
    parsed: ParsedReference | None = None


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list: its heading, and its references."""

    title: str
    items: tuple[ListedReference, ...]


def parsed_lists(lists: list[ListOfReferences], seen: Callable[[int], None] = lambda _: None) -> list[ReadList]:
    """Every printed reference parsed; `seen` is called after each with how many are done."""
    done = 0
    made = []
    for one in lists:
        items = []
        for item in one.items:
            parsed = parse(item.text)
            items.append(ListedReference(item.label, work_fields(parsed.type, parsed.fields), parsed))
            done += 1
            seen(done)
        made.append(ReadList(one.title, tuple(items)))
    return made


def structured_list(references: list[Map], name: str, note: Note) -> ReadList:
    """The references of another program's file, tidied as those of an article file are."""
    from jats.tidy.steps import run

    place = Place(name, 1, 1)
    root = Map(place)
    root.put("references", List(list(references), place))
    tidied = run(root, note).items["references"]
    works = [plain(one) for one in tidied.items] if isinstance(tidied, List) else []
    return ReadList("", tuple(ListedReference("", _with_short_dates(work)) for work in works))


def _with_short_dates(work: dict[str, Any]) -> dict[str, Any]:
    """Dates of year, month and day as ISO 8601 has them."""
    return {key: _short_date(value) if key in ("date", "accessed") else value for key, value in work.items()}


def _short_date(date: Any) -> Any:
    parts = ("year", "month", "day")
    if not isinstance(date, dict) or date.keys() - set(parts) or "year" not in date:
        return date
    return "-".join(date[part] for part in parts if part in date)


def _yaml(lists: list[ReadList], _note: Left) -> str:
    from jats.citations.formats.article_file import to_yaml

    return to_yaml((one.title, [(item.label, item.work, item.parsed) for item in one.items]) for one in lists)


def _jsonl(lists: list[ReadList], _note: Left) -> str:
    from jats.citations.formats.jsonl import parsed_line, work_line

    return "".join(parsed_line(one.parsed) if one.parsed else work_line(one.work) for one in _all(lists))


def _csl(lists: list[ReadList], _note: Left) -> str:
    import json

    return json.dumps(_items(lists), ensure_ascii=False, indent=2) + "\n"


def _bibtex(lists: list[ReadList], note: Left) -> str:
    from jats.citations.formats.bibtex import to_bibtex

    return to_bibtex(_items(lists), note)


def _ris(lists: list[ReadList], note: Left) -> str:
    from jats.citations.formats.ris import to_ris

    return to_ris(_items(lists), note)


def _all(lists: list[ReadList]) -> Iterator[ListedReference]:
    return (item for one in lists for item in one.items)


def _items(lists: list[ReadList]) -> list[Item]:
    from jats.citations.formats.csl import to_csl

    return [to_csl(one.work, str(one.work.get("id", f"ref{number}"))) for number, one in enumerate(_all(lists), 1)]


def _jats(lists: list[ReadList], _note: Left) -> str:
    from jats.elements.build import WriteContext
    from jats.elements.references.alone import as_text
    from jats.options import Options
    from jats.schema.catalog import variant_for
    from jats.schema.content import grammar

    usual = Options()
    variant = variant_for(usual.tag_set, usual.version)
    context = WriteContext(grammar(variant.name), usual.version, usual.tag_set)
    made = [element for number, one in enumerate(lists) for element in _ref_list(one, number, context)]
    return as_text(made, context)


def _ref_list(one: ReadList, number: int, context: WriteContext) -> list[Element]:
    from jats.elements.build import Cursor
    from jats.elements.references.alone import PrintedReference, ref_list
    from jats.elements.references.lists import write_references
    from jats.model.references import Reference

    at = Cursor(context, ("references", number))
    if any(item.parsed is None for item in one.items):
        return write_references(tuple(Reference.model_validate(item.work) for item in one.items), at)
    works = []
    for item in one.items:
        if item.parsed is not None:
            spans = tuple((span.start, span.end, span.label) for span in item.parsed.spans)
            text, language = item.parsed.text, item.work.get("language")
            works.append(PrintedReference(text, item.label, spans, item.parsed.type, language))
    return ref_list(one.title, works, at)


def printed_in_style(lists: list[ReadList], style: str) -> str:
    """The references as a citation style prints them. Raises InputError if the style is not there."""
    from jats.citations.formats.styles import to_text

    return to_text(_items(lists), style)


Left = Callable[[str, str], None]
"""Told of each reference, by its id, the field that a format cannot hold."""

FORMATS: dict[str, Callable[[list[ReadList], Left], str]] = {
    "yaml": _yaml, "jsonl": _jsonl, "jats": _jats, "csl-json": _csl, "bibtex": _bibtex, "ris": _ris,
}  # fmt: skip
"""Each format by its name: lists → text."""
