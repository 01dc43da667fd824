"""Sections: their headings, types and content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, elements_of, is_blank, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden, required_child
from jats.rules.engine.targets import COMMON
from jats.vocab.numbers import whole_number

_STYLES = frozenset(("bold", "italic", "monospace", "sc", "strike", "sup", "underline"))
_RUNS = frozenset(("bold", "italic", "sc", "sup"))
"""Formatting of which PMC's checker adds up several pieces."""

_LABELS = frozenset(("label", "title", "subtitle", "sec-meta"))
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s+\D")
_NUMBERED = re.compile(r"(\d{1,2}|[IVX]{1,5})(\.?)\s+[^\W\d]")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ABBREVIATED = re.compile(r"(?:^|\W)\w{1,3}\.$|\.\w*\.$")
_BINOMIAL = re.compile(r"[A-Z][a-z]*\.? [a-z-]+(?: [a-z-]+)?")
_SCIELO_TYPES = (
    "cases conclusions data-availability discussion intro materials methods results subjects supplementary-material "
    "transcript".split()
)
_JOINED = re.compile(r"[^|,\s]+")
"""One of several types: SciELO splits them at bars, commas and spaces."""
_ALONE = ("data-availability", "supplementary-material", "transcript")

forbidden(
    Row(
        "J4R601",
        on="sec/@disp-level",
        services=("jats4r",),
        page="""The depth of a section must follow from its place, not from an attribute.

        Why: programs that read aloud or make a table of contents count nested sections.
        Wrong: <sec sec-type="methods" id="s2" disp-level="2">…</sec>
        Right: <sec sec-type="methods" id="s2"><title>Methods</title><p>We took samples.</p><sec id="s21"><title>Places</title>
            <p>There were two places, <xref ref-type="disp-formula" rid="e1">Equation 1</xref>.</p>
            <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math></disp-formula></sec></sec>
        Source: JATS4R Schematron 1.0, accessibility-errors
        """,
    ),
    "put the section into the one that it belongs to",
)

forbidden(
    Row(
        "SPS602",
        on="p/@id",
        services=("scielo",),
        page="""A paragraph must not have an id.

        Why: SciELO links to sections and objects, and makes the addresses of paragraphs itself.
        Wrong: <p id="p1">The tide tables <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref> are
            open.</p>
        Right: <p>The tide tables <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref> are open.</p>
        Source: SciELO Publishing Schema 1.10, p
        """,
    ),
    "remove it",
)

required_child(
    Row(
        "SPS603",
        on="caption",
        services=("scielo",),
        page="""A caption must have a title.

        Why: SciELO shows the title in its lists of figures and tables.
        Wrong: <fig id="f1">… <caption><p>Load of sediments by month.</p></caption></fig>
        Wrong: <fig id="f1">… <caption><title/><p>Load of sediments by month.</p></caption></fig>
        Right: <fig id="f1">… <caption><title>Load of sediments by month</title></caption></fig>
        Source: SciELO Publishing Schema 1.10, caption
        """,
    ),
    "title",
)


@rule("COM601", on="sec", services=("jats4r", "scielo"))
def section_has_a_heading(el: Element) -> Iterator[Hit]:
    """A section must have a heading.

    Why: readers with a screen reader jump from heading to heading, and miss a section without one.
    Wrong: <sec sec-type="methods" id="s2">… <!-- no title --></sec>
    Right: <sec sec-type="methods" id="s2">… <title>Methods</title></sec>
    YAML: acknowledgements: {title: Thanks, text: We thank the harbour master.}
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, sec
    """
    title = el.find("title")
    if title is None:
        label = child_text(el, "label")
        wanted = f"write <title> instead of <label> for {quoted(label)}" if label else "add a <title>"
        yield Hit(f"the section has no heading: {wanted}")
    elif is_blank(title):
        yield Hit(
            "the heading of the section is empty: write the heading into <title>", title, severity=Severity.WARNING
        )


@rule("COM602", on="sec/title", services=("pmc",), severity=Severity.WARNING)
def heading_is_plain(el: Element) -> Iterator[str]:
    """A heading must not be wholly bold or italic, and must not end with a colon or full stop.

    Why: the look of headings is the journal's style; what is in the text stays there in every style.
    Wrong: <sec sec-type="methods" id="s2">… <title><bold>Methods</bold></title></sec>
    Wrong: <sec sec-type="methods" id="s2">… <title>Methods:</title></sec>
    Right: <sec sec-type="methods" id="s2">… <title>Methods in <italic>Zostera marina</italic></title></sec>
    Source: PMC Style Checker 5.31, block-formatting-check; editors' practice
    """
    text = text_of(el)
    styles = wholly_formatted(el)
    # Names of species are always italic.
    if styles and not (styles == ["italic"] and _BINOMIAL.fullmatch(text)):
        yield f"the heading is wholly {all_of(f'<{name}>' for name in styles)}: remove the formatting"
    elif text[-1:] == ":" or (text[-1:] == "." and not _ABBREVIATED.search(text)):
        yield f"the heading ends with {quoted(text[-1])}: remove it"


