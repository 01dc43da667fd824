"""What an abstract is made of: paragraphs, or sections with titles; of one kind only one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, child_text, is_blank, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule

_ABSTRACTS = ("abstract", "trans-abstract")
_NEED_ONE = frozenset(("research-article", "review-article", "systematic-review", "case-report"))
_HAVE_NONE = frozenset(
    (
        "correction",
        "retraction",
        "partial-retraction",
        "expression-of-concern",
        "addendum",
        "letter",
        "reply",
        "editorial",
    )
)
_JUST_ABSTRACT = re.compile(
    r"(?:abstract|summary|resumen|resumo|résumé|resume|zusammenfassung|abstrakt|riassunto|резюме|анотація|аннотация|реферат|"
    r"streszczenie|özet|abstrak|要旨|摘要|초록)[.:]?",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"(?:background|introduction|objectives?|aims?|purpose|methods?|materials and methods|design|results?|findings|"
    r"conclusions?)\s*[:.–—-]",
    re.IGNORECASE,
)
_PASTED = re.compile(
    r"\b(?:key\s?words?|palabras clave|palavras-chave|mots[- ]clés|ключові слова|ключевые слова)\s*[:.–—]|"
    r"\bdoi:?\s*10\.\d{4,9}/|https?://(?:dx\.)?doi\.org/10\.|licen[sc]ed? under|creative ?commons",
    re.IGNORECASE,
)
_MAYBE_PASTED = re.compile("word|palabras|palavras|mots|слова|10[.]|licen|creative")
_RECEIVED = ("xref", "fig", "disp-formula", "table-wrap", "graphic")
_SHORT, _LONG, _CUT = 20, 600, 30_000


def is_plain(abstract: Element) -> bool:
    """Whether this is the abstract proper, not a graphical one, highlights or the like."""
    return not abstract.get("abstract-type")


@rule("COM330", on="article-meta", services=("scielo", "doaj", "pubmed", "crossref"), severity=Severity.WARNING)
def research_has_an_abstract(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Research, reviews and case reports have an abstract; notices, letters and editorials have none.

    Why: catalogues show the abstract, and readers decide by it; one on a notice comes from a form that was filled in.
    Wrong: <article-meta>… <!-- no abstract --><!-- no trans-abstract --></article-meta>
    Wrong (scielo): <article-meta>… <!-- no abstract --><!-- no trans-abstract --><!-- no trans-title-group -->
        <!-- no kwd-group[@xml:lang='es'] --></article-meta>
    Right: <article-meta>…</article-meta>
    Source: SciELO Publishing Schema 1.10, abstract_rules
    """
    kind = context.part_of(el).get("article-type", "")
    found = next((each for each in el.iterchildren("abstract") if is_plain(each)), None)
    if found is None and kind in _NEED_ONE:
        yield Hit(f"the {kind} has no abstract")
    elif found is not None and kind in _HAVE_NONE:
        yield Hit(f"an abstract stands in an article of type {kind}, which has none", found)


@rule("COM331", on="article-meta", services=("pmc", "jats4r", "scielo"))
def one_plain_abstract(el: Element) -> Iterator[Hit]:
    """An article has one abstract without a type.

    Why: of two abstracts each receiver shows another.
    Wrong: <article-meta>… <!-- new --><abstract>
        <p>Tides move mud, in short, as two harbours show over twelve months of daily measures
        of water and sediments.</p></abstract></article-meta>
    Wrong (scielo): <article-meta>… <!-- new --><abstract><title>Summary</title>
        <p>Tides move mud, as two harbours show.</p></abstract>
        </article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="key-points"><title>Highlights</title>
        <p>Tides move mud.</p>
        <p>The delay is three days.</p></abstract></article-meta>
    Source: PMC Style Checker 5.31, check-abstract-type; JATS4R Schematron 1.0, abstract-errors
    """
    plain = [each for each in el.iterchildren("abstract") if is_plain(each)]
    for extra in plain[1:]:
        told_apart = extra.get(XML_LANG) or extra.get("specific-use")
        yield Hit(
            "there is a second abstract without abstract-type",
            extra,
            services=("pmc", "scielo") if told_apart else None,
        )


