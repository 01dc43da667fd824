"""Elements that PMC refuses empty."""

from __future__ import annotations

from collections.abc import Iterator

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, tagged, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.references.cited import is_in_citation

_FILLED = frozenset(
    "abbrev abstract ack address app app-group article-categories article-meta award-desc award-group award-id "
    "award-name back bio body boxed-text caption chapter-title colgroup compound-kwd-part conference contrib-id "
    "counts date date-in-citation def-item def-list disp-quote fig fig-group fpage funding-group funding-source "
    "funding-statement glossary index issue-part issue-sponsor journal-meta license-p lpage monospace month named- "
    "content note notes object-id open-access overline p page-range patent person-group phone prefix preformat "
    "principal-award-recipient principal-investigator private-char product pub-date pub-id publisher publisher-loc "
    "question ref-list response role roman sc season sec series series-text series-title source speaker speech "
    "statement std strike string-date string-name sub sub-article subj-group subtitle suffix sup supplement table "
    "table-wrap table-wrap-foot table-wrap-group tbody term term-head textual-form tfoot thead time-stamp title "
    "title-group tr trans-abstract trans-source trans-subtitle trans-title underline verse-group verse-line volume "
    "volume-id volume-series issue elocation-id year".split()
)
"""Of the 151 in PMC's list those of which no other rule speaks: see COM012, COM026, COM101, COM116, COM301, COM502, PMC803."""

_PLACES = frozenset(("volume", "issue", "fpage", "lpage", "elocation-id"))
_DATES = frozenset(("month", "year"))


@rule("PMC637", on="/", services=("pmc",))
def nothing_is_empty(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """Elements that stand for something are not empty.

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
            text = el.text
            if len(el) == 0 and not (text and (text[0] > " " or text.strip())) and not _is_told(el):
                yield Hit(f"{tagged(el)} is empty: fill it or take it away", el)


def _is_told(el: Element) -> bool:
    """Whether another rule tells of the empty element: on places in an issue, dates, display objects."""
    if el.tag in _PLACES:
        return parent_name(el) in ("article-meta", "front-stub")
    if el.tag in _DATES:
        return not is_in_citation(el) and within(el, "front", "front-stub")
    return el.tag == "sec" and el.get("sec-type") == "display-objects"
