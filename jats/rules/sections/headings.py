"""Sections: their headings, types and content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.reading import Element, child_text, elements_of, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden, required_child
from jats.rules.engine.targets import COMMON

_STYLES = ("bold", "italic", "underline", "sc", "monospace")
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
_ALONE = ("data-availability", "supplementary-material", "transcript")
_METHODS = frozenset(("materials", "methods"))
_TYPED_HEADINGS = {
    "materials and methods": _METHODS,
    "methods and materials": _METHODS,
    "methods": frozenset(("methods",)),
    "materials": frozenset(("materials",)),
    "experimental procedures": _METHODS,
    "patients and methods": _METHODS,
    "signature": frozenset(("signature",)),
    "signatures": frozenset(("signature",)),
}

forbidden(
    Row(
        "J4R601",
        on="sec/@disp-level",
        services=("jats4r",),
        page="""The depth of a section follows from its place, not from an attribute.

        Why: programs that read aloud or make a table of contents count nested sections.
        Wrong: <sec sec-type="methods" id="s2" disp-level="2">…</sec>
        Right: <sec sec-type="methods" id="s2">…</sec>
        Source: JATS4R Schematron 1.0, accessibility-errors
        """,
    ),
    "nest the sections",
)

forbidden(
    Row(
        "SPS602",
        on="p/@id",
        services=("scielo",),
        page="""A paragraph has no id.

        Why: SciELO links to sections and objects, and makes the addresses of paragraphs itself.
        Wrong: <p id="p1">The tide tables <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref> are
            open.</p>
        Right: <p>The tide tables <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref> are open.</p>
        Source: SciELO Publishing Schema 1.10, p
        """,
    ),
    "take it away",
)

required_child(
    Row(
        "SPS603",
        on="caption",
        services=("scielo",),
        page="""A caption has a title.

        Why: SciELO lists figures and tables by it.
        Wrong: <fig id="f1">… <caption><p>Load of sediments by month</p></caption></fig>
        Right: <fig id="f1">… <caption><title>Load of sediments by month</title></caption></fig>
        Source: SciELO Publishing Schema 1.10, caption
        """,
    ),
    "title",
)


@rule("COM601", on="sec", services=("jats4r", "scielo"))
def section_has_a_heading(el: Element) -> Iterator[Hit]:
    """A section of the text has a heading.

    Why: who reads with a screen reader jumps from heading to heading; a section without one isn't found.
    Wrong: <sec sec-type="methods" id="s2">… <!-- no title --></sec>
    Right: <sec sec-type="methods" id="s2">…</sec>
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, sec
    """
    if child_text(el, "title") or not within(el, "body"):
        return
    # The heading of an ethics statement may stand in its label: J4R612.
    labelled = el.get("sec-type") == "ethics-statement" and el.find("label") is not None
    yield Hit("the section has no heading (<title>)", services=("scielo",) if labelled else None)


@rule("COM602", on="sec/title", services=("pmc",), severity=Severity.WARNING)
def heading_is_plain(el: Element) -> Iterator[str]:
    """A heading is not wholly bold or italic, and doesn't end with a colon or full stop.

    Why: how headings look is the journal's style; what is in the text stays there in every style.
    Wrong: <sec sec-type="methods" id="s2">… <title><bold>Methods</bold></title></sec>
    Wrong: <sec sec-type="methods" id="s2">… <title>Methods:</title></sec>
    Right: <sec sec-type="methods" id="s2">… <title>Methods in <italic>Zostera marina</italic></title></sec>
    Source: PMC Style Checker 5.31, block-formatting-check; editors' practice
    """
    only = el[0] if len(el) == 1 and not (el.text and el.text.strip()) else None
    text = text_of(el)
    if only is not None and only.tag in _STYLES and not (only.tail and only.tail.strip()) and text:
        if only.tag != "italic" or not _BINOMIAL.fullmatch(text):  # names of species are always italic
            yield f"the heading is wholly {tagged(only)}: take the formatting away"
    elif text[-1:] == ":" or (text[-1:] == "." and not _ABBREVIATED.search(text)):
        yield f"the heading ends with {quoted(text[-1])}: take it away"


@rule("COM603", on="sec", services=("scielo",), severity=Severity.WARNING)
def section_holds_something(el: Element) -> Iterator[str]:
    """A section holds a paragraph, a section or an object.

    Why: readers jump to a heading without text.
    Wrong: <body>… <!-- new --><sec sec-type="conclusions" id="s9"><title>Conclusions</title></sec></body>
    Right: <body>… <!-- new --><sec sec-type="conclusions" id="s9"><title>Conclusions</title><p>Tides move mud.</p></sec></body>
    Source: SciELO Publishing Schema 1.10, sec_rules
    """
    if len(el) == 0 or all(child.tag in _LABELS for child in elements_of(el)):
        yield "the section has a heading only" if text_of(el) else "the section is empty"


@rule("COM604", on="sec/title", services=(COMMON,), severity=Severity.WARNING)
def number_of_a_section_is_a_label(el: Element) -> Iterator[str]:
    """The number of a section stands in `<label>`, not in the heading.

    Why: journals that number sections themselves show two numbers, and those that don't show one.
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
    # "5 days after birth" and "V. cholerae" are no numbers of sections, unless this is the fifth.
    counted = _DOTTED.match(words) is not None or (match[1].isdigit() and match[2] == ".")
    if counted or _value(match[1]) == _place(el):
        yield f"the heading begins with the number {match[1]}: write it in <label>"


