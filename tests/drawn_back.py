"""What stands behind the text as hypothesis draws it."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from jats.model.back import (
    Acknowledgement,
    BackField,
    BackNote,
    Biography,
    DataAvailability,
    Statement,
)
from jats.model.footnotes import FootnoteGroup
from jats.model.glossary import Glossary, Term
from tests.drawing import (
    INLINE,
    LANGUAGE,
    NUMBER,
    PARAGRAPHS,
    TEXT,
    TOKEN,
    URL,
    Strategy,
    by_language,
    fields_of,
    ids,
    one_or_several,
    texts,
)
from tests.drawn_content import SECTIONS
from tests.drawn_notes import note

_HEADING = texts("abcXYZ їє", 8)
_PART: dict[str, Any] = {
    "id": st.one_of(TOKEN, TEXT),
    "label": NUMBER,
    "title": INLINE,
    "language": LANGUAGE,
    "text": PARAGRAPHS,
    "sections": SECTIONS,
}
TYPED: dict[str, Any] = {**_PART, "type": TOKEN}
"""The fields of most of what stands behind the text."""


def _one_or_many(item: Strategy) -> Strategy:
    return st.one_of(item, st.lists(st.one_of(INLINE, item), min_size=1, max_size=2))


def by_heading(item: Strategy) -> Strategy:
    """Parts by their headings, one, or a list."""
    return st.one_of(
        st.dictionaries(_HEADING, st.one_of(PARAGRAPHS, item), min_size=1, max_size=2),
        item,
        st.lists(item, min_size=1, max_size=2),
    )


_ACKNOWLEDGEMENT = fields_of(Acknowledgement, "text", **TYPED, ids=ids("archive"))
_DATA = fields_of(DataAvailability, "text", **_PART, status=st.sampled_from(["data-available", "uninformed"]))
_BIOGRAPHY = fields_of(Biography, "text", **TYPED, refers_to=st.builds(list), url=URL)
_NOTE = fields_of(BackNote, "text", **{**_PART, "type": st.sampled_from(["note-in-proof", "disclaimer", "x"])})
BACK_NOTES = st.one_of(by_heading(_NOTE), INLINE)

_TERM = fields_of(Term, "term", "definition", id=st.one_of(TOKEN, TEXT), term=INLINE, definition=PARAGRAPHS)
_TERMS = st.one_of(st.dictionaries(_HEADING, PARAGRAPHS, min_size=1, max_size=2), one_or_several(_TERM))


@st.composite
def glossary(draw: st.DrawFn, depth: int = 1) -> Any:
    """A glossary, with others inside it."""
    below = one_or_several(glossary(depth - 1)) if depth else st.builds(list)
    fields = {key: value for key, value in TYPED.items() if key != "sections"}
    return draw(fields_of(Glossary, "terms", **fields, ids=ids("archive"), terms=_TERMS, glossaries=below))


GLOSSARIES = st.one_of(
    st.dictionaries(_HEADING, PARAGRAPHS, min_size=1, max_size=2), glossary(), st.lists(glossary(), max_size=2)
)
_FOOTNOTE = note(st.one_of(TOKEN, TEXT))
_FOOTNOTE_GROUP = fields_of(
    FootnoteGroup,
    "footnotes",
    id=TOKEN,
    label=NUMBER,
    title=INLINE,
    type=TOKEN,
    language=LANGUAGE,
    footnotes=one_or_several(st.one_of(INLINE, _FOOTNOTE)),
)
FOOTNOTES = one_or_several(st.one_of(INLINE, _FOOTNOTE, _FOOTNOTE_GROUP))

FIELDS = {
    "conflict_of_interest": st.one_of(by_language(PARAGRAPHS), one_or_several(st.one_of(INLINE, _FOOTNOTE))),
    "acknowledgements": st.one_of(_one_or_many(_ACKNOWLEDGEMENT), by_language(st.one_of(PARAGRAPHS, _ACKNOWLEDGEMENT))),
    "data_availability": st.one_of(_one_or_many(_DATA), by_language(st.one_of(PARAGRAPHS, _DATA))),
    "statements": by_heading(fields_of(Statement, "title", "text", **TYPED)),
    "footnotes": FOOTNOTES,
    "glossary": GLOSSARIES,
    "back_notes": BACK_NOTES,
    "biographies": _one_or_many(_BIOGRAPHY),
    "back_order": st.lists(st.sampled_from(get_args(BackField)), unique=True, max_size=3),
}
"""Fields of an article that this file draws."""
