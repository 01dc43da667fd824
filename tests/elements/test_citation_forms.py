"""The form of references that a person asks for: fields, printed text, or the two of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import etree

from jats.errors import InputError
from jats.options import Options
from jats.pipeline import Built, build_article
from tests.elements.test_printed_references import ARTICLE

LINE = "Roe MF, Doe AB. Salt deficiency. J Tides. 2007;357:266-81."
FIELDS = {"type": "journal", "authors": "Roe, J.", "date": "2019", "title": "Ebb", "source": "Seas", "volume": "3"}
BOTH = {"text": "Roe J. Ebb. Seas. 2019;3.", **FIELDS, "authors": "Roe, J", "issue": "7"}
REMARK = "See note 4 above."


def built(reference: Any, form: str | None, *targets: str) -> Built:
    data = json.dumps({**ARTICLE, "references": [reference]})
    return build_article(data.encode(), "article.json", Options(citation=form, targets=targets))


def shape(made: Built) -> list[str]:
    """The citations of the first reference; those that are alternatives in brackets."""
    assert made.xml is not None, made.findings
    (ref,) = etree.fromstring(made.xml).iter("ref")
    return [_shape(one) for one in ref]


def _shape(citation: etree._Element) -> str:
    tag = str(citation.tag)
    inner = " ".join(map(_shape, citation)) if tag.endswith("alternatives") else ""
    return f"[{inner}]" if inner else tag.removesuffix("-citation")


@pytest.mark.parametrize(
    ("reference", "form", "wanted"),
    [
        (LINE, None, ["mixed"]),
        (LINE, "mixed", ["mixed"]),
        (LINE, "element", ["element"]),
        (LINE, "both", ["mixed", "element"]),
        (LINE, "alternatives", ["[mixed element]"]),
        (FIELDS, None, ["element"]),
        (FIELDS, "mixed", ["mixed"]),
        (FIELDS, "element", ["element"]),
        (FIELDS, "both", ["mixed", "element"]),
        (FIELDS, "alternatives", ["element"]),
        (BOTH, None, ["[mixed element]"]),
        (BOTH, "mixed", ["mixed"]),
        (BOTH, "element", ["element"]),
        (REMARK, "element", ["mixed"]),
        (REMARK, "both", ["mixed"]),
        (REMARK, "alternatives", ["mixed"]),
    ],
)
def test_each_reference_has_the_form_that_is_asked_for(reference: Any, form: str | None, wanted: list[str]) -> None:
    assert shape(built(reference, form)) == wanted


def test_a_target_decides_if_nobody_else_does() -> None:
    assert shape(built(LINE, None, "scielo")) == ["mixed", "element"]
    assert shape(built(LINE, "mixed", "scielo")) == ["mixed"]


def test_fields_of_a_line_have_the_last_page_in_full() -> None:
    made = built(LINE, "both").xml
    assert made is not None
    pages = [one.text for one in etree.fromstring(made).iter("fpage", "lpage")]
    assert pages == ["266", "281"]
    assert b"357:266-81.</mixed-citation>" in made


def test_a_short_last_page_is_not_tagged_for_jats4r() -> None:
    made = built(LINE, None, "jats4r").xml
    assert made is not None
    assert b"<fpage>266</fpage>-81.</mixed-citation>" in made


def test_words_that_are_in_no_field_are_reported_when_the_text_is_left_out() -> None:
    made = built({"text": "Roe J. Ebb. Seas. 2019;3. Manuscript.", **FIELDS, "authors": "Roe, J"}, "element")
    assert [(finding.code, "Manuscript" in finding.message) for finding in made.findings] == [("INP606", True)]
    assert built(LINE, "element").findings == ()


def test_a_field_that_the_text_lacks_is_reported_when_only_the_text_is_written() -> None:
    assert [finding.code for finding in built(BOTH, "mixed").findings] == ["INP601"]


def test_text_made_of_fields_is_tagged_and_reported() -> None:
    made = built(FIELDS, "mixed")
    assert [finding.code for finding in made.findings] == ["INP605"]
    assert made.xml is not None
    assert b"<article-title>Ebb</article-title>. <source>Seas</source>." in made.xml


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(InputError, match="element, mixed, both or alternatives"):
        built(LINE, "structured")
