"""Dates as SciELO asks for them: two dates of publication, and a history with its events."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.dates.published import strict_kind
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of
from jats.rules.engine.registry import Hit, rule

_EVENTS = (
    "received accepted corrected expression-of-concern pub preprint resubmitted retracted rev-recd rev-request "
    "reviewer-report-received"
).split()
_COMPLETE = ("received", "accepted", "corrected", "retracted", "expression-of-concern")
_WITHOUT_REVIEW = ("correction", "retraction", "addendum", "expression-of-concern", "reviewer-report")
_EVENT_OF_RELATED = {
    **dict.fromkeys(("correction-forward", "correction", "corrected-article", "addendum"), "corrected"),
    **dict.fromkeys(("retraction-forward", "retraction", "partial-retraction"), "retracted"),
    "preprint": "preprint",
}
_EVENT_THAT_IS_REFUSED = {
    "commentary-article": "commented",
    "updated-article": "updated",
    "republished-article": "republished",
}
"""Events that SciELO's checker asks for, and that its own list of events does not have."""


@rule("SPS201", on="article-meta", services=("scielo",))
def scielo_dates(el: Element) -> Iterator[Hit]:
    """An article must have the full date on which it appeared (pub) and the year of its volume (collection), both electronic.

    Why: SciELO sorts by the first and cites by the second.
    Wrong: <pub-date date-type="pub" publication-format="electronic"><month>05</month><year>2024</year></pub-date>
    Wrong: <pub-date date-type="collection" publication-format="electronic"><day>20</day><month>05</month>
        <year>2024</year></pub-date>
    Right: <article-meta>… <!-- no pub-date -->
        <pub-date date-type="pub" publication-format="electronic"><day>20</day><month>05</month><year>2024</year>
        </pub-date>
        <pub-date date-type="collection" publication-format="electronic"><year>2024</year></pub-date></article-meta>
    YAML: published: {electronic: 2023-03-30, collection: 2023}
    Source: SciELO Publishing Schema 1.10, pub-date and article_dates_rules
    """
    dates = el.findall("pub-date")
    for each in dates:
        yield from _scielo_date(each)
    mistyped = sum(1 for each in dates if each.get("date-type") not in (None, "pub", "collection"))
    for kind in ("pub", "collection"):
        found = [each for each in dates if _scielo_kind(each) == kind]
        if not found and mistyped:
            mistyped -= 1  # the type that is reported above is probably of the date that is missing
        elif dates and not found:
            yield Hit(f"there is no date with date-type='{kind}': add one", dates[0])
        # Two electronic dates, or two dates of collections, are COM207's.
        for extra in found[1:]:
            if strict_kind(extra) != strict_kind(found[0]):
                yield Hit(f"there is more than one date with date-type='{kind}': keep the electronic one", extra)


def _scielo_kind(date: Element) -> str:
    """The type of a date, also of one that says it in the old way."""
    old = {"epub": "pub", "collection": "collection", "epub-ppub": "pub"}
    return date.get("date-type") or old.get(date.get("pub-type", ""), "")


def _scielo_date(date: Element) -> Iterator[Hit]:
    kind, form = date.get("date-type"), date.get("publication-format")
    if kind is None or form is None:
        meant = _scielo_kind(date) or "pub"
        yield Hit(f"the date needs date-type='{meant}' and publication-format='electronic'", date)
    elif kind not in ("pub", "collection"):
        yield Hit(f"date-type is {quoted(kind)}; it must be 'pub' or 'collection'", date, "date-type")
        return
    elif form != "electronic":
        yield Hit(f"publication-format is {quoted(form)}; it must be 'electronic'", date, "publication-format")
    missing = [part for part in ("day", "month", "year") if date.find(part) is None]
    meant = _scielo_kind(date)
    if meant == "pub" and (missing or date.find("season") is not None):
        yield Hit("the date of publication (pub) needs day, month and year, and no season: write all three", date)
    elif meant == "collection" and ("year" in missing or "day" not in missing):
        given = child_text(date, "day")
        yield Hit(f"the date of the collection has {'a day: remove it' if given else 'no year: add it'}", date)


