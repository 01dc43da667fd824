"""Figures, their groups and their files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, XML_LANG, Element, is_blank, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.vocab.identifiers import doi_fault, tidy_doi

_EXTENSION = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,3})$")
_IMAGES = ("jpg", "jpeg", "png", "tif", "tiff", "svg")
_MEMBERS = {"fig-group": "fig", "table-wrap-group": "table-wrap", "disp-formula-group": "disp-formula"}


def is_named(el: Element) -> bool:
    """Whether an object has a label, or a caption with a heading or text, that isn't blank."""
    spoken = (*el.iterchildren("label"), *el.iterfind("caption/title"), *el.iterfind("caption/p"))
    return any(not is_blank(each) for each in spoken)


@rule("COM710", on="fig", services=("jats4r", "scielo"))
def figure_has_its_image(el: Element) -> Iterator[str]:
    """A figure has its image, or its film.

    Why: the reader sees a caption and nothing above it.
    Wrong: <fig id="f1">… <!-- no graphic --></fig>
    Right: <fig id="f1"><label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: JATS4R Schematron 1.0, display-object-errors; SciELO Publishing Schema 1.10, fig_rules
    """
    if next(el.iter("graphic", "media", "inline-graphic"), None) is None:
        yield "the figure has no <graphic> and no <media>"


