"""Dates: of publication, of the article's history; whole, partial, or as printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from jats.elements.build import At, Element, element
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


_EXTRA: tuple[tuple[str, ...], ...] = ((), ("string-date",), ("season",), ("string-date", "season"))
"""What a date may do without, the least first, where its element can't hold all of it."""

_HISTORY = "history"
_HOLDERS = {"pub-date": "pub-date", "date": _HISTORY}
"""The element of `article-meta` that holds a date, or is it."""


@dataclass(slots=True)
class Dates:
    """The dates of an article as elements: `events` are those of which no year is known, where other elements want one."""

    published: list[Element | None]
    history: Element | None
    events: list[Element | None] = field(default_factory=list)

    def write_events(self, at: At) -> Element | None:
        """`<pub-history>`, where there is something for it."""
        return element("pub-history", at, None, self.events)


def write_dates(article: Article, at: At) -> Dates:
    """`<pub-date>` for each date of publication, `<history>` with the rest in the order given."""
    events: list[Element | None] = []
    published = [
        _write_dated("pub-date", one, at / "published" / index, events) for index, one in enumerate(article.published)
    ]
    history = [_write_dated("date", one, at / _HISTORY / index, events) for index, one in enumerate(article.history)]
    return Dates(published, element(_HISTORY, at / _HISTORY, None, history), events)


def _write_dated(tag: str, dated: Event | Publication, at: At, events: list[Element | None]) -> Element | None:
    """One date as far as `tag` can say it; without a year, where the tag set wants one, it is an event."""
    if not at.can("article-meta", _HOLDERS[tag]):
        at.lose(_HOLDERS[tag], "article-meta")
        return None
    parts, date = _parts(dated.date), dated.date
    holds = next((way for way in _ways(parts) if at.writing.grammar.accepts(tag, way)), None)
    if holds is None:
        events.append(_write_event(tag, dated, at))
        return None
    here = at / "date"
    for name, (key, value) in parts.items():
        if name not in holds:
            (here / key).set_aside(value, name, tag)
    iso = date.iso if at.has(tag, "iso-8601-date") else None
    written = [element(name, here / parts[name][0], None, parts[name][1]) for name in holds]
    return element(tag, at, {**_kind(dated, at), "iso-8601-date": iso}, written)


def _parts(date: Date) -> dict[str, tuple[str, str]]:
    """Field and value of what is known, by element, in JATS's order."""
    named = {"day": "day", "month": "month", "season": "season", "year": "year", "string-date": "text"}
    found = {name: (key, getattr(date, key)) for name, key in named.items()}
    return {name: part for name, part in found.items() if part[1]}


def _ways(parts: Iterable[str]) -> list[list[str]]:
    """The parts; without the printed form; without the season; without either."""
    return [[part for part in parts if part not in left] for left in _EXTRA]


def _kind(dated: Event | Publication, at: At) -> dict[str, str | None]:
    if isinstance(dated, Event):
        return {"date-type": dated.type}
    old = OLD_TYPES.get((dated.type, dated.format))
    if old and at.writing.version == "1.0":
        return {"pub-type": old}
    return {"publication-format": dated.format, "date-type": dated.type}


def _write_event(tag: str, dated: Event | Publication, at: At) -> Element | None:
    """A date without its year: an event of the publication's history, before JATS 1.2 `<custom-meta>`."""
    words = " ".join(value for _, value in _parts(dated.date).values())
    what, where = f"{tag} without year", "article-meta"
    if not at.can("article-meta", "pub-history"):
        kinds = (dated.type, getattr(dated, "format", None))
        at.set_aside(": ".join(filter(None, (*kinds, words))), what, where)
        return None
    at.lose(what, where, "as event")
    here = at / "date"
    if isinstance(dated, Publication) and dated.format:
        (at / "format").set_aside(dated.format, "@publication-format", "event")
    said = element("string-date", here, None, words) if at.can("event-desc", "string-date") else words
    return element("event", at, {"event-type": dated.type}, element("event-desc", here, None, said))
