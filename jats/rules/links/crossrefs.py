"""Links inside the document: complete, of the kind of what they lead to, and saying its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.rules.engine.targets import COMMON
from jats.rules.links.pointing import pointed_at
from jats.vocab.characters import DASHES

_FIGURES = ("fig", "fig-group")
_TARGETS = {
    "fig": _FIGURES,
    "plate": _FIGURES,
    "scheme": _FIGURES,
    "table": ("table-wrap", "table-wrap-group"),
    "table-fn": ("fn",),
    "fn": ("fn", "author-notes", "fn-group"),
    "corresp": ("corresp", "fn", "author-notes"),
    "app": ("app", "app-group", "sec"),
    "boxed-text": ("boxed-text",),
    "chem": ("chem-struct", "chem-struct-wrap", "chem-struct-wrapper", "disp-formula", "fig"),
    "disp-formula": ("disp-formula", "disp-formula-group", "inline-formula", "fig"),
    "sec": ("sec", "ack", "app", "boxed-text", "notes", "ref-list"),
    "list": ("list", "list-item", "def-list"),
    "kwd": ("kwd",),
    "statement": ("statement",),
    "contrib": ("contrib",),
    "supplementary-material": ("supplementary-material", "inline-supplementary-material", "media", "sec"),
    "author-notes": ("author-notes", "fn", "corresp"),
}
"""The elements that a link of a kind may lead to; bibr is COM504's, aff is COM134's and COM135's."""

_POINTED = ("fig", "table-wrap", "supplementary-material", "disp-formula")
_ASIDE = ("abstract", "trans-abstract", "fig-group", "table-wrap-group", "boxed-text")
_NUMBERED_KINDS = frozenset(("bibr", "fig", "table", "disp-formula"))
_NUMBERS_ALONE = re.compile(r"\W*\d{1,3}(?:\W+\d{1,3})*\W*")
_NUMBER = re.compile(r"\d{1,5}")
_RANGE = re.compile(rf"(\d+)\W{{0,2}}[-{DASHES}]\W{{0,2}}(\d+)")

closed_list(
    Row(
        "SPS620",
        on="xref/@ref-type",
        services=("scielo",),
        page="""The kind of a link is one that SciELO knows.

        Why: SciELO shows each kind in its own way.
        Wrong: <p>See <xref ref-type="custom" rid="s2">the methods</xref>, <xref ref-type="bibr" rid="B1">1</xref> and
            <xref ref-type="bibr" rid="B2">2</xref>.</p>
        Right: <p>See <xref ref-type="sec" rid="s2">the methods</xref>, <xref ref-type="bibr" rid="B1">1</xref> and
            <xref ref-type="bibr" rid="B2">2</xref>.</p>
        Source: SciELO Publishing Schema 1.10, xref_rules
        """,
    ),
    "aff app author-notes bibr bio boxed-text contrib corresp disp-formula fig fn list sec supplementary-material table "
    "table-fn".split(),
)


@rule("COM620", on="xref", services=("pmc", "scielo"))
def link_is_complete(el: Element) -> Iterator[str]:
    """A link says what it leads to and of which kind that is.

    Why: without `rid` it leads nowhere; without `ref-type` nobody knows whether it is a citation.
    Wrong: <p>As <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref> and <xref
        ref-type="bibr">3</xref> show.</p>
    Right: <p>As <xref ref-type="bibr" rid="B1">1</xref> and <xref ref-type="bibr" rid="B2">2</xref> show.</p>
    Source: PMC Style Checker 5.31, xref-check; SciELO Publishing Schema 1.10, xref_rules
    """
    if not el.get("rid") or not el.get("ref-type"):
        yield f"the link has no {all_of(name for name in ('rid', 'ref-type') if not el.get(name))}"


