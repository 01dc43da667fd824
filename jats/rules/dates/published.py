"""Dates of publication: there is one, of each kind one, and each says its kind."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import Element, child_text, is_blank, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.rules.journal.issn import kind_of as issn_kind
from jats.vocab.dates import month_number, parse_date, season_number

_PUB_TYPES = (
    "epub ppub epub-ppub epreprint ppreprint ecorrected pcorrected eretracted pretracted collection original-publication "
    "nihms-submitted"
).split()

closed_list(
    Row(
        "PMC202",
        on="pub-date/@pub-type",
        services=("pmc",),
        page="""The kind of a publication date in `pub-type` is one that PMC knows.

        Why: PMC cites the article by the right one of its dates.
        Wrong: <article-meta>… <!-- no pub-date -->
            <pub-date pub-type="online"><day>20</day><month>05</month><year>2024</year></pub-date></article-meta>
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
        page="""The kind of a publication date in `date-type` is one that PMC knows.

        Why: PMC cites the article by the right one of its dates.
        Wrong: <article-meta>… <!-- no pub-date -->
            <pub-date date-type="published" publication-format="print"><year>2024</year></pub-date></article-meta>
        Right: <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month>
            <year>2024</year></pub-date>
        Source: PMC Style Checker 5.31, date-type-check
        """,
    ),
    ("collection", "corrected", "preprint", "pub", "retracted", "update"),
    advice="; write pub for the date of publication",
)

closed_list(
    Row(
        "PMC204",
        on="pub-date/@publication-format",
        services=("pmc",),
        page="""A publication date is that of the print, the electronic, or both editions.

        Why: PMC cites the article by the right one of its dates.
        Wrong: <pub-date date-type="pub" publication-format="online"><day>20</day><month>05</month><year>2024</year>
            </pub-date>
            <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
            </pub-date>
        Right: <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month>
            <year>2024</year></pub-date>
        Source: PMC Style Checker 5.31, publication-format-check
        """,
    ),
    ("print", "electronic", "electronic-print", "collection"),
)


def kind_of(date: Element) -> str:
    """`print`, `electronic` or `collection`, by either way of marking; else the words that are there."""
    kind, form = date.get("date-type", ""), date.get("publication-format", "")
    marked = date.get("pub-type", "")
    if marked:
        return {"epub": "electronic", "ppub": "print"}.get(marked, marked)
    if kind == "collection" or form == "collection":
        return "collection"
    return (
        form
        if kind in ("pub", "", "publication", "published") and form in ("print", "electronic")
        else f"{kind} {form}"
    )


def _dates(meta: Element, kind: str) -> list[Element]:
    return [each for each in meta.iterchildren("pub-date") if kind_of(each) == kind]


def _in_full(date: Element) -> bool:
    return all(date.find(part) is not None for part in ("year", "month", "day"))


@rule("COM201", on="article-meta", services=("pmc", "scielo", "crossref", "doaj", "pubmed", "datacite"))
def article_has_a_date(el: Element) -> Iterator[Hit]:
    """An article has a date of publication with at least a year.

    Why: it can't be cited, listed or registered without.
    Wrong: <article-meta>… <!-- no pub-date --></article-meta>
    Right: <article-meta>…</article-meta>
    Source: PMC Style Checker 5.31, pub-date-check; Crossref deposit schema 5.5.0, publication_date; doajArticles.xsd 1.3
    """
    dates = [each for each in el.iter("pub-date") if each.getparent() is el or el.find("pub-history") is not None]
    if not dates:
        yield Hit("the article has no date of publication (<pub-date>)")
    elif not any(each.find("year") is not None for each in dates):
        # For the others their own rules speak of the year: CRF201, PUB201, SPS201.
        yield Hit("no date of publication has a year", dates[0], services=("pmc", "doaj", "datacite"))


@rule("CRF201", on="article-meta", services=("crossref",))
def crossref_dates_have_years(el: Element) -> Iterator[Hit]:
    """Every date of publication has a year, and there are at most ten.

    Why: Crossref refuses the deposit.
    Wrong: <pub-date date-type="pub" publication-format="electronic"><string-date>in press</string-date></pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>
    Source: Crossref deposit schema 5.5.0, publication_date
    """
    dates = el.findall("pub-date")
    for each in dates:
        if each.find("year") is None and each.find("string-date/year") is None:
            yield Hit("the date of publication has no year", each)
    if len(dates) > 10:
        yield Hit(f"there are {len(dates)} dates of publication, at most ten are taken")


