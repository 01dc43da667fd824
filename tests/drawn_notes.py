"""Notes on the authors as hypothesis draws them."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from jats.model.notes import Correspondence, Note, NotesHeading
from tests.drawing import (
    INLINE,
    LANGUAGE,
    NUMBER,
    PARAGRAPHS,
    TEXT,
    TOKEN,
    Strategy,
    fields_of,
    localized,
    one_or_several,
)

_PRINTED = TEXT.map(lambda text: f"now in {text}, Lviv")
_KINDS = st.sampled_from(["coi-statement", "conflict", "present-address", "equal", "on-the-cover"])


@cache
def note(identifier: Strategy = TOKEN) -> Strategy:
    """A footnote in its long form."""
    return fields_of(
        Note, "text", id=identifier, type=_KINDS, label=NUMBER, symbol=NUMBER, language=LANGUAGE, text=PARAGRAPHS
    )


@cache
def address(identifier: Strategy = TOKEN) -> Strategy:
    """An address for letters in its long form."""
    return fields_of(Correspondence, "text", id=identifier, label=NUMBER, text=localized(INLINE))


NOTES = one_or_several(st.one_of(INLINE, note()))
CORRESPONDENCE = st.one_of(localized(INLINE), one_or_several(st.one_of(INLINE, address())))


@cache
def note_links(known: tuple[str, ...]) -> Strategy:
    """Notes that a person carries: of their own, or of the article."""
    listed = [st.sampled_from([f"note-{name}" for name in known])] if known else []
    return one_or_several(st.one_of(_PRINTED, note(), *listed))


@cache
def address_links(known: tuple[str, ...]) -> Strategy:
    """Addresses for letters to one person."""
    listed = [st.sampled_from([f"address-{name}" for name in known])] if known else []
    return one_or_several(st.one_of(_PRINTED, address(), *listed))


@cache
def heading(known: tuple[str, ...]) -> Strategy:
    """What stands above the notes."""
    about = one_or_several(st.sampled_from(known)) if known else st.builds(list)
    return st.one_of(TEXT, fields_of(NotesHeading, label=NUMBER, title=INLINE, text=PARAGRAPHS, refers_to=about))


@st.composite
def listed_notes(draw: st.DrawFn, known: tuple[str, ...]) -> dict[str, Any]:
    """The fields with all notes that contributors may name."""
    if not known:
        return {}
    return {
        "notes": [draw(note()) | {"id": f"note-{name}"} for name in known],
        "correspondence": [draw(address()) | {"id": f"address-{name}"} for name in known],
    }
