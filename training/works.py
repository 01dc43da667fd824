"""Works and people that do not exist, in many languages; the words are in `languages/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from jats.vocab.transliteration import scheme_for, transliterate
from training.names import Person

_HERE = Path(__file__).parent
Words = dict[str, list[str]]
_GLUED = frozenset(("zh", "ja"))
"""Languages whose words are not parted by blanks."""


@dataclass(frozen=True, slots=True)
class Work:
    """One work: the values of its fields, its people, its language."""

    lang: str
    values: dict[str, str]
    authors: list[Person]
    editors: list[Person]


@cache
def words_of(lang: str) -> Words:
    """The lists of one language."""
    found: Words = {}
    for line in (_HERE / "languages" / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        name, _, values = line.partition(":")
        found[name] = [value.strip() for value in values.split(";") if value.strip()]
    return found


@cache
def glue(lang: str) -> Words:
    """The small words of one language, English ones where it has none."""
    found: Words = {} if lang == "en" else dict(glue("en"))
    for line in (_HERE / "glue.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.split("|")[0].strip() == lang:
            _, name, values = (part.strip() for part in line.split("|", 2))
            found[name] = [value.strip() for value in values.split(";")]
    return found


def title_of(lang: str, random: Random) -> str:
    """The title of an article."""
    words = words_of(lang)
    blank = "" if lang in _GLUED else " "
    title = random.choice(words["heads"]) + blank + random.choice(words["tails"])
    chance = random.random()
    if chance < 0.45:
        title += blank + random.choice(words["scopes"])
    elif chance < 0.6 and lang not in _GLUED:
        title += ": " + random.choice(words["heads"]).lower() + " " + random.choice(words["tails"])
    elif chance < 0.72:
        title += random.choice(
            (" (1991–2014)", " (on the example of 12 cases)" if lang == "en" else " (1917–1930)", "?")
        )
    return title


def book_of(lang: str, random: Random) -> str:
    """The title of a book."""
    words = words_of(lang)
    if random.random() < 0.5:
        return random.choice(words["books"])
    return title_of(lang, random)


def person_of(lang: str, random: Random) -> Person:
    """A surname and given names."""
    words = words_of(lang)
    return random.choice(words["surnames"]), random.choice(words["given"])


def people_of(lang: str, random: Random, most: int = 6) -> list[Person]:
    """One to `most` people, few of them most often."""
    number = min(random.choice((1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8)), most)
    return [person_of(lang, random) for _ in range(number)]


def latin(text: str, lang: str) -> str:
    """A Ukrainian, Russian, Bulgarian or Kazakh text in Latin letters, as official documents write names."""
    scheme = scheme_for(lang)
    if scheme is None:
        raise ValueError(f"no scheme is known for {lang}")
    return transliterate(text, scheme.name)
