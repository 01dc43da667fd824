"""Documents with paragraphs (Word files, web pages) → a draft: their paragraphs are read as the lines of a page are.

The text of the article, from its first heading to the references, is left out. Marks (italics, superscripts) are put back into
the values that may have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jats.citations.split import is_heading
from jats.draft import List, Map, Text, texts
from jats.findings import Note, Place
from jats.importers.marked import Marked

_MARKED_FIELDS = frozenset(
    ("title", "subtitle", "abstract", "keywords", "references", "acknowledgements", "funding_statement", "title_notes", "notes",
     "conflict_of_interest", "appendices")
)  # fmt: skip
"""Fields of running text."""

_PROSE = 250
_SHORT = 90
_HEADINGS = ("heading", "title")
_MOST_HEADINGS = 2
_ENDS = frozenset(
    ("references", "acknowledgements", "funding", "conflict", "data", "contributions", "ethics", "about", "abstract", "keywords",
     "received", "accepted", "citation", "correspondence")
)  # fmt: skip
_RUN_IN_ENDS = frozenset(("acknowledgements", "funding", "conflict", "abstract", "keywords", "received", "citation"))
_NOT_BODY = _ENDS | {
    "title",
    "authors",
    "affiliations",
    "section",
    "udc",
    "jel",
    "msc",
    "doi",
    "issue",
    "journal",
    "licence",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, item or cell: its text with marks, its place, what it is, and whether a gap is before it.

    `style` is `title`, `heading`, `item`, `cell` or nothing; `level` is that of a heading, from 0, if the document has levels.
    """

    text: Marked
    place: Place
    style: str = ""
    gap: bool = False
    level: int | None = None


@dataclass(slots=True)
class Divided:
    """The passages that say something of the article, and those of its text."""

    kept: list[Passage] = field(default_factory=list)
    body: list[Passage] = field(default_factory=list)


def read_passages(passages: Sequence[Passage], note: Note, *, keep_phones: bool = False) -> Map:
    """The draft that passages without the article's text give; what has no place is noted."""
    from jats.importers.text_page import Block, read_lines

    blocks, in_references = [], False
    for each in passages:
        text = each.text.text
        if text.strip():
            blocks.append(Block(text, each.place, each.style, each.gap or in_references, each.text.raised()))
            kind, alone = label_of(text)
            in_references = kind == "references" if kind and alone else in_references
    draft = read_lines(blocks, note, keep_phones=keep_phones)
    restore_marks(draft, passages)
    return draft


def divide(passages: Iterable[Passage]) -> Divided:
    """The passages without the article's text: it begins with a heading and ends with the references or another label."""
    made = Divided()
    in_body, begun = False, False
    level: int | None = None
    for passage in passages:
        if in_body:
            deeper = level is not None and passage.level is not None and passage.level > level
            in_body = deeper or not _ends_body(passage)
            if not in_body and label_of(passage.text.text)[0] == "abstract":
                made.kept += _headings_before(made.body)
        elif _begins_body(passage, begun=begun):
            in_body, level = True, passage.level
        (made.body if in_body else made.kept).append(passage)
        begun = begun or passage.style == "title" or len(passage.text.text) > _PROSE
    return made


def _headings_before(body: list[Passage]) -> list[Passage]:
    """The headings right before an abstract, which are the title in its language; they are taken out of the body."""
    start = len(body)
    while start and body[start - 1].style in _HEADINGS and len(body) - start < _MOST_HEADINGS:
        start -= 1
    found = body[start:]
    del body[start:]
    return found


def label_of(text: str) -> tuple[str, bool]:
    """The kind of the label that a text begins with, and whether nothing follows it."""
    from jats.importers.text_page.labels import label_at

    found = label_at(text.strip())
    return (found.kind, found.alone) if found else ("", False)


def _begins_body(passage: Passage, *, begun: bool) -> bool:
    """Whether a passage is the heading of the first section; `begun` says that a title or a paragraph is before it."""
    text = passage.text.text.strip()
    if not text or len(text) > _SHORT or passage.style == "title":
        return False
    kind, alone = label_of(text)
    if kind == "body":
        return alone
    begun = begun or passage.level is not None
    return begun and passage.style == "heading" and kind not in _NOT_BODY and not is_heading(text)


def _ends_body(passage: Passage) -> bool:
    text = passage.text.text.strip()
    if not text:
        return False
    kind, alone = label_of(text[:400])
    if passage.style in ("cell", "item") and kind != "references":
        return False
    if kind in _RUN_IN_ENDS and not alone:
        return passage.style not in _HEADINGS
    return (kind in _ENDS and alone and len(text) <= _SHORT) or (len(text) <= _SHORT and is_heading(text))


def put_parts(affiliation: Map, text: str, place: Place) -> None:
    """The institution, departments and places that an affiliation as printed names, as fields beside its text."""
    from jats.importers.text_page.addresses import read_address

    parts = read_address(text)
    if parts.departments:
        affiliation.put("departments", List([Text(one, place) for one in parts.departments], place))
    for name in ("institution", "street", "city", "state", "postal_code", "country", "country_code"):
        value = getattr(parts, name)
        if value and not (name == "institution" and value == text):
            affiliation.put(name, Text(value, place))


def restore_marks(draft: Map, passages: Sequence[Passage]) -> None:
    """Give the values of running text the marks that their passages have."""
    by_line: dict[int | None, list[tuple[int, int]]] = {}
    for index, passage in enumerate(passages):
        by_line.setdefault(passage.place.line, []).append((passage.place.column or 1, index))
    for path, value in texts(draft):
        if path[0] in _MARKED_FIELDS and isinstance(value.value, str):
            found = _with_marks(value, passages, by_line)
            value.value = (found.without_marked_numbers() if path[0] == "references" else found).notation()


def _with_marks(value: Text, passages: Sequence[Passage], by_line: dict[int | None, list[tuple[int, int]]]) -> Marked:
    given: str = value.value
    column = value.place.column or 1
    starts = [each for each in by_line.get(value.place.line, []) if each[0] <= column]
    for start, index in sorted(starts, key=lambda each: (-each[0], each[1])):
        rest = [passages[index].text.part(column - start, len(passages[index].text.text))]
        size = len(rest[0].text)
        for passage in passages[index + 1 :]:
            if size > 2 * len(given):
                break
            rest.append(passage.text)
            size += len(passage.text.text)
        if (found := _aligned(given, rest)) is not None:
            return found
    return Marked(given)


def _aligned(given: str, parts: Sequence[Marked]) -> Marked | None:
    """The value with the marks of the passages that have the same characters; None if they do not."""
    source = [(letter, marks) for part in parts for letter, marks in _letters(part)]
    made, at = Marked(), 0
    last: frozenset[str] = frozenset()
    for letter in given:
        if letter.isspace():
            made.add(letter, last if at < len(source) and source[at][1] == last else ())
            continue
        if at >= len(source) or source[at][0] != letter:
            return None
        last = source[at][1]
        made.add(letter, last)
        at += 1
    return made


def _letters(part: Marked) -> Iterable[tuple[str, frozenset[str]]]:
    """Each character that is not a blank, with its marks."""
    at, none = 0, frozenset[str]()
    for start, end, marks in [*part.stretches, (len(part.text), len(part.text), none)]:
        yield from ((letter, none) for letter in part.text[at:start] if _counts(letter))
        yield from ((letter, marks) for letter in part.text[start:end] if _counts(letter))
        at = end


def _counts(letter: str) -> bool:
    return not letter.isspace() and letter != "\u00ad"
