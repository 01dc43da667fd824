"""What people did and are: `<role>`, in words, by CRediT, by another vocabulary."""

from __future__ import annotations

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.custom import all_to_custom_meta
from jats.elements.inline import write_inline
from jats.elements.languages import foreign, versions
from jats.elements.vocabulary import allowed, vocabulary_attributes
from jats.model.people import Role
from jats.vocab.credit import VOCABULARY, find_role

_TAG = "role"


def write_role(role: Role, at: Cursor) -> list[Element | None]:
    """The role in its words, in each language; a CRediT role with what identifies it.

    That is its address alone before JATS 1.2, and for SciELO (SPS 1.10, credit_taxonomy).
    """
    term = role.vocabulary.term if role.vocabulary else None
    if role.text is None and role.credit is None and term is None:
        all_to_custom_meta(role, "role without words", "contrib", at)
        return []
    attributes = _attributes(role, at)
    if role.text is None and role.credit is None:
        return [element(_TAG, at, attributes, term)]
    words = versions(role.text, at / "text")
    if not words:
        return [_write_term(role, attributes, at)]
    return [
        element(_TAG, at, {**attributes, "xml:lang": language}, write_inline(text, here, _TAG))
        for language, text, here in words
    ]


def _write_term(role: Role, attributes: Attributes, at: Cursor) -> Element | None:
    """A role without words of its own: its CRediT term, as given unless an address was; CRediT's terms are English."""
    given = role.credit or ""
    known = find_role(given)
    term = known.term if known and "://" in given else given
    language = foreign("en", at.context.language or "en") if known and term == known.term else None
    return element(_TAG, at, {**attributes, "xml:lang": language}, term)


def _attributes(role: Role, at: Cursor) -> Attributes:
    attributes = _credit(role, at) if role.credit else vocabulary_attributes(_TAG, role.vocabulary, at / "vocabulary")
    degree = "degree-contribution" if at.has(_TAG, "degree-contribution") else "specific-use"
    return {
        **attributes,
        "assigning-authority": allowed(_TAG, "assigning-authority", role.authority, at / "authority"),
        **({"specific-use": (role.part, at / "part")} if role.part else {degree: (role.degree, at / "degree")}),
    }


def _credit(role: Role, at: Cursor) -> Attributes:
    known, here = find_role(role.credit or ""), at / "credit"
    if not at.has(_TAG, "vocab") or at.context.wants("credit_role", "content-type"):
        return {"content-type": (known.url if known else role.credit, here)}
    return {
        "vocab": ("credit", here),
        "vocab-identifier": (VOCABULARY if known else None, here),
        "vocab-term": (known.term if known else role.credit, here),
        "vocab-term-identifier": (known.url if known else None, here),
    }
