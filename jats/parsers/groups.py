"""Whether words name a body and not a person: a ministry, a consortium, an organisation cited by its capitals."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jats.parsers.eastern import is_eastern, looks_whole
from jats.parsers.outcome import Certainty, Outcome
from jats.parsers.persons import Person
from jats.parsers.words import key, stems, words
from jats.vocab.tables import rows

_LETTER = r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3])"
"""A letter or digit; in the scripts of South and South-East Asia also a vowel sign, which `\\w` leaves out."""
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ״׳\"]{_LETTER}+)*['’ʼ׳]?")
_BEHALF = re.compile(
    r"^(?:(?:and|&)\s)?(?:on behalf of|for|від імені|от имени|im namen|au nom|pour|en nombre|em nome|per conto)\s"
    r"(?:of\s|the\s|de\s|du\s|des\s|del\s|la\s|el\s|da\s|do\s|der\s|di\s)*",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^\W\d_]{2,12}(?:[-/&][^\W\d_]{1,12})?")


@cache
def _organisations() -> frozenset[str]:
    return frozenset(word.strip() for row in rows("people_organisations") for word in row[1].split(";"))


def is_organisation(text: str) -> bool:
    """Whether the words are in the table of bodies known by name."""
    return text.strip() in _organisations()


@cache
def _ends() -> tuple[str, ...]:
    return tuple(word for row in rows("people_group_ends") for word in row[1].split())


@lru_cache(maxsize=4096)
def is_group(text: str) -> bool:
    """Whether the words have one that only a body's name has: Institute, Міністерство, 委員会."""
    found = _WORD.findall(text)
    if not found:
        return False
    if len(found) == 1 and "-" not in text:
        return _is_long_end(text) or found[0].lower().startswith("bundes")
    plain = [key(word) for word in found]
    sure = words("people_group_words")
    if any(word in sure and not _may_be_name(shown, text) for word, shown in zip(plain, found, strict=True)):
        return True
    return any(word.startswith(stems("people_group_words")) for word in plain) or _is_long_end(text)


def _is_long_end(text: str) -> bool:
    if text.isascii() or not text.endswith(_ends()):
        return False
    short = len(text) == 3 and is_eastern(text)
    return len(text) >= 4 or (short and (text[-1] in _OFFICES or not looks_whole(text)))


_OFFICES = "部局厅廳署省庁處处"
"""Ends of bodies with which no given name ends."""


def _may_be_name(word: str, text: str) -> bool:
    """Whether a word of a body may be somebody's surname here: `Jane Bank`, `Банк Іван`."""
    plain = key(word)
    if (
        word[:1].islower()
        and word[:1].upper() != word[:1]
        and len(_WORD.findall(text)) <= 2
        and plain in words("people_doubtful", "bodies")
    ):
        return True
    short = len(_WORD.findall(text)) <= 2
    return (
        plain in words("people_doubtful", "bodies") and (short or "." in text) and not text.lower().startswith("the ")
    )


def is_capitals(text: str) -> bool:
    """Whether the text is one word in capitals."""
    return bool(_CAPITALS.fullmatch(text)) and text.isupper()


def read_group(text: str) -> Outcome[Person] | None:
    """The body that the words name; `None` if they are not the name of one."""
    given = text.strip()
    if given[:1] == "{" and given[-1:] == "}":
        return Outcome(Person(group=given.strip("{} ")), notes=("the braces are dropped",))
    bare = _BEHALF.sub("", given)
    if bare != given and len(bare.split()) > 1:
        return Outcome(Person(group=bare), notes=("the words before the group's name are dropped",))
    if given in _organisations():
        return Outcome(Person(group=given), notes=("the capitals are read as the name of a group",))
    if is_capitals(given) and len(given) > 1:
        return Outcome(Person(group=given), Certainty.LIKELY, ("one word in capitals is read as the name of a group",))
    if is_group(given) or _is_titled(given):
        return Outcome(Person(group=given))
    return None


def _is_titled(text: str) -> bool:
    """`The X`, or capital words with `of` between them: `Friends of the Sea`."""
    found = text.split()
    if len(found) > 1 and found[0] in ("The", "Los", "Las", "Les"):
        return True
    inner = [word for word in found[1:-1] if word in ("of", "for", "on", "für", "pour", "para", "і", "та", "для")]
    return bool(inner) and len(found) > 2