def _place(title: Element) -> int:
    """Which of its parent's sections the section of a heading is, from 1."""
    section = title.getparent()
    return 0 if section is None else 1 + sum(1 for _ in section.itersiblings("sec", preceding=True))


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN.get(letter, 0) for letter in number]
    return sum(-value if any(later > value for later in values[at + 1 :]) else value for at, value in enumerate(values))


@rule("PMC601", on="body/sec", services=("pmc",))
def known_sections_are_typed(el: Element) -> Iterator[str]:
    """A section of materials, methods or signatures says so in `sec-type`.

    Why: PMC sets such sections apart by their type.
    Wrong: <sec sec-type="methods" id="s2">… <!-- no @sec-type --></sec>
    Right: <sec sec-type="methods" id="s2">…</sec>
    Source: PMC Style Checker 5.31, sec-type-check
    """
    heading = child_text(el, "title") or ""
    wanted = _TYPED_HEADINGS.get(heading.casefold().rstrip(".:"))
    if wanted and not wanted.intersection(el.get("sec-type", "").split("|")):
        yield f'the section {quoted(heading)} needs sec-type="{"|".join(sorted(wanted))}"'


@rule("SPS601", on="sec/@sec-type", services=("scielo",))
def type_of_section_is_known(el: Element) -> Iterator[Hit]:
    """The type of a section is one that SciELO knows; two stand with a bar between.

    Why: SciELO shows and indexes sections by their type.
    Wrong: <sec sec-type="background" id="s2">…</sec>
    Wrong: <sec sec-type="methods|transcript" id="s2">…</sec>
    Right: <sec sec-type="materials|methods" id="s2">…</sec>
    Source: SciELO Publishing Schema 1.10, sec_rules
    """
    kinds = el.attrib["sec-type"].split("|")
    unknown = [kind for kind in kinds if kind not in _SCIELO_TYPES]
    if unknown:
        yield Hit(f"sec-type {quoted(unknown[0])} must be {any_of(_SCIELO_TYPES, 20)}", attribute="sec-type")
    elif len(kinds) > 1 and not set(kinds).isdisjoint(_ALONE):
        yield Hit(f"a section of {any_of(_ALONE)} has no second type", attribute="sec-type")
