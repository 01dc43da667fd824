"""Dates as people write them: in digits of any order, in words of many languages, as ranges, or in words that give no date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from jats.messages.words import quoted
from jats.parsers.digits import plain_digits
from jats.parsers.outcome import Certainty, Outcome, unreadable
from jats.parsers.words import key
from jats.vocab.characters import DASHES
from jats.vocab.dates import (
    PartialDate,
    date_fault,
    iso,
    month_name,
    month_number,
    parse_date,
    parse_span,
    season_number,
)
from jats.vocab.tables import rows


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as far as it is known; `text` is what is printed if parts alone would lose something.

    `until` is the end of a range in ISO 8601, `suffix` the letter of 2007a, `original` the year of the first printing.
    """

    year: str | None = None
    month: str | None = None
    day: str | None = None
    season: str | None = None
    text: str | None = None
    until: str | None = None
    suffix: str | None = None
    original: str | None = None

    def __str__(self) -> str:
        """As the article file has it: ISO 8601, or the words."""
        parts = "-".join(part for part in (self.year, self.month, self.day) if part)
        return self.text or (f"{self.season} {parts}" if self.season else parts)


CLEAN = re.compile(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d))?)?", re.ASCII)
"""Plain ISO 8601, of which nothing need be found out."""

_DASH = re.compile(rf"\s*[{DASHES}~～]\s*")
_SUFFIX = re.compile(r"(\d{4})([a-zа-я])", re.ASCII)
_TWO_YEARS = re.compile(r"(\d{4}) ?[-/–] ?(\d{4}|\d{2})")
_REPRINT = re.compile(
    r"\[(\d{4})\] ?(\d{4})|(\d{4}) ?[\[(](?:\D{0,20} )?(\d{4})[\])]|\((\d{4})\) ?(\d{4})|(\d{4})/(\d{4})"
)
_THREE = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.-]((?:1[5-9]|20)\d\d)")
_CJK = re.compile(r"(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日일号]?)?)?")
_ERA = re.compile(r"(明治|大正|昭和|平成|令和|民國|民国) ?(\d{1,3}|元) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)?")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_SEASON_YEARS = re.compile(r"([^\W\d_]+) (\d{4}) ?[-/–] ?(\d{4}|\d{2})|(\d{4}) ?[-/–] ?(\d{4}|\d{2}) ([^\W\d_]+)")
_MONTHS = re.compile(r"([^\W\d_]+\.?) ?[-/–] ?([^\W\d_]+\.?),? (\d{4})|(\d{4}),? ([^\W\d_]+\.?) ?[-/–] ?([^\W\d_]+\.?)")
_LONGEST = 300
"""No date in words has more characters."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TAIL = re.compile(r"\s(?:р|г|року|года|рік|год|r|y|ж|жыл|м|г)\.?$|\s?(?:生|,)$|[.,;]$")
HOW = "write YYYY, YYYY-MM or YYYY-MM-DD"
"""What to write where a text is not a date."""
_OTHER_CALENDARS = {
    **dict.fromkeys(("fa", "ar", "ur", "ckb"), range(1200, 1500)),
    "th": range(2400, 2700),
    "he": range(5500, 5900),
}
"""Years of the Islamic, Persian, Buddhist and Jewish calendars that no article is of by the Gregorian one."""


@lru_cache(maxsize=8192)
def read_date(text: str, language: str = "") -> Outcome[WrittenDate]:
    """The date in a text; `language` is the article's (BCP 47), for names of months and for other calendars."""
    if CLEAN.fullmatch(text):
        return Outcome(_from_iso(text))
    if len(text) > _LONGEST:
        return _no_date(text, text)
    language = language.lower().partition("-")[0]
    bare = " ".join(plain_digits(text).split())
    notes = ["the digits are written as 0 to 9"] if plain_digits(text) != text else []
    bare = _without_words(bare, notes)
    words = _in_words(bare)
    read = words or _calendar(bare, language) or _numbers(bare) or _years(bare) or _named(_in_english(bare, language))
    if read is None:
        return _no_date(text, bare)
    return replace(read, notes=(*notes, *read.notes))


