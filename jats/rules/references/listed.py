"""The reference list: every reference is in it once, has an id and a citation, and the text cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, max_length, required_attribute
from jats.rules.engine.targets import ALL, COMMON
from jats.rules.links.pointing import pointed_at
from jats.rules.references.cited import CITATIONS, citations_of, dois, filled_citations, work_text
from jats.vocab.identifiers import tidy_doi

_CITED = (*CITATIONS, "ref", "citation-alternatives", "note")
_WITH_REFERENCES = ("research-article", "review-article")
_WITHOUT_REFERENCES = ("correction", "retraction", "addendum", "expression-of-concern", "reviewer-report")
_NUMBER = re.compile(r"[\[(]?(\d{1,4})[.)\]]*")
_SEVERAL = re.compile(r"\(a\)(.+?)\(b\)(.+)", re.DOTALL)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d")
_ENOUGH = 30
"""Two references are taken for one if at least so many characters are the same: "Ibid." may occur twice."""

required_attribute(
    Row(
        "COM501",
        on="ref",
        services=("pmc", "jats4r"),
        page="""A reference must have an id.

        Why: Without an id the text can't link to the reference.
        Wrong: <ref-list>… <!-- new --><ref><label>3</label>
            <element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Hansen</surname>
            <given-names>P</given-names></name></person-group><source>Quays</source><year>2014</year>
            <publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc></element-citation></ref>
            </ref-list>
        Right: <ref id="B1"><label>1</label><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
        YAML: references: [{id: B1, text: "Osei K. Mud in estuaries. Estuar Res. 2019;8:101-112."}]
        Source: PMC Style Checker 5.31, ref-check; JATS4R Schematron 1.0, data-citations-errors
        """,
    ),
    "id",
)


max_length(
    Row(
        "CRF502",
        on="ref/@id",
        services=("crossref",),
        page="""The id of a reference must have at most 128 characters.

        Why: Crossref files the reference under its id, and refuses a deposit with a longer one.
        Wrong: <ref-list>… <!-- new --><ref id="TOO-LONG"><mixed-citation publication-type="book">Hansen P. Quays. Bergen:
            Harbour Press; 2014.</mixed-citation></ref></ref-list>
        Right: <ref id="B1"><label>1</label><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
        Source: Crossref deposit schema 5.5.0, citation key
        """.replace("TOO-LONG", "-".join(["hansen", "quays", "2014"] * 8)),
    ),
    128,
)


@rule(
    "COM502",
    on="ref",
    services=ALL,
    severity=Severity.WARNING,
    severities={"pmc": Severity.ERROR, "scielo": Severity.ERROR},
)
def reference_has_a_citation(el: Element) -> Iterator[str]:
    """A reference must have a citation with text in it.

    Why: Readers see a number without a work.
    Wrong: <ref id="B1">… <!-- no element-citation --><!-- no mixed-citation --></ref>
    Right: <ref id="B1"><label>1</label><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Right (scielo): <ref id="B1"><label>1</label><mixed-citation publication-type="journal">
        Osei K. Mud in estuaries. Estuar Res. 2019;8:101-112. doi:
        10.70113/er.2019.101</mixed-citation><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Source: PMC Style Checker 5.31, empty-element-check; SciELO Publishing Schema 1.10, ref_notempty
    """
    if len(el) and el[-1].tag in CITATIONS and text_of(el[-1]):
        return  # nearly always
    if not filled_citations(el) and not any(text_of(each) for each in el.iterchildren("note", "mixed-citation")):
        empty = next(iter(citations_of(el, *CITATIONS)), None)
        what = "has no citation" if empty is None else f"has an empty {tagged(empty)}"
        yield f"the reference {what}: write the citation, or remove the reference"


@rule("COM503", on="ref-list", services=(COMMON, "scielo"), severities={COMMON: Severity.WARNING})
def references_are_cited(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text must cite every reference of the list, with a link.

    Why: Readers look for the place that cites the work. A work that is never cited is further reading.
    Wrong: <ref-list>… <!-- new --><ref id="B3"><label>3</label>
        <mixed-citation publication-type="book">Hansen P. Quays. Bergen: Harbour Press; 2014.</mixed-citation>
        <element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Hansen</surname>
        <given-names>P</given-names></name></person-group><source>Quays</source><year>2014</year>
        <publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc></element-citation></ref></ref-list>
    Right: <p>Harbours fill with sediments <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: SciELO Publishing Schema 1.10, elements_requires_xref_rid; editors' practice
    """
    if not context.all("body"):
        return  # a file of metadata alone cites nothing
    pointed = pointed_at(context)
    named = [(ref, _names(ref)) for ref in el.iterchildren("ref")]
    missed = [ref for ref, names in named if names and pointed.isdisjoint(names)]
    if len(missed) == len(named) > 1:
        yield Hit(
            f"the text links to none of the {len(missed)} references of this list: cite them with <xref ref-type='bibr'>"
        )
        return
    for ref in missed:
        yield Hit(
            f"the text never cites this reference, {quoted(work_text(context, ref), 40)}: cite it, or remove it", ref
        )


def _names(ref: Element) -> list[str]:
    return [name for each in (ref, *citations_of(ref, *_CITED)) if (name := each.get("id"))]


