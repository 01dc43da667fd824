"""What an abstract is made of: paragraphs, or sections with titles; of one kind only one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, child_text, is_blank, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.languages.tags import lacks_its_language, language_meant
from jats.vocab.identifiers import tidy_doi
from jats.vocab.scripts import number_of_words

_ABSTRACTS = ("abstract", "trans-abstract")
_NEED_ONE = frozenset(("research-article", "review-article", "case-report"))
_HAVE_NONE = frozenset(
    (
        "addendum article-commentary book-review brief-report correction discussion editorial letter obituary "
        "partial-retraction rapid-communication reply retraction other"
    ).split()
)
_SAME_AS_PLAIN = frozenset(("", "abstract", "full", "main", "normal", "simple", "standard", "structured", "summary"))
"""Types that journals give to the abstract itself."""

_JUST_ABSTRACT = re.compile(
    r"(?:abstract|summary|resumen|resumo|résumé|resume|zusammenfassung|abstrakt|riassunto|резюме|анотація|аннотация|реферат|"
    r"streszczenie|özet|abstrak|要旨|摘要|초록)[.:]?",
    re.IGNORECASE,
)
_PART = (
    "(?:background|introduction|objectives?|aims?|purpose|methods?|materials and methods|design|results?|findings"
    "|conclusions?)"
)
_PART_ELSEWHERE = (
    "(?:antecedentes|introducción|introdução|objetivos?|métodos?|metodología|metodologia|materiales? y métodos?"
    "|materia(?:l|is) e métodos?|resultados|conclusi(?:ón|ones)|conclusão|conclusões|contexte|objectifs?|méthodes?|résultats"
    "|hintergrund|ziele?|methoden|ergebnisse|schlussfolgerung(?:en)?|мета|матеріали (?:та|і|й) методи|методи|результати|висновки"
    "|цель|материалы и методы|методы|результаты|выводы|заключение)"
)
"""The same in other languages, in which only a colon shows that the word is a heading."""
_RUN_IN = re.compile(rf"{_PART}(?:\s*[:—–]|\s+-\s|\.\s)|{_PART_ELSEWHERE}\s*:", re.IGNORECASE)
_PART_ALONE = re.compile(rf"(?:{_PART}|{_PART_ELSEWHERE})\s*[:.]?", re.IGNORECASE)
_CITATION = "a citation of the article"
_PASTED = {
    "keywords": re.compile(
        r"\b(?:key\s?words?|palabras clave|palavras-chave|mots[- ]clés|schlüssel(?:wörter|begriffe)"
        r"|parole chiave|słowa kluczowe|anahtar kelimeler|ключові слова|ключевые слова)\s*[:.–—]",
        re.IGNORECASE,
    ),
    "a DOI": re.compile(r"\b(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)10\.\d{4,9}/\S{1,40}", re.IGNORECASE),
    "a licence": re.compile(r"licen[sc]ed? under|creative ?commons", re.IGNORECASE),
    "a copyright line": re.compile(
        r"(?<![ÂÃâ])©|\(c\) ?(?:19|20)\d\d\b|\bcopyright(?:\s*:| (?:©|\(c\)|(?:19|20)\d\d\b|by\b))"
        r"|\b(?:all rights reserved|tous droits réservés|todos (?:los derechos|os direitos) reservados|alle rechte vorbehalten"
        r"|tutti i diritti riservati|все права защищены|[ув]сі права (?:захищ|застереж)ен[оі])\b",
        re.IGNORECASE,
    ),
    _CITATION: re.compile(
        r"(?:19|20)\d\d ?; ?\d{1,4} ?(?:\([^()]{1,12}\))? ?: ?[A-Za-z]{0,2}\d{1,7}(?: ?[-–] ?[A-Za-z]{0,2}\d{1,7})?\.?$"
        r"|\b\d{1,4} ?\(\d{1,4}\), ?(?:pp?\. ?)?[A-Za-z]?\d{1,7} ?[-–] ?[A-Za-z]?\d{1,7}\.?$"
        r"|\b(?:how to cite|to cite this article|cite this article|please cite|suggested citation|cómo citar|como citar"
        r"|pour citer|zitierweise|як цитувати|для цитування|для цитирования)\b|^(?:citation|цитування|цитирование) ?:",
        re.IGNORECASE,
    ),
}
"""What is often pasted with an abstract. A citation of the article ends a paragraph: 2024;12(3):15-24."""
_RECEIVED = ("xref", "fig", "disp-formula", "table-wrap", "graphic")
_SHORT, _LONG, _CUT = 20, 600, 30_000


def is_plain(abstract: Element) -> bool:
    """Whether this is the abstract proper, not a graphical one, highlights or the like."""
    return not abstract.get("abstract-type")


@rule(
    "COM330",
    on="article-meta",
    services=("scielo", "doaj", "pubmed", "crossref"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def research_has_an_abstract(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Research articles, reviews and case reports must have an abstract; for SciELO, notices, letters and editorials must not.

    Why: catalogues show the abstract, and readers decide by it. SciELO takes an abstract on a notice for a mistake.
    Wrong: <article-meta>… <!-- no abstract --><!-- no trans-abstract --></article-meta>
    Wrong (scielo): <article-meta>… <!-- no abstract --><!-- no trans-abstract --><!-- no trans-title-group -->
        <!-- no kwd-group --></article-meta>
    Right: <abstract><p>Tides move the sediments of northern harbours. We measured the water level and the load of sediments
        in two harbours over twelve months.</p></abstract>
    Right (scielo): <abstract><title>Abstract</title><p>Tides move the sediments of northern harbours.</p></abstract>
    YAML: abstract: Tides move the sediments of northern harbours, as we found in a year.
    Source: SciELO Publishing Schema 1.10, abstract_rules; editors' practice
    """
    kind = context.part_of(el).get("article-type", "")
    abstracts = el.findall("abstract")
    if kind in _NEED_ONE and not any(each.get("abstract-type", "") in _SAME_AS_PLAIN for each in abstracts):
        yield Hit(f"the {kind} has no abstract: add an <abstract>")
    elif kind in _HAVE_NONE and (plain := [each for each in abstracts if is_plain(each)]):
        message = f"an article of type {quoted(kind)} must not have an abstract: remove it or correct the article-type"
        yield Hit(message, plain[0], services=("scielo",))


