"""Dates as editors and printers write them, read as far as they are known: a year, a month, a day, a season."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from jats.vocab.characters import DASHES, INVISIBLE
from jats.vocab.normal_forms import composed
from jats.vocab.tables import rows

_CLEAN = {**dict.fromkeys(map(ord, INVISIBLE)), **dict.fromkeys(map(ord, DASHES), "-")}
_YEARS = range(1000, 3000)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HOW = "write YYYY, YYYY-MM or YYYY-MM-DD"

# Words in a written date that say nothing: prepositions, the word "year", its abbreviations.
_FILLERS = frozenset(
    ["of", "the", "de", "do", "del", "di", "року", "рік", "р", "года", "год", "г", "roku", "rok", "r", "yılı"]
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known; there is no day without a month, and no month beside a season."""

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None


@lru_cache(maxsize=4096)  # the articles of a journal cite the same years over and over
def parse_date(text: str) -> PartialDate | None:
    """The date that `text` says without doubt, else `None`.

    Read are ISO 8601 (`2023`, `2023-03`, `2023-03-30`, a time after it is dropped), the same with slashes or full stops,
    `30.03.2023`, `03.2023`, and names of months and seasons in ten languages: `March 30, 2023`, `30 березня 2023 р.`,
    `Spring 2023`, `January-February 2023` (which is a season to JATS). `03/04/2023` may be two dates and is not read.
    """
    value = _cleaned(text)
    found = _numeric(value)
    date = PartialDate(*found) if found else _worded(value)
    return None if date is None or _impossible(date) else date


_DAY = r"\d\d?(?:st|nd|rd|th|er|[.ºª°])?"
_SPANS = (
    re.compile(r"(?P<first>.+)/(?P<last>.+)"),
    re.compile(rf"(?P<first>{_DAY}) ?- ?(?P<last>{_DAY} .*)"),
    re.compile(rf"(?P<first>{_DAY} [^\W\d]+\.?(?: \d{{4}})?) ?- ?(?P<last>{_DAY} .*)"),
    re.compile(rf"(?P<first>[^\W\d]+\.? {_DAY}) ?- ?(?P<last>(?:[^\W\d]+\.? )?{_DAY},? .*)"),
)
"""First and last day as they are written: `2023-10-12/14`, `12-14 October`, `30 September - 2 October`, `October 12-14, 2023`."""


def parse_span(text: str) -> tuple[PartialDate, PartialDate] | None:
    """The first and the last day of a range of days, or of months in ISO 8601; `None` if it says none without doubt."""
    value = _cleaned(text)
    for form in _SPANS:
        if (match := form.fullmatch(value)) and (found := _span(match["first"], match["last"])):
            return found
    return None


def _span(first: str, last: str) -> tuple[PartialDate, PartialDate] | None:
    """Both ends, each with what only the other one says: the month of `12` in `12-14 October 2023`."""
    end = parse_date(last) or parse_date(f"{' '.join(word for word in first.split() if word.isalpha())} {last}")
    if end is None or end.month is None:
        return None
    starts = (first, f"{first} {end.year}", f"{first} {month_name(end.month)} {end.year}")
    found = [start for one in starts if (start := parse_date(one)) and (start.day is None) is (end.day is None)]
    return (found[0], end) if found and not is_after(found[0], end) else None


@lru_cache(maxsize=4096)
def date_fault(text: str) -> str | None:
    """What keeps `text` from being a date between the years 1000 and 2999, in an editor's words."""
    value = _cleaned(text)
    if not value:
        return "is empty"
    found = _numeric(value)
    date = PartialDate(*found) if found else _worded(value)
    return _impossible(date) if date else _unreadable(value)


def iso(date: PartialDate) -> str:
    """ISO 8601 as far as the date is known: `2023`, `2023-03`, `2023-03-30`; a season has no ISO form and gives the year."""
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part is not None)


def is_after(first: PartialDate, second: PartialDate) -> bool:
    """Whether `first` is certainly later: as far as both are known, so that 2023 is not after 2023-03."""
    for one, other in (first.year, second.year), (first.month, second.month), (first.day, second.day):
        if one is None or other is None:
            return False
        if one != other:
            return one > other
    return False


def month_number(name: str) -> int | None:
    """The number of a month by its name or abbreviation, in the nominative or genitive of any of ten languages."""
    return _names("months").get(_word(name))


def season_number(name: str) -> int | None:
    """1 for spring to 4 for winter, by the name in any of ten languages."""
    return _names("seasons").get(_word(name))


def month_name(number: int) -> str:
    """The English name of a month, 1 to 12."""
    return rows("months")[0][number].split()[0].capitalize()