@rule("PUB201", on="article-meta/pub-date", services=("pubmed",))
def pubmed_date_is_usable(el: Element) -> Iterator[str]:
    """A date of publication has a year, and not a month and a season at once.

    Why: PubMed refuses the record.
    Wrong: <pub-date date-type="collection" publication-format="electronic"><month>05</month><season>Spring</season>
        <year>2024</year></pub-date>
    Right: <pub-date date-type="collection" publication-format="electronic"><season>Spring</season><year>2024</year>
        </pub-date>
    Source: PubMed.dtd 2.6, PubDate
    """
    if el.find("year") is None:
        yield "the date of publication has no year"
    if el.find("season") is not None and el.find("month") is not None:
        yield "the date of publication has a season and a month: keep one"


@rule("PUB202", on="article-meta", services=("pubmed",), severity=Severity.WARNING)
def issue_has_a_month(el: Element) -> Iterator[str]:
    """An article of an issue has a date with a month or a season.

    Why: PubMed cites a journal's issue with its month.
    Wrong: <article-meta>… <!-- no pub-date --><pub-date date-type="pub" publication-format="electronic">
        <year>2024</year></pub-date>
        </article-meta>
    Right: <article-meta>…</article-meta>
    Source: NLM's help for data providers, PubDate
    """
    dates = el.findall("pub-date")
    dated = any(each.find(part) is not None for each in dates for part in ("month", "season"))
    if dates and not dated and el.find("issue") is not None:
        yield "no date of publication has a month or a season, though the article stands in an issue"


@rule("COM207", on="article-meta", services=("pmc", "scielo"))
def one_date_of_a_kind(el: Element) -> Iterator[Hit]:
    """An article has one date of a kind: print, electronic, collection.

    Why: of two dates of a kind nobody knows by which to cite.
    Wrong: <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="pub" publication-format="electronic"><day>27</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    Right: <article-meta>…</article-meta>
    Source: PMC Style Checker 5.31, dup-pub-date-check and epub-date-check
    """
    for kind in ("print", "electronic", "collection"):
        for extra in _dates(el, kind)[1:]:
            yield Hit(f"there is a second {kind} date: keep one", extra)


@rule("COM208", on="article-meta", services=("pmc", "scielo"))
def collection_has_a_day_of_publication(el: Element) -> Iterator[Hit]:
    """Beside the date of a collection stands the day on which the article appeared.

    Why: a year-long volume says nothing of when the article could be read first.
    Wrong (pmc): <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    Wrong (scielo): <article-meta>… <!-- no pub-date -->
        <pub-date pub-type="epub"><year>2024</year></pub-date><pub-date pub-type="collection"><year>2024</year>
        </pub-date></article-meta>
    Right: <article-meta>…</article-meta>
    Source: PMC Style Checker 5.31, pub-date-check and pub-type-check
    """
    collection = _dates(el, "collection")
    if collection and not any(map(_in_full, _dates(el, "electronic"))):
        # Dates that are marked by date-type are SPS201's for SciELO.
        services = None if collection[0].get("pub-type") else ("pmc",)
        message = "a collection's date stands without the electronic date in full (day, month, year)"
        yield Hit(message, collection[0], services=services)


@rule("PMC201", on="pub-date", services=("pmc",))
def date_is_marked_one_way(el: Element) -> Iterator[str]:
    """A publication date is marked in one of two ways: `pub-type`, or `date-type` with `publication-format`.

    Why: PMC reads the kind of a date from either; from both, or from half, it can't.
    Wrong: <pub-date date-type="pub"><year>2024</year></pub-date>
        <pub-date date-type="pub" publication-format="electronic"><day>20</day>
        <month>05</month><year>2024</year></pub-date>
    Wrong: <pub-date pub-type="epub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
    Source: PMC Style Checker 5.31, pub-date-content-check and pub-type-check
    """
    marked, form = el.get("pub-type"), el.get("publication-format")
    if marked and form:
        yield "the date has both pub-type and publication-format: keep one way of marking"
    elif not marked and not (form and el.get("date-type")):
        yield "the date doesn't say its kind: write pub-type, or date-type and publication-format"


@rule("PMC205", on="article-meta", services=("pmc",))
def print_or_collection(el: Element) -> Iterator[Hit]:
    """An article has a print date or the date of a collection, not both.

    Why: both say in which issue it stands, and PMC can cite by one.
    Wrong: <article-meta>… <pub-date date-type="pub" publication-format="print"><month>06</month><year>2024</year>
        </pub-date>
        <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date></article-meta>
    Right: <article-meta>…</article-meta>
    Source: PMC Style Checker 5.31, pub-date-conflict-check
    """
    collection = _dates(el, "collection")
    if collection and _dates(el, "print"):
        yield Hit("there is a print date and a collection date: keep one", collection[0])


