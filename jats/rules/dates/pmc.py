"""Dates of publication as PMC's checker judges them: the words for their kinds, seasons, dates as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.dates.parts import is_own
from jats.rules.dates.published import PMC_KINDS, dates_of, is_marked_in_two_parts
from jats.rules.engine.reading import Element, is_blank, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.vocab.dates import month_number, parse_date, season_number

_PUB_TYPES = (
    "epub ppub epub-ppub epreprint ppreprint ecorrected pcorrected eretracted pretracted collection original-publication "
    "nihms-submitted pmc-release"
).split()


closed_list(
    Row(
        "PMC202",
        on="pub-date/@pub-type",
        services=("pmc",),
        severity=Severity.WARNING,
        page="""The kind of a publication date in `pub-type` must be one that PMC knows.

        Why: PMC takes the date to cite the article by from its kind.
        Wrong: <article-meta>… <!-- no pub-date -->
            <pub-date pub-type="online"><day>20</day><month>05</month><year>2024</year></pub-date>
            <pub-date pub-type="epub"><day>20</day><month>05</month><year>2024</year></pub-date></article-meta>
        Right: <article-meta>… <!-- no pub-date -->
            <pub-date pub-type="epub"><day>20</day><month>05</month><year>2024</year></pub-date></article-meta>
        Source: PMC Style Checker 5.31, pub-type-check
        """,
    ),
    _PUB_TYPES,
)

closed_list(
    Row(
        "PMC203",
        on="pub-date/@date-type",
        services=("pmc",),
        when=is_marked_in_two_parts,
        page="""The kind of a publication date in `date-type` must be one that PMC knows.

        Why: PMC takes the date to cite the article by from its kind.
        Wrong: <article-meta>… <!-- no pub-date -->
            <pub-date date-type="published" publication-format="print"><year>2024</year></pub-date></article-meta>
        Right: <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month>
            <year>2024</year></pub-date>
        YAML: published: {electronic: 2024-05-20}
        Source: PMC Style Checker 5.31, date-type-check
        """,
    ),
    PMC_KINDS,
    advice="; write 'pub' for the date of publication",
)

closed_list(
    Row(
        "PMC204",
        on="pub-date/@publication-format",
        services=("pmc",),
        when=is_marked_in_two_parts,
        page="""The `publication-format` of a date must be print, electronic, or both (electronic-print).

        Why: PMC takes the date to cite the article by from the edition that it is about.
        Wrong: <pub-date date-type="pub" publication-format="online"><day>20</day><month>05</month><year>2024</year>
            </pub-date>
            <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
            </pub-date>
        Right: <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month>
            <year>2024</year></pub-date>
        YAML: published: {print: 2024-06, electronic: 2024-05-20}
        Source: PMC Style Checker 5.31, publication-format-check
        """,
    ),
    ("print", "electronic", "electronic-print", "collection"),
)


@rule("PMC201", on="pub-date", services=("common", "pmc"), severities={"common": Severity.INFO})
def date_is_marked_one_way(el: Element) -> Iterator[Hit]:
    """A publication date must say its kind in one way: with `pub-type`, or with `date-type` and `publication-format`.

    Why: PMC refuses a date with both marks; a date with `date-type` alone does not say which edition it belongs to.
    Wrong (pmc): <pub-date pub-type="epub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
    Wrong (common): <pub-date date-type="pub"><day>20</day><month>05</month><year>2024</year></pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
    YAML: published: {electronic: 2023-03-30}
    Source: PMC Style Checker 5.31, pub-date-content-check; JATS Tag Library, pub-date
    """
    if el.get("pub-type") and el.get("publication-format"):
        yield Hit("the date has both pub-type and publication-format: keep one of them", services=("pmc",))
    elif el.get("date-type") == "pub" and not el.get("publication-format") and not el.get("pub-type"):
        message = "the date does not say its edition: write publication-format='electronic' or 'print'"
        yield Hit(message, services=("common",))


@rule("PMC205", on="article-meta", services=("pmc",))
def print_or_collection(el: Element) -> Iterator[Hit]:
    """An article must not have a print date and a date that is marked as a collection's in the old way.

    Why: Both say in which issue the article is, and PMC cites by one of them.
    Wrong: <article-meta>… <!-- no pub-date --><pub-date pub-type="ppub"><month>06</month><year>2024</year></pub-date>
        <pub-date pub-type="epub"><day>20</day><month>05</month><year>2024</year></pub-date>
        <pub-date pub-type="collection"><year>2024</year></pub-date></article-meta>
    Right: <article-meta>… <!-- no pub-date --><pub-date pub-type="ppub"><month>06</month><year>2024</year></pub-date>
        <pub-date pub-type="epub"><day>20</day><month>05</month><year>2024</year></pub-date></article-meta>
    Source: PMC Style Checker 5.31, pub-date-conflict-check
    """
    old = [each for each in el.iterchildren("pub-date") if _is_old_collection(each)]
    if old and dates_of(el, "print"):
        yield Hit("there is a print date and a collection date: keep one", old[0])


def _is_old_collection(date: Element) -> bool:
    marks = date.get("date-type"), date.get("publication-format")
    return date.get("pub-type") == "collection" or marks == ("pub", "collection")


_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_RANKS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
_MONTHS = ("january february march april may june july august september october november december").split()
_SHORT = {**{name[:3]: number for number, name in enumerate(_MONTHS)}, "sept": 8}
_QUARTER = re.compile(r"(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@rule("PMC206", on="season", services=("pmc",))
def season_is_one(el: Element) -> Iterator[str]:
    """A season must be a season or quarter in English, or a range of seasons or months in their order.

    Why: PMC cites the issue by these words, and sorts by them.
    Wrong: <pub-date date-type="collection" publication-format="electronic"><season>Issue 2</season><year>2024</year>
        </pub-date>
    Right: <pub-date date-type="collection" publication-format="electronic"><season>Jan-Feb</season><year>2024</year>
        </pub-date>
    YAML: published: {electronic: 2024-05-20, collection: {year: 2024, season: Spring}}
    Source: PMC Style Checker 5.31, season-check
    """
    parent, value = el.getparent(), text_of(el)
    excused = parent is not None and _DAY.fullmatch(parent.get("iso-8601-date", ""))
    if value and not excused and is_own(el) and not _is_season(value):
        yield f"{quoted(value)} is not a season in English: write {_in_english(value) or 'Spring, 1st Quarter or Jan-Feb'}"


def _is_season(value: str) -> bool:
    if _QUARTER.fullmatch(value):
        return True
    parts = [part.strip().lower().rstrip(".") for part in re.split("[-–/]", value)]
    ranks = [_RANKS.get(part) for part in parts]
    if None in ranks:
        ranks = [_month_rank(part) for part in parts] if len(parts) > 1 else [None]
    known = [rank for rank in ranks if rank is not None]
    return len(known) == len(parts) <= 2 and known == sorted(known)


def _month_rank(name: str) -> int | None:
    return _MONTHS.index(name) if name in _MONTHS else _SHORT.get(name)


def _in_english(value: str) -> str | None:
    """The season or the months in English, if they are known in another language."""
    parts = [part.strip() for part in re.split("[-–/]", value)]
    if all(map(season_number, parts)):
        return "-".join(_SEASONS[(0, 1, 2, 4)[(season_number(part) or 1) - 1]].capitalize() for part in parts)
    if len(parts) > 1 and all(map(month_number, parts)):
        return "-".join(_MONTHS[(month_number(part) or 1) - 1][:3].capitalize() for part in parts)
    return None


@rule("PMC207", on="string-date", services=("pmc",))
def plain_dates_are_tagged(el: Element) -> Iterator[str]:
    """A date of the article must be tagged with its parts, not written as text.

    Why: PMC sorts and cites by the parts, and does not read them out of the text.
    Wrong: <date date-type="received"><string-date>12 January 2024</string-date></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    YAML: history: {received: 2024-01-12}
    Source: PMC Style Checker 5.31, string-date
    """
    parent = el.getparent()
    if is_blank(el) or parent is None or parent.tag not in ("date", "pub-date"):
        return
    if next(el.itersiblings("year", preceding=True), None) is None:
        yield f"the date {quoted(text_of(el))} is text: {_parts_of(text_of(el))}"


def _parts_of(text: str) -> str:
    found = parse_date(text)
    if found is None or found.season:
        return "write it in <day>, <month> and <year>"
    parts = (("day", found.day), ("month", found.month), ("year", found.year))
    return "write " + "".join(f"<{name}>{number:02}</{name}>" for name, number in parts if number)
