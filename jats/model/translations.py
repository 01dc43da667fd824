"""Articles inside an article: what they have from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jats.model.article import Article, SubArticle
from jats.model.base import Data
from jats.model.people import Contributor, ContributorGroup

_BY_TAG = ("title", "subtitle")
_GROUPS = ("abstract", "keywords", "subjects")
"""Fields whose versions in a language are groups with that language."""


def completed(part: SubArticle, article: Article) -> SubArticle:
    """A part with what it has from the article around it: the language, and the institutions that its people name.

    A translation also has the titles, abstracts, keywords and subjects that the article has in its language already.
    """
    taken: dict[str, Any] = {} if part.language else {"language": article.language}
    named = _named(people for _, people in part.people()) - {one.id for one in part.affiliations}
    if named:
        own = article.language or ""
        tag = (part.language or own).casefold()
        theirs = tuple(one for one in article.affiliations if one.id in named)
        taken["affiliations"] = part.affiliations + _in_language(theirs, tag, own)
    if part.type == "translation" and part.language:
        taken |= _translated(part, part.language.casefold(), article)
    return part.model_copy(update=taken) if taken else part


def _named(people: Iterable[Iterable[Contributor | ContributorGroup]]) -> set[str]:
    """The ids of institutions that contributors and members of groups name."""
    return set(_links(person for group in people for person in group))


def _links(people: Iterable[Contributor | ContributorGroup]) -> Iterator[str]:
    for person in people:
        yield from (link for link in person.affiliations if isinstance(link, str))
        yield from _links(person.members)


def _in_language(value: Any, tag: str, own: str) -> Any:
    """A value with its texts in one language alone, if they have that; those without a tag are in the article's own."""
    if isinstance(value, Data):
        parts = {name: one for name, one in value if name != "ids" and isinstance(one, (dict, tuple, Data))}
        return value.model_copy(update={name: _in_language(one, tag, own) for name, one in parts.items()})
    if isinstance(value, dict):
        tagged = {key or own: text for key, text in value.items()}
        found = next((text for key, text in tagged.items() if key.casefold() == tag), None)
        return tagged if found is None else {"": found}
    return tuple(_in_language(one, tag, own) for one in value) if isinstance(value, tuple) else value


def _translated(part: SubArticle, tag: str, article: Article) -> dict[str, Any]:
    """What the article says in a language and the translation into it doesn't."""
    taken: dict[str, Any] = {}
    for name in _BY_TAG:
        versions = {key.casefold(): value for key, value in (getattr(article, name) or {}).items()}
        if getattr(part, name) is None and tag in versions:
            taken[name] = {"": versions[tag]}
    if part.title is None and "title" not in taken:
        taken.pop("subtitle", None)
    for name in _GROUPS:
        if not getattr(part, name):
            groups = (one for one in getattr(article, name) if (one.language or "").casefold() == tag)
            taken[name] = tuple(map(_nameless, groups))
    return taken


def _nameless(group: Data) -> Data:
    """The same without identifiers, which are those of the article's own."""
    return group.model_copy(update={name: value for name, value in (("id", None), ("ids", {})) if hasattr(group, name)})
