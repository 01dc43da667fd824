"""Labels of a page's parts (`Abstract`, `Ключові слова:`, `Geliş Tarihi`): what a line or a stretch begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from jats.citations.split import is_heading
from jats.importers.text_page.tables import folded, rows
from jats.parsers.words import spoken
from jats.vocab.languages import words_to_language
from jats.vocab.tables import rows as vocab_rows

DATES = ("received", "revised", "accepted", "published")
CODES = ("udc", "bbc", "grnti", "jel", "msc", "pacs", "clc")
SHORT = frozenset((
    *DATES, *CODES, "doi", "issn", "volume", "issue", "pages", "year", "journal", "publisher", "language",
    "section", "title", "award", "email", "phone", "orcid", "subjects",
))  # fmt: skip
"""Kinds whose content is one line."""

_ALONE = frozenset((
    "body", "title", "section", "authors", "journal", "data", "ethics", "volume", "year", "pages", "issue",
    "publisher", "language", "email", "phone", "subjects", "affiliations", "award",
))  # fmt: skip
"""Kinds whose label must be a line of its own, or have a colon: their words begin other lines too."""

_LONGEST = 75
_SPACED_AT_MOST = 5
_BEFORE = re.compile(r"[\s\u200b\ufeff•■▪●◆*#|¶►▶·–—\[]*")
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\s?[.)]\s+")
_HOW_MANY = re.compile(r"\d{1,3}\s[^\W\d_]{2,12}\.?\W*$")
"""`Bibliography: 11 titles.`"""
_BARE_NUMBER = re.compile(r"\d{1,2}\s+(?=[^\W\d_])")
_WORDS = re.compile(r"[^:：|\t【】\[\]]{2,75}")
_SPACED = re.compile(r"(?:[^\W\d_] {1,3}){4,}[^\W\d_](?=\s*(?:[:.]|$))")
_IN_BRACKETS = re.compile(r"\s?[\[(【（]([^\])】）]{2,30})[\])】）]")
_COUNT = re.compile(r"\s?\(\d{1,4}\)(?=\s*$)")
_AFTER = re.compile(r"\s*(?:[:：︰]\s*[-–—]?|[.．](?=\s|$|[^\W\d_])|\s?[–—―]\s?|-\s|\t|】|\||\]\s?:?|\s?/\s)\s*")
_PLURAL = re.compile(r"^(?:the|l'|la|el|los|die|der) ")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its kind, the languages that have it, and where what it labels begins; `alone` if nothing follows."""

    kind: str
    languages: tuple[str, ...]
    start: int
    end: int
    alone: bool
    firm: bool
    """Whether a colon, another sign or the end of the line follows."""


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    """Kinds by label, with the languages of each."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}

    def add(kind: str, language: str, phrase: str) -> None:
        kinds = found.setdefault(folded(phrase), {})
        kinds[kind] = (*kinds.get(kind, ()), language)

    for kind, language, words in (row[:3] for row in rows("page_labels")):
        for phrase in filter(None, (one.strip() for one in words.split(";"))):
            add(kind, language, phrase)
    for row in vocab_rows("keyword_labels"):
        for phrase in filter(None, (one.strip() for one in row[1].split(";"))):
            add("keywords", row[0].split()[-1], phrase)
    for row in vocab_rows("reference_headings"):
        for phrase in filter(None, (one.strip() for one in row[1].split(";"))):
            add("references", row[0], phrase)
    return found


@cache
def _starts() -> re.Pattern[str]:
    """All labels as one pattern, the longest first."""
    forms = sorted(_table(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_pattern, forms)), re.IGNORECASE)


def _pattern(form: str) -> str:
    """A label as a pattern; the characters of a short one in a script without blanks may be set apart: `摘　要`."""
    if _is_dense(form[0]) and len(form) < _SPACED_AT_MOST:
        return r"\s{0,4}".join(map(re.escape, form))
    return re.escape(form).replace(r"\ ", r"[\s\u00a0]+").replace("'", "['’ʼ‘ʻ`]")


@lru_cache(maxsize=1024)
def label_at(text: str, start: int = 0) -> Label | None:
    """The label that the text has at `start`, after bullets and a number."""
    before = _BEFORE.match(text, start)
    begin = before.end() if before else start
    for at in (begin, _after_number(text, begin)):
        if at is not None and (found := _read(text, start, at)):
            return found
    if (bare := _BARE_NUMBER.match(text, begin)) and (found := _read(text, start, bare.end())):
        return found if found.kind == "body" and found.alone else None
    return None


def _after_number(text: str, begin: int) -> int | None:
    found = _NUMBER.match(text, begin)
    return found.end() if found else None


def _read(text: str, start: int, at: int) -> Label | None:
    if spaced := _SPACED.match(text, at):
        closed = spaced[0].replace(" ", "")
        return _label(closed, text, (start, at, spaced.end()))
    found = _starts().match(text, at)
    while found is not None:
        if made := _label(found[0], text, (start, at, found.end())):
            return made
        shorter = text[: found.end() - 1]
        found = _starts().match(shorter, at)
    return _heading(text, start, at)


def _label(words: str, text: str, where: tuple[int, int, int]) -> Label | None:
    start, at, end = where
    kinds = _table().get(folded(words)) or _table().get("".join(words.split()))
    if kinds is None or (text[end : end + 1].isalnum() and text[end - 1].isalnum() and not _is_dense(text[end - 1])):
        return None
    language, end = _bracketed(text, end)
    if count := _COUNT.match(text, end):
        end = count.end()
    after = _AFTER.match(text, end)
    rest = (after.end() if after else end) + _blanks(text, after.end() if after else end)
    alone = rest >= len(text)
    firm = alone or after is not None
    kind = _kind(kinds, text, rest, alone)
    if kind == "body" and not alone:
        return None
    if kind is None or not (firm or _goes_on(kind, text, at, rest)):
        return None
    if kind == "references" and _HOW_MANY.match(text, rest):
        return None
    if kind == "references" and not alone and not (after and text[end:rest].strip()[:1] in ":："):
        return None
    languages = (language,) if language else kinds[kind]
    return Label(kind, languages, start, rest, alone, firm)


def _blanks(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip())


def _is_dense(letter: str) -> bool:
    return letter >= "\u2e80"


def _bracketed(text: str, end: int) -> tuple[str | None, int]:
    """A language in brackets after a label: `چکیده [English]`."""
    found = _IN_BRACKETS.match(text, end)
    if found and (language := words_to_language(found[1])):
        return language, found.end()
    return None, end


def _kind(kinds: dict[str, tuple[str, ...]], text: str, rest: int, alone: bool) -> str | None:
    """The kind of a label that may be of several, by what follows it."""
    if len(kinds) == 1:
        return next(iter(kinds))
    dated = re.search(r"\d{4}|[۰-۹]{4}", text[rest : rest + 40]) is not None
    for kind in kinds:
        if (kind in DATES) == dated and not (alone and kind in _ALONE and len(kinds) > 1 and kind == "body"):
            return kind
    return next(iter(kinds))


_DATE_AHEAD = re.compile(r"\W{0,3}(?:[^\W\d]{1,12}[.,]?\s){0,4}\W?[\d۰-۹٠-٩]{1,4}")


def _goes_on(kind: str, text: str, at: int, rest: int) -> bool:
    """Whether a label that only a blank parts from the text after it is one."""
    if kind in DATES:
        return _DATE_AHEAD.match(text, rest) is not None
    if kind in CODES:
        return re.match(r"\W{0,2}(?:[A-Z]?\d|\(?\d)", text[rest : rest + 8]) is not None
    if kind in ("doi", "issn", "orcid", "email", "phone"):
        return True
    if kind in ("volume", "issue", "pages", "year"):
        return False
    words = text[at:rest].strip()
    ahead = text[rest : rest + 1]
    if kind in ("abstract", "keywords"):
        shown = words[:1].isupper() or _is_dense(words[:1])
        return shown and (
            ahead.isupper() or ahead.isdigit() or _is_dense(ahead or "a") or (kind == "keywords" and len(words) > 8)
        )
    return kind == "citation" and len(words) > 12


def _heading(text: str, start: int, at: int) -> Label | None:
    """The heading of a list of references that is only in the table of citations."""
    line = text[at:].strip()
    if len(line) <= _LONGEST and is_heading(line):
        return Label("references", (), start, len(text), True, True)
    return None


@cache
def _date_words() -> re.Pattern[str]:
    words = sorted(
        {folded(phrase) for row in rows("page_labels") if row[0] in DATES for phrase in row[2].split(";")} - {""},
        key=lambda one: (-len(one), one),
    )
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")(?!\w)", re.IGNORECASE
    )


def date_labels(text: str) -> Iterator[tuple[str, int, int]]:
    """Labels of dates inside a line: kind, and the offsets of the label."""
    for found in _date_words().finditer(text):
        kinds = _table().get(folded(found[0]), {})
        kind = next((one for one in kinds if one in DATES), None)
        if kind:
            yield kind, found.start(), found.end()


@cache
def inner_labels() -> re.Pattern[str]:
    """Labels that also follow a sentence in the same line: keywords, codes of classifications."""
    words = {
        folded(phrase)
        for row in rows("page_labels")
        if row[0] in ("jel", "msc", "pacs", "keywords")
        for phrase in row[2].split(";")
    }
    words |= {folded(phrase) for phrase in spoken("keyword_labels")}
    forms = sorted(
        (word for word in words if len(word) > 4 or word in ("jel", "msc")), key=lambda one: (-len(one), one)
    )
    return re.compile(
        r"(?<=[.!?;)\]。])\s*(?:"
        + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        + r")\s?(?=[:：])",
        re.IGNORECASE,
    )
