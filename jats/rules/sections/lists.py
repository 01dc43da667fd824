"""Lists, quotes and preformatted text."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank
from jats.rules.engine.registry import Hit, rule

_TYPES = ("order", "bullet", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper", "simple")
_QUESTIONS = "QandA"


@rule("COM630", on="list", services=("scielo", "pmc"))
def list_has_a_known_type(el: Element) -> Iterator[Hit]:
    """The type of a list must be one of the known ones, and SciELO requires a type on every list.

    Why: without a type, the numbers or bullets of the list are lost.
    Wrong (scielo): <list>… <!-- no @list-type --></list>
    Wrong: <list list-type="numbered">…</list>
    Right: <list list-type="order"><list-item><p>at the mouth;</p></list-item><list-item><p>at the quay.</p></list-item></list>
    Source: PMC Style Checker 5.31, list-type-check; SciELO Publishing Schema 1.10, list_rules
    """
    kind = el.get("list-type", "")
    if not kind and "list-type" not in el.attrib:
        yield Hit(f"the <list> has no list-type: write {any_of(_TYPES)}", services=("scielo",))
    elif kind not in _TYPES:
        services = ("scielo",) if kind == _QUESTIONS else None
        message = f"list-type {quoted(kind)} is not in the list: write {any_of(_TYPES)}"
        yield Hit(message, attribute="list-type", services=services)


@rule(
    "COM631",
    on="list",
    services=("pmc", "jats4r", "scielo"),
    severity=Severity.WARNING,
    severities={"pmc": Severity.INFO},
)
def items_are_marked_once(el: Element) -> Iterator[Hit]:
    """An item of a list must not have a label of its own.

    Why: a screen reader announces the number or bullet that the type of the list makes; a label is read as text beside it.
    Wrong: <list list-type="order"><list-item><label>1.</label><p>at the mouth;</p></list-item>
        <list-item><label>2.</label><p>at the quay.</p></list-item></list>
    Right: <list list-type="order"><list-item><p>at the mouth;</p></list-item><list-item><p>at the quay.</p></list-item></list>
    Right (pmc): <list list-type="simple"><list-item><label>1.</label><p>at the mouth;</p></list-item>
        <list-item><label>2.</label><p>at the quay.</p></list-item></list>
    Source: JATS4R Schematron 1.0, accessibility-warnings; SciELO Publishing Schema 1.10, list_rules; PMC Style Checker 5.31,
        list-item-content-check
    """
    kind = el.get("list-type", "")
    count = len(el.findall("list-item/label"))
    if count:
        # A simple list makes no marks, so PMC means the other ones.
        services = ("jats4r", "scielo") if kind in ("", "simple") else None
        labels = f"{count} items have a <label>" if count > 1 else "one item has a <label>"
        message = f"{labels}: remove the labels, and choose the list-type that makes these marks, such as order"
        yield Hit(message, services=services)


@rule("COM632", on="list", services=("scielo",))
def list_has_several_items(el: Element) -> Iterator[Hit]:
    """A list must have at least two items, and none may be empty.

    Why: one item is a paragraph; an empty item shows a mark without text.
    Wrong: <list list-type="bullet"><list-item><p>at the mouth.</p></list-item></list>
    Right: <list list-type="bullet"><list-item><p>at the mouth;</p></list-item><list-item><p>at the quay.</p></list-item></list>
    Source: SciELO Publishing Schema 1.10, min_list_items
    """
    items = el.findall("list-item")
    if len(items) < 2:
        yield Hit(f"the list has {'one item' if items else 'no items'}: write a <p> instead")
    for item in items:
        if all(is_blank(child) for child in item):
            yield Hit("the item of the list is empty: fill it in or remove it", item, severity=Severity.WARNING)


@rule("PMC630", on="list/@continued-from", services=("pmc",))
def continued_list_goes_on_from_another(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A list that continues another must name that list, and must not lead back to itself.

    Why: PMC cannot count the numbers of its items.
    Wrong: <list list-type="order" id="l2" continued-from="l2"><list-item><p>at the mouth;</p></list-item>
        <list-item><p>at the quay.</p></list-item></list>
    Right: <sec sec-type="methods" id="s2">… <!-- new --><list list-type="order" id="l1"><list-item><p>at the mouth;</p>
        </list-item><list-item><p>at the quay.</p></list-item></list><!-- new --><list list-type="order" id="l2"
        continued-from="l1"><list-item><p>at sea;</p></list-item><list-item><p>ashore.</p></list-item></list></sec>
    Source: PMC Style Checker 5.31, list-continued-check
    """
    seen, at = set[Element](), el
    while name := at.get("continued-from"):
        target = context.ids.get(name)
        if target is None or target.tag != "list":
            if at is el:
                yield Hit(f"no <list> has the id {quoted(name)}: correct continued-from", attribute="continued-from")
            return
        seen.add(at)
        if target in seen:
            yield Hit(
                f"continued-from {quoted(name)} leads back to this list: name an earlier one",
                attribute="continued-from",
            )
            return
        at = target


@rule("PMC631", on="list", services=("pmc",))
def questions_and_answers_are_told_apart(el: Element) -> Iterator[Hit]:
    """In a list of questions and answers, paragraphs must say which they are.

    Why: PMC formats questions and answers differently.
    Wrong: <list list-type="QandA"><list-item><p>Why harbours?</p><p>They fill with mud.</p></list-item></list>
    Right: <list list-type="QandA"><list-item><p content-type="question">Why harbours?</p>
        <p content-type="answer">They fill with mud.</p></list-item></list>
    Source: PMC Style Checker 5.31, list-q-and-a-check
    """
    if el.get("list-type") != _QUESTIONS:
        return
    if not any(each.get("content-type") in ("question", "answer") for each in el.iterfind(".//p")):
        yield Hit(
            'no <p> of the list has a content-type: write content-type="question" or content-type="answer" on each'
        )
