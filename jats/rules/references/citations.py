"""What a citation holds, whatever it cites: its type, its authors, its year and its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.rules.issue.pages import number_of
from jats.rules.references.cited import FORMS, is_in_citation

_PEOPLE = ("name", "string-name", "name-alternatives", "collab", "etal")
_ISO_YEAR = re.compile(r"\d{4}\b")

required_attribute(
    Row(
        "COM516",
        on="pub-id",
        services=("jats4r", "pmc"),
        page="""An identifier in a reference says of which kind it is.

        Why: nobody can look up a number without knowing whose number it is.
        Wrong: <element-citation publication-type="journal">… <!-- no pub-id --><!-- new --><pub-id>31234567</pub-id>
            </element-citation>
        Right: <element-citation publication-type="journal">… <pub-id pub-id-type="pmid">31234567</pub-id></element-citation>
        Source: JATS4R Schematron 1.0, general-citations-errors; PMC Style Checker 5.31, pub-id-check
        """,
    ),
    "pub-id-type",
)


@rule("COM509", on=FORMS, services=("jats4r", "scielo"))
def citation_has_a_type(el: Element) -> Iterator[Hit]:
    """A citation says what kind of work it cites.

    Why: how a reference is read, checked and matched depends on whether it is a journal article, a book or a dataset.
    Wrong: <element-citation publication-type="journal">… <!-- no @publication-type --></element-citation>
    Right: <element-citation publication-type="journal">…</element-citation>
    Source: JATS4R Schematron 1.0, general-citations-errors; SciELO Publishing Schema 1.10, element-citation
    """
    if el.get("publication-type", "").strip():
        return
    # COM511 speaks of citation-type; SciELO reads the structured form alone.
    minding = () if "citation-type" in el.attrib else ("jats4r",)
    if services := (*minding, "scielo") if el.tag == "element-citation" else minding:
        yield Hit(f"{tagged(el)} has no publication-type", services=services)


@rule("COM510", on="@publication-type", services=("jats4r",), severity=Severity.WARNING)
def type_of_citation_says_something(el: Element) -> Iterator[Hit]:
    """The kind of a cited work is a real one, not "other".

    Why: a program can do nothing with "other".
    Wrong: <ref id="B2">… <element-citation publication-type="other">…</element-citation></ref>
    Right: <ref id="B2">… <element-citation publication-type="book">…</element-citation></ref>
    Source: JATS4R Schematron 1.0, general-citations-warnings
    """
    if el.attrib["publication-type"] == "other":
        yield Hit('publication-type is "other": name the kind of the work', attribute="publication-type")


@rule(
    "COM511",
    on=("citation", "nlm-citation", "element-citation/@citation-type", "mixed-citation/@citation-type"),
    services=("jats4r",),
)
def citation_is_of_today(el: Element) -> Iterator[Hit]:
    """A reference has `<mixed-citation>` or `<element-citation>`, and its kind stands in `publication-type`.

    Why: programs written for JATS don't know the forms that it gave up.
    Wrong: <ref id="B1"><label>1</label><nlm-citation publication-type="book"><source>Quays</source><year>2014</year>
        </nlm-citation></ref>
    Wrong: <ref id="B1"><label>1</label><mixed-citation citation-type="book">Hansen P. Quays. Bergen; 2014.</mixed-citation>
        </ref>
    Right: <ref id="B1"><label>1</label><mixed-citation publication-type="book">Hansen P. Quays. Bergen; 2014.
        </mixed-citation></ref>
    Source: JATS4R Schematron 1.0, data-citations-errors
    """
    if el.tag in FORMS:
        yield Hit("citation-type was withdrawn: use publication-type", attribute="citation-type")
    else:
        yield Hit(f"{tagged(el)} was withdrawn: use <mixed-citation> or <element-citation>")


@rule("COM512", on=FORMS, services=("jats4r", "scielo"), severity=Severity.WARNING)
def authors_are_grouped(el: Element) -> Iterator[Hit]:
    """The people of a citation stand in `<person-group>`, whose `person-group-type` says what they did.

    Why: without it nobody can tell the authors of a chapter from the editors of the book.
    Wrong: <element-citation publication-type="journal">… <person-group><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group></element-citation>
    Right: <element-citation publication-type="journal">…</element-citation>
    Source: JATS4R Schematron 1.0, general-citations-warnings; SciELO Publishing Schema 1.10, person-group
    """
    alone = None
    for child in el.iterchildren("person-group", *_PEOPLE):
        if child.tag != "person-group":
            alone = child if alone is None else alone
        elif not child.get("person-group-type", "").strip():
            yield Hit("the people of the citation have no person-group-type", child)
            return
    if alone is not None:  # SciELO's own rules on the two forms are SPS504 and SPS505
        yield Hit(f"{tagged(alone)} stands outside <person-group>", alone, services=("jats4r",))


@rule("COM513", on="/", services=("jats4r",))
def year_of_citation_has_four_digits(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The year of a cited work has four digits, or `iso-8601-date` says them.

    Why: "2019a" and "in press" can't be sorted or compared.
    Wrong: <element-citation publication-type="journal">… <year>2019a</year></element-citation>
    Right: <element-citation publication-type="journal">… <year iso-8601-date="2019">2019a</year></element-citation>
    Source: JATS4R Schematron 1.0, general-citations-errors
    """
    for year in odd_years(context):
        if not _ISO_YEAR.match(year.get("iso-8601-date", "")):
            yield Hit(f"the year is {quoted(text_of(year))}; give its four digits in iso-8601-date", year)


