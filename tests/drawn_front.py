"""Front matter as it is drawn: people, dates, permissions, the journal."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from jats.model.conferences import Meeting
from jats.model.counts import Counts
from jats.model.dates import Event, Publication
from jats.model.events import PublicationEvent
from jats.model.issue import OtherIssue, Supplement
from jats.model.journal import Abbreviation, Journal, Publisher
from jats.model.permissions import Copyright, FreeToRead, License
from jats.model.processing import Accessibility, Processing, Profile
from jats.model.versions import ArticleVersion
from tests.drawing import (
    CUSTOM,
    DATE,
    DOI,
    FLAG,
    INLINE,
    ISBN,
    ISSN,
    LANGUAGE,
    NUMBER,
    PAGES,
    PARAGRAPHS,
    ROR,
    TEXT,
    TOKEN,
    URL,
    VOCABULARY,
    WEB_ADDRESSES,
    YEAR,
    Strategy,
    fields_of,
    ids,
    linked_ids,
    localized,
    one_or_several,
    record,
)
from tests.drawn_back import BACK_NOTES
from tests.drawn_notes import CORRESPONDENCE, NOTES, heading
from tests.drawn_people import affiliation, contributor, contributor_groups, makers

_EVENTS = ("received", "accepted", "rev-recd", "rev-request", "corrected", "retracted")
_FORMAT = st.sampled_from(["electronic", "print"])
HISTORY = st.one_of(
    st.dictionaries(st.sampled_from(_EVENTS), one_or_several(DATE), min_size=1, max_size=3),
    st.lists(fields_of(Event, "type", "date", type=st.sampled_from(_EVENTS), format=_FORMAT, date=DATE), max_size=2),
)
_PUBLICATION = fields_of(
    Publication,
    "date",
    type=st.sampled_from(["pub", "collection", "preprint", "retracted"]),
    format=_FORMAT,
    date=DATE,
    authority=TEXT,
)
PUBLISHED = st.one_of(
    DATE,
    _PUBLICATION,
    st.dictionaries(st.sampled_from(["electronic", "print", "collection"]), DATE, min_size=1, max_size=3),
    st.lists(_PUBLICATION, max_size=2),
)

_HOLDER = st.one_of(localized(INLINE), st.lists(localized(INLINE), min_size=1, max_size=2))
COPYRIGHT = st.one_of(
    TEXT, fields_of(Copyright, "statement", statement=localized(INLINE), year=one_or_several(YEAR), holder=_HOLDER)
)
LICENSE = one_or_several(
    st.one_of(
        st.sampled_from(["CC BY 4.0", "CC BY-NC-ND 4.0", "CC0 1.0", "https://creativecommons.org/licenses/by/4.0/"]),
        TEXT.map(lambda text: f"All rights reserved: {text}"),
        URL,
        fields_of(
            License,
            "url",
            name=st.just("CC BY 4.0"),
            url=URL,
            text=INLINE,
            language=LANGUAGE,
            type=TOKEN,
            start=DATE,
            applies_to=TOKEN,
        ),
    )
)

_PUBLISHER = st.one_of(
    TEXT,
    fields_of(Publisher, "name", name=localized(TEXT), place=localized(TEXT), ror=ROR, ids=ids("crossref")),
)
_ABBREVIATION = fields_of(
    Abbreviation, "text", text=localized(TEXT), type=st.sampled_from(["publisher", "nlm-ta", "iso"])
)


def text_of(field: str) -> Strategy:
    """A title, or a subtitle, of which there may be several."""
    return one_or_several(INLINE) if field.endswith("subtitle") else INLINE


def by_kind(value: Strategy, *kinds: str) -> Strategy:
    """A number of a kind that isn't stated, or numbers by kind."""
    assigned = st.fixed_dictionaries({"value": value, "authority": TEXT})
    return st.one_of(value, st.dictionaries(st.sampled_from(kinds), st.one_of(value, assigned), min_size=1, max_size=3))


def journal_fields() -> dict[str, Strategy]:
    return {
        "title": localized(INLINE),
        "subtitle": localized(text_of("subtitle")),
        "abbreviation": st.one_of(localized(TEXT), _ABBREVIATION, st.lists(_ABBREVIATION, min_size=1, max_size=2)),
        "ids": ids("publisher-id", "nlm-ta", "iso-abbrev"),
        "issn": by_kind(ISSN, "print", "electronic", "linking"),
        "isbn": by_kind(ISBN, "print", "electronic"),
        "publisher": one_or_several(_PUBLISHER),
        "contributors": makers(),
        "affiliations": one_or_several(st.one_of(TEXT, affiliation(TOKEN))),
        "notes": BACK_NOTES,
        "url": WEB_ADDRESSES,
        "custom": CUSTOM,
    }


JOURNAL = fields_of(Journal, most=8, **journal_fields())


def _issue_fields() -> dict[str, Strategy]:
    """Fields that an article and another issue that holds it share."""
    return {
        "volume": NUMBER,
        "volume_ids": linked_ids("pii", "publisher-id"),
        "volume_series": TEXT,
        "issue": NUMBER,
        "issue_ids": linked_ids("pii", "publisher-id"),
        "issue_sponsors": one_or_several(localized(TEXT)),
        "issue_part": NUMBER,
    }


@st.composite
def _other_issue(draw: st.DrawFn) -> Any:
    title = draw(st.sampled_from([(), ("issue_title",), ("issue_title", "issue_subtitle")]))
    tags = draw(st.lists(LANGUAGE, unique=True, min_size=1, max_size=2))
    texts = {field: {tag: draw(text_of(field)) for tag in tags} for field in title}
    return {**draw(record(OtherIssue, (), 6, _issue_fields())), **texts, "volume": draw(NUMBER)}


