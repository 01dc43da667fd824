"""References as text get their fields, and keep their text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from jats.citations.parse import parse
from tests.conftest import SHARED


def test_fields_are_characters_of_the_untouched_text() -> None:
    text = "Roe, J., & Doe, A. B. (2021).  Tides and their names. Journal of Tides, 12(3), 45–59. doi:10.1234/tides.5"
    parsed = parse(text)
    assert parsed.text == text
    assert [(span.of(text), span.label) for span in parsed.spans] == [
        ("Roe", "author_surname"),
        ("J.", "author_given"),
        ("Doe", "author_surname"),
        ("A. B.", "author_given"),
        ("2021", "year"),
        ("Tides and their names", "article_title"),
        ("Journal of Tides", "source"),
        ("12", "volume"),
        ("3", "issue"),
        ("45", "fpage"),
        ("59", "lpage"),
        ("10.1234/tides.5", "doi"),
    ]
    assert parsed.type == "journal"


def test_a_book_is_told_from_an_article() -> None:
    parsed = parse("Poe M. The salt of the sea. 2nd ed. London: Harbour Press; 2015.")
    assert parsed.type == "book"
    assert parsed.fields == {
        "authors": [{"surname": "Poe", "given": "M"}],
        "source": "The salt of the sea",
        "edition": "2nd",
        "publisher_loc": "London",
        "publisher": "Harbour Press",
        "year": "2015",
    }


def test_a_translation_in_brackets_and_the_note_of_the_language_are_fields_of_their_own() -> None:
    parsed = parse(
        "Malynka, O. P. (2018). Mova richok [The language of rivers]. "
        "Naukovi obrii – Horizons of science. 14, 139–146. [in Ukr.]."
    )
    assert parsed.fields["article_title"] == "Mova richok"
    assert parsed.fields["trans_title"] == "The language of rivers"
    assert parsed.fields["source"] == "Naukovi obrii"
    assert parsed.fields["trans_source"] == "Horizons of science"
    assert parsed.fields["lang"] == "in Ukr"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "…",
        "\ud800\udfff",
        "1",
        "((((",
        "a" * 10_000,
        "ISO " * 1_000,
        "\u202e\u0000",
        "<b>&amp;",
        "Roe, R. (2007). Tides (2ª e, SP: Harbour",
    ],
)
def test_text_that_is_no_reference_is_kept_and_harmless(text: str) -> None:
    parsed = parse(text)
    assert parsed.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in parsed.spans)


def test_spans_are_in_order_and_do_not_overlap(shared: object) -> None:
    page = (SHARED / "seed" / "page.txt").read_text(encoding="utf-8")
    for line in page.splitlines():
        spans = parse(line).spans
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_one_word_may_be_a_title_before_a_journal() -> None:
    fields = parse("Roe, J. (2020). Tides. Journal of Tides, 3(1), 5–9.").fields
    assert (fields["article_title"], fields["source"]) == ("Tides", "Journal of Tides")
