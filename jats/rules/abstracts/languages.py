"""Languages of abstracts: each its own, and together those of the titles."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element
from jats.rules.engine.registry import Hit, rule
from jats.rules.languages.tags import lacks_its_language, language_meant
from jats.vocab.languages import to_639_1
from jats.vocab.namespaces import NAMESPACES

_SIGNED = frozenset(
    "sgn ads aed ase asf asp asq bfi bfk bqn bzs cse csf csl csn dse dsl eso fcs fse fsl gsg gss hks ils ins ise isg".split()
)
"""Codes of sign languages (ISO 639-2 and 639-3) that are met in journals."""

_ABSTRACTS = ("abstract", "trans-abstract")
_TITLES = ("title-group/article-title", "title-group/trans-title-group")
_NAMING = (*_TITLES, *_ABSTRACTS, "kwd-group")
"""What names a language of the article: SciELO wants a title in each of these languages."""


def tags_of(meta: Element, context: RuleContext, *paths: str) -> set[str]:
    """The language tags that hold for the elements at these paths; a wrong one is read as what was meant."""
    return {language_meant(each, context) for path in paths for each in meta.iterfind(path, NAMESPACES)}


@rule(
    "COM332",
    on="trans-abstract",
    services=("pmc", "jats4r", "scielo", "crossref"),
    severities={"scielo": Severity.WARNING, "crossref": Severity.WARNING},
)
def translated_abstract_says_its_language(el: Element) -> Iterator[str]:
    """A translated abstract must state its language.

    Why: without it, receivers cannot tell which readers it is for.
    Wrong: <trans-abstract><title>Resumen del estudio</title><p>Las mareas mueven los sedimentos.</p></trans-abstract>
    Right: <trans-abstract xml:lang="es"><title>Resumen del estudio</title><p>Las mareas mueven los sedimentos.</p>
        </trans-abstract>
    Source: PMC Style Checker 5.31, trans-atts-check; JATS4R Schematron 1.0, abstract-errors
    """
    if not el.get(XML_LANG, "").strip():
        yield 'the <trans-abstract> does not state its language: write xml:lang, such as xml:lang="es"'


@rule("COM333", on="trans-abstract", services=("pmc", "scielo"), severities={"scielo": Severity.WARNING})
def abstract_into_another_language(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A translated abstract must be in another language than the article.

    Why: one of the two languages is wrong.
    Wrong: <trans-abstract xml:lang="en"><title>Summary of mud</title><p>Tides move the sediments.</p></trans-abstract>
    Right: <trans-abstract xml:lang="es"><title>Resumen del estudio</title><p>Las mareas mueven los sedimentos.</p>
        </trans-abstract>
    YAML: abstract: {en: The sea is salt., uk: Море солоне.}
    Source: PMC Style Checker 5.31, trans-abstract-check
    """
    tag = el.get(XML_LANG)
    if tag and tag == context.language_of(context.part_of(el)) and not lacks_its_language(context):
        message = f"the translated abstract has the language of the article, {quoted(tag)}: correct one of the two"
        yield Hit(message, attribute="xml:lang")


@rule("PUB330", on="article-meta", services=("pubmed",), severity=Severity.WARNING)
def one_abstract_is_english(el: Element, context: RuleContext) -> Iterator[str]:
    """An article with abstracts must have one in English.

    Why: PubMed shows the English abstract first, and the others beside it.
    Wrong: <article xml:lang="pt">… <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title>
        </trans-title-group></article>
    Right: <article xml:lang="pt">… <trans-title-group xml:lang="en"><trans-title>Tides and mud</trans-title>
        </trans-title-group><trans-abstract xml:lang="en"><p>Tides move the sediments of northern harbours. We measured
        the water level and the load of sediments in two harbours over twelve months.</p></trans-abstract></article>
    YAML: abstract: {en: Tides move the sediments of northern harbours.}
    Source: PubMed.dtd 2.6, OtherAbstract
    """
    tags = tags_of(el, context, *_ABSTRACTS)
    if tags and "en" not in {to_639_1(tag) for tag in tags}:
        yield f"there are abstracts in {all_of(sorted(map(quoted, tags)))}, but not in English: add an English abstract"


