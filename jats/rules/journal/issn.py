"""The journal's ISSNs."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Fix
from jats.messages.words import quoted
from jats.rules.engine.reading import Element, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_child
from jats.vocab.identifiers import issn_fault, tidy_issn

_PRINT, _ELECTRONIC = ("ppub", "print"), ("epub", "electronic", "online")

required_child(
    Row(
        "COM021",
        on="journal-meta",
        services=("pmc", "scielo", "doaj", "pubmed"),
        page="""The journal has an ISSN.

        Why: receivers know a journal by its ISSN; titles are alike, and change.
        Wrong: <journal-meta>… <!-- no issn --></journal-meta>
        Right: <issn pub-type="epub">2345-6787</issn>
        Source: PMC Style Checker 5.31, journal-meta-check; DOAJ, article service: no ISSNs; PubMed.dtd 2.6, Issn
        """,
    ),
    "issn",
    blank_counts=True,  # a blank one is COM026's
)


def kind_of(issn: Element) -> str:
    """`print` or `electronic`, by either of the two attributes; empty where the kind is not given or is another."""
    given = (issn.get("pub-type", ""), issn.get("publication-format", ""))
    if any(value in _PRINT for value in given):
        return "print"
    return "electronic" if any(value in _ELECTRONIC for value in given) else ""


@rule(
    "COM022", on=("journal-meta/issn", "journal-meta/issn-l"), services=("common", "pmc", "scielo", "crossref", "doaj")
)
def issn_is_valid(el: Element) -> Iterator[Hit]:
    """An ISSN has the form NNNN-NNNC and the right check digit.

    Why: it leads to another journal or to none; Crossref and DOAJ refuse the record.
    Wrong: <issn pub-type="epub">2345-6786</issn>
    Wrong: <issn pub-type="epub">23456787</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    Source: ISO 3297; Crossref deposit schema 5.5.0, issn_t; doajArticles.xsd 1.3, issn
    """
    value = text_of(el)
    if not value:
        return
    if fault := issn_fault(value):
        yield Hit(f"the ISSN {quoted(value)}: {fault}")
    elif (tidied := tidy_issn(value)) != value:
        yield Hit(f"the ISSN is {quoted(value)}; write {tidied}", fix=Fix(value, tidied))


@rule("COM023", on="journal-meta", services=("doaj", "crossref", "scielo"))
def issns_are_different(el: Element) -> Iterator[Hit]:
    """A journal has at most two ISSNs, of different kinds and with different values.

    Why: of two of a kind nobody knows which is right; DOAJ refuses a record whose two ISSNs are the same.
    Wrong: <issn pub-type="epub">2345-6787</issn><issn pub-type="ppub">2345-6787</issn>
    Wrong: <issn pub-type="epub">2345-6787</issn><issn pub-type="epub">2767-1402</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    Source: DOAJ, article service: identical ISSNs, too many, same type; SciELO Publishing Schema 1.10, journal_meta
    """
    issns = el.findall("issn")
    for number, each in enumerate(issns):
        before = issns[:number]
        if kind_of(each) and kind_of(each) in map(kind_of, before):
            yield Hit(f"there is a second {kind_of(each)} ISSN: keep one", each)
        elif text_of(each) and text_of(each) in map(text_of, before):
            yield Hit(f"the ISSN {text_of(each)} stands twice, as print and electronic", each)
        elif number > 1:
            yield Hit("there are more than two ISSNs", each)


@rule("COM024", on="journal-meta/issn", services=("pmc", "scielo", "crossref"))
def issn_says_its_kind(el: Element) -> Iterator[str]:
    """An ISSN says whether it is that of the print or of the electronic edition.

    Why: a print ISSN on an online article leads to another record; PMC's checker wants `pub-type`, also in JATS 1.3.
    Wrong: <issn>2345-6787</issn>
    Right: <issn pub-type="epub">2345-6787</issn>
    Right: <issn publication-format="electronic">2345-6787</issn>
    Source: PMC Style Checker 5.31, journal-meta-issn-check and issn-pub-type-check; SciELO Publishing Schema 1.10, issn
    """
    if not kind_of(el):
        yield f'{tagged(el)} doesn\'t say its kind: write pub-type="epub" or pub-type="ppub"'
