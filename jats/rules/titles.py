"""Titles of articles."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.plugins import rule
from jats.rules.paper import Paper
from jats.rules.reading import XML_LANG, Element
from jats.rules.tables import Row, required_attribute

required_attribute(
    Row(
        "COM307",
        on="trans-title-group",
        services=("pmc", "scielo", "crossref", "pubmed"),
        page="""A translated title says its language.

        Why: without it nobody knows which readers it is for, and it may be taken for the title itself.
        Wrong: <trans-title-group><trans-title>Mareas</trans-title></trans-title-group>
        Right: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
        Source: PMC Style Checker 5.31, trans-atts-check; SciELO, metadata_langs
        """,
    ),
    "xml:lang",
)


@rule("COM308", on="trans-title-group", services=("pmc", "scielo"), severity=Severity.ERROR)
def translation_into_another_language(el: Element, paper: Paper) -> Iterator[str]:
    """A translated title is in another language than the article.

    Why: one of the two languages is wrong, and readers are sent to a text that they can't read.
    Wrong: <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title></trans-title-group>
    Right: <trans-title-group xml:lang="es"><trans-title>Mareas y barro</trans-title></trans-title-group>
    Source: PMC Style Checker 5.31, trans-title-check
    """
    if el.get(XML_LANG) == paper.language_of(paper.part_of(el)):
        yield f"the translated title has the article's own language, {el.get(XML_LANG)}"
