"""Footnotes after the text, or of an appendix."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from jats.elements.build import Cursor, Element, element, text_element
from jats.elements.ids import id_attribute
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.elements.notes import write_note
from jats.model.footnotes import FootnoteGroup
from jats.model.notes import Note

_TAG = "fn-group"


def write_footnotes(footnotes: Sequence[Note | FootnoteGroup], parent: str, at: Cursor) -> list[Element]:
    """`<fn-group>` for footnotes that follow each other, and for each group that the article file makes."""
    if not at.can(parent, _TAG):
        if footnotes:
            at.lose(_TAG, parent)
        return []
    made: list[Element | None] = []
    for plain, run in groupby(enumerate(footnotes), lambda item: isinstance(item[1], Note)):
        given = list(run)
        if plain:
            made.append(element(_TAG, at, None, _write_notes([one for _, one in given], at, given[0][0])))
        else:
            made += [_write_group(one, at / index) for index, one in given if isinstance(one, FootnoteGroup)]
    return [one for one in made if one is not None]


def _write_group(group: FootnoteGroup, at: Cursor) -> Element | None:
    return element(
        _TAG,
        at,
        {
            **id_attribute(group.id, _TAG, at / "id"),
            "content-type": (group.type, at / "type"),
            "xml:lang": (foreign(group.language, at.context.language), at / "language"),
        },
        text_element("label", at, "label", group.label),
        write_text("title", group.title, at / "title"),
        _write_notes(group.footnotes, at / "footnotes", 0),
    )


def _write_notes(notes: Sequence[Note | FootnoteGroup], at: Cursor, first: int) -> list[Element | None]:
    """Each as `<fn>`; `first` is the number of the first one in its field."""
    made = []
    for index, note in enumerate(notes, first):
        if isinstance(note, Note):
            here = at / index
            identifier = (here / "id").identify(note.id, "fn", "fn") if note.id else None
            made.append(write_note(note, identifier, here))
    return made
