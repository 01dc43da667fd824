"""Days, months and years of an article's own dates: each a possible number, together a possible day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import ALL
from jats.vocab.dates import PartialDate, date_fault, is_after, month_number

_CITED = (
    "element-citation",
    "mixed-citation",
    "citation",
    "nlm-citation",
    "product",
    "related-article",
    "related-object",
)
_SERVICES = ("common", "pmc", "scielo", "crossref")
_ISO = re.compile(
    r"(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:T\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?"
)


def is_own(el: Element) -> bool:
    """Whether a date is the article's own, not that of a work that it cites."""
    return not within(el, *_CITED)


def number_of(text: str | None, low: int, high: int) -> int | None:
    """The number that a text is, `None` for anything else or outside the limits."""
    value = (text or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 and low <= int(value) <= high else None


def date_of(el: Element) -> PartialDate | None:
    """What a `<date>` or `<pub-date>` says as far as it is possible, `None` without a year."""
    year = number_of(child_text(el, "year") or child_text(el, "string-date/year"), 1000, 2999)
    if year is None:
        return None
    month = number_of(child_text(el, "month"), 1, 12)
    day = number_of(child_text(el, "day"), 1, 31)
    return PartialDate(year, month, day if month and not _fault(year, month, day) else None)


def _fault(year: int, month: int, day: int | None) -> str | None:
    return date_fault(f"{year:04}-{month:02}-{day or 1:02}")


@rule("COM202", on=("pub-date", "date"), services=("pmc", "scielo", "crossref"))
def day_has_a_month(el: Element) -> Iterator[str]:
    """A date with a day has a month, and no date has two.

    Why: the day of an unknown month is no date; receivers drop it or refuse the record.
    Wrong: <date date-type="received"><day>12</day><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, date-check; SciELO Publishing Schema 1.10, dates
    """
    months = len(el.findall("month"))
    if months > 1 and is_own(el):
        yield f"the date has {months} months"
    elif not months and el.find("day") is not None and is_own(el):
        yield f"the date has a day ({child_text(el, 'day')}) and no month"


@rule("COM203", on=("pub-date", "date"), services=_SERVICES)
def day_exists(el: Element) -> Iterator[str]:
    """The day of a date exists in its month.

    Why: receivers refuse the record; or the wrong month is published.
    Wrong: <date date-type="received"><day>30</day><month>02</month><year>2024</year></date>
    Right: <date date-type="received"><day>29</day><month>02</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, is-valid-date; SciELO Publishing Schema 1.10, value_error
    """
    found, day = date_of(el), number_of(child_text(el, "day"), 1, 31)
    if found is None or found.month is None or day is None or found.day is not None:
        return
    if (fault := _fault(found.year, found.month, day)) and is_own(el):
        yield fault


@rule("COM204", on=("pub-date/day", "date/day"), services=_SERVICES)
def day_is_a_number(el: Element) -> Iterator[str]:
    """A day is a number from 1 to 31.

    Why: receivers refuse the record.
    Wrong: <date date-type="received"><day>12th</day><month>01</month><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, day-check; Crossref deposit schema 5.5.0, xrefDay
    """
    if number_of(el.text, 1, 31) is None and is_own(el):
        yield f"the day is {quoted(text_of(el))}; it must be a number from 1 to 31"


@rule("COM205", on=("pub-date/month", "date/month"), services=_SERVICES)
def month_is_a_number(el: Element) -> Iterator[Hit]:
    """A month is a number from 1 to 12.

    Why: receivers refuse names of months, which are different in every language.
    Wrong: <date date-type="received"><day>12</day><month>January</month><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, month-check; Crossref deposit schema 5.5.0, xrefMonth
    """
    if number_of(el.text, 1, 12) is not None or not is_own(el):
        return
    value = text_of(el)
    if number := month_number(value):
        fix = Fix(el.text or "", f"{number:02}") if len(el) == 0 else None
        yield Hit(f"the month is {quoted(value)}; write {number:02}", fix=fix)
    else:
        season = number_of(value, 21, 34) is not None  # to Crossref a season, quarter or half
        yield Hit(
            f"the month is {quoted(value)}; it must be a number from 1 to 12",
            services=_SERVICES[:3] if season else None,
        )


@rule(
    "COM206",
    on=("pub-date/year", "date/year", "string-date/year"),
    services=("common", "pmc", "scielo", "crossref", "doaj"),
)
def year_is_a_number(el: Element) -> Iterator[Hit]:
    """A year has four digits and lies between 1700 and 2100.

    Why: the article is filed under its year; what is none is refused.
    Wrong: <date date-type="received"><day>12</day><month>01</month><year>24</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, year-check; Crossref deposit schema 5.5.0, xrefYear
    """
    if number_of(el.text, 1700, 2100) is None and is_own(el):
        old = number_of(el.text, 1400, 2200) is not None
        services = ("common", "pmc", "scielo", "doaj") if old else None
        yield Hit(f"the year is {quoted(text_of(el))}; it must be four digits, 1700 to 2100", services=services)


@rule("DCT201", on=("article-meta/pub-date", "front-stub/pub-date"), services=("datacite",))
def publication_year_has_four_digits(el: Element) -> Iterator[str]:
    """The year of publication has four digits.

    Why: DataCite requires it in that form.
    Wrong: <pub-date date-type="pub" publication-format="electronic"><year>24</year></pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>
    Source: DataCite Metadata Schema 4.6, property 5
    """
    year = child_text(el, "year")
    if year is not None and not re.fullmatch(r"\d{4}", year, re.ASCII):
        yield f"the year of publication is {quoted(year)}; it must be four digits"


@rule("COM212", on="@iso-8601-date", services=ALL, severity=Severity.WARNING)
def iso_date_agrees(el: Element) -> Iterator[Hit]:
    """`iso-8601-date` is a date of ISO 8601, and the same as that in the element.

    Why: programs read the attribute and people the text; where they differ, one of them is wrong.
    Wrong: <pub-date date-type="pub" publication-format="electronic" iso-8601-date="2024-06-20"><day>20</day>
        <month>05</month>
        <year>2024</year></pub-date>
    Wrong: <pub-date date-type="pub" publication-format="electronic" iso-8601-date="20.05.2024"><day>20</day>
        <month>05</month>
        <year>2024</year></pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic" iso-8601-date="2024-05-20"><day>20</day>
        <month>05</month>
        <year>2024</year></pub-date>
    Source: ISO 8601; JATS Tag Library, attribute iso-8601-date; JATS4R Schematron 1.0, general-citations-errors
    """
    value = el.attrib["iso-8601-date"].strip()
    match = _ISO.fullmatch(value.partition("/")[0])
    if match is None or (match[2] and date_fault("-".join(part for part in match.groups() if part))):
        yield Hit(f"iso-8601-date {quoted(value)} is no date of ISO 8601: YYYY-MM-DD", attribute="iso-8601-date")
        return
    stated = (child_text(el, "year"), child_text(el, "month"), child_text(el, "day"))
    for name, part, text in zip(("year", "month", "day"), match.groups(), stated, strict=True):
        number = number_of(text, 0, 9999)
        if part and number is not None and number != int(part):
            yield Hit(f"iso-8601-date is {value}, but the {name} is {text}", attribute="iso-8601-date")
            return


@rule(
    "COM209", on=("article-meta/pub-date", "history/date"), services=("scielo", "crossref"), severity=Severity.WARNING
)
def date_is_not_in_the_future(el: Element, context: RuleContext) -> Iterator[str]:
    """A publication date is at most a year ahead, a date of the history not ahead at all.

    Why: the year is mistyped, and the article is filed and announced wrongly.
    Wrong: <date date-type="received"><day>12</day><month>01</month><year>2099</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: SciELO Publishing Schema 1.10, limit_date
    """
    found = date_of(el)
    if found is None or context.today is None:
        return
    limit = _a_year_after(context.today) if el.tag == "pub-date" else context.today
    if is_after(found, PartialDate(limit.year, limit.month, limit.day)):
        yield f"the date lies in the future: {'-'.join(str(part) for part in (found.year, found.month, found.day) if part)}"


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))
