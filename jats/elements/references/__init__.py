"""The reference list: each reference by its fields, as printed with its fields marked, or both."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import At, Element, element, leaf
from jats.elements.references.fields import citation_attributes, fields
from jats.elements.references.marks import Marking
from jats.elements.references.printed import write_mixed_citation
from jats.elements.references.scripts import in_script, other_script
from jats.elements.references.structured import write_element_citation
from jats.model.article import Article
from jats.model.references import Reference

__all__ = ["write_ref_list"]


def write_ref_list(article: Article, at: At) -> Element | None:
    """`<ref-list>`; `None` where the article cites nothing."""
    here = at / "references"
    identifiers = _identifiers(article.references, here)
    refs = [
        _write_ref(reference, identifier, here / index)
        for index, (reference, identifier) in enumerate(zip(article.references, identifiers, strict=True))
    ]
    return element("ref-list", here, None, refs)


def _identifiers(references: Sequence[Reference], at: At) -> list[str]:
    """One for each reference: those given come first, so that none of them is taken by one that is made."""
    made = {
        index: (at / index / "id").identify(reference.id, "ref", "ref")
        for index, reference in enumerate(references)
        if reference.id is not None
    }
    return [made.get(index) or (at / index).identify(None, "ref", "ref") for index in range(len(references))]


def _write_ref(reference: Reference, identifier: str, at: At) -> Element | None:
    citation = _write_citation(reference, at)
    if citation is None:
        at.lose("ref", "ref-list")
        return None
    return element("ref", at, {"id": identifier}, leaf("label", at, "label", reference.label), citation)


def _write_citation(reference: Reference, at: At) -> Element | None:
    """Text with the fields marked in it; the fields alone where there is no text; both where the text doesn't say all.

    Fields in another script than the text are a form of their own, not a mistake: they are not reported.
    """
    parts = list(fields(reference, at))
    attributes = citation_attributes(reference)
    if not reference.text:
        return write_element_citation(parts, attributes, at)
    marking = Marking(reference.text, at)
    marking.mark_all(parts)
    printed = write_mixed_citation(reference.text, attributes, marking.marks, at)
    if not marking.missing:
        return printed
    script = other_script(reference.text, parts)
    if script is None:
        _report(marking, at)
    else:
        attributes = in_script(attributes, script)
    return element("citation-alternatives", at, None, printed, write_element_citation(parts, attributes, at))


def _report(marking: Marking, at: At) -> None:
    for path, tag in marking.missing:
        At(at.writing, at.path + path).lose(tag, "mixed-citation", "in an element-citation beside the text")
