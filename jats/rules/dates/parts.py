"""Days, months and years of an article's own dates: each a possible number, together a possible day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, parent_name, text_of, within
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
    """A date with a day must have one month.

    Why: A day without its month is not a date; receivers drop it or refuse the record.
    Wrong: <date date-type="received"><day>12</day><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, date-check; SciELO Publishing Schema 1.10, dates
    """
    months = len(el.findall("month"))
    if months > 1 and is_own(el):
        yield f"the date has {months} months: keep one"
    elif not months and el.find("day") is not None and is_own(el):
        yield f"the date has a day ({child_text(el, 'day')}) and no month: add the month"


@rule("COM203", on=("pub-date", "date"), services=_SERVICES)
def day_exists(el: Element) -> Iterator[str]:
    """The day of a date must exist in its month.

    Why: Receivers refuse the record, or publish the wrong month.
    Wrong: <date date-type="received"><day>30</day><month>02</month><year>2024</year></date>
    Right: <date date-type="received"><day>29</day><month>02</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, is-valid-date; SciELO Publishing Schema 1.10, value_error
    """
    found, day = date_of(el), number_of(child_text(el, "day"), 1, 31)
    if found is None or found.month is None or day is None or found.day is not None:
        return
    if (fault := _fault(found.year, found.month, day)) and is_own(el):
        yield f"{fault}: correct the day or the month"


@rule("COM204", on=("pub-date/day", "date/day"), services=_SERVICES)
def day_is_a_number(el: Element) -> Iterator[str]:
    """A day must be a number from 1 to 31.

    Why: Receivers refuse the record.
    Wrong: <date date-type="received"><day>12th</day><month>01</month><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, day-check; Crossref deposit schema 5.5.0, xrefDay
    """
    if number_of(el.text, 1, 31) is None and is_own(el):
        yield f"the day is {quoted(text_of(el))}; it must be a number from 1 to 31"


@rule("COM205", on="month", services=_SERVICES)
def month_is_a_number(el: Element) -> Iterator[Hit]:
    """A month must be a number from 1 to 12.

    Why: Receivers refuse the names of months, which differ by language. SciELO asks for numbers in references too.
    Wrong: <date date-type="received"><day>12</day><month>January</month><year>2024</year></date>
    Wrong (scielo): <element-citation publication-type="journal">… <month>Nov</month></element-citation>
    Wrong (scielo): <date date-type="received"><day>12</day><month>January</month><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    YAML: history: {received: 2024-01-12}
    Source: PMC Style Checker 5.31, month-check; Crossref deposit schema 5.5.0, xrefMonth; SciELO Publishing Schema 1.10, month
    """
    if number_of(el.text, 1, 12) is not None:
        return
    own = parent_name(el) in ("pub-date", "date") and is_own(el)
    services, value = (_SERVICES if own else ("scielo",)), text_of(el)
    if number := month_number(value):
        fix = Fix(el.text or "", f"{number:02}") if len(el) == 0 else None
        yield Hit(f"the month is {quoted(value)}: write {number:02}", fix=fix, services=services)
    else:
        season = number_of(value, 21, 34) is not None  # to Crossref a season, quarter or half
        asking = tuple(name for name in services if name != "crossref") if season else services
        yield Hit(f"the month is {quoted(value)}; it must be a number from 1 to 12{_calendar(el)}", services=asking)


@rule(
    "COM206",
    on=("pub-date/year", "date/year", "string-date/year"),
    services=("common", "pmc", "scielo", "crossref", "doaj"),
)
def year_is_a_number(el: Element) -> Iterator[Hit]:
    """A year must have four digits and be between 1700 and 2100.

    Why: Articles are filed under their year, and receivers refuse anything else. PMC takes a letter after the year.
    Wrong: <date date-type="received"><day>12</day><month>01</month><year>24</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    YAML: history: {received: 2024-01-12}
    Source: PMC Style Checker 5.31, year-check; Crossref deposit schema 5.5.0, xrefYear
    """
    if number_of(el.text, 1700, 2100) is not None or not is_own(el):
        return
    value = text_of(el)
    taken = {"crossref"} if number_of(value, 1400, 2200) is not None else set()
    taken |= {"pmc"} if re.fullmatch(r"(?:1[789]\d\d|20\d\d|2100)[a-z]+", value, re.ASCII) else set()
    services = tuple(name for name in ("common", "pmc", "scielo", "crossref", "doaj") if name not in taken)
    said = f"the year is {quoted(value)}; it must be four digits, 1700 to 2100{_calendar(el)}"
    yield Hit(said, services=services)


def _calendar(part: Element) -> str:
    """What to do about a part of a date in another calendar than the Gregorian."""
    date = part.getparent()
    if date is None or not other_calendar(date):
        return ""
    return f" in the Gregorian calendar, not the {date.get('calendar')} one"


def other_calendar(date: Element) -> bool:
    """Whether the parts of a date are of another calendar than the Gregorian."""
    return date.get("calendar", "").strip().lower() not in ("", "gregorian")


@rule("DCT201", on=("article-meta/pub-date", "front-stub/pub-date"), services=("datacite",))
def publication_year_has_four_digits(el: Element) -> Iterator[Hit]:
    """The year of publication must have four digits.

    Why: DataCite takes it in that form only.
    Wrong: <pub-date date-type="pub" publication-format="electronic"><year>24</year></pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>
    Source: DataCite Metadata Schema 4.6, property 5
    """
    year = child_text(el, "year")
    if year is not None and not re.fullmatch(r"\d{4}", year, re.ASCII):
        yield Hit(f"the year of publication is {quoted(year)}; it must be four digits", el.find("year"))


@rule("COM212", on="@iso-8601-date", services=ALL, severity=Severity.WARNING)
def iso_date_agrees(el: Element) -> Iterator[Hit]:
    """The attribute `iso-8601-date` must be an ISO 8601 date, and the same date as that in the element.

    Why: Programs read the attribute and people read the text; if they differ, one of them is wrong.
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
    if other_calendar(el):
        return  # the attribute has the Gregorian date, the element that of the calendar
    if match is None or (match[2] and date_fault("-".join(part for part in match.groups() if part))):
        yield Hit(f"iso-8601-date is {quoted(value)}: write YYYY-MM-DD", attribute="iso-8601-date")
        return
    stated = (child_text(el, "year"), child_text(el, "month"), child_text(el, "day"))
    # What is no year, month or day is COM204's to COM206's.
    limits = (("year", 1700, 2100), ("month", 1, 12), ("day", 1, 31))
    for (name, least, most), part, text in zip(limits, match.groups(), stated, strict=True):
        number = number_of(text, least, most)
        if part and number is not None and number != int(part):
            yield Hit(
                f"iso-8601-date is {value}, but the {name} is {text}: make the two agree", attribute="iso-8601-date"
            )
            return


@rule(
    "COM209",
    on=("article-meta/pub-date", "history/date"),
    services=("common", "scielo", "crossref"),
    severity=Severity.WARNING,
)
def date_is_not_in_the_future(el: Element, context: RuleContext) -> Iterator[str]:
    """A publication date must be at most a year ahead, and a date of the history must be in the past.

    Why: The year is probably mistyped, and the article would be filed under a wrong year.
    Wrong: <date date-type="received"><day>12</day><month>01</month><year>2099</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    YAML: published: 2023-03-30
    Source: SciELO Publishing Schema 1.10, limit_date
    """
    found = date_of(el)
    if found is None or context.today is None or other_calendar(el):
        return
    limit = _a_year_after(context.today) if el.tag == "pub-date" else context.today
    if is_after(found, PartialDate(limit.year, limit.month, limit.day)):
        shown = "-".join(str(part) for part in (found.year, found.month, found.day) if part)
        yield f"the date {shown} is in the future: correct it"


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))
