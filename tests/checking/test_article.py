"""Findings on what is built from an article file are shown at the file's own line, column and field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jats.checking.options import CheckOptions
from jats.findings import Severity
from jats.results import Verdict
from tests.checking.journals import ARTICLE, CLEAN, JOURNAL, checked, for_targets, found, journal


def test_a_clean_article_file_is_valid_and_without_errors(tmp_path: Path) -> None:
    result = checked(CLEAN, journal(tmp_path)).result
    assert result.verdict is Verdict.VALID
    assert [finding for finding in result.findings if finding.severity is Severity.ERROR] == []
    assert (result.schema, result.doi) == ("publishing-1.3-mathml3", "10.9999/tides.1")


def test_what_a_rule_finds_is_shown_at_the_field_that_made_the_element(tmp_path: Path) -> None:
    name = journal(tmp_path)
    finding = found(ARTICLE, name)["CHK010"]
    assert str(finding.place) == f"{name}:3:6"
    assert finding.data_path == "doi"
    assert finding.xml_path is None


def test_its_place_in_the_xml_is_there_only_if_it_is_asked_for(tmp_path: Path) -> None:
    finding = found(ARTICLE, journal(tmp_path), CheckOptions(show_xml=True))["CHK010"]
    assert finding.xml_path == "/article/front/article-meta/article-id"
    assert finding.xml_place is not None


def test_its_source_line_is_there_to_be_underlined(tmp_path: Path) -> None:
    result = checked(ARTICLE, journal(tmp_path)).result
    finding = next(finding for finding in result.findings if finding.code == "CHK010")
    excerpt = result.excerpts[finding.place]
    assert excerpt.text[excerpt.mark : excerpt.mark + excerpt.width] == "10.5555/jats-init-example"


def test_what_is_inherited_is_shown_in_the_file_that_says_it(tmp_path: Path) -> None:
    inherited = JOURNAL.replace("defaults: {", "defaults: {doi: 10.5555/jats-init-example, ")
    name = journal(tmp_path, journal_file=inherited)
    finding = found(CLEAN.replace("doi: 10.9999/tides.1", "subjects: Tides"), name)["CHK010"]
    assert Path(finding.place.file).resolve() == tmp_path / "journal.yaml"
    assert finding.place.line == 6
    excerpt = checked(CLEAN.replace("doi: 10.9999/tides.1", "subjects: Tides"), name).result.excerpts[finding.place]
    assert excerpt.text[excerpt.mark : excerpt.mark + excerpt.width] == "10.5555/jats-init-example"


def test_the_place_in_the_xml_is_given_when_asked(tmp_path: Path) -> None:
    name = journal(tmp_path)
    assert found(ARTICLE, name)["CHK010"].xml_place is None
    place = found(ARTICLE, name, CheckOptions(show_xml=True))["CHK010"].xml_place
    assert place is not None
    assert Path(place.file).name == "tides.xml"
    assert (place.line or 0) > 3
    assert not (tmp_path / "articles" / "tides" / "tides.xml").exists()


def test_one_fault_is_one_finding(tmp_path: Path) -> None:
    codes = found(CLEAN.replace("1825-0097", "1825-0098"), journal(tmp_path)).keys()
    assert "INP121" in codes
    assert "COM105" not in codes


SEVERAL = (
    CLEAN
    + """affiliations:
  - id: seas
    institution: {en: Institute of Seas, uk: Інститут морів}
    country: {en: Ukraine, uk: Україна}
    country_code: XX
