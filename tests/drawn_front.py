"""Front matter as it is drawn: people, dates, permissions, the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from jats.model.affiliations import Affiliation
from jats.model.dates import Event, Publication
from jats.model.journal import Journal, Publisher
from jats.model.people import Contributor, Name, Role
from jats.model.permissions import Copyright, License
from tests.drawing import (
    COUNTRY,
    DATE,
    FLAG,
    INLINE,
    ISSN,
    LANGUAGE,
    NUMBER,
    ORCID,
    ROR,
    TEXT,
    TOKEN,
    URL,
    YEAR,
    Strategy,
    by_language,
    fields_of,
    ids,
    localized,
    one_or_several,
    texts,
)

NAME_PART = texts("abcXYZ .-'їєґЖщ中文λéß&<", 10)
LAST_FIRST = st.tuples(NAME_PART, NAME_PART).map(", ".join)
SHORT_NAME = st.one_of(LAST_FIRST, NAME_PART, st.just("King, Martin L., Jr."))
_NAME = fields_of(
    Name,
    "surname",
    surname=NAME_PART,
    given=NAME_PART,
    prefix=NAME_PART,
    suffix=NAME_PART,
    style=st.sampled_from(["western", "eastern", "islensk", "given-only"]),
    full=NAME_PART,
    language=LANGUAGE,
)
NAME = st.one_of(
    SHORT_NAME, _NAME, st.fixed_dictionaries({"full": NAME_PART}), st.fixed_dictionaries({"given": NAME_PART})
)

ROLE = st.one_of(
    TEXT,
    st.sampled_from(["Conceptualization", "Writing – original draft"]),
    fields_of(
        Role,
        text=localized(TEXT),
        credit=st.just("Software"),
        degree=st.sampled_from(["lead", "equal", "supporting"]),
    ).filter(lambda role: "text" in role or "credit" in role),
)

_PRINTED_AFFILIATION = TEXT.map(lambda text: f"University of {text}, Kyiv")


def affiliation(identifier: Strategy) -> Strategy:
    """An affiliation in its long form."""
    return fields_of(
        Affiliation,
        "institution",
        id=identifier,
        label=NUMBER,
        text=localized(TEXT),
        institution=localized(TEXT),
        departments=one_or_several(localized(TEXT)),
        ror=ROR,
        ids=ids("grid", "ringgold"),
        street=localized(TEXT),
        city=localized(TEXT),
        state=localized(TEXT),
        postal_code=NUMBER,
        country=localized(TEXT),
        country_code=COUNTRY,
        email=one_or_several(TEXT),
        url=URL,
    )


@st.composite
def contributor(draw: st.DrawFn, known: Sequence[str], depth: int = 1) -> Any:
    """A person, a group or somebody anonymous, who may name affiliations of `known` identifiers."""
    if draw(st.integers(0, 3)) == 0 and depth:
        return draw(SHORT_NAME)
    links = [_PRINTED_AFFILIATION, affiliation(TOKEN), *([st.sampled_from(known)] if known else [])]
    drawn = draw(
        fields_of(
            Contributor,
            name=st.one_of(NAME, by_language(NAME), st.lists(NAME, min_size=1, max_size=2)),
            collaboration=localized(TEXT),
            members=st.lists(contributor(known, depth - 1), min_size=1, max_size=2) if depth else st.just([]),
            anonymous=st.just(True),
            type=st.sampled_from(["author", "editor", "translator", "reviewer"]),
            orcid=ORCID,
            orcid_authenticated=FLAG,
            ids=ids("scopus", "researcherid"),
            degrees=one_or_several(TEXT),
            roles=one_or_several(ROLE),
            email=one_or_several(TEXT),
            affiliations=one_or_several(st.one_of(links)),
            corresponding=FLAG,
            equal_contribution=FLAG,
            deceased=FLAG,
            url=URL,
            biography=INLINE,
        )
    )
    return draw(_somebody(drawn))


def _somebody(drawn: dict[str, Any]) -> Strategy:
    """The fields of a contributor with exactly one of the three ways to say who it is."""
    who = [key for key in ("name", "collaboration", "anonymous") if key in drawn]
    kept = {key: value for key, value in drawn.items() if key not in who[1:]}
    if who[:1] != ["collaboration"]:
        kept.pop("members", None)
    if "orcid" not in kept:
        kept.pop("orcid_authenticated", None)
    if "collaboration" not in kept:
        kept.pop("members", None)
    if "orcid" not in kept:
        kept.pop("orcid_authenticated", None)
    if who:
        return st.just(kept)
    in_parts = st.fixed_dictionaries({"surname": NAME_PART}, optional={"given": NAME_PART, "suffix": NAME_PART})
    return st.one_of(NAME.map(lambda name: {"name": name}), in_parts).map(lambda name: {**kept, **name})


_EVENTS = ("received", "accepted", "rev-recd", "rev-request", "corrected", "retracted")
HISTORY = st.one_of(
    st.dictionaries(st.sampled_from(_EVENTS), one_or_several(DATE), min_size=1, max_size=3),
    st.lists(fields_of(Event, "type", "date", type=st.sampled_from(_EVENTS), date=DATE), max_size=2),
)
_PUBLICATION = fields_of(
    Publication,
    "date",
    type=st.sampled_from(["pub", "collection", "preprint", "retracted"]),
    format=st.sampled_from(["electronic", "print"]),
    date=DATE,
)
PUBLISHED = st.one_of(
    DATE,
    _PUBLICATION,
    st.dictionaries(st.sampled_from(["electronic", "print", "collection"]), DATE, min_size=1, max_size=3),
    st.lists(_PUBLICATION, max_size=2),
)

COPYRIGHT = st.one_of(
    TEXT, fields_of(Copyright, "statement", statement=localized(INLINE), year=YEAR, holder=localized(INLINE))
)
LICENSE = one_or_several(
    st.one_of(
        st.sampled_from(["CC BY 4.0", "CC BY-NC-ND 4.0", "CC0 1.0", "https://creativecommons.org/licenses/by/4.0/"]),
        TEXT.map(lambda text: f"All rights reserved: {text}"),
        URL,
        fields_of(License, "url", name=st.just("CC BY 4.0"), url=URL, text=INLINE, language=LANGUAGE, start=DATE),
    )
)

_PUBLISHER = st.one_of(TEXT, fields_of(Publisher, "name", name=localized(TEXT), place=localized(TEXT)))


def journal_fields() -> dict[str, Strategy]:
    return {
        "title": localized(INLINE),
        "subtitle": localized(INLINE),
        "abbreviation": TEXT,
        "ids": ids("publisher-id", "nlm-ta", "iso-abbrev"),
        "issn": st.one_of(
            ISSN, st.dictionaries(st.sampled_from(["print", "electronic", "linking"]), ISSN, min_size=1, max_size=3)
        ),
        "publisher": _PUBLISHER,
        "url": URL,
    }


JOURNAL = fields_of(Journal, most=7, **journal_fields())