@rule("COM331", on="article-meta", services=("pmc", "jats4r"))
def one_plain_abstract(el: Element) -> Iterator[Hit]:
    """An article must have only one abstract without a type.

    Why: of two such abstracts, one receiver shows the first and another the second.
    Wrong: <article-meta>… <!-- new --><abstract>
        <p>Tides move mud, in short, as two harbours show over twelve months of daily measures
        of water and sediments.</p></abstract></article-meta>
    Right: <article-meta>… <!-- new --><abstract abstract-type="teaser"><p>Tides move mud.</p></abstract></article-meta>
    YAML: abstract: [{text: Tides move the sediments of harbours.}, {type: teaser, text: Tides move mud.}]
    Source: PMC Style Checker 5.31, check-abstract-type; JATS4R Schematron 1.0, abstract-errors
    """
    plain = [each for each in el.iterchildren("abstract") if is_plain(each)]
    for extra in plain[1:]:
        # JATS4R also accepts a language or a use.
        services = ("pmc",) if extra.get(XML_LANG) or extra.get("specific-use") else None
        message = "this is a second <abstract> without abstract-type: state its type, or write <trans-abstract> for a translation"
        yield Hit(message, extra, services=services)


@rule("COM334", on=_ABSTRACTS, services=("pmc", "jats4r"))
def structured_abstract_has_sections(el: Element) -> Iterator[Hit]:
    """An abstract with sections must have more than one.

    Why: one section does not make a structured abstract, and programs that read paragraphs find none.
    Wrong: <abstract><sec><title>Results</title><p>Tides move the sediments of northern harbours.</p></sec></abstract>
    Right: <abstract><p>Tides move the sediments of northern harbours.</p></abstract>
    YAML: abstract: {text: We measured how far the tides come.}
    Source: PMC Style Checker 5.31, check-abstract-content; JATS4R Schematron 1.0, abstract-errors
    """
    sections = el.findall("sec")
    if len(sections) != 1:
        return
    before = next(sections[0].itersiblings("p", preceding=True), None) is not None
    nested = sections[0].find("sec") is not None  # for PMC, PMC330 reports that
    services = (
        *(("pmc",) if el.tag == "abstract" and not before and not nested else ()),
        *(("jats4r",) if el.find("p") is None else ()),
    )
    if services:
        titled = child_text(sections[0], "title") and el.find("title") is None
        parts = "sections" if nested else "paragraphs"
        title = ", and its <title> into the abstract's own" if titled else ""
        message = f"the {tagged(el)} has a single section: take its {parts} out of the <sec>{title}"
        yield Hit(message, services=services)


