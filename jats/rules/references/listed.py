"""The reference list: every reference is there once, has an id and a citation, and the text cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, max_length, required_attribute
from jats.rules.engine.targets import ALL
from jats.rules.links.pointing import pointed_at
from jats.rules.references.cited import CITATIONS, citations_of, dois, filled_citations, work_text
from jats.vocab.identifiers import tidy_doi

_CITED = (*CITATIONS, "ref", "citation-alternatives", "note")
_WITH_REFERENCES = ("research-article", "review-article")
_NUMBER = re.compile(r"[\[(]?(\d{1,4})[.)\]]*")
_SEVERAL = re.compile(r"\(a\)(.+?)\(b\)(.+)", re.DOTALL)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d")
_ENOUGH = 30
"""So many letters must be the same before two references are taken for one: "Ibid." may stand twice."""

required_attribute(
    Row(
        "COM501",
        on="ref",
        services=("pmc", "jats4r", "scielo"),
        page="""A reference has an id.

        Why: without one the text can't link to it.
        Wrong: <ref-list>… <!-- new --><ref><label>3</label>
            <mixed-citation publication-type="book">Hansen P. Quays. Bergen: Harbour Press; 2014.</mixed-citation>
            <element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Hansen</surname>
            <given-names>P</given-names></name></person-group><source>Quays</source><year>2014</year>
            <publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc></element-citation></ref>
            </ref-list>
        Right: <ref id="B1">…</ref>
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
        page="""The id of a reference has at most 128 characters.

        Why: it is the key under which Crossref files the reference, and a longer one has the deposit refused.
        Wrong: <ref-list>… <!-- new --><ref id="TOO-LONG"><mixed-citation publication-type="book">Hansen P. Quays. Bergen:
            Harbour Press; 2014.</mixed-citation></ref></ref-list>
        Right: <ref id="B1">…</ref>
        Source: Crossref deposit schema 5.5.0, citation key
        """.replace("TOO-LONG", "-".join(["hansen", "quays", "2014"] * 8)),
    ),
    128,
)


@rule("COM502", on="ref", services=ALL)
def reference_has_a_citation(el: Element) -> Iterator[str]:
    """A reference holds a citation with something in it.

    Why: readers see a number without a work, and the work is linked by nobody.
    Wrong: <ref id="B1">… <!-- no element-citation --><!-- no mixed-citation --></ref>
    Right: <ref id="B1">…</ref>
    Source: PMC Style Checker 5.31, empty-element-check
    """
    if len(el) and el[-1].tag in CITATIONS and text_of(el[-1]):
        return  # nearly always
    if not filled_citations(el) and not any(text_of(each) for each in el.iterchildren("note", "mixed-citation")):
        empty = next(iter(citations_of(el, *CITATIONS)), None)
        yield "the reference has no citation" if empty is None else f"the {tagged(empty)} of the reference is empty"


