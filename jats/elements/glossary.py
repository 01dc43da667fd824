"""Glossaries: terms and what they mean, as definition lists."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.blocks import write_blocks
from jats.elements.build import At, Element, element, leaf
from jats.elements.ids import identity
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.elements.object_ids import write_object_ids
from jats.model.glossary import Glossary, Term

_TAG = "glossary"


def write_glossaries(glossaries: Sequence[Glossary], at: At) -> list[Element]:
    """One `<glossary>` each, with those inside it."""
    made = [_write_glossary(one, at / index) for index, one in enumerate(glossaries)]
    return [one for one in made if one is not None]


def _write_glossary(glossary: Glossary, at: At) -> Element | None:
    return element(
        _TAG,
        at,
        {
            **identity(glossary.id, _TAG, at / "id"),
            "content-type": glossary.type,
            "xml:lang": foreign(glossary.language, at.writing.language),
        },
        write_object_ids(glossary.ids, at / "ids", _TAG) if glossary.ids else None,
        leaf("label", at, "label", glossary.label),
        write_text("title", glossary.title, at / "title"),
        write_blocks(glossary.text, at / "text", _TAG),
        element("def-list", at / "terms", None, [_write_term(*one) for one in _places(glossary.terms, at / "terms")]),
        write_glossaries(glossary.glossaries, at / "glossaries"),
    )


def _places(terms: Sequence[Term], at: At) -> list[tuple[Term, At]]:
    return [(term, at / index) for index, term in enumerate(terms)]


def _write_term(term: Term, at: At) -> Element | None:
    here = at / "definition"
    return element(
        "def-item",
        at,
        identity(term.id, "def-item", at / "id"),
        write_text("term", term.term, at / "term"),
        element("def", here, None, write_blocks(term.definition, here, "def")),
    )
