"""Events in the history of the article's publication: `<pub-history>`, since JATS 1.2."""

from __future__ import annotations

from jats.elements.blocks import write_blocks
from jats.elements.build import Cursor, Element, element
from jats.elements.custom import all_to_custom_meta, fits_or_custom_meta
from jats.elements.dates import can_hold, write_bare_date, write_date
from jats.elements.ids import write_article_ids
from jats.elements.inline import write_text
from jats.elements.journal import write_isbns, write_issns
from jats.elements.permissions import write_terms
from jats.elements.versions import write_versions
from jats.elements.web import write_web_addresses
from jats.model.article import Article
from jats.model.dates import Event
from jats.model.events import PublicationEvent

_EVENT = "event"
_META = "article-meta"
_HISTORY = "pub-history"


def write_events(article: Article, at: Cursor) -> list[Element | None]:
    """An `<event>` each, if the variant has them."""
    if not article.events or not at.can(_META, _HISTORY):
        return []
    return [_write_event(one, at / index) for index, one in enumerate(article.events)]


def write_early_events(article: Article, at: Cursor) -> list[Element | None]:
    """Before JATS 1.2 there are no events: their days become dates of the history, and the rest goes to `<custom-meta>`."""
    if not article.events or at.can(_META, _HISTORY):
        return []
    return [_write_early(one, at / index) for index, one in enumerate(article.events)]


def _write_early(given: PublicationEvent, at: Cursor) -> Element | None:
    kind, date = given.type, given.date
    if kind is None or date is None or not (at.can(_META, "history") and can_hold("date", date, at)):
        all_to_custom_meta(given, _HISTORY, _META, at)
        return None
    at.lose(_HISTORY, _META, "as date in history")
    all_to_custom_meta(given.model_copy(update={"type": None, "date": None}), _HISTORY, _META, at)
    return write_date("date", Event(type=kind, date=date), at)


def _write_event(given: PublicationEvent, at: Cursor) -> Element | None:
    return element(
        _EVENT,
        at,
        {"event-type": (given.type, at / "type")},
        write_text("event-desc", given.description, at / "description"),
        write_article_ids(given.doi, given.ids, at),
        write_versions(given.version, _EVENT, at / "version"),
        [write_date("pub-date", one, at / "published" / index) for index, one in enumerate(given.published)],
        _write_dates(given, at),
        write_issns(given.issn, at / "issn"),
        write_isbns(given.isbn, at / "isbn"),
        write_terms(given.copyright, given.license, at),
        element("notes", at / "notes", None, write_blocks(given.notes, at / "notes", "notes")),
        write_web_addresses(given.url, at / "url"),
    )


def _write_dates(given: PublicationEvent, at: Cursor) -> list[Element | None]:
    """The date of the event, as parts and as printed, and others with their own type."""
    own = write_bare_date(given.date, at) if given.date else None
    printed, here = given.printed_date, at / "printed_date"
    words = (
        element("string-date", here, None, printed)
        if fits_or_custom_meta(_EVENT, "string-date", printed, here)
        else None
    )
    return [own, words, *(write_date("date", one, at / "dates" / index) for index, one in enumerate(given.dates))]
