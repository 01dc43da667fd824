"""Glossaries: terms and what they mean, as definition lists."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.blocks import write_blocks
from jats.elements.build import Cursor, Element, element, text_element
from jats.elements.ids import id_attribute
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.elements.object_ids import write_object_ids
from jats.model.glossary import Glossary, Term

_TAG = "glossary"


def write_glossaries(glossaries: Sequence[Glossary], at: Cursor) -> list[Element]:
    """One `<glossary>` each, with those inside it."""
    made = [_write_glossary(one, at / index) for index, one in enumerate(glossaries)]
    return [one for one in made if one is not None]


def _write_glossary(glossary: Glossary, at: Cursor) -> Element | None:
    return element(
        _TAG,
        at,
        {
            **id_attribute(glossary.id, _TAG, at / "id"),
            "content-type": (glossary.type, at / "type"),
            "xml:lang": (foreign(glossary.language, at.context.language), at / "language"),
        },
        write_object_ids(glossary.ids, at / "ids", _TAG) if glossary.ids else None,
        text_element("label", at, "label", glossary.label),
        write_text("title", glossary.title, at / "title"),
        write_blocks(glossary.text, at / "text", _TAG),
        element("def-list", at / "terms", None, [_write_term(*one) for one in _places(glossary.terms, at / "terms")]),
        write_glossaries(glossary.glossaries, at / "glossaries"),
    )


def _places(terms: Sequence[Term], at: Cursor) -> list[tuple[Term, Cursor]]:
    return [(term, at / index) for index, term in enumerate(terms)]


def _write_term(term: Term, at: Cursor) -> Element | None:
    here = at / "definition"
    return element(
        "def-item",
        at,
        id_attribute(term.id, "def-item", at / "id"),
        write_text("term", term.term, at / "term"),
        element("def", here, None, write_blocks(term.definition, here, "def")),
    )