@rule("PMC206", on="season", services=("pmc",))
def season_is_one(el: Element) -> Iterator[str]:
    """A season is a season, or a range of seasons or months.

    Why: other words there can't be sorted or cited.
    Wrong: <pub-date date-type="collection" publication-format="electronic"><season>Issue 2</season><year>2024</year>
        </pub-date>
    Right: <pub-date date-type="collection" publication-format="electronic"><season>Jan-Feb</season><year>2024</year>
        </pub-date>
    Source: PMC Style Checker 5.31, season-check
    """
    value = text_of(el)
    parts = value.replace("–", "-").replace("/", "-").replace(" and ", "-").split("-")
    known = all(season_number(part.strip()) for part in parts) or all(month_number(part.strip()) for part in parts)
    if value and not known:
        yield f"{quoted(value)} is no season: write Spring, or a range such as Jan-Feb"


@rule("PMC207", on="string-date", services=("pmc",))
def plain_dates_are_tagged(el: Element) -> Iterator[str]:
    """A date that has day, month or year is tagged with them, not written as a string.

    Why: PMC sorts and cites by the parts, which it doesn't read out of text.
    Wrong: <date date-type="received"><string-date>12 January 2024</string-date></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, string-date-check
    """
    parent = el.getparent()
    if is_blank(el):
        return
    if len(el) == 0 and parse_date(text_of(el)):
        yield f"the date {quoted(text_of(el))} can be tagged with <day>, <month> and <year>"
    elif parent is not None and parent.tag in ("date", "pub-date") and el.find("year") is None:
        yield f"the date {quoted(text_of(el))} has no <year>"


@rule("CRF202", on="article-meta", services=("crossref",), severity=Severity.WARNING)
def both_editions_are_dated(el: Element) -> Iterator[str]:
    """An article of a journal with a print and an electronic ISSN has a date for both editions.

    Why: Crossref keeps both dates, and libraries of the other edition find theirs.
    Wrong: <issn pub-type="epub">2345-6787</issn><issn pub-type="ppub">2767-1402</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    Source: Crossref, "Publication dates"
    """
    journal = el.getprevious()
    if journal is None or journal.tag != "journal-meta":
        return
    issns = {issn_kind(each): text_of(each) for each in journal.iterchildren("issn")}
    if not issns.keys() >= {"print", "electronic"} or issns["print"] == issns["electronic"]:
        return
    kinds = {kind_of(each) for each in el.iterchildren("pub-date")}
    if len(kinds & {"print", "electronic"}) == 1:
        missing = "print" if "electronic" in kinds else "electronic"
        yield f"the journal has a print and an electronic ISSN, but the article no {missing} date"


@rule("SPS201", on="article-meta", services=("scielo",))
def scielo_dates(el: Element) -> Iterator[Hit]:
    """An article has the full date on which it appeared (pub) and the date of its volume (collection), both electronic.

    Why: SciELO sorts by the first and cites by the second.
    Wrong: <pub-date date-type="pub" publication-format="electronic"><month>05</month><year>2024</year></pub-date>
    Wrong: <pub-date date-type="collection" publication-format="electronic"><day>20</day><month>05</month>
        <year>2024</year></pub-date>
    Right: <article-meta>…</article-meta>
    Source: SciELO Publishing Schema 1.10, pub-date and article_dates_rules
    """
    dates = [each for each in el.iterchildren("pub-date") if each.get("pub-type") is None]
    for each in dates:
        yield from _scielo_date(each)
    kinds = {each.get("date-type") for each in dates}
    if dates and kinds < {"pub", "collection"}:
        yield Hit(f"there is no date of type {next(iter({'pub', 'collection'} - kinds))}", dates[0])


def _scielo_date(date: Element) -> Iterator[Hit]:
    kind, form = date.get("date-type", ""), date.get("publication-format", "")
    if kind not in ("pub", "collection"):
        yield Hit(f"date-type {quoted(kind)} must be pub or collection", date)
        return
    if form != "electronic":
        yield Hit(f"publication-format {quoted(form)} must be electronic", date)
    missing = [part for part in ("day", "month", "year") if date.find(part) is None]
    if kind == "pub" and (missing or date.find("season") is not None):
        yield Hit("the date of publication (pub) needs day, month and year, and no season", date)
    elif kind == "collection" and ("year" in missing or "day" not in missing):
        given = child_text(date, "day")
        yield Hit(f"the date of the collection has {'a day' if given else 'no year'}: it needs a year and no day", date)
