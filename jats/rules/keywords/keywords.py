"""Keywords: one each, in the languages of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.abstracts.languages import tags_of
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, text_of
from jats.rules.engine.registry import Hit, rule

WITH_KEYWORDS = frozenset(
    "research-article review-article systematic-review case-report brief-report rapid-communication methods-article data-paper "
    "data-article".split()
)
"""Types of articles that journals give keywords to."""

_EDGE = re.compile(r"[.,;:]$|^(?:[-–—•*]|\d{1,2}[.)]\s)")
_LIST = re.compile(r"[,;،；、]")
_KINDS_OF_CODES = ("abbreviations", "jel", "msc", "pacs", "udc", "mesh", "classification")


@rule("COM350", on="article-meta", services=("doaj", "pubmed", "scielo", "datacite"), severity=Severity.WARNING)
def article_has_keywords(el: Element, context: RuleContext) -> Iterator[str]:
    """A research article has keywords.

    Why: catalogues find the article by them.
    Wrong: <article-meta>… <!-- no kwd-group --></article-meta>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Right (scielo): <kwd-group xml:lang="en"><title>Keywords</title><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: SciELO Publishing Schema 1.10, kwd; doajArticles.xsd 1.3, keywords
    """
    kinds = ("kwd", "compound-kwd", "nested-kwd")
    if context.article_type in WITH_KEYWORDS and all(el.find(f"kwd-group/{kind}") is None for kind in kinds):
        yield "the article has no keywords (<kwd-group>)"


@rule("COM351", on="kwd-group", services=("pmc", "pubmed", "doaj"), severity=Severity.WARNING)
def keywords_stand_apart(el: Element) -> Iterator[Hit]:
    """Each keyword has an element of its own.

    Why: a list in one element is one long keyword that nobody looks for.
    Wrong: <kwd-group><kwd>tides, sediments, harbours</kwd></kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>sediments</kwd><kwd>harbours</kwd></kwd-group>
    Source: PMC Style Checker 5.31, kwd-group-check
    """
    keywords = el.findall("kwd")
    if len(keywords) == 1 and _LIST.search(value := text_of(keywords[0]).rstrip(".,;")):
        yield Hit(f"one <kwd> holds several keywords: {quoted(value)}", keywords[0])


@rule("COM352", on="kwd-group/kwd", services=("pubmed", "doaj"), severity=Severity.WARNING)
def keyword_is_clean(el: Element) -> Iterator[str]:
    """A keyword has no punctuation at its end, no dash or number at its start, and words in it.

    Why: "tides." and "tides" are two keywords to a catalogue.
    Wrong: <kwd-group><kwd>tides;</kwd><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: editors' practice
    """
    value = text_of(el)
    if not value:
        if (el.find("inline-graphic") is None and el.find(".//*") is not None) or len(el) == 0:
            yield "a keyword has no words"
    elif (match := _EDGE.search(value)) and not re.search(r"(?:\w\.){2,}$|\b(?:sp|spp|var|subsp|etc|al)\.$", value):
        yield f"the keyword {quoted(value)} has {quoted(match[0].strip())} at an end"


@rule("COM353", on="kwd-group", services=("doaj", "pubmed"), severity=Severity.WARNING)
def keywords_are_different(el: Element) -> Iterator[Hit]:
    """No keyword stands twice in a group.

    Why: it was meant to be another one.
    Wrong: <kwd-group><kwd>tides</kwd><kwd>Tides</kwd></kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: editors' practice
    """
    seen: set[str] = set()
    for each in el.iterchildren("kwd"):
        value = text_of(each).casefold()
        if value and value in seen:
            yield Hit(f"the keyword {quoted(text_of(each))} stands twice", each)
        seen.add(value)


@rule("COM354", on="article-meta", services=("jats4r", "scielo"), severity=Severity.WARNING)
def one_group_of_a_kind(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Keywords of one language and kind stand in one group.

    Why: a program takes the first group, and the other keywords are lost.
    Wrong (jats4r): <kwd-group kwd-group-type="author"><kwd>tides</kwd></kwd-group>
        <kwd-group kwd-group-type="author"><kwd>harbours</kwd></kwd-group>
    Wrong (scielo): <kwd-group xml:lang="en" kwd-group-type="author"><title>Keywords</title><kwd>tides</kwd></kwd-group>
        <kwd-group xml:lang="en" kwd-group-type="author"><title>Keywords</title><kwd>harbours</kwd></kwd-group>
    Right: <article-meta>…</article-meta>
    Source: JATS4R Schematron 1.0, kwd-warnings
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for each in el.iterchildren("kwd-group"):
        key = (
            context.language_of(each),
            each.get("kwd-group-type", ""),
            each.get("vocab", "") or each.get("specific-use", ""),
        )
        if seen[key] and each.find("kwd") is not None:
            yield Hit(
                f"there is a second group of keywords in {key[0]}" + (f" of type {key[1]}" if key[1] else ""), each
            )
        seen[key] += 1


@rule("COM355", on="article-meta", services=("scielo", "doaj"), severity=Severity.WARNING)
def keywords_have_the_languages_of_the_abstracts(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Keywords are there in each language of the abstracts, and in no other.

    Why: readers of that language find the abstract by the keywords.
    Wrong (doaj): <kwd-group xml:lang="fr"><kwd>marées</kwd><kwd>ports</kwd></kwd-group>
    Wrong (scielo): <kwd-group xml:lang="es"><title>Palavras-chave</title><kwd>mareas</kwd></kwd-group>
        <kwd-group xml:lang="fr"><title>Mots-clés</title><kwd>marées</kwd></kwd-group>
    Right: <article-meta>…</article-meta>
    Source: SciELO Publishing Schema 1.10, metadata_langs
    """
    groups = [
        each for each in el.iterchildren("kwd-group") if each.get("kwd-group-type", "").lower() not in _KINDS_OF_CODES
    ]
    if not groups:
        return
    known = tags_of(
        el, context, "abstract", "trans-abstract", "title-group/article-title", "title-group/trans-title-group"
    )
    for each in groups:
        tag = context.language_of(each)
        if each.get(XML_LANG) and tag not in known:
            yield Hit(f"there are keywords in {tag}, but neither a title nor an abstract", each)
    missing = tags_of(el, context, "trans-abstract[@xml:lang]") - {context.language_of(each) for each in groups}
    if missing:
        yield Hit(f"there is an abstract in {all_of(sorted(missing))}, but no keywords")


