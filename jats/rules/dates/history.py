"""The history of an article: received, revised, accepted, and what came after."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.dates.parts import date_of
from jats.rules.dates.published import kind_of
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, rule
from jats.vocab.dates import PartialDate, is_after, iso

_PMC_TYPES = "accepted fascicular fasciculus online read received rev-request rev-recd created updated revised".split()
_SCIELO_TYPES = (
    "preprint received resubmitted rev-request rev-recd accepted pub corrected retracted partially-retracted "
    "expression-of-concern"
).split()
_IN_ORDER = ("received", "rev-request", "rev-recd", "accepted", "pub", "corrected", "retracted")
_WORDS = {
    "rev-request": "revision requested",
    "rev-recd": "revision received",
    "pub": "published",
    "corrected": "corrected",
}
_EVENT_OF_RELATED = {
    "correction-forward": "corrected",
    "retraction-forward": "retracted",
    "partial-retraction": "retracted",
    "preprint": "preprint",
}


@rule("COM210", on="article-meta", services=("scielo", "pubmed", "crossref"), severity=Severity.WARNING)
def history_is_in_order(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The dates of the history follow each other: received, revised, accepted, published, corrected, retracted.

    Why: one of the dates is wrong; times of review are counted from them.
    Wrong: <date date-type="accepted"><day>09</day><month>04</month><year>2023</year></date>
    Right: <date date-type="accepted"><day>09</day><month>04</month><year>2024</year></date>
    Source: SciELO Publishing Schema 1.10, pre_pub_ordered_events
    """
    today = None if context.today is None else PartialDate(context.today.year, context.today.month, context.today.day)
    known = (event for event in _events(el) if event[0] in _IN_ORDER)
    events = [event for event in known if today is None or not is_after(event[1], today)]  # future days are COM209's
    for kind, date, element in events:
        later = _IN_ORDER.index(kind)
        before = [event for event in events if _IN_ORDER.index(event[0]) < later and is_after(event[1], date)]
        if before:
            first = before[0]
            yield Hit(f"{_word(kind)} on {iso(date)}, but {_word(first[0])} on {iso(first[1])}", element)
            return


def _events(meta: Element) -> Iterator[tuple[str, PartialDate, Element]]:
    for each in meta.iterfind("history/date"):
        if found := date_of(each):
            yield each.get("date-type", ""), found, each
    published = [(date, each) for each in meta.iterchildren("pub-date") if _counts(each) and (date := date_of(each))]
    if published:
        date, element = published[0]
        yield "pub", date, element


def _counts(date: Element) -> bool:
    return kind_of(date) in ("print", "electronic")


def _word(kind: str) -> str:
    return _WORDS.get(kind, kind)


@rule("COM211", on="history/date", services=("pmc", "scielo"), severity=Severity.WARNING)
def history_date_says_its_kind(el: Element) -> Iterator[Hit]:
    """A date of the history says which event it is, in a word that PMC knows.

    Why: a date of an unknown event is not shown.
    Wrong (pmc): <date date-type="submitted"><day>12</day><month>01</month><year>2024</year></date>
    Wrong (scielo): <history>… <date><day>12</day><month>01</month><year>2024</year></date>
        <date date-type="received"><day>12</day><month>01</month><year>2024</year></date></history>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    Source: PMC Style Checker 5.31, history-date-type-attribute-check
    """
    kind = el.get("date-type", "")
    if not kind:
        yield Hit("the date of the history has no date-type")
    elif kind not in _PMC_TYPES:
        yield Hit(
            f"date-type {quoted(kind)} is not on PMC's list: {any_of(_PMC_TYPES, 12)}",
            attribute="date-type",
            services=("pmc",),
        )


@rule("SPS202", on="article-meta", services=("scielo",))
def scielo_history(el: Element) -> Iterator[Hit]:
    """An article has one history, with the dates received and accepted, and kinds that SciELO knows.

    Why: SciELO asks its journals for them, and measures the time of review.
    Wrong: <history>… <!-- no date[@date-type='accepted'] --></history>
    Wrong: <date date-type="rev-recd"><day>02</day><month>03</month><year>2024</year></date>
        <date date-type="revised"><day>02</day><month>03</month><year>2024</year></date>
    Right: <article-meta>…</article-meta>
    Source: SciELO Publishing Schema 1.10, required_events
    """
    histories = el.findall("history")
    for extra in histories[1:]:
        yield Hit("there is more than one <history>: merge them", extra)
    kinds = {each.get("date-type", "") for history in histories for each in history.iterchildren("date")}
    missing = [kind for kind in ("received", "accepted") if kind not in kinds]
    if missing:
        yield Hit(f"the history has no date {all_of(missing)}", histories[0] if histories else None)
    for unknown in sorted(kinds - {*_SCIELO_TYPES, ""}):
        yield Hit(f"date-type {quoted(unknown)} of the history must be {any_of(_SCIELO_TYPES, 12)}", histories[0])


@rule("SPS203", on="article-meta/related-article", services=("scielo",))
def later_events_are_dated(el: Element, context: RuleContext) -> Iterator[str]:
    """An article that was corrected, retracted, or posted before has the date of that in its history.

    Why: readers see from the history which version they have.
    Wrong: <related-article related-article-type="correction-forward" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <article-meta>… <related-article related-article-type="correction-forward" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/><date date-type="received"><day>12</day><month>01</month><year>2024</year>
        </date>
        <date date-type="corrected"><day>01</day><month>07</month><year>2024</year></date></article-meta>
    Source: SciELO Publishing Schema 1.10, required_history_events_for_related_article_type
    """
    event, meta = _EVENT_OF_RELATED.get(el.get("related-article-type", "")), el.getparent()
    if event and meta is not None and meta.find(f"history/date[@date-type='{event}']") is None:
        yield f"the history has no date {event}, though a {el.get('related-article-type')} is linked"


@rule("J4R201", on="article-meta", services=("jats4r",), severity=Severity.WARNING)
def one_kind_of_history(el: Element) -> Iterator[Hit]:
    """An article keeps its events in one container, `<history>` or `<pub-history>`.

    Why: a program reads the one or the other, and misses half of the events.
    Wrong: <pub-history><event event-type="preprint"><date><year>2023</year></date></event></pub-history>
    Right: <article-meta>…</article-meta>
    Source: JATS Tag Library 1.2, pub-history
    """
    found = el.find("pub-history")
    if found is not None and el.find("history") is not None:
        yield Hit("there are both <history> and <pub-history>: keep all events in one", found)
