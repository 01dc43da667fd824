"""Help for readers who cannot see or hear: descriptions, transcripts, links that say where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, XLINK_TITLE, Element, ancestor, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden

_ADDRESS = ("http://", "https://", "ftp://", "sftp://")
_NAMES = ("accessibilityFeature", "accessibilityHazard", "accessibilityStatement")
_DECORATION = "null"
_SHORT = 120
"""What SciELO takes as the border between a short description and a long one, in characters."""


@rule(
    "COM720",
    on=("graphic", "inline-graphic", "media"),
    services=("jats4r", "scielo"),
    severities={"scielo": Severity.WARNING},
)
def image_has_a_short_description(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An image must have a short description of its own, or the word null if it only decorates.

    Why: a screen reader says the file name of the image, or nothing.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg"/>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>null</alt-text></graphic>
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, accessibility_data_rules
    """
    if el.find("alt-text") is not None:
        return
    # SciELO does not want descriptions in alternatives: SPS701.
    services = (
        *(("jats4r",) if el.tag == "graphic" else ()),
        *(("scielo",) if parent_name(el) != "alternatives" else ()),
    )
    around = ancestor(el, "fig")
    if around is not None and context.child(around, "alt-text") is not None:
        wanted = f"move the one of {tagged(around)} into it"
    else:
        wanted = "say in a few words what it shows, or write null if it only decorates"
    if services:
        yield Hit(f"{tagged(el)} has no <alt-text>: {wanted}", services=services)


