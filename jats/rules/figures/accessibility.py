"""What readers who can't see or hear need: descriptions, transcripts, links that say where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, XLINK_TITLE, Element, ancestor, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden

_ADDRESS = ("http://", "https://", "ftp://", "sftp://")
_NAMES = ("accessibilityFeature", "accessibilityHazard", "accessibilitySummary")
_DECORATION = "null"
_SHORT = 120
"""What SciELO takes as the border between a short description and a long one, in characters."""


@rule("COM720", on="graphic", services=("jats4r", "scielo"), severities={"scielo": Severity.WARNING})
def image_has_a_short_description(el: Element) -> Iterator[Hit]:
    """An image has a short description, or the word null where it only decorates.

    Why: who can't see the image is told its file name, or nothing.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg"/>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>null</alt-text></graphic>
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, accessibility_data_rules
    """
    if el.find("alt-text") is None:
        # SciELO wants no description of alternatives: SPS701.
        services = ("jats4r",) if parent_name(el) == "alternatives" else None
        yield Hit("the image has no <alt-text>", services=services)


@rule("COM721", on="alt-text", services=("jats4r", "scielo"), severity=Severity.WARNING)
def short_description_says_something(el: Element) -> Iterator[str]:
    """A short description is not empty, at most 120 characters long, and no copy of label or caption.

    Why: a screen reader reads caption and description one after the other, and can't pause in the description.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text/></graphic>
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>Load of sediments by month</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: JATS4R Schematron 1.0, accessibility-warnings; SciELO Publishing Schema 1.10, accessibility_data_rules
    """
    text = text_of(el)
    if not text:
        yield 'the description is empty; write "null" where the image only decorates'
    elif same := _copied(el, text):
        yield f"the description repeats the {same}: say what is to be seen"
    elif len(text) > _SHORT:
        yield f"the description has {len(text)} characters, more than {_SHORT}: put what is longer into <long-desc>"


@rule("COM722", on="long-desc", services=("jats4r", "scielo"), severity=Severity.WARNING)
def long_description_adds_to_the_short(el: Element) -> Iterator[Hit]:
    """A long description is longer than 120 characters, no copy, in one place, and not beside "null".

    Why: it is for what the short description leaves out; twice the same is read twice.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>null</alt-text>
        <long-desc>The curve of the load begins low in
        January, rises steeply from the end of February, has its peak in April, and falls slowly until
        December.</long-desc>
        </graphic>
    Wrong (scielo): <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve.</alt-text>
        <long-desc>A peak.</long-desc>
        </graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text>
        <long-desc>The curve
        of the load begins low in January, rises steeply from the end of February, has its peak in April, and falls slowly
        until December.</long-desc></graphic>
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, accessibility_data_rules
    """
    text, owner = text_of(el), el.getparent()
    short = None if owner is None else owner.find("alt-text")
    if text and (same := _copied(el, text)):
        yield Hit(f"the long description repeats the {same}")
    elif text and short is not None and text_of(short) == text:
        yield Hit("the long description repeats the short one")
    elif short is not None and text_of(short).lower() == _DECORATION:
        yield Hit('the image is said to be decoration ("null"), yet has a long description')
    elif len(text) <= _SHORT:
        message = f"the long description has {len(text)} characters; up to {_SHORT} are for <alt-text>"
        yield Hit(message, services=("scielo",))
    if owner is not None and owner.tag in ("graphic", "media") and (above := _described_above(owner)) is not None:
        yield Hit(f"{tagged(above)} around the image has a long description too: keep one", severity=Severity.ERROR)


def _copied(el: Element, text: str) -> str | None:
    """What a description repeats of the words of its figure or table, if it does."""
    around = ancestor(el, "fig", "table-wrap", "boxed-text", "supplementary-material", "disp-formula")
    if around is None:
        return None
    words = {"label": ("label",), "caption": ("caption", "caption/title", "caption/p")}
    for name, paths in words.items():
        found = (around.find(path) for path in paths)
        if any(each is not None and text_of(each).rstrip(".") == text.rstrip(".") for each in found):
            return name
    return None


def _described_above(image: Element) -> Element | None:
    around = image.getparent()
    if around is not None and around.tag == "alternatives":
        around = around.getparent()
    return around if around is not None and around.find("long-desc") is not None else None


@rule("COM723", on="table", services=("jats4r", "scielo"))
def table_has_header_cells(el: Element) -> Iterator[str]:
    """A table has header cells.

    Why: a screen reader says with each value which column it is in; without headers it can't.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><tbody><tr>
        <td>Mouth</td>
        <td>2.1</td></tr></tbody></table></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        <th>Level</th></tr></thead><tbody><tr><td>Mouth</td><td>2.1</td></tr></tbody></table></table-wrap>
    Source: JATS4R Schematron 1.0, accessibility-errors
    """
    if next(el.iter("th"), None) is None:
        yield "the table has no header cells (<th>)"


@rule(
    "COM724",
    on=("ext-link", "uri", "self-uri"),
    services=("jats4r", "scielo"),
    severities={"scielo": Severity.WARNING},
)
def link_says_where_it_leads(el: Element) -> Iterator[Hit]:
    """A link has words that say where it leads, or a title.

    Why: a screen reader lists the links of a page; a list of addresses, or of nothing, says nothing.
    Wrong: <ext-link ext-link-type="uri"
        xlink:href="https://www.tidal-studies.org/tables">https://www.tidal-studies.org/tables
        </ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">the tide tables</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables" xlink:title="Tide tables"
        >https://www.tidal-studies.org/tables</ext-link>
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, ext_link_rules
    """
    if el.get(XLINK_TITLE):
        return
    text = text_of(el)
    services = None if el.tag == "ext-link" else ("jats4r",)
    if not text:
        if len(el) == 0:
            yield Hit(f"{tagged(el)} has no words and no xlink:title", services=services)
    elif text == el.get(HREF) or text.startswith(_ADDRESS):
        yield Hit(f"the link shows its address, {quoted(text)}: write words, or an xlink:title", services=services)


forbidden(
    Row(
        "J4R721",
        on="private-char",
        services=("jats4r",),
        page="""A character is a character, not an image of one.

        Why: an image is not read aloud, not found by a search, and lost in exports.
        Wrong: <private-char description="capital phi"><inline-graphic xlink:href="phi.gif"/></private-char>
        Right: <italic>Φ</italic>
        Source: JATS4R Schematron 1.0, accessibility-errors
        """,
    ),
    "write the Unicode character",
)


@rule("J4R722", on="alternatives/textual-form", services=("jats4r",))
def text_is_no_stand_in(el: Element) -> Iterator[str]:
    """A figure is described in alt-text or long-desc, and a formula is written in MathML, not in a textual form.

    Why: screen readers know where descriptions stand, and how to read MathML aloud.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg">
        <alt-text>A curve with its peak in April.</alt-text></graphic><textual-form>A curve</textual-form>
        </alternatives></fig>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg">
        <alt-text>A curve with its peak in April.</alt-text></graphic><graphic xlink:href="jts-15-gf01.tif">
        <alt-text>A curve with its peak in April.</alt-text></graphic></alternatives></fig>
    Source: JATS4R Schematron 1.0, accessibility-errors
    """
    if within(el, "disp-formula", "inline-formula"):
        yield "the formula has a textual form: write it in MathML"
    elif within(el, "fig", "fig-group"):
        yield "the figure has a textual form: describe it in <alt-text> or <long-desc>"


@rule("J4R723", on="custom-meta-group", services=("jats4r",))
def accessibility_data_are_found(el: Element) -> Iterator[Hit]:
    """What is accessible is told in processing-meta, in the words of schema.org.

    Why: shops and libraries filter by these words; elsewhere, or in other words, they are not seen.
    Wrong: <article>… <processing-meta><custom-meta-group content-type="accessibility-metadata">
        <custom-meta vocab="schema.org">
        <meta-name>a11yFeature</meta-name><meta-value>alternativeText</meta-value></custom-meta></custom-meta-group>
        </processing-meta></article>
    Wrong: <article-meta>… <!-- new --><custom-meta-group content-type="accessibility-metadata">
        <custom-meta vocab="schema.org">
        <meta-name>accessibilityFeature</meta-name><meta-value>alternativeText</meta-value></custom-meta>
        </custom-meta-group>
        </article-meta>
    Right: <article>… <processing-meta><custom-meta-group content-type="accessibility-metadata">
        <custom-meta vocab="schema.org">
        <meta-name>accessibilityFeature</meta-name><meta-value>alternativeText</meta-value></custom-meta>
        </custom-meta-group>
        </processing-meta></article>
    Source: JATS4R Schematron 1.0, accessibility-errors
    """
    if el.get("content-type") != "accessibility-metadata":
        return
    if parent_name(el) != "processing-meta":
        yield Hit("accessibility data stand outside of <processing-meta>")
        return
    for data in el.iterchildren("custom-meta"):
        name = data.find("meta-name")
        if name is None or text_of(name) not in _NAMES:
            said = "" if name is None else text_of(name)
            yield Hit(f"{quoted(said)} is none of {', '.join(_NAMES)}", data)
        elif data.get("vocab") != "schema.org":
            yield Hit(
                "the vocabulary of accessibility data is schema.org", data, "vocab" if data.get("vocab") else None
            )


@rule("SPS720", on=("media", "alt-text", "long-desc", "sec"), services=("scielo",), severity=Severity.WARNING)
def films_have_transcripts(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A film or recording links to its transcript, in which every speech has its speaker; a machine's words are marked as such.

    Why: who can't hear or see the film reads it; who reads it must know who speaks, and whether a person wrote it down.
    Wrong: <media id="v1" mimetype="video" mime-subtype="mp4" xlink:href="jts-15-v1.mp4">
        <alt-text>A spring tide.</alt-text></media>
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg">
        <alt-text content-type="robot">A curve with its peak in April.</alt-text>
        </graphic>
    Right: <media id="v1" mimetype="video" mime-subtype="mp4" xlink:href="jts-15-v1.mp4">
        <alt-text>A spring tide.</alt-text>
        <xref ref-type="sec" rid="s3">Transcript</xref></media>
    Source: SciELO Publishing Schema 1.10, accessibility_data_rules
    """
    if el.tag == "media":
        if el.get("mimetype") in ("video", "audio") and not _links_to_a_section(el, context):
            yield Hit(f"the {el.get('mimetype')} links to no section with its transcript")
    elif el.tag != "sec":
        kind = el.get("content-type")
        if kind and kind != "machine-generated":
            message = f'content-type {quoted(kind)}: the only one is "machine-generated"'
            yield Hit(message, attribute="content-type")
    elif el.get("sec-type") == "transcript":
        for speech in el.iter("speech"):
            if speech.find("speaker") is None or speech.find("p") is None:
                yield Hit("a speech of the transcript has no speaker or no words", speech)


def _links_to_a_section(el: Element, context: RuleContext) -> bool:
    targets = (context.ids.get(each.get("rid", "")) for each in el.iter("xref"))
    return any(target is not None and target.tag == "sec" for target in targets)
