"""Names of persons as hypothesis draws them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jats.model.people import Name
from tests.drawing import LANGUAGE, fields_of, texts

NAME_PART = texts("abcXYZ .-'їєґЖщ中文λéß&<", 10)
LAST_FIRST = st.tuples(NAME_PART, NAME_PART).map(", ".join)
SHORT_NAME = st.one_of(LAST_FIRST, NAME_PART, st.just("King, Martin L., Jr."))


def _fitting(drawn: dict[str, Any]) -> dict[str, Any]:
    """The name without initials of what isn't in it."""
    return {key: value for key, value in drawn.items() if not key.endswith("_initials") or key.split("_")[0] in drawn}


_NAME = fields_of(
    Name,
    "surname",
    surname=NAME_PART,
    given=NAME_PART,
    surname_initials=NAME_PART,
    given_initials=NAME_PART,
    prefix=NAME_PART,
    suffix=NAME_PART,
    style=st.sampled_from(["western", "eastern", "islensk", "given-only"]),
    full=NAME_PART,
    language=LANGUAGE,
)
NAME = st.one_of(
    SHORT_NAME,
    _NAME.map(_fitting),
    st.fixed_dictionaries({"full": NAME_PART}),
    st.fixed_dictionaries({"given": NAME_PART}),
)