@rule("COM334", on=_ABSTRACTS, services=("pmc", "jats4r"))
def structured_abstract_has_sections(el: Element) -> Iterator[Hit]:
    """An abstract that has sections has more than one.

    Why: one section is no structure; programs that read paragraphs find none.
    Wrong: <abstract><sec><title>Results</title><p>Tides move the sediments of northern harbours.</p></sec></abstract>
    Right: <abstract><p>Tides move the sediments of northern harbours.</p></abstract>
    Source: PMC Style Checker 5.31, check-abstract-content; JATS4R Schematron 1.0, abstract-errors
    """
    sections = el.findall("sec")
    if len(sections) == 1 and el.find("p") is None:
        nested = sections[0].find("sec") is not None  # PMC330 speaks of that
        yield Hit("the abstract has a single section: write plain paragraphs", services=("jats4r",) if nested else None)


@rule("PMC330", on=_ABSTRACTS, services=("pmc",), severity=Severity.WARNING)
def sections_stand_in_the_abstract(el: Element) -> Iterator[str]:
    """The sections of an abstract stand directly in it.

    Why: one section around them all has no meaning, and PMC doesn't show its title.
    Wrong: <abstract><sec><title>Abstract</title><sec><title>Methods</title><p>We measured the level.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></sec></abstract>
    Right: <abstract><sec><title>Methods</title><p>We measured the level.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></abstract>
    Source: PMC Style Checker 5.31, abstract-sec-test
    """
    sections = el.findall("sec")
    if len(sections) == 1 and sections[0].find("sec") is not None:
        yield "one section holds the sections of the abstract: take it away"


@rule("COM335", on="sec", services=("jats4r", "pubmed"))
def section_of_abstract_has_a_title(el: Element) -> Iterator[str]:
    """A section of an abstract has a title.

    Why: PubMed shows it as the label of the part.
    Wrong: <abstract><sec><p>We measured the water level and the load of sediments for a whole year.</p></sec>
        <sec><title>Results</title><p>Tides move the mud of harbours, with a delay of three days.</p></sec></abstract>
    Right: <abstract><sec><title>Methods</title>
        <p>We measured the water level and the load of sediments for a whole year.</p></sec>
        <sec><title>Results</title><p>Tides move the mud of harbours, with a delay of three days.</p></sec></abstract>
    Source: JATS4R Schematron 1.0, abstract-errors; PubMed.dtd 2.6, AbstractText Label
    """
    if parent_name(el) in _ABSTRACTS and not child_text(el, "title"):
        yield "a section of the abstract has no title"


@rule("COM336", on=("abstract/title", "trans-abstract/title"), services=("pmc",), severity=Severity.WARNING)
def title_of_abstract_says_more(el: Element) -> Iterator[str]:
    """The title of an abstract is not just "Abstract".

    Why: PMC writes that word itself, so it stands there twice. SciELO, on the contrary, wants a title in each abstract.
    Wrong: <abstract><title>Abstract</title><p>Tides move the sediments of northern harbours.</p></abstract>
    Right: <abstract><p>Tides move the sediments of northern harbours.</p></abstract>
    Source: PMC Style Checker 5.31, abstract-title-test
    """
    if _JUST_ABSTRACT.fullmatch(text_of(el)):
        yield f"the abstract has the title {quoted(text_of(el))}: take it away for PMC"


@rule("COM337", on=("abstract/p", "trans-abstract/p"), services=("pubmed", "jats4r"), severity=Severity.WARNING)
def parts_of_abstract_are_sections(el: Element) -> Iterator[str]:
    """The parts of a structured abstract are sections with titles, not paragraphs that begin with "Methods:".

    Why: PubMed shows the parts with their labels, which it takes from the titles.
    Wrong: <abstract>
        <p>Background: Harbours fill with mud. We measured the water level and the load of sediments in two harbours
        over twelve months.</p></abstract>
    Right: <abstract><sec><title>Background</title><p>Harbours fill with mud, which has to be taken away each year.</p>
        </sec>
        <sec><title>Results</title><p>The load follows the spring tides with a delay of three days.</p></sec></abstract>
    Source: JATS4R, abstracts; editors' practice
    """
    start = text_of(el)[:40]
    if match := _RUN_IN.match(start):
        yield f"a paragraph of the abstract begins with {quoted(match[0])}: make it a section with that title"


