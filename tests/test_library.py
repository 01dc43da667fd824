"""The library: its names, what it takes, and that it says what the command line says."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import SearchStrategy

import jats
from tests.strategies import articles

TIDES: dict[str, Any] = {
    "title": "Tides",
    "authors": ["Doe, John"],
    "published": "2023-04-01",
    "journal": {"title": "Tides", "issn": "2520-6524", "ids": {"publisher-id": "tides"}},
}
INVALID = b"<article>\n<front/></article>"


def test_every_public_name_is_there_and_the_list_is_sorted() -> None:
    assert all(getattr(jats, name) is not None for name in jats.__all__)
    assert list(jats.__all__) == sorted(jats.__all__)
    assert dir(jats) == list(jats.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        jats.nonsense  # noqa: B018


def test_import_loads_nothing() -> None:
    code = (
        "import sys, jats; print([name for name in sys.modules if name.split('.')[0] in ('lxml', 'pydantic', 'yaml')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_data_bytes_an_article_and_a_file_give_the_same_xml(tmp_path: Path) -> None:
    file = tmp_path / "article.yaml"
    file.write_text("title: Tides\nauthors: ['Doe, John']\npublished: 2023-04-01\n")
    (tmp_path / "journal.yaml").write_text("title: Tides\nissn: 2520-6524\nids: {publisher-id: tides}\n")
    made = jats.build(TIDES).xml
    assert made is not None
    assert jats.build(file).xml == jats.build(str(file)).xml == made
    article = jats.read(file).article
    assert article is not None
    assert article == jats.read(TIDES).article
    assert jats.build(article).xml == made


def test_findings_on_data_name_the_field_and_no_line() -> None:
    (finding,) = jats.build(TIDES | {"autors": []}).findings
    assert (finding.data_path, finding.place) == ("autors", jats.Place("-"))
    assert jats.read(TIDES | {"autors": []}).article is None


def test_findings_on_bytes_have_their_line() -> None:
    assert jats.build(b"title: Tides\nautors: []\n").findings[0].place == jats.Place("-", 2, 1)
    assert jats.validate(INVALID).findings[0].place.file == "-"
    assert any(finding.place.line == 2 for finding in jats.validate(INVALID).findings)


def test_services_are_asked_where_they_are_named() -> None:
    asked = jats.Options(targets=("doaj",))
    without_title = b"<article><front><article-meta><abstract><p>TODO</p></abstract></article-meta></front></article>"
    assert jats.validate(without_title, asked).findings[0] == jats.validate(without_title).findings[0]
    for result in (jats.validate(without_title, asked), jats.check(without_title, asked), jats.check(TIDES, asked)):
        assert any("doaj" in finding.services for finding in result.findings)
    with pytest.raises(jats.TargetError):
        jats.validate(INVALID, jats.Options(targets=("pcm",)))


def test_dates_are_judged_against_the_day_that_is_given() -> None:
    asked = jats.Options(targets=("crossref",))
    for year, told in ((2022, True), (2026, False)):
        findings = jats.check(TIDES, asked, today=date(year, 1, 1)).findings
        assert any(finding.code == "COM209" for finding in findings) is told


def test_a_file_that_is_not_there_is_an_error_or_a_verdict() -> None:
    assert jats.validate("missing.xml").verdict == "unreadable"
    assert jats.check("missing.xml").verdict == "unreadable"
    for verb in (jats.read, jats.build):
        with pytest.raises(jats.InputError, match="no such file"):
            verb("missing.yaml")
    with pytest.raises(jats.SchemaError):
        jats.build(TIDES, jats.Options(version="9.9"))


DRAWN: SearchStrategy[jats.Article] = articles()


@given(article=DRAWN)
def test_an_article_that_is_dumped_is_read_again_as_it_was(article: jats.Article) -> None:
    dumped = article.model_dump(mode="json", exclude_defaults=True)
    assert jats.Article.model_validate(dumped) == article


DATA = {
    "language": "en",
    "title": "Tides and salt",
    "authors": ["Roe, Jane"],
    "published": "2024-03-30",
    "journal": {"title": "Journal of Tides", "issn": "1234-5679", "ids": {"publisher-id": "jt"}},
}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"authors": {"Roe, Jane"}}, "a set"),
        ({"authors": (name for name in ["Roe, Jane"])}, "a generator"),
        ({"title": b"Tides"}, "bytes"),
        ({"title": object()}, "an object"),
        ({"title": "Tides \ud800"}, "U+D800"),
    ],
)
def test_a_value_that_is_no_text_is_a_finding_at_its_field(fields: dict[str, object], says: str) -> None:
    built = jats.build({**DATA, **fields})
    assert built.xml is None
    assert [one.data_path for one in built.findings if says in one.message] == list(fields)


def test_an_input_without_a_path_has_the_name_that_it_is_given() -> None:
    built = jats.build({**DATA, "titel": "Tides"}, name="ms-17")
    assert built.file == "ms-17"
    assert str(built.findings[0]).startswith("ms-17 error INP101 titel: ")


def test_an_error_names_the_file_or_says_to_pass_bytes() -> None:
    with pytest.raises(jats.InputError, match=r"ms-17/article\.yaml: there is no such file"):
        jats.build("ms-17/article.yaml")
    with pytest.raises(jats.InputError, match="as bytes"):
        jats.build("<article/>")


def test_options_take_one_target_and_a_mapping_of_settings() -> None:
    options = jats.Options(targets="pmc", settings={"volume": "3"})  # type: ignore[arg-type]
    assert (options.targets, options.settings) == (("pmc",), (("volume", "3"),))
    assert jats.__version__
