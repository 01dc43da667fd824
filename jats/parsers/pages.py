"""Page ranges and numbers of pages, with the words that people write around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from jats.messages.words import quoted
from jats.parsers.digits import DASH, NOTHING, plain_digits
from jats.parsers.outcome import Certainty, Outcome, unreadable
from jats.vocab.tables import rows


@dataclass(frozen=True, slots=True)
class Pages:
    """First and last page, several runs as printed, or how many pages there are; an article's number has `elocation`."""

    first: str | None = None
    last: str | None = None
    range: str | None = None
    total: str | None = None
    elocation: str | None = None

    def __str__(self) -> str:
        """As the article file has it."""
        if self.total or self.elocation:
            return self.total or self.elocation or ""
        return self.range or "-".join(part for part in (self.first, self.last) if part)


CLEAN = re.compile(r"(\d{1,6})-(\d{1,6})|\d{1,6}", re.ASCII)
_PAGE = r"[^\W_][^\W_.:]{0,11}(?:[.:][^\W_]{1,6})?"
_RANGE = re.compile(rf"({_PAGE}) ?{DASH}{{1,2}} ?({_PAGE})")
_ONE = re.compile(_PAGE)
_RUNS = re.compile(r" ?[,;،؛，；] ?")
_ELOCATION = re.compile(r"(?:e|E|a|A|ar|ea|EP|ID|id|m|P|L)\d{2,9}|[A-Za-z]{1,3}\d{4,9}")
_WORD_DASH = re.compile(r"(\d) (?:bis|to|through|à|au|al|a|do|až|по|до|til|till|t/m|tot|至|から) (\d)")
_OF = re.compile(r"(\d{1,6}) ?(?:of|of the|з|из|/) ?(\d{1,6})")
_ARTICLE = re.compile(
    r"(?:article|art\.?|paper|artikel|artículo|artigo|articolo|стаття|ст\.|статья|id|no\.?)[\s#№.:]{1,3}([A-Za-z]?\d{1,9})",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivxlcdm]{1,9}", re.IGNORECASE)
_FOLLOWING = re.compile(r"(\d{1,6})(?:ff?| ff|sqq?|ss?|et seq|та далі|и далее)\.?")
_TOTAL_PREFIX = re.compile(r"^([ivxlcdm]{1,9}), ?(\d{1,6})$", re.IGNORECASE)


@cache
def _words(side: int) -> str:
    found = {word.strip() for row in rows("page_words") for word in row[side].split(";") if word.strip()}
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s?") for word in sorted(found, key=lambda word: (-len(word), word))
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{_words(1)})(?:\.|\s|:|(?<=[^\W\d_]{{2}})(?=\d)|(?<=[^\x00-\u04ff])(?=\d))[.:\s]{{0,2}}", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\dIVXLCDMivxlcdm.])\s?[-‑]?(?:{_words(2)})\.?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_pages(text: str) -> Outcome[Pages]:
    """Pages as printed: `8–14`, `pp. 8-14`, `С. 121-9`, `8-11, 14-19`, `e1234`, `311 p.`"""
    if (found := CLEAN.fullmatch(text)) and (not found[2] or int(found[1]) <= int(found[2])):
        return Outcome(Pages(found[1], found[2]) if found[2] else Pages(text))
    notes: list[str] = []
    bare = _bare(text, notes)
    bare = _WORD_DASH.sub(r"\1-\2", bare)
    if bare.lower() in NOTHING:
        return Outcome(None, notes=(f"{quoted(bare)} says that there are none: the field is left out",))
    ahead = _before().match(bare)
    follows = None if ahead or _FOLLOWING.fullmatch(bare) else _after().search(bare)
    if ahead:
        notes.append(f"the word {quoted(ahead.group().strip())} is dropped")
        bare = bare[ahead.end() :].strip(" .")
        if trail := _after().search(bare):
            bare = bare[: trail.start()].strip()
    elif follows:
        notes.append(f"the word {quoted(follows.group().strip())} is dropped")
        bare = bare[: follows.start()].strip(" .")
    return _read(bare, notes, text, counts=follows is not None)


def _bare(text: str, notes: list[str]) -> str:
    plain = " ".join(plain_digits(text).split()).strip(" ,;").removeprefix("第").removeprefix("제")
    if plain_digits(text) != text:
        notes.append("the digits are written as 0 to 9")
    if (
        plain.endswith(".")
        and not plain.endswith("..")
        and plain[-2:-1].isdigit()
        and any(map(str.isdigit, plain[:-1]))
    ):
        plain = plain[:-1]
        notes.append("the full stop is dropped")
    if plain[:1] in "[(" and plain[-1:] in "])" and plain.count("(") < 2:
        plain = plain[1:-1].strip()
        notes.append("the brackets are dropped")
    return plain