@rule("COM504", on="xref", services=("pmc", "scielo"))
def citation_leads_to_a_reference(el: Element, context: RuleContext) -> Iterator[str]:
    """A link of the type bibr must lead to a reference.

    Why: Readers who click on a citation land on a figure or a section.
    Wrong: <p>As <xref ref-type="bibr" rid="B1">1</xref> and <xref ref-type="bibr" rid="B2">2</xref> show, and
        <xref ref-type="bibr" rid="f1">3</xref>.</p>
    Right: <xref ref-type="bibr" rid="B1">1</xref>
    Source: PMC Style Checker 5.31, xref-check; SciELO Publishing Schema 1.10, xref_rules
    """
    if el.get("ref-type") != "bibr":
        return
    for name in el.get("rid", "").split():
        target = context.ids.get(name)
        if target is not None and target.tag not in _CITED:
            yield f"the citation leads to {tagged(target)} {quoted(name)}, not to a reference: correct its rid or ref-type"


@rule("COM505", on="ref-list", services=("crossref", "scielo"), severity=Severity.WARNING)
def works_are_listed_once(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A work must be in the list once.

    Why: It is counted as cited twice, and readers take it for two works.
    Wrong: <ref id="B2"><label>2</label>
        <mixed-citation publication-type="journal">Osei K, Moreau L. Mud in estuaries. Estuar Res. 2019;8:101-112. doi:
        10.70113/er.2019.101</mixed-citation>
        <element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name><name><surname>Moreau</surname><given-names>L</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Right: <ref id="B1"><label>1</label><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Right (scielo): <ref id="B1"><label>1</label><mixed-citation publication-type="journal">
        Osei K. Mud in estuaries. Estuar Res. 2019;8:101-112. doi:
        10.70113/er.2019.101</mixed-citation><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    YAML:
        references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: editors' practice
    """
    seen: dict[str, Element] = {}
    found = dois(context)
    for ref in el.iterchildren("ref"):
        keys = [tidy_doi(text_of(each)).lower() for each in found.get(ref, ())]
        if not keys and len(words := _words(context, ref)) >= _ENOUGH:
            keys = [words]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            yield Hit(f"this work is already in the list, as {_named(first)}: keep one of the two", ref)
        else:
            seen |= dict.fromkeys(keys, ref)


def _words(context: RuleContext, ref: Element) -> str:
    """The text of a reference to be compared; white space between its elements makes no difference."""
    return work_text(context, ref).casefold().rstrip(". ")


def _named(ref: Element) -> str:
    label = ref.find("label")
    return f"number {text_of(label)}" if label is not None and text_of(label) else quoted(ref.get("id", ""))


@rule("COM506", on="ref-list", services=("scielo",), severity=Severity.WARNING)
def numbers_go_up_by_one(el: Element) -> Iterator[Hit]:
    """The numbers of the references must go up by one.

    Why: A gap or a repeated number shows that a reference was lost, or that the text cites the wrong one.
    Wrong: <ref id="B2">… <label>4</label></ref>
    Right: <ref id="B2">… <label>2</label></ref>
    Source: editors' practice
    """
    last = None
    for ref in el.iterchildren("ref"):
        label = ref.find("label")
        match = _NUMBER.fullmatch("" if label is None else text_of(label))
        if match is None:
            return
        number = int(match[1])
        if last is not None and number != last + 1:
            yield Hit(f"number {number} follows number {last}: it must be {last + 1}", label)
            return
        last = number


@rule("COM507", on="article", services=("scielo", "crossref"), severities={"crossref": Severity.WARNING})
def research_has_references(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A research or review article must have references; for SciELO every article but notices and reviewers' reports.

    Why: Citations are counted from the list; if it is missing, it was probably lost on the way.
    Wrong: <article>… <!-- no xref[@ref-type='bibr'] --><!-- no ref-list --></article>
    Right (crossref): <ref id="B1"><label>1</label><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Right (scielo): <ref id="B1"><label>1</label><mixed-citation publication-type="journal">
        Osei K. Mud in estuaries. Estuar Res. 2019;8:101-112. doi:
        10.70113/er.2019.101</mixed-citation><element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>Estuar Res</source><year>2019</year><volume>8</volume><fpage>101</fpage><lpage>112</lpage>
        <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    YAML: references: ["Osei K. Mud in estuaries. Estuar Res. 2019;8:101-112."]
    Source: SciELO Publishing Schema 1.10, ref_list_presence; Crossref, "Participation reports"
    """
    if any(context.all(name) for name in (*CITATIONS, "ref")):
        return  # works may be cited in footnotes only
    asking = {
        "crossref": context.article_type in _WITH_REFERENCES,
        "scielo": context.article_type not in _WITHOUT_REFERENCES,
    }
    if services := tuple(service for service, asks in asking.items() if asks):
        yield Hit("the article has no references: add a <ref-list>", services=services)


@rule("COM508", on="mixed-citation", services=(COMMON,), severity=Severity.WARNING)
def citation_is_one_work(el: Element) -> Iterator[str]:
    """A citation must name one work only.

    Why: Crossref and other programs look for one work, and find the first of them or none.
    Wrong: <ref id="B1">… <!-- no element-citation --><mixed-citation publication-type="journal">(a) Osei K. Mud. Estuar Res.
        2019;8:101. (b) Moreau L. Silt. Estuar Res. 2020;9:12.</mixed-citation></ref>
    Right: <ref id="B1"><label>1</label><mixed-citation publication-type="journal">Osei K. Mud. Estuar Res. 2019;8:101.
        </mixed-citation><mixed-citation publication-type="journal">Moreau L. Silt. Estuar Res. 2020;9:12.</mixed-citation></ref>
    Source: editors' practice; Crossref, "Depositing references"
    """
    text = text_of(el)
    if "(b)" in text and (parts := _SEVERAL.search(text)) and all(_YEAR.search(part) for part in parts.groups()):
        yield "the citation has two works in it, (a) and (b): write one citation for each"
