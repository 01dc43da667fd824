"""One cited work as a citation: in its fields, as printed, or in both forms as alternatives."""

from __future__ import annotations

from collections.abc import Sequence

from jats.draft import Path
from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.kept import PLAIN
from jats.elements.references.both_forms import printed_text, write_both_forms
from jats.elements.references.fields import citation_attributes, fields
from jats.elements.references.labelled import marks_in
from jats.elements.references.links import name_links
from jats.elements.references.marks import Mark
from jats.elements.references.parts import CITATION, CitationPart
from jats.elements.references.printed import MIXED, write_mixed_citation
from jats.elements.references.scripts import in_script, other_script
from jats.elements.references.structured import write_annotation, write_element_citation
from jats.elements.references.unsaid import unsaid_words
from jats.model.inline import Inline
from jats.model.references import Entry, Work


def write_citations(entry: Entry, at: Cursor, label: str | None = None) -> list[Element]:
    """The work, with the other ways to say it as alternatives; `label` is what is printed before it in its reference.

    It is one citation, but two if both forms are asked for beside each other.
    """
    form = at.context.form("citation")
    if form == "both" and not entry.alternatives and at.can("ref", MIXED):
        forms = write_both_forms(entry, at)
        if label and forms:
            _put_label(label, forms[-1], at)
        name_links(forms, at)
        return forms
    forms = _write_forms(entry, at, label, form)
    for index, other in enumerate(entry.alternatives):
        forms += _write_forms(other, at / "alternatives" / index, other.label, form)
    name_links(forms, at)
    made = forms[0] if len(forms) == 1 else element("citation-alternatives", at, None, forms)
    return [] if made is None else [made]


def _write_forms(work: Work, at: Cursor, label: str | None, form: str | None) -> list[Element]:
    """Text with the fields marked in it; the fields alone if there is no text; both if the text doesn't say all.

    `form` is the one that is asked for, if any.
    """
    parts = list(fields(work, at))
    attributes = citation_attributes(work, at)
    if form == "element" and work.text and not (work.title or work.source):
        at.context.unfielded.append(at.path)
    if work.text and (form != "element" or not (work.title or work.source)):
        forms = _write_printed(work, work.text, parts, attributes, at)
        if form == "alternatives" and len(forms) == 1 and parts:
            forms += _present(write_element_citation(work, parts, attributes, at, annotated=False))
    elif form == "mixed" and parts:
        forms = _write_composed(work, parts, attributes, at)
    else:
        forms = _present(write_element_citation(work, parts, attributes, at))
        if work.text:
            _report_unsaid(work.text, parts, at)
    if label and forms:
        _put_label(label, forms[0], at)
    return forms


def _present(made: Element | None) -> list[Element]:
    return [] if made is None else [made]


def _write_printed(
    work: Work, text: Inline, parts: Sequence[CitationPart], attributes: Attributes, at: Cursor
) -> list[Element]:
    """Fields in another script than the text are a form of their own, not a mistake: they are not reported."""
    marks, missing = marks_in(text, parts, at)
    forms = [_write_marked(work, text, marks, attributes, at)]
    if missing:
        script = other_script(text, parts)
        if at.context.form("citation") == "mixed":
            _report(missing, at, None)
            return [one for one in forms if one is not None]
        if script is None:
            _report(missing, at, "in an element-citation beside the text")
        else:
            attributes = in_script(attributes, script)
        forms.append(write_element_citation(work, parts, attributes, at, annotated=False))
    return [one for one in forms if one is not None]


def _write_marked(
    work: Work, text: Inline, marks: Sequence[Mark], attributes: Attributes, at: Cursor
) -> Element | None:
    printed = write_mixed_citation(text, attributes, marks, at)
    annotation = write_annotation(work, at) if work.annotation else None
    if printed is not None and annotation is not None:
        printed.append(annotation)
    return printed


def _write_composed(work: Work, parts: Sequence[CitationPart], attributes: Attributes, at: Cursor) -> list[Element]:
    """A printed text that is made of the fields, with the fields marked in it."""
    structured = write_element_citation(work, parts, attributes, at, annotated=False)
    if structured is None:
        return []
    text = Inline.of(printed_text(structured))
    for one in structured.iter():
        at.context.forget(one)
    at.context.composed.append(at.path)
    marks, _ = marks_in(text, parts, at)
    return _present(_write_marked(work, text, marks, attributes, at))


def _report_unsaid(text: Inline, parts: Sequence[CitationPart], at: Cursor) -> None:
    """Report the words of a text that are in no field."""
    marks, _ = marks_in(text, parts, at)
    words = unsaid_words(text.plain(), marks)
    if words:
        at.context.unsaid.append((at.path, words))


def _report(missing: Sequence[tuple[Path, str]], at: Cursor, moved: str | None) -> None:
    for path, tag in missing:
        Cursor(at.context, at.path + path).lose(tag, MIXED, moved)


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
