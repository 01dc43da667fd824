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
from jats.vocab.numbers import whole_number

_FIGURES = ("fig", "fig-group")
_FORMULAS = ("disp-formula", "disp-formula-group")
_TARGETS = {
    "fig": _FIGURES,
    "plate": _FIGURES,
    "scheme": _FIGURES,
    "table": ("table-wrap", "table-wrap-group"),
    "table-fn": ("fn", "td"),
    "fn": ("fn", "author-notes"),
    "corresp": ("corresp", "fn", "author-notes"),
    "app": ("app", "app-group", "sec"),
    "boxed-text": ("boxed-text",),
    "chem": ("chem-struct", "chem-struct-wrap", "chem-struct-wrapper", *_FORMULAS, "fig", "supplementary-material"),
    "disp-formula": (*_FORMULAS, "inline-formula", "fig", "supplementary-material"),
    "sec": ("sec", "ack", "app", "boxed-text", "notes", "ref-list", "question", "answer"),
    "list": ("list", "list-item", "def-list", "def-item", "def", "glossary", "gloss-group"),
    "kwd": ("kwd", "kwd-group"),
    "statement": ("statement",),
    "contrib": ("contrib",),
    "supplementary-material": ("supplementary-material", "inline-supplementary-material", "sec"),
    "author-notes": ("author-notes", "fn", "corresp"),
}
"""The elements that a link of a kind may lead to; bibr is COM504's, aff is COM134's and COM135's."""

_FOR_SCIELO = {
    "fig": _FIGURES,
    "table": ("table-wrap", "table-wrap-group"),
    **{kind: (kind,) for kind in "app author-notes contrib corresp disp-formula fn sec supplementary-material".split()},
}
"""The elements that a link of a kind may lead to in SciELO's schema."""

_THEMSELVES = ("chem", "contrib")
"""The kinds whose target must be one of the elements itself; for the others it may be inside of one."""

_POINTED = ("fig", "table-wrap", "supplementary-material", "disp-formula")
_REQUIRED = ("fig", "table-wrap", "disp-formula", "corresp")
"""The elements to which SciELO wants a link in any case, if they have an id."""

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
        page="""The kind of a link must be one that SciELO knows.

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
def link_is_complete(el: Element) -> Iterator[Hit]:
    """A link must state what it leads to (`rid`) and the kind of that (`ref-type`).

    Why: Without `rid` it leads nowhere; without `ref-type` nobody knows whether it is a citation. PMC refuses only links
        with a `ref-type` and no `rid`, and warns of the rest.
    Wrong: <p>As <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref> and <xref
        ref-type="bibr">3</xref> show.</p>
    Right: <p>As <xref ref-type="bibr" rid="B1">1</xref> and <xref ref-type="bibr" rid="B2">2</xref> show.</p>
    Source: PMC Style Checker 5.31, xref-check; SciELO Publishing Schema 1.10, xref_rules
    """
    missing = [name for name in ("rid", "ref-type") if not el.get(name)]
    if missing:
        refused = missing == ["rid"]
        severities = None if refused else {"pmc": Severity.WARNING, "scielo": Severity.ERROR}
        yield Hit(f"the link has no {all_of(missing)}: add what is missing", severities=severities)


@rule("SPS623", on="xref", services=("scielo",))
def link_leads_to_one_thing(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A link must lead to one thing: `rid` must hold one id.

    Why: SciELO compares the whole value with the ids of the document, and finds no id that is named "B1 B2".
    Wrong: <p>Older work <xref ref-type="bibr" rid="B1 B2">1,2</xref> says so.</p>
    Right: <p>Older work <xref ref-type="bibr" rid="B1">1</xref>,<xref ref-type="bibr" rid="B2">2</xref> says so.</p>
    Source: SciELO Publishing Schema 1.10, xref-reftype-integrity
    """
    # An id that is not there is COM006's.
    if len(named := el.get("rid", "").split()) > 1 and all(name in context.ids for name in named):
        yield Hit(
            f"the link leads to {len(named)} things, {quoted(el.get('rid', ''))}: write a link for each",
            attribute="rid",
        )


