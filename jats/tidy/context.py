"""What a reader of written values knows besides the value: the language, where findings go, which changes are switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Finding, Note, Place
from jats.parsers.outcome import Certainty, Outcome


@dataclass(frozen=True, slots=True)
class Context:
    """Where the walk is: `in_work` inside a cited work, `kind` the key above; `language` as BCP 47."""

    note: Note
    keep: frozenset[str]
    language: str = ""
    in_work: bool = False

    def inside(self, key: str) -> Context:
        """The context of what is under a key."""
        work = key in _WORKS or (self.in_work and key not in _ARTICLES)
        return self if work is self.in_work else replace(self, in_work=work)

    def speaking(self, node: Map) -> Context:
        """The context of fields that may name their language."""
        tag = node.items.get("language")
        if not isinstance(tag, Text) or not isinstance(tag.value, str) or tag.value == self.language:
            return self
        return replace(self, language=tag.value)

    def say(self, finding: Finding) -> None:
        """Note a finding unless its code is switched off."""
        if finding.code not in self.keep:
            self.note(finding)


_WORKS = frozenset(("references", "works", "alternatives"))
_ARTICLES = frozenset(("sub_articles", "responses", "translations"))
TURNS = _WORKS | _ARTICLES
"""Keys under which it changes whether a field is one of a cited work."""

Info = Callable[[Place, Path, str, str, Any], Finding]
Guess = Callable[[Place, Path, str, str, Any, str], Finding]
Refusal = Callable[[Place, Path, Any, str], Finding]


@dataclass(frozen=True, slots=True)
class Words:
    """The messages of one kind of value: information, a guess, a refusal."""

    info: Info
    guess: Guess
    refusal: Refusal


def report(read: Outcome[Any], text: Text, path: Path, words: Words, context: Context) -> None:
    """Note what a reading says: nothing, an info, a warning or an error."""
    if read.is_clean:
        return
    taken = str(read.value) if read.value is not None else ""
    if read.certainty is Certainty.UNREADABLE:
        context.say(words.refusal(text.place, path, read.notes, read.write))
    elif read.certainty is Certainty.LIKELY:
        context.say(words.guess(text.place, path, text.value, taken, read.notes, read.write or taken))
    else:
        context.say(words.info(text.place, path, text.value, taken, read.notes))


def fields_at(place: Place, **values: str | list[str] | Node | None) -> Map:
    """A map of the fields that are given, all of them at one place."""
    made = Map(place)
    for key, value in values.items():
        if value:
            made.put(key, _node(value, place))
    return made


def _node(value: str | list[str] | Node, place: Place) -> Node:
    if isinstance(value, str):
        return Text(value, place)
    return List([Text(one, place) for one in value], place) if isinstance(value, list) else value


def is_text(node: Node | None) -> bool:
    """Whether a node is a text that a person wrote, not a value that an importer has made."""
    return isinstance(node, Text) and isinstance(node.value, str)
