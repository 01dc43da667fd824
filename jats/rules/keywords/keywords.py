"""Keywords: one each, in the languages of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.abstracts.languages import tags_of
from jats.rules.abstracts.structure import is_plain
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, elements_of, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import COMMON
from jats.rules.languages.tags import lacks_its_language, language_meant
from jats.vocab.namespaces import NAMESPACES

WITH_KEYWORDS = frozenset(
    "research-article review-article systematic-review case-report brief-report rapid-communication methods-article data-paper "
    "data-article".split()
)
"""Types of articles that journals give keywords to."""

_EDGE = re.compile(r"[.,;:]$|^(?:[-–—•*]|\d{1,2}[.)]\s)")
_ABBREVIATED = re.compile(r"(?:\w\.){2,}$|\b(?:sp|spp|var|subsp|etc|al)\.$")
_LIST = re.compile(r"[,;،；、؛]")
_PMC_LIST = re.compile(r"[,;]")
_KINDS_OF_CODES = ("abbreviations", "jel", "msc", "pacs", "udc", "mesh", "classification")
_TITLES = ("title-group/article-title", "title-group/trans-title-group")
_SIX = 6
_UNTYPED = ("",)
"""Stands for the kind of groups that state no language and no kind."""


@rule(
    "COM350",
    on="article-meta",
    services=("doaj", "pubmed", "datacite"),
    severity=Severity.WARNING,
    severities={"doaj": Severity.INFO},
)
def article_has_keywords(el: Element, context: RuleContext) -> Iterator[str]:
    """A research article must have keywords.

    Why: readers of catalogues find the article by its keywords.
    Wrong: <article-meta>… <!-- no kwd-group --></article-meta>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: tides; harbours
    Source: PubMed.dtd 2.6, ObjectList; doajArticles.xsd 1.3, keywords
    """
    kinds = ("kwd", "compound-kwd", "nested-kwd")
    if context.article_type in WITH_KEYWORDS and all(el.find(f"kwd-group/{kind}") is None for kind in kinds):
        yield "the article has no keywords: add a <kwd-group> with one <kwd> for each keyword"


@rule("COM351", on="kwd-group", services=("pmc", "pubmed", "doaj"), severity=Severity.WARNING)
def keywords_stand_apart(el: Element) -> Iterator[Hit]:
    """Each keyword must have an element of its own.

    Why: a list in one element is one long keyword that nobody looks for.
    Wrong: <kwd-group><kwd>tides, sediments, harbours</kwd></kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>sediments</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: [tides, sediments, harbours]
    Source: PMC Style Checker 5.31, kwd-group-check; editors' practice
    """
    keywords = el.findall("kwd")
    if len(keywords) == 1 and _LIST.search(value := text_of(keywords[0]).rstrip(".,;")):
        # PMC looks at the only child, and at the comma and semicolon of ASCII.
        pmc = sum(1 for _ in elements_of(el)) == 1 and _PMC_LIST.search(value)
        message = f"one <kwd> holds several keywords, {quoted(value)}: write a <kwd> for each"
        yield Hit(message, keywords[0], services=None if pmc else ("pubmed", "doaj"))


@rule("COM352", on="kwd", services=(COMMON, "pubmed", "doaj"), severity=Severity.WARNING)
def keyword_is_clean(el: Element) -> Iterator[Hit]:
    """A keyword must have words and, for catalogues, no punctuation at its end and no dash or number at its start.

    Why: "tides." and "tides" are two keywords to a catalogue; an empty one is a gap in the list.
    Wrong: <kwd-group><kwd>tides</kwd><kwd/><kwd>harbours</kwd></kwd-group>
    Wrong (pubmed): <kwd-group><kwd>tides;</kwd><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: [tides, harbours]
    Source: editors' practice
    """
    value = text_of(el)
    if not value:
        if el.find(".//inline-graphic") is None:
            yield Hit("the <kwd> has no words: write the keyword or remove the element")
    elif (match := _EDGE.search(value)) and not _ABBREVIATED.search(value):
        edge = "begins" if match.start() == 0 else "ends"
        message = f"the keyword {quoted(value)} {edge} with {quoted(match[0].strip())}: remove it"
        yield Hit(message, services=("pubmed", "doaj"))


@rule("COM353", on="kwd-group", services=("doaj", "pubmed"), severity=Severity.WARNING)
def keywords_are_different(el: Element) -> Iterator[Hit]:
    """A keyword must not be in a group twice.

    Why: the second one was meant to be another keyword.
    Wrong: <kwd-group><kwd>tides</kwd><kwd>Tides</kwd></kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: [tides, harbours]
    Source: editors' practice
    """
    seen: set[str] = set()
    for each in el.iterchildren("kwd"):
        value = text_of(each).casefold()
        if value and value in seen:
            yield Hit(f"the keyword {quoted(text_of(each))} is in this group twice: remove one or correct it", each)
        seen.add(value)


@rule("COM354", on="kwd-group", services=(COMMON, "jats4r"), severity=Severity.WARNING)
def one_group_of_a_kind(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Keywords of one language and kind must be in one group.

    Why: a program takes the first group, and the other keywords are lost.
    Wrong (common): <kwd-group kwd-group-type="author"><kwd>tides</kwd></kwd-group>
        <kwd-group kwd-group-type="author"><kwd>harbours</kwd></kwd-group>
    Wrong (jats4r): <kwd-group><kwd>tides</kwd></kwd-group><kwd-group><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group kwd-group-type="author"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: {en: [tides, mud], uk: [припливи, мул]}
    Source: JATS4R Schematron 1.0, kwd-warnings; editors' practice
    """
    if el.find("kwd") is None:
        return
    key, first = _kind_of_group(el, context), _first_groups(el.getparent(), context)
    ours = first.get(key, el) is not el
    jats4r = _is_untyped(el) and first.get(_UNTYPED, el) is not el
    if ours or jats4r:
        of_type = f" and type {quoted(key[1])}" if key[1] else ""
        message = (
            f"this is a second <kwd-group> in {quoted(key[0])}{of_type}: put the keywords into one, or state their type"
        )
        yield Hit(message, services=None if ours and jats4r else (COMMON,) if ours else ("jats4r",))


