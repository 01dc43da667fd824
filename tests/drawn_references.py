"""Cited works as hypothesis draws them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jats.model.references import Conference, Reference
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
    TEXT,
    URL,
    Strategy,
    fields_of,
    ids,
    one_or_several,
)
from tests.drawn_names import LAST_FIRST, NAME, NAME_PART

_PERSON_OR_GROUP = st.one_of(
    LAST_FIRST,
    st.fixed_dictionaries({"name": NAME}),
    st.fixed_dictionaries({"collaboration": TEXT}),
    st.fixed_dictionaries({"surname": NAME_PART}, optional={"given": NAME_PART}),
)
PEOPLE = st.one_of(one_or_several(_PERSON_OR_GROUP), st.just("Romano, N. C.; Pick, J. B.; World Health Organization"))
_CONFERENCE = st.one_of(TEXT, fields_of(Conference, "name", name=TEXT, date=TEXT, place=TEXT))
_REFERENCE_TYPES = (
    "journal", "book", "chapter", "conference", "thesis", "report", "preprint", "webpage", "data", "software", "other",
)  # fmt: skip


def reference(identifier: Strategy) -> Strategy:
    """A cited work in its long form."""
    return fields_of(
        Reference,
        "title",
        most=20,
        id=identifier,
        label=NUMBER,
        type=st.sampled_from(_REFERENCE_TYPES),
        text=INLINE,
        language=LANGUAGE,
        authors=PEOPLE,
        editors=PEOPLE,
        translators=PEOPLE,
        etal=FLAG,
        date=DATE,
        year_suffix=st.sampled_from(["a", "b"]),
        title=INLINE,
        trans_title=INLINE,
        source=INLINE,
        trans_source=INLINE,
        edition=NUMBER,
        version=NUMBER,
        series=TEXT,
        volume=NUMBER,
        issue=NUMBER,
        supplement=NUMBER,
        pages=PAGES,
        total_pages=NUMBER,
        elocation_id=NUMBER,
        publisher=one_or_several(TEXT),
        place=one_or_several(TEXT),
        institution=TEXT,
        degree=TEXT,
        number=NUMBER,
        conference=_CONFERENCE,
        doi=DOI,
        pmid=st.sampled_from([12345678, "1"]),
        pmcid=st.sampled_from(["PMC13900", "13900"]),
        isbn=ISBN,
        issn=ISSN,
        ids=ids("handle", "urn"),
        url=URL,
        accessed=DATE,
        note=INLINE,
    )


@st.composite
def references(draw: st.DrawFn) -> Any:
    """A reference list with identifiers that differ."""
    names = draw(st.permutations(["r1", "r2", "B 3", "4", "ref-5"]))[: draw(st.integers(1, 3))]
    drawn = [draw(INLINE) if draw(st.integers(0, 3)) == 0 else draw(reference(st.just(name))) for name in names]
    return drawn[0] if len(drawn) == 1 and draw(st.booleans()) else drawn
