"""Dates of publication: there is at least one, not two of a kind, and each says its kind."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.journal.issn import kind_of as issn_kind

PMC_KINDS = ("collection", "corrected", "preprint", "pub", "retracted", "update")
"""The values of `date-type` that PMC knows."""


def is_marked_in_two_parts(date: Element) -> bool:
    """Whether a date says its kind with `date-type` and `publication-format`: PMC judges the words of such dates alone."""
    return all(date.get(name) is not None for name in ("date-type", "publication-format")) and not date.get("pub-type")


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


def strict_kind(date: Element) -> str:
    """`print`, `electronic` or `collection` if a date is marked as PMC wants it, else empty."""
    if marked := date.get("pub-type"):
        return {"epub": "electronic", "ppub": "print", "collection": "collection"}.get(marked, "")
    kind, form = date.get("date-type"), date.get("publication-format", "")
    if kind == "pub" and form in ("print", "electronic"):
        return form
    return "collection" if kind == "collection" and form == "electronic" else ""


def dates_of(meta: Element, kind: str) -> list[Element]:
    """The article's dates of a kind, which is one of those that `strict_kind` gives."""
    return [each for each in meta.iterchildren("pub-date") if strict_kind(each) == kind]


def _in_full(date: Element) -> bool:
    return all(date.find(part) is not None for part in ("year", "month", "day"))


def _is_misnamed(date: Element) -> bool:
    """Whether a date is an electronic one but for the word in `date-type`, which is PMC203's."""
    marked = is_marked_in_two_parts(date) and date.get("publication-format") == "electronic"
    return marked and date.get("date-type") not in PMC_KINDS


@rule("COM201", on="article-meta", services=("pmc", "scielo", "crossref", "doaj", "pubmed", "datacite"))
def article_has_a_date(el: Element) -> Iterator[Hit]:
    """An article must have a date of publication with at least a year.

    Why: An article without a date can't be cited, listed or registered.
    Wrong: <article-meta>… <!-- no pub-date --></article-meta>
    Right: <article-meta>… <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month>
        <year>2024</year></pub-date></article-meta>
    YAML: published: {electronic: 2024-05-20}
    Source: PMC Style Checker 5.31, pub-date-check; SciELO Publishing Schema 1.10, pub-date; Crossref deposit schema 5.5.0,
        publication_date; doajArticles.xsd 1.3, publicationDate; PubMed.dtd 2.6, PubDate; DataCite Metadata Schema 4.6, property 5
    """
    dates = [each for each in el.iter("pub-date") if each.getparent() is el or el.find("pub-history") is not None]
    if not dates:
        yield Hit("the article has no date of publication: add a <pub-date> with at least the year")
    elif not any(year_of(each) for each in dates):
        # SciELO asks for the parts of each date: SPS201.
        services = ("pmc", "crossref", "doaj", "pubmed", "datacite")
        yield Hit("no date of publication has a year: add <year>", _empty_year(dates[0]), services=services)
    elif not any(_is_real(each) for each in dates):
        message = "no date of publication says its kind: write date-type='pub' and publication-format='electronic' (or 'print')"
        yield Hit(message, dates[0], services=("pmc",))


def year_of(date: Element) -> str:
    """The year as written, also that in a date as text; empty if there is none."""
    return child_text(date, "year") or child_text(date, "string-date/year") or ""


def _empty_year(date: Element) -> Element:
    """The empty `<year>` of a date, or the date if it has none."""
    year = date.find("year")
    return date if year is None else year


def _is_real(date: Element) -> bool:
    """Whether PMC counts a date as that of publication."""
    marked = date.get("pub-type")
    return marked not in (None, "nihms-submitted", "pmc-release") or is_marked_in_two_parts(date)


@rule("CRF201", on="article-meta", services=("crossref",))
def crossref_dates_have_years(el: Element) -> Iterator[Hit]:
    """Every date of publication must have a year, and there must be at most ten.

    Why: Crossref refuses the deposit.
    Wrong: <pub-date date-type="pub" publication-format="electronic"><string-date>in press</string-date></pub-date>
    Right: <pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>
    YAML: published: {electronic: 2024-05-20}
    Source: Crossref deposit schema 5.5.0, publication_date
    """
    dates = el.findall("pub-date")
    if any(map(year_of, dates)):  # else COM201 says it of all dates at once
        yield from (
            Hit("the date of publication has no year: add <year>", _empty_year(each))
            for each in dates
            if not year_of(each)
        )
    if len(dates) > 10:
        yield Hit(f"there are {len(dates)} dates of publication; Crossref takes at most ten: keep the first ones")