def _read(bare: str, notes: list[str], text: str, *, counts: bool) -> Outcome[Pages]:
    if counts and (bare.isdigit() or _TOTAL_PREFIX.match(bare) or _ROMAN.fullmatch(bare)):
        return Outcome(Pages(total=bare), notes=tuple(notes))
    if _ELOCATION.fullmatch(bare) and not _ROMAN.fullmatch(bare):
        return Outcome(Pages(first=bare, elocation=bare), notes=tuple(notes))
    if found := _RANGE.fullmatch(bare):
        return _range(found[1], found[2], notes, text)
    if found := _FOLLOWING.fullmatch(bare):
        note = f"{quoted(bare[len(found[1]) :].strip())} after the first page is dropped: the last page is not known"
        return Outcome(Pages(found[1]), Certainty.LIKELY, (*notes, note), f"{found[1]}-…")
    runs = [run for run in _RUNS.split(bare) if run]
    if len(runs) > 1:
        return _runs(runs, notes, text)
    if _ONE.fullmatch(bare) and any(character.isdigit() or _ROMAN.fullmatch(bare) for character in bare):
        return Outcome(Pages(bare), notes=tuple(notes))
    if found := _OF.fullmatch(bare):
        note = f"{quoted(bare)} is read as page {found[1]}; the whole has {found[2]} pages"
        return Outcome(Pages(found[1]), Certainty.LIKELY, (*notes, note), found[1])
    if found := _ARTICLE.fullmatch(bare):
        number = found[1]
        return unreadable(
            f"{quoted(text)} is the number of an article and not a page",
            f"write elocation_id: {number} instead of pages",
        )
    return unreadable(f"{quoted(text)} is not read as pages", "write first-last, as in 8-14")


def _range(first: str, last: str, notes: list[str], text: str) -> Outcome[Pages]:
    whole = _in_full(first, last)
    if whole != last:
        notes.append(f"the short range is written out: {first}-{whole}")
    if _is_before(whole, first):
        words = f"the last page of {quoted(text)} is before the first"
        return unreadable(words, "write the smaller page first, as in 8-14")
    if first == whole:
        notes.append("first and last page are the same: one page")
        return Outcome(Pages(first), notes=tuple(notes))
    return Outcome(Pages(first, whole), notes=tuple(notes))


def swapped_pages(text: str, read: Pages) -> str | None:
    """The range that a short one may be if first and last page were swapped: 8-14 for 14-8, which is read as 14-18.

    Only a range with a first page of two digits and one more digit is in doubt; `121-9` is the usual short form.
    """
    found = re.search(r"(?<!\d)(\d{2})\D{1,3}(\d)\D*$", plain_digits(text))
    short = found is not None and read.first == found[1] and read.last != found[2]
    return f"{found[2]}-{found[1]}" if found and short and read.last else None


def _in_full(first: str, last: str) -> str:
    """The last page with what a short range leaves out: 121-9 is 121-129, e12-18 is e12-e18, 49-41 stays."""
    (prefix, digits), (other, end) = _split(first), _split(last)
    if prefix and digits and end and not other and int(end) > int(digits):
        return prefix + end
    if not digits or not end or (other and other != prefix) or len(end) > len(digits):
        return last
    filled = digits[: len(digits) - len(end)] + end
    longer = len(end) < len(digits) and int(filled) > int(digits)
    return prefix + (filled if longer else end) if longer or int(end) >= int(digits) else last


def _split(page: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\D{0,6})(\d{1,9})", page)
    return (found[1], found[2]) if found else ("", "")


def _is_before(last: str, first: str) -> bool:
    (prefix, one), (other, end) = _split(first), _split(last)
    return bool(one and end) and prefix == other and int(end) < int(one)


def _runs(runs: list[str], notes: list[str], text: str) -> Outcome[Pages]:
    """Several runs: first and last of all, and the whole as printed."""
    edges: list[str] = []
    shown: list[str] = []
    for run in runs:
        if found := _RANGE.fullmatch(run):
            read = _range(found[1], found[2], [], text)
            if read.value is None:
                return read
            edges += [found[1], read.value.last or found[1]]
            shown.append(f"{found[1]}-{read.value.last}" if read.value.last else found[1])
        elif _ONE.fullmatch(run) and any(character.isdigit() for character in run):
            edges.append(run)
            shown.append(run)
        else:
            return unreadable(f"{quoted(text)} is not read as pages", "write first-last, as in 8-14")
    if any(_is_before(later, earlier) for earlier, later in pairwise(edges)):
        words = f"the pages of {quoted(text)} are not in order"
        return unreadable(words, "write the smaller page first, as in 8-11, 14-19")
    return Outcome(Pages(edges[0], edges[-1], ", ".join(shown)), notes=tuple(notes))
