"""Dates: of publication, of the article's history; whole, partial, or as printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from jats.elements.build import Attributes, Cursor, Element, element, empty_element
from jats.elements.custom import all_to_custom_meta, date_in_words, fits_or_custom_meta
from jats.elements.vocabulary import allowed
from jats.model.article import Article
from jats.model.dates import Date, Event, Publication

OLD_TYPES = {
    ("pub", "electronic"): "epub",
    ("pub", "print"): "ppub",
    ("pub", "electronic-print"): "epub-ppub",
    ("collection", None): "collection",
    ("preprint", "electronic"): "epreprint",
    ("preprint", "print"): "ppreprint",
    ("corrected", "electronic"): "ecorrected",
    ("corrected", "print"): "pcorrected",
    ("retracted", "electronic"): "eretracted",
    ("retracted", "print"): "pretracted",
}
"""`@pub-type` of JATS 1.0 and NLM DTDs, which says at once what JATS says since 1.1 with `@date-type` and `@publication-format`
(JATS 1.3 Tag Library, <pub-date>)."""


_COLLECTED = "electronic"
"""The edition of a collection that names none: PMC and SciELO count its date only with an edition, which SciELO wants so."""
_UNDATED = "pub-date-not-available"
_EXTRA = ("string-date", "season", "era")
"""Parts that may be dropped if the element cannot hold the whole date, least important first."""

_HISTORY = "history"
_HOLDERS = {"pub-date": "pub-date", "date": _HISTORY}
"""The element of `article-meta` that holds a date, or is it."""


@dataclass(slots=True)
class DateElements:
    """The dates of an article as elements: `events` are those of which no year is known, if other elements want one."""

    published: list[Element | None]
    history: list[Element | None]
    events: list[Element | None] = field(default_factory=list)


def write_dates(article: Article, at: Cursor) -> DateElements:
    """`<pub-date>` for each date of publication, and what `<history>` holds, in the order given."""
    events: list[Element | None] = []
    published = [
        _write_in_meta("pub-date", one, at / "published" / index, events) for index, one in enumerate(article.published)
    ]
    if (
        article.undated
        and not article.published
        and fits_or_custom_meta("article-meta", _UNDATED, "yes", at / "undated")
    ):
        published.append(empty_element(_UNDATED, at / "undated"))
    history = [_write_in_meta("date", one, at / _HISTORY / index, events) for index, one in enumerate(article.history)]
    return DateElements(published, history, events)


def _write_in_meta(tag: str, dated: Event | Publication, at: Cursor, events: list[Element | None]) -> Element | None:
    """One date of the article as far as `tag` can say it; without a year, if the tag set wants one, it is an event."""
    if not at.can("article-meta", _HOLDERS[tag]):
        at.lose(_HOLDERS[tag], "article-meta")
        return None
    if (way := _way(tag, dated.date, at)) is None:
        events.append(_write_event(tag, dated, at))
        return None
    return _write_dated(tag, dated.date, _kind(tag, dated, at), way, at)


def write_date(tag: str, dated: Event | Publication, at: Cursor) -> Element | None:
    """One date as far as `tag` can say it; `<custom-meta>` if the tag set requires a year and none is given."""
    if (way := _way(tag, dated.date, at)) is None:
        all_to_custom_meta(dated, f"{tag} without year", "event", at)
        return None
    return _write_dated(tag, dated.date, _kind(tag, dated, at), way, at)


def can_hold(tag: str, date: Date, at: Cursor) -> bool:
    """Whether `tag` can say such a date, be it without its printed form, its season or its era."""
    return _way(tag, date, at) is not None


def write_bare_date(date: Date, at: Cursor) -> Element | None:
    """A `<date>` of no kind, in the field `date` of this place; `<custom-meta>` if it lacks the year that the tag set wants."""
    if (way := _way("date", date, at)) is None:
        all_to_custom_meta(date, "date without year", "event", at / "date")
        return None
    return _write_dated("date", date, {}, way, at)


def _write_dated(tag: str, date: Date, kind: Attributes, way: Sequence[str], at: Cursor) -> Element | None:
    here = at / "date"
    parts = _parts(date)
    for name, (key, value) in parts.items():
        if name not in way:
            (here / key).to_custom_meta(value, name, tag)
    written = [element(name, here / parts[name][0], None, parts[name][1]) for name in way]
    attributes = {**kind, "iso-8601-date": (date.span, here)}
    if not date.is_plain:
        attributes["calendar"] = date.calendar, here / "calendar"
        if date.until and not date.iso:
            (here / "until").to_custom_meta(date.until, "end of a range", tag)
    return element(tag, at, attributes, written)


def _parts(date: Date) -> dict[str, tuple[str, str]]:
    """Field and value of what is known, by element, in JATS's order."""
    found = {name: (key, getattr(date, key)) for name, key in _NAMED.items()}
    return {name: part for name, part in found.items() if part[1]}


_NAMED = {"day": "day", "month": "month", "season": "season", "year": "year", "era": "era", "string-date": "text"}


def _way(tag: str, date: Date, at: Cursor) -> list[str] | None:
    """The elements of a date that `tag` can hold, as many as can be; `None` if it can't hold any such date."""
    parts = list(_parts(date))
    for count in range(len(_EXTRA) + 1):
        for left in combinations(_EXTRA, count):
            way = [part for part in parts if part not in left]
            if at.context.grammar.accepts(tag, way):
                return way
    return None


def _kind(tag: str, dated: Event | Publication, at: Cursor) -> Attributes:
    kind: Attributes = {
        "publication-format": (dated.format, at / "format"),
        "date-type": (dated.type, at / "type"),
    }
    if isinstance(dated, Event):
        return kind
    old = OLD_TYPES.get((dated.type, dated.format))
    if old and at.context.version == "1.0":
        kind = {"pub-type": old}
    elif dated.type == "collection" and not dated.format and at.has(tag, "publication-format"):
        kind = {"publication-format": _COLLECTED, "date-type": (dated.type, at / "type")}
    given = dated.authority
    return (
        kind | {"assigning-authority": allowed(tag, "assigning-authority", given, at / "authority")} if given else kind
    )


def _write_event(tag: str, dated: Event | Publication, at: Cursor) -> Element | None:
    """A date without its year: an event of the publication's history, before JATS 1.2 `<custom-meta>`."""
    words = date_in_words(dated.date)
    what, where = f"{tag} without year", "article-meta"
    if not at.can("article-meta", "pub-history"):
        kinds = (dated.type, dated.format, words, dated.authority if isinstance(dated, Publication) else None)
        at.to_custom_meta(": ".join(filter(None, kinds)), what, where)
        return None
    at.lose(what, where, "as event")
    here = at / "date"
    (at / "format").to_custom_meta(dated.format or "", "@publication-format", "event")
    if isinstance(dated, Publication):
        (at / "authority").to_custom_meta(dated.authority or "", "@assigning-authority", "event")
    printed = element("string-date", here, None, words) if at.can("event-desc", "string-date") else words
    return element("event", at, {"event-type": (dated.type, at / "type")}, element("event-desc", here, None, printed))
