"""Whether a service would take an article: by its own rules, whatever the journal has chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jats.checking.options import CheckOptions
from jats.options import Options
from jats.results import Readiness
from jats.rules.engine.targets import SERVICES
from tests.checking.journals import CLEAN, XML, checked, journal

PLAIN = CheckOptions()


def answers(text: str, name: str, *targets: str, asked: CheckOptions = PLAIN) -> dict[str, Readiness]:
    asked = replace(asked, options=Options(targets=targets), readiness=True)
    return {answer.target: answer for answer in checked(text, name, asked).readiness}


def test_an_article_without_text_is_not_ready_for_pmc_and_the_report_says_why(tmp_path: Path) -> None:
    answer = answers(CLEAN, journal(tmp_path), "pmc", "crossref")["pmc"]
    assert not answer.ready
    assert "CHK011" in [finding.code for finding in answer.blocks]


def test_each_service_is_told_its_own_findings_alone(tmp_path: Path) -> None:
    answer = answers(CLEAN, journal(tmp_path), "pmc", "crossref")["crossref"]
    assert answer.ready
    assert all("crossref" in finding.services for finding in answer.likes)


@pytest.mark.parametrize("asked", [CheckOptions(ignore=("CHK", "PMC", "COM")), CheckOptions(select=("COM9",))])
def test_what_the_journal_has_chosen_away_still_blocks(tmp_path: Path, asked: CheckOptions) -> None:
    name = journal(tmp_path)
    (tmp_path / "jats.toml").write_text('[severities]\nCHK011 = "info"\n', encoding="utf-8")
    assert not answers(CLEAN, name, "pmc", asked=asked)["pmc"].ready


def test_what_is_suppressed_in_the_file_still_blocks() -> None:
    text = XML.replace("<body>", "<?x?><body>").replace("10.5555/1", "10.5555/jats-init-example")
    text = text.replace("<article-id", "<?jats-ignore CHK010 an example it shall stay?><article-id")
    assert not answers(text, "a.xml", "crossref")["crossref"].ready


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_not_valid_is_ready_for_nobody(service: str) -> None:
    assert not answers(XML.replace("</body>", "<nonsense/></body>"), "a.xml", service)[service].ready
    assert not answers("<article>", "a.xml", service)[service].ready


@pytest.mark.parametrize("service", [name for name in SERVICES if name != "jats4r"])
def test_what_only_the_network_or_a_database_knows_is_named(service: str) -> None:
    assert answers(XML, "a.xml", service)[service].unknown


def test_a_document_without_a_schema_of_ours_is_not_called_invalid_but_unknown() -> None:
    text = XML.replace("JATS (Z39.96) Journal Publishing DTD v1.3 20210610", "Journal Publishing DTD v3.0 20080202")
    text = text.replace(' dtd-version="1.3"', "").replace("JATS-journalpublishing1-3.dtd", "journalpublishing3.dtd")
    answer = answers(text, "a.xml", "pmc")["pmc"]
    assert "SCH006" not in [finding.code for finding in answer.blocks]
    assert "whether it is valid" in answer.unknown[0]


def test_without_targets_all_services_are_asked() -> None:
    assert tuple(answers(XML, "a.xml")) == SERVICES