@rule("SPS202", on="article-meta", services=("scielo",))
def scielo_history(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have one history with the dates received and accepted, and with events that SciELO knows.

    Why: SciELO asks its journals for these dates, and measures the time of review.
    Wrong: <history>… <!-- no date[@date-type='accepted'] --></history>
    Wrong: <date date-type="rev-recd"><day>02</day><month>03</month><year>2024</year></date>
        <date date-type="revised"><day>02</day><month>03</month><year>2024</year></date>
    Right: <history>… <date date-type="received"><day>12</day><month>01</month><year>2024</year></date>
        <date date-type="rev-recd"><day>02</day><month>03</month><year>2024</year></date>
        <date date-type="accepted"><day>09</day><month>04</month><year>2024</year></date></history>
    YAML: history: {received: 2024-01-12, rev-recd: 2024-03-02, accepted: 2024-04-09}
    Source: SciELO Publishing Schema 1.10, required_events and the uniqueness of history
    """
    histories = el.findall("history")
    for extra in histories[1:]:
        yield Hit("there is more than one <history>: merge them", extra)
    dates = [each for history in histories for each in history.iterchildren("date")]
    kinds = {each.get("date-type", "") for each in dates}
    missing = [kind for kind in ("received", "accepted") if kind not in kinds]
    if missing and context.article_type not in _WITHOUT_REVIEW:
        yield Hit(f"the history has no date {all_of(missing)}: add it", histories[0] if histories else None)
    for each in dates:
        yield from _event(each)


def _event(date: Element) -> Iterator[Hit]:
    kind = date.get("date-type", "")
    if not kind:
        yield Hit(f"the date of the history has no date-type: write {any_of(_EVENTS, 12)}", date)
    elif kind not in _EVENTS:
        meant = "rev-recd" if kind == "revised" else any_of(_EVENTS, 12)
        yield Hit(f"SciELO does not know the event {quoted(kind)}: write {meant}", date, "date-type")
    missing = [part for part in ("day", "month", "year") if date.find(part) is None]
    if kind in _COMPLETE and missing and missing != ["month"]:  # a day without its month is COM202's
        yield Hit(f"the date {quoted(kind)} must have day, month and year; {all_of(missing)} missing", date)


@rule("SPS203", on="article-meta", services=("scielo",))
def later_events_are_dated(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The history must have the date of each event that a related article shows, such as a correction or a preprint.

    Why: Readers see from the history which version they have. SciELO's checker also asks for dates of a comment, an update or a
        republication, which its own list of events refuses; that is only a note.
    Wrong: <related-article related-article-type="correction-forward" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <article-meta>… <related-article related-article-type="correction-forward" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/><date date-type="received"><day>12</day><month>01</month><year>2024</year>
        </date>
        <date date-type="corrected"><day>01</day><month>07</month><year>2024</year></date></article-meta>
    YAML:
        type: correction
        related_articles: {type: corrected-article, doi: 10.9999/tides.0}
        history: {corrected: 2023-03-12}
    Source: SciELO Publishing Schema 1.10, required_history_events_for_related_article_type
    """
    dated = {each.get("date-type") for each in el.iterfind("history/date")}
    for each in el.iterchildren("related-article"):
        kind = each.get("related-article-type", "")
        event = _EVENT_OF_RELATED.get(kind)
        if event and event not in dated:
            message = (
                f"the history has no date with date-type='{event}', but a related article of type {kind} is linked"
            )
            yield Hit(f"{message}: add the date", each)
        elif (refused := _EVENT_THAT_IS_REFUSED.get(kind)) and refused not in dated:
            asked = f"SciELO's checker asks for a date '{refused}' for a related article of type {kind}"
            yield Hit(
                f"{asked}, but its own list of events does not have it: leave it out", each, severity=Severity.INFO
            )
    if context.article_type == "reviewer-report" and "reviewer-report-received" not in dated:
        yield Hit("the history has no date with date-type='reviewer-report-received': add the date", el.find("history"))


@rule("SPS204", on=("pub-date", "history/date"), services=("scielo",))
def days_and_months_have_two_digits(el: Element) -> Iterator[Hit]:
    """Days and months must have two digits.

    Why: SciELO reads the parts of a date by their length.
    Wrong: <date date-type="received"><day>2</day><month>1</month><year>2024</year></date>
    Right: <date date-type="received"><day>02</day><month>01</month><year>2024</year></date>
    YAML: published: {electronic: 2023-03-30, collection: 2023}
    Source: SciELO Publishing Schema 1.10, article_dates_rules
    """
    for name in ("day", "month"):
        part = el.find(name)
        value = "" if part is None else text_of(part)
        if part is not None and value.isdecimal() and len(value) == 1:
            fix = Fix(part.text or "", f"0{value}") if len(part) == 0 else None
            yield Hit(f"the {name} is {quoted(value)}: write 0{value}", part, fix=fix)
