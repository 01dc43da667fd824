"""Spans of surnames and given names → people, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.spans import Span
from jats.parsers.eastern import is_eastern, read_eastern

Person = dict[str, str]

_SUFFIX = re.compile(
    r"(?<=\w)[ \u00a0]+(Neto|Netto|Filho|Júnior|Junior|Jr|Sobrinho|NETO|FILHO|JÚNIOR|JUNIOR|SOBRINHO|II|III|IV)\.?$"
)
_PARTS = {
    role: {f"{role}_{part}": part for part in ("surname", "given", "suffix")}
    for role in ("author", "editor", "translator")
}
_SURNAMES = {f"{role}_surname": role for role in _PARTS}
_LATIN = "\u1100"
"""Eastern scripts begin here."""
_KANA = re.compile("[\u3041-\u30fa]")
_NEW_PERSON = re.compile(r";|&|\b(?:and|und|et|y|e|та|і|и|ve|i|with)\b", re.IGNORECASE)


def people_of(text: str, spans: Sequence[Span], role: str) -> list[Person]:
    """The people of one role (`author`, `editor`, `translator`): a surname and a given name beside each other are one."""
    people: list[Person] = []
    current: Person = {}
    end = 0
    for span in spans:
        part = _PARTS[role].get(span.label)
        if part is None:
            continue
        if part == "suffix":
            _add_suffix(people, current, span.of(text))
            continue
        if current and (part in current or _NEW_PERSON.search(text, end, span.start)):
            _close(people, current)
            current = {}
        current[part] = span.of(text)
        end = span.end
        if "surname" in current and "given" in current:
            _close(people, current)
            current = {}
    _close(people, current)
    return people


def names_in(text: str, span: Span) -> list[Span]:
    """A name's span as one or two: a name in Han or Hangul without a blank, and a suffix that is printed after the surname."""
    if span.label not in _SURNAMES:
        return [span]
    role = _SURNAMES[span.label]
    name = span.of(text)
    if name[0] > _LATIN and is_eastern(name) and not _given_follows(text, span.end):
        person = read_eastern(name, "ja" if _KANA.search(text) else "zh").value
        if person is not None and person.surname and person.given and person.surname + person.given == name:
            return _two(span, span.start + len(person.surname), span.start + len(person.surname), f"{role}_given")
    suffix = _SUFFIX.search(text, span.start, span.end) if " " in name or "\u00a0" in name else None
    return _two(span, suffix.start(), suffix.start(1), f"{role}_suffix") if suffix else [span]


def _given_follows(text: str, end: int) -> bool:
    """Whether a given name comes after a blank."""
    return text[end : end + 1] in (" ", "\u3000") and is_eastern(text[end + 1 : end + 2])


def _two(span: Span, end: int, start: int, label: str) -> list[Span]:
    return [span._replace(end=end), span._replace(start=start, label=label)]


def _add_suffix(people: list[Person], current: Person, suffix: str) -> None:
    if current:
        current["suffix"] = suffix
    elif people:
        people[-1]["suffix"] = suffix


def _close(people: list[Person], person: Person) -> None:
    if person:
        people.append({key: person[key] for key in ("surname", "given", "suffix") if key in person})
