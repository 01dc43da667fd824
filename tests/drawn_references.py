"""Cited works as hypothesis draws them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jats.model.cited import Cited, CitedInstitution, Conference, Edition, Size
from jats.model.references import Entry, Reference, ReferenceList, Work
from tests.drawing import (
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
    Strategy,
    by_language,
    fields_of,
    ids,
    localized,
    one_or_several,
    record,
)
from tests.drawn_front import by_kind
from tests.drawn_names import LAST_FIRST, NAME, NAME_PART

_ABOUT_PERSON = {"role": TEXT, "affiliation": TEXT}
_NAMES = st.one_of(NAME, by_language(NAME), st.lists(NAME, min_size=1, max_size=2))
_PERSON_OR_GROUP = st.one_of(
    LAST_FIRST,
    st.fixed_dictionaries({"name": _NAMES}, optional=_ABOUT_PERSON),
    st.fixed_dictionaries({"collaboration": localized(TEXT)}, optional=_ABOUT_PERSON),
    st.fixed_dictionaries({"anonymous": st.just(True)}, optional=_ABOUT_PERSON),
    st.fixed_dictionaries({"surname": NAME_PART}, optional={"given": NAME_PART}),
)
if Cited.model_fields.keys() != {"name", "collaboration", "anonymous", *_ABOUT_PERSON}:
    raise LookupError("Cited: a field isn't drawn")
PEOPLE = st.one_of(one_or_several(_PERSON_OR_GROUP), st.just("Romano, N. C.; Pick, J. B.; World Health Organization"))
_INSTITUTIONS = one_or_several(
    st.one_of(TEXT, fields_of(CitedInstitution, "name", name=TEXT, ror=ROR, ids=ids("grid", "wikidata")))
)
SIZES = st.one_of(
    st.dictionaries(st.sampled_from(["minutes", "MB"]), NUMBER, min_size=1),
    one_or_several(fields_of(Size, "text", "units", text=NUMBER, units=TOKEN)),
)
_EDITION = st.one_of(NUMBER, fields_of(Edition, "text", text=NUMBER, number=NUMBER), st.just({"number": 3}))
_MEETING_DATE = st.one_of(TEXT, st.fixed_dictionaries({"year": st.integers(1900, 2100)}, optional={"text": TEXT}))
_CONFERENCE = st.one_of(
    TEXT,
    fields_of(Conference, "name", name=TEXT, acronym=TEXT, date=_MEETING_DATE, place=TEXT, sponsors=_INSTITUTIONS),
)
_ROLES = st.one_of(st.sampled_from(["inventor", "assignee", "compiler", "curator", "illustrator"]), TOKEN)
_REFERENCE_TYPES = (
    "journal", "book", "chapter", "conference", "thesis", "report", "preprint", "webpage", "data", "software", "standard",
    "patent", "legal-doc", "government", "map", "other",
)  # fmt: skip


def _linked(*kinds: str) -> Strategy:
    """Identifiers by type, some with an address."""
    value = st.fixed_dictionaries({"value": TEXT}, optional={"authority": TEXT, "url": URL})
    return st.one_of(ids(*kinds), st.dictionaries(st.one_of(st.sampled_from(kinds), TOKEN), value, min_size=1))


def _work_fields() -> dict[str, Strategy]:
    """Fields of a cited work, in its own right or in the list."""
    return {
        "label": NUMBER,
        "type": st.sampled_from(_REFERENCE_TYPES),
        "text": INLINE,
        "language": LANGUAGE,
        "authors": PEOPLE,
        "editors": PEOPLE,
        "translators": PEOPLE,
        "people": st.dictionaries(_ROLES, PEOPLE, min_size=1, max_size=2),
        "etal": FLAG,
        "date": DATE,
        "year_suffix": st.sampled_from(["a", "b"]),
        "dates": st.dictionaries(st.one_of(st.just("original"), TOKEN), DATE, min_size=1, max_size=2),
        "title": INLINE,
        "part_title": INLINE,
        "trans_title": INLINE,
        "source": INLINE,
        "trans_source": INLINE,
        "edition": _EDITION,
        "version": _EDITION,
        "series": INLINE,
        "volume": NUMBER,
        "volume_ids": _linked("publisher-id"),
        "volume_series": NUMBER,
        "issue": NUMBER,
        "issue_ids": _linked("publisher-id"),
        "issue_title": INLINE,
        "issue_part": NUMBER,
        "supplement": NUMBER,
        "pages": PAGES,
        "total_pages": NUMBER,
        "size": SIZES,
        "elocation_id": NUMBER,
        "publisher": _INSTITUTIONS,
        "place": one_or_several(TEXT),
        "institution": _INSTITUTIONS,
        "degree": TEXT,
        "number": NUMBER,
        "organization": TEXT,
        "country": st.sampled_from(["US", "UA"]),
        "conference": _CONFERENCE,
        "doi": DOI,
        "pmid": st.sampled_from([12345678, "1"]),
        "pmcid": st.sampled_from(["PMC13900", "13900"]),
        "isbn": by_kind(ISBN, "print", "electronic"),
        "issn": by_kind(ISSN, "print", "electronic", "linking"),
        "ids": _linked("handle", "urn"),
        "part_ids": ids("publisher-id"),
        "url": URL,
        "link": URL,
        "accessed": DATE,
        "updated": DATE,
        "format": st.sampled_from(["print", "web", "video"]),
        "publisher_type": TOKEN,
        "use": TOKEN,
        "note": one_or_several(INLINE),
        "annotation": PARAGRAPHS,
    }


WORK = fields_of(Work, "title", most=8, **_work_fields())
"""A cited work in its long form."""
_WORK = st.one_of(INLINE, WORK)


def _entry_fields() -> dict[str, Strategy]:
    return {**_work_fields(), "alternatives": st.lists(_WORK, min_size=1, max_size=2), "remark": PARAGRAPHS}


_ENTRY = st.one_of(
    INLINE, fields_of(Entry, "title", most=8, **_entry_fields()), st.fixed_dictionaries({"remark": PARAGRAPHS})
)


def reference(identifier: Strategy) -> Strategy:
    """A cited work in its long form, or several."""
    works = st.lists(_ENTRY, min_size=1, max_size=2)
    return fields_of(Reference, "title", most=20, **_entry_fields(), id=identifier, works=works)


@st.composite
def _list(draw: st.DrawFn, inside: Strategy, number: int) -> Any:
    """A list of references with a heading."""
    fields = {
        "id": st.just(f"list{number}"),
        "label": NUMBER,
        "title": INLINE,
        "type": TOKEN,
        "language": LANGUAGE,
        "ids": ids("publisher-id"),
        "text": PARAGRAPHS,
        "references": st.lists(inside, max_size=2),
    }
    if fields.keys() != ReferenceList.model_fields.keys():
        raise LookupError("ReferenceList: a field isn't drawn")
    return draw(record(ReferenceList, ("references",), 6, fields))


_LISTS = st.tuples(_list(_WORK, 1), _list(st.one_of(_WORK, _list(_WORK, 3)), 2)).map(list)


@st.composite
def references(draw: st.DrawFn) -> Any:
    """A reference list with identifiers that differ, at times with lists in it or beside it."""
    names = draw(st.permutations(["r1", "r2", "B 3", "4", "ref-5"]))[: draw(st.integers(1, 3))]
    drawn = [draw(INLINE) if draw(st.integers(0, 3)) == 0 else draw(reference(st.just(name))) for name in names]
    if draw(st.integers(0, 3)) == 0:
        drawn += draw(_LISTS)
    return drawn[0] if len(drawn) == 1 and draw(st.booleans()) else drawn
