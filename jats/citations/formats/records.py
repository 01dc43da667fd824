"""What every reader of another program's file gives: one record per work, and what found no place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from jats.draft import List, Map, Node, Text
from jats.findings import Place
from jats.vocab.languages import language_fault, to_639_1, words_to_language

EXTRA = "+"
"""The first character of a field that an article has, and a reference does not: `+abstract`."""
HOUSEKEEPING = "-"
"""The field of what a program keeps for itself, such as the day on which a record was made."""
_BLANKS = re.compile(r"\s+")
_SIMPLE_ID = re.compile(r"[A-Za-z_][\w.-]{0,63}", re.ASCII)


class Unplaced(NamedTuple):
    """A value that has no field: its name in the file, and whether it is only housekeeping of the program that wrote it."""

    name: str
    value: Text
    housekeeping: bool = False


class Doubt(NamedTuple):
    """What is wrong with a file or a record, in words, and where."""

    place: Place
    words: str


@dataclass(slots=True)
class Record:
    """One record: a cited work in the vocabulary of the article file, what only an article has, and the rest.

    `key` is the name by which the file itself refers to the record. A field that is filled already is not overwritten.
    """

    place: Place
    kind: str = ""
    key: Text | None = None
    work: Map = field(init=False)
    extras: Map = field(init=False)
    unplaced: list[Unplaced] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.work = Map(self.place)
        self.extras = Map(self.place)

    def put(self, name: str, field: str, value: Text) -> None:
        """A value into the field that the table names: `volume`, `pages.first`, `+abstract`, `-`; else it is unplaced."""
        if not str(value.value).strip():
            return
        if field in ("", HOUSEKEEPING):
            self.unplaced.append(Unplaced(name, value, field == HOUSEKEEPING))
        elif not self.set(field, value):
            self.again(name, field, value)

    def again(self, name: str, field: str, value: Text) -> None:
        """A second value for a field: nothing if it is the same, else unplaced."""
        present = self.get(field)
        if not (isinstance(present, Text) and folded(present.value) == folded(value.value)):
            self.unplaced.append(Unplaced(name, value))

    def set(self, field: str, value: Node) -> bool:
        """Fill a field; False if it is filled already."""
        around, last = self._around(field, value.place)
        if around is None or last in around.items:
            return False
        around.put(last, value)
        return True

    def add(self, field: str, value: Node) -> None:
        """Append to a field that is a list."""
        around, last = self._around(field, value.place)
        if around is None:
            return
        present = around.items.get(last)
        if isinstance(present, List):
            present.items.append(value)
        else:
            around.put(last, List([*([present] if present else []), value], (present or value).place))

    def get(self, field: str) -> Node | None:
        """The value of a field, None if it has none."""
        node: Node | None = self.extras if field.startswith(EXTRA) else self.work
        for step in field.removeprefix(EXTRA).split("."):
            node = node.items.get(step) if isinstance(node, Map) else None
        return node

    def _around(self, field: str, place: Place) -> tuple[Map | None, str]:
        around = self.extras if field.startswith(EXTRA) else self.work
        *way, last = field.removeprefix(EXTRA).split(".")
        for step in way:
            below = around.items.get(step)
            if below is None:
                below = Map(place)
                around.put(step, below)
            if not isinstance(below, Map):
                return None, last
            around = below
        return around, last


def folded(value: object) -> str:
    """A text without differences of case, blanks and punctuation."""
    return "".join(character for character in str(value).casefold() if character.isalnum())


def squeezed(text: str) -> str:
    """A text with one blank between words."""
    return _BLANKS.sub(" ", text).strip()


def simple_id(key: str) -> bool:
    """Whether a key can be an id in the article file as it is."""
    return _SIMPLE_ID.fullmatch(key) is not None


def language_tag(text: str) -> str | None:
    """The tag of a language that is given as a tag, as a code of three letters or in words; None if it is not known."""
    given = text.strip().replace("_", "-")
    if 1 < len(given) < 12 and language_fault(given) is None:
        return given
    found = to_639_1(given.lower()) or words_to_language(given)
    return found if found and language_fault(found) is None else None


def person(place: Place, surname: str, given: str = "", suffix: str = "") -> Map:
    """A person's name in parts."""
    made = Map(place)
    for part, value in (("surname", surname), ("given", given), ("suffix", suffix)):
        if value.strip():
            made.put(part, Text(squeezed(value), place))
    return made


def group(place: Place, name: str) -> Map:
    """An organisation or a group in place of a person."""
    made = Map(place)
    made.put("collaboration", Text(squeezed(name), place))
    return made