@rule("COM621", on="xref", services=("pmc", "scielo"))
def link_is_of_the_kind_of_its_target(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A link is of the kind of what it leads to.

    Why: readers are told of a table and get a figure; lists of figures miss it.
    Wrong: <sec sec-type="results" id="s3">… <p>See <xref ref-type="table" rid="f1">Figure 1</xref>,
        <xref ref-type="table" rid="t1">Table 1</xref>, <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p>
        </sec>
    Right: <sec sec-type="results" id="s3">… <p>See <xref ref-type="fig" rid="f1">Figure 1</xref>,
        <xref ref-type="table" rid="t1">Table 1</xref>, <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p>
        </sec>
    Source: PMC Style Checker 5.31, xref-check; SciELO Publishing Schema 1.10, xref
    """
    kind = el.get("ref-type", "")
    allowed = _TARGETS.get(kind)
    if allowed is None:
        return
    for name in el.get("rid", "").split():
        target = context.ids.get(name)
        if target is None or (target.tag in allowed and _is_in_place(kind, target)):
            continue
        services = ("scielo",) if target.tag == "aff" else None  # to the others COM135 speaks
        yield Hit(f'a link of type "{kind}" leads to {tagged(target)} {quoted(name)}', services=services)
        return


def _is_in_place(kind: str, target: Element) -> bool:
    if kind == "table-fn":
        return within(target, "table-wrap", "td", "th")
    if target.tag == "sec" and kind != "sec":
        return within(target, "back") if kind == "app" else target.get("sec-type") == kind
    return True


@rule("COM622", on="xref", services=("pmc",), severity=Severity.WARNING)
def link_ends_with_a_word(el: Element) -> Iterator[str]:
    """A link doesn't end with a comma or semicolon.

    Why: the punctuation belongs to the sentence, and shows as part of the link.
    Wrong: <xref ref-type="bibr" rid="B1">1,</xref>
    Right: <xref ref-type="bibr" rid="B1">1</xref>
    Source: PMC Style Checker 5.31, punctuation-in-xref
    """
    last = (el[-1].tail if len(el) else el.text) or ""
    if last.rstrip()[-1:] in (",", ";"):
        yield f"the link ends with {quoted(last.rstrip()[-1])}: move it behind the link"


@rule("COM623", on="xref", services=(COMMON,), severity=Severity.WARNING)
def citation_shows_something(el: Element) -> Iterator[str]:
    """A citation has a mark or words.

    Why: readers can't see or click it.
    Wrong: <xref ref-type="bibr" rid="B1"/>
    Right: <xref ref-type="bibr" rid="B1">1</xref>
    Source: editors' practice
    """
    if el.get("ref-type") == "bibr" and is_blank(el):
        yield "the citation is empty: write its number or its authors and year"


@rule("COM624", on=_POINTED, services=("scielo", "pmc"), severity=Severity.WARNING)
def objects_are_pointed_at(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text points to every figure, table, supplement and numbered formula.

    Why: readers don't know when to look at it.
    Wrong (scielo): <sec sec-type="results" id="s3">… <p>See <xref ref-type="table" rid="t1">Table 1</xref> and
        <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p></sec>
    Wrong (manuscript, pmc): <sec sec-type="results" id="s3">… <p>See <xref ref-type="table" rid="t1">Table 1</xref> and
        <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p></sec>
    Right: <sec sec-type="results" id="s3">…</sec>
    Source: SciELO Publishing Schema 1.10, elements_requires_xref_rid; PMC Style Checker 5.31, float-obj-check
    """
    name = el.get("id")
    if not name or name in pointed_at(context) or (el.tag == "disp-formula" and el.find("label") is None):
        return
    if within(el, *_ASIDE) or not context.all("body") or _is_reached(el, context):
        return
    # PMC asks for it in author manuscripts only, and not of formulas.
    services = None if context.is_manuscript and el.tag != "disp-formula" else ("scielo",)
    label = child_text(el, "label")
    yield Hit(f"the text never points to {quoted(label) if label else tagged(el)}", services=services)


def _is_reached(el: Element, context: RuleContext) -> bool:
    """Whether the text points to the object, appendix or section of files that holds another."""
    around = el.iterancestors("fig", "table-wrap", "supplementary-material", "app", "sec")
    return any(each.tag in _POINTED or each.get("id") in pointed_at(context) for each in around if _holds_files(each))


def _holds_files(el: Element) -> bool:
    return el.tag != "sec" or el.get("sec-type") == "supplementary-material"


@rule("COM626", on="xref", services=(COMMON,), severity=Severity.WARNING)
def link_says_the_number_of_its_target(el: Element, context: RuleContext) -> Iterator[str]:
    """The number that a link shows is that of what it leads to.

    Why: readers look at the wrong figure, or in the list for the wrong work.
    Wrong: <xref ref-type="bibr" rid="B1">2</xref>
    Right: <xref ref-type="bibr" rid="B1">1</xref>
    Source: editors' practice
    """
    kind = el.get("ref-type")
    if kind not in _NUMBERED_KINDS:
        return
    shown = text_of(el)
    # Citations by author and year say no number of the list.
    if kind == "bibr" and not _NUMBERS_ALONE.fullmatch(shown):
        return
    target = context.ids.get(el.get("rid", ""))
    wanted = None if target is None else child_text(target, "label")
    if not wanted or shown == wanted or (kind == "bibr" and any(map(str.isalpha, wanted))):
        return
    if not _numbers(shown).isdisjoint(_numbers(wanted)) or not (_numbers(shown) and _numbers(wanted)):
        return
    yield f"the link says {quoted(shown)}, but leads to {quoted(wanted)}"


def _numbers(text: str) -> set[int]:
    """The numbers in a text, and those between the ends of a range: 4–6 is three."""
    found = {int(each) for each in _NUMBER.findall(text)}
    for first, last in _RANGE.findall(text):
        found |= set(range(int(first), min(int(last), int(first) + 99)))
    return found


@rule("PMC620", on="boxed-text", services=("pmc",))
def boxes_are_pointed_at_whole(el: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript links from outside lead to a box, not to a figure or table in it.

    Why: PMC shows the box as one thing.
    Wrong (manuscript): <sec sec-type="results" id="s3">… <p>See <xref ref-type="fig" rid="F9">Figure 9</xref>,
        <xref ref-type="fig" rid="f1">Figure 1</xref>, <xref ref-type="table" rid="t1">Table 1</xref>,
        <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p><!-- new --><boxed-text id="BX1"><fig id="F9">
        <label>Figure 9</label><caption><title>Quay</title></caption><graphic xlink:href="jts-15-gf09.jpg"/></fig></boxed-text>
        </sec>
    Right (manuscript): <sec sec-type="results" id="s3">…</sec>
    Source: PMC Style Checker 5.31, check-for-xref
    """
    if not context.is_manuscript:
        return
    inside = {
        each.get("id") for each in el.iterdescendants("fig", "table-wrap", "disp-formula", "supplementary-material")
    }
    for link in context.all("xref"):
        if link.get("rid") in inside and el not in link.iterancestors("boxed-text"):
            yield Hit(f"the link leads to {quoted(link.get('rid', ''))} in a box: let it lead to the box", link)


@rule("SPS621", on="contrib/xref", services=("scielo",), severity=Severity.INFO)
def link_to_affiliation_repeats_its_label(el: Element, context: RuleContext) -> Iterator[str]:
    """A link to an affiliation repeats its label.

    Why: readers see which affiliation is meant.
    Wrong: <contrib contrib-type="author" corresp="yes">… <xref ref-type="aff" rid="aff1"/></contrib>
    Right: <contrib contrib-type="author" corresp="yes">… <xref ref-type="aff" rid="aff1">1</xref></contrib>
    Source: SciELO Publishing Schema 1.10, aff_self_closing
    """
    if el.get("ref-type") == "aff" and is_blank(el):
        target = context.ids.get(el.get("rid", ""))
        label = None if target is None else target.find("label")
        if label is not None and not is_blank(label):
            yield f"the link is empty, though the affiliation has the label {quoted(text_of(label))}"