def wholly_formatted(el: Element) -> list[str]:
    """The elements of formatting that hold all the text of an element, each once; none if some text is outside of them."""
    texts = [el.text, *(child.tail for child in el)]
    names = [str(child.tag) for child in elements_of(el)]
    if not names or any(text and text.strip() for text in texts) or not text_of(el):
        return []
    several = len(names) == 1 or set(names) <= _RUNS
    return list(dict.fromkeys(names)) if several and set(names) <= _STYLES else []


@rule("COM603", on="sec", services=("scielo",), severity=Severity.WARNING)
def section_holds_something(el: Element) -> Iterator[str]:
    """A section must hold a paragraph, a section or an object.

    Why: readers jump to a heading and find no text.
    Wrong: <body>… <!-- new --><sec sec-type="conclusions" id="s9"><title>Conclusions</title></sec></body>
    Right: <body>… <!-- new --><sec sec-type="conclusions" id="s9"><title>Conclusions</title><p>Tides move mud.</p></sec></body>
    Source: SciELO Publishing Schema 1.10, sec_rules
    """
    if all(child.tag in _LABELS for child in elements_of(el)):
        state = "has only a heading" if text_of(el) else "is empty"
        yield f"the section {state}: add its text or remove the section"


@rule("COM604", on="sec/title", services=(COMMON,), severity=Severity.INFO)
def number_of_a_section_is_a_label(el: Element, context: RuleContext) -> Iterator[str]:
    """The number of a section must be in `<label>`, not in the heading.

    Why: journals that number sections themselves show two numbers; those that do not number them show one.
    Wrong: <sec sec-type="methods" id="s2">… <title>2.1 Methods</title></sec>
    Wrong: <sec sec-type="methods" id="s2">… <title>2. Methods</title></sec>
    Right: <sec sec-type="methods" id="s2">… <label>2.1</label><title>Methods</title></sec>
    Source: editors' practice; JATS Tag Library, label
    """
    text = (el.text or "").lstrip()
    if not text or not (text[0].isdigit() or text[0] in _ROMAN):
        return
    words = text_of(el)
    match = _DOTTED.match(words) or _NUMBERED.match(words)
    if match is None:
        return
    # "5 days after birth" and "V. cholerae" do not begin with the number of a section, unless this is the fifth.
    counted = _DOTTED.match(words) is not None or (match[1].isdigit() and match[2] == ".")
    if counted or _value(match[1]) == _place(el, context):
        yield f"the heading begins with the number {quoted(match[1])}: write <label>{match[1]}</label> before the <title>"


def _place(title: Element, context: RuleContext) -> int:
    """Which of its parent's sections the section of a heading is, from 1."""
    section = title.getparent()
    parent = None if section is None else section.getparent()
    if section is None or parent is None:
        return 0
    return context.once(
        ("places of sections", parent), lambda: {each: at for at, each in enumerate(parent.iterchildren("sec"), 1)}
    )[section]


def _value(number: str) -> int:
    if (counted := whole_number(number)) is not None:
        return counted
    values = [_ROMAN.get(letter, 0) for letter in number]
    return sum(-value if any(later > value for later in values[at + 1 :]) else value for at, value in enumerate(values))


@rule("SPS601", on="sec/@sec-type", services=("scielo",))
def type_of_section_is_known(el: Element) -> Iterator[Hit]:
    """The type of a section must be one that SciELO knows; two types are joined by a bar.

    Why: SciELO shows and indexes sections by their type. Two types that are joined in another way, or a type that must
    stand alone, are a warning.
    Wrong: <sec sec-type="background" id="s2">…</sec>
    Wrong: <sec sec-type="materials methods" id="s2">…</sec>
    Wrong: <sec sec-type="methods|transcript" id="s2">…</sec>
    Right: <sec sec-type="materials|methods" id="s2">… <title>Materials and methods</title></sec>
    YAML: statements: [{type: data-availability, title: Data, text: The data are in Zenodo.}]
    Source: SciELO Publishing Schema 1.10, sec_rules
    """
    given = el.attrib["sec-type"]
    kinds = _JOINED.findall(given)
    unknown = [kind for kind in kinds if kind not in _SCIELO_TYPES]
    alone = [kind for kind in kinds if kind in _ALONE and len(kinds) > 1]
    if unknown:
        message = f"sec-type {quoted(unknown[0])} is not in SciELO's list: write {any_of(_SCIELO_TYPES, 20)}"
        yield Hit(message, attribute="sec-type")
    elif alone:
        message = f"sec-type {quoted(alone[0])} must not be joined with another type: write it alone"
        yield Hit(message, attribute="sec-type", severity=Severity.WARNING)
    elif given != (joined := "|".join(kinds)):
        message = f"the types in sec-type are joined by a bar: write {quoted(joined)}"
        yield Hit(message, attribute="sec-type", severity=Severity.WARNING)
