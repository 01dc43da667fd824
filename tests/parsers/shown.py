"""Readings as one line each, for the tables of cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jats.parsers.dates import WrittenDate, read_date
from jats.parsers.emphasis import read_emphasis
from jats.parsers.formulas import read_formulas
from jats.parsers.html import read_html
from jats.parsers.numbers import Number, read_count, read_edition, read_number
from jats.parsers.outcome import Outcome
from jats.parsers.pages import read_pages
from jats.parsers.people import read_people
from jats.parsers.persons import People, Person
from jats.parsers.references import read_reference_block
from jats.parsers.terms import read_terms


def certainty(read: Outcome[Any]) -> str:
    """none, info, warning or error: what a finding would say."""
    words = ("info" if read.notes else "none", "warning", "error")
    return words[read.certainty]


def shown(value: object) -> str:
    """A value in one line."""
    if isinstance(value, People):
        return "; ".join([*(_person(one) for one in value.people), *(["etal"] if value.etal else [])])
    if isinstance(value, WrittenDate):
        return " ".join(f"{name}={part}" for name in WrittenDate.__slots__ if (part := getattr(value, name)))
    if isinstance(value, Number):
        return value.value + (f" issue={value.issue}" if value.issue else "")
    if isinstance(value, tuple):
        return " / ".join(value)
    return str(value).replace("\n", "\\n")


def _person(one: Person) -> str:
    if one.anonymous or one.group:
        return "anonymous" if one.anonymous else f"{{{one.group}}}"
    more = [
        ("prefix", one.prefix),
        ("degrees", " ".join(one.degrees)),
        ("orcid", one.orcid),
        ("email", one.email),
        ("role", one.role),
    ]
    parts = "|".join([one.surname or "", one.given or "", one.suffix or ""]).rstrip("|")
    return parts + "".join(f" {name}={value}" for name, value in more if value)


READERS: dict[str, Callable[[str, str], Outcome[Any]]] = {
    "people": read_people,
    "terms": lambda text, _: read_terms(text),
    "pages": lambda text, _: read_pages(text),
    "volumes": lambda text, _: read_number(text, "volume"),
    "issues": lambda text, _: read_number(text, "issue"),
    "editions": lambda text, _: read_edition(text),
    "counts": lambda text, _: read_count(text),
    "dates": read_date,
    "html": lambda text, _: read_html(text, blocks=True),
    "formulas": lambda text, _: read_formulas(text),
    "emphasis": lambda text, _: read_emphasis(text),
    "references": lambda text, _: read_reference_block(text),
}
"""The readers by the name of their table."""