@rule(
    "COM721",
    on="alt-text",
    services=("jats4r", "scielo"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def short_description_says_something(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A short description must not be empty, longer than 120 characters, or a copy of the label or caption.

    Why: a screen reader reads caption and description one after the other, and cannot pause in the description.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>Load of sediments by month</alt-text></graphic>
    Wrong (jats4r): <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text/></graphic>
    Wrong (scielo): <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>The curve of the load begins low in January, rises
        steeply from the end of February, has its peak in April, and falls slowly until December.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: JATS4R Schematron 1.0, accessibility-warnings; SciELO Publishing Schema 1.10, accessibility_data_rules
    """
    text = text_of(el)
    if not text:
        message = "the <alt-text> is empty: say what the image shows, or write null if it only decorates"
        yield Hit(message, severity=Severity.WARNING)
    elif same := _copied(el, text, context):
        # Labels are SciELO's concern, paragraphs of captions JATS4R's.
        services = {"label": ("scielo",), "first paragraph of the caption": ("jats4r",)}.get(same)
        message = f"the <alt-text> repeats the {same}: say what the image shows"
        yield Hit(message, services=services, severity=Severity.WARNING)
    elif len(text) > _SHORT:
        message = f"the <alt-text> has {len(text)} characters, more than {_SHORT}: move the rest into <long-desc>"
        yield Hit(message, services=("scielo",))


@rule("COM722", on="long-desc", services=("jats4r", "scielo"))
def long_description_adds_to_the_short(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A long description must be in one place only; for SciELO, it must be longer than 120 characters and not a copy.

    Why: it is for what the short description leaves out; the same text twice is read twice.
    Wrong (jats4r): <fig id="f1"><label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <long-desc>The curve begins low in January and has its peak in April.</long-desc>
        <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve.</alt-text>
        <long-desc>The curve begins low in January, and falls slowly until December.</long-desc></graphic></fig>
    Wrong (scielo): <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>null</alt-text>
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
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, long_desc rules
    """
    owner = el.getparent()
    if (
        owner is not None
        and owner.tag in ("graphic", "media")
        and (above := _described_above(owner, context)) is not None
    ):
        message = f"{tagged(owner)} and the {tagged(above)} around it both have a <long-desc>: keep one"
        yield Hit(message, services=("jats4r",))
    if owner is None:
        return
    if context.child(owner, "long-desc") is not el:
        yield Hit(f"{tagged(owner)} has a second <long-desc>: keep one", services=("scielo",))
    else:
        yield from _long_description_for_scielo(el, owner, context)


def _long_description_for_scielo(el: Element, owner: Element, context: RuleContext) -> Iterator[Hit]:
    text, short = text_of(el), context.child(owner, "alt-text")
    services = ("scielo",)
    if short is not None and text_of(short).lower() == _DECORATION:
        message = (
            "the <alt-text> says null, for decoration, but there is a <long-desc>: describe the image or remove it"
        )
        yield Hit(message, services=services, severity=Severity.WARNING)
    elif text and (same := _copied(el, text, context)):
        message = f"the <long-desc> repeats the {same}: say what the image shows"
        yield Hit(message, services=services, severity=Severity.WARNING)
    elif len(text) <= _SHORT:
        message = f"the <long-desc> has {len(text)} characters: up to {_SHORT}, write <alt-text> instead"
        yield Hit(message, services=services)


def _copied(el: Element, text: str, context: RuleContext) -> str | None:
    """What a description repeats of the words of its figure or table, if it does."""
    around = ancestor(el, "fig", "table-wrap", "boxed-text", "supplementary-material", "disp-formula")
    if around is None:
        return None
    paths = {"title of the caption": "caption/title", "first paragraph of the caption": "caption/p", "label": "label"}
    for name, path in paths.items():
        found = context.child_text(around, path)
        if found is not None and found.rstrip(".") == text.rstrip("."):
            return name
    return None


def _described_above(image: Element, context: RuleContext) -> Element | None:
    around = image.getparent()
    if around is not None and around.tag == "alternatives":
        around = around.getparent()
    return around if around is not None and context.child(around, "long-desc") is not None else None


@rule("COM723", on="table", services=("jats4r",))
def table_has_header_cells(el: Element) -> Iterator[str]:
    """A table must have header cells.

    Why: with each value, a screen reader says which column it is in; without headers it cannot.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><tbody><tr>
        <td>Mouth</td>
        <td>2.1</td></tr></tbody></table></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        <th>Level</th></tr></thead><tbody><tr><td>Mouth</td><td>2.1</td></tr></tbody></table></table-wrap>
    Source: JATS4R Schematron 1.0, accessibility-errors
    """
    if next(el.iter("th"), None) is None:
        yield "the table has no header cells: write <th> instead of <td> for the headings of columns or rows"


@rule(
    "COM724",
    on=("ext-link", "uri", "self-uri"),
    services=("jats4r", "scielo"),
    severities={"scielo": Severity.WARNING},
)
def link_says_where_it_leads(el: Element) -> Iterator[Hit]:
    """A link must have words that say where it leads, or a title.

    Why: a screen reader lists the links of a page; a list of addresses says nothing to the reader.
    Wrong: <ext-link ext-link-type="uri"
        xlink:href="https://www.tidal-studies.org/tables">https://www.tidal-studies.org/tables
        </ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">the tide tables</ext-link>
    Right (scielo): <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables" xlink:title="Tide tables"
        >https://www.tidal-studies.org/tables</ext-link>
    YAML: url: {url: "https://tides.example/8", text: The article on the site of the journal}
    Source: JATS4R Schematron 1.0, accessibility-errors and accessibility-warnings; SciELO Publishing Schema 1.10, ext_link_rules
    """
    text, title = text_of(el), el.get(XLINK_TITLE)
    services = None if el.tag == "ext-link" else ("jats4r",)
    if not text:
        if not title and next(el.iterchildren("*"), None) is None:
            yield Hit(f"{tagged(el)} has no words: write what it leads to, or an xlink:title", services=services)
    elif text == el.get(HREF) or text.startswith(_ADDRESS):
        if title:
            message = f"the text of the link is its address, {quoted(text)}: write words that say where it leads"
            yield Hit(message, services=("jats4r",), severity=Severity.WARNING)
        else:
            message = f"the text of the link is its address, {quoted(text)}: write words, or add an xlink:title"
            yield Hit(message, services=services)


forbidden(
    Row(
        "J4R721",
        on="private-char",
        services=("jats4r",),
        page="""A character must be a character, not an image of one.

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
    """A figure must be described in `alt-text` or `long-desc`, and a formula written in MathML, not in a textual form.

    Why: screen readers look for descriptions there, and can read MathML aloud.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg">
        <alt-text>A curve with its peak in April.</alt-text></graphic><textual-form>A curve</textual-form>
        </alternatives></fig>
    Right: <fig id="f1">… <!-- no graphic --><!-- new --><alternatives><graphic xlink:href="jts-15-gf01.jpg">
        <alt-text>A curve with its peak in April.</alt-text></graphic><graphic xlink:href="jts-15-gf01.tif">
        <alt-text>A curve with its peak in April.</alt-text></graphic></alternatives></fig>
    Source: JATS4R Schematron 1.0, accessibility-errors
    """
    if within(el, "disp-formula", "inline-formula"):
        yield "the formula has a <textual-form>: write it in MathML"
    elif within(el, "fig", "fig-group"):
        yield "the figure has a <textual-form>: describe the image in <alt-text> or <long-desc>"


@rule("J4R723", on="custom-meta-group", services=("jats4r",))
def accessibility_data_are_found(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Accessibility metadata must be in `processing-meta`, in the words of schema.org.

    Why: shops and libraries filter by these words; in another place, or in other words, they are not found.
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
    if el.get("content-type") != "accessibility-metadata" or (0, 0) < context.version < (1, 3):
        return  # <processing-meta> came with JATS 1.3
    if parent_name(el) != "processing-meta":
        yield Hit(f"accessibility metadata are in <{parent_name(el)}>: move them to <processing-meta>")
        return
    for data in el.iterchildren("custom-meta"):
        name = data.find("meta-name")
        said = "" if name is None else text_of(name)
        if said not in _NAMES:
            yield Hit(f"{quoted(said)} is not a name of accessibility metadata: write {any_of(_NAMES)}", data)
        elif data.get("vocab") != "schema.org":
            message = 'the vocabulary of the accessibility metadata is not stated: write vocab="schema.org"'
            yield Hit(message, data, "vocab" if data.get("vocab") else None)


@rule("SPS720", on=("media", "alt-text", "long-desc", "sec"), services=("scielo",), severity=Severity.WARNING)
def films_have_transcripts(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A film or recording must link to its transcript, every speech in it must have its speaker, and machine text its mark.

    Why: readers who cannot hear or see the film read the transcript; they must know who speaks, and whether a person wrote it.
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
            message = (
                f'the {el.get("mimetype")} has no link to its transcript: add <xref ref-type="sec"> to the section'
            )
            yield Hit(message)
    elif el.tag != "sec":
        kind = el.get("content-type")
        if kind and kind != "machine-generated":
            message = f'content-type {quoted(kind)} is not known here: write "machine-generated" or remove it'
            yield Hit(message, attribute="content-type")
    elif el.get("sec-type") == "transcript":
        for speech in el.iter("speech"):
            if speech.find("speaker") is None or speech.find("p") is None:
                yield Hit("the <speech> of the transcript has no <speaker> or no <p>: add what is missing", speech)


def _links_to_a_section(el: Element, context: RuleContext) -> bool:
    targets = (context.ids.get(each.get("rid", "")) for each in el.iter("xref"))
    return any(target is not None and target.tag == "sec" for target in targets)
