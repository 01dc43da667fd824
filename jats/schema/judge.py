"""Validates documents one after the other, with the fastest method that gives the verdict of the official DTD."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jats.schema.choice import Choice
from jats.schema.dtd import VALID, Schema, SchemaVerdict, ask, load, load_file
from jats.schema.light import LightDtd, may_hold_formulas
from jats.xmlio import ParsedXml

if TYPE_CHECKING:
    from pathlib import Path

    from jats.schema.acceptor import Acceptor

ENOUGH_CHECKED = 200_000
"""Elements compared by a variant's light DTD after which preparing the full DTD is cheaper."""

MANY_TAGS = 20_000
"""The number of tags from which a document is asked first whether it has many faults."""

_KEPT = 2


class Validator:
    """Validates a batch in one process. It starts with the light DTD; a variant with many formulas changes to the full one.

    With `acceptor_after`, that many documents of one variant load its XSD acceptor, for two variants at most, and what it
    doesn't accept goes to the DTD. It is off because it doesn't pay: see docs/decisions/004-dtd-before-xsd.md.
    """

    def __init__(self, acceptor_after: int | None = None) -> None:
        self._after = acceptor_after
        self._seen: Counter[str] = Counter()
        self._light: dict[str, LightDtd] = {}
        self._acceptors: dict[str, Acceptor] = {}
        self._files: dict[Path, Schema] = {}

    def judge(self, parsed: ParsedXml, choice: Choice) -> SchemaVerdict:
        """The answer of the chosen schema about the document; the choice must have found one."""
        if choice.file is not None:
            return ask(self._file(choice.file), parsed.tree)
        if choice.name is None:
            raise ValueError(f"there is no schema for this document: {choice.why}")
        return self.judge_as(parsed, choice.name)

    def judge_as(self, parsed: ParsedXml, name: str) -> SchemaVerdict:
        """The answer of the variant of that name about the document."""
        acceptor = self._acceptor(name)
        if acceptor is not None and acceptor.accepts(parsed):
            return VALID
        light = self._light.get(name)
        if light is None or (not light.knows_formulas and may_hold_formulas(parsed)):
            light = self._light[name] = LightDtd(name, may_hold_formulas(parsed))
        if parsed.data.count(b"<") > MANY_TAGS and light.finds_many_faults(parsed):
            return SchemaVerdict(False, many=True)
        if light.checked < ENOUGH_CHECKED and light.can_judge(parsed):
            return light.judge(parsed)
        return ask(load(name), parsed.tree)

    def _file(self, path: Path) -> Schema:
        if path not in self._files:
            self._files[path] = load_file(path)
        return self._files[path]

    def _acceptor(self, name: str) -> Acceptor | None:
        if self._after is None:
            return None
        self._seen[name] += 1
        if self._seen[name] > self._after and name not in self._acceptors and len(self._acceptors) < _KEPT:
            from jats.schema.acceptor import Acceptor

            self._acceptors[name] = Acceptor(name)
        return self._acceptors.get(name)
