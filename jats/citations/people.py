"""Spans of surnames and given names → people, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.spans import Span

Person = dict[str, str]

_NEW_PERSON = re.compile(r";|&|\b(?:and|und|et|y|e|та|і|и|ve|i|with)\b", re.IGNORECASE)


def people_of(text: str, spans: Sequence[Span], role: str) -> list[Person]:
    """The people of one role (`author`, `editor`, `translator`): a surname and a given name beside each other are one."""
    people: list[Person] = []
    current: Person = {}
    end = 0
    for span in spans:
        if not span.label.startswith(f"{role}_"):
            continue
        part = span.label[len(role) + 1 :]
        if part == "suffix":
            _add_suffix(people, current, span.of(text))
            continue
        if part in current or len(current) > 1 or (current and _NEW_PERSON.search(text[end : span.start])):
            _close(people, current)
            current = {}
        current[part] = span.of(text)
        end = span.end
        if "surname" in current and "given" in current:
            _close(people, current)
            current = {}
    _close(people, current)
    return people


def _add_suffix(people: list[Person], current: Person, suffix: str) -> None:
    if current:
        current["suffix"] = suffix
    elif people:
        people[-1]["suffix"] = suffix


def _close(people: list[Person], person: Person) -> None:
    if person:
        people.append({key: person[key] for key in ("surname", "given", "suffix") if key in person})
