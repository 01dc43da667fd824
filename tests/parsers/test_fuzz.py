"""Strings put together from the parts of what people write: no reader crashes, and no letter or digit is lost unsaid."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from jats.parsers.orders import conjunctions
from jats.parsers.people import read_people
from jats.parsers.persons import People
from jats.parsers.terms import read_terms
from tests.examples import share
from tests.parsers.shown import READERS
from tests.parsers.tables import cases

MANY = 50_000
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def pieces() -> list[str]:
    """The words and signs of all tables."""
    texts = [text for name in READERS for _, text, _, _ in cases(name)]
    return sorted({piece for text in texts for piece in _PIECE.findall(text)})


def strings(count: int) -> list[tuple[str, str]]:
    """So many strings, each with a language; the same on every run."""
    chance = random.Random(20)  # noqa: S311 - no secret
    parts, wholes = pieces(), [text for name in READERS for _, text, _, _ in cases(name)]
    languages = ["", "en", "uk", "es", "hu", "ja", "zh", "fa", "vi", "ar"]
    made = []
    for _ in range(count):
        some = [chance.choice(parts if chance.random() < 0.7 else wholes) for _ in range(chance.randint(1, 9))]
        made.append((chance.choice(["", " ", "", ", ", "; "]).join(some), chance.choice(languages)))
    return made


def letters(text: str) -> str:
    """The letters and digits of a text, in order of the alphabet."""
    return "".join(sorted(character for character in text.casefold() if character.isalnum()))


def parts(people: People) -> str:
    """Everything that a reading of people kept."""
    kept = []
    for one in people.people:
        kept += [
            one.surname,
            one.given,
            one.prefix,
            one.suffix,
            one.full,
            one.group,
            one.role,
            one.orcid,
            one.email,
            *one.degrees,
        ]
    return " ".join(part for part in kept if part)


def check(text: str, language: str) -> None:
    for read in READERS.values():
        read(text, language)
    people = read_people(text, language)
    if people.is_clean and people.value is not None and not people.value.etal:
        lost = Counter(letters(text)) - Counter(letters(parts(people.value)))
        assert lost <= Counter(letters(" ".join(joints(text)))), text
    terms = read_terms(text)
    if terms.is_clean:
        assert letters(" ".join(terms.value or ())) == letters(text), text


def joints(text: str) -> list[str]:
    """The conjunctions in a text, which a list of people doesn't keep."""
    words = re.split(r"[\s,，،、;；؛•|·∙]+", text.casefold())
    return [word for word in words if word in conjunctions()] + re.findall("[和与與及と]", text)


@pytest.mark.drawn
def test_fifty_thousand_strings_lose_nothing_unsaid() -> None:
    for text, language in strings(share(MANY)):
        check(text, language)