@rule("COM621", on="xref", services=("pmc", "scielo"))
def link_is_of_the_kind_of_its_target(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A link must be of the kind of what it leads to.

    Why: Programs list figures and tables by their links; one of the wrong kind is missed.
    Wrong: <sec sec-type="results" id="s3">… <p>See <xref ref-type="table" rid="f1">Figure 1</xref>,
        <xref ref-type="table" rid="t1">Table 1</xref>, <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p>
        </sec>
    Wrong (scielo): <sec sec-type="results" id="s3">… <p>See <xref ref-type="fig" rid="t1">Table 1</xref>,
        <xref ref-type="fig" rid="f1">Figure 1</xref>, <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p>
        </sec>
    Right: <sec sec-type="results" id="s3">… <p>See <xref ref-type="fig" rid="f1">Figure 1</xref>,
        <xref ref-type="table" rid="t1">Table 1</xref>, <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p>
        </sec>
    Source: PMC Style Checker 5.31, xref-check; SciELO Publishing Schema 1.10, xref
    """
    kind = el.get("ref-type", "")
    targets = [(name, context.ids[name]) for name in el.get("rid", "").split() if name in context.ids]
    fitting = {"pmc": _fits, "scielo": _fits_scielo}
    services = tuple(name for name, fits in fitting.items() if not any(fits(kind, target) for _, target in targets))
    if not targets or not services:
        return
    name, target = targets[0]
    wanted = _kind_for(target)
    advice = f": write {quoted(wanted)}" if wanted else ""
    message = f"the link has the type {quoted(kind)} but leads to {tagged(target)} {quoted(name)}{advice}"
    yield Hit(message, attribute="ref-type", services=services)


def _fits_scielo(kind: str, target: Element) -> bool:
    if kind == "table-fn":
        return target.tag == "fn" and within(target, "table-wrap-foot")
    return kind not in _FOR_SCIELO or target.tag in _FOR_SCIELO[kind]


def _fits(kind: str, target: Element) -> bool:
    """Whether PMC lets a link of a kind lead there: to one of its elements, for most kinds also to what is inside one."""
    if kind not in _TARGETS or target.tag == "aff":  # COM135 reports that
        return True
    around = () if kind in _THEMSELVES else target.iterancestors()
    return any(each.tag in _TARGETS[kind] and _is_in_place(kind, each) for each in (target, *around))


def _kind_for(target: Element) -> str | None:
    """The kind of link for an element, if there is one that is named after it."""
    if target.tag == "fn" and within(target, "table-wrap"):
        return "table-fn"
    name = {"table-wrap": "table", "ref": "bibr", "fig-group": "fig"}.get(str(target.tag), str(target.tag))
    return name if name in _TARGETS or name in ("bibr", "aff") else None


def _is_in_place(kind: str, target: Element) -> bool:
    if kind == "table-fn":
        return target.tag == "td" or within(target, "table-wrap")
    if kind == "author-notes":
        return target.tag == "author-notes" or within(target, "author-notes")
    if target.tag == "sec" and kind == "app":
        return within(target, "back", "app")
    if target.tag == "sec" and kind == "supplementary-material":
        return target.get("sec-type") == kind
    return True


@rule("COM622", on="xref", services=("pmc",), severity=Severity.WARNING)
def link_ends_with_a_word(el: Element) -> Iterator[str]:
    """A link must not end with a comma or semicolon.

    Why: The punctuation belongs to the sentence, and would show as part of the link.
    Wrong: <xref ref-type="bibr" rid="B1">1,</xref>
    Right: <xref ref-type="bibr" rid="B1">1</xref>
    Source: PMC Style Checker 5.31, punctuation-in-xref
    """
    last = (el[-1].tail if len(el) else el.text) or ""
    if last.rstrip()[-1:] in (",", ";"):
        yield f"the link ends with {quoted(last.rstrip()[-1])}: move it after the link"


@rule("COM623", on="xref", services=(COMMON,), severity=Severity.WARNING)
def citation_shows_something(el: Element) -> Iterator[str]:
    """A citation must show a number or words.

    Why: Readers can't see or click an empty link.
    Wrong: <xref ref-type="bibr" rid="B1"/>
    Right: <xref ref-type="bibr" rid="B1">1</xref>
    Source: editors' practice
    """
    if el.get("ref-type") == "bibr" and is_blank(el):
        yield "the citation is empty: write its number or its authors and year"


@rule(
    "COM624",
    on=(*_POINTED, "corresp"),
    services=(COMMON, "scielo"),
    severities={COMMON: Severity.WARNING},
)
def objects_are_pointed_at(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text must point to every figure, table, supplement and numbered formula; for SciELO, to correspondence too.

    Why: Readers don't know when to look at it.
    Wrong: <sec sec-type="results" id="s3">… <p>See <xref ref-type="table" rid="t1">Table 1</xref> and
        <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p></sec>
    Right: <sec sec-type="results" id="s3">… <p>See <xref ref-type="fig" rid="f1">Figure 1</xref>,
        <xref ref-type="table" rid="t1">Table 1</xref>, <xref ref-type="supplementary-material" rid="suppl1">File S1</xref>.</p>
        </sec>
    Source: SciELO Publishing Schema 1.10, elements_requires_xref_rid; editors' practice
    """
    name = el.get("id")
    if not name or name in pointed_at(context):
        return
    wanted = {COMMON: el.tag in _POINTED and _is_expected(el, context), "scielo": el.tag in _REQUIRED}
    services = tuple(service for service, is_wanted in wanted.items() if is_wanted)
    label = child_text(el, "label")
    if services:
        # A mark or a bare number does not say what it is of.
        spoken = label is not None and sum(map(str.isalpha, label)) > 1
        what = quoted(label) if label and spoken else f"{tagged(el)} {quoted(label or name)}"
        yield Hit(f"the text never points to {what}: add an <xref> with rid='{name}'", services=services)


def _is_expected(el: Element, context: RuleContext) -> bool:
    """Whether readers miss a link to an object: not to one in an abstract or a box, or a formula without a number."""
    if el.tag == "disp-formula" and el.find("label") is None:
        return False
    return bool(context.all("body")) and not within(el, *_ASIDE) and not _is_reached(el, context)


def _is_reached(el: Element, context: RuleContext) -> bool:
    """Whether the text points to the object, appendix or section of files that contains another."""
    around = el.iterancestors("fig", "table-wrap", "supplementary-material", "app", "sec")
    return any(each.tag in _POINTED or each.get("id") in pointed_at(context) for each in around if _holds_files(each))


def _holds_files(el: Element) -> bool:
    return el.tag != "sec" or el.get("sec-type") == "supplementary-material"


@rule("COM626", on="xref", services=(COMMON,), severity=Severity.WARNING)
def link_says_the_number_of_its_target(el: Element, context: RuleContext) -> Iterator[str]:
    """The number that a link shows must be that of what it leads to.

    Why: Readers look at the wrong figure, or look up the wrong work.
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
    yield f"the link shows {quoted(shown)} but leads to {quoted(wanted)}: correct its text, its target or the label"


def _numbers(text: str) -> set[int]:
    """The numbers in a text, and those between the ends of a range: 4–6 is three."""
    found = {int(each) for each in _NUMBER.findall(text)}
    for first, last in _RANGE.findall(text):
        start = whole_number(first) or 0
        found |= set(range(start, min(whole_number(last) or 0, start + 99)))
    return found


@rule("SPS622", on="article", services=("scielo",))
def references_are_cited(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article with references must cite them in its text.

    Why: SciELO counts citations by their links.
    Wrong: <article>… <!-- no xref[@ref-type='bibr'] --></article>
    Right: <p>Harbours fill with sediments <xref ref-type="bibr" rid="B1">1</xref>, as older work shows
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: SciELO Publishing Schema 1.10, bibr_presence
    """
    cited = any(each.get("ref-type") == "bibr" for each in context.all("xref"))
    lists = context.all("ref-list")
    if lists and not cited:
        yield Hit("no reference is cited: link them in the text with <xref ref-type='bibr'>", lists[0])


@rule("SPS621", on="contrib/xref", services=("scielo",), severity=Severity.INFO)
def link_to_affiliation_repeats_its_label(el: Element, context: RuleContext) -> Iterator[str]:
    """A link to an affiliation is empty, although the affiliation has a label.

    Why: Readers see no mark beside the author, and cannot tell which affiliation is meant.
    Wrong: <contrib contrib-type="author" corresp="yes">… <xref ref-type="aff" rid="aff1"/></contrib>
    Right: <contrib contrib-type="author" corresp="yes">… <xref ref-type="aff" rid="aff1">1</xref></contrib>
    Source: SciELO Publishing Schema 1.10, aff_self_closing
    """
    if el.get("ref-type") == "aff" and is_blank(el):
        target = context.ids.get(el.get("rid", ""))
        label = None if target is None else target.find("label")
        if label is not None and not is_blank(label):
            yield f"the link is empty, but the affiliation has the label {quoted(text_of(label))}: repeat it"
