"""Translations of the whole article: what they have from it, and who made them."""

from __future__ import annotations

from typing import Any

from jats.elements.build import At, Attributes
from jats.elements.shapes import attribute_of
from jats.model.article import Article, SubArticle
from jats.model.base import Data

_BY_TAG = ("title", "subtitle")
_GROUPS = ("abstract", "keywords", "subjects")
"""Fields whose versions in a language are groups with that language."""

_SOURCE = "lang-source"


def completed(part: SubArticle, article: Article) -> SubArticle:
    """A translation with the titles, abstracts, keywords and subjects that the article has in its language already."""
    if part.type != "translation" or part.language is None:
        return part
    tag = part.language.casefold()
    taken: dict[str, Any] = {}
    for name in _BY_TAG:
        versions = {key.casefold(): value for key, value in (getattr(article, name) or {}).items()}
        if getattr(part, name) is None and tag in versions:
            taken[name] = {"": versions[tag]}
    if "title" not in taken and part.title is None:
        taken.pop("subtitle", None)
    for name in _GROUPS:
        if not getattr(part, name):
            taken[name] = tuple(
                _nameless(one) for one in getattr(article, name) if (one.language or "").casefold() == tag
            )
    return part.model_copy(update=taken)


def _nameless(group: Data) -> Data:
    """The same without identifiers, which are those of the article's own."""
    return group.model_copy(update={name: value for name, value in (("id", None), ("ids", {})) if hasattr(group, name)})


def translator(part: SubArticle, tag: str, at: At) -> Attributes:
    """Who made the translation, since JATS 1.4 an attribute, with one of its own for those that JATS doesn't list."""
    given = part.translated_by
    if given is None:
        return {}
    if not at.has(tag, _SOURCE):
        at.set_aside(given, "@" + _SOURCE, tag)
        return {}
    if attribute_of(at.writing.grammar, tag, _SOURCE).takes(given):
        return {_SOURCE: given}
    return {_SOURCE: "custom", f"{_SOURCE}-custom": given}
