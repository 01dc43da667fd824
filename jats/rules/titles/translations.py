"""Titles in other languages."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, ancestor, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.vocab.languages import script_fault, to_639_1

required_attribute(
    Row(
        "COM307",
        on="trans-title-group",
        services=("pmc", "scielo", "crossref", "pubmed"),
        page="""A translated title says its language.

        Why: without it nobody knows which readers it is for, and it may be taken for the title itself.
        Wrong: <trans-title-group><trans-title>Mareas</trans-title></trans-title-group>
        Right: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
        Source: PMC Style Checker 5.31, trans-atts-check; SciELO Publishing Schema 1.10, metadata_langs
        """,
    ),
    "xml:lang",
)


@rule("COM308", on="trans-title-group", services=("pmc", "scielo"))
def translation_into_another_language(el: Element, context: RuleContext) -> Iterator[str]:
    """A translated title is in another language than the article.

    Why: one of the two languages is wrong, and readers are sent to a text that they can't read.
    Wrong: <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title></trans-title-group>
    Right: <trans-title-group xml:lang="es"><trans-title>Mareas y barro</trans-title></trans-title-group>
    Source: PMC Style Checker 5.31, trans-title-check
    """
    if el.get(XML_LANG) == context.language_of(context.part_of(el)):
        yield f"the translated title has the article's own language, {el.get(XML_LANG)}"


@rule("COM309", on=("trans-title", "trans-subtitle"), services=("pmc",))
def translated_title_agrees_with_its_group(el: Element) -> Iterator[str]:
    """A translated title has its group's language, and a subtitle only where the article has one.

    Why: of two languages nobody knows which is right; a translation of nothing is no translation.
    Wrong: <trans-title-group xml:lang="es"><trans-title xml:lang="pt">Mareas</trans-title></trans-title-group>
    Wrong: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title><trans-subtitle>Un estudio</trans-subtitle>
        </trans-title-group>
    Right: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
    Source: PMC Style Checker 5.31, trans-title-group-content-check
    """
    group, own = ancestor(el, "trans-title-group"), el.get(XML_LANG)
    if group is None:
        return
    if own and group.get(XML_LANG) and own != group.get(XML_LANG):
        yield f"the language of the translated title is {own}, that of its group {group.get(XML_LANG)}"
    titles = ancestor(el, "title-group")
    if el.tag == "trans-subtitle" and titles is not None and titles.find("subtitle") is None:
        yield "the translated title has a subtitle, the title itself has none"


@rule("COM310", on=("title-group/article-title", "trans-title"), services=("pmc", "scielo"), severity=Severity.WARNING)
def title_is_in_the_script_of_its_language(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A title is written in letters of its language.

    Why: the stated language is wrong, and readers of that language get a title they can't read.
    Wrong: <article-title>Припливи та осади у північних гаванях</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: PMC Style Checker 5.31, article-language-check; Unicode CLDR, scripts of languages
    """
    tag = context.language_of(el)
    if fault := script_fault(text_of(el), tag):
        yield Hit(f"the title {fault}")


@rule("PMC301", on="trans-title-group", services=("pmc",))
def english_manuscript_has_one_title(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript in English has no translated title.

    Why: PMC takes the title of the published article.
    Wrong (manuscript): <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
    Right (manuscript): <article-title>Tides and sediments in northern harbours</article-title>
    Source: PMC Style Checker 5.31, ms-title-group-check
    """
    if context.is_manuscript and to_639_1(context.language) == "en":
        yield "an English manuscript has a translated title: take it out"


@rule("PUB301", on="article-meta", services=("pubmed",))
def other_languages_have_an_english_title(el: Element, context: RuleContext) -> Iterator[str]:
    """An article in another language than English has an English title.

    Why: PubMed lists articles by their English title and keeps the original one beside it.
    Wrong (editorial): <article xml:lang="pt">…</article>
    Right: <article xml:lang="pt">… <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title>
        </trans-title-group>
        <trans-abstract xml:lang="en">
        <p>We measured the water level and the load of sediments in two harbours over twelve months
        and found a delay of three days after spring tides.</p></trans-abstract></article>
    Source: PubMed.dtd 2.6, ArticleTitle and VernacularTitle
    """
    language = to_639_1(context.language_of(context.part_of(el)))
    translated = {to_639_1(each.get(XML_LANG, "")) for each in el.iterfind("title-group/trans-title-group")}
    if language not in (None, "en") and "en" not in translated:
        yield f"the article is in {context.language} and has no English title"