@rule("COM503", on="ref-list", services=("scielo", "jats4r"), severity=Severity.WARNING)
def references_are_cited(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text cites every reference of the list, with a link.

    Why: readers look for the place that rests on the work; what is never cited is further reading.
    Wrong: <ref-list>… <!-- new --><ref id="B3"><label>3</label>
        <mixed-citation publication-type="book">Hansen P. Quays. Bergen: Harbour Press; 2014.</mixed-citation>
        <element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Hansen</surname>
        <given-names>P</given-names></name></person-group><source>Quays</source><year>2014</year>
        <publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc></element-citation></ref></ref-list>
    Right: <ref-list>…</ref-list>
    Source: SciELO Publishing Schema 1.10, elements_requires_xref_rid
    """
    if not context.all("body"):
        return  # a file of metadata alone cites nothing
    pointed = pointed_at(context)
    named = [(ref, _names(ref)) for ref in el.iterchildren("ref")]
    missed = [ref for ref, names in named if names and pointed.isdisjoint(names)]
    if len(missed) == len(named) > 1:
        yield Hit(f"the text cites none of the {len(missed)} references of this list by a link (<xref>)")
        return
    for ref in missed:
        yield Hit(f"the text never cites this reference: {quoted(work_text(context, ref), 40)}", ref)


def _names(ref: Element) -> list[str]:
    return [name for each in (ref, *citations_of(ref, *_CITED)) if (name := each.get("id"))]


@rule("COM504", on="xref", services=("pmc", "scielo"))
def citation_leads_to_a_reference(el: Element, context: RuleContext) -> Iterator[str]:
    """A link of the kind bibr leads to a reference.

    Why: readers who click on a citation land on a figure or a section.
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
            yield f"the citation leads to {tagged(target)} {name}, which is no reference"


@rule("COM505", on="ref-list", services=("crossref", "scielo"), severity=Severity.WARNING)
def works_are_listed_once(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A work stands in the list once.

    Why: it is counted as cited twice, and readers take it for two works.
    Wrong: <ref id="B2"><label>2</label>
        <mixed-citation publication-type="journal">Osei K, Moreau L. Mud in estuaries. Estuar Res. 2019;8:101-112. doi:
        10.70113/er.2019.101</mixed-citation>
        <element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name><name><surname>Moreau</surname><given-names>L</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    Right: <ref-list>…</ref-list>
    Source: editors' practice
    """
    seen: dict[str, Element] = {}
    found = dois(context)
    for ref in el.iterchildren("ref"):
        keys = [tidy_doi(text_of(each)).lower() for each in found.get(ref, ())]
        if not keys and len(words := work_text(context, ref).casefold().rstrip(".")) >= _ENOUGH:
            keys = [words]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            yield Hit(f"this work is already in the list, as {_named(first)}", ref)
        else:
            seen |= dict.fromkeys(keys, ref)


def _named(ref: Element) -> str:
    label = ref.find("label")
    return f"number {text_of(label)}" if label is not None and text_of(label) else quoted(ref.get("id", ""))


@rule("COM506", on="ref-list", services=("scielo",), severity=Severity.WARNING)
def numbers_go_up_by_one(el: Element) -> Iterator[Hit]:
    """The numbers of the references go up by one.

    Why: a gap or a repeated number says that a reference was lost, or that the text cites the wrong one.
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
            yield Hit(f"number {number} follows number {last}", label)
            return
        last = number


@rule("COM507", on="article", services=("scielo", "crossref"), severity=Severity.WARNING)
def research_has_references(_el: Element, context: RuleContext) -> Iterator[str]:
    """A research or review article has references.

    Why: works that cite nothing stand outside the web of citations; mostly the list was lost on the way.
    Wrong: <article>… <!-- no xref[@ref-type='bibr'] --><!-- no ref-list --></article>
    Right: <article>…</article>
    Source: SciELO Publishing Schema 1.10, ref_list_presence; Crossref, "Participation reports"
    """
    # Works may be cited in footnotes only.
    if context.article_type in _WITH_REFERENCES and not any(context.all(name) for name in (*CITATIONS, "ref")):
        yield "the article has no references (<ref-list>)"


@rule("COM508", on="mixed-citation", services=("crossref", "jats4r"), severity=Severity.WARNING)
def citation_is_one_work(el: Element) -> Iterator[str]:
    """A citation names one work.

    Why: Crossref looks for one work and finds the first of them or none.
    Wrong: <ref id="B1">… <!-- no element-citation --><mixed-citation publication-type="journal">(a) Osei K. Mud. Estuar Res.
        2019;8:101. (b) Moreau L. Silt. Estuar Res. 2020;9:12.</mixed-citation></ref>
    Right: <ref id="B1"><label>1</label><mixed-citation publication-type="journal">Osei K. Mud. Estuar Res. 2019;8:101.
        </mixed-citation><mixed-citation publication-type="journal">Moreau L. Silt. Estuar Res. 2020;9:12.</mixed-citation></ref>
    Source: editors' practice; Crossref, "Depositing references"
    """
    text = text_of(el)
    if "(b)" in text and (parts := _SEVERAL.search(text)) and all(_YEAR.search(part) for part in parts.groups()):
        yield "the citation holds two works, (a) and (b): write one citation for each"
