"""References for PMC: kinds of identifiers, alternatives, translated sources, author manuscripts."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, elements_of, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden, required_attribute
from jats.rules.ids.article_ids import PMC_ID_TYPES
from jats.rules.references.cited import FORMS, is_in_citation
from jats.vocab.numbers import whole_number

required_attribute(
    Row(
        "PMC503",
        on="trans-source",
        services=("pmc",),
        page="""The translated title of a source must have its language.

        Why: Without it nobody knows which of the titles is the original.
        Wrong: <element-citation publication-type="book">… <trans-source>Nordsjøkysten</trans-source></element-citation>
        Right: <element-citation publication-type="book">… <trans-source xml:lang="no">Nordsjøkysten</trans-source>
            </element-citation>
        YAML:
            references:
              - {type: journal, authors: "Doe, J.", title: Бруд, source: Припливи, trans_source: {en: Tides}, date: 2020}
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
        page="""A `<string-conf>` must not be inside another.

        Why: PMC shows the words twice.
        Wrong: <conference><string-conf>Harbour Days, <string-conf>Bergen 2014</string-conf></string-conf></conference>
        Right: <conference><string-conf>Harbour Days, Bergen 2014</string-conf></conference>
        Source: PMC Style Checker 5.31, string-conf-element-check
        """,
    ),
    "write the whole text in one <string-conf>",
)

required_attribute(
    Row(
        "PMC506",
        on="citation",
        services=("pmc",),
        page="""An NLM citation must say what kind of work it cites.

        Why: PMC lays the reference out by it. JATS has no `<citation>`; NLM's tag sets before it do.
        Wrong: <ref id="B2"><label>2</label><citation>Hansen P. Quays. Bergen; 2014.</citation></ref>
        Right: <ref id="B2"><label>2</label><citation citation-type="book">Hansen P. Quays. Bergen; 2014.</citation></ref>
        Source: PMC Style Checker 5.31, citation-type-value
        """,
    ),
    "citation-type",
)


@rule("PMC501", on="pub-id/@pub-id-type", services=("pmc",))
def identifier_is_of_a_known_kind(el: Element) -> Iterator[Hit]:
    """The kind of an identifier in a reference must be one that PMC knows.

    Why: Nobody can look up an identifier of an unknown kind, and PMC refuses the file.
    Wrong: <element-citation publication-type="journal">… <pub-id pub-id-type="url">https://www.tidal-studies.org/a</pub-id>
        </element-citation>
    Right: <element-citation publication-type="journal">… <pub-id pub-id-type="pmid">31234567</pub-id></element-citation>
    Source: PMC Style Checker 5.31, pub-id-check
    """
    kind = el.attrib["pub-id-type"]
    if not kind.strip():
        yield Hit("pub-id-type is empty: write 'doi', 'pmid' or 'other'", attribute="pub-id-type")
    elif kind not in PMC_ID_TYPES:
        wanted = "put the address into <ext-link>" if "://" in text_of(el) else "write 'other'"
        yield Hit(f"pub-id-type {quoted(kind)} is not on PMC's list: {wanted}", attribute="pub-id-type")


@rule("PMC502", on="citation-alternatives", services=("pmc",))
def alternatives_are_told_apart(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Several citations of one form in `<citation-alternatives>` must differ in language or use, and there must be several.

    Why: PMC shows one of them, and takes it by its language: the article's, or none.
    Wrong: <ref id="B2"><label>2</label><citation-alternatives><mixed-citation publication-type="book">Hansen P. Quays.
        Bergen; 2014.</mixed-citation><mixed-citation publication-type="book">Hansen P. Kaianlegg. Bergen; 2014.
        </mixed-citation></citation-alternatives></ref>
    Right: <ref id="B2"><label>2</label><citation-alternatives><mixed-citation publication-type="book" xml:lang="en">Hansen P.
        Quays. Bergen; 2014.</mixed-citation><mixed-citation publication-type="book" xml:lang="no">Hansen P. Kaianlegg.
        Bergen; 2014.</mixed-citation></citation-alternatives></ref>
    Source: PMC Style Checker 5.31, citation-alternatives-content-check and alternatives-child-count
    """
    if len(list(elements_of(el))) == 1:
        yield Hit(f"{tagged(el)} has one citation only: move it out of the alternatives, into <ref>")
    for form in FORMS:
        same = el.findall(form)
        languages = [each.get(XML_LANG) for each in same]
        if len(same) < 2:
            continue
        if not any(languages):
            if not any(each.get("specific-use") for each in same):
                yield Hit(f"there are {len(same)} <{form}>: tell them apart by xml:lang or specific-use", same[1])
        elif sum(each in (None, context.language) for each in languages) != 1:
            message = f"exactly one <{form}> must have the article's language, {quoted(context.language)}, or none"
            yield Hit(message, same[1])


@rule("PMC505", on="/", services=("pmc",))
def month_of_citation_exists(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript the month of a reference must not be a number above 12.

    Why: PMC refuses the manuscript.
    Wrong (manuscript): <element-citation publication-type="journal">… <month>13</month></element-citation>
    Right (manuscript): <element-citation publication-type="journal">… <month>11</month></element-citation>
    Source: PMC Style Checker 5.31, month-check
    """
    for month in context.all("month") if context.is_manuscript else ():
        value = text_of(month)
        if (whole_number(value) or 0) > 12 and is_in_citation(month):
            yield Hit(f"the month is {quoted(value)}; it must be a number from 1 to 12", month)