@rule("COM338", on=_ABSTRACTS, services=("pubmed", "doaj", "crossref"), severity=Severity.WARNING)
def abstract_holds_the_abstract_alone(el: Element) -> Iterator[str]:
    """An abstract holds no keywords, DOI or licence.

    Why: they were pasted with it, and are shown in the middle of the text.
    Wrong: <abstract>
        <p>Tides move the sediments of northern harbours. We measured the water level and the load in two harbours over
        twelve months.</p><p>Keywords: tides, sediments</p></abstract>
    Right: <article-meta>…</article-meta>
    Source: editors' practice
    """
    if not is_plain(el):
        return
    text = text_of(el)
    if _MAYBE_PASTED.search(text.casefold()) and (match := _PASTED.search(text)):
        yield f"the abstract holds {quoted(match[0])}: move that to its own element"


@rule("COM339", on=_ABSTRACTS, services=("crossref", "doaj", "pubmed"), severity=Severity.WARNING)
def abstract_is_text(el: Element) -> Iterator[Hit]:
    """A plain abstract holds no references, figures or formulas on their own line.

    Why: receivers take the text alone; a link leads nowhere there.
    Wrong: <abstract>
        <p>Tides move sediments, as older work shows <xref ref-type="bibr"
        rid="B1">1</xref>. We measured the water level and
        the load of sediments in two harbours over twelve months.</p></abstract>
    Right: <article-meta>…</article-meta>
    Source: NLM's help for data providers, Abstract
    """
    found = next(el.iter(*_RECEIVED), None) if is_plain(el) else None
    if found is not None:
        yield Hit(f"the abstract holds {tagged(found)}, which receivers lose", found)


@rule("COM340", on=_ABSTRACTS, services=("doaj", "pubmed"), severity=Severity.WARNING)
def abstract_has_a_usual_length(el: Element) -> Iterator[str]:
    """An abstract has 20 to 600 words.

    Why: shorter ones are often "no abstract"; of longer ones DOAJ keeps 30,000 characters.
    Wrong: <abstract><p>No abstract.</p></abstract>
    Right: <article-meta>…</article-meta>
    Source: DOAJ, reader of article XML
    """
    text = text_of(el) if is_plain(el) else ""
    count = len(text.split())
    if (text and count < _SHORT and len(text) < 200) or (is_plain(el) and not text and is_blank(el)):
        yield f"the abstract has {count} words"
    elif count > _LONG or len(text) > _CUT:
        yield f"the abstract has {count} words, {len(text):,} characters"


@rule("PMC331", on="sec/@sec-type", services=("pmc",))
def manuscript_abstract_is_untyped(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The sections of a manuscript's abstract have no type.

    Why: types are for the sections of the text.
    Wrong (manuscript): <abstract><sec sec-type="methods"><title>Methods</title><p>We measured.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></abstract>
    Right (manuscript): <abstract><p>Tides move mud.</p></abstract>
    Source: PMC Style Checker 5.31, ms-abstract-sec-type-test
    """
    if context.is_manuscript and next(el.iterancestors(*_ABSTRACTS), None) is not None:
        yield Hit("a section of the abstract has a sec-type: take it away", attribute="sec-type")


@rule("SPS331", on="article-meta", services=("scielo",))
def scielo_abstracts(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An abstract has a title, no language of its own, and keywords beside it in its language.

    Why: SciELO shows abstract and keywords of a language together, under their titles.
    Wrong: <abstract><p>Tides move the sediments of northern harbours.</p></abstract>
    Wrong: <abstract xml:lang="en"><title>Abstract</title><p>Tides move the sediments of northern harbours.</p>
        </abstract>
    Right: <abstract><title>Abstract</title><p>Tides move the sediments of northern harbours.</p></abstract>
    Source: SciELO Publishing Schema 1.10, abstract_rules and highlight_rules
    """
    tags = {context.language_of(each) for each in el.iterchildren("kwd-group")}
    for each in el.iterchildren(*_ABSTRACTS):
        wrong = []
        if not child_text(each, "title"):
            wrong.append("no title")
        if each.tag == "abstract" and each.get(XML_LANG):
            wrong.append("an xml:lang of its own")
        if each.tag == "abstract" and is_plain(each) and tags and context.language_of(each) not in tags:
            wrong.append(f"no keywords in {context.language_of(each)} beside it")
        if not is_plain(each) and each.find(".//kwd-group") is not None:
            wrong.append("keywords in it")
        if wrong:
            yield Hit(f"the abstract has {all_of(wrong)}", each)
