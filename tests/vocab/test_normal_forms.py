"""Normal forms are Unicode's own, and take linear time however many combining marks follow each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.vocab import normal_forms
from jats.vocab.normal_forms import composed, taken_apart, without_accents
from tests.linear import is_linear

MARKS = st.sampled_from("aé\u0301\u0323\u0308\u093c\u094d\u3099\uff9e\uff9fﬁİ１ ")
TEXTS = st.text() | st.text(MARKS, min_size=30, max_size=80)


@given(TEXTS)
def test_the_forms_are_those_of_unicode(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFKD", text)
    assert taken_apart(text) == apart
    assert without_accents(text) == "".join(sign for sign in apart if not unicodedata.combining(sign))


@pytest.mark.parametrize("form", [composed, taken_apart, without_accents])
@pytest.mark.parametrize("marks", ["\u0301\u0323", "\uff9e\u0301"])
def test_many_marks_take_linear_time(form: Callable[[str], str], marks: str) -> None:
    assert is_linear(form, lambda n: "a" + marks * n, 5_000)


def test_no_other_module_normalises() -> None:
    own = Path(normal_forms.__file__)
    others = [path for path in own.parents[1].rglob("*.py") if path != own]
    assert [path for path in others if "unicodedata.normalize(" in path.read_text("utf-8")] == []