def _first_groups(parent: Element | None, context: RuleContext) -> dict[tuple[str, ...], Element]:
    """The first group with keywords of each language and kind, and the first one that states neither."""
    return context.once(("first groups of keywords", parent), lambda: _firsts(parent, context))


def _firsts(parent: Element | None, context: RuleContext) -> dict[tuple[str, ...], Element]:
    first: dict[tuple[str, ...], Element] = {}
    for group in () if parent is None else parent.iterchildren("kwd-group"):
        if group.find("kwd") is not None:
            first.setdefault(_kind_of_group(group, context), group)
            if _is_untyped(group):
                first.setdefault(_UNTYPED, group)
    return first


def _is_untyped(group: Element) -> bool:
    return not (group.get(XML_LANG) or group.get("kwd-group-type"))


def _kind_of_group(group: Element, context: RuleContext) -> tuple[str, ...]:
    kind = group.get("kwd-group-type", "")
    title = group.find("title")
    return (
        context.language_of(group),
        kind,
        group.get("vocab", "") or group.get("specific-use", ""),
        "" if title is None else text_of(title).casefold(),
    )


@rule("COM355", on=("article-meta", "front-stub"), services=(COMMON,), severity=Severity.WARNING)
def keywords_have_the_languages_of_the_abstracts(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have keywords in each language of its abstracts, and in no other language.

    Why: readers of that language find the abstract by the keywords.
    Wrong: <kwd-group xml:lang="fr"><kwd>marées</kwd><kwd>ports</kwd></kwd-group>
    Right: <kwd-group kwd-group-type="author"><kwd>tides</kwd></kwd-group>
    YAML:
        abstract: {en: The sea is salt., uk: Море солоне.}
        keywords: {en: [sea, salt], uk: [море, сіль]}
    Source: editors' practice
    """
    groups = [
        each for each in el.iterchildren("kwd-group") if each.get("kwd-group-type", "").lower() not in _KINDS_OF_CODES
    ]
    if not groups:
        return
    if lacks_its_language(context):
        return
    known = tags_of(el, context, "abstract", "trans-abstract", *_TITLES)
    for each in groups:
        tag = language_meant(each, context)
        if each.get(XML_LANG) and tag not in known:
            message = f"there are keywords in {quoted(tag)}, but no title or abstract: add one, or correct the language"
            yield Hit(message, each)
    tags = {language_meant(each, context) for each in groups}
    for each in el.iterfind("trans-abstract[@xml:lang]", NAMESPACES):
        if is_plain(each) and (tag := language_meant(each, context)) not in tags:
            yield Hit(f"the abstract in {quoted(tag)} has no keywords: add a <kwd-group>", each)


@rule("J4R350", on="kwd-group", services=("jats4r",), severity=Severity.WARNING)
def keywords_are_typed_alike(el: Element, context: RuleContext) -> Iterator[str]:
    """If there are several groups, either all keywords of a group must have a `content-type`, or none.

    Why: programs cannot tell what the keywords without a type are.
    Wrong: <article-meta>… <!-- no kwd-group[@xml:lang] --><kwd-group kwd-group-type="author">
        <kwd content-type="place">Bergen</kwd><kwd>tides</kwd></kwd-group>
        <!-- new --><kwd-group kwd-group-type="region"><kwd>North Sea</kwd></kwd-group></article-meta>
    Right: <kwd-group kwd-group-type="author"><kwd>Bergen</kwd><kwd>tides</kwd></kwd-group>
    Source: JATS4R Schematron 1.0, kwd-warnings
    """
    parent = el.getparent()
    typed = [bool(each.get("content-type")) for each in el.iterchildren("kwd")]
    if parent is not None and any(typed) and not all(typed) and _several_groups(parent, context):
        yield f"{sum(typed)} of {len(typed)} keywords have a content-type: give one to all keywords or to none"


def _several_groups(parent: Element, context: RuleContext) -> bool:
    return context.once(("number of keyword groups", parent), lambda: len(parent.findall("kwd-group"))) > 1


@rule("SPS350", on="kwd-group", services=("scielo",))
def scielo_keywords(el: Element) -> Iterator[str]:
    """A group of keywords must state its language and have a title.

    Why: SciELO shows the group with its title, on the page of that language.
    Wrong: <kwd-group xml:lang="en"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group xml:lang="en"><title>Keywords</title><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: {title: Keywords, terms: [tides, harbours]}
    Source: SciELO Publishing Schema 1.10, kwd-group
    """
    title = el.find("title")
    missing = [name for name, there in (("xml:lang", el.get(XML_LANG)), ("<title>", title is not None)) if not there]
    if missing:
        yield f"the <kwd-group> has no {' and no '.join(missing)}: add what is missing"


@rule("DOAJ350", on="article-meta", services=("doaj",), severity=Severity.INFO)
def six_keywords_are_documented(el: Element) -> Iterator[Hit]:
    """An article has more than six keywords; DOAJ documents up to six, though it takes more today.

    Why: DOAJ may cut the list one day; the six keywords that matter most must be first.
    Wrong: <kwd-group><kwd>tides</kwd><kwd>mud</kwd><kwd>sand</kwd><kwd>silt</kwd><kwd>ports</kwd><kwd>quays</kwd>
        <kwd>locks</kwd>
        </kwd-group>
    Right: <kwd-group><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    YAML: keywords: [tides, mud, harbours]
    Source: DOAJ, documentation of the article API
    """
    for group in el.iterchildren("kwd-group"):
        if (count := len(group.findall("kwd"))) > _SIX:
            message = f"there are {count} keywords, and DOAJ documents up to six: put the six that matter most first"
            yield Hit(message, group)


@rule("DOAJ351", on="article-meta", services=("doaj",), severity=Severity.INFO)
def doaj_shows_one_language(el: Element) -> Iterator[str]:
    """Title and abstract are in several languages, and DOAJ keeps one of each.

    Why: DOAJ keeps the first title, abstract and group of keywords, so their order decides which language readers see.
    Wrong: <trans-title-group xml:lang="es"><trans-title>Mareas</trans-title></trans-title-group>
    Right: <article-title>Tides and sediments in northern harbours</article-title>
    Source: DOAJ, reader of article XML
    """
    if any(el.find(path) is not None for path in ("title-group/trans-title-group", "trans-abstract")):
        yield "titles or abstracts are in several languages, and DOAJ keeps the first: put the one that it is to show first"
