"""References given as a line of text: their fields beside the text, and which characters of it each field is.

The text keeps every character. A part that is not certain has no field, and stays plain text; that is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jats.draft import List, Map, Node, Path, ReadText, Text, draft_at
from jats.findings import Finding, Note
from jats.input_codes import printed
from jats.parsers.labelled import LabelledText
from jats.parsers.pages import read_pages
from jats.tidy.two_scripts import pair_scripts
from jats.vocab.dates import iso, parse_date

if TYPE_CHECKING:
    from jats.tidy.certain import Reading

_SWITCH = "INP260"
"""The code that leaves references as they are, if a person keeps it from changing texts."""
_SINGLY = 5
"""So many doubtful references of a list are reported one by one; more are reported together."""
_ABOUT = frozenset(
    ("id", "label", "type", "text", "language", "format", "publisher_type", "use", "link", "annotation", "alternatives",
     "remark", "works")
)  # fmt: skip
"""Keys beside a reference's text that say nothing of its parts; with any other key, a person has given the fields."""
_WITH_LISTS = frozenset(("references", "appendices", "sub_articles", "responses", "translations"))
"""Fields of an article in which there are lists of references."""
_OTHER_WORKS = ("products", "related_articles", "related_objects")
"""Fields of an article whose items may have such a text as their `reference`."""
_BY_NAME = frozenset((one,) for one in ("counts", "custom", "glossary", "sections", "statements", "ids"))
"""Where `references` is a name that a person chose, or a number."""
_RUNNING = frozenset(
    ("article_title", "chapter_title", "trans_title", "source", "trans_source", "series", "medium", "status", "comment")
)
"""Parts that may have marks such as `<i>`."""


class Marked(Protocol):
    """Running text by its characters without marks."""

    @property
    def plain(self) -> str:
        """The characters."""

    def part(self, start: int, end: int) -> str | None:
        """Some of them with their marks; `None` if they can't be cut out."""


