"""Figures and their groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, is_blank, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.vocab.identifiers import doi_fault

_MEMBERS = {"fig-group": "fig", "table-wrap-group": "table-wrap", "disp-formula-group": "disp-formula"}
_DISPLAYED = ("fig", "table-wrap", "disp-formula", "boxed-text", *_MEMBERS)
_DOI_AT_THE_END = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+$")
_SCIELO_ITEMS = ("fig", "table-wrap")


def is_named(el: Element) -> bool:
    """Whether an object has a label, or a caption with a heading or text, that isn't blank."""
    spoken = (*el.iterchildren("label"), *el.iterfind("caption/title"), *el.iterfind("caption/p"))
    return any(not is_blank(each) for each in spoken)


@rule("COM710", on="fig", services=("jats4r", "scielo"))
def figure_has_its_image(el: Element) -> Iterator[Hit]:
    """A figure must have its image.

    Why: the reader sees a caption without a figure; JATS4R wants a still image beside a film too.
    Wrong: <fig id="f1">… <!-- no graphic --></fig>
    Right: <fig id="f1"><label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: JATS4R Schematron 1.0, display-object-errors; SciELO Publishing Schema 1.10, fig_rules
    """
    if el.find("graphic") is not None or el.find("alternatives/graphic") is not None:
        return
    if el.find("media") is not None or el.find("alternatives/media") is not None:
        message = "the figure has <media>, but no still image: put <media> and a <graphic> into <alternatives>"
        yield Hit(message, services=("jats4r",))
    else:
        yield Hit("the figure has no image: add a <graphic>")