@rule("PMC330", on="abstract", services=("pmc",), severity=Severity.WARNING)
def sections_stand_in_the_abstract(el: Element) -> Iterator[str]:
    """The sections of an abstract must be its direct children.

    Why: one section around all the others has no meaning, and PMC does not show its title.
    Wrong: <abstract><sec><title>Abstract</title><sec><title>Methods</title><p>We measured the level.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></sec></abstract>
    Right: <abstract><sec><title>Methods</title><p>We measured the level.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></abstract>
    Source: PMC Style Checker 5.31, abstract-sec-test
    """
    sections = el.findall("sec")
    if len(sections) == 1 and sections[0].find("sec") is not None:
        yield "one <sec> holds all sections of the abstract: take them out of it, and remove it"


@rule(
    "COM335",
    on=("abstract//sec", "trans-abstract//sec"),
    services=("jats4r", "pubmed"),
    severities={"pubmed": Severity.WARNING},
)
def section_of_abstract_has_a_title(el: Element) -> Iterator[str]:
    """A section of an abstract must have a title.

    Why: PubMed shows the title as the label of the part.
    Wrong: <abstract><sec><p>We measured the water level and the load of sediments for a whole year.</p></sec>
        <sec><title>Results</title><p>Tides move the mud of harbours, with a delay of three days.</p></sec></abstract>
    Right: <abstract><sec><title>Methods</title>
        <p>We measured the water level and the load of sediments for a whole year.</p></sec>
        <sec><title>Results</title><p>Tides move the mud of harbours, with a delay of three days.</p></sec></abstract>
    YAML: abstract: {sections: {Methods: We measured the water level., Results: Tides move the mud of harbours.}}
    Source: JATS4R Schematron 1.0, abstract-errors; PubMed.dtd 2.6, AbstractText Label
    """
    if not child_text(el, "title"):
        yield "the section of the abstract has no <title>: add its heading, such as <title>Methods</title>"


@rule("COM336", on=("abstract/title", "trans-abstract/title"), services=("pmc",), severity=Severity.WARNING)
def title_of_abstract_says_more(el: Element) -> Iterator[str]:
    """The title of an abstract must not be just "Abstract".

    Why: PMC prints that word itself, so it would appear twice. SciELO, however, requires a title in each abstract.
    Wrong: <abstract><title>Abstract</title><p>Tides move the sediments of northern harbours.</p></abstract>
    Right: <abstract><p>Tides move the sediments of northern harbours.</p></abstract>
    YAML: abstract: Tides move the sediments of northern harbours, as we found in a year.
    Source: PMC tagging guidelines, abstract
    """
    if _JUST_ABSTRACT.fullmatch(text_of(el)):
        yield f"the title of the abstract is only {quoted(text_of(el))}: remove the <title> for PMC"


@rule("COM337", on=("abstract/p", "trans-abstract/p"), services=("pmc", "pubmed"), severity=Severity.WARNING)
def parts_of_abstract_are_sections(el: Element) -> Iterator[str]:
    """The parts of a structured abstract must be sections with titles, not paragraphs that begin with "Methods:".

    Why: PMC and PubMed show each part with its label, which they take from the title of the section.
    Wrong: <abstract>
        <p>Background: Harbours fill with mud. We measured the water level and the load of sediments in two harbours
        over twelve months.</p></abstract>
    Right: <abstract><sec><title>Background</title><p>Harbours fill with mud, which has to be taken away each year.</p>
        </sec>
        <sec><title>Results</title><p>The load follows the spring tides with a delay of three days.</p></sec></abstract>
    YAML: abstract: {sections: {Background: Harbours fill with mud., Results: The load follows the tides.}}
    Source: PMC tagging guidelines, abstract; editors' practice
    """
    heading = _run_in(el)
    if heading:
        yield f"a paragraph of the abstract begins with {quoted(heading)}: make it a <sec> with that <title>"