def odd_years(context: RuleContext) -> list[Element]:
    """The years in citations that are not just four digits, from 1000 on."""
    return context.once(
        "odd years", lambda: [each for each in context.all("year") if _is_odd(each) and is_in_citation(each)]
    )


def _is_odd(year: Element) -> bool:
    text = (year.text or "").strip() if len(year) == 0 else text_of(year)
    return not (len(text) == 4 and text.isascii() and text.isdigit() and text[0] in "12")


@rule("COM514", on="elocation-id", services=("jats4r", "scielo"))
def citation_has_pages_or_a_location(el: Element) -> Iterator[Hit]:
    """A citation has pages or an electronic location, not both.

    Why: programs can't tell which of the two to show and to match.
    Wrong: <element-citation publication-type="journal">… <elocation-id>e101</elocation-id></element-citation>
    Wrong (scielo): <ref id="B1">… <mixed-citation publication-type="journal">Osei K, Moreau L. Mud in estuaries. Estuar Res.
        2019;8(2):101-112, e101.</mixed-citation><element-citation publication-type="journal">…
        <elocation-id>e101</elocation-id></element-citation></ref>
    Right: <element-citation publication-type="journal">…</element-citation>
    Source: JATS4R Schematron 1.0, general-citations-errors; SciELO Publishing Schema 1.10, element-citation
    """
    parent = el.getparent()
    if parent is None or parent.tag not in FORMS:
        return
    if any(parent.find(name) is not None for name in ("fpage", "lpage", "page-range")):
        services = None if parent.tag == "element-citation" else ("jats4r",)
        yield Hit("the citation has an electronic location and pages: keep one", services=services)


@rule("COM515", on="/", services=("jats4r",))
def pages_of_citation_go_up(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The last page of a cited work is not smaller than the first.

    Why: a shortened number (123–7) reads as a work of minus 116 pages.
    Wrong: <element-citation publication-type="journal">… <fpage>123</fpage><lpage>7</lpage></element-citation>
    Right: <element-citation publication-type="journal">… <fpage>123</fpage><lpage>127</lpage></element-citation>
    Source: JATS4R Schematron 1.0, general-citations-errors
    """
    for lpage in context.all("lpage"):
        parent = lpage.getparent()
        if parent is None or parent.tag not in FORMS or is_blank(lpage):
            continue
        first, last = number_of(child_text(parent, "fpage")), number_of(text_of(lpage))
        if first and last and first[0] == last[0] and last[1] < first[1]:
            yield Hit(
                f"the last page, {text_of(lpage)}, is smaller than the first, {child_text(parent, 'fpage')}", lpage
            )