ReadMarks = Callable[[str], Marked | None]
"""Reads the marks of a text; `None` if somebody has marked its parts already."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text without marks."""

    plain: str

    def part(self, start: int, end: int) -> str | None:
        return self.plain[start:end]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A reference of which parts are not certain."""

    text: Text
    path: Path
    reading: Reading


@dataclass(slots=True)
class _Work:
    """What the walk takes with it: how marks are read, where findings go, and what is doubtful in this list."""

    read_marks: ReadMarks
    note: Note
    doubts: list[_Doubt]
    complete: bool = False
    """Whether only texts that say who, what, when and where are taken for references."""


def parse_references(draft: Map, note: Note, keep: frozenset[str], read_marks: ReadMarks) -> None:
    """Parse every reference in the draft that is a line of text, in place."""
    lists = list(_lists(draft, ()))
    for items, path in lists if _SWITCH not in keep else ():
        work = _Work(read_marks, note, [])
        _parse_list(items, path, work)
        _report(work.doubts, path, note)
    pair_scripts(lists, note, keep)
    if _SWITCH not in keep:
        _parse_other_works(draft, read_marks)


def _parse_other_works(draft: Map, read_marks: ReadMarks) -> None:
    """Parse what is printed of a reviewed product or a related article; what is not a reference stays as it is."""
    work = _Work(read_marks, lambda _finding: None, [], complete=True)
    product = draft.items.get("products")
    if isinstance(product, Text):
        draft.items["products"] = _parsed_product(product, work)
    for key in _OTHER_WORKS:
        items = draft.items.get(key)
        for way, item in _entries(items) if isinstance(items, List | Map) else ():
            if key == "products" and isinstance(items, List) and isinstance(item, Text):
                items.items[int(way)] = _parsed_product(item, work)
            elif isinstance(item, Map):
                _parse_inner(item, work)


def _parsed_product(text: Text, work: _Work) -> Node:
    entry = _parsed(text, None, (), work)
    if entry is None:
        return text
    product = Map(text.place)
    product.put("reference", entry)
    return product


def _parse_inner(item: Map, work: _Work) -> None:
    """Parse the `reference` of a product or a related article."""
    inner = item.items.get("reference")
    if isinstance(inner, Text):
        item.items["reference"] = _parsed(inner, None, (), work) or inner
    elif isinstance(inner, Map):
        _parse_entry(inner, (), work)


def _lists(node: Node, path: Path) -> Iterator[tuple[List, Path]]:
    """Every list of references, those of appendices and of articles inside the article too; one alone becomes a list."""
    for step, value in _entries(node):
        if step == "references" and path[-1:] not in _BY_NAME:
            if isinstance(value, Text) or (isinstance(value, Map) and "references" not in value.items):
                value = List([value], value.place)
                _put(node, step, value)
            if isinstance(value, List):
                yield value, (*path, step)
        if path or step in _WITH_LISTS:
            yield from _lists(value, (*path, step))


def _entries(node: Node) -> list[tuple[str | int, Node]]:
    if isinstance(node, Map):
        return list(node.items.items())
    return list(enumerate(node.items)) if isinstance(node, List) else []


def _put(node: Node, step: str | int, value: Node) -> None:
    if isinstance(node, Map):
        node.items[str(step)] = value


def _parse_list(items: List, path: Path, work: _Work) -> None:
    for index, item in enumerate(items.items):
        here = (*path, index)
        if isinstance(item, Text):
            items.items[index] = _parsed(item, None, here, work) or item
        elif isinstance(item, Map) and "references" not in item.items:
            _parse_entry(item, here, work)


def _parse_entry(entry: Map, path: Path, work: _Work) -> None:
    """A reference with its text beside what is said of it as a whole, and the works that are inside it."""
    text = entry.items.get("text")
    if isinstance(text, Text) and not entry.items.keys() - _ABOUT:
        _parsed(text, entry, path, work)
    for key in ("alternatives", "works"):
        inner = entry.items.get(key)
        if isinstance(inner, Text | Map):
            inner = entry.items[key] = List([inner], inner.place)
        if isinstance(inner, List):
            _parse_list(inner, (*path, key), work)


def _parsed(text: Text, entry: Map | None, path: Path, work: _Work) -> Map | None:
    """The fields of a text; a person's own ones stay. `None` if it has none that are certain."""
    if not isinstance(text.value, str) or not text.value.strip():
        return None
    value = " ".join(text.value.split())
    marked: Marked | None = _Plain(value) if "<" not in value and "$" not in value else work.read_marks(value)
    if marked is None:
        return None
    from jats.tidy.certain import certain_parts  # the parser is loaded with the first line of text

    reading = certain_parts(marked.plain)
    if reading.doubtful or reading.faulty or not reading.spans:
        work.doubts.append(_Doubt(text, path, reading))
    if not reading.spans or (work.complete and not reading.complete):
        return None
    entry = entry or Map(text.place)
    labels = tuple((span.start, span.end, span.label) for span in reading.spans)
    entry.items.pop("text", None)
    entry.put("text", ReadText(value, text.place, LabelledText(value, marked.plain, labels)))
    for key, field in _fields(reading, marked).items():
        if key not in entry.items:
            entry.put(key, draft_at(field, text.place))
    return entry


def _fields(reading: Reading, marked: Marked) -> dict[str, Any]:
    """The fields as the article file has them; running text with its marks, the last page in full."""
    from jats.citations.article_fields import work_fields

    values = dict(reading.fields)
    for span in reading.spans:
        if span.label in _RUNNING and values.get(span.label) == span.of(marked.plain):
            values[span.label] = marked.part(span.start, span.end) or values[span.label]
    work = work_fields(reading.type or "", values)
    if not reading.type:
        del work["type"]
    if "month" in values and "date" in work:
        month = parse_date(f"{values['month']} {work['date']}")
        work["date"] = iso(month) if month and month.month else work["date"]
    pages = work.get("pages")
    if pages and "last" in pages:
        read = read_pages(f"{pages['first']}-{pages['last']}").value
        if read is not None and read.first == pages["first"] and read.last:
            work["pages"] = {"first": read.first, "last": read.last}
    return work


def _report(doubts: Sequence[_Doubt], path: Path, note: Note) -> None:
    """One finding for each reference, or one for a list of many."""
    faulty = [one for one in doubts if one.reading.faulty]
    for one in faulty:
        note(_fault(one))
    rest = [one for one in doubts if one.reading.doubtful or not one.reading.spans]
    if len(rest) > _SINGLY:
        first = rest[0]
        note(printed.many_doubtful(first.text.place, path, [one.text.place.line for one in rest]))
        return
    for one in rest:
        note(printed.doubtful(one.text.place, one.path, one.reading.doubtful, some=bool(one.reading.spans)))


def _fault(doubt: _Doubt) -> Finding:
    return printed.faulty(doubt.text.place, doubt.path, doubt.reading.faulty)
