"""What PMC asks of the ids and groups of author manuscripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import MATH, Element, tagged, within
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
_NUMBERED = re.compile(r"([A-Z]+)\d+\w*")


@rule("PMC635", on="@id", services=("pmc",))
def ids_of_manuscripts_have_prefixes(el: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript the id of an element is the letters of its kind and a number.

    Why: PMC's programs tell the objects of manuscripts by their ids.
    Wrong (manuscript): <sec sec-type="methods" id="methods">… <title>Methods</title></sec>
    Right (manuscript): <sec sec-type="methods" id="s2">…</sec>
    Source: PMC Style Checker 5.31, id-content-test
    """
    if not context.is_manuscript:
        return
    prefix = _PREFIXES.get(str(el.tag))
    if el.tag == "fn" and within(el, "table-wrap"):
        prefix = "TFN"
    match = _NUMBERED.fullmatch(el.attrib["id"])
    if prefix and (match is None or match[1] != prefix):
        yield Hit(
            f"the id of {tagged(el)} is {quoted(el.attrib['id'])}; it must be {prefix} and a number", attribute="id"
        )


@rule("PMC636", on=("fig-group", "table-wrap-group"), services=("pmc",))
def manuscripts_have_no_groups(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript has no groups of figures or tables.

    Why: PMC places every figure and table by itself.
    Wrong (manuscript): <floats-group>… <!-- new --><fig-group id="FG1" position="float"><fig id="F8"><label>Figure 8</label>
        <caption><title>Quay</title></caption><graphic xlink:href="jts-15-gf08.jpg"/></fig></fig-group></floats-group>
    Right (manuscript): <floats-group>…</floats-group>
    Source: PMC Style Checker 5.31, fig-group and table-wrap-group
    """
    if context.is_manuscript:
        yield f"{tagged(el)} stands in an author manuscript: take its members out"
