"""Which version of the article it is: `<article-version>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.custom import all_to_custom_meta, date_in_words, fits_or_custom_meta
from jats.elements.vocabulary import allowed, vocabulary_attributes
from jats.model.versions import ArticleVersion

_TAG = "article-version"
_SEVERAL = "article-version-alternatives"


def write_versions(given: Sequence[ArticleVersion], parent: str, at: Cursor) -> Element | None:
    """One `<article-version>`, several as alternatives; both came with JATS 1.2, and Authoring has room for one."""
    if not fits_or_custom_meta(parent, _TAG, given, at):
        return None
    if len(given) > 1 and at.can(parent, _SEVERAL):
        return element(_SEVERAL, at, None, [_write(one, at / index) for index, one in enumerate(given)])
    for index, one in enumerate(given[1:], 1):
        all_to_custom_meta(one, _SEVERAL, parent, at / index)
    return _write(given[0], at / 0)


def _write(given: ArticleVersion, at: Cursor) -> Element | None:
    date = given.date
    if date and date.iso and not date.is_plain:
        (at / "date").to_custom_meta(date_in_words(date), "printed date", _TAG)
    attributes: Attributes = {
        "article-version-type": (given.type, at / "type"),
        "designator": (given.designator, at / "designator"),
        "iso-8601-date": (date.iso or date_in_words(date), at / "date") if date else None,
        "assigning-authority": allowed(_TAG, "assigning-authority", given.authority, at / "authority"),
        "xlink:href": (given.url, at / "url"),
        **vocabulary_attributes(_TAG, given.vocabulary, at / "vocabulary"),
    }
    return element(_TAG, at, attributes, given.text)
