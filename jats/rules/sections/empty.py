"""Elements that PMC refuses empty."""

from __future__ import annotations

from collections.abc import Iterator

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, parent_name, tagged, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.references.cited import is_in_citation

_FILLED = frozenset(
    (
        "abbrev abstract ack address app app-group article-categories article-meta award-desc award-group award-id "
        "award-name back bio body boxed-text caption chapter-title colgroup collab compound-kwd-part conference contrib "
        "contrib-group contrib-id counts date date-in-citation def-item def-list disp-quote element-citation elocation-id "
        "fig fig-group fpage funding-group funding-source funding-statement gloss-group glossary index issue issue-part "
        "issue-sponsor journal-meta license-p lpage mixed-citation monospace month name named-content note notes object-id "
        "open-access overline p page-range patent person-group phone prefix preformat principal-award-recipient "
        "principal-investigator private-char product pub-date pub-id publisher publisher-loc publisher-name question ref "
        "ref-list response role roman sc season sec series series-text series-title source speaker speech statement std "
        "strike string-date string-name sub sub-article subj-group subject subtitle suffix sup supplement surname table "
        "table-wrap table-wrap-foot table-wrap-group tbody term term-head textual-form tfoot thead time-stamp title "
        "title-group tr trans-abstract trans-source trans-subtitle trans-title underline verse-group verse-line volume "
        "volume-id volume-series year"
    ).split()
)
"""PMC's list; of an empty tex-math PMC803 speaks."""

_META = ("article-meta", "front-stub")
_PARENTS = {
    "title": ("sec", "app"),
    "publisher": ("journal-meta",),
    **dict.fromkeys(("supplement", "volume", "issue", "fpage", "lpage", "elocation-id"), _META),
}
"""Where PMC lets these be empty (title, supplement), or where another rule reports it."""

_DATES = frozenset(("month", "year"))
_CITATIONS = ("element-citation", "mixed-citation")
_VOCABULARY = ("vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier")


@rule("PMC637", on="/", services=("pmc",))
def nothing_is_empty(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """An element that carries content must not be empty.

    Why: an empty element shows as a gap, a lone mark or a line without text; PMC refuses it.
    Wrong: <p>The tide moves <xref ref-type="bibr" rid="B1">1</xref> mud<sup> </sup> in harbours <xref ref-type="bibr"
        rid="B2">2</xref>.</p>
    Wrong: <sec sec-type="results" id="s3">… <!-- new --><p/></sec>
    Right: <p>The tide moves <xref ref-type="bibr" rid="B1">1</xref> mud<sup>a</sup> in harbours <xref ref-type="bibr"
        rid="B2">2</xref>.</p>
    Source: PMC Style Checker 5.31, empty-element-check
    """
    for name in _FILLED:
        for el in context.all(name):
            if _is_empty(el) and not _is_let_pass(el):
                yield Hit(f"{tagged(el)} is empty: fill it in or remove it", el)


def _is_empty(el: Element) -> bool:
    """`is_blank`, quickly: this is asked of half of all elements."""
    if len(el) == 0:
        text = el.text
        return not text or (text[0] <= " " and not text.strip())
    return not isinstance(el[0].tag, str) and is_blank(el)


def _is_let_pass(el: Element) -> bool:
    """Whether PMC lets an empty element pass, or another rule reports it."""
    name = str(el.tag)
    if name in _PARENTS:
        return parent_name(el) in _PARENTS[name]
    if name == "role":
        return all(attribute in el.attrib for attribute in _VOCABULARY)
    if name in _DATES:
        return not is_in_citation(el) and within(el, "front", "front-stub")
    if name in _CITATIONS:
        return _is_only_citation(el)
    return name == "sec" and el.get("sec-type") == "display-objects"


def _is_only_citation(el: Element) -> bool:
    ref = el.getparent()
    return ref is not None and ref.tag == "ref" and sum(1 for _ in ref.iterchildren(*_CITATIONS)) == 1
