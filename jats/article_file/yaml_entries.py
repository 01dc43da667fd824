"""The fields of one map of a YAML file, and the entries of a list that were begun in it without a hyphen."""

from __future__ import annotations

from jats.article_file.yaml_lines import shown
from jats.article_file.yaml_silent import NO_SPACE, PEOPLE, Entries, also
from jats.draft import Map, Node, Path
from jats.findings import Finding, Place
from jats.input_codes import reading, syntax

_LISTS = frozenset((*PEOPLE, "affiliations", "references", "funding"))
"""Fields that hold several things with fields of their own; a single one may be written without a hyphen."""


class EntryReader:
    """Takes the fields of a map in their order; `path` is the path of the map."""

    def __init__(self, place: Place, path: Path, lines: list[str]) -> None:
        self.path, self.lines = path, lines
        self.entries = [Map(place)]
        self.findings: list[Finding] = []
        self.glued: list[Place] = []
        """The places where a key has a hyphen before it without a space between them."""

    def put(self, key: str, value: Node | None, place: Place) -> None:
        """Take one field; a key that is there already begins the next entry, or is reported."""
        if key[0:1] == "-" and key[1:2].isalpha() and not self._is_quoted(place):
            self._begin(place, first=not self.glued and not self.entries[0].keys)
            self.glued.append(place)
            key = key[1:]
        entry = self.entries[-1]
        if key in entry.keys:
            if not self._begins_entry(key):
                self.findings.append(reading.duplicate_key(place, (*self.path, key), key, entry.keys[key].line or 0))
                return
            self._note_second(key, place, entry.keys[key].line or 0)
            entry = self._begin(place)
        entry.keys[key] = place
        if value is not None:
            entry.items[key] = value

    def result(self) -> Node:
        """The map, or its entries; what was reported of them is in `findings`."""
        if self.glued:
            line = shown("- " + self.lines[(self.glued[0].line or 1) - 1].strip().removeprefix("-"))
            why = NO_SPACE + also(len(self.glued) - 1)
            self.findings.append(syntax.hyphen(self.glued[0], self.path, why, line))
        if len(self.entries) == 1:
            return self.entries[0]
        return Entries(list(self.entries), self.entries[0].place)

    def _is_quoted(self, place: Place) -> bool:
        """Whether the key at a place is in quotation marks, so that its hyphen belongs to it."""
        return self.lines[(place.line or 1) - 1][(place.column or 1) - 1 :][:1] in ("'", '"')

    def _begin(self, place: Place, first: bool = False) -> Map:
        if not first:
            self.entries.append(Map(place))
        return self.entries[-1]

    def _begins_entry(self, key: str) -> bool:
        """Whether a key that comes again is the first of an entry of a list."""
        around = self.path[-1] if self.path else ""
        return key == next(iter(self.entries[-1].keys)) and (isinstance(around, int) or around in _LISTS)

    def _note_second(self, key: str, place: Place, first: int) -> None:
        if self.glued or (len(self.entries) > 1 and not isinstance(self.path[-1], int)):
            return
        line = shown("- " + self.lines[(place.line or 1) - 1].strip())
        if isinstance(self.path[-1], int):
            line = f"begin its first line in column {(place.column or 3) - 2}: {line}"
        else:
            line = f"begin each with a hyphen, as in {line}"
        path = self.path if isinstance(self.path[-1], int) else (*self.path, 0)
        after = (*path[:-1], int(path[-1]) + len(self.entries))  # the path of the entry that begins here
        self.findings.append(reading.duplicate_key(place, after, key, first, entry=line))
