"""A BibTeX file as entries, with strings written out and inherited fields filled in; bibtexparser reads the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jats.citations.formats.records import Doubt
from jats.citations.formats.tables import rows
from jats.findings import Place
from jats.messages.words import quoted

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings that every style of BibTeX knows."""
_STRUCTURE = frozenset(("crossref", "xdata", "xref"))
_INCOMPLETE = "write a comma after its key and after each field, and close each { and the entry with }"
"""What to do about an entry that breaks off; bibtexparser gives no reason of its own for it."""
_DEEPEST = 8
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a field without its outer braces, and where it is; `bare` if it was a number or a string's name alone."""

    text: str
    place: Place
    bare: bool = False


@dataclass(slots=True)
class BibEntry:
    """An entry: its type and key, and its fields in order by their names in lower case."""

    type: str
    key: str
    place: Place
    fields: dict[str, Value] = field(default_factory=dict)


def read_entries(text: str, file: str) -> tuple[list[BibEntry], list[Doubt]]:
    """The entries of a file in order, and what is wrong with it."""
    import logging

    from bibtexparser.splitter import Splitter

    logger = logging.getLogger("bibtexparser")
    if not logger.handlers:  # it would print its own words about damaged entries, which are findings here
        logger.addHandler(logging.NullHandler())
    doubts: list[Doubt] = []
    library = Splitter(text).split()
    lines = text.split("\n")
    reader = _Reader(file, lines, _strings(library), doubts)
    entries = [entry for block in library.blocks if (entry := reader.entry(block)) is not None]
    _inherit(entries, doubts)
    return entries, doubts


def _strings(library: Library) -> dict[str, str]:
    return {month: month for month in MONTHS} | {key.lower(): one.value for key, one in library.strings_dict.items()}


@dataclass(slots=True)
class _Reader:
    """Blocks of the library → entries."""

    file: str
    lines: list[str]
    strings: Mapping[str, str]
    doubts: list[Doubt]
    unknown: set[str] = field(default_factory=set)
    known: dict[str, str] = field(default_factory=dict)

    def entry(self, block: Block) -> BibEntry | None:
        """The entry of a block; None for a remark, a string, or what cannot be read."""
        from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ImplicitComment

        place = self.place(block.start_line or 0)
        if isinstance(block, Entry):
            return self.made(block, place)
        if isinstance(block, DuplicateBlockKeyBlock) and isinstance(block.ignore_error_block, Entry):
            again = block.ignore_error_block
            self.doubts.append(Doubt(place, f"the key {quoted(again.key)} is used twice"))
            return self.made(again, place)
        if isinstance(block, DuplicateFieldKeyBlock) and isinstance(block.ignore_error_block, Entry):
            twice = ", ".join(sorted(block.duplicate_keys))
            self.doubts.append(Doubt(place, f"the entry has the field {twice} twice; the first is used"))
            return self.made(block.ignore_error_block, place)
        if isinstance(block, ImplicitComment):
            self.comment(block.comment, place)
        elif (error := getattr(block, "error", None)) is not None:
            why = " ".join(str(error).split())[:200] or _INCOMPLETE
            self.doubts.append(Doubt(place, f"the entry cannot be read: {why}"))
        return None

    def comment(self, text: str, place: Place) -> None:
        """Text between the entries is a remark, but not an entry that lacks its braces."""
        lost = re.search(r"^\s*@\w+.{0,60}", text, re.MULTILINE)
        if lost:
            self.doubts.append(Doubt(place, f"{quoted(lost.group().strip())} begins an entry that cannot be read"))

    def made(self, entry: Entry, place: Place) -> BibEntry:
        made = BibEntry(entry.entry_type.lower(), entry.key.strip(), place)
        for one in entry.fields:
            where = self.place(one.start_line or entry.start_line or 0)
            raw = str(one.value).strip()[:_LONGEST]
            made.fields.setdefault(one.key.lower(), Value(self.written_out(raw, where), where, _is_bare(raw)))
        return made

    def place(self, line: int) -> Place:
        """The place of the first character of a line, which the library counts from 0."""
        text = self.lines[line] if line < len(self.lines) else ""
        return Place(self.file, line + 1, len(text) - len(text.lstrip()) + 1)

    def written_out(self, raw: str, place: Place, depth: int = 0) -> str:
        """A value with its parts joined, and strings put in place of their names."""
        whole = ""
        for part in _joined(raw):
            whole += self.part(part.strip(), place, depth)
            if len(whole) > _LONGEST:
                return whole[:_LONGEST]
        return whole

    def part(self, part: str, place: Place, depth: int) -> str:
        inner = _without_enclosing(part)
        if inner is not None:
            return inner
        name = part.lower()
        if not part or part.isdecimal() or name in MONTHS:
            return part
        if name in self.strings and depth < _DEEPEST:
            if name not in self.known:
                self.known[name] = self.written_out(self.strings[name], place, depth + 1)
            return self.known[name]
        if name not in self.unknown and re.fullmatch(r"[^\W\d][\w:.+/-]*", part):
            self.unknown.add(name)
            self.doubts.append(Doubt(place, f"the string {quoted(part)} is not defined in the file: its name is used"))
        return part


