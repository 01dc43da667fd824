"""What a citation has, whatever it cites: its type, its authors, its year and its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, ancestor, is_blank, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.rules.references.cited import FORMS, is_in_citation

_ISO_YEAR = re.compile(r"(?:1[4-9]|20)\d\d", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d)*", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", re.ASCII)
_DECIMAL = re.compile(r"\d+(?:\.\d+)?", re.ASCII)

required_attribute(
    Row(
        "COM516",
        on=("element-citation/pub-id", "mixed-citation/pub-id"),
        services=("jats4r",),
        page="""An identifier in a reference must state its kind.

        Why: Nobody can look up a number without knowing whose number it is.
        Wrong: <element-citation publication-type="journal">… <!-- no pub-id --><!-- new --><pub-id>31234567</pub-id>
            </element-citation>
        Right: <element-citation publication-type="journal">… <pub-id pub-id-type="pmid">31234567</pub-id></element-citation>
        Source: JATS4R Schematron 1.0, general-citations-errors
        """,
    ),
    "pub-id-type",
)


@rule("COM509", on=FORMS, services=("jats4r", "scielo"))
def citation_has_a_type(el: Element) -> Iterator[Hit]:
    """A citation must say what kind of work it cites.

    Why: How a reference is read, checked and matched depends on whether it is a journal article, a book or a dataset.
    Wrong: <element-citation publication-type="journal">… <!-- no @publication-type --></element-citation>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    Right (scielo): <ref id="B1">… <mixed-citation publication-type="journal">Osei K. Mud in
        estuaries. Estuar Res. 2019;8:101-112. doi: 10.70113/er.2019.101</mixed-citation>
        <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    YAML: references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: JATS4R Schematron 1.0, general-citations-errors; SciELO Publishing Schema 1.10, element-citation
    """
    if el.get("publication-type", "").strip():
        return
    # COM511 judges citation-type; SciELO reads the structured form alone.
    minding = () if "citation-type" in el.attrib else ("jats4r",)
    if services := (*minding, "scielo") if el.tag == "element-citation" else minding:
        yield Hit(
            f"{tagged(el)} has no publication-type: write 'journal', 'book' or what else it cites", services=services
        )


@rule("COM510", on="@publication-type", services=("jats4r",), severity=Severity.WARNING)
def type_of_citation_says_something(el: Element) -> Iterator[Hit]:
    """The kind of a cited work is "other".

    Why: Programs can do nothing with "other".
    Wrong: <ref id="B2">… <element-citation publication-type="other">…</element-citation></ref>
    Right: <ref id="B2">… <element-citation publication-type="book">…</element-citation></ref>
    YAML:
        references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: JATS4R Schematron 1.0, general-citations-warnings
    """
    if el.attrib["publication-type"] == "other":
        yield Hit("publication-type is 'other': name the kind of the work", attribute="publication-type")


@rule(
    "COM511",
    on=("citation", "nlm-citation", "element-citation/@citation-type", "mixed-citation/@citation-type"),
    services=("jats4r",),
)
def citation_is_of_today(el: Element) -> Iterator[Hit]:
    """A reference must be in `<mixed-citation>` or `<element-citation>`, with its kind in `publication-type`.

    Why: Programs for JATS don't know the forms that it no longer has.
    Wrong: <ref id="B1"><label>1</label><nlm-citation publication-type="book"><source>Quays</source><year>2014</year>
        </nlm-citation></ref>
    Wrong: <ref id="B1"><label>1</label><mixed-citation citation-type="book">
        <person-group person-group-type="author"><string-name>Hansen P</string-name></person-group>. Quays. Bergen; 2014.
        </mixed-citation></ref>
    Right: <ref id="B1"><label>1</label><mixed-citation publication-type="book">
        <person-group person-group-type="author"><string-name>Hansen P</string-name></person-group>. Quays. Bergen; 2014.
        </mixed-citation></ref>
    Source: JATS4R Schematron 1.0, data-citations-errors
    """
    if el.tag in FORMS:
        yield Hit("JATS no longer has citation-type: write publication-type", attribute="citation-type")
    else:
        yield Hit(f"JATS no longer has {tagged(el)}: write <mixed-citation> or <element-citation>")


@rule("COM512", on="/", services=("jats4r",), severity=Severity.WARNING)
def authors_are_grouped(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The people of a citation are not in a `<person-group>` whose `person-group-type` says what they did.

    Why: Otherwise nobody can tell the authors of a chapter from the editors of the book.
    Wrong: <element-citation publication-type="journal">… <person-group><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group></element-citation>
    Wrong: <ref id="B1">… <!-- no element-citation --><mixed-citation publication-type="journal">Osei K. Mud.
        Estuar Res. 2019;8:101. doi: <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></mixed-citation></ref>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    YAML: references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: JATS4R Schematron 1.0, general-citations-warnings
    """
    for form in FORMS:
        citations = [(each, fault) for each in context.all(form) if (fault := _ungrouped(each))]
        if form == "mixed-citation" and len(citations) > _MANY:
            yield from _in_lists(citations)
        else:
            yield from (Hit(fault, each) for each, fault in citations)


_MANY = 3
_NO_GROUP = "the citation has no <person-group> with a person-group-type: put its people into one"


