"""Titles in other languages."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, ancestor, parent_name, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.languages.tags import lacks_its_language
from jats.vocab.languages import script_fault, to_639_1


@rule(
    "COM307",
    on="trans-title-group",
    services=("pmc", "scielo", "crossref", "pubmed"),
    severities={"crossref": Severity.WARNING, "pubmed": Severity.WARNING, "pmc": Severity.INFO},
)
def translated_title_says_its_language(el: Element) -> Iterator[Hit]:
    """A translated title must say its language.

    Why: without it nobody knows which readers it is for, and it may be taken for the title itself.
    Wrong: <trans-title-group><trans-title>Mareas</trans-title></trans-title-group>
    Right: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
    Right (pmc, crossref, pubmed): <trans-title-group><trans-title xml:lang="es">Mareas</trans-title></trans-title-group>
    YAML: title: {en: Tides and sediments, es: Mareas y sedimentos}
    Source: SciELO Publishing Schema 1.10, metadata_langs; PMC Style Checker 5.31, trans-title-group-content-check
    """
    if not el.get(XML_LANG, "").strip():
        inside = bool(_language_inside(el).strip())
        message = "<trans-title-group> has no xml:lang: write the language of the translated title"
        yield Hit(message, services=("scielo",) if inside else None)


@rule("COM308", on="trans-title-group", services=("pmc", "scielo"), severities={"scielo": Severity.WARNING})
def translation_into_another_language(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A translated title must be in another language than the article.

    Why: one of the two languages is wrong, and readers are sent to a text that they cannot read.
    Wrong: <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title></trans-title-group>
    Right: <trans-title-group xml:lang="es"><trans-title>Mareas y barro</trans-title></trans-title-group>
    YAML: title: {en: Tides and sediments, es: Mareas y sedimentos}
    Source: PMC Style Checker 5.31, trans-title-check
    """
    own, group = (el.get(XML_LANG) or _language_inside(el)).lower(), el.getparent()
    title = None if group is None else context.child(group, "article-title")
    # A title in a third language is translated into the article's own.
    elsewhere = title is not None and title.get(XML_LANG, own).lower() != own
    same = own == context.language_of(context.part_of(el)).lower() and not lacks_its_language(context)
    if own and same and not elsewhere and not within(el, "ref"):
        # PMC also looks at the titles of journal and issue.
        services = None if parent_name(el) == "title-group" else ("pmc",)
        message = f"the translated title has the article's own language, {quoted(own)}: correct it, or remove the title"
        yield Hit(message, services=services)


def _language_inside(group: Element) -> str:
    """The language that a translated title itself states."""
    title = group.find("trans-title")
    return "" if title is None else title.get(XML_LANG, "")


@rule("COM309", on=("trans-title", "trans-subtitle"), services=("pmc",))
def translated_title_agrees_with_its_group(el: Element, context: RuleContext) -> Iterator[str]:
    """A translated title must have its group's language, and a subtitle only if the title itself has one.

    Why: nobody knows which of two languages is right; there is nothing that the subtitle translates.
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
        yield f"the translated title is in {quoted(own)}, but its group in {quoted(group.get(XML_LANG, ''))}: correct one"
    titles = ancestor(el, *_SUBTITLES)
    if el.tag == "trans-subtitle" and titles is not None and context.child(titles, _SUBTITLES[str(titles.tag)]) is None:
        yield "the translated title has a subtitle, but the title itself has none: add <subtitle>, or remove it here"


_SUBTITLES = {
    "title-group": "subtitle",
    "journal-title-group": "journal-subtitle",
    "issue-title-group": "issue-subtitle",
}
"""The subtitle of each group of titles."""


@rule("COM310", on=("title-group/article-title", "trans-title"), services=("scielo",), severity=Severity.WARNING)
def title_is_in_the_script_of_its_language(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A title must be written in the letters of its language.

    Why: the stated language is wrong, and readers of that language get a title they cannot read.
    Wrong: <article-title>Припливи та осади у північних гаванях</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    YAML: title: {en: Tides and sediments, es: Mareas y sedimentos}
    Source: Unicode CLDR, scripts of languages
    """
    tag = context.language_of(el)
    if fault := script_fault(text_of(el), tag):
        yield Hit(f"the title {fault}: correct xml:lang")


@rule("SPS301", on="title-group/article-title/@xml:lang", services=("scielo",))
def title_has_the_language_of_its_article(el: Element) -> Iterator[Hit]:
    """The title of an article must not have a language of its own.

    Why: for SciELO the language is that of `<article>` or `<sub-article>`; a second one may contradict it. SciELO's
    checker tests the article alone; in a translation it is a warning.
    Wrong: <article-title xml:lang="en">Tides and sediments in northern harbours</article-title>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: SciELO Publishing Schema 1.10, article-title
    """
    message = "<article-title> has xml:lang: remove it, the language is that of the article"
    yield Hit(message, attribute="xml:lang", severity=None if within(el, "article-meta") else Severity.WARNING)


@rule("PUB301", on="article-meta", services=("pubmed",))
def other_languages_have_an_english_title(el: Element, context: RuleContext) -> Iterator[str]:
    """An article in another language than English must have an English title.

    Why: PubMed lists articles by their English title and keeps the original one beside it.
    Wrong (editorial): <article xml:lang="pt">…</article>
    Right: <article xml:lang="pt">… <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title>
        </trans-title-group>
        <trans-abstract xml:lang="en">
        <p>We measured the water level and the load of sediments in two harbours over twelve months
        and found a delay of three days after spring tides.</p></trans-abstract></article>
    YAML:
        language: uk
        title: {uk: Припливи та осади, en: Tides and sediments}
    Source: PubMed.dtd 2.6, ArticleTitle and VernacularTitle
    """
    language = to_639_1(context.language_of(context.part_of(el)))
    translated = {to_639_1(each.get(XML_LANG, "")) for each in el.iterfind("title-group/trans-title-group")}
    if language not in (None, "en") and "en" not in translated:
        yield f'the article is in {quoted(context.language)} and has no English title: write <trans-title-group xml:lang="en">'