@rule("J4R350", on="kwd-group", services=("jats4r",), severity=Severity.WARNING)
def keywords_are_typed_alike(el: Element) -> Iterator[str]:
    """Of the keywords of a group all have a `content-type`, or none.

    Why: nobody knows what those without are.
    Wrong: <kwd-group kwd-group-type="author"><kwd content-type="place">Bergen</kwd><kwd>tides</kwd></kwd-group>
    Right: <kwd-group kwd-group-type="author"><kwd>Bergen</kwd><kwd>tides</kwd></kwd-group>
    Source: JATS4R Schematron 1.0, kwd-warnings
    """
    typed = [bool(each.get("content-type")) for each in el.iterchildren("kwd")]
    if any(typed) and not all(typed):
        yield f"{sum(typed)} of {len(typed)} keywords have a content-type: give it to all or none"


@rule("SPS350", on="kwd-group", services=("scielo",))
def scielo_keywords(el: Element) -> Iterator[str]:
    """A group of keywords says its language and has a title.

    Why: SciELO shows the group under its title in the page of that language.
    Wrong: <kwd-group xml:lang="en"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group xml:lang="en"><title>Keywords</title><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: SciELO Publishing Schema 1.10, kwd-group
    """
    missing = [name for name, there in (("xml:lang", el.get(XML_LANG)), ("<title>", el.findtext("title"))) if not there]
    if missing:
        yield f"the group of keywords has no {all_of(missing)}"


@rule("DOAJ350", on="article-meta", services=("doaj",), severity=Severity.INFO)
def six_keywords_are_documented(el: Element) -> Iterator[Hit]:
    """DOAJ's documentation names up to six keywords an article.

    Why: more are taken today, but may be cut; so the six that matter most stand first.
    Wrong: <kwd-group><kwd>tides</kwd><kwd>mud</kwd><kwd>sand</kwd><kwd>silt</kwd><kwd>ports</kwd><kwd>quays</kwd>
        <kwd>locks</kwd>
        </kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: DOAJ, documentation of the article API
    """
    count = len(el.findall("kwd-group/kwd"))
    if count > 6:
        yield Hit(
            f"there are {count} keywords; DOAJ documents up to six: put the six that matter most first",
            el.find("kwd-group"),
        )


@rule("DOAJ351", on="article-meta", services=("doaj",), severity=Severity.INFO)
def doaj_shows_one_language(el: Element) -> Iterator[str]:
    """DOAJ shows title, abstract and keywords in one language, the first that it gets.

    Why: which language readers see depends on the order.
    Wrong: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
    Right: <article-meta>…</article-meta>
    Source: DOAJ, reader of article XML
    """
    if any(el.find(path) is not None for path in ("title-group/trans-title-group", "trans-abstract")):
        yield "there are titles or abstracts in several languages; DOAJ keeps the first of each, so put its language first"
