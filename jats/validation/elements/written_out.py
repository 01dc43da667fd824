"""What a text is when it is written as elements: a name, a list of names or keywords, a date, a history, a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from xml.sax.saxutils import escape

from jats.messages.words import tag
from jats.parsers.dates import read_date
from jats.parsers.names import read_person
from jats.parsers.outcome import Certainty
from jats.parsers.people import read_people
from jats.parsers.persons import Person
from jats.parsers.terms import read_terms
from jats.vocab.tables import tabbed_rows

_LONGEST = 2000
_MOST = 480
_MOST_TOKENS = 8
_MOST_WORDS = 6
_LETTERS_OF_A_NAME = 2
_AROUND = " \t\r\n.,:;–—-()[]|/"
_AND = "and|und|et|y|e|i|та|и"
_JOINING = re.compile(rf"^(?:{_AND}|on|le|el|em|am|il|date|was)\s+|\s+(?:{_AND})$", re.IGNORECASE)
_LABEL = re.compile(r"\s*([^\W\d_][^:;,.]{2,30}?)\s*[:.—–]\s*")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\s\w]|_")
_NUMBER = re.compile(r"[-+−]?\d[\d.,\u2009\xa0 ]*")
_FUNCTIONS = frozenset((
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "csc", "det", "diag", "dim", "div", "erf", "exp", "inf", "lim",
    "ln", "log", "max", "min", "mod", "sec", "sgn", "sin", "sinh", "sup", "tan", "tanh", "tr", "var",
))  # fmt: skip
_NAMES = frozenset("∞…⋯")


def written(name: str, text: str) -> str:
    """An element with its text, as XML writes it."""
    return f"<{name}>{escape(text)}</{name}>"


def shortened(elements: Sequence[str]) -> str:
    """Elements in a row; of many only the first, and that the others follow."""
    kept, length = 0, 0
    while kept < len(elements) and (length := length + len(elements[kept])) <= _MOST:
        kept += 1
    if kept == len(elements):
        return "".join(elements)
    return f"{''.join(elements[: max(kept, 1)])} and so on for the other {len(elements) - max(kept, 1)}"


def terms_in(text: str) -> list[str]:
    """The terms that a text lists with semicolons or commas; fewer than two if it is one."""
    found = read_terms(text).value if len(text) <= _LONGEST else None
    return list(found or ())


def label_before(text: str, terms: Sequence[str]) -> str:
    """The label of a list of terms: `Keywords` in `Keywords: tides; moon`."""
    found = _LABEL.match(text)
    return found[1] if found and terms and text[found.end() :].startswith(terms[0]) else ""


def name_of(text: str, language: str) -> str | None:
    """The parts of a person's name as elements; `None` if the text is not one person's name."""
    person = read_person(text, language).value if len(text) <= _LONGEST else None
    return None if person is None else _parts(person)


def _parts(person: Person) -> str | None:
    if person.surname is None or person.group or person.degrees or person.email or person.orcid or person.role:
        return None
    named = (
        ("surname", person.surname), ("given-names", person.given), ("prefix", person.prefix), ("suffix", person.suffix)
    )  # fmt: skip
    return "".join(written(name, value) for name, value in named if value)


def people_in(text: str, language: str) -> list[str]:
    """Everybody whom a text names, each as the element that names a person or a group; empty if that cannot be read."""
    found = read_people(text, language).value if len(text) <= _LONGEST else None
    if found is None or found.etal:
        return []
    each = [_named(person, text) for person in found.people]
    return [one for one in each if one] if all(each) else []


def _named(person: Person, text: str) -> str | None:
    """A group only if it is the whole text, and a person only with given names: other words may be anything."""
    if person.group:
        return written("collab", person.group) if person.group == text.strip() else None
    parts = _parts(person) if person.given else None
    return f"<name>{parts}</name>" if parts else None


def date_of(text: str) -> str | None:
    """The day, month and year of a date as elements; `None` if it can be read in two ways or in none."""
    read = read_date(text) if len(text) <= _LONGEST else None
    if read is None or read.value is None or read.certainty is not Certainty.CERTAIN:
        return None
    date = read.value
    if not date.year or date.text or date.until or date.suffix or date.original:
        return None
    named = (("day", date.day), ("month", date.month), ("season", date.season), ("year", date.year))
    return "".join(written(name, value) for name, value in named if value)


def history_of(text: str) -> list[str]:
    """The dates of a history that is a sentence, each as an element; empty if a part of it cannot be read."""
    places = list(_words_of_history().finditer(text)) if len(text) <= _LONGEST else []
    if not places or text[: places[0].start()].strip(_AROUND):
        return []
    ends = [*(each.start() for each in places[1:]), len(text)]
    found = []
    for place, end in zip(places, ends, strict=True):
        date = date_of(_JOINING.sub("", text[place.end() : end].strip(_AROUND)).strip(_AROUND))
        if date is None:
            return []
        found.append(f'<date date-type="{_kinds_of_dates()[place[0].lower()]}">{date}</date>')
    return found


@cache
def _kinds_of_dates() -> dict[str, str]:
    rows = tabbed_rows("validation/history_words.tsv")
    return {word.strip(): kind for kind, words in rows for word in words.split(";")}


@cache
def _words_of_history() -> re.Pattern[str]:
    words = sorted(_kinds_of_dates(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def title_and_source(text: str) -> str | None:
    """The title of a work and its journal, if a text is of two sentences; `None` for others."""
    parts = [each.strip() for each in re.split(r"(?<=[^\W\d_]{2}[.?!])\s+(?=[^\W\d_])", text.strip())]
    if len(parts) != 2 or not all(each.strip(_AROUND) for each in parts):
        return None
    return written("article-title", parts[0].removesuffix(".")) + written("source", parts[1].removesuffix("."))


def tokens_of(text: str) -> list[str]:
    """The elements of a formula for a text; more than one for `2x`."""
    if single := _token(text):
        return [written(single, text)]
    pieces = _TOKEN.findall(text)
    words = [each for each in pieces if each.isalpha() and each not in _FUNCTIONS]
    long = [each for each in words if len(each) > _LETTERS_OF_A_NAME]
    if len(long) > 1 or (long and len(words) > 2) or len(pieces) > _MOST_TOKENS:
        return [written("mml:mtext", text)]
    return [written(_token(each) or "mml:mtext", each) for each in pieces]


def token_for(text: str) -> str:
    """The one element of a formula for a text: a number, a name, an operator or words."""
    return "mml:mn" if _NUMBER.fullmatch(text) else _token(text) or "mml:mtext"


def _token(text: str) -> str | None:
    if _NUMBER.fullmatch(text):
        return "mml:mn" if text[0] not in "+-−" else None
    if not any(each.isalnum() for each in text):
        return "mml:mi" if text in _NAMES else "mml:mo" if len(text) <= _LETTERS_OF_A_NAME else None
    if text.isalpha():
        is_name = len(text) <= _LETTERS_OF_A_NAME or text in _FUNCTIONS or (text.isupper() and len(text) <= _MOST_WORDS)
        return "mml:mi" if is_name else "mml:mtext"
    return None


def each_in(name: str, terms: Iterable[str]) -> str:
    """Terms, each in an element of its own, with the words to write it."""
    return f"write each in its own {tag(name)}: {shortened([written(name, each) for each in terms])}"