def _no_date(text: str, bare: str) -> Outcome[WrittenDate]:
    fault = date_fault(bare) or ""
    why = f" ({fault.partition(': write')[0]})" if fault and not fault.startswith("not a date") else ""
    return unreadable(f"{quoted(text)} is not a date that can be read{why}", HOW)


def _from_iso(text: str) -> WrittenDate:
    return WrittenDate(*text.split("-"))


def _without_words(text: str, notes: list[str]) -> str:
    """The text without a label, a weekday, brackets, or the word for a year after it."""
    bare = text.strip(" ,;")
    if (bare[:1] == "(" and bare[-1:] == ")") or (bare[:1] == "[" and bare[-1:] == "]" and bare.count("[") == 1):
        inner = bare[1:-1].strip()
        if re.fullmatch(r"\d{4}[a-z]?|.*\d{4}.*", inner) and bare[0] == "(":
            bare = inner
            notes.append("the brackets are dropped")
    for form in (_label(), _weekday()):
        if (found := form.match(bare)) and any(character.isdigit() for character in bare[found.end() :]):
            notes.append(f"{quoted(found.group().strip(' :'))} is dropped")
            bare = bare[found.end() :]
    return bare


def _any_of(kind: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(_phrases(kind), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{_any_of('label')})(?: (?:on|le|el|em|am|il|date))?\s?(?:[:：]\s*|\s)(?=\S)", re.IGNORECASE
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any_of('weekday')})[.,]? ", re.IGNORECASE)


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(
        key(word.strip("[]")) for row in rows("date_words") if row[0].startswith(kind) for word in row[1].split(";")
    )


def _in_words(text: str) -> Outcome[WrittenDate] | None:
    """Words that give no date, or one that is only near; the words stay as printed."""
    plain = key(text.strip("[]()"))
    if plain in _phrases("none") or plain in _phrases("press"):
        return Outcome(WrittenDate(text=text))
    lettered = re.fullmatch(r"(.{1,40}?)[-,]? ?([a-z])", plain)
    if lettered and len(plain) > 3 and lettered[1].strip() in _phrases("none") | _phrases("press"):
        return Outcome(WrittenDate(text=text))
    if not _YEAR.search(text):
        return _century(text)
    without = key(_YEAR.sub(" ", text).strip("[]()")).strip(" ,;()[]")
    if without in _phrases("press") or without in _phrases("none"):
        return Outcome(WrittenDate(year=_YEAR.findall(text)[0], text=text))
    if _is_about(text, without):
        return Outcome(WrittenDate(text=text), notes=("the year is not exact, so the words stay as printed",))
    return None


_CENTURY = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)|[IVX]{1,5}) (?:century|cent\.|ст\.|століття|в\.|век|siècle|siglo|século|secolo|Jh\.|"
    r"Jahrhundert|wiek)"
    r"(?: (?:BCE?|CE|AD))?",
    re.IGNORECASE,
)


def _century(text: str) -> Outcome[WrittenDate] | None:
    if _CENTURY.fullmatch(text):
        return Outcome(WrittenDate(text=text), notes=("a century has no year, so the words stay as printed",))
    return None


_ABOUT_MARKS = re.compile(r"\[?(?:\d{4}\?|\d{4}s|\d{3}-\?|\d{4}-е|\d{4}-х|\d{4}er)\]?(?: ?(?:гг|рр)\.?)?")


def _is_about(text: str, without: str) -> bool:
    """Whether the words around a year say that it is not exact: `c. 1850`, `1850s`, `1850?`."""
    if _ABOUT_MARKS.fullmatch(text):
        return True
    words = without.strip("?-–/ ")
    return words in _phrases("about") if words else without == "?"