@rule("J4R334", on=("abstract/@xml:lang", "trans-abstract/@xml:lang"), services=("jats4r",), severity=Severity.WARNING)
def signed_abstract_is_a_translation(el: Element) -> Iterator[Hit]:
    """An abstract in a sign language must be a translated abstract of type video.

    Why: it is a film; readers of the text must not get it instead of the abstract.
    Wrong: <abstract xml:lang="ase"><p>Tides move the sediments of northern harbours.</p></abstract>
    Right: <article-meta>… <!-- new --><trans-abstract xml:lang="ase" abstract-type="video"><p><fig id="v1"><caption>
        <title>The abstract in sign language</title></caption><alternatives>
        <media mimetype="video" mime-subtype="mp4" xlink:href="jts-15-v1.mp4"/>
        <graphic xlink:href="jts-15-v1.jpg"><alt-text>The first picture of the film.</alt-text></graphic>
        </alternatives></fig></p></trans-abstract></article-meta>
    Source: JATS4R Schematron 1.0, abstract-warnings-2
    """
    tag = el.attrib[XML_LANG]
    if tag.split("-")[0].lower() in _SIGNED and (el.tag == "abstract" or el.get("abstract-type") != "video"):
        message = f'the abstract is in a sign language, {quoted(tag)}: write <trans-abstract abstract-type="video">'
        yield Hit(message, attribute="xml:lang")


@rule("COM361", on="article", services=("scielo",))
def languages_are_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have a title in each of its languages, and an abstract in each language of its keywords.

    Why: SciELO makes one page for each language, with its title, abstract and keywords.
    Wrong: <article-meta>… <!-- no trans-title-group --></article-meta>
    Wrong: <article-meta>… <!-- new --><kwd-group xml:lang="fr"><title>Mots-clés</title><kwd>marées</kwd></kwd-group>
        <!-- new --><title-group><trans-title-group xml:lang="fr"><trans-title>Marées</trans-title></trans-title-group>
        </title-group></article-meta>
    Right: <article-meta>… <trans-title-group xml:lang="es"><trans-title>Mareas y sedimentos</trans-title>
        </trans-title-group><trans-abstract xml:lang="es"><title>Resumen</title><p>Las mareas mueven los sedimentos.</p>
        </trans-abstract><kwd-group xml:lang="es" kwd-group-type="author"><title>Palabras clave</title><kwd>mareas</kwd>
        </kwd-group></article-meta>
    YAML:
        language: en
        title: {en: Tides and salt, uk: Припливи і сіль}
        abstract: {en: They come and go., uk: Вони приходять і відходять.}
    Source: SciELO Publishing Schema 1.10, metadata_langs
    """
    metas = [*el.iterfind("front/article-meta"), *el.iterfind("sub-article[@article-type='translation']/front-stub")]
    if any(
        _has_a_wrong_language(each, context)
        for meta in metas
        for each in meta.iter("trans-title-group", "trans-abstract")
    ) or lacks_its_language(context):
        return  # COM307, COM308, COM332, COM333 and COM004 report it
    titles, named, abstracts, keywords = (
        {tag for meta in metas for tag in tags_of(meta, context, *paths)}
        for paths in (_TITLES, _NAMING, _ABSTRACTS, ("kwd-group",))
    )
    named |= {language_meant(meta, context) for meta in metas}
    if titles and (lacking := named - titles):
        yield Hit(f"there is no title in {_shown(lacking)}, a language of the article: add one", context.meta)
    # SPS331 reports an abstract without keywords.
    if abstracts and (lacking := keywords - abstracts):
        yield Hit(f"there are keywords in {_shown(lacking)}, but no abstract: add one", context.meta)


def _shown(tags: set[str]) -> str:
    return all_of(sorted(map(quoted, tags)))


def _has_a_wrong_language(el: Element, context: RuleContext) -> bool:
    return el.get(XML_LANG, "") in ("", context.language_of(context.part_of(el)))
