"""Numbers of volumes, issues, editions and the like, without the words that are printed around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from jats.messages.words import quoted
from jats.parsers.digits import NOTHING, plain_digits
from jats.parsers.outcome import Certainty, Outcome
from jats.vocab.tables import rows

KINDS = ("volume", "issue", "edition", "article")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written alone; `issue` if a volume's text named one as well."""

    value: str
    issue: str | None = None


_CLEAN = re.compile(r"\d{1,5}(?:[-/]\d{1,5})?", re.ASCII)
_ROMAN = "[IVXLCDM]{1,9}|[ivxlcdm]{1,9}|[ІХ]{1,9}"
_RUN = r"\d{1,6}[A-Za-z]?(?:\s?[-/–—.,+]\s?\d{1,6}[A-Za-z]?){0,4}"
_BRACKETS = r"(?:\s?\([^()]{1,30}\))?"
_VALUE = (
    rf"(?:{_RUN}(?:-[^\W\d_]{{1,3}}|[ªº°]|[^\W\d_]{{1,3}})?{_BRACKETS}"
    rf"|(?:{_ROMAN})(?:[-–/](?:{_ROMAN}))?{_BRACKETS}|[A-Z]\d[\w/.-]{{0,20}}|[A-Z])"
)
_TAIL = r"(?:[,;:]\s?[^;]{1,40})?"
_ORDINAL = re.compile(
    r"(\d{1,4})(?:st|nd|rd|th|e|er|ère|ème|ª|º|°|\.|-те|-е|-є|-ге|-ое|-й|-та|-ша|-га|o|a|da|ga|de|ste|:a|\.ª)?"
)


@cache
def _words(kind: str) -> str:
    found = {word.strip() for row in rows("number_words") if row[0].startswith(kind) for word in row[1].split(";")}
    ordered = sorted((word for word in found if word), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in ordered)


@cache
def _ahead(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{_words(kind)})(?:[.:]|\s|(?<=[^\W\d_]{{2}})(?=\d))[.:\s]{{0,2}}({_VALUE})$", re.IGNORECASE
    )


@cache
def _glued(kind: str) -> re.Pattern[str]:
    signs = "№|nº|n°|#" if kind == "issue" else "v|t|т"
    series = r"(?!(?-i:T)\d)"  # volume T106 of Physica Scripta is not volume 106
    return re.compile(rf"^{series}(?:{signs}) ?({_VALUE})$", re.IGNORECASE)


@cache
def _behind(kind: str) -> re.Pattern[str]:
    return re.compile(
        rf"^[第제]?({_VALUE})([\s.-]{{0,2}})({_words(kind)})(\.?)(?:\s?(?:verb|erw|rev|augm|перероб|доп|перераб|випр|corr|ampl|aum)[^,;]{{0,40}})?$",
        re.IGNORECASE,
    )


_BOTH = re.compile(r"^(.{1,30}?)(?:\s?[,;:]\s?|\s+)(.{1,40})$")


@lru_cache(maxsize=4096)
def read_number(text: str, kind: str) -> Outcome[Number]:
    """The number in a text of one of `KINDS`: `Vol. 13` is 13, `№ 2 (14)` is 2 (14), `Т. XII` is XII.

    Other words stay as they are: `Special issue` is the name of an issue.
    """
    if _CLEAN.fullmatch(text):
        return Outcome(Number(text))
    notes: list[str] = []
    bare = " ".join(plain_digits(text).split())
    if plain_digits(text) != text:
        notes.append("the digits are written as 0 to 9")
    if bare.lower() in NOTHING:
        return Outcome(None, notes=(f"{quoted(bare)} says that there is none: the field is left out",))
    if kind == "volume" and (both := _with_issue(bare)) is not None:
        return both
    found = _number(bare, kind)
    if found is None:
        return _other(bare, kind, notes)
    if found != bare:
        notes.append(f"the words around {quoted(found)} are dropped")
    return Outcome(Number(found), notes=tuple(notes))


