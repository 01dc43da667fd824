"""References for PMC: kinds of identifiers, alternatives, translated sources, author manuscripts."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, elements_of, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, forbidden, required_attribute
from jats.rules.ids.article_ids import PMC_ID_TYPES
from jats.rules.references.cited import FORMS, is_in_citation

_NLM_TYPES = (
    "book commun confproc discussion display-unstructured gov journal list other patent thesis undeclared web".split()
)

closed_list(
    Row(
        "PMC501",
        on="pub-id/@pub-id-type",
        services=("pmc",),
        page="""The kind of an identifier in a reference is one that PMC knows.

        Why: an identifier of an unknown kind can't be looked up, and PMC refuses the file.
        Wrong: <element-citation publication-type="journal">… <pub-id pub-id-type="url">https://www.tidal-studies.org/a</pub-id>
            </element-citation>
        Right: <element-citation publication-type="journal">… <pub-id pub-id-type="pmid">31234567</pub-id></element-citation>
        Source: PMC Style Checker 5.31, pub-id-check
        """,
    ),
    PMC_ID_TYPES,
    advice="; an address stands in <ext-link>, anything else is other",
)

required_attribute(
    Row(
        "PMC503",
        on="trans-source",
        services=("pmc",),
        page="""The translated title of a source says its language.

        Why: without it nobody knows which of the titles is the original.
        Wrong: <element-citation publication-type="book">… <trans-source>Nordsjøkysten</trans-source></element-citation>
        Right: <element-citation publication-type="book">… <trans-source xml:lang="no">Nordsjøkysten</trans-source>
            </element-citation>
        Source: PMC Style Checker 5.31, trans-atts-check
        """,
    ),
    "xml:lang",
)

forbidden(
    Row(
        "PMC504",
        on="string-conf/string-conf",
        services=("pmc",),
        severity=Severity.WARNING,
        page="""A conference described in words holds no second description.

        Why: PMC shows the words twice.
        Wrong: <conference><string-conf>Harbour Days, <string-conf>Bergen 2014</string-conf></string-conf></conference>
        Right: <conference><string-conf>Harbour Days, Bergen 2014</string-conf></conference>
        Source: PMC Style Checker 5.31, string-conf-element-check
        """,
    ),
    "one <string-conf> holds the whole text",
)

closed_list(
    Row(
        "PMC506",
        on="citation/@citation-type",
        services=("pmc",),
        page="""The kind of a work in an NLM citation is one that PMC knows.

        Why: PMC lays the reference out by it.
        Wrong: <ref id="B2"><label>2</label><citation citation-type="monograph">Hansen P. Quays. Bergen; 2014.</citation></ref>
        Right: <ref id="B2"><label>2</label><citation citation-type="book">Hansen P. Quays. Bergen; 2014.</citation></ref>
        Source: PMC Style Checker 5.31, citation-type-value
        """,
    ),
    _NLM_TYPES,
)


@rule("PMC502", on="citation-alternatives", services=("pmc",))
def alternatives_are_told_apart(el: Element) -> Iterator[Hit]:
    """Citations of one form beside each other in `<citation-alternatives>` differ in language or use, and there are several.

    Why: PMC shows one of them and can't know which.
    Wrong: <ref id="B2"><label>2</label><citation-alternatives><mixed-citation publication-type="book">Hansen P. Quays.
        Bergen; 2014.</mixed-citation><mixed-citation publication-type="book">Hansen P. Kaianlegg. Bergen; 2014.
        </mixed-citation></citation-alternatives></ref>
    Right: <ref id="B2"><label>2</label><citation-alternatives><mixed-citation publication-type="book" xml:lang="en">Hansen P.
        Quays. Bergen; 2014.</mixed-citation><mixed-citation publication-type="book" xml:lang="no">Hansen P. Kaianlegg.
        Bergen; 2014.</mixed-citation></citation-alternatives></ref>
    Source: PMC Style Checker 5.31, citation-alternatives-content-check and alternatives-child-count
    """
    if len(list(elements_of(el))) == 1:
        yield Hit(f"{tagged(el)} holds one citation alone: take it out of the alternatives")
    for form in FORMS:
        same = el.findall(form)
        marks = {(each.get(XML_LANG), each.get("specific-use")) for each in same}
        if len(same) > len(marks) or (len(same) > 1 and (None, None) in marks):
            yield Hit(f"several <{form}> are told apart neither by xml:lang nor by specific-use", same[1])


@rule("PMC505", on="/", services=("pmc",))
def month_of_citation_exists(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript no month of a reference is a number above 12.

    Why: PMC refuses the manuscript.
    Wrong (manuscript): <element-citation publication-type="journal">… <month>13</month></element-citation>
    Right (manuscript): <element-citation publication-type="journal">… <month>11</month></element-citation>
    Source: PMC Style Checker 5.31, month-check
    """
    for month in context.all("month") if context.is_manuscript else ():
        value = text_of(month)
        if value.isdigit() and int(value) > 12 and is_in_citation(month):
            yield Hit(f"the month is {quoted(value)}; it must be a number from 1 to 12", month)
