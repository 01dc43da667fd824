"""What PMC asks of the ids and groups of author manuscripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import MATH, Element, parent_name, prefixed_name, tagged, within
from jats.rules.engine.registry import Hit, rule

_PREFIXES = {
    "fig": "F",
    "table-wrap": "T",
    "disp-formula": "FD",
    MATH: "M",
    "list": "L",
    "disp-quote": "Q",
    "supplementary-material": "SD",
    "sec": "S",
    "ack": "S",
    "aff": "A",
    "app": "APP",
    "boxed-text": "BX",
    "fn": "FN",
    "ref": "R",
    "p": "P",
}
_PARENTS_OF_P = ("body", "app", "sec")
_NUMBERED = re.compile(r"([A-Z]+)\d+\w*")


@rule("PMC635", on=("/", "@id"), services=("pmc",))
def ids_of_manuscripts_have_prefixes(el: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript, the id of an element must be the letters of its kind and a number.

    Why: PMC's programs tell the objects of manuscripts apart by their ids.
    Wrong (manuscript): <sec sec-type="methods" id="methods">… <title>Methods</title></sec>
    Wrong (manuscript): <floats-group>… <!-- new --><fig position="float"><label>Figure 8</label><caption><title>Quay</title>
        </caption><graphic xlink:href="jts-15-gf08.jpg"/></fig></floats-group>
    Right (manuscript): <sec sec-type="methods" id="S2">… <title>Methods</title></sec>
    Source: PMC Style Checker 5.31, id-content-test
    """
    if not context.is_manuscript:
        return
    if el is context.root:
        yield from _without_ids(context)
    elif (prefix := _prefix(el)) and ((match := _NUMBERED.fullmatch(el.attrib["id"])) is None or match[1] != prefix):
        message = f"the id of {tagged(el)} is {quoted(el.attrib['id'])}: write {prefix} and a number, such as {prefix}1"
        yield Hit(message, attribute="id")


def _without_ids(context: RuleContext) -> Iterator[Hit]:
    """One finding for each kind: if ids are missing, all paragraphs lack one."""
    for name in _PREFIXES:
        lacking = [el for el in context.all(prefixed_name(name)) if "id" not in el.attrib and _needs_one(el)]
        if lacking:
            more = f", the first of {len(lacking)}" if len(lacking) > 1 else ""
            prefix = _prefix(lacking[0])
            message = f"{tagged(lacking[0])} has no id{more}: write one, such as {prefix}1"
            yield Hit(message, lacking[0])


def _needs_one(el: Element) -> bool:
    return el.tag != "p" or (parent_name(el) in _PARENTS_OF_P and not within(el, "abstract", "trans-abstract"))


def _prefix(el: Element) -> str:
    return "TFN" if el.tag == "fn" and within(el, "table-wrap") else _PREFIXES.get(str(el.tag), "")


@rule("PMC636", on=("fig-group", "table-wrap-group"), services=("pmc",))
def manuscripts_have_no_groups(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An author manuscript must not have groups of figures or tables.

    Why: PMC places every figure and table by itself; it refuses groups of tables.
    Wrong (manuscript): <floats-group>… <!-- new --><table-wrap-group id="TG1" position="float"><table-wrap id="T8">
        <label>Table 8</label><caption><title>Quay</title></caption><table><thead><tr><th>Place</th></tr></thead><tbody><tr>
        <td>Mouth</td></tr></tbody></table></table-wrap></table-wrap-group></floats-group>
    Right (manuscript): <floats-group>… <table-wrap id="T1" position="float"><label>Table 1</label><caption>
        <title>Quay</title></caption><table><thead><tr><th>Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table>
        </table-wrap></floats-group>
    Source: PMC Style Checker 5.31, fig-group and table-wrap-group
    """
    if context.is_manuscript:
        # The checker's message on groups of figures is never shown.
        severity = Severity.WARNING if el.tag == "fig-group" else None
        yield Hit(f"an author manuscript has {tagged(el)}: take its members out of the group", severity=severity)