license: {text: Open access, url: http://creativecommons.org/licenses/by/4.0/legalcode}
"""
)
"""A code of a country, and the address of a licence, which are each written more than once."""


@pytest.mark.parametrize(
    ("code", "field", "line"), [("COM132", "affiliations[1].country_code", 18), ("COM408", "license.url", 19)]
)
def test_a_value_that_is_written_twice_is_reported_once_at_its_own_line(
    code: str, field: str, line: int, tmp_path: Path
) -> None:
    result = checked(SEVERAL, journal(tmp_path), for_targets("scielo", "crossref")).result
    (finding,) = [finding for finding in result.findings if finding.code == code]
    assert (finding.data_path, finding.place.line) == (field, line)


def test_two_faults_of_one_kind_in_one_paragraph_are_two_findings(tmp_path: Path) -> None:
    links = '<a href="https://a.example/ x">one</a> and <a href="https://b.example/ y">two</a>'
    text = CLEAN.replace("They come and go.", f"'See {links}.'")
    findings = checked(text, journal(tmp_path), for_targets("crossref", "pmc", "scielo")).result.findings
    assert [finding.data_path for finding in findings if finding.code == "COM904"] == ["abstract", "abstract"]


def test_faults_of_the_input_do_not_hide_what_rules_find_elsewhere(tmp_path: Path) -> None:
    codes = found(ARTICLE.replace("1825-0097", "1825-0098"), journal(tmp_path)).keys()
    assert {"INP121", "CHK010"} <= codes


@pytest.mark.parametrize("text", ["", "- a list", "title: [", "tilte: x\n", "{", "title: On tides\n"])
def test_what_is_no_article_is_told_and_not_valid(tmp_path: Path, text: str) -> None:
    result = checked(text, str(tmp_path / "article.yaml")).result
    assert result.verdict is Verdict.INVALID
    assert any(finding.severity is Severity.ERROR for finding in result.findings)


def test_pmc_takes_full_text_and_others_do_not_ask(tmp_path: Path) -> None:
    name = journal(tmp_path)
    assert found(CLEAN, name, for_targets("pmc"))["CHK011"].services == ("pmc",)
    assert "CHK011" not in found(CLEAN, name, for_targets("crossref"))


def test_targets_are_those_of_the_journal_file_unless_others_are_asked(tmp_path: Path) -> None:
    name = journal(tmp_path, journal_file=JOURNAL + "targets: [pmc]\n")
    assert "CHK011" in found(CLEAN, name)
    assert "CHK011" not in found(CLEAN, name, for_targets("crossref"))
    (tmp_path / "jats.toml").write_text('targets = ["doaj"]', encoding="utf-8")
    (tmp_path / "articles" / "tides" / ".git").mkdir()
    assert "CHK011" not in found(CLEAN, journal(tmp_path / "articles" / "tides"))


def test_rules_are_chosen_and_re_rated_by_the_journals_configuration(tmp_path: Path) -> None:
    name = journal(tmp_path)
    (tmp_path / "jats.toml").write_text('[severities]\nCHK010 = "warning"', encoding="utf-8")
    assert found(ARTICLE, name)["CHK010"].severity is Severity.WARNING
    assert "CHK010" not in found(ARTICLE, name, CheckOptions(ignore=("CHK010",)))


def test_the_same_input_is_told_the_same_way_again(tmp_path: Path) -> None:
    name = journal(tmp_path)
    assert checked(ARTICLE, name, for_targets("pmc")) == checked(ARTICLE, name, for_targets("pmc"))


def test_json_and_toml_files_have_places_too(tmp_path: Path) -> None:
    journal(tmp_path)
    json_text = '{\n "doi": "10.5555/jats-init-example",\n "title": "On tides", "authors": ["Roe, Jane"]\n}'
    toml_text = 'title = "On tides"\nauthors = ["Roe, Jane"]\ndoi = "10.5555/jats-init-example"\n'
    for text, suffix, line in ((json_text, "json", 2), (toml_text, "toml", 3)):
        finding = found(text, str(tmp_path / "articles" / f"a.{suffix}"))["CHK010"]
        assert (finding.place.line, finding.data_path) == (line, "doi")


def test_other_variants_are_built_and_judged_when_asked(tmp_path: Path) -> None:
    request = CheckOptions(replace(CheckOptions().options, version="1.1", tag_set="archiving"))
    assert checked(CLEAN, journal(tmp_path), request).result.schema == "archiving-1.1-mathml3"


def test_the_order_of_dates_is_judged_only_if_every_date_can_be_read(tmp_path: Path) -> None:
    dated = CLEAN.replace("published: 2023-03-30", "published: {electronic: 2023-03-30}")
    history = "history: {{received: {}, accepted: 2023-05-17}}\n"
    assert "COM210" in found(dated + history.format("2023-02-20"), journal(tmp_path))
    codes = found(dated + history.format("2023-02-30"), journal(tmp_path))
    assert "INP126" in codes
    assert "COM210" not in codes


def test_a_tag_without_meaning_is_reported_once(tmp_path: Path) -> None:
    codes = found(CLEAN.replace("They come", "They <it>come</it>"), journal(tmp_path))
    assert "did you mean <i>?" in codes["INP241"].message
    assert "COM912" not in codes
    alone = found(CLEAN.replace("They come", "They come</i>"), journal(tmp_path))
    assert "write <i> before the words" in alone["INP241"].message


@pytest.mark.parametrize(("pages", "code"), [("14-8", "INP236"), ("121-9", "INP211"), ("8-14", None)])
def test_a_short_range_that_may_be_turned_round_is_not_guessed(pages: str, code: str | None, tmp_path: Path) -> None:
    codes = found(CLEAN.replace("pages: 8-14", f"pages: {pages}"), journal(tmp_path))
    assert {"INP236", "INP211"} & codes.keys() == ({code} if code else set())
