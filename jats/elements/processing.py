"""What programs should know of the file (`<processing-meta>`, since JATS 1.3), and the languages of its text."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element, empty_element, extend, set_attributes
from jats.elements.custom import all_to_custom_meta, fits_or_custom_meta, write_custom
from jats.elements.vocabulary import allowed, vocabulary_attributes
from jats.model.article import Article
from jats.model.processing import Accessibility, Processing, Profile

_TAG = "processing-meta"
_MATHML = "3.0"
"""The version of MathML in every variant that has the element."""


def write_processing(given: Processing | None, parent: str, at: Cursor) -> Element | None:
    """Tag set, ways to write formulas and tables, and the rules that the file keeps besides."""
    if given is None:
        return None
    if not at.can(parent, _TAG):
        at.lose(_TAG, parent)
        all_to_custom_meta(given, _TAG, parent, at)
        return None
    made = empty_element(
        _TAG,
        at,
        {
            "tagset-family": "jats",
            "base-tagset": at.context.tag_set,
            "mathml-version": _MATHML,
            "math-representation": (" ".join(given.math) or None, at / "math"),
            "table-model": (given.tables or "xhtml", at / "tables"),
        },
    )
    if given.language_groups:
        grouped = at / "language_groups"
        set_attributes(made, _TAG, grouped, {"lang-grouping": allowed(_TAG, "lang-grouping", "yes", grouped)})
    custom = write_custom(given.custom, at / "custom")
    extend(
        made,
        _TAG,
        at,
        _write_profiles("restricted-by", given.restricted_by, at / "restricted_by"),
        _write_profiles("extended-by", given.extended_by, at / "extended_by"),
        _write_accessibility(given.accessibility, at / "accessibility") if given.accessibility else None,
        element("custom-meta-group", at / "custom", None, custom),
    )
    return made


def _write_accessibility(given: Accessibility, at: Cursor) -> Element | None:
    """Under the names that JATS4R (accessibility) took from schema.org, one value each."""
    data = [
        *(("accessibilityFeature", one, at / "features" / index) for index, one in enumerate(given.features)),
        *(("accessibilityHazard", one, at / "hazards" / index) for index, one in enumerate(given.hazards)),
        *([("accessibilitySummary", given.summary, at / "summary")] if given.summary else []),
    ]
    made = [
        element(
            "custom-meta",
            here,
            {"vocab": "schema.org"},
            element("meta-name", here, None, name),
            element("meta-value", here, None, value),
        )
        for name, value, here in data
    ]
    return element("custom-meta-group", at, {"content-type": "accessibility-metadata"}, made) if made else None


def _write_profiles(tag: str, given: Sequence[Profile], at: Cursor) -> list[Element | None]:
    return [_write_profile(tag, one, at / index) for index, one in enumerate(given)]


def _write_profile(tag: str, given: Profile, at: Cursor) -> Element | None:
    attributes: Attributes = {
        "designator": (given.version, at / "version"),
        "assigning-authority": (given.authority, at / "authority"),
        "xlink:href": (given.url, at / "url"),
        **vocabulary_attributes(tag, given.vocabulary, at / "vocabulary"),
    }
    return element(tag, at, attributes, given.name)


def write_content_languages(article: Article, at: Cursor) -> list[Element | None]:
    """`<content-language>` for each language of the text, since JATS 1.4."""
    if not fits_or_custom_meta("article-meta", "content-language", article.content_languages, at):
        return []
    return [element("content-language", at / index, None, one) for index, one in enumerate(article.content_languages)]