def _ungrouped(citation: Element) -> str | None:
    """What is wrong with the people of a citation, the first fault only; an empty citation is COM502's."""
    if is_blank(citation):
        return None
    groups = list(citation.iterdescendants("person-group"))
    if not any(each.get("person-group-type", "").strip() for each in groups):
        return "<person-group> has no person-group-type: write 'author' or 'editor'" if groups else _NO_GROUP
    alone = "name" if citation.tag == "element-citation" else "string-name"
    if any(not within(each, "person-group") for each in citation.iterdescendants(alone)):
        return f"<{alone}> is outside <person-group>: put it into one"
    return None


def _in_lists(citations: list[tuple[Element, str]]) -> Iterator[Hit]:
    """One finding a list for citations as text, of which mostly all have no groups."""
    lists: dict[Element, list[tuple[Element, str]]] = {}
    for each, fault in citations:
        around = ancestor(each, "ref-list") if fault is _NO_GROUP else None
        lists.setdefault(each if around is None else around, []).append((each, fault))
    for around, found in lists.items():
        if len(found) == 1:
            yield Hit(found[0][1], found[0][0])
        else:
            yield Hit(
                f"{len(found)} citations of this list have no <person-group> with a person-group-type: put their people into one",
                around,
            )


@rule("COM513", on="/", services=("jats4r",))
def year_of_citation_has_four_digits(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The year of a cited work must have four digits, or `iso-8601-date` must say them.

    Why: "2019a" and "in press" can't be sorted or compared.
    Wrong: <element-citation publication-type="journal">… <year>2019a</year></element-citation>
    Right: <element-citation publication-type="journal">… <year iso-8601-date="2019">2019a</year></element-citation>
    YAML: references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: JATS4R Schematron 1.0, general-citations-errors
    """
    for year in odd_years(context):
        text, iso = text_of(year), year.get("iso-8601-date", "").strip()
        digits = text.isascii() and text.isdigit()
        if not _ISO_YEAR.fullmatch(iso) and not (digits and _ISO_DATE.match(iso)):
            found = _YEAR.search(text)
            wanted = f"iso-8601-date='{found[0]}'" if found else "its four digits in iso-8601-date"
            remedy = f"add {wanted}, or write a text such as 'in press' in <comment>"
            if digits and len(text) == 4:
                remedy = "correct it, for JATS4R takes 1000 to 2029"
            yield Hit(f"the year is {quoted(text)}: {remedy}", year)


def odd_years(context: RuleContext) -> list[Element]:
    """The years in citations that are not just four digits, from 1000 to 2029 (JATS4R's limits)."""
    return context.once(
        "odd years", lambda: [each for each in context.all("year") if _is_odd(each) and is_in_citation(each)]
    )


def _is_odd(year: Element) -> bool:
    text = (year.text or "").strip() if len(year) == 0 else text_of(year)
    return not (len(text) == 4 and text.isascii() and text.isdigit() and 1000 <= int(text) <= 2029)


@rule("COM514", on="elocation-id", services=("jats4r", "scielo"))
def citation_has_pages_or_a_location(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A citation must have pages or an electronic location, not both.

    Why: Programs can't tell which of the two to show and to match.
    Wrong: <element-citation publication-type="journal">… <elocation-id>e101</elocation-id></element-citation>
    Wrong (scielo): <ref id="B1">… <mixed-citation publication-type="journal">Osei K, Moreau L. Mud in estuaries. Estuar Res.
        2019;8(2):101-112, e101.</mixed-citation><element-citation publication-type="journal">…
        <elocation-id>e101</elocation-id></element-citation></ref>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    Right (scielo): <ref id="B1">… <mixed-citation publication-type="journal">Osei K. Mud in
        estuaries. Estuar Res. 2019;8:101-112. doi: 10.70113/er.2019.101</mixed-citation>
        <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Source: JATS4R Schematron 1.0, general-citations-errors; SciELO Publishing Schema 1.10, element-citation
    """
    parent = el.getparent()
    if parent is None or parent.tag not in FORMS:
        return
    if any(context.child(parent, name) is not None for name in ("fpage", "lpage", "page-range")):
        services = None if parent.tag == "element-citation" else ("jats4r",)
        yield Hit("the citation has an electronic location and pages: keep one", services=services)


@rule("COM515", on="/", services=("jats4r",))
def pages_of_citation_go_up(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The last page of a cited work must not be smaller than the first.

    Why: A shortened number (123–7, E5661–9) reads as a work that ends before it begins.
    Wrong: <element-citation publication-type="journal">… <fpage>123</fpage><lpage>7</lpage></element-citation>
    Wrong: <element-citation publication-type="journal">… <fpage>E5661</fpage><lpage>9</lpage></element-citation>
    Right: <element-citation publication-type="journal">… <fpage>123</fpage><lpage>127</lpage></element-citation>
    YAML: references: [{type: journal, authors: "Osei, K.", title: Mud in estuaries, source: Estuar Res,
          date: 2019, pages: 123-127}]
    Source: JATS4R Schematron 1.0, general-citations-errors
    """
    for lpage in context.all("lpage"):
        parent = lpage.getparent()
        if parent is None or parent.tag not in FORMS or context.child(parent, "page-range") is not None:
            continue
        shown = context.child_text(parent, "fpage") or ""
        first, last = _page_number(shown), _page_number(text_of(lpage))
        if first is not None and last is not None and last < first:
            message = f"the last page, {text_of(lpage)}, is smaller than the first, {shown}: write it in full"
            yield Hit(message, lpage)


def _page_number(page: str) -> float | None:
    """The number in a page as JATS4R compares it: digits and full stops, without what else is around them."""
    kept = "".join(sign for sign in page if sign in "0123456789.")
    return float(kept) if _DECIMAL.fullmatch(kept) else None