def _calendar(text: str, language: str) -> Outcome[WrittenDate] | None:
    """A year of another calendar than the Gregorian one."""
    if found := _ERA.fullmatch(text):
        year = _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
        parts = [f"{year:04}", *(f"{int(part):02}" for part in (found[3], found[4]) if part)]
        note = f"{quoted(text)} is read as {'-'.join(parts)} of the Gregorian calendar"
        return Outcome(WrittenDate(*parts), Certainty.LIKELY, (note,), "-".join(parts))
    years = [int(year) for year in _YEAR.findall(text)]
    others = _OTHER_CALENDARS.get(language)
    if others and years and years[0] in others:
        words = f"{quoted(text)} seems to be of another calendar"
        return unreadable(words, "write the date of the Gregorian calendar, or fields with calendar and gregorian")
    return None


def _numbers(text: str) -> Outcome[WrittenDate] | None:
    """Dates in digits alone."""
    text = re.sub(r"[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?$", "", text)
    dashed = _DASH.sub("-", text)
    if (found := _THREE.fullmatch(dashed)) and (read := _day_month_year(found, text)) is not None:
        return read
    if found := _COMPACT.fullmatch(text):
        return Outcome(WrittenDate(*found.groups()), notes=(f"{quoted(text)} is read as {'-'.join(found.groups())}",))
    if found := _MONTH_YEAR.fullmatch(text):
        return Outcome(WrittenDate(found[2], f"{int(found[1]):02}"))
    if found := _CJK.fullmatch(text):
        return _partial(int(found[1]), found[2], found[3])
    if (found := re.fullmatch(r"(\d{4})([/.-])(\d{1,2})(?:\2(\d{1,2}))?\.?", dashed)) and int(found[3]) < 13:
        return _partial(int(found[1]), found[3], found[4])
    if found := re.fullmatch(r"(\d{4})\.? ?(?:р|г|ж|r|год|рік|року|года|жыл)?\.?", text):
        return Outcome(WrittenDate(found[1])) if "1000" <= found[1] < "3000" else None
    return None


def _partial(year: int, month: str | None, day: str | None) -> Outcome[WrittenDate] | None:
    date = f"{year:04}" + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")
    return Outcome(_from_iso(date)) if date_fault(date) is None else None


def _day_month_year(found: re.Match[str], text: str) -> Outcome[WrittenDate] | None:
    """Day, month and year; if day and month may be either way round, the day is taken first, with a warning."""
    one, sign, other, year = int(found[1]), found[2], int(found[3]), found[4]
    short = len(year) == 2
    whole = (2000 if int(year) <= 40 else 1900) + int(year) if short else int(year)
    day, month = (other, one) if other > 12 >= one else (one, other)
    read = _partial(whole, str(month), str(day))
    if read is None or read.value is None:
        return None
    either = one <= 12 and other <= 12 and one != other and sign != "."
    if short or either:
        why = "the year has two digits" if short else "day and month may be either way round"
        return Outcome(
            read.value, Certainty.LIKELY, (f"{quoted(text)} is read as {read.value}: {why}",), str(read.value)
        )
    return read


def _years(text: str) -> Outcome[WrittenDate] | None:
    """A year with a letter, two years, the year of a reprint, a season over two years."""
    if found := _SUFFIX.fullmatch(text):
        return Outcome(WrittenDate(found[1], suffix=found[2]))
    dashed = _DASH.sub("–", text)
    if found := _TWO_YEARS.fullmatch(dashed):
        first, last = found[1], _second(found[1], found[2])
        if int(last) - int(first) > 30 and "/" in text:
            return _reprint(first, last, text)
        if int(last) > int(first):
            return Outcome(WrittenDate(first, text=text, until=last))
        return unreadable(f"{quoted(text)} ends before it starts", HOW)
    if found := _REPRINT.fullmatch(text):
        first, last = sorted(part for part in found.groups() if part)
        return _reprint(first, last, text)
    if found := _SEASON_YEARS.fullmatch(dashed):
        season, first = (found[1], found[2]) if found[1] else (found[6], found[4])
        if season_number(season) or month_number(season):
            note = f"{quoted(text)} is read as {season} {first}; the words stay as printed beside it"
            return Outcome(WrittenDate(first, season=season, text=text), notes=(note,))
    return None


