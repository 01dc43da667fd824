"""Labels and captions of figures and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.reading import Element, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.sections.headings import wholly_formatted

_TYPED_LABEL = re.compile(
    r"(?:suppl(?:\.|ement\w*)\s*)?(?:fig(?:\.|ures?|uras?)?|tables?|tab\.|tablas?|tabelas?|scheme|box|рис\.|рисунок|табл\.|таблиц[яа])"
    r"\s*\.?\s*S?\d+|suppl(?:\.|ement\w*)\s*S?\d+",
    re.IGNORECASE,
)
# A word of four letters before the full stop is not an abbreviation; names of places and surveys, which follow it in some
# journals, continue in capitals.
_SENTENCES = re.compile(r"[a-z]{4}[)\]]?\. ([A-Z][a-z]+(?: [a-z][\w,-]*){2})")


@rule(
    "COM712",
    on=("fig", "table-wrap", "boxed-text"),
    services=("jats4r", "scielo"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def object_has_a_label(el: Element) -> Iterator[Hit]:
    """The label of a figure or table must be in `<label>`, and for SciELO a table must have a label or a title.

    Why: links say "Figure 1"; a program that makes the list of figures looks for the label.
    Wrong (jats4r): <fig id="f1"><caption><title>Figure 1. Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Wrong (scielo): <table-wrap id="t1"><table><thead><tr><th>Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody>
        </table></table-wrap>
    Right: <fig id="f1"><label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: JATS4R Schematron 1.0, display-object-warnings-1; SciELO Publishing Schema 1.10, label_or_caption
    """
    label, caption = el.find("label"), el.find("caption")
    if label is not None and not is_blank(label):
        return
    if caption is not None and (typed := _TYPED_LABEL.match(_start_of(caption))):
        yield Hit(
            f"the caption begins with the label {quoted(typed[0])}: move it into <label>", caption, services=("jats4r",)
        )
    elif el.tag == "table-wrap" and (caption is None or caption.find("title") is None):
        message = "the table has no label and no title: add <label> or <caption><title>"
        yield Hit(message, services=("scielo",))


def _start_of(caption: Element) -> str:
    first = next(caption.iterchildren("title", "p"), None)
    return "" if first is None else text_of(first)


@rule("COM715", on=("caption/title", "caption/p"), services=("pmc",), severity=Severity.WARNING)
def caption_is_plain(el: Element) -> Iterator[str]:
    """A caption must not be wholly formatted, and its title must be one sentence.

    Why: formatting of the whole is the journal's style and hides what is emphasised; the title is printed as a heading.
    Wrong: <fig id="f1">… <caption><title><bold>Load of sediments by month</bold></title></caption></fig>
    Wrong: <fig id="f1">… <caption>
        <title>Load of sediments by month. The bars show the deviation over twelve months.</title>
        </caption></fig>
    Right: <fig id="f1">… <caption><title>Load of sediments by month</title>
        <p>The bars show the deviation over twelve months.</p>
        </caption></fig>
    Source: PMC Style Checker 5.31, caption-format-test; PMC tagging guidelines, caption
    """
    if styles := wholly_formatted(el):
        where = all_of(f"<{name}>" for name in styles)
        yield f"{tagged(el)} of the caption is wholly {where}: remove the formatting"
    elif el.tag == "title" and (seam := _SENTENCES.search(text_of(el))):
        yield f"the title of the caption has several sentences: move the rest, from {quoted(seam[1])}, into <p>"
