"""Appendices as hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st

from jats.model.appendices import Appendix, AppendixGroup
from tests.drawing import FLAG, fields_of, ids, one_or_several
from tests.drawn_back import FOOTNOTES, GLOSSARIES, TYPED, by_heading
from tests.drawn_references import references

_APPENDIX = fields_of(
    Appendix,
    "title",
    "text",
    **TYPED,
    supplemental=FLAG,
    footnotes=FOOTNOTES,
    glossary=GLOSSARIES,
    references=references(),
)
_APPENDIX_GROUP = fields_of(
    AppendixGroup,
    "appendices",
    **{key: value for key, value in TYPED.items() if key != "sections"},
    ids=ids("archive"),
    supplemental=FLAG,
    appendices=one_or_several(_APPENDIX),
)

FIELDS = {
    "appendices": st.one_of(
        by_heading(_APPENDIX), st.lists(st.one_of(_APPENDIX, _APPENDIX_GROUP), min_size=1, max_size=2)
    ),
}
"""Fields of an article that this file draws."""