def _number(text: str, kind: str) -> str | None:
    """The number alone, `None` if the text isn't one with words around it."""
    if len(text) > 1 and re.fullmatch(_ROMAN, text.strip(" .")):
        return text.strip(" .")  # the V of XXIV is not the word for a volume
    found = _behind(kind).match(text)
    if found and _is_number(found[1]) and not _belongs_to_number(*found.groups()):
        return found[1].strip(" .,")
    for form in (_ahead(kind), _glued(kind)):
        if (found := form.match(text)) and _is_number(found[1]):
            return found[1].strip(" .,")
    if re.fullmatch(r"\d{1,5}\.", text) and kind != "edition":
        return text[:-1]
    return None


def _belongs_to_number(value: str, gap: str, word: str, stop: str) -> bool:
    """Whether letters that follow a number at once are part of it: 78C, 2nd and 142Pt, but not 12т. and 12卷."""
    is_letter = len(word) == 1 and word.upper() != word.lower()
    return not gap and (not value[-1].isdigit() or (is_letter and not stop))


def _is_number(text: str) -> bool:
    return (
        any(character.isdigit() for character in text)
        or re.fullmatch(_ROMAN, text.strip(" .")) is not None
        or len(text) == 1
    )


def _other(text: str, kind: str, notes: list[str]) -> Outcome[Number]:
    """A text that isn't a number with a word: it stays, with a warning if it has the word of another kind."""
    for other in KINDS:
        found = None if other == kind else _ahead(other).match(text) or _glued(other).match(text)
        if found and _is_number(found[1]):
            own = re.fullmatch(r"\d[\w/()-]*", text) is None
            if own and kind in ("volume", "issue") and other in ("volume", "issue"):
                note = f"{quoted(text)} reads like a number of another kind: {other}"
                return Outcome(Number(found[1].strip(" .,")), Certainty.LIKELY, (*notes, note), found[1])
    return Outcome(Number(text), notes=tuple(notes))


def _with_issue(text: str) -> Outcome[Number] | None:
    """`Vol. 13, no. 2`, `13(2)`: a volume with its issue."""
    if found := re.fullmatch(
        r"(?:(?:vol|v|т|t|bd)\.? ?)?(\d{1,4}) ?\((\d{1,4}(?:[-/–]\d{1,4})?)\)", text, re.IGNORECASE
    ):
        return _both(found[1], found[2], text)
    found = _BOTH.match(text)
    while found:
        volume, issue = _number(found[1], "volume"), _number(found[2], "issue")
        if volume is None and re.fullmatch(r"\d{1,4}", found[1]) and issue:
            volume = found[1]
        if volume and issue and issue != found[2]:
            return _both(volume, issue, text)
        at = found.end(1) + 1
        found = re.match(rf"(.{{{at},30}}?)(?:\s?[,;:]\s?|\s+)(.{{1,40}})$", text) if at < 30 else None
    return None


def _both(volume: str, issue: str, text: str) -> Outcome[Number]:
    note = f"{quoted(text)} is read as volume {volume} and issue {issue}"
    return Outcome(Number(volume, issue), Certainty.LIKELY, (note,), f"volume: {volume} and issue: {issue}")


@lru_cache(maxsize=1024)
def read_edition(text: str) -> Outcome[Number]:
    """The number of an edition, with its ending as printed: `5th ed.` is 5th, `2-ге вид.` is 2-ге."""
    bare = " ".join(text.split())
    for form in (_behind("edition"), _ahead("edition")):
        if (found := form.match(bare)) and any(character.isdigit() for character in found[1]):
            value = found[1].strip(" ,.")
            if not _ORDINAL.fullmatch(value):
                continue
            notes = (f"the words around {quoted(value)} are dropped",) if value != bare else ()
            return Outcome(Number(value), notes=notes)
    return Outcome(Number(bare))


@lru_cache(maxsize=1024)
def read_count(text: str) -> Outcome[Number]:
    """A number of pages: `312 с.` is 312, `XII, 340 p.` stays as printed without its word."""
    from jats.parsers.pages import read_pages

    if text.isdigit():
        return Outcome(Number(text))
    read = read_pages(text)
    if read.value is not None and read.value.total:
        return Outcome(Number(read.value.total), notes=read.notes)
    if read.value is not None and read.value.first and not read.value.last and read.value.first.isdigit():
        return Outcome(Number(read.value.first), notes=read.notes)
    return Outcome(Number(text))
