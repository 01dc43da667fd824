"""Sections, lists, abstracts and keywords: what one service asks for is not asked of the others."""

from __future__ import annotations

import pytest

from tests.rules.examples import codes_in
from tests.rules.host import place


def found(example: str, service: str) -> dict[str, list[str]]:
    return codes_in(place(example, service), service)


def paragraph(inner: str) -> str:
    links = '<xref ref-type="bibr" rid="B1">1</xref> <xref ref-type="bibr" rid="B2">2</xref>'
    return f"<p>{inner} {links}.</p>"


@pytest.mark.parametrize("name", ["named-content", "sup", "bold", "styled-content"])
def test_elements_of_pmcs_list_must_not_be_empty(name: str) -> None:
    codes = found(paragraph(f"Mud <{name}/>"), "pmc")
    assert set(codes) == ({"PMC637"} if name in ("named-content", "sup") else set())


@pytest.mark.parametrize(
    "example",
    [
        '<sec sec-type="methods" id="s2">… <title/></sec>',
        '<role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Supervision" '
        'vocab-term-identifier="https://credit.niso.org/contributor-roles/supervision/"/>',
        paragraph("Mud <bold><italic/></bold>"),
    ],
)
def test_what_pmc_lets_be_empty_is_right(example: str) -> None:
    assert "PMC637" not in found(example, "pmc")


def test_element_with_a_comment_alone_is_empty() -> None:
    assert "PMC637" in found('<sec sec-type="results" id="s3">… <!-- new --><p><!-- later --></p></sec>', "pmc")


@pytest.mark.parametrize("place_of", ["back", "app-group"])
def test_section_without_a_title_is_found_everywhere(place_of: str) -> None:
    section = '<sec id="s9"><p>Mud.</p></sec>'
    part = (
        section if place_of == "back" else f'<app-group><app id="app1"><title>Levels</title>{section}</app></app-group>'
    )
    assert "COM601" in found(f"<back>… <!-- new -->{part}</back>", "jats4r")


def test_section_of_an_abstract_without_a_title_is_one_finding() -> None:
    sections = "<sec><p>We measured the level.</p></sec><sec><title>Results</title><p>Tides move mud.</p></sec>"
    assert set(found(f"<abstract>{sections}</abstract>", "jats4r")) == {"COM335"}


def test_heading_of_methods_needs_no_type() -> None:
    assert not found('<sec sec-type="methods" id="s2">… <!-- no @sec-type --></sec>', "pmc")


@pytest.mark.parametrize(("service", "codes"), [("pmc", set()), ("scielo", {"COM630"})])
def test_list_without_a_type_is_refused_by_scielo_alone(service: str, codes: set[str]) -> None:
    assert set(found("<list>… <!-- no @list-type --></list>", service)) == codes


@pytest.mark.parametrize("group", ["<subj-group>", '<subj-group subj-group-type="part">'])
def test_group_that_pmc_takes_for_the_section_is_right(group: str) -> None:
    subjects = f"<article-categories>{group}<subject>Research Article</subject></subj-group></article-categories>"
    assert not found(subjects, "pmc")
    assert set(found(subjects, "scielo")) == {"COM320"}


LINES = "Tides move the sediments of northern harbours. We measured the water level in two harbours over twelve months."


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 The Authors. All rights reserved.",
        "Copyright 2024 by Harbour Press",
        "Copyright: the authors",
        "Усі права захищено.",
        "J Tidal Stud 2024;12(3):15-24.",
        "Journal of Tidal Studies, 12(3), 15–24.",
        "Цитування: Коваленко Д. Припливи.",
        "To cite this article: Kovalenko D. Tides and sediments.",
        "Keywords: tides, mud",
        "doi: 10.70112/jts.2024.15",
    ],
)
def test_line_that_was_pasted_with_the_abstract_is_found(line: str) -> None:
    assert set(found(f"<abstract><p>{LINES}</p><p>{line}</p></abstract>", "pmc")) == {"COM338"}


@pytest.mark.parametrize(
    "text",
    [
        "The ratio was 2024; 12 samples were taken, from 15 to 24 metres.",
        "Purpose-built gauges and design-based sampling were used.",
        "Aims were met in 2019: 15 harbours were dredged.",
        "The copyright of charts is not our concern.",
    ],
)
def test_sentence_of_an_abstract_is_not_taken_for_a_pasted_line_or_a_heading(text: str) -> None:
    assert not found(f"<abstract><p>{text} {LINES}</p></abstract>", "pmc")


@pytest.mark.parametrize(
    "start", ["Methods: we", "<bold>Methods</bold> we", "<italic>Results.</italic> we", "Aim – to"]
)
def test_heading_in_a_paragraph_of_the_abstract_is_found(start: str) -> None:
    assert set(found(f"<abstract><p>{start} measured. {LINES}</p></abstract>", "pmc")) == {"COM337"}


def test_keywords_beside_another_child_are_no_list_for_pmc() -> None:
    group = "<kwd-group>{}<kwd>tides, mud</kwd></kwd-group>"
    assert set(found(group.format(""), "pmc")) == {"COM351"}
    assert not found(group.format("<title>Keywords</title>"), "pmc")


def test_second_group_with_a_title_of_its_own_is_right() -> None:
    group = "<kwd-group><title>{}</title><kwd>{}</kwd></kwd-group>"
    groups = group.format("Keywords", "tides") + group.format("Abbreviations", "MHW")
    assert not found(groups, "common")


@pytest.mark.parametrize("keyword", ["<kwd/>", "<kwd> </kwd>", "<kwd><!-- later --></kwd>", "<kwd><italic/></kwd>"])
@pytest.mark.parametrize("service", ["common", "pubmed"])
def test_empty_keyword_is_told_whoever_reads_it(keyword: str, service: str) -> None:
    assert found(f"<kwd-group><kwd>tides</kwd>{keyword}<kwd>harbours</kwd></kwd-group>", service).keys() >= {"COM352"}


def test_keyword_that_is_an_image_is_not_empty() -> None:
    image = '<kwd><inline-graphic xlink:href="jts-15-k1.png"/></kwd>'
    assert "COM352" not in found(f"<kwd-group><kwd>tides</kwd>{image}</kwd-group>", "pubmed")
