"""Labels of numbers, editions, places and organisations that contradict their form are put right."""

from __future__ import annotations

import re

from jats.citations.lexicon import word_classes
from jats.citations.tokens import Tokens

_SUPPLEMENT = re.compile(r"\d{0,2}(?:suppl|supl)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_LINKS = re.compile(
    r"[\s\[(|]*(?:(?:Reference Source|Google Scholar|Cross[Rr]ef|PubMed(?: Abstract| Central)?|PMC free article|Web of Science"
    r"|(?:Publisher |Free )?Full Text|View Article|Scopus|ADS|WoS)[\s\])|.,]*)+$"
)
_LAST_WORDS = frozenset(
    (
        "source",
        "scholar",
        "crossref",
        "pubmed",
        "central",
        "abstract",
        "article",
        "science",
        "text",
        "scopus",
        "ads",
        "wos",
    )
)
"""Words of links that web pages print after a reference."""


def leave_out_links(tokens: Tokens, labels: list[str]) -> None:
    """`… 12–31. [Google Scholar]`: the text of a link is not a field."""
    if tokens.words[-1].lower() not in _LAST_WORDS:
        return
    found = _LINKS.search(tokens.text, max(tokens.ends[-1] - 90, 0))
    if found and found.start() > 0:
        labels[:] = [
            "O" if start >= found.start() else label for start, label in zip(tokens.starts, labels, strict=True)
        ]


def repair_numbers(tokens: Tokens, labels: list[str]) -> None:
    """Years that were taken for volumes, issues without a volume, supplements, words around an edition, states after a town."""
    kinds = set(labels)
    if "volume" in kinds:
        _year_before_volume(tokens, labels, kinds)
        _issue_alone(tokens, labels)
    if "issue" in kinds:
        _name_supplements(tokens, labels)
    if "edition" in kinds:
        _trim_edition(tokens, labels)
    if {"place", "publisher"} <= kinds:
        _state_after_town(tokens, labels)
    if "collab" in kinds:
        _end_organisation(tokens, labels)


def _year_before_volume(tokens: Tokens, labels: list[str], kinds: set[str]) -> None:
    """`2013;27(3)`: a year before a semicolon is the year, if the reference has no other."""
    if "year" in kinds:
        return
    for i, label in enumerate(labels):
        if label == "volume" and _YEAR.fullmatch(tokens.words[i]) and tokens.gaps[i + 1].strip().startswith(";"):
            labels[i] = "year"
            return


def _issue_alone(tokens: Tokens, labels: list[str]) -> None:
    """`2008;(4):1-9`: a number in brackets just after the year is an issue."""
    for i in range(1, len(labels)):
        if (
            labels[i] == "volume"
            and tokens.gaps[i].strip() in (";(", ",(", ", (")
            and tokens.gaps[i + 1].startswith(")")
        ):
            labels[i] = "issue"


def _name_supplements(tokens: Tokens, labels: list[str]) -> None:
    """`Suppl 2` is a supplement, and `May` is a month, not an issue."""
    for i, word in enumerate(tokens.words):
        if labels[i] == "issue" and _SUPPLEMENT.match(word):
            labels[i] = "supplement"
            if i + 1 < len(labels) and labels[i + 1] == "issue" and not tokens.gaps[i + 1].strip(" ."):
                labels[i + 1] = "supplement"
            if i and labels[i - 1] == "issue" and not tokens.gaps[i].strip(" ."):
                labels[i - 1] = "supplement"
        elif labels[i] == "issue" and not word[0].isdigit() and "m" in word_classes(word.lower()):
            labels[i] = "month"


def _trim_edition(tokens: Tokens, labels: list[str]) -> None:
    """`2nd`, without the word "ed."."""
    for i, word in enumerate(tokens.words):
        if labels[i] == "edition" and not any(sign.isdigit() for sign in word) and "d" in word_classes(word.lower()):
            beside = i > 0 and labels[i - 1] == "edition"
            if beside or (i + 1 < len(labels) and labels[i + 1] == "edition"):
                labels[i] = "O"


def _state_after_town(tokens: Tokens, labels: list[str]) -> None:
    """`São Paulo, SP: Contexto`: all before the colon is the place."""
    for i in range(1, len(labels) - 1):
        if labels[i] == "publisher" and labels[i - 1] == "place" and tokens.gaps[i].strip() == ",":
            word = tokens.words[i]
            if word.isupper() and len(word) <= 3 and tokens.gaps[i + 1].strip() == ":":
                labels[i] = "place"


def _end_organisation(tokens: Tokens, labels: list[str]) -> None:
    """`World Health Organization (WHO). Title`: the name ends after its abbreviation."""
    for i in range(1, len(labels)):
        if labels[i] == "collab" and labels[i - 1] == "collab" and tokens.gaps[i].strip() == ").":
            end = next((k for k in range(i, len(labels)) if labels[k] != "collab"), len(labels))
            after = labels[end] if end < len(labels) else ""
            labels[i:end] = [after if after in ("title", "source") else "title"] * (end - i)
            return
