"""Labels of numbers, editions, places and organisations that contradict their form are put right."""

from __future__ import annotations

import re

from jats.citations.access_dates import access_date
from jats.citations.lexicon import word_classes
from jats.citations.tokens import Tokens

_LONGEST_SHORT = 8
_COLLABORATION = frozenset(("collaboration", "collaborations"))
_NAMELESS = frozenset(("title", "source", "publisher", "surname"))
_DASHES = frozenset("-–—‐‑")
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
        if not kinds & {"fpage", "lpage"}:
            _pages_not_issue(tokens, labels)
    if "edition" in kinds:
        _trim_edition(tokens, labels)
    if {"place", "publisher"} <= kinds:
        _state_after_town(tokens, labels)
    if "collab" in kinds:
        _end_organisation(tokens, labels)
    else:
        _organisations(tokens, labels)
    if "publisher" in kinds and "]" in tokens.text:
        _end_publisher(tokens, labels)
    if "lpage" in kinds:
        _pages(tokens, labels)
    if "year" in kinds:
        _years_of_title(tokens, labels)
        _numbers_like_years(tokens, labels)
    if "accessed" in kinds or "http" in tokens.text or "www." in tokens.text:
        access_date(tokens, labels)


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


def _pages_not_issue(tokens: Tokens, labels: list[str]) -> None:
    """`Journal of Seas, 1, 2-8`: a range after the volume and a comma is that of the pages, if there are no others."""
    for i in range(1, len(labels) - 1):
        pair = labels[i : i + 2] == ["issue", "issue"] and labels[i - 1] == "volume"
        if pair and tokens.gaps[i].strip() == "," and tokens.gaps[i + 1].strip() in _DASHES:
            first, last = tokens.words[i : i + 2]
            if first.isdecimal() and last.isdecimal() and int(first[:6]) + 1 < int(last[:6]):
                labels[i : i + 2] = ["fpage", "lpage"]
                return


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
        if i and word in ("ª", "º") and labels[i - 1] == "edition" and tokens.gaps[i] in ("", "."):
            labels[i] = "edition"
            continue
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


def _numbers_like_years(tokens: Tokens, labels: list[str]) -> None:
    """`J. Tides 2012, 13 (2012)` has the volume 2012, `Tides 19(9), 2040 (2019)` the article 2040."""
    last = next((i for i in range(len(labels) - 1, 1, -1) if _YEAR.fullmatch(tokens.words[i])), 0)
    if not last or not tokens.gaps[last].endswith("(") or tokens.gaps[last + 1][:1] != ")":
        return
    for i in range(1, last):
        if not _YEAR.fullmatch(tokens.words[i]) or labels[i] not in ("year", "O", "volume"):
            continue
        if labels[i - 1] == "source" and tokens.gaps[i].strip() in ("", ".", ","):
            labels[i] = "volume"
            labels[last] = "year"
        elif labels[i - 1] in ("volume", "issue") and tokens.gaps[i].strip() in (",", ":", "),", "):"):
            labels[i] = "fpage"
            labels[last] = "year"


def _organisations(tokens: Tokens, labels: list[str]) -> None:
    """`BSI. 1999.` at the start; `A. Roe (Harbour Collaboration), J. Tides 5`: words in brackets after the authors."""
    short = tokens.words[0].isupper() and 1 < len(tokens.words[0]) <= _LONGEST_SHORT
    if (
        short
        and len(labels) > 1
        and labels[0] in _NAMELESS
        and labels[1] == "year"
        and tokens.gaps[1].strip() in (".", "(")
    ):
        labels[0] = "collab"
    if labels[0] not in ("surname", "given") or "ollaboration" not in tokens.text:
        return
    last = next((i for i, word in enumerate(tokens.words) if word.lower() in _COLLABORATION), None)
    if last is None:
        return
    start = next((i for i in range(last, 0, -1) if tokens.gaps[i].strip() == "("), None)
    end = next((i for i in range(last + 1, len(tokens.gaps)) if ")" in tokens.gaps[i]), None)
    if start and end and labels[start - 1] in ("surname", "given", "etal", "title"):
        labels[start:end] = ["collab"] * (end - start)
        labels[:start] = ["surname" if label == "title" else label for label in labels[:start]]


def _end_publisher(tokens: Tokens, labels: list[str]) -> None:
    """`[PhD thesis, University of Tides]. Tides Online`: the institution ends at the bracket."""
    for i in range(1, len(labels)):
        if labels[i] == "publisher" and labels[i - 1] == "publisher" and "]" in tokens.gaps[i]:
            end = next((k for k in range(i, len(labels)) if labels[k] != "publisher"), len(labels))
            labels[i:end] = ["O"] * (end - i)
            return


def _pages(tokens: Tokens, labels: list[str]) -> None:
    """`E2382–E2390` are two pages; `220401(R)` has no last page."""
    for i, label in enumerate(labels):
        if label != "lpage":
            continue
        if (
            i + 1 < len(labels)
            and labels[i + 1] == "lpage"
            and tokens.gaps[i + 1].strip() in _DASHES
            and "fpage" not in labels
        ):
            labels[i] = "fpage"
        elif len(tokens.words[i]) == 1 and tokens.words[i].isalpha() and tokens.gaps[i] == "(":
            labels[i] = "O"


def _years_of_title(tokens: Tokens, labels: list[str]) -> None:
    """`Title (1770–1830). … 1999`: years of a range in brackets are the title's, if another year is there."""
    for i in range(1, len(labels) - 1):
        inside = labels[i] == "year" and tokens.gaps[i].strip() == "(" and tokens.gaps[i + 1].strip() in _DASHES
        if inside and _YEAR.fullmatch(tokens.words[i + 1]) and labels[i - 1] in ("title", "source"):
            last = next((k for k in range(len(labels) - 1, i + 1, -1) if _YEAR.fullmatch(tokens.words[k])), None)
            if last is not None and labels[last] in ("year", "O"):
                labels[i] = labels[i + 1] = labels[i - 1]
                labels[last] = "year"
                return


def _end_organisation(tokens: Tokens, labels: list[str]) -> None:
    """`World Health Organization (WHO). Title`: the name ends after its abbreviation."""
    for i in range(1, len(labels)):
        abbreviation = (
            tokens.gaps[i].strip() == "(" and tokens.words[i].isupper() and tokens.gaps[i + 1].startswith(")")
        )
        if abbreviation and labels[i - 1] == "collab":
            labels[i] = "collab"
        if labels[i] == "collab" and labels[i - 1] == "collab" and tokens.gaps[i].strip() == ").":
            end = next((k for k in range(i, len(labels)) if labels[k] != "collab"), len(labels))
            after = labels[end] if end < len(labels) else ""
            labels[i:end] = [after if after in ("title", "source") else "title"] * (end - i)
            return
