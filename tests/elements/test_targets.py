"""What is written differently for a service that asks for another form."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import jats
from jats.elements.forms import forms_for

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

ARTICLE = """
format: 1
language: en
doi: 10.70112/tides.1
published: {electronic: 2024-03-30, collection: 2024}
journal: {title: Journal of Tides, ids: {publisher-id: jt}, issn: {electronic: 1234-5679}}
title: Tides and salt
authors:
  - name: Roe, Jane
    orcid: 0000-0002-1825-0097
    affiliations:
      - institution: University of Tides
        departments: [Chair of Salt, Faculty of Sea]
        city: Bergen
        state: Vestland
        country: Norway
        email: salt@tides.no
abstract: The salt grows as $x^2$ in spring, $<math><mi>y</mi></math>$ in autumn.
keywords: [salt, tides]
references:
  - {type: journal, authors: "Doe, J.", date: 2019, title: Tides, source: Seas, volume: 3, issue: 2, pages: 5-9}
  - text: "Doe J. Ebb. In: Coasts. Bergen: Harbour Press; 2011."
    type: chapter
    authors: Doe, J.
    title: Ebb
    source: Coasts
"""


def built(*targets: str, data: str = ARTICLE, version: str = "1.3") -> etree._Element:
    made = jats.build(data.encode(), jats.Options(version=version, targets=targets))
    assert made.xml is not None, [str(finding) for finding in made.findings]
    return etree.fromstring(made.xml)


def first(root: etree._Element, tag: str) -> etree._Element:
    """The first element of that name, which must be there."""
    return next(root.iter(tag))


def texts(root: etree._Element, way: str) -> list[str]:
    return ["".join(one.itertext()) for one in root.iterfind(f".//{way}")]


def codes(*targets: str, data: str = ARTICLE) -> list[str]:
    return [finding.code for finding in jats.build(data.encode(), jats.Options(targets=targets)).findings]


def test_orcid_is_bare_for_scielo_and_an_address_for_all_others() -> None:
    assert texts(built("scielo"), "contrib-id") == ["0000-0002-1825-0097"]
    for target in ((), ("pmc",), ("crossref",), ("jats4r",)):
        assert texts(built(*target), "contrib-id") == ["https://orcid.org/0000-0002-1825-0097"]


def test_language_of_keywords_is_left_out_for_jats4r_where_it_is_the_articles() -> None:
    assert LANGUAGE not in first(built("jats4r"), "kwd-group").attrib
    assert LANGUAGE in first(built("scielo"), "kwd-group").attrib
    other = ARTICLE.replace("keywords: [salt, tides]", "keywords: {es: [sal]}")
    assert LANGUAGE in first(built("jats4r", data=other), "kwd-group").attrib


def test_scielo_gets_each_reference_in_both_forms_without_marks_in_the_printed_one() -> None:
    refs = built("scielo").findall(".//ref")
    assert [[child.tag for child in ref] for ref in refs] == [["mixed-citation", "element-citation"]] * 2
    assert texts(refs[0], "mixed-citation") == ["Doe J. Tides. Seas. 2019. 3(2):5–9."]
    assert len(first(refs[1], "mixed-citation")) == 0
    assert texts(refs[1], "element-citation/part-title") == ["Ebb"]
    assert "INP605" in codes("scielo")


@pytest.mark.parametrize(
    "reference",
    [
        "{title: Mud in estuaries, source: Tides, url: 'https://mud.example/1'}",
        "'Doe J, Roe K. Mud in estuaries. Estuar Res. 2019;8(2):101-112. Available from: https://mud.example/1'",
    ],
)
def test_a_link_that_shows_its_address_has_the_works_title_where_services_ask_for_one(reference: str) -> None:
    data = ARTICLE.partition("references:")[0] + f"references: [{reference}]\n"
    for target in ("jats4r", "scielo"):
        links = list(built(target, data=data).iter("ext-link"))
        assert links
        assert {link.get("{http://www.w3.org/1999/xlink}title") for link in links} == {"Mud in estuaries"}
    assert first(built(data=data), "ext-link").get("{http://www.w3.org/1999/xlink}title") is None


def test_a_reference_that_is_text_alone_stays_as_it_is() -> None:
    plain = ARTICLE.partition("references:")[0] + 'references: [{text: "Something printed."}]\n'
    refs = built("scielo", data=plain).findall(".//ref")
    assert [[child.tag for child in ref] for ref in refs] == [["mixed-citation"]]
    assert "INP605" not in codes("scielo", data=plain)


def test_affiliation_for_scielo_has_its_printed_text_and_typed_parts() -> None:
    aff = first(built("scielo"), "aff")
    assert {one.get("content-type"): one.text for one in aff.iter("institution")} == {
        "original": "Chair of Salt, Faculty of Sea, University of Tides, Bergen, Vestland, Norway, salt@tides.no",
        "orgdiv2": "Chair of Salt",
        "orgdiv1": "Faculty of Sea",
        "orgname": "University of Tides",
    }
    assert (texts(aff, "addr-line/city"), texts(aff, "addr-line/state")) == (["Bergen"], ["Vestland"])
    assert texts(aff, "label") == ["1"]


def test_before_jats_1_1_scielos_city_is_named_content() -> None:
    places = built("scielo", version="1.0").findall(".//aff/addr-line/named-content")
    assert [(one.get("content-type"), one.text) for one in places] == [("city", "Bergen"), ("state", "Vestland")]


def test_formulas_for_pmc_are_whole_documents_with_ids() -> None:
    root = built("pmc")
    tex = first(root, "tex-math")
    assert r"\begin{document} $x^2$ \end{document}" in (tex.text or "")
    assert tex.get("id")
    assert first(built(), "tex-math").text == "x^2"
    assert all(one.get("id") for one in built("scielo").iter("inline-formula"))


def test_scielos_version_is_named_where_the_article_names_none() -> None:
    assert built("scielo").get("specific-use") == "sps-1.10"
    assert built("scielo", data=ARTICLE + "specific_use: sps-1.9\n").get("specific-use") == "sps-1.9"
    assert built("pmc").get("specific-use") is None


@pytest.mark.parametrize(("targets", "number"), [(("scielo", "crossref"), 1), (("jats4r", "scielo"), 2)])
def test_targets_that_contradict_each_other_are_a_finding(targets: tuple[str, ...], number: int) -> None:
    assert codes(*targets).count("INP604") == number
    assert "INP604" not in codes("pmc", "crossref", "doaj")


def test_a_contradiction_about_what_the_article_does_not_have_is_not_reported() -> None:
    plain = ARTICLE.replace("    orcid: 0000-0002-1825-0097\n", "")
    assert "INP604" not in codes("scielo", "crossref", data=plain)


def test_the_target_named_first_decides() -> None:
    assert forms_for(("crossref", "scielo")).chosen["orcid"] == "address"
    assert forms_for(("scielo", "crossref")).chosen["orcid"] == "bare"


def test_targets_of_the_journal_decide_unless_others_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "journal.yaml").write_text("title: Journal of Tides\ntargets: [scielo]\n", encoding="utf-8")
    article = tmp_path / "article.yaml"
    article.write_text(ARTICLE, encoding="utf-8")
    assert b">0000-0002-1825-0097<" in (jats.build(article).xml or b"")
    assert b"orcid.org" in (jats.build(article, jats.Options(targets=("crossref",))).xml or b"")


def test_check_judges_what_is_built_for_the_target() -> None:
    found = [one.code for one in jats.check(ARTICLE.encode(), jats.Options(targets=("scielo",))).findings]
    assert not {"COM104", "SPS130", "SPS131", "SPS501", "SPS505", "SPS508", "COM806", "SPS001"}.intersection(found)
