"""The attributes that say which vocabulary a word comes from."""

from __future__ import annotations

from jats.elements.build import Attributes, Cursor
from jats.model.vocabulary import Scheme, Vocabulary

_ATTRIBUTES = {
    "name": "vocab",
    "identifier": "vocab-identifier",
    "term": "vocab-term",
    "term_identifier": "vocab-term-identifier",
}


def vocabulary_attributes(tag: str, vocabulary: Vocabulary | None, at: Cursor) -> Attributes:
    """Those that `tag` has in the variant (they came with JATS 1.2 and 1.3); the others go to `<custom-meta>`."""
    if vocabulary is None:
        return {}
    return {
        attribute: allowed(tag, attribute, value, at / field)
        for field, attribute in _ATTRIBUTES.items()
        if (value := getattr(vocabulary, field))
    }


def scheme_attributes(tag: str, scheme: Scheme | None, at: Cursor) -> Attributes:
    """Those that say where a group of words comes from."""
    if scheme is None:
        return {}
    return {
        "vocab": allowed(tag, "vocab", scheme.name, at / "name"),
        "vocab-identifier": allowed(tag, "vocab-identifier", scheme.identifier, at / "identifier"),
    }


def allowed(tag: str, attribute: str, value: str | None, at: Cursor) -> tuple[str, Cursor] | None:
    """The value of an attribute with its field, if the variant has the attribute; else the value goes to `<custom-meta>`."""
    if value is None:
        return None
    if at.takes(tag, attribute, value):
        return value, at
    at.to_custom_meta(value, "@" + attribute, tag)
    return None
