"""Contributors and affiliations as hypothesis draws them."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from jats.model.affiliations import Address, Affiliation, Department, Registered
from jats.model.back import Biography
from jats.model.people import Collaboration, Comment, Contributor, ContributorGroup, Role
from jats.model.vocabulary import Scheme
from tests.drawing import (
    COUNTRY,
    FLAG,
    INLINE,
    LANGUAGE,
    NUMBER,
    ORCID,
    PARAGRAPHS,
    ROR,
    TEXT,
    TOKEN,
    URL,
    VOCABULARY,
    Strategy,
    by_language,
    fields_of,
    ids,
    localized,
    one_or_several,
)
from tests.drawn_back import TYPED
from tests.drawn_names import NAME, NAME_PART, SHORT_NAME
from tests.drawn_notes import address_links, note_links


def _of_one_vocabulary(drawn: dict[str, Any]) -> dict[str, Any]:
    """A role that has words, and is not of two vocabularies."""
    if "part" in drawn:
        drawn.pop("degree", None)
    if "credit" in drawn:
        return {key: value for key, value in drawn.items() if key != "vocabulary"}
    return {"text": "Head", **drawn}


ROLE = st.one_of(
    TEXT,
    st.sampled_from(["Conceptualization", "Writing – original draft"]),
    fields_of(
        Role,
        text=localized(INLINE),
        credit=st.just("Software"),
        vocabulary=VOCABULARY,
        authority=TEXT,
        degree=st.sampled_from(["lead", "equal", "supporting"]),
        part=st.sampled_from(["reviewer", "reader", "author", "editor"]),
    ).map(_of_one_vocabulary),
)

_COLLABORATION = st.one_of(
    localized(INLINE),
    fields_of(Collaboration, "name", name=localized(INLINE), type=TOKEN, symbol=NUMBER, url=URL),
)
_COMMENT = fields_of(Comment, "text", language=LANGUAGE, type=TOKEN, title=INLINE, text=PARAGRAPHS)
COMMENTS = st.one_of(by_language(st.one_of(PARAGRAPHS, _COMMENT)), one_or_several(st.one_of(INLINE, _COMMENT)))


@cache
def biographies(known: tuple[str, ...]) -> Strategy:
    """Texts about one person."""
    about = one_or_several(st.sampled_from(known)) if known else st.builds(list)
    one = fields_of(Biography, "text", **TYPED, refers_to=about, url=URL)
    return st.one_of(INLINE, by_language(st.one_of(PARAGRAPHS, one)), st.lists(st.one_of(INLINE, one), max_size=2))


_PRINTED_AFFILIATION = TEXT.map(lambda text: f"University of {text}, Kyiv")


_SCHEME = st.one_of(TEXT, fields_of(Scheme, "name", name=TEXT, identifier=URL))
_REGISTERED = fields_of(Registered, "value", value=TEXT, authority=TEXT, vocabulary=_SCHEME)
_IDS = st.one_of(
    ids("grid", "ringgold"), st.dictionaries(st.sampled_from(["grid", "wikidata"]), _REGISTERED, min_size=1, max_size=2)
)
_DEPARTMENT = st.one_of(
    localized(TEXT), fields_of(Department, "name", name=localized(TEXT), type=TOKEN, ror=ROR, ids=_IDS)
)
_PLACE: dict[str, Any] = {
    "text": localized(TEXT),
    "institution": localized(TEXT),
    "institution_type": TOKEN,
    "other_names": st.dictionaries(TOKEN, localized(TEXT), min_size=1, max_size=2),
    "departments": one_or_several(_DEPARTMENT),
    "ror": ROR,
    "ids": _IDS,
    "link": URL,
    "street": localized(TEXT),
    "city": localized(TEXT),
    "state": localized(TEXT),
    "postal_code": NUMBER,
    "country": localized(TEXT),
    "country_code": COUNTRY,
    "phone": one_or_several(TEXT),
    "fax": one_or_several(TEXT),
    "email": one_or_several(TEXT),
    "url": URL,
}
_ADDRESS = fields_of(Address, "institution", **_PLACE, type=TOKEN)
ADDRESSES = one_or_several(st.one_of(TEXT, _ADDRESS, st.fixed_dictionaries({"ids": _IDS, "type": TOKEN})))


@cache
def affiliation(identifier: Strategy, known: tuple[str, ...] = ()) -> Strategy:
    """An affiliation in its long form, which may be a part of those of `known` identifiers."""
    wider = one_or_several(st.sampled_from(known)) if known else st.builds(list)
    return fields_of(Affiliation, "institution", **_PLACE, id=identifier, label=NUMBER, part_of=wider)


@cache
def _party(known: tuple[str, ...]) -> dict[str, Any]:
    """What may be said of one contributor and of several."""
    links = [_PRINTED_AFFILIATION, affiliation(TOKEN, known), *([st.sampled_from(known)] if known else [])]
    return {
        "roles": one_or_several(ROLE),
        "email": one_or_several(TEXT),
        "phone": one_or_several(TEXT),
        "fax": one_or_several(TEXT),
        "address": ADDRESSES,
        "affiliations": one_or_several(st.one_of(links)),
        "correspondence": address_links(known),
        "notes": note_links(known),
        "url": URL,
        "id": TOKEN,
        "on_behalf_of": localized(INLINE),
        "biography": biographies(known),
        "comment": COMMENTS,
    }


@cache
def contributor(known: tuple[str, ...], depth: int = 1) -> Strategy:
    """A person, a group or somebody anonymous, who may name affiliations of `known` identifiers."""
    below = st.lists(contributor(known, depth - 1), min_size=1, max_size=2) if depth else st.builds(list)
    fields = fields_of(
        Contributor,
        name=st.one_of(NAME, by_language(NAME), st.lists(NAME, min_size=1, max_size=2)),
        collaboration=_COLLABORATION,
        members=below,
        anonymous=st.just(True),
        type=st.sampled_from(["author", "editor", "translator", "reviewer"]),
        orcid=ORCID,
        orcid_authenticated=FLAG,
        ids=ids("scopus", "researcherid"),
        degrees=one_or_several(TEXT),
        corresponding=FLAG,
        equal_contribution=FLAG,
        deceased=FLAG,
        belongs_to=one_or_several(st.sampled_from(known)) if known else st.builds(list),
        link=URL,
        **_party(known),
    )
    return _contributor(fields, depth)


@st.composite
def _contributor(draw: st.DrawFn, fields: Strategy, depth: int) -> Any:
    if draw(st.integers(0, 3)) == 0 and depth:
        return draw(SHORT_NAME)
    kept = _somebody(draw(fields))
    return kept if kept.keys() & _WAYS else {**kept, **draw(_NAMED)}


_WAYS = {"name", "collaboration", "anonymous"}
"""Fields that say who a contributor is."""

_NAMED = st.one_of(
    NAME.map(lambda name: {"name": name}),
    st.fixed_dictionaries({"surname": NAME_PART}, optional={"given": NAME_PART, "suffix": NAME_PART}),
)


def _somebody(drawn: dict[str, Any]) -> dict[str, Any]:
    """The fields of a contributor with at most one of the three ways to say who it is."""
    who = [key for key in ("name", "collaboration", "anonymous") if key in drawn]
    without: set[str] = set(who[1:])
    if who[:1] != ["collaboration"]:
        without.add("members")
    if "orcid" not in drawn:
        without.add("orcid_authenticated")
    return {key: value for key, value in drawn.items() if key not in without}


@cache
def contributor_groups(known: tuple[str, ...]) -> Strategy:
    """Contributors in groups of their own."""
    members = one_or_several(contributor(known))
    group = fields_of(ContributorGroup, "members", type=TOKEN, members=members, **_party(known))
    return st.one_of(one_or_several(group), st.dictionaries(TOKEN, members, min_size=1, max_size=2))


@cache
def makers() -> Strategy:
    """Who makes a journal: they carry no notes."""
    return one_or_several(contributor(()).map(_without_notes))


def _without_notes(drawn: Any) -> Any:
    if not isinstance(drawn, dict):
        return drawn
    kept = {key: value for key, value in drawn.items() if key not in ("notes", "correspondence")}
    return {**kept, "members": [_without_notes(one) for one in kept["members"]]} if "members" in kept else kept
