"""Lists, quotes and preformatted text."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden

_TYPES = ("order", "bullet", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper", "simple")
_QUESTIONS = "QandA"
_LINE = 76

forbidden(
    Row(
        "PMC632",
        on="disp-quote//preformat",
        services=("pmc",),
        page="""A quotation holds no preformatted text.

        Why: PMC can show it as the one or the other.
        Wrong: <disp-quote><preformat>load = a * h</preformat></disp-quote>
        Right: <preformat>load = a * h</preformat>
        Source: PMC Style Checker 5.31, disp-quote-content-check
        """,
    ),
    "take the quotation away around it",
)


@rule("COM630", on="list", services=("scielo", "pmc"))
def list_has_a_known_type(el: Element) -> Iterator[Hit]:
    """A list says how its items are marked, in one of the known ways.

    Why: without it the numbers or dots of the list get lost.
    Wrong: <list>… <!-- no @list-type --></list>
    Wrong: <list list-type="numbered">…</list>
    Right: <list list-type="order">…</list>
    Source: PMC Style Checker 5.31, list-type-check; SciELO Publishing Schema 1.10, list_rules
    """
    kind = el.get("list-type", "")
    if kind in _TYPES:
        return
    if not kind:
        yield Hit(f"the list has no list-type: {any_of(_TYPES)}")
    else:
        services = ("scielo",) if kind == _QUESTIONS else None
        yield Hit(f"list-type {quoted(kind)} must be {any_of(_TYPES)}", attribute="list-type", services=services)


@rule(
    "COM631",
    on="list-item/label",
    services=("pmc", "jats4r", "scielo"),
    severities={"jats4r": Severity.WARNING},
)
def items_are_marked_once(el: Element) -> Iterator[str]:
    """An item has a label of its own only in a simple list.

    Why: the label stands beside the number or dot that the list makes.
    Wrong: <list list-type="order"><list-item><label>1.</label><p>at the mouth;</p></list-item>
        <list-item><label>2.</label><p>at the quay.</p></list-item></list>
    Right: <list list-type="simple"><list-item><label>1.</label><p>at the mouth;</p></list-item>
        <list-item><label>2.</label><p>at the quay.</p></list-item></list>
    Source: PMC Style Checker 5.31, list-item-content-check; JATS4R Schematron 1.0, accessibility-warnings
    """
    item = el.getparent()
    around = None if item is None else item.getparent()
    kind = None if around is None else around.get("list-type")
    first = around is not None and around.find("list-item/label") is el
    if first and kind in _TYPES and kind != "simple":  # of unknown types COM630 speaks
        yield f'the list is of type "{kind}", which marks the items itself: take the labels away or use "simple"'


@rule("COM632", on="list", services=("scielo",), severity=Severity.WARNING)
def list_has_several_items(el: Element) -> Iterator[Hit]:
    """A list has two items or more, and none is empty.

    Why: one item is a paragraph; an empty one shows a mark without text.
    Wrong: <list list-type="bullet"><list-item><p>at the mouth.</p></list-item></list>
    Right: <list list-type="bullet"><list-item><p>at the mouth;</p></list-item><list-item><p>at the quay.</p></list-item></list>
    Source: SciELO Publishing Schema 1.10, min_list_items
    """
    items = el.findall("list-item")
    if len(items) < 2:
        yield Hit(f"the list has {'one item' if items else 'no items'}: write a paragraph")
    for item in items:
        if all(is_blank(child) for child in item):
            yield Hit("the item of the list is empty", item)


@rule("PMC630", on="list/@continued-from", services=("pmc",))
def continued_list_goes_on_from_another(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A list that continues another names that list, and no circle is made.

    Why: its numbers can't be counted.
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
                yield Hit(f"continued-from {quoted(name)} names no list", attribute="continued-from")
            return
        seen.add(at)
        if target in seen:
            yield Hit(f"continued-from {quoted(name)} leads back to this list", attribute="continued-from")
            return
        at = target


@rule("PMC631", on="list", services=("pmc",))
def questions_and_answers_are_told_apart(el: Element) -> Iterator[Hit]:
    """In a list of questions and answers every paragraph says which it is.

    Why: PMC sets questions and answers apart by it.
    Wrong: <list list-type="QandA"><list-item><p>Why harbours?</p><p>They fill with mud.</p></list-item></list>
    Right: <list list-type="QandA"><list-item><p content-type="question">Why harbours?</p>
        <p content-type="answer">They fill with mud.</p></list-item></list>
    Source: PMC Style Checker 5.31, list-q-and-a-check
    """
    for paragraph in el.iterfind("list-item/p") if el.get("list-type") == _QUESTIONS else ():
        if paragraph.get("content-type") not in ("question", "answer"):
            yield Hit(f'{tagged(paragraph)} has neither content-type="question" nor "answer"', paragraph)
            return


@rule("PMC633", on="preformat", services=("pmc",))
def preformatted_lines_are_short(el: Element) -> Iterator[str]:
    """A line of preformatted text has at most 76 characters.

    Why: longer ones run out of the page.
    Wrong: <preformat>load = a * height + b * current + c * wind + d * salinity + e * temperature + f</preformat>
    Right: <preformat>load = a * height + b * current</preformat>
    Source: PMC Style Checker 5.31, preformat-line-length-check
    """
    longest = max("".join(map(str, el.itertext())).splitlines() or [""], key=len)
    if len(longest) > _LINE:
        yield f"a line has {len(longest)} characters, at most {_LINE} fit: {quoted(longest, 40)}"