def _supplement(known: tuple[str, ...]) -> Strategy:
    people = one_or_several(contributor(known))
    return st.one_of(NUMBER, fields_of(Supplement, "text", text=INLINE, type=TOKEN, title=INLINE, contributors=people))


_VERSION = st.one_of(
    st.sampled_from(["VoR", "AM", "accepted manuscript", 2]),
    fields_of(
        ArticleVersion,
        "text",
        text=TEXT,
        type=TOKEN,
        designator=NUMBER,
        date=DATE,
        url=URL,
        vocabulary=VOCABULARY,
        authority=TEXT,
    ),
)
_PUBLICATION_EVENT = fields_of(
    PublicationEvent,
    "type",
    type=st.sampled_from(["preprint", "corrected", "reviewed-preprint"]),
    description=INLINE,
    date=DATE,
    printed_date=TEXT,
    dates=HISTORY,
    published=PUBLISHED,
    doi=DOI,
    ids=ids("publisher-id", "sici"),
    version=one_or_several(_VERSION),
    issn=by_kind(ISSN, "print", "electronic", "linking"),
    isbn=by_kind(ISBN, "print", "electronic"),
    copyright=COPYRIGHT,
    license=LICENSE,
    notes=PARAGRAPHS,
    url=WEB_ADDRESSES,
)
_CONFERENCE = fields_of(
    Meeting,
    "date",
    "name",
    name=localized(TEXT),
    acronym=localized(TEXT),
    date=st.one_of(TEXT, st.sampled_from(["12-14 October 2023", "2023-10-12/2023-10-14", "October 2023", "2023"])),
    iso_date=st.sampled_from(["2023-10-12/2023-10-14", "2023-10-12", "2023"]),
    calendar=TEXT,
    number=NUMBER,
    place=TEXT,
    sponsors=one_or_several(localized(TEXT)),
    theme=INLINE,
    url=URL,
)
_COUNT = st.one_of(st.integers(0, 3000), st.integers(0, 3000).map(str))
COUNTS = st.one_of(
    FLAG,
    fields_of(
        Counts,
        figures=_COUNT,
        tables=_COUNT,
        equations=_COUNT,
        references=_COUNT,
        pages=_COUNT,
        words=_COUNT,
        other=st.dictionaries(TOKEN, _COUNT, min_size=1, max_size=2),
    ),
)
_PROFILE = st.one_of(
    st.sampled_from(["pmc", "jats4r"]),
    fields_of(Profile, "name", name=TEXT, version=NUMBER, url=URL, vocabulary=VOCABULARY, authority=TEXT),
)
PROCESSING = st.one_of(
    FLAG,
    one_or_several(_PROFILE.filter(lambda drawn: isinstance(drawn, str))),
    fields_of(
        Processing,
        restricted_by=one_or_several(_PROFILE),
        extended_by=one_or_several(_PROFILE),
        math=one_or_several(st.sampled_from(["mathml", "tex", "image"])),
        tables=st.sampled_from(["xhtml", "oasis", "both", "none"]),
        language_groups=FLAG,
        accessibility=fields_of(
            Accessibility, features=one_or_several(TEXT), hazards=one_or_several(TEXT), summary=TEXT
        ),
        custom=CUSTOM,
    ),
)
EVENTS = st.one_of(
    st.dictionaries(
        st.sampled_from(["preprint", "corrected"]),
        st.one_of(
            DATE,
            _PUBLICATION_EVENT.map(
                lambda event: (
                    {key: value for key, value in event.items() if key not in ("type", "date")} | {"doi": "10.5555/x"}
                )
            ),
        ),
        min_size=1,
        max_size=2,
    ),
    one_or_several(_PUBLICATION_EVENT),
)


@cache
def front_fields(known: tuple[str, ...]) -> dict[str, Strategy]:
    """Fields of an article's front that depend on no other field but the affiliations' identifiers."""
    return {
        "format": st.sampled_from([1, "1"]),
        "journal": JOURNAL,
        "type": st.sampled_from(["research-article", "review-article", "editorial", "book-review"]),
        "specific_use": TOKEN,
        "version": one_or_several(_VERSION),
        "doi": DOI,
        "ids": ids("publisher-id", "sici"),
        "authors": one_or_several(contributor(known)),
        "contributors": one_or_several(contributor(known)),
        "contributor_groups": contributor_groups(known),
        "correspondence": CORRESPONDENCE,
        "notes": NOTES,
        "notes_heading": heading(known),
        "published": PUBLISHED,
        "undated": FLAG,
        **_issue_fields(),
        "other_issues": one_or_several(_other_issue()),
        "isbn": by_kind(ISBN, "print", "electronic"),
        "supplement": _supplement(known),
        "pages": PAGES,
        "elocation_id": NUMBER,
        "sequence": NUMBER,
        "history": HISTORY,
        "events": EVENTS,
        "processing": PROCESSING,
        "content_languages": one_or_several(LANGUAGE),
        "conference": one_or_several(_CONFERENCE),
        "counts": COUNTS,
        "copyright": COPYRIGHT,
        "license": LICENSE,
        "free_to_read": st.one_of(FLAG, DATE, fields_of(FreeToRead, start=DATE, end=DATE)),
        "embargo": DATE,
        "url": WEB_ADDRESSES,
        "custom": CUSTOM,
    }


def fitting(data: dict[str, Any]) -> dict[str, Any]:
    """The article without fields that contradict others."""
    without = {"undated"} if "published" in data else set()
    if not data.get("notes") and not data.get("correspondence"):
        without.add("notes_heading")
    if "embargo" in data and data.get("free_to_read", True) not in (True, False, "yes", "no", "true", "Yes"):
        without.add("embargo")
    return {key: value for key, value in data.items() if key not in without}