def _cleaned(text: str) -> str:
    value = " ".join(text.translate(_CLEAN).split()).strip(" ,;")
    return re.sub(r"(?<!\s)\s*([-/])\s*", r"\1", value)


def _numeric(value: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a date in digits, possible or not."""
    match = re.fullmatch(r"(\d{4})(?:([-/.])(\d\d?)(?:\2(\d\d?))?)?(?:[T ]\d\d:\d\d\S*)?", value, re.ASCII)
    if match:
        return int(match[1]), _number(match[3]), _number(match[4])
    match = re.fullmatch(r"(?:(\d\d?)\. ?)?(\d\d?)\. ?(\d{4})(?: ?[рг]\.?)?", value, re.ASCII)
    return (int(match[3]), int(match[2]), _number(match[1])) if match else None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _worded(value: str) -> PartialDate | None:
    """A date with the name of a month or season in it, with its year and perhaps its day."""
    words = [word for word in re.split(r"[\s,]+", value) if word and _word(word) not in _FILLERS]
    years = [word for word in words if re.fullmatch(r"\d{4}\.?", word, re.ASCII)]
    days = [match for word in words if (match := re.fullmatch(r"(\d\d?)(?:st|nd|rd|th|er|[.ºª°])?", word, re.ASCII))]
    names = [word for word in words if word[0].isalpha()]
    if len(years) != 1 or len(names) != 1 or len(days) > 1 or len(words) != 2 + len(days):
        return None
    year, day = int(years[0].rstrip(".")), int(days[0][1]) if days else None
    if (month := month_number(names[0])) is not None:
        return PartialDate(year, month, day)
    return PartialDate(year, season=names[0].rstrip(".")) if day is None and _is_season(names[0]) else None


def _is_season(name: str) -> bool:
    """Whether it names a season, or a range of months such as `January-February`."""
    parts = re.split(r"[-/]", name)
    if len(parts) == 2:
        return all(month_number(part) is not None for part in parts)
    return season_number(name) is not None


def _impossible(date: PartialDate) -> str | None:
    if date.year not in _YEARS:
        return f"year is {date.year:04}, expected 1000 to 2999"
    if date.month is None:
        return None
    if not 1 <= date.month <= 12:
        return f"month is {date.month}, expected 1 to 12"
    return None if date.day is None else _impossible_day(date.year, date.month, date.day)


def _impossible_day(year: int, month: int, day: int) -> str | None:
    if not 1 <= day <= 31:
        return f"day is {day}, expected 1 to 31"
    if day > _DAYS[month - 1]:
        return f"there is no {day} {month_name(month)}"
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"there is no 29 February in {year}" if (month, day) == (2, 29) and not leap else None


def _unreadable(value: str) -> str:
    """Why a text is not a date: the first part that is wrong, if it has the shape of one."""
    parts = re.split(r"[-/.]", value)
    if re.fullmatch(r"\d\d?([-/])\d\d?\1\d{4}", value, re.ASCII):
        first, second, year = (int(part) for part in parts)
        day, month = (second, first) if second > 12 else (first, second)
        if max(first, second) > 12 and (why := _impossible(PartialDate(year, month, day))):
            return why
        return f"day and month may be either way round in {value}: write YYYY-MM-DD"
    if " " in value or len(parts) > 3 or not re.match(r"\d{2,}", parts[0], re.ASCII):
        return f"not a date: {_HOW}"
    if not re.fullmatch(r"\d{4}", parts[0], re.ASCII):
        return _year_fault(parts[0])
    if len(parts) > 1 and not re.fullmatch(r"\d\d?", parts[1], re.ASCII):
        return _month_fault(parts[1])
    return f"day is {parts[2]}, expected 1 to 31" if len(parts) == 3 and parts[2] else f"not a date: {_HOW}"


def _year_fault(year: str) -> str:
    if len(year) != 4:
        return f"year has {len(year)} characters, expected 4: {_HOW}"
    return f"year is {year}, expected four digits"


def _month_fault(month: str) -> str:
    if number := month_number(month):
        return f"month is {month}, write {number:02}"
    return f"month is {month}, expected 1 to 12" if month else f"not a date: {_HOW}"


@cache
def _names(table: str) -> dict[str, int]:
    """Every name in the table, in small letters, and the number of its column."""
    return {
        _word(name): number for row in rows(table) for number, names in enumerate(row[1:], 1) for name in names.split()
    }


def _word(name: str) -> str:
    """In small letters, composed, without the full stop; the Turkish dotted capital becomes a plain i."""
    small = name.replace("İ", "i").lower().rstrip(".")
    return composed(small)  # of Greek capitals some accents come apart
