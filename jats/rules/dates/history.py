"""The history of an article: received, revised, accepted, and what came after."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.dates.parts import date_of, other_calendar
from jats.rules.dates.published import kind_of
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, rule
from jats.vocab.dates import PartialDate, is_after, iso

_PMC_TYPES = "accepted fascicular fasciculus online read received rev-request rev-recd".split()
_IN_ORDER = "preprint received rev-request rev-recd revised accepted pub resubmitted corrected retracted".split()
_WORDS = {
    "rev-request": "revision requested",
    "rev-recd": "revision received",
    "pub": "published",
    "corrected": "corrected",
}
_AFTERWARDS = ("pub", "resubmitted", "corrected", "retracted")
_MEANT = {"revised": "rev-recd", "submitted": "received", "resubmitted": "rev-recd", "revision-received": "rev-recd"}


@rule(
    "COM210",
    on="article-meta",
    services=("common", "scielo", "pubmed", "crossref"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def history_is_in_order(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The dates of the history must be in order: preprint, received, revised, accepted, published, corrected, retracted.

    Why: One of the dates is wrong, and the time of review is counted from them.
    Wrong: <date date-type="accepted"><day>09</day><month>04</month><year>2023</year></date>
    Right: <date date-type="accepted"><day>09</day><month>04</month><year>2024</year></date>
    YAML: history: {received: 2024-01-12, accepted: 2024-04-09}
        published: 2024-05-20
    Source: SciELO Publishing Schema 1.10, pre_pub_ordered_events; order of the dates, for PubMed and Crossref
    """
    today = None if context.today is None else PartialDate(context.today.year, context.today.month, context.today.day)
    known = (event for event in _events(el) if event[0] in _IN_ORDER)
    events = [event for event in known if today is None or not is_after(event[1], today)]  # future days are COM209's
    for kind, date, element in events:
        later = _IN_ORDER.index(kind)
        before = [event for event in events if _IN_ORDER.index(event[0]) < later and is_after(event[1], date)]
        if before:
            first = before[0]
            message = f"{_word(kind)} on {iso(date)}, but {_word(first[0])} on {iso(first[1])}: correct the wrong date"
            across = (kind in _AFTERWARDS) != (
                first[0] in _AFTERWARDS
            )  # SciELO compares each part of the history in itself
            yield Hit(message, element, severity=Severity.WARNING if across else None)
            return


def _events(meta: Element) -> Iterator[tuple[str, PartialDate, Element]]:
    for each in meta.iterfind("history/date"):
        if (found := date_of(each)) and not other_calendar(each):
            yield each.get("date-type", ""), found, each
    published = [
        (date, each)
        for each in meta.iterchildren("pub-date")
        if _counts(each) and not other_calendar(each) and (date := date_of(each))
    ]
    if published:
        date, element = published[0]
        yield "pub", date, element


def _counts(date: Element) -> bool:
    return kind_of(date) in ("print", "electronic")


def _word(kind: str) -> str:
    return _WORDS.get(kind, kind)


@rule("COM211", on="history/date", services=("pmc",), severity=Severity.WARNING)
def history_date_says_its_kind(el: Element) -> Iterator[Hit]:
    """A date of the history must say which event it is, in a word that PMC knows.

    Why: PMC does not show a date whose event it does not know.
    Wrong: <date date-type="submitted"><day>12</day><month>01</month><year>2024</year></date>
    Right: <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
    YAML: history: {received: 2024-01-12, rev-recd: 2024-03-02, accepted: 2024-04-09}
    Source: PMC Style Checker 5.31, history-date-type-attribute-check
    """
    kind = el.get("date-type", "")
    if not kind:
        yield Hit("the date of the history has no date-type: write 'received', 'rev-recd' or 'accepted'")
    elif kind not in _PMC_TYPES:
        advice = _MEANT.get(kind)
        wanted = f"write {quoted(advice)}" if advice else f"PMC knows {all_of(_PMC_TYPES)}"
        yield Hit(f"date-type {quoted(kind)} is not on PMC's list: {wanted}", attribute="date-type")


@rule("J4R201", on="article-meta", services=("jats4r",), severity=Severity.WARNING)
def one_kind_of_history(el: Element) -> Iterator[Hit]:
    """An article must keep its events in one container: `<history>` or `<pub-history>`.

    Why: Programs read one of the two, and miss the events in the other.
    Wrong: <pub-history><event event-type="preprint"><date><year>2023</year></date></event></pub-history>
    Right: <article-meta>… <!-- no history --><pub-history>
        <event event-type="received"><date><day>12</day><month>01</month><year>2024</year></date></event>
        <event event-type="preprint"><date><year>2023</year></date></event></pub-history></article-meta>
    YAML: events: {received: 2023-01-11, accepted: 2023-02-20}
    Source: JATS Tag Library 1.2, pub-history
    """
    found = el.find("pub-history")
    if found is not None and el.find("history") is not None:
        yield Hit("there are both <history> and <pub-history>: move all events into <pub-history>", found)
