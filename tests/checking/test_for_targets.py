"""What is built for a target gives no finding that is about a choice of the writer, in the article file or in the XML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import jats
from jats.checking.editors_words import is_asked
from jats.checking.options import CheckOptions, settings_for
from jats.checking.run import check_bytes
from jats.rules.engine.targets import SERVICES
from tests.conftest import ROOT
from tests.strategies import article_data

WRITERS_CHOICE = {
    "pmc": {"COM104", "COM806", "PMC801"},
    "scielo": {"COM104", "COM806", "SPS508", "SPS622", "SPS712"},
    "jats4r": {"COM104", "J4R321"},
    "crossref": {"COM104"},
    "doaj": {"COM104"},
}
"""Codes by target that no field of an article file can change: the writer decides."""

OF_MARKUP = {"COM806", "PMC801"}
"""Drawn articles have formulas in JATS's own markup, which stays as it was typed: there a field can change these."""

OF_THE_TEXT = {"SPS622", "SPS712"}
"""What an article that has a body can change in it."""

SAMPLES = [
    *sorted(path for path in (ROOT / "samples").glob("*/*.yaml") if path.stem not in ("journal", "issue")),
    ROOT / "jats" / "data" / "init" / "articles" / "example" / "article.yaml",
]


def codes_in_file(source: Any, target: str) -> set[str]:
    found = jats.check(source, jats.Options(targets=(target,))).findings
    return {one.code for one in found if not one.code.startswith(("INP", "CHK"))}


def codes_in_xml(xml: bytes, target: str) -> set[str]:
    found = jats.check(xml, jats.Options(targets=(target,))).findings
    return {one.code for one in found if not one.code.startswith("CHK") and is_asked(one.code)}


@pytest.mark.slow
@pytest.mark.parametrize("target", SERVICES)
@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_samples_have_no_finding_that_no_field_can_change(source: Path, target: str) -> None:
    assert not codes_in_file(source, target) & WRITERS_CHOICE.get(target, set())


@pytest.mark.slow
@pytest.mark.parametrize("target", SERVICES)
@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_check_finds_in_the_article_file_what_it_finds_in_the_built_xml(source: Path, target: str) -> None:
    xml = jats.build(source, jats.Options(targets=(target,))).xml
    if xml is None:
        pytest.skip("the example has no journal beside it here")
    assert codes_in_file(source, target) == codes_in_xml(xml, target)


@pytest.mark.slow
@given(data=article_data())
def test_drawn_articles_have_no_finding_that_no_field_can_change(data: dict[str, Any]) -> None:
    changeable = OF_MARKUP | (OF_THE_TEXT if "body" in data else set())
    for target, choices in WRITERS_CHOICE.items():
        assert not codes_in_file(data, target) & (choices - changeable), target


def test_readiness_for_all_services_judges_what_is_built_for_each() -> None:
    data = b"format: 1\ntitle: Tides\nauthors: [{name: 'Roe, Jane', orcid: 0000-0002-1825-0097}]\n"
    request = CheckOptions(jats.Options(), readiness=True)
    answers = check_bytes(data, "-", request, settings_for("-", request)).readiness
    assert [answer.target for answer in answers] == list(SERVICES)
    assert "COM104" not in {one.code for answer in answers for one in (*answer.blocks, *answer.likes)}