def _second(first: str, last: str) -> str:
    whole = last if len(last) == 4 else first[: 4 - len(last)] + last
    return str(int(whole) + 100) if len(last) == 2 and int(whole) < int(first) and last == "00" else whole


def _reprint(first: str, last: str, text: str) -> Outcome[WrittenDate]:
    return Outcome(
        WrittenDate(last, original=first), notes=(f"{quoted(text)} is read as {last}, first printed {first}",)
    )


@cache
def _own_months(language: str) -> dict[str, int]:
    return {
        name: number
        for row in (*rows("months"), *rows("months_own"))
        if row[0].partition("-")[0] == language
        for number, names in enumerate(row[1:], 1)
        for name in names.split()
    }


def _in_english(text: str, language: str) -> str:
    """The text with names of months of the article's language in English, and small words between left out."""
    own = _own_months("hr" if language == "bs" else language)
    out = []
    for word in re.split(r"([\s,]+)", text):
        bare = word.replace("İ", "i").lower().rstrip(".")
        out.append(month_name(own[bare]) if bare in own else "" if bare in _phrases("small") else word)
    return " ".join("".join(out).split())


def _named(text: str) -> Outcome[WrittenDate] | None:
    """Dates with the name of a month or season."""
    text = _vietnamese(_hyphened(text))
    while found := _TAIL.search(text):
        text = text[: found.start()]
    if found := _MONTHS.fullmatch(_DASH.sub("–", text)):
        return _months(found)
    for form in _forms(text):
        if (date := parse_date(form)) is not None:
            return Outcome(_of(date))
    if (span := parse_span(text)) is not None:
        return Outcome(replace(_of(span[0]), until=iso(span[1])))
    return None


def _hyphened(text: str) -> str:
    """`11-Nov-2019`, `Nov-2019`, `11.Nov.2019` with blanks."""
    return re.sub(
        r"(\d{1,2})[-./ ]([^\W\d_]{3,12})\.?[-./ ,]{1,2}(\d{4})",
        r"\1 \2 \3",
        re.sub(r"^([^\W\d_]{3,12})[-/.](\d{4})$", r"\1 \2", text),
    )


def _vietnamese(text: str) -> str:
    """Dates whose months are numbers after a word: `30 3 2024` of `ngày 30 tháng 3 năm 2024`."""
    found = re.fullmatch(r"(\d{1,2}) (\d{1,2}) (\d{4})", text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text


def _forms(text: str) -> list[str]:
    """The text as it is, and with its words in another order: `2024 Mar 30`, `2024, March 30`."""
    forms = [text]
    if found := re.fullmatch(r"(\d{4})[,.]? ([^\W\d_]+\.?) (\d{1,2})(?:st|nd|rd|th)?", text):
        forms.append(f"{found[3]} {found[2]} {found[1]}")
    if found := re.fullmatch(r"(\d{4})[,.]? ([^\W\d_]+\.?)", text):
        forms.append(f"{found[2]} {found[1]}")
    if found := re.fullmatch(r"(\d{4})[,.]? (\d{1,2})\.? ([^\W\d_]+\.?)", text):
        forms.append(f"{found[2]} {found[3]} {found[1]}")
    return forms


def _of(date: PartialDate) -> WrittenDate:
    month, day = (f"{part:02}" if part else None for part in (date.month, date.day))
    return WrittenDate(f"{date.year:04}", month, day, date.season)


def _months(found: re.Match[str]) -> Outcome[WrittenDate] | None:
    """A range of months or of seasons of one year, which is a season to JATS."""
    first, last, year = (found[1], found[2], found[3]) if found[3] else (found[5], found[6], found[4])
    for number in (month_number, season_number):
        one, other = number(first), number(last)
        if one and other:
            return Outcome(WrittenDate(year, season=f"{first}–{last}"))
    return None
