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
_PARTICLES = {
    "en": ("", "de ", "van der ", "Mac "), "es": ("", "", "y ", "de la ", "de los "), "pt": ("", "", "e ", "da ", "dos "),
    "de": ("von ", "", "zu "), "fr": ("de ", "du ", ""), "it": ("", "De ", "Di "), "tr": ("",),
}  # fmt: skip
"""What joins the two parts of a surname."""


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
    if lang not in _GLUED and random.random() < 0.1:
        return _short_title(lang, random)
    title = random.choice(words["heads"]) + blank + random.choice(words["tails"])
    chance = random.random()
    if chance < 0.35:
        return title + blank + random.choice(words["scopes"])
    if lang in _GLUED or chance > 0.75:
        return title
    return title + _longer(lang, random)


def _short_title(lang: str, random: Random) -> str:
    """A title of one word or a few, which is easily taken for a name."""
    words = random.choice(words_of(lang)["tails"]).split()
    title = words[-1] if random.random() < 0.5 else " ".join(words)
    return title[0].upper() + title[1:]


def body_of(lang: str, random: Random) -> str:
    """An organisation: one of the list, or an office that does not exist."""
    words = words_of(lang)
    if "bodies" not in words or random.random() < 0.5:
        return random.choice(words["organisations"])
    return f"{random.choice(words['bodies'])} {random.choice(words['tails'])}"


def _longer(lang: str, random: Random) -> str:
    """What a title may go on with: a second title, places, years, abbreviations, a quotation, a chemical or Roman number."""
    words = words_of(lang)
    second = random.choice(words["heads"]) + " " + random.choice(words["tails"])
    place, other = (random.choice(words["places"]).rstrip(".") for _ in range(2))
    capitals = "".join(random.choice(words["surnames"])[0].upper() for _ in range(random.randint(2, 4)))
    return random.choice(
        (
            ": " + second[0].lower() + second[1:],
            ": " + second,
            ". " + second,
            " – " + second[0].lower() + second[1:],
            ", " + place,
            ", " + place + ", " + other,
            f" ({place}, {other})",
            " (1991–2014)",
            ", 1917–1930",
            f", {random.randint(1900, 2020)}",
            "?",
            f" ({capitals})",
            f" {capitals}/{capitals[::-1]}",
            f" “{second}”",
            f" «{random.choice(words['tails'])}»",
            f" {random.choice(('II', 'IV', 'XIX', 'Part 2', '3D', 'CO2'))}",
            f": {random.choice(words['scopes'])}",
        )
    )


def book_of(lang: str, random: Random) -> str:
    """The title of a book, often with a second title after a colon."""
    words = words_of(lang)
    if random.random() < 0.5:
        title = random.choice(words["books"])
        return title if lang in _GLUED or random.random() < 0.6 else f"{title}: {_second_title(lang, random)}"
    return title_of(lang, random)


def _second_title(lang: str, random: Random) -> str:
    words = words_of(lang)
    second = random.choice((random.choice(words["tails"]), random.choice(words["scopes"]), title_of(lang, random)))
    return second if random.random() < 0.4 else second[0].lower() + second[1:]


def house_of(lang: str, random: Random) -> str:
    """A publisher: one of the list, or named by a word that is not known as a publisher's."""
    words = words_of(lang)
    if lang in _GLUED or random.random() < 0.7:
        return random.choice(words["publishers"])
    one, other = (random.choice(words["surnames"]) for _ in range(2))
    joined = random.choice(glue(lang)["and"])
    return random.choice((one, one, one.upper(), one.lower(), f"{one} {joined} {other}", f"{one} {other}"))


def town_of(lang: str, random: Random) -> str:
    """A place: one of the list, or one that nobody knows."""
    words = words_of(lang)
    if lang in _GLUED or random.random() < 0.9:
        return random.choice(words["places"])
    return random.choice(words["surnames"])


def person_of(lang: str, random: Random) -> Person:
    """A surname and given names."""
    words = words_of(lang)
    surname, given = random.choice(words["surnames"]), random.choice(words["given"])
    if lang in _PARTICLES and random.random() < 0.12:
        other = random.choice(words["surnames"])
        surname = random.choice((f"{surname} {random.choice(_PARTICLES[lang])}{other}", f"{surname}-{other}"))
    return surname, given


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
