"""Figures and tables that are kept apart from the text: display objects and floats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, elements_of, parent_name, tagged, within
from jats.rules.engine.registry import Hit, rule

_OBJECTS = frozenset(("fig", "table-wrap", "fig-group", "table-wrap-group"))
_HEADS = frozenset(("label", "title", "sec-meta"))
_DISPLAY = "display-objects"
_EXTENDED = "extended-data"
_EXTENDED_LABEL = re.compile(r"extended data\b", re.IGNORECASE)


def _floats(el: Element) -> bool:
    """Whether an object floats, as it does by the schema's default."""
    return el.get("position", "float") == "float"


@rule("PMC602", on="sec/@sec-type", services=("pmc",))
def display_objects_float_in_the_back(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A section of display objects must be in the back matter, and must hold only floating figures and tables.

    Why: PMC takes the objects from there and places them itself; text among them is lost.
    Wrong: <body>… <!-- new --><sec sec-type="display-objects"><title>Figures</title><fig id="f9" position="float">
        <label>Figure 9</label><caption><title>Quay</title></caption><graphic xlink:href="jts-15-gf09.jpg"/></fig></sec></body>
    Wrong: <back>… <!-- new --><sec sec-type="display-objects"><title>Figures</title><p>See the plates.</p></sec></back>
    Right: <back>… <!-- new --><sec sec-type="display-objects"><title>Figures</title><fig id="f9" position="float">
        <label>Figure 9</label><caption><title>Quay</title></caption><graphic xlink:href="jts-15-gf09.jpg"/></fig></sec></back>
    Source: PMC Style Checker 5.31, display-object-sec-check
    """
    if el.get("sec-type") != _DISPLAY or (context.is_manuscript and context.version >= (1, 0)):
        return  # PMC605 reports those of manuscripts
    content = [child for child in elements_of(el) if child.tag not in _HEADS]
    strange = next((child for child in content if child.tag not in _OBJECTS or not _floats(child)), None)
    if parent_name(el) not in ("back", "sec"):
        yield Hit(
            f"the section of display objects is in <{parent_name(el)}>: move its figures and tables to <floats-group>"
        )
    elif strange is not None:
        yield Hit(
            f"{tagged(strange)} in the section of display objects is not a floating figure or table: move it out",
            strange,
        )
    elif not content:
        yield Hit("the section of display objects is empty: remove it")


@rule("PMC603", on=("floats-group", "floats-wrap"), services=("pmc",))
def floats_float(el: Element) -> Iterator[Hit]:
    """The group of floats must not be empty, and everything in it must float.

    Why: an anchored object has its place in the text, but here it is outside of the text.
    Wrong: <floats-group><fig id="f9" position="anchor"><label>Figure 9</label><caption><title>Quay</title></caption>
        <graphic xlink:href="jts-15-gf09.jpg"/></fig></floats-group>
    Right: <floats-group><fig id="f9" position="float"><label>Figure 9</label><caption><title>Quay</title></caption>
        <graphic xlink:href="jts-15-gf09.jpg"/></fig></floats-group>
    Source: PMC Style Checker 5.31, floats-wrap-check
    """
    content = list(elements_of(el))
    if not content:
        yield Hit(f"{tagged(el)} is empty: remove it")
    for child in content:
        if not _floats(child):
            position = quoted(child.get("position", ""))
            yield Hit(f'{tagged(child)} has position {position}: write position="float"', child, "position")


@rule("PMC604", on="/", services=("pmc",))
def extended_data_have_their_section(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript, extended data must be anchored in a section of that type and title.

    Why: PMC shows them below the article, as the journal does.
    Wrong (manuscript): <back>… <!-- new --><sec sec-type="extended-data" id="S9"><title>More figures</title><p>See
        <xref ref-type="fig" rid="F9">Extended Data Fig. 1</xref>.</p><fig id="F9" position="anchor">
        <label>Extended Data Fig. 1</label><caption><title>Quay</title></caption>
        <graphic xlink:href="jts-15-gf09.jpg"/></fig></sec></back>
    Right (manuscript): <back>… <!-- new --><sec sec-type="extended-data" id="S9"><title>Extended Data</title><p>See
        <xref ref-type="fig" rid="F9">Extended Data Fig. 1</xref>.</p><fig id="F9" position="anchor">
        <label>Extended Data Fig. 1</label><caption><title>Quay</title></caption>
        <graphic xlink:href="jts-15-gf09.jpg"/></fig></sec></back>
    Source: PMC Style Checker 5.31, ms-extended-data-test and ms-extended-data-sec-test
    """
    if not context.is_manuscript:
        return
    for section in context.group("sec/@sec-type"):
        if section.get("sec-type") == _EXTENDED:
            yield from _extended_faults(section)
    for name in ("fig", "table-wrap"):
        for el in context.all(name):
            label = child_text(el, "label") or ""
            around = (each.get("sec-type") for each in el.iterancestors("sec"))
            if _EXTENDED_LABEL.match(label) and _EXTENDED not in around:
                yield Hit(f'{quoted(label)} is outside of <sec sec-type="{_EXTENDED}">: move it there', el)


def _extended_faults(section: Element) -> Iterator[Hit]:
    objects = list(section.iter("fig", "table-wrap"))
    if (child_text(section, "title") or "").casefold() != "extended data":
        yield Hit("the section of extended data has another title: write <title>Extended Data</title>", section)
    if not objects:
        yield Hit("the section of extended data has no figure and no table: remove it", section)
    for el in objects:
        if el.get("position") != "anchor":
            yield Hit(f'{tagged(el)} in the section of extended data is not anchored: write position="anchor"', el)


@rule("PMC605", on="article", services=("pmc",))
def floats_of_manuscripts_are_grouped(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript must have its floating figures and tables in `<floats-group>`.

    Why: PMC takes them from there and places them itself.
    Wrong (manuscript): <article>… <!-- no floats-group --><sec sec-type="results" id="s3"><title>Results</title><p>The load
        is highest in spring (<xref ref-type="fig" rid="F9">Figure 9</xref>,
        <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>).</p><fig id="F9" position="float">
        <label>Figure 9</label><caption><title>Quay</title></caption><graphic xlink:href="jts-15-gf09.jpg"/></fig></sec></article>
    Right (manuscript): <floats-group><fig id="f1" position="float"><label>Figure 1</label><caption>
        <title>Load of sediments by month</title></caption><graphic xlink:href="jts-15-gf01.jpg"/></fig>
        <table-wrap id="t1" position="float"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap></floats-group>
    Source: PMC Style Checker 5.31, ms-floats-group-test and ms-back-display-object-test
    """
    if not context.is_manuscript:
        return
    is_nlm = (0, 0) < context.version < (1, 0)
    displays = [each for each in context.group("sec/@sec-type") if each.get("sec-type") == _DISPLAY]
    if displays and not is_nlm:
        yield "an author manuscript has a section of display objects: move its figures and tables to <floats-group>"
        return
    grouped = bool(displays) if is_nlm else el.find("floats-group") is not None
    floating = any(
        _floats(each) and not within(each, "boxed-text") for name in ("fig", "table-wrap") for each in context.all(name)
    )
    if floating and not grouped:
        wanted = f'<sec sec-type="{_DISPLAY}"> in <back>' if is_nlm else "<floats-group>"
        yield f"floating figures and tables of the manuscript are outside of {wanted}: move them there"
