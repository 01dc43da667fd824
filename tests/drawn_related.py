"""Forms of the title, related articles and objects as hypothesis draws them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jats.model.related import ObjectName, RelatedArticle, RelatedObject
from jats.model.titles import AltTitle
from tests.drawing import DOI, INLINE, LANGUAGE, NUMBER, TEXT, TOKEN, URL, fields_of, localized, one_or_several
from tests.drawn_notes import NOTES
from tests.drawn_references import WORK as CITED


def _work(drawn: dict[str, Any]) -> dict[str, Any]:
    """A reference as it may stand outside of the list."""
    return {key: value for key, value in drawn.items() if key != "label"}


WORK = st.one_of(INLINE, CITED.map(_work))
"""What is printed of a work, or its fields."""

_KIND = st.sampled_from(["corrected-article", "retracted-article", "companion", "preprint"])
_PMID = st.sampled_from([12345678, "1"])


def _with_url(drawn: dict[str, Any]) -> dict[str, Any]:
    return drawn if "url" in drawn else {key: value for key, value in drawn.items() if key != "url_type"}


_ARTICLE = fields_of(
    RelatedArticle,
    "type",
    "doi",
    most=10,
    type=_KIND,
    id=TOKEN,
    doi=DOI,
    pmid=_PMID,
    pmcid=st.just("PMC13900"),
    url=URL,
    url_type=TOKEN,
    journal_id=TEXT,
    journal_id_type=TOKEN,
    volume=NUMBER,
    issue=NUMBER,
    page=NUMBER,
    elocation_id=NUMBER,
    language=LANGUAGE,
    title=TEXT,
    reference=WORK,
).map(_with_url)

_NAME = st.one_of(TEXT, DOI, fields_of(ObjectName, "id", type=TOKEN, id=TEXT, id_type=TOKEN))

_OBJECT = fields_of(
    RelatedObject,
    "document",
    most=8,
    id=TOKEN,
    type=TOKEN,
    relation=TOKEN,
    source=_NAME,
    document=_NAME,
    object=_NAME,
    doi=DOI,
    url=URL,
    url_type=TOKEN,
    language=LANGUAGE,
    title=TEXT,
    reference=WORK,
).map(_with_url)

_ALT_TITLE = fields_of(AltTitle, "text", type=TOKEN, text=localized(INLINE))

FIELDS = {
    "alt_titles": st.one_of(
        INLINE, st.dictionaries(TOKEN, localized(INLINE), min_size=1, max_size=2), one_or_several(_ALT_TITLE)
    ),
    "title_notes": NOTES,
    "related_articles": st.one_of(
        st.dictionaries(_KIND, one_or_several(st.one_of(DOI, URL, TEXT)), min_size=1, max_size=2),
        one_or_several(_ARTICLE),
    ),
    "related_objects": one_or_several(_OBJECT),
}
"""Fields of an article that this file draws."""