def _is_bare(raw: str) -> bool:
    return raw[:1] not in ("{", '"')


def _joined(raw: str) -> Iterator[str]:
    """The parts of a value at each `#` that is outside braces and quotation marks."""
    depth, in_quotes, start = 0, False, 0
    for at, character in enumerate(raw):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == '"' and not depth:
            in_quotes = not in_quotes
        elif character == "#" and not depth and not in_quotes:
            yield raw[start:at]
            start = at + 1
    yield raw[start:]


def _without_enclosing(part: str) -> str | None:
    """The text inside braces or quotation marks; None if the part has none around it."""
    if len(part) < 2 or (part[0], part[-1]) not in (("{", "}"), ('"', '"')):
        return None
    return part[1:-1]


def _inherit(entries: list[BibEntry], doubts: list[Doubt]) -> None:
    """Fill in what each entry takes from others, those first from which it takes."""
    by_key = {entry.key.lower(): entry for entry in reversed(entries)}
    begun: set[int] = set()
    for entry in entries:
        waiting = [entry]
        while waiting:
            last = waiting[-1]
            if id(last) not in begun:
                begun.add(id(last))
                waiting += [one for _, _, one in _named(last, by_key) if one is not None and id(one) not in begun]
                continue
            _take(waiting.pop(), by_key, doubts)


def _named(entry: BibEntry, by_key: Mapping[str, BibEntry]) -> Iterator[tuple[str, str, BibEntry | None]]:
    """The entries that an entry takes fields from: how it names them, the key, the entry."""
    for kind in ("xdata", "crossref"):
        value = entry.fields.get(kind)
        for key in value.text.split(",") if value else ():
            found = by_key.get(key.strip().lower())
            yield kind, key.strip(), None if found is entry else found


def _take(entry: BibEntry, by_key: Mapping[str, BibEntry], doubts: list[Doubt]) -> None:
    for kind, key, whole in list(_named(entry, by_key)):
        if whole is None:
            place = entry.fields[kind].place
            doubts.append(Doubt(place, f"{kind} names {quoted(key)}, which is not another entry of the file"))
            continue
        if (
            kind == "crossref" and "booktitle" in whole.fields
        ):  # what BibTeX takes, before the title, which biblatex takes
            _put(entry, "booktitle", whole.fields["booktitle"], renamed=False)
        for name, value in whole.fields.items():
            if name not in _STRUCTURE:
                _put(entry, name, value, renamed=kind == "crossref")


def _put(entry: BibEntry, name: str, value: Value, *, renamed: bool) -> None:
    for ours in _names(entry.type, name) if renamed else (name,):
        if ours:
            entry.fields.setdefault(ours, value)


def _names(part: str, name: str) -> tuple[str, ...]:
    """The fields of a part that take a field of the whole."""
    found = [
        row[2] if len(row) > 2 else "" for row in rows("bibtex_inherited") if row[1] == name and row[0] in (part, "*")
    ]
    return tuple(found) or (name,)