@rule("PUB201", on="article-meta/pub-date", services=("pubmed",))
def pubmed_date_is_usable(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A date of publication must have a year, and not a month and a season at once.

    Why: PubMed refuses the record.
    Wrong: <pub-date date-type="collection" publication-format="electronic"><month>05</month><season>Spring</season>
        <year>2024</year></pub-date>
    Right: <pub-date date-type="collection" publication-format="electronic"><season>Spring</season><year>2024</year>
        </pub-date>
    Source: PubMed.dtd 2.6, PubDate
    """
    if el.find("season") is not None and el.find("month") is not None:
        yield Hit("the date of publication has a season and a month: keep one")
    # If no date has a year, COM201 says it.
    if not year_of(el) and el.getparent() in context.once("parents of years", lambda: _with_a_year(context)):
        yield Hit("the date of publication has no year: add <year>", _empty_year(el))


def _with_a_year(context: RuleContext) -> set[Element | None]:
    """The elements that have a date of publication with a year."""
    return {date.getparent() for date in context.all("pub-date") if year_of(date)}


@rule("PUB202", on="article-meta", services=("pubmed",), severity=Severity.WARNING)
def issue_has_a_month(el: Element) -> Iterator[str]:
    """An article in an issue must have a date with a month or a season.

    Why: PubMed cites an issue with its month.
    Wrong: <article-meta>… <!-- no pub-date --><pub-date date-type="pub" publication-format="electronic">
        <year>2024</year></pub-date>
        </article-meta>
    Right: <article-meta>… <!-- no pub-date --><issue>3</issue><pub-date date-type="pub" publication-format="electronic">
        <month>05</month><year>2024</year></pub-date></article-meta>
    YAML: published: {electronic: 2024-05}
    Source: NLM's help for data providers, PubDate
    """
    dates = el.findall("pub-date")
    dated = any(each.find(part) is not None for each in dates for part in ("month", "season"))
    if any(map(year_of, dates)) and not dated and el.find("issue") is not None:
        yield "no date of publication has a month or a season, but the article is in an issue: add the month"


@rule("COM207", on="article-meta", services=("pmc", "scielo"))
def one_date_of_a_kind(el: Element) -> Iterator[Hit]:
    """An article must not have two dates of one kind: print, electronic or collection.

    Why: Nobody knows which of the two to cite.
    Wrong: <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="pub" publication-format="electronic"><day>27</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    Right: <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    Source: PMC Style Checker 5.31, dup-pub-date-check; SciELO Publishing Schema 1.10, article_dates_rules
    """
    for kind in ("print", "electronic", "collection"):
        for extra in dates_of(el, kind)[1:]:
            yield Hit(f"there is a second {kind} date: keep one", extra)


@rule("COM208", on="article-meta", services=("pmc",))
def collection_has_a_day_of_publication(el: Element) -> Iterator[Hit]:
    """An article with the date of a collection must also have the day on which it appeared.

    Why: The year of a volume does not say when readers could first see the article.
    Wrong: <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><year>2024</year></pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    Right: <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    YAML: published: {electronic: 2024-05-20, collection: 2024}
    Source: PMC Style Checker 5.31, pub-date-check and pub-type-check
    """
    collection = dates_of(el, "collection")
    electronic = dates_of(el, "electronic") + [each for each in el.iterchildren("pub-date") if _is_misnamed(each)]
    if collection and not any(map(_in_full, electronic)):
        message = "there is a collection date, but no electronic date with day, month and year: add what is missing"
        yield Hit(message, collection[0])


@rule("CRF202", on="article-meta", services=("crossref",), severity=Severity.INFO)
def both_editions_are_dated(el: Element) -> Iterator[str]:
    """An article of a journal with a print and an electronic edition has a date for only one of them.

    Why: Crossref keeps both dates. A journal that no longer prints can ignore this.
    Wrong: <issn pub-type="epub">2345-6787</issn><issn pub-type="ppub">2767-1402</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    YAML: published: {electronic: 2023-03-30, print: 2023-04-15}
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
        yield f"the journal has a print and an electronic ISSN, but the article has no {missing} date: add it if there is one"
