"""Names in BibTeX, split by bibtexparser as BibTeX does: given names, particles, surname, suffix; organisations in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.citations.formats.records import group, person
from jats.citations.formats.tex import plain_text
from jats.draft import Map
from jats.findings import Place
from jats.parsers.groups import read_group

OTHERS = "others"
"""What stands for the people who are not named."""
_BLANKS = re.compile(r"\s+")
_IN_PARTS = re.compile(r"^\s*(?:family|given|prefix|suffix)\s*=", re.IGNORECASE)
_PART = re.compile(r"(\w[\w-]*)\s*=\s*(\{(?:[^{}]|\{[^{}]*\})*\}|[^,]*)")


def read_names(value: str, place: Place) -> tuple[list[Map], bool]:
    """The people of a field, and whether it says that there are more."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    names = split_multiple_persons_names(_BLANKS.sub(" ", value))
    others = bool(names) and names[-1].strip(" {}").lower() in (OTHERS, "et al.", "et al")
    return [made for name in (names[:-1] if others else names) for made in _person(name, place)], others


def _person(name: str, place: Place) -> Iterator[Map]:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    if _IN_PARTS.match(name):
        yield _in_parts(name, place)
        return
    parts = parse_single_name_into_parts(name, strict=False)
    surname, given = _text([*parts.von, *parts.last]), _text(parts.first)
    if not (surname or given):
        return
    if not given and (_is_braced(name) or read_group(surname) is not None):
        yield group(place, surname)
    else:
        yield person(place, surname or given, given if surname else "", _text(parts.jr))


def _text(words: list[str]) -> str:
    return plain_text(" ".join(words))


def _is_braced(name: str) -> bool:
    """Whether one pair of braces is around the whole name, with more than one word in it."""
    bare = name.strip()
    if not (bare.startswith("{") and bare.endswith("}")) or " " not in bare:
        return False
    depth = 0
    for at, character in enumerate(bare):
        depth += (character == "{") - (character == "}")
        if not depth and at < len(bare) - 1:
            return False
    return True


def _in_parts(name: str, place: Place) -> Map:
    """biblatex's own notation: `family=Roe, given=Jane, prefix=van`."""
    parts = {key.lower(): plain_text(value) for key, value in _PART.findall(name)}
    surname = " ".join(part for part in (parts.get("prefix", ""), parts.get("family", "")) if part)
    return person(place, surname or parts.get("given", ""), parts.get("given", ""), parts.get("suffix", ""))
