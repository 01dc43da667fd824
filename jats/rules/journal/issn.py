"""The journal's ISSNs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.vocab.identifiers import issn_fault, tidy_issn

_FORM = re.compile(r"\d{4}-\d{3}[\dX]")
_KINDS = ("epub", "ppub")
_CITED = ("product", "citation", "element-citation", "mixed-citation", "nlm-citation")
_PRINT, _ELECTRONIC = ("ppub", "print"), ("epub", "electronic", "online")


@rule("COM021", on="journal-meta", services=("pmc", "scielo", "doaj", "pubmed"))
def journal_has_an_issn(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The journal must have an ISSN.

    Why: receivers know a journal by its ISSN; titles are alike, and change.
    Wrong: <journal-meta>… <!-- no issn --></journal-meta>
    Right: <issn pub-type="epub">2345-6787</issn>
    YAML:
        journal:
          issn: {electronic: 1234-5679}
    Source: PMC Style Checker 5.31, journal-meta-check; SciELO Publishing Schema 1.10, issn; DOAJ, article service: no ISSNs;
        PubMed.dtd 2.6, Issn
    """
    if el.find("issn") is None:
        excused = el.find("issn-l") is not None or context.is_manuscript or context.has_instruction("noissn")
        services = ("scielo", "doaj", "pubmed") if excused else None
        yield Hit("the journal has no <issn>: write its ISSN", services=services)


def kind_of(issn: Element) -> str:
    """`print` or `electronic`, by either of the two attributes; empty if the kind is not given or is another."""
    given = (issn.get("pub-type", ""), issn.get("publication-format", ""))
    if any(value in _PRINT for value in given):
        return "print"
    return "electronic" if any(value in _ELECTRONIC for value in given) else ""


@rule(
    "COM022", on=("journal-meta/issn", "journal-meta/issn-l"), services=("common", "pmc", "scielo", "crossref", "doaj")
)
def issn_is_valid(el: Element) -> Iterator[Hit]:
    """An ISSN must have the form NNNN-NNNC and a correct check digit.

    Why: it leads to another journal or to none; Crossref and DOAJ refuse the record.
    Wrong: <issn pub-type="epub">2345-6786</issn>
    Wrong: <issn pub-type="epub">23456787</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    YAML:
        journal:
          issn: {electronic: 1234-5679}
    Source: ISO 3297; Crossref deposit schema 5.5.0, issn_t; doajArticles.xsd 1.3, issn
    """
    value = text_of(el)
    if not value:
        return
    # PMC tests the form alone, and only that of <issn>.
    lenient = {"pmc": Severity.WARNING} if el.tag == "issn-l" or _FORM.fullmatch(value) else None
    if fault := issn_fault(value):
        yield Hit(f"the ISSN {quoted(value)} {fault}: correct it", severities=lenient)
    elif (tidied := tidy_issn(value)) != value:
        yield Hit(f"the ISSN is {quoted(value)}: write {tidied}", fix=Fix(value, tidied), severities=lenient)


@rule("COM023", on="journal-meta", services=("doaj", "crossref", "scielo"))
def issns_are_different(el: Element) -> Iterator[Hit]:
    """A journal must have at most two ISSNs, of different kinds and with different values.

    Why: nobody knows which of two ISSNs of a kind is right; DOAJ refuses a record whose two ISSNs are the same.
    Wrong: <issn pub-type="epub">2345-6787</issn><issn pub-type="ppub">2345-6787</issn>
    Wrong: <issn pub-type="epub">2345-6787</issn><issn pub-type="epub">2767-1402</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    YAML:
        journal:
          issn: {electronic: 1234-5679, print: 2049-3630}
    Source: DOAJ, article service: identical ISSNs, too many, same type; SciELO Publishing Schema 1.10, journal_meta
    """
    kinds, texts = set[str](), set[str]()
    for number, each in enumerate(el.findall("issn")):
        kind, text = kind_of(each), text_of(each)
        if kind and kind in kinds:
            yield Hit(f"{quoted(text)} is a second {kind} ISSN: keep one", each)
        elif text and text in texts:
            yield Hit(f"the ISSN {quoted(text)} is given twice: keep one, or correct one", each)
        elif number > 1:
            yield Hit("there are more than two ISSNs: keep that of print and that of the electronic edition", each)
        kinds.add(kind)
        texts.add(text)


@rule("COM024", on="issn", services=("pmc", "scielo"))
def issn_says_its_kind(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An ISSN must say in `pub-type` whether it is that of the print or of the electronic edition.

    Why: a print ISSN on an online article leads to another record; PMC and SciELO read `pub-type`, also in JATS 1.3.
    Wrong: <issn>2345-6787</issn>
    Wrong: <issn publication-format="electronic">2345-6787</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    Right: <issn pub-type="epub" publication-format="electronic">2345-6787</issn>
    YAML:
        journal:
          issn: {electronic: 1234-5679}
    Source: PMC Style Checker 5.31, journal-meta-issn-check and issn-pub-type-check; SciELO Publishing Schema 1.10, issn
    """
    kind, own = el.get("pub-type"), parent_name(el) == "journal-meta"
    if kind in _KINDS or within(el, *_CITED):
        return
    services = ("pmc",) if own or kind is not None else ()
    if own and not _says_a_kind(el.getparent(), context):
        services = (*services, "scielo")
    if services:
        wanted = "ppub" if kind_of(el) == "print" else "epub" if kind_of(el) else None
        stated = f"has the pub-type {quoted(kind)}" if kind is not None else "has no pub-type"
        advice = f'write pub-type="{wanted}"' if wanted else 'write pub-type="epub" or pub-type="ppub"'
        message = f"the ISSN {quoted(text_of(el))} {stated}: {advice}"
        yield Hit(message, attribute="pub-type" if kind is not None else None, services=services)


def _says_a_kind(meta: Element | None, context: RuleContext) -> bool:
    """Whether any ISSN of a journal says its kind."""
    return context.once(
        ("kinds of ISSN", meta),
        lambda: meta is not None and any(each.get("pub-type") in _KINDS for each in meta.iterchildren("issn")),
    )
