"""Standards, laws and reports: their numbers, which hold years and digits that are not those of a volume or an issue."""

from __future__ import annotations

import re

from jats.citations.lexicon import word_classes
from jats.citations.sentences import end_of_sentence, runs_of
from jats.citations.tokens import Tokens

_TITLES = frozenset(("title", "source"))
_HOUSES = frozenset(("publisher", "place"))
_MOST_OF_PUBLISHER = 7
_SERIES_IN_BRACKETS = re.compile(r"\([^\W\d_][^()]{2,70}?\s\d[\w./–-]{0,12}\)")
_IN_BRACKETS = frozenset(
    ("source", "title", "O", "volume", "issue", "collab", "number", "fpage", "series", "publisher")
)
_NUMBERED = frozenset(("volume", "fpage", "collab", "O", "number"))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_SERIES = frozenset(
    (
        "brief",
        "briefs",
        "note",
        "notes",
        "circular",
        "monograph",
        "document",
        "documento",
        "cuaderno",
        "caderno",
        "issue",
    )
)
_LAWS = frozenset(
    (
        "ley",
        "lei",
        "loi",
        "decreto",
        "decree",
        "resolución",
        "resolução",
        "portaria",
        "закон",
        "указ",
        "постанова",
        "наказ",
    )
)
_IN_FORCE = re.compile(r"(?:чинн|введ|діє|действ)\w*", re.IGNORECASE)
_STANDARD = re.compile(
    r"\b(?:ДСТУ|ГОСТ|ДБН|СОУ|СНиП|СП|БДС|ISO|IEC|IEEE|ASTM|ANSI|DIN|BS|EN|NF|NBR|ABNT|UNE|NTC|NMX|NP|PN|TS|GB|JIS|DSTU|GOST)"
    r"(?:[\s/-]{1,2}(?:ISO|IEC|EN|Std|NBR|IEEE|Р|T|R|[A-ZА-Я](?=\s?\d))){0,3}\s?№?\s?[A-ZА-Я]?\d[\d.]*(?:-\d{1,2}(?=[:-]))?"
    r"(\s?[:–-]\s?(?:(?:19|20)\d\d|\d\d)\b)?"
)
"""The number of a standard, with the year in it."""


def repair_reports(tokens: Tokens, labels: list[str]) -> None:
    """Put right what the numbers of standards, laws and reports contradict."""
    _standards(tokens, labels)
    _laws(tokens, labels)
    if "source" in labels:
        _series_in_brackets(tokens, labels)
        _numbers_of_series(tokens, labels)


def _standards(tokens: Tokens, labels: list[str]) -> None:
    """`ДСТУ 4289:2004. Title. Place: Publisher, 2005`: the number of a standard is part of its title, and no year of it."""
    for found in _STANDARD.finditer(tokens.text):
        inside = [i for i, start in enumerate(tokens.starts) if found.start() <= start < found.end()]
        dated = found[1] is not None or (inside and inside[0] == 0)
        if len(inside) < 2 or not dated or any(labels[i] == "id" for i in inside):
            continue
        first, end = inside[0], inside[-1] + 1
        other = _other_year(tokens, labels, inside)
        if other is not None:
            labels[other] = "year"
        elif any(labels[i] == "year" for i in inside):
            end -= 1
        before, after = labels[first - 1] if first else "", labels[end] if end < len(labels) else ""
        if tokens.gaps[first].endswith("(") and before in _TITLES:
            labels[first:end] = ["number"] * (end - first)
        elif before in _TITLES or after in _TITLES or first == 0:
            labels[first:end] = [_title_beside(before, after)] * (end - first)
        _not_in_force(tokens, labels)


def _not_in_force(tokens: Tokens, labels: list[str]) -> None:
    """`[Чинний від 2007-01-01]`: the day from which a standard is in force is not a field."""
    for start in range(1, len(labels)):
        if tokens.gaps[start].endswith("[") and _IN_FORCE.match(tokens.words[start]):
            end = next((i for i in range(start + 1, len(labels)) if "]" in tokens.gaps[i]), start)
            labels[start:end] = ["O"] * (end - start)


def _title_beside(before: str, after: str) -> str:
    return next((label for label in (before, after) if label in _TITLES), "source")


def _other_year(tokens: Tokens, labels: list[str], inside: list[int]) -> int | None:
    """The year that is not part of the standard's number: one that was read as such, else the last one."""
    years = [
        i
        for i, word in enumerate(tokens.words)
        if i not in inside and _YEAR.fullmatch(word) and labels[i] in ("year", "O", "accessed")
    ]
    read = [i for i in years if labels[i] == "year"]
    free = [i for i in years if labels[i] == "O" and tokens.gaps[i + 1][:1] not in "-–."]
    return next(iter([*read, *free[::-1]]), None)


def _laws(tokens: Tokens, labels: list[str]) -> None:
    """`Ley 1234 de 2009. Title`: a law's name and number at the start are part of its title."""
    if tokens.words[0].lower() not in _LAWS or labels[0] not in ("collab", "O", "title", "surname", "source"):
        return
    first = next((i for i, label in enumerate(labels) if label in _TITLES), None)
    named = tokens.words[1:3] if first is None or first > 1 else []
    if not any(word[0].isdigit() for word in named):
        return
    end = first if first is not None else end_of_sentence(tokens, 0)
    if all(label in ("collab", "O", "year", "surname", "given", "volume") for label in labels[1:end]):
        label = labels[end] if first is not None else "source"
        kept = "year" not in labels[end:] and "year" in labels[:end]
        labels[:end] = ["year" if kept and one == "year" else label for one in labels[:end]]


def _numbers_of_series(tokens: Tokens, labels: list[str]) -> None:
    """`Development Brief 34. Place: Publisher`: a number after a word such as "report" is part of the title that it ends."""
    kinds = set(labels)
    if {"issue", "fpage", "lpage"} & kinds or labels.count("volume") > 1:
        return
    for _, end in runs_of(labels, "source"):
        if end < len(labels) and tokens.words[end].isdigit() and labels[end] in _NUMBERED and tokens.gaps[end] == " ":
            if tokens.gaps[end + 1].strip()[:1] in (".", "") and _names_series(tokens.words[end - 1].lower()):
                labels[end] = "source"
            return


def _series_in_brackets(tokens: Tokens, labels: list[str]) -> None:
    """`Title (Policy Note 12). Publisher.`: a series and its number in brackets are not part of the title."""
    if "(" not in tokens.text:
        return
    for found in _SERIES_IN_BRACKETS.finditer(tokens.text):
        inside = [i for i, start in enumerate(tokens.starts) if found.start() < start < found.end()]
        named = any(_names_series(tokens.words[i].lower()) for i in inside[:-1])
        if (
            named
            and inside[0]
            and labels[inside[0] - 1] == "source"
            and _IN_BRACKETS.issuperset(labels[i] for i in inside)
        ):
            labels[inside[0] : inside[-1] + 1] = ["number"] * len(inside)
            _publisher_after_number(tokens, labels, inside[-1] + 1)
            return


def _names_series(lower: str) -> bool:
    return lower in _SERIES or "r" in word_classes(lower)


def _publisher_after_number(tokens: Tokens, labels: list[str], start: int) -> None:
    """`Title (Brief 34). World Bank.`: the last sentence after a number in brackets is the publisher."""
    end = end_of_sentence(tokens, start)
    if "publisher" not in labels and start < end <= start + _MOST_OF_PUBLISHER and not _HOUSES & set(labels[start:end]):
        labels[start:end] = ["publisher"] * (end - start)