@rule(
    "COM711",
    on=("fig", "table-wrap", "boxed-text", "chem-struct-wrap", *_MEMBERS),
    services=("jats4r", "scielo"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def object_has_an_id(el: Element) -> Iterator[str]:
    """A figure, table or box has an id.

    Why: nothing can point to it: no link in the text, no DOI, no index of figures.
    Wrong: <boxed-text><caption><title>How tides are measured</title></caption><p>With a gauge.</p></boxed-text>
    Right: <boxed-text id="bx1"><caption><title>How tides are measured</title></caption><p>With a gauge.</p>
        </boxed-text>
    Source: JATS4R Schematron 1.0, display-object-warnings-2; SciELO Publishing Schema 1.10, fig_rules
    """
    if el.get("id"):
        return
    if (el.tag in _MEMBERS or el.tag == "chem-struct-wrap") and not is_named(el):
        return  # a group without words of its own needs no address
    yield f"{tagged(el)} has no id"


@rule(
    "COM713",
    on=("graphic", "inline-graphic", "media", "supplementary-material", "inline-supplementary-material"),
    services=("pmc", "scielo"),
)
def file_is_named(el: Element) -> Iterator[Hit]:
    """The name of a file is not empty and has no blanks around it.

    Why: the file isn't found in the package, and the article is sent back.
    Wrong: <graphic id="g1" xlink:href=" jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Wrong: <graphic id="g1" xlink:href=""><alt-text>A curve with its peak in April.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: PMC Style Checker 5.31, href-content-check
    """
    value = el.get(HREF)
    if value is None or (value and value == value.strip()):
        return
    if not value.strip():
        yield Hit(f"xlink:href of {tagged(el)} is empty: name the file", attribute="xlink:href")
    else:
        fix = Fix(value, value.strip())
        yield Hit(f"the file name {quoted(value)} has blanks around it", attribute="xlink:href", fix=fix)


@rule("COM714", on="graphic/@xlink:href", services=("scielo", "pmc"), severity=Severity.WARNING)
def image_has_a_known_form(el: Element) -> Iterator[Hit]:
    """The file of an image is named with its extension: jpg, png, tif or svg; PMC takes gif and eps too.

    Why: a file of another form, or of a form that nobody knows, can't be shown.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.bmp"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.png"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: SciELO Publishing Schema 1.10, graphic_rules; PMC, "Naming and Delivery Specifications"
    """
    value = el.get(HREF, "").strip()
    found = _EXTENSION.search(value)
    kind = found[1].lower() if found else ""
    if not value or kind in _IMAGES:
        return
    if found is None:
        yield Hit(f"the image {quoted(value)} is named without its extension", attribute="xlink:href")
    else:
        services = ("scielo",) if kind in ("gif", "eps") else None
        message = f"the image {quoted(value)} is of the form {kind}; deliver jpg, png or tif"
        yield Hit(message, attribute="xlink:href", services=services)


@rule("COM716", on=tuple(_MEMBERS), services=("jats4r",))
def group_has_members_and_a_name(el: Element) -> Iterator[str]:
    """A group of figures, tables or formulas has at least two of them, each with label or caption, and one of its own.

    Why: who lists the figures counts groups as one; a group of one hides the figure in it.
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
        yield f"{tagged(el)} has {len(members) or 'no'} <{kind}>{named}; a group has two or more"
    if not is_named(el):
        yield f"{tagged(el)} has neither label nor caption of its own"


@rule("COM717", on="object-id", services=("jats4r", "pmc"))
def object_doi_is_well_formed(el: Element) -> Iterator[Hit]:
    """The DOI of a figure, table or other object is written bare and has the form of one.

    Why: the object can't be found by it, and the deposit of its DOI fails.
    Wrong: <fig id="f1"><object-id pub-id-type="doi">https://doi.org/10.70112/jts.2024.15.g001</object-id>
        <label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Right: <fig id="f1"><object-id pub-id-type="doi">10.70112/jts.2024.15.g001</object-id>
        <label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: JATS4R Schematron 1.0, display-object-errors; PMC Style Checker 5.31, doi-check
    """
    # For the other services COM011 speaks.
    value = "".join(el.itertext())
    if el.get("pub-id-type") != "doi" or not value.strip():
        return
    if fault := doi_fault(value):
        yield Hit(f"the DOI {quoted(value)} {fault}")
    elif (bare := tidy_doi(value)) != value.strip():
        yield Hit(f"the DOI is {quoted(value)}; write {bare}", fix=Fix(value, bare))


@rule("PMC710", on="graphic/@alt-version", services=("pmc",))
def other_version_is_there(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A graphic that says it has another form has it (NLM 2.x).

    Why: PMC looks for the other form and finds none.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg" alt-version="yes"/>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg" alt-version="no"/>
    Source: PMC Style Checker 5.31, graphic-alt-version-check
    """
    if el.get("alt-version") != "yes":
        return
    others = {each.get("alternate-form-of") for each in context.group("@alternate-form-of")}
    if el.get("id") not in others:
        yield Hit("no other form of the graphic names it in alternate-form-of", attribute="alt-version")


closed_list(
    Row(
        "SPS710",
        on="fig/@fig-type",
        services=("scielo",),
        page="""The type of a figure is one that SciELO knows.

        Why: SciELO lists and shows figures by their type.
        Wrong: <fig id="f1" fig-type="photo">… </fig>
        Right: <fig id="f1" fig-type="chart">… </fig>
        Source: SciELO Publishing Schema 1.10, fig_rules
        """,
    ),
    ("graphic", "chart", "diagram", "drawing", "illustration", "map"),
)


@rule("SPS711", on="fig-group/fig", services=("scielo",))
def figures_of_a_group_have_languages(el: Element) -> Iterator[str]:
    """Figures in a group, which are one figure in several languages, say their language.

    Why: SciELO shows the one in the reader's language.
    Wrong: <fig-group id="f2"><fig id="f21"><label>Figure 2</label><caption><title>The harbour</title></caption>
        <graphic xlink:href="jts-15-gf02.jpg"><alt-text>A harbour.</alt-text></graphic></fig>
        <fig id="f22" xml:lang="es">
        <label>Figura 2</label><caption><title>El puerto</title></caption>
        <graphic xlink:href="jts-15-gf03.jpg"><alt-text>Un puerto.</alt-text></graphic></fig></fig-group>
    Right: <fig-group id="f2"><fig id="f21" xml:lang="en"><label>Figure 2</label><caption><title>The harbour</title>
        </caption>
        <graphic xlink:href="jts-15-gf02.jpg"><alt-text>A harbour.</alt-text></graphic></fig>
        <fig id="f22" xml:lang="es">
        <label>Figura 2</label><caption><title>El puerto</title></caption>
        <graphic xlink:href="jts-15-gf03.jpg"><alt-text>Un puerto.</alt-text></graphic></fig></fig-group>
    Source: SciELO Publishing Schema 1.10, xml_lang_in_fig_group
    """
    if not el.get(XML_LANG):
        yield "the figure of a group has no xml:lang"


@rule("SPS712", on="/", services=("scielo",), severity=Severity.INFO)
def research_has_figures(el: Element, context: RuleContext) -> Iterator[str]:
    """A research article has a figure; where it has none, this says so.

    Why: most have some; where all are missing they were often left out by mistake.
    Wrong: <sec id="s3" sec-type="results"><title>Results</title><p>The load is highest in spring, as
        <xref ref-type="table" rid="t1">Table 1</xref> and <xref ref-type="supplementary-material"
        rid="suppl1">File S1</xref> show.
        </p><table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th></tr>
        </thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap></sec>
    Right: <fig id="f1">… </fig>
    Source: SciELO Publishing Schema 1.10, fig_rules
    """
    if context.article_type == "research-article" and not context.all("fig"):
        yield "there is no figure in this research article"