def _run_in(paragraph: Element) -> str | None:
    """The heading at the start of a paragraph: with a colon, or in bold or italic."""
    if len(paragraph) and not (paragraph.text and paragraph.text.strip()) and paragraph[0].tag in ("bold", "italic"):
        start = text_of(paragraph[0])
        if _PART_ALONE.fullmatch(start):
            return start
    found = _RUN_IN.match(text_of(paragraph)[:40])
    return found[0].strip() if found else None


@rule("COM338", on=_ABSTRACTS, services=("pmc", "pubmed", "doaj", "crossref"), severity=Severity.WARNING)
def abstract_holds_the_abstract_alone(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An abstract must not hold keywords, the article's DOI, a licence, a copyright line or the citation of the article.

    Why: they were pasted with it, and appear in the middle of the text.
    Wrong: <abstract>
        <p>Tides move the sediments of northern harbours. We measured the water level and the load in two harbours over
        twelve months.</p><p>Keywords: tides, sediments</p></abstract>
    Wrong: <abstract>
        <p>Tides move the sediments of northern harbours. We measured the water level and the load in two harbours over
        twelve months.</p><p>© 2024 Harbour Press. All rights reserved.</p></abstract>
    Wrong: <abstract>
        <p>Tides move the sediments of northern harbours. We measured the water level and the load in two harbours over
        twelve months.</p><p>J Tidal Stud. 2024;12(3):15-24.</p></abstract>
    Right: <abstract>
        <p>Tides move the sediments of northern harbours. We measured the water level and the load in two harbours over
        twelve months.</p></abstract>
    YAML: abstract: Tides move the sediments of northern harbours, as we found in a year.
        keywords: tides; sediments
        license: CC BY 4.0
    Source: PMC tagging guidelines, abstract; editors' practice
    """
    for paragraph in el.iter("p") if is_plain(el) else ():
        text = text_of(paragraph)
        for name, pattern in _PASTED.items():
            if found := next(
                (each for each in pattern.finditer(text) if _is_of_the_article(name, each, context)), None
            ):
                yield Hit(f"the abstract holds {name}, {quoted(found[0])}: move it to its own element", paragraph)
                break


def _is_of_the_article(name: str, found: re.Match[str], context: RuleContext) -> bool:
    """Whether what was found is not the DOI or the citation of another work, such as a protocol, a dataset or older work."""
    if name == "a DOI":
        return tidy_doi(context.doi).lower() in found[0].lower()
    numbers = re.findall(r"\d+", found[0])
    places = (context.child_text(context.meta, place) for place in ("fpage", "elocation-id", "volume"))
    own = next(filter(None, places), "")
    return name != _CITATION or not numbers or not own or own in numbers


@rule("COM339", on=_ABSTRACTS, services=("crossref", "doaj", "pubmed"), severity=Severity.WARNING)
def abstract_is_text(el: Element) -> Iterator[Hit]:
    """A plain abstract must not hold links to references, figures, or formulas on a line of their own.

    Why: receivers take only the text; a link leads nowhere there.
    Wrong: <abstract>
        <p>Tides move sediments, as older work shows <xref ref-type="bibr"
        rid="B1">1</xref>. We measured the water level and
        the load of sediments in two harbours over twelve months.</p></abstract>
    Right: <abstract>
        <p>Tides move sediments, as older work shows. We measured the water level and the load of sediments in two
        harbours over twelve months.</p></abstract>
    YAML: abstract: Tides move sediments, as older work shows.
    Source: NLM's help for data providers, Abstract
    """
    found = next(el.iter(*_RECEIVED), None) if is_plain(el) else None
    if found is not None:
        yield Hit(f"the abstract holds {tagged(found)}, which receivers lose: write the abstract as plain text", found)


@rule("COM340", on=_ABSTRACTS, services=("doaj", "pubmed"), severity=Severity.WARNING)
def abstract_has_a_usual_length(el: Element) -> Iterator[str]:
    """An abstract has fewer than 20 words, or more than 600.

    Why: shorter ones are often just "no abstract"; DOAJ cuts longer ones at 30,000 characters.
    Wrong: <abstract><p>No abstract.</p></abstract>
    Right: <abstract><p>Tides move the sediments of northern harbours. We measured the water level and the load of sediments
        in two harbours over twelve months.</p></abstract>
    YAML: abstract: We saw how the tide of the sea moves mud in and out of two old ports of the north, in each month.
    Source: DOAJ, reader of article XML; editors' practice
    """
    text = _text_of_blocks(el) if is_plain(el) else ""
    count = number_of_words(text)
    if (text and count < _SHORT and len(text) < 200) or (is_plain(el) and not text and is_blank(el)):
        yield f"the abstract has {count or 'no'} {'word' if count == 1 else 'words'}: check that it is complete"
    elif count > _LONG or len(text) > _CUT:
        yield f"the abstract has {count:,} words and {len(text):,} characters: shorten it to {_LONG} words"


def _text_of_blocks(abstract: Element) -> str:
    """The text with a blank between paragraphs, whatever white space there is in the file."""
    blocks = abstract.iter("title", "label", "p")
    return " ".join(text_of(each) for each in blocks if not within(each, "p"))


@rule("PMC331", on=("abstract//sec", "trans-abstract//sec"), services=("pmc",), severity=Severity.WARNING)
def section_of_abstract_is_untyped(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The sections of an abstract must not have a `sec-type`.

    Why: types are for the sections of the text. PMC refuses an author manuscript that has them in the abstract.
    Wrong: <abstract><sec sec-type="methods"><title>Methods</title><p>We measured.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></abstract>
    Wrong (manuscript): <abstract><sec sec-type="methods"><title>Methods</title><p>We measured.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></abstract>
    Right: <abstract><sec><title>Methods</title><p>We measured.</p></sec>
        <sec><title>Results</title><p>Tides move mud.</p></sec></abstract>
    YAML: abstract: {sections: {Aims: To measure the tides., Methods: With a gauge.}}
    Source: PMC Style Checker 5.31, ms-abstract-sec-type-test; PMC tagging guidelines, abstract
    """
    if el.get("sec-type"):
        severity = Severity.ERROR if context.is_manuscript else None
        message = f"a section of the abstract has sec-type {quoted(el.attrib['sec-type'])}: remove the attribute"
        yield Hit(message, attribute="sec-type", severity=severity)


def _languages_of_keywords(meta: Element, context: RuleContext) -> frozenset[str]:
    return context.once(
        ("languages of keywords", meta),
        lambda: frozenset(language_meant(each, context) for each in meta.iterchildren("kwd-group")),
    )


@rule("SPS331", on=_ABSTRACTS, services=("scielo",))
def scielo_abstracts(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An abstract must have a title, and keywords beside it in its language; the article's own has no `xml:lang`.

    Why: SciELO shows the abstract and keywords of one language together, each with its title.
    Wrong: <abstract><p>Tides move the sediments of northern harbours.</p></abstract>
    Wrong: <abstract xml:lang="en"><title>Abstract</title><p>Tides move the sediments of northern harbours.</p>
        </abstract>
    Right: <abstract><title>Abstract</title><p>Tides move the sediments of northern harbours.</p></abstract>
    YAML: abstract: {title: Abstract, text: Tides move the sediments of northern harbours.}
        keywords: {title: Keywords, terms: [tides, harbours]}
    Source: SciELO Publishing Schema 1.10, abstract_rules and highlight_rules
    """
    meta = el.getparent()
    if meta is None or meta.tag not in ("article-meta", "front-stub"):
        return
    language = language_meant(el, context)
    tags = _languages_of_keywords(meta, context)
    if not child_text(el, "title"):
        yield Hit("the abstract has no <title>: add one, such as <title>Abstract</title>")
    if el.tag == "abstract" and el.get(XML_LANG):
        yield Hit(
            "the <abstract> has an xml:lang: remove it, for the article states the language", attribute="xml:lang"
        )
    if is_plain(el) and language not in tags and not lacks_its_language(context):
        yield Hit(f'the abstract in {quoted(language)} has no keywords: add a <kwd-group xml:lang="{language}">')
