"""Labels and captions of figures and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import Element, is_blank, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.figures.figure import is_named

_TYPED_LABEL = re.compile(
    r"(?:suppl(?:\.|ement\w*)\s*)?(?:fig(?:\.|ures?|uras?)?|tables?|tab\.|tablas?|tabelas?|scheme|box|рис\.|рисунок|табл\.|таблиц[яа])"
    r"\s*\.?\s*S?\d+",
    re.IGNORECASE,
)
_STYLES = ("bold", "italic", "monospace", "sc", "strike", "underline")
# A word of four letters before the full stop is no abbreviation; names of places and surveys, which follow it in some
# journals, go on in capitals.
_SENTENCES = re.compile(r"[a-z]{4}[)\]]?\. ([A-Z][a-z]+(?: [a-z][\w,-]*){2})")


@rule("COM712", on=("fig", "table-wrap", "boxed-text"), services=("jats4r", "scielo"), severity=Severity.WARNING)
def object_has_a_label(el: Element) -> Iterator[Hit]:
    """A figure or table has a label or a caption, and its label is not typed into the caption.

    Why: links say "Figure 1"; a program that makes the list of figures looks for the label.
    Wrong: <fig id="f1"><graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text>
        </graphic></fig>
    Wrong: <fig id="f1"><caption><title>Figure 1. Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Right: <fig id="f1"><label>Figure 1</label><caption><title>Load of sediments by month</title></caption>
        <graphic xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Source: JATS4R Schematron 1.0, display-object-warnings-1; SciELO Publishing Schema 1.10, label_or_caption
    """
    label, caption = el.find("label"), el.find("caption")
    if label is not None and not is_blank(label):
        return
    if caption is not None and (typed := _TYPED_LABEL.match(text_of(caption))):
        yield Hit(f"{quoted(typed[0])} is typed into the caption: put it into <label>", caption)
    elif (
        el.tag != "boxed-text"
        and not is_named(el)
        and not within(el, "abstract", "trans-abstract")
        and not _named_by_group(el)
    ):
        yield Hit(f"{tagged(el)} has neither label nor caption")


def _named_by_group(el: Element) -> bool:
    """A member of a group, or a form among alternatives, may leave the words to what is around it."""
    around = el.getparent()
    return around is not None and around.tag in ("fig-group", "table-wrap-group", "alternatives") and is_named(around)


@rule("COM715", on=("caption/title", "caption/p"), services=("pmc",), severity=Severity.WARNING)
def caption_is_plain(el: Element) -> Iterator[str]:
    """A caption is not wholly formatted, and its title is one sentence.

    Why: formatting of the whole is the journal's style and hides what is emphasised; the text of a title is set as a heading.
    Wrong: <fig id="f1">… <caption><title><bold>Load of sediments by month</bold></title></caption></fig>
    Wrong: <fig id="f1">… <caption>
        <title>Load of sediments by month. The bars show the deviation over twelve months.</title>
        </caption></fig>
    Right: <fig id="f1">… <caption><title>Load of sediments by month</title>
        <p>The bars show the deviation over twelve months.</p>
        </caption></fig>
    Source: PMC Style Checker 5.31, caption-format-test; PMC tagging guidelines, caption
    """
    if len(el) == 1 and not (el.text and el.text.strip()):
        only = el[0]
        if only.tag in _STYLES and not (only.tail and only.tail.strip()) and text_of(only):
            yield f"{tagged(el)} of the caption is wholly {tagged(only)}: take the formatting away"
            return
    if el.tag == "title" and parent_name(el) == "caption" and (seam := _SENTENCES.search(text_of(el))):
        yield f"the title of the caption holds several sentences; the rest, from {quoted(seam[1])}, belongs in <p>"