@rule(
    "COM711",
    on=("fig", "table-wrap", "boxed-text", "chem-struct-wrap", *_MEMBERS),
    services=("jats4r", "scielo"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def object_has_an_id(el: Element) -> Iterator[Hit]:
    """A figure, table or box must have an id.

    Why: without one, no link in the text and no list of figures can lead to it.
    Wrong (jats4r): <boxed-text><caption><title>How tides are measured</title></caption><p>With a gauge.</p></boxed-text>
    Wrong (scielo): <sec id="s3">… <!-- new --><table-wrap><label>Table 2</label><caption><title>Levels</title></caption><table>
        <thead><tr><th>Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap></sec>
    Right: <boxed-text id="bx1"><caption><title>How tides are measured</title></caption><p>With a gauge.</p>
        </boxed-text>
    Source: JATS4R Schematron 1.0, display-object-warnings-2; SciELO Publishing Schema 1.10, fig_rules
    """
    if el.get("id"):
        return
    if (el.tag in _MEMBERS or el.tag == "chem-struct-wrap") and not is_named(el):
        return  # a group without words of its own needs no address
    yield Hit(f"{tagged(el)} has no id: add one", services=None if el.tag in _SCIELO_ITEMS else ("jats4r",))


@rule("COM716", on=tuple(_MEMBERS), services=("jats4r",))
def group_has_members_and_a_name(el: Element) -> Iterator[str]:
    """A group of figures, tables or formulas must have a label or caption, and at least two members that have one too.

    Why: programs that list the figures count a group as one; a group of one hides its figure.
    Wrong: <fig-group id="fg1"><label>Figure 2</label><caption><title>Two harbours</title></caption><fig id="f2">
        <label>A</label>
        <graphic xlink:href="jts-15-gf02.jpg"><alt-text>The outer harbour.</alt-text></graphic></fig></fig-group>
    Right: <fig-group id="fg1"><label>Figure 2</label><caption><title>Two harbours</title></caption><fig id="f2">
        <label>A</label>
        <graphic xlink:href="jts-15-gf02.jpg"><alt-text>The outer harbour.</alt-text></graphic></fig><fig id="f3">
        <label>B</label>
        <graphic xlink:href="jts-15-gf03.jpg"><alt-text>The inner harbour.</alt-text></graphic></fig></fig-group>
    Source: JATS4R Schematron 1.0, display-object-errors
    """
    kind = _MEMBERS[str(el.tag)]
    members = [each for each in el.iterchildren(kind) if kind == "disp-formula" or is_named(each)]
    if len(members) < 2:
        named = "" if kind == "disp-formula" else " with a label or caption"
        yield f"{tagged(el)} has {len(members) or 'no'} <{kind}>{named}: add what is missing, or take it out of the group"
    if not is_named(el):
        yield f"{tagged(el)} has no label and no caption of its own: add one"


@rule("COM717", on="object-id", services=("jats4r",))
def object_doi_is_well_formed(el: Element) -> Iterator[Hit]:
    """The DOI of a figure, table or other object must have the form of a DOI.

    Why: the object cannot be found by it, and the deposit of its DOI fails.
    Wrong: <fig id="f1"><object-id pub-id-type="doi">jts.2024.15.g001</object-id>
        <label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Right: <fig id="f1"><object-id pub-id-type="doi">10.70112/jts.2024.15.g001</object-id>
        <label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: JATS4R Schematron 1.0, display-object-errors
    """
    value = text_of(el)
    if el.get("pub-id-type") != "doi" or not value or parent_name(el) not in _DISPLAYED:
        return
    if not _DOI_AT_THE_END.search(value):
        fault = doi_fault(value) or "has characters that JATS4R does not take"
        yield Hit(f"the DOI {quoted(value)} {fault}: write a DOI such as 10.70112/jts.15.g001")


@rule("PMC710", on="graphic/@alt-version", services=("pmc",))
def other_version_is_there(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A graphic that says it has another form must have it (NLM 2.x).

    Why: PMC looks for the other form and finds none.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg" alt-version="yes"/>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg" alt-version="no"/>
    Source: PMC Style Checker 5.31, graphic-alt-version-check
    """
    if el.get("alt-version") != "yes":
        return
    others = {each.get("alternate-form-of") for each in context.group("@alternate-form-of")}
    if el.get("id") not in others:
        yield Hit(
            'no other form of the graphic names it in alternate-form-of: write alt-version="no"',
            attribute="alt-version",
        )


closed_list(
    Row(
        "SPS710",
        on="fig/@fig-type",
        services=("scielo",),
        page="""The type of a figure must be one that SciELO knows.

        Why: SciELO lists and shows figures by their type.
        Wrong: <fig id="f1" fig-type="photo">…</fig>
        Right: <fig id="f1" fig-type="chart">… <label>Figure 1</label></fig>
        Source: SciELO Publishing Schema 1.10, fig_rules
        """,
    ),
    ("graphic", "chart", "diagram", "drawing", "illustration", "map"),
)


@rule("SPS711", on="fig-group/fig", services=("scielo",))
def figures_of_a_group_have_languages(el: Element) -> Iterator[str]:
    """Figures in a group, which are one figure in several languages, must state their language.

    Why: SciELO shows the one in the reader's language.
    Wrong: <sec id="s3">… <!-- new --><p>See <xref ref-type="fig" rid="f21">Figure 2</xref> and
        <xref ref-type="fig" rid="f22">Figura 2</xref>.</p><!-- new --><fig-group id="f2">
        <fig id="f21"><label>Figure 2</label><caption><title>The harbour</title></caption>
        <graphic id="g2" xlink:href="jts-15-gf02.jpg"><alt-text>A harbour.</alt-text></graphic></fig>
        <fig id="f22" xml:lang="es">
        <label>Figura 2</label><caption><title>El puerto</title></caption>
        <graphic id="g3" xlink:href="jts-15-gf03.jpg"><alt-text>Un puerto.</alt-text></graphic></fig></fig-group></sec>
    Right: <sec id="s3">… <!-- new --><p>See <xref ref-type="fig" rid="f21">Figure 2</xref> and
        <xref ref-type="fig" rid="f22">Figura 2</xref>.</p><!-- new --><fig-group id="f2">
        <fig id="f21" xml:lang="en"><label>Figure 2</label><caption><title>The harbour</title>
        </caption>
        <graphic id="g2" xlink:href="jts-15-gf02.jpg"><alt-text>A harbour.</alt-text></graphic></fig>
        <fig id="f22" xml:lang="es">
        <label>Figura 2</label><caption><title>El puerto</title></caption>
        <graphic id="g3" xlink:href="jts-15-gf03.jpg"><alt-text>Un puerto.</alt-text></graphic></fig></fig-group></sec>
    Source: SciELO Publishing Schema 1.10, xml_lang_in_fig_group
    """
    if not el.get(XML_LANG):
        yield 'the figure in a <fig-group> has no xml:lang: state its language, such as xml:lang="es"'


@rule("SPS712", on="/", services=("scielo",), severity=Severity.WARNING)
def research_has_figures(el: Element, context: RuleContext) -> Iterator[str]:
    """A research article has no figure.

    Why: most research articles have figures; if there are none, they were often left out by mistake.
    Wrong: <sec id="s3" sec-type="results"><title>Results</title><p>The load is highest in spring, as
        <xref ref-type="table" rid="t1">Table 1</xref> and <xref ref-type="supplementary-material"
        rid="suppl1">File S1</xref> show.
        </p><table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th></tr>
        </thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap></sec>
    Right: <fig id="f1"><label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: SciELO Publishing Schema 1.10, fig_rules
    """
    if context.article_type == "research-article" and not context.all("fig"):
        yield "this research article has no figure: check that none was left out"
