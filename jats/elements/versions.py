"""Which version of the article it is: `<article-version>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import At, Element, element
from jats.elements.custom import held, said, set_all_aside
from jats.elements.vocabulary import allowed, vocabulary_attributes
from jats.model.versions import ArticleVersion

_TAG = "article-version"
_SEVERAL = "article-version-alternatives"


def write_versions(given: Sequence[ArticleVersion], parent: str, at: At) -> Element | None:
    """One `<article-version>`, several as alternatives; both came with JATS 1.2, and Authoring has room for one."""
    if not held(parent, _TAG, given, at):
        return None
    if len(given) > 1 and at.can(parent, _SEVERAL):
        return element(_SEVERAL, at, None, [_write(one, at / index) for index, one in enumerate(given)])
    for index, one in enumerate(given[1:], 1):
        set_all_aside(one, _SEVERAL, parent, at / index)
    return _write(given[0], at / 0)


def _write(given: ArticleVersion, at: At) -> Element | None:
    date = given.date
    if date and date.iso and not date.is_plain:
        (at / "date").set_aside(said(date), "printed date", _TAG)
    attributes = {
        "article-version-type": given.type,
        "designator": given.designator,
        "iso-8601-date": (date.iso or said(date)) if date else None,
        "assigning-authority": allowed(_TAG, "assigning-authority", given.authority, at / "authority"),
        "xlink:href": given.url,
        **vocabulary_attributes(_TAG, given.vocabulary, at / "vocabulary"),
    }
    return element(_TAG, at, attributes, given.text)
