"""Dates: how editors and printers write them, what is no date, and which is later."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.vocab.dates import PartialDate, date_fault, is_after, iso, month_number, parse_date, parse_span
from jats.vocab.tables import rows

RIGHT = [
    ("2023", PartialDate(2023)),
    ("2023-03", PartialDate(2023, 3)),
    ("2023-03-30", PartialDate(2023, 3, 30)),
    ("2023-3-5", PartialDate(2023, 3, 5)),
    ("2023\u201303\u201330", PartialDate(2023, 3, 30)),
    ("2023/03/30", PartialDate(2023, 3, 30)),
    ("2023.03.30", PartialDate(2023, 3, 30)),
    ("2023-03-30T10:15:00Z", PartialDate(2023, 3, 30)),
    ("2023-03-30 10:15", PartialDate(2023, 3, 30)),
    ("30.03.2023", PartialDate(2023, 3, 30)),
    ("1.2.2023", PartialDate(2023, 2, 1)),
    ("30.03.2023 р.", PartialDate(2023, 3, 30)),
    ("03.2023", PartialDate(2023, 3)),
    ("2024-02-29", PartialDate(2024, 2, 29)),
    ("2000-02-29", PartialDate(2000, 2, 29)),
    ("March 2023", PartialDate(2023, 3)),
    ("MARCH 2023", PartialDate(2023, 3)),
    ("2023 March", PartialDate(2023, 3)),
    ("30 March 2023", PartialDate(2023, 3, 30)),
    ("30th of March, 2023", PartialDate(2023, 3, 30)),
    ("March 30, 2023", PartialDate(2023, 3, 30)),
    ("Sept. 2023", PartialDate(2023, 9)),
    ("30 березня 2023 р.", PartialDate(2023, 3, 30)),
    ("березень 2023 року", PartialDate(2023, 3)),
    ("5 мая 2023 г.", PartialDate(2023, 5, 5)),
    ("30 de marzo de 2023", PartialDate(2023, 3, 30)),
    ("1 de março de 2023", PartialDate(2023, 3, 1)),
    ("1er août 2023", PartialDate(2023, 8, 1)),
    ("3. März 2023", PartialDate(2023, 3, 3)),
    ("1° gennaio 2023", PartialDate(2023, 1, 1)),
    ("30 września 2023 r.", PartialDate(2023, 9, 30)),
    ("30 Mayıs 2023", PartialDate(2023, 5, 30)),
    ("30 ŞUBAT 2023", None),
    ("Spring 2023", PartialDate(2023, season="Spring")),
    ("2023, Winter", PartialDate(2023, season="Winter")),
    ("Осінь 2023", PartialDate(2023, season="Осінь")),
    ("January\u2013February 2023", PartialDate(2023, season="January-February")),
]

WRONG = [
    ("", "is empty"),
    ("2007b", "year has 5 characters, expected 4: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("20233-01", "year has 5 characters, expected 4: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("23", "year has 2 characters, expected 4: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("202O", "year is 202O, expected four digits"),
    ("0023", "year is 0023, expected 1000 to 2999"),
    ("3023-01", "year is 3023, expected 1000 to 2999"),
    ("2023-13", "month is 13, expected 1 to 12"),
    ("2023-00-01", "month is 0, expected 1 to 12"),
    ("2023-January", "month is January, write 01"),
    ("2023-Foo", "month is Foo, expected 1 to 12"),
    ("2023-04-31", "there is no 31 April"),
    ("31.04.2023", "there is no 31 April"),
    ("31 April 2023", "there is no 31 April"),
    ("2023-02-29", "there is no 29 February in 2023"),
    ("1900-02-29", "there is no 29 February in 1900"),
    ("2023-02-30", "there is no 30 February"),
    ("2023-01-32", "day is 32, expected 1 to 31"),
    ("2023-01-00", "day is 0, expected 1 to 31"),
    ("2023-01-1st", "day is 1st, expected 1 to 31"),
    ("03/04/2023", "day and month may be either way round in 03/04/2023: write YYYY-MM-DD"),
    ("30-03-2023", "day and month may be either way round in 30-03-2023: write YYYY-MM-DD"),
    ("in press", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("March", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("2023-", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("5 Spring 2023", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("30 March 2023 2024", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("2023-01-01-01", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("２０２３", "not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
]


@pytest.mark.parametrize(("text", "date"), RIGHT)
def test_a_written_date_is_read(text: str, date: PartialDate | None) -> None:
    assert parse_date(text) == date
    assert (date_fault(text) is None) == (date is not None)


@pytest.mark.parametrize(("text", "fault"), WRONG)
def test_what_is_no_date_is_told_why(text: str, fault: str) -> None:
    assert date_fault(text) == fault
    assert parse_date(text) is None


@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_every_day_of_the_calendar_comes_back_from_its_iso_form(day: datetime.date) -> None:
    date = parse_date(day.isoformat())
    assert date == PartialDate(day.year, day.month, day.day)
    assert iso(date) == day.isoformat()


@given(st.text(alphabet="0123456789-/. рMarchSpring"))
def test_a_text_has_a_date_or_a_fault_and_never_both(text: str) -> None:
    assert (parse_date(text) is None) == (date_fault(text) is not None)


def test_no_name_of_a_month_means_two_months() -> None:
    pairs = {
        (name, number) for row in rows("months") for number, names in enumerate(row[1:], 1) for name in names.split()
    }
    assert len(pairs) == len({name for name, _ in pairs})
    assert all(len(row) == 13 for row in rows("months"))
    assert all(month_number(name.upper()) == number for name, number in pairs if "ı" not in name and name != "i")


@pytest.mark.parametrize(
    ("first", "second", "after"),
    [
        ("2023-03-30", "2023-03-29", True),
        ("2023-03-30", "2023-03-30", False),
        ("2023-04", "2023-03-30", True),
        ("2023-03", "2023-03-30", False),
        ("2023", "2022-12-31", True),
        ("2023", "2023-03-30", False),
    ],
)
def test_a_date_is_later_only_as_far_as_both_are_known(first: str, second: str, after: bool) -> None:
    one, other = parse_date(first), parse_date(second)
    assert one is not None
    assert other is not None
    assert is_after(one, other) is after
    assert not is_after(other, one)


@pytest.mark.parametrize(("text", "expected"), [("2023", "2023"), ("March 2023", "2023-03"), ("Spring 2023", "2023")])
def test_the_iso_form_says_what_is_known(text: str, expected: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert iso(date) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-10-12/2023-10-14", "2023-10-12", "2023-10-14"),
        ("2023-10/2023-11", "2023-10", "2023-11"),
        ("12–14 October 2023", "2023-10-12", "2023-10-14"),
        ("12.-14. Oktober 2023", "2023-10-12", "2023-10-14"),
        ("12–14 жовтня 2023 р.", "2023-10-12", "2023-10-14"),
        ("30 September – 2 October 2023", "2023-09-30", "2023-10-02"),
        ("29 December 2022 – 2 January 2023", "2022-12-29", "2023-01-02"),
        ("October 12–14, 2023", "2023-10-12", "2023-10-14"),
        ("Sept. 30 – October 2, 2023", "2023-09-30", "2023-10-02"),
    ],
)
def test_a_range_of_days_is_read(text: str, first: str, last: str) -> None:
    found = parse_span(text)
    assert found is not None
    assert [iso(end) for end in found] == [first, last]


@pytest.mark.parametrize(
    "text",
    ["2023", "2023-10-12", "2020-2023", "14-12 October 2023", "12/10/2023", "January-February 2023", "May 3-June 2023"],
)
def test_what_may_be_no_range_of_days_is_not_read_as_one(text: str) -> None:
    assert parse_span(text) is None
