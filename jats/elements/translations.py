"""Translations of the whole article: who made them."""

from __future__ import annotations

from jats.elements.build import Attributes, Cursor
from jats.elements.shapes import attribute_of
from jats.model.article import SubArticle

_SOURCE = "lang-source"


def translator(part: SubArticle, tag: str, at: Cursor) -> Attributes:
    """Who made the translation, since JATS 1.4 an attribute, with one of its own for those that JATS doesn't list."""
    given = part.translated_by
    if given is None:
        return {}
    if not at.has(tag, _SOURCE):
        at.to_custom_meta(given, "@" + _SOURCE, tag)
        return {}
    if attribute_of(at.context.grammar, tag, _SOURCE).takes(given):
        return {_SOURCE: (given, at)}
    return {_SOURCE: ("custom", at), f"{_SOURCE}-custom": (given, at)}
