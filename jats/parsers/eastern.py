"""Names in Han characters, Kana and Hangul: the family name comes first, often without a blank."""

from __future__ import annotations

import re

from jats.parsers.outcome import Certainty, Outcome
from jats.parsers.persons import Person
from jats.parsers.words import listed

_HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
_KANA = "\u3040-\u30ff\u31f0-\u31ff"
_HANGUL = "\uac00-\ud7af"
EASTERN = re.compile(f"[{_HAN}{_KANA}{_HANGUL}]")
_ALL_HAN = re.compile(f"[{_HAN}]+")
_ALL_HANGUL = re.compile(f"[{_HANGUL}]+")
_DOTS = re.compile("[·・‧•]")


def is_eastern(text: str) -> bool:
    """Whether the text is in one of these scripts."""
    return EASTERN.search(text) is not None


def _split(text: str, at: int, certainty: Certainty) -> Outcome[Person]:
    person = Person(surname=text[:at], given=text[at:])
    return Outcome(person, certainty, ("a blank between family name and given name is missing",), str(person))


def read_eastern(text: str, language: str) -> Outcome[Person]:
    """Family name and given name; a blank between them makes it certain."""
    parts = text.split()
    if len(parts) == 2:
        return Outcome(Person(surname=parts[0], given=parts[1]))
    if len(parts) > 2:
        person = Person(surname=parts[0], given=" ".join(parts[1:]))
        return Outcome(person, Certainty.LIKELY, ("the first part is taken as the family name",), str(person))
    dotted = _DOTS.split(text)
    if len(dotted) > 1:
        person = Person(surname=dotted[-1], given="·".join(dotted[:-1]) if "·" in text else "・".join(dotted[:-1]))
        return Outcome(
            person, Certainty.LIKELY, ("the part after the last dot is taken as the family name",), str(person)
        )
    if len(text) == 1:
        return Outcome(Person(surname=text))
    if _ALL_HANGUL.fullmatch(text):
        return _hangul(text)
    return _han(text, language)


def _hangul(text: str) -> Outcome[Person]:
    if text[:2] in listed("people_east_surnames", "hangul2") and len(text) > 2:
        return _split(text, 2, Certainty.LIKELY)
    known = text[0] in listed("people_east_surnames", "hangul1") and len(text) in (2, 3)
    return _split(text, 1, Certainty.CERTAIN if known else Certainty.LIKELY)


def _han(text: str, language: str) -> Outcome[Person]:
    japanese = language.startswith("ja") or re.search(f"[{_KANA}]", text) is not None
    if japanese or (len(text) == 4 and text[:2] not in listed("people_east_surnames", "han2")):
        return _japanese(text)
    if text[:2] in listed("people_east_surnames", "han2") and len(text) > 2:
        return _split(text, 2, Certainty.LIKELY)
    known = text[0] in listed("people_east_surnames", "han1") and len(text) in (2, 3)
    return _split(text, 1, Certainty.CERTAIN if known else Certainty.LIKELY)


def _japanese(text: str) -> Outcome[Person]:
    surnames = listed("people_east_surnames", "ja")
    at = next((size for size in (3, 2, 1) if text[:size] in surnames and len(text) > size), 0)
    if not at:
        at = 1 if len(text) == 2 else 2
    return _split(text, at, Certainty.LIKELY)


def looks_whole(text: str) -> bool:
    """Whether a text without blanks is a family name and a given name, not one of them: 李明, not 花子."""
    size = len(text)
    if not 2 <= size <= 4 or not is_eastern(text):
        return False
    tables = [("han1", 1), ("hangul1", 1), ("han2", 2), ("hangul2", 2), ("ja", 2)]
    return any(text[:at] in listed("people_east_surnames", row) and size > at for row, at in tables)


def several(text: str) -> list[str]:
    """Whole names that only blanks or middle dots part: `李明 王小明`, `김민수·이영희`; one entry if it is one name."""
    for form in (_DOTS, _BLANK):
        parts = [part for part in form.split(text.strip()) if part]
        if len(parts) > 1 and all(looks_whole(part) and not _is_compound(part) for part in parts):
            return parts
    return [text]


_BLANK = re.compile(r"[\s\u3000]+")


def _is_compound(text: str) -> bool:
    """Whether two characters are a surname of their own: 欧阳, 山田."""
    rows_of = ("han2", "hangul2", "ja")
    return any(text in listed("people_east_surnames", row) for row in rows_of)
