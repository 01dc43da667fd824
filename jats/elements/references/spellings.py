"""Other ways to print a value: the last page without the digits that it shares with the first, a day in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.vocab.dates import iso, parse_date

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_]{3,12}")
_LONGEST_DAY = 30
_LONGEST_TEXT = 4000
_DAY_AT = re.compile(r"\d{4}")


def short_last_pages(first: str, last: str) -> Iterator[str]:
    """`281` after `266` may be printed as `81`; the longest ways first."""
    if len(first) == len(last):
        for shared in range(1, len(last)):
            if first[:shared] != last[:shared]:
                return
            yield last[shared:]


def month_name(text: str, year: str, month: str) -> str | None:
    """The only word of a text that names a month, which is given by its number: `May`, `травень`; None if there are more."""
    named = [
        word
        for word in _NAME.findall(text[:_LONGEST_TEXT])
        if (date := parse_date(f"{word} {year}")) and iso(date) == f"{year}-{month}"
    ]
    return named[0] if len(named) == 1 else None


def printed_days(text: str, day: str) -> Iterator[str]:
    """Every stretch of a text that says the day, which is given in ISO 8601: `3 May 2020`, `2020 May 3`."""
    words = list(_WORD.finditer(text[:_LONGEST_TEXT]))
    for start, first in enumerate(words):
        for last in words[start + 2 : start + 5]:
            stretch = text[first.start() : last.end()]
            if len(stretch) <= _LONGEST_DAY and day[:4] in _DAY_AT.findall(stretch):
                date = parse_date(stretch)
                if date is not None and iso(date) == day:
                    yield stretch
