"""Languages of abstracts: each its own, and together those of the titles."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.vocab.languages import to_639_1
from jats.vocab.namespaces import NAMESPACES

_SIGNED = frozenset(
    "sgn ads aed ase asf asp asq bfi bfk bqn bzs cse csf csl csn dse dsl eso fcs fse fsl gsg gss hks ils ins ise isg".split()
)
"""Codes of sign languages (ISO 639-2 and 639-3) that are met in journals."""

required_attribute(
    Row(
        "COM332",
        on="trans-abstract",
        services=("pmc", "jats4r", "scielo", "crossref"),
        page="""A translated abstract says its language.

        Why: without it nobody knows which readers it is for.
        Wrong: <trans-abstract><title>Resumen del estudio</title><p>Las mareas mueven los sedimentos.</p></trans-abstract>
        Right: <article-meta>…</article-meta>
        Source: PMC Style Checker 5.31, trans-atts-check; JATS4R Schematron 1.0, abstract-errors
        """,
    ),
    "xml:lang",
)


def tags_of(meta: Element, context: RuleContext, *paths: str) -> set[str]:
    """The language tags that hold for the elements at these paths."""
    return {context.language_of(each) for path in paths for each in meta.iterfind(path, NAMESPACES)}


@rule("COM333", on="trans-abstract", services=("pmc", "scielo"))
def abstract_into_another_language(el: Element, context: RuleContext) -> Iterator[str]:
    """A translated abstract is in another language than the article.

    Why: one of the two languages is wrong.
    Wrong: <trans-abstract xml:lang="en"><title>Summary of mud</title><p>Tides move the sediments.</p></trans-abstract>
    Right: <article-meta>…</article-meta>
    Source: PMC Style Checker 5.31, trans-abstract-check
    """
    if el.get(XML_LANG) == context.language_of(context.part_of(el)):
        yield f"the translated abstract has the article's own language, {el.get(XML_LANG)}"


@rule("PUB330", on="article-meta", services=("pubmed",), severity=Severity.WARNING)
def one_abstract_is_english(el: Element, context: RuleContext) -> Iterator[str]:
    """Where there are abstracts, one is English.

    Why: PubMed shows the English abstract; others go beside it.
    Wrong: <article xml:lang="pt">… <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title>
        </trans-title-group></article>
    Right: <article-meta>…</article-meta>
    Source: PubMed.dtd 2.6, OtherAbstract
    """
    tags = tags_of(el, context, "abstract", "trans-abstract")
    if tags and "en" not in {to_639_1(tag) for tag in tags}:
        yield f"there are abstracts in {all_of(sorted(tags))}, but none in English"


@rule("J4R334", on=("abstract/@xml:lang", "trans-abstract/@xml:lang"), services=("jats4r",), severity=Severity.WARNING)
def signed_abstract_is_a_translation(el: Element) -> Iterator[Hit]:
    """An abstract in a sign language is a translated abstract of type video.

    Why: it is a film; readers of the text must not get it in the abstract's place.
    Wrong: <abstract xml:lang="ase"><p>Tides move the sediments of northern harbours.</p></abstract>
    Right: <article-meta>…</article-meta>
    Source: JATS4R Schematron 1.0, abstract-warnings-2
    """
    tag = el.attrib[XML_LANG]
    if tag.split("-")[0].lower() in _SIGNED and (el.tag == "abstract" or el.get("abstract-type") != "video"):
        yield Hit('write a sign language as <trans-abstract abstract-type="video">', attribute="xml:lang")


@rule("COM361", on="article-meta", services=("scielo",), severity=Severity.WARNING)
def titles_and_abstracts_have_the_same_languages(el: Element, context: RuleContext) -> Iterator[str]:
    """Titles and abstracts are there in the same languages.

    Why: SciELO makes a page for each language, which then has a title without abstract or the reverse.
    Wrong: <article-meta>… <!-- no trans-title-group --></article-meta>
    Right: <article-meta>…</article-meta>
    Source: SciELO Publishing Schema 1.10, metadata_langs
    """
    translated = (*el.iterfind("title-group/trans-title-group"), *el.iterchildren("trans-abstract"))
    if any(each.get(XML_LANG, "") in ("", context.language) for each in translated):
        return  # a missing or wrong language is told by COM307, COM308, COM332 and COM333
    titles = tags_of(el, context, "title-group/article-title", "title-group/trans-title-group")
    abstracts = tags_of(el, context, "abstract", "trans-abstract")
    if abstracts and titles and titles != abstracts:
        lacking, of = (titles - abstracts, "abstract") if titles - abstracts else (abstracts - titles, "title")
        yield f"there is no {of} in {all_of(sorted(lacking))}, as there is {'a title' if of == 'abstract' else 'an abstract'}"
