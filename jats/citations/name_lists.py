"""Lists of people that are printed in one manner: what most of them show is true of all."""

from __future__ import annotations

import re

from jats.citations.tokens import Tokens

_NAMES = frozenset(("surname", "given", "suffix"))
_EDITORS = frozenset(("esurname", "egiven", "suffix"))
_PARTICLES = frozenset(
    (
        "da",
        "de",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "e",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "y",
        "el",
        "bin",
        "ibn",
    )
)
_MARK = re.compile(r"\[(?:J|M|D|C|R|P|S|N|EB)(?:/OL)?\]|\((?:in|In) Chinese\)")
_MOST_GIVEN = 7
_LONGEST_INITIALS = 4
_MOSTLY = 0.6

PersonBounds = tuple[int, int]
"""The first word of a person and the one after the last."""


def repair_lists(tokens: Tokens, labels: list[str]) -> None:
    """Surnames of several words before initials; given names after a surname in capitals; Chinese names in Latin letters."""
    _capitals(tokens, labels)
    if "/" in tokens.text:
        _after_slash(tokens, labels)
    for names, lead in ((_NAMES, ""), (_EDITORS, "e")):
        people = _people(tokens, labels, names) if f"{lead}surname" in labels else []
        if len(people) > 1:
            _before_initials(tokens, labels, people, lead)
    if ("[" in tokens.text or "Chinese" in tokens.text) and _MARK.search(tokens.text):
        _two_words_each(tokens, labels)


def separates(gap: str) -> bool:
    """Whether the signs between two words part two names."""
    return "," in gap or ";" in gap or "&" in gap or "/" in gap


def _people(tokens: Tokens, labels: list[str], names: frozenset[str]) -> list[PersonBounds]:
    """Runs of names between commas, semicolons and words that are not part of names."""
    found: list[PersonBounds] = []
    start = None
    for i, label in enumerate([*labels, ""]):
        inside = label in names
        if start is not None and (not inside or separates(tokens.gaps[i])):
            found.append((start, i))
            start = None
        if inside and start is None:
            start = i
    return found


def _initials_from(tokens: Tokens, start: int, end: int) -> int:
    """Where the initials at the end of a person begin; `end` if there are no initials."""
    first = end
    while first > start and tokens.words[first - 1].isupper() and len(tokens.words[first - 1]) <= _LONGEST_INITIALS:
        first -= 1
    return first


def _before_initials(tokens: Tokens, labels: list[str], people: list[PersonBounds], lead: str) -> None:
    """`Roe AB, Leão e Silva LO, Santa Helena ET`: if most people end in initials, all before them is the surname."""
    starts = [_initials_from(tokens, start, end) for start, end in people]
    fitting = [i for i, (start, end) in enumerate(people) if start < starts[i] < end]
    if len(fitting) < _MOSTLY * len(people) or len(fitting) < 2:
        return
    for i in fitting:
        start, end = people[i]
        suffix = [k for k in range(start, starts[i]) if labels[k] == "suffix"]
        labels[start : starts[i]] = [f"{lead}surname"] * (starts[i] - start)
        labels[starts[i] : end] = [f"{lead}given"] * (end - starts[i])
        for k in suffix:
            labels[k] = "suffix"


def _capitals(tokens: Tokens, labels: list[str]) -> None:
    """`FONSECA, Maria Rachel Fróes da. Title`: after a surname in capitals and a comma all is given, up to the next sign."""
    for i in range(len(labels) - 1):
        word = tokens.words[i]
        if labels[i] in ("surname", "esurname") and len(word) > 2 and word.isupper() and tokens.gaps[i + 1] == ", ":
            end = _given_end(tokens, i + 1)
            if end - i > 2 and labels[i + 1] in ("given", "egiven", "surname", "esurname"):
                label = "given" if labels[i] == "surname" else "egiven"
                labels[i + 1 : end] = [label] * (end - i - 1)


def _after_slash(tokens: Tokens, labels: list[str]) -> None:
    """`Huber, A./Maier, B.`, as German lists have it: the word after the slash is a surname."""
    for i in range(1, len(labels) - 1):
        if labels[i] == labels[i + 1] == "given" and tokens.gaps[i].endswith("/") and tokens.gaps[i + 1].strip() == ",":
            labels[i] = "surname"


def _given_end(tokens: Tokens, start: int) -> int:
    """Where given names end: at a sign other than the full stop of an initial."""
    words, gaps = tokens.words, tokens.gaps
    i = start
    while i < len(words) and i - start < _MOST_GIVEN:
        word = words[i]
        if not (word[0].isupper() or word in _PARTICLES):
            break
        i += 1
        gap = gaps[i].strip()
        if i < len(words) and gap == "." and len(word) == 1 and (len(words[i]) == 1 or words[i] in _PARTICLES):
            continue
        if gap or i == len(words):
            return i
    return start


def _two_words_each(tokens: Tokens, labels: list[str]) -> None:
    """`Xing Kai, Zhao Xinhua, et al. Title[J]`: if all people are two words in full, the first word is the surname."""
    people = _first_people(tokens)
    if not people or any(end - start != 2 or not _in_full(tokens, start) for start, end in people):
        return
    for start, _ in people:
        labels[start : start + 2] = ["surname", "given"]


def _first_people(tokens: Tokens) -> list[PersonBounds]:
    """The parts between commas before the first full stop; "et al" is not one of them."""
    found: list[PersonBounds] = []
    start = 0
    for i in range(1, len(tokens.words)):
        gap = tokens.gaps[i].strip()
        if gap:
            if tokens.words[start].lower() not in ("et", "al"):
                found.append((start, i))
            start = i
        if gap and gap != ",":
            return found if gap == "." else []
    return []


def _in_full(tokens: Tokens, start: int) -> bool:
    first, second = tokens.words[start : start + 2]
    return (
        len(first) > 1
        and len(second) > 1
        and first.istitle()
        and second.istitle()
        and first.isascii()
        and second.isascii()
    )
