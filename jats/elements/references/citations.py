"""One cited work as a citation: in its fields, as printed, or in both forms as alternatives."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.kept import PLAIN
from jats.elements.references.both_forms import write_both_forms
from jats.elements.references.fields import citation_attributes, fields
from jats.elements.references.labelled import labelled_marks
from jats.elements.references.marks import Marking
from jats.elements.references.parts import CITATION, CitationPart
from jats.elements.references.printed import MIXED, write_mixed_citation
from jats.elements.references.scripts import in_script, other_script
from jats.elements.references.structured import write_annotation, write_element_citation
from jats.model.inline import LabelledInline
from jats.model.references import Entry, Work


def write_citations(entry: Entry, at: Cursor, label: str | None = None) -> list[Element]:
    """The work, with the other ways to say it as alternatives; `label` is what is printed before it in its reference.

    It is one citation, but two for a target that asks for both forms beside each other.
    """
    if at.context.wants("citation", "both") and not entry.alternatives and at.can("ref", MIXED):
        forms = write_both_forms(entry, at)
        if label and forms:
            _put_label(label, forms[-1], at)
        return forms
    forms = _write_forms(entry, at, label)
    for index, other in enumerate(entry.alternatives):
        forms += _write_forms(other, at / "alternatives" / index, other.label)
    made = forms[0] if len(forms) == 1 else element("citation-alternatives", at, None, forms)
    return [] if made is None else [made]


def _write_forms(work: Work, at: Cursor, label: str | None) -> list[Element]:
    """Text with the fields marked in it; the fields alone if there is no text; both if the text doesn't say all."""
    parts = list(fields(work, at))
    attributes = citation_attributes(work, at)
    if work.text:
        forms = _write_printed(work, parts, attributes, at)
    else:
        made = write_element_citation(work, parts, attributes, at)
        forms = [] if made is None else [made]
    if label and forms:
        _put_label(label, forms[0], at)
    return forms


def _write_printed(work: Work, parts: Sequence[CitationPart], attributes: Attributes, at: Cursor) -> list[Element]:
    """Fields in another script than the text are a form of their own, not a mistake: they are not reported."""
    if work.text is None:
        return []
    if isinstance(work.text, LabelledInline):
        return _write_labelled(work, work.text, parts, attributes, at)
    marking = Marking(work.text, at)
    marking.mark_all(parts)
    printed = write_mixed_citation(work.text, attributes, marking.marks, at)
    annotation = write_annotation(work, at) if work.annotation else None
    if printed is not None and annotation is not None:
        printed.append(annotation)
    forms = [printed]
    if marking.missing:
        script = other_script(work.text, parts)
        if script is None:
            _report(marking, at)
        else:
            attributes = in_script(attributes, script)
        forms.append(write_element_citation(work, parts, attributes, at, annotated=False))
    return [one for one in forms if one is not None]


def _write_labelled(
    work: Work, text: LabelledInline, parts: Sequence[CitationPart], attributes: Attributes, at: Cursor
) -> list[Element]:
    """The text of a reference that was parsed: its parts are known by their characters, and all fields are in it."""
    printed = write_mixed_citation(text, attributes, labelled_marks(text, parts, at), at)
    annotation = write_annotation(work, at) if work.annotation else None
    if printed is not None and annotation is not None:
        printed.append(annotation)
    return [] if printed is None else [printed]


def _report(marking: Marking, at: Cursor) -> None:
    for path, tag in marking.missing:
        Cursor(at.context, at.path + path).lose(tag, MIXED, "in an element-citation beside the text")


def _put_label(label: str, citation: Element, at: Cursor) -> None:
    """Put the number before the work; if the variant has no label there, into the text, or into a comment."""
    here, tag = at / "label", str(citation.tag)
    text, citation.text = citation.text, None
    if at.can(CITATION, "label"):
        made = element("label", here, None, label)
    elif tag == MIXED:
        here.lose("label", tag, PLAIN)
        citation.text = f"{label} {text or ''}"
        return
    else:
        here.lose("label", tag, "as comment")
        made = element("comment", here, {"content-type": "label"}, label)
    if made is not None:
        made.tail = f" {text or ''}" if tag == MIXED else None
        citation.insert(0, made)
