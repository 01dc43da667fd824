"""Reviewed works and supplementary material as hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st

from jats.model.products import Price, Product
from jats.model.supplementary import SupplementaryMaterial
from tests.drawing import (
    BLOCK,
    INLINE,
    LANGUAGE,
    MEDIA_TYPE,
    NUMBER,
    PARAGRAPHS,
    TEXT,
    TOKEN,
    URL,
    fields_of,
    ids,
    localized,
    one_or_several,
)
from tests.drawn_front import COPYRIGHT, LICENSE
from tests.drawn_references import SIZES
from tests.drawn_related import WORK

_FILE = st.sampled_from(["s1.pdf", "video", "https://example.org/data.CSV", "архів.zip"])
_PRICE = st.one_of(
    INLINE,
    st.dictionaries(st.sampled_from(["EUR", "UAH"]), NUMBER, min_size=1, max_size=2),
    one_or_several(fields_of(Price, "text", text=INLINE, currency=TOKEN)),
)
_PRODUCT = fields_of(
    Product,
    "reference",
    type=st.sampled_from(["book", "film", "software"]),
    id=TOKEN,
    reference=WORK,
    price=_PRICE,
    size=SIZES,
    url=URL,
    title=TEXT,
)

_MATERIAL = fields_of(
    SupplementaryMaterial,
    "file",
    most=10,
    file=_FILE,
    id=TOKEN,
    ids=ids("publisher-id", "archive"),
    type=TOKEN,
    label=NUMBER,
    title=INLINE,
    caption=PARAGRAPHS,
    alt_text=localized(TEXT),
    description=localized(TEXT),
    media_type=MEDIA_TYPE,
    language=LANGUAGE,
    position=st.sampled_from(["anchor", "background", "float", "margin"]),
    orientation=st.sampled_from(["portrait", "landscape"]),
    content=st.one_of(PARAGRAPHS, BLOCK),
    attribution=INLINE,
    copyright=COPYRIGHT,
    license=LICENSE,
)

FIELDS = {
    "products": one_or_several(st.one_of(TEXT, _PRODUCT)),
    "supplementary_material": one_or_several(st.one_of(_FILE, _MATERIAL)),
}
"""Fields of an article that this file draws."""
