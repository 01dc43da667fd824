"""Mentions in running text of figures, tables and references, which could be links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import COMMON
from jats.vocab.numbers import whole_number

_NUMBERED = r"\.?[ \u00a0]?(\d{1,2})(?![\d.]\d|[-–]?\d)"
_MENTIONS = tuple(
    (kind, sign, re.compile(pattern))
    for kind, sign, pattern in (
        ("fig", "Fig", rf"Fig(?:ure|ura)?{_NUMBERED}"),
        ("fig", "Рис", rf"Рис(?:унок)?{_NUMBERED}"),
        ("table", "Tab", rf"Tab(?:le|la|ela)?{_NUMBERED}"),
        ("table", "uadro", rf"uadro{_NUMBERED}"),
        ("table", "Табл", rf"Табл(?:ица|иця)?{_NUMBERED}"),
        ("ref", "[", r"\[(?<![\w)\]]\[)(\d{1,3})\]"),
    )
)
"""Kind of what is mentioned, letters that every mention has, and the mention with its number."""

_ELSEWHERE = re.compile(r"[a-zA-Z,)]{0,3} (?:of|in|from|by|de|en|em|aus|von|у|в) ", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_SUPPLEMENT = re.compile(r"[A-Z]\.?\d|\d[A-Za-z]")
_NO_TEXT = ("ref-list", "abstract", "trans-abstract", "front", "front-stub", "supplementary-material")
_KINDS = {"fig": ("fig", "fig"), "table": ("table-wrap", "table"), "ref": ("ref", "bibr")}
"""Group of the pattern → the element that is mentioned, and the kind of link that leads to it."""


@rule("COM625", on="/", services=(COMMON, "scielo"), severity=Severity.WARNING)
def mentions_are_links(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The text names a figure, a table or a reference of the article without a link to it.

    Why: Readers on a screen want to jump there.
    Wrong: <p>The load is highest in spring (see Figure 1), as shown by others <xref ref-type="bibr" rid="B1">1</xref>,
        <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Right: <p>The load is highest in spring (see <xref ref-type="fig" rid="f1">Figure 1</xref>), as shown by others
        <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: editors' practice; SciELO Publishing Schema 1.10, xref_rules
    """
    reported: set[Element] = set()
    for paragraph in context.all("p"):
        text = "\0".join([paragraph.text or "", *[child.tail or "" for child in paragraph]])
        for kind, sign, pattern in _MENTIONS:
            for match in pattern.finditer(text) if sign in text else ():
                target = _numbered(context, kind).get(int(match[1]))
                if target is None or target in reported or not _is_text_of(context, paragraph, target):
                    continue
                if kind == "ref" or not _ELSEWHERE.match(text, match.end()):
                    reported.add(target)
                    link = f'<xref ref-type="{_KINDS[kind][1]}" rid="{target.get("id")}">'
                    yield Hit(f"{quoted(match[0])} is in the article but is not a link: write {link}", paragraph)


def _is_text_of(context: RuleContext, paragraph: Element, target: Element) -> bool:
    """Whether a paragraph is text of the part that a target belongs to, and not the target's own caption."""
    around = (*_NO_TEXT, str(target.tag))
    return context.part_of(paragraph) is context.part_of(target) and not within(paragraph, *around)


def _numbered(context: RuleContext, kind: str) -> dict[int, Element]:
    """The figures, tables or references, those with one number in their label, by it."""
    return context.once(("numbered", kind), lambda: _by_number(context, kind))


def _by_number(context: RuleContext, kind: str) -> dict[int, Element]:
    found: dict[int, Element] = {}
    for el in context.all(_KINDS[kind][0]):
        label = child_text(el, "label") or ""
        numbers = _NUMBER.findall(label)
        number = whole_number(numbers[0]) if len(numbers) == 1 else None
        if number is not None and el.get("id") and not _SUPPLEMENT.search(label):
            found.setdefault(number, el)
    return found
