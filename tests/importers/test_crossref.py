"""Crossref's JSON, deposits and unixref."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.importers.reading import read

BY = "https://creativecommons.org/licenses/by/4.0/"
WORK: dict[str, Any] = {
    "indexed": {"timestamp": 1},
    "deposited": {"timestamp": 1},
    "member": "1",
    "prefix": "10.5555",
    "DOI": "10.5555/tides.1",
    "type": "journal-article",
    "title": ["Tides of <i>E. coli</i>"],
    "container-title": ["Journal of Tides"],
    "short-container-title": ["J. Tides"],
    "publisher": "Harbour Press",
    "ISSN": ["1234-5679"],
    "issn-type": [{"type": "electronic", "value": "1234-5679"}],
    "volume": "13",
    "issue": "2",
    "page": "8-14",
    "language": "en",
    "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title><jats:p>Salt &amp; <jats:italic>sea"
    "</jats:italic>.</jats:p></jats:sec>",
    "author": [
        {
            "given": "Jane",
            "family": "Roe",
            "suffix": "Jr.",
            "ORCID": "http://orcid.org/0000-0002-1825-0097",
            "authenticated-orcid": True,
            "affiliation": [
                {"name": "Institute of Seas", "id": [{"id": "https://ror.org/02mhbdp94", "id-type": "ROR"}], "place": ["Odesa"]},
                {"name": "University of Examples, Lviv"},
            ],
        },
        {"name": "The Tides Group"},
    ],
    "editor": [{"given": "Nina", "family": "Sample"}],
    "published-print": {"date-parts": [[2024, 4]]},
    "published-online": {"date-parts": [[2024, 3, 30]]},
    "issued": {"date-parts": [[2024, 3, 30]]},
    "assertion": [{"name": "received", "label": "Received", "value": "2 November 2023"}, {"name": "mood", "value": "calm"}],
    "license": [
        {"URL": BY, "content-version": "tdm", "start": {"date-parts": [[2024, 3, 30]]}},
        {"URL": BY, "content-version": "vor", "start": {"date-parts": [[2024, 3, 30]]}},
    ],
    "funder": [{"name": "Harbour Fund", "DOI": "10.13039/100000001", "award": ["HF-17", "HF-18"]}],
    "relation": {"has-preprint": [{"id": "10.5555/pre.1", "id-type": "doi"}], "is-supplemented-by": [
        {"id": "10.5555/data.1", "id-type": "doi"}]},
    "update-to": [{"DOI": "10.5555/tides.0", "type": "erratum"}],
    "clinical-trial-number": [{"clinical-trial-number": "NCT01234567", "registry": "ClinicalTrials.gov", "type": "postResults"}],
    "reference": [
        {"key": "r1", "author": "Doe", "year": "2019", "article-title": "Ebb", "journal-title": "Seas", "volume": "3",
         "first-page": "5", "DOI": "10.5555/ebb"},
        {"key": "r2", "unstructured": "Doe J. Flood. Lviv: Example; 2018."},
        {"key": "r3", "volume-title": "The Sea", "ISBN": "http://id.crossref.org/isbn/9783161484100", "year": "2018"},
        {"key": "r4"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "wrapped",
    [
        WORK,
        [WORK],
        {"status": "ok", "message-type": "work", "message": WORK},
        {"message": {"items": [WORK]}},
        {"items": [WORK]},
    ],
    ids=["work", "list", "answer", "works", "items"],
)
def test_a_work_is_read_in_whatever_it_is_wrapped(wrapped: object) -> None:
    [article] = read(json.dumps(wrapped), "work.json").articles
    assert article["doi"] == "10.5555/tides.1"
    assert article["title"] == "Tides of <i>E. coli</i>"


def test_the_fields_of_a_work() -> None:
    found = read(json.dumps(WORK), "work.json")
    [article] = found.articles
    assert article["journal"] == {
        "title": "Journal of Tides",
        "issn": {"electronic": "1234-5679"},
        "publisher": {"name": "Harbour Press"},
        "abbreviation": "J. Tides",
    }
    assert article["abstract"] == {"sections": [{"title": "Aim", "text": "Salt & <i>sea</i>."}]}
    assert article["authors"] == [
        {
            "name": {"given": "Jane", "surname": "Roe", "suffix": "Jr."},
            "orcid": "http://orcid.org/0000-0002-1825-0097",
            "orcid_authenticated": "yes",
            "affiliations": [
                {"institution": "Institute of Seas", "city": "Odesa", "ror": "https://ror.org/02mhbdp94"},
                {"text": "University of Examples, Lviv"},
            ],
        },
        {"collaboration": "The Tides Group"},
    ]
    assert article["contributors"] == [{"name": {"given": "Nina", "surname": "Sample"}, "type": "editor"}]
    assert article["published"] == [
        {"format": "print", "date": "2024-04"},
        {"format": "electronic", "date": "2024-03-30"},
    ]
    assert article["history"] == {"received": "2 November 2023"}
    assert article["license"] == {"url": "https://creativecommons.org/licenses/by/4.0/", "start": "2024-03-30"}
    assert article["funding"] == [
        {"funder": {"name": "Harbour Fund", "doi": "10.13039/100000001"}, "numbers": ["HF-17", "HF-18"]}
    ]
    assert article["related_articles"] == [
        {"type": "preprint", "doi": "10.5555/pre.1"},
        {"type": "corrected-article", "doi": "10.5555/tides.0"},
    ]
    assert [each.get("relation") for each in article["related_objects"]] == ["is-supplemented-by", "post-results"]
    assert article["references"] == [
        {
            "doi": "10.5555/ebb", "title": "Ebb", "source": "Seas", "authors": "Doe", "date": "2019", "volume": "3", "pages": "5",
            "type": "journal",
        },
        "Doe J. Flood. Lviv: Example; 2018.",
        {"source": "The Sea", "date": "2018", "isbn": "9783161484100", "type": "book"},
    ]  # fmt: skip
    assert [each for each in found.said if "IMP001" in each] == [
        "1 IMP001 not placed: assertion/name: 'mood'",
        "1 IMP001 not placed: assertion/value: 'calm'",
    ]


def test_statements_that_a_publisher_asserts() -> None:
    said = [
        {
            "order": 1,
            "name": "Ethics",
            "group": {"name": "EthicsHeading", "label": "Compliance with ethical standards"},
        },
        {
            "value": "None declared.",
            "name": "Ethics",
            "group": {"name": "EthicsHeading", "label": "Conflict of interest"},
        },
        {"value": "All agreed.", "name": "Ethics", "group": {"name": "EthicsHeading", "label": "Consent, in vol. 2"}},
        {"value": "© 2024 The Authors", "name": "copyright", "label": "Copyright"},
    ]
    [article] = read(json.dumps({**WORK, "assertion": said}), "work.json").articles
    assert article["conflict_of_interest"] == "None declared."
    assert article["statements"] == {"Consent, in vol. 2": "All agreed."}
    assert article["copyright"] == {"statement": "© 2024 The Authors"}


def test_a_title_with_formulas_as_characters() -> None:
    formula = '<inline-formula><tex-math notation="LaTeX">$x^2$</tex-math></inline-formula>'
    title = f"On {formula} &amp; <mml:math><mml:mi>y</mml:mi></mml:math>"
    [article] = read(json.dumps({**WORK, "title": [title]}), "work.json").articles
    assert article["title"] == "On $x^2$ & <math><mi>y</mi></math>"


def test_a_record_of_another_kind_is_reported() -> None:
    found = read(json.dumps({**WORK, "type": "book-chapter"}), "work.json")
    assert "IMP601" in found.codes()


def test_an_article_number_wins_over_pages_that_only_count() -> None:
    [article] = read(json.dumps({**WORK, "page": "1-6", "article-number": "e17"}), "work.json").articles
    assert article["elocation_id"] == "e17"
    assert "pages" not in article


ARTICLE = """<journal><journal_metadata language="en"><full_title>Journal of Tides</full_title>
  <abbrev_title>J. Tides</abbrev_title>
  <issn media_type="print">2049-3630</issn><issn media_type="electronic">1234-5679</issn></journal_metadata>
  <journal_issue><publication_date media_type="print"><month>4</month><year>2024</year></publication_date>
    <journal_volume><volume>13</volume></journal_volume><issue>2</issue></journal_issue>
  <journal_article publication_type="full_text" language="uk">
    <titles><title>Припливи &lt;i&gt;моря&lt;/i&gt;</title><subtitle>Огляд</subtitle>
      <original_language_title language="en">Tides</original_language_title></titles>
    <contributors>
      <person_name sequence="first" contributor_role="author"><given_name>Олена</given_name><surname>Гай</surname>
        <affiliations><institution><institution_name>Інститут морів</institution_name>
          <institution_id type="ror">https://ror.org/02mhbdp94</institution_id>
          <institution_place>Одеса</institution_place><institution_department>Відділ</institution_department></institution>
        </affiliations><ORCID authenticated="true">https://orcid.org/0000-0002-1825-0097</ORCID>
        <alt-name><name name-style="western"><surname>Hai</surname><given_name>Olena</given_name></name></alt-name></person_name>
      <organization sequence="additional" contributor_role="author">The Tides Group</organization>
      <person_name sequence="additional" contributor_role="translator"><given_name>Jane</given_name><surname>Roe</surname>
      </person_name></contributors>
    <jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" xml:lang="uk"><jats:p>Море <jats:italic>солоне</jats:italic>
      H<jats:sub>2</jats:sub>O.</jats:p><jats:p>Так.</jats:p></jats:abstract>
    <publication_date media_type="online"><month>03</month><day>30</day><year>2024</year></publication_date>
    <acceptance_date><month>02</month><day>20</day><year>2024</year></acceptance_date>
    <pages><first_page>8</first_page><last_page>14</last_page></pages>
    <publisher_item><identifier id_type="pii">jt-17</identifier></publisher_item>
    <fr:program xmlns:fr="http://www.crossref.org/fundref.xsd" name="fundref">
      <fr:assertion name="fundgroup"><fr:assertion name="funder_name">Harbour Fund
        <fr:assertion name="funder_identifier">https://doi.org/10.13039/100000001</fr:assertion></fr:assertion>
        <fr:assertion name="award_number">HF-17</fr:assertion></fr:assertion>
      <fr:assertion name="fundgroup"><fr:assertion name="ror">https://ror.org/02mhbdp94</fr:assertion></fr:assertion></fr:program>
    <ai:program xmlns:ai="http://www.crossref.org/AccessIndicators.xsd" name="AccessIndicators"><ai:free_to_read/>
      <ai:license_ref applies_to="vor" start_date="2024-03-30">https://creativecommons.org/licenses/by/4.0/</ai:license_ref>
    </ai:program>
    <rel:program xmlns:rel="http://www.crossref.org/relations.xsd"><rel:related_item><rel:description>Preprint</rel:description>
      <rel:intra_work_relation relationship-type="hasPreprint" identifier-type="doi">10.5555/pre.1</rel:intra_work_relation>
    </rel:related_item></rel:program>
    <doi_data><doi>10.5555/tides.1</doi><resource>https://example.org/tides</resource></doi_data>
    <citation_list><citation key="r1"><journal_title>Seas</journal_title><author>Doe</author><volume>3</volume>
      <first_page>5</first_page><cYear>2019</cYear><doi>10.5555/ebb</doi><article_title>Ebb</article_title></citation>
      <citation key="r2"><unstructured_citation>Doe J. Flood. 2018.</unstructured_citation></citation></citation_list>
  </journal_article></journal>"""

DEPOSIT = f"""<doi_batch xmlns="http://www.crossref.org/schema/5.3.1" version="5.3.1"><head><doi_batch_id>1</doi_batch_id>
  <depositor><depositor_name>x</depositor_name></depositor></head><body>{ARTICLE}</body></doi_batch>"""

UNIXREF = f"""<doi_records><doi_record owner="10.5555"><crossref>{ARTICLE}</crossref></doi_record></doi_records>"""

ANSWER = f"""<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query status="resolved">
  <crm-item name="publisher-name" type="string">Harbour Press</crm-item><doi_record>
  <crossref xmlns="http://www.crossref.org/xschema/1.1">{ARTICLE}</crossref></doi_record></query></body></query_result>
  </crossref_result>"""


@pytest.mark.parametrize("text", [DEPOSIT, UNIXREF, ANSWER], ids=["deposit", "unixref", "answer"])
def test_a_record_is_read_in_every_form_of_the_xml(text: str) -> None:
    found = read(text, "record.xml")
    [article] = found.articles
    assert article["language"] == "uk"
    assert article["title"] == {"uk": "Припливи <i>моря</i>", "en": "Tides"}
    assert article["subtitle"] == "Огляд"
    assert article["abstract"] == "Море <i>солоне</i> H<sub>2</sub>O.\n\nТак."
    assert article["volume"] == "13"
    assert article["pages"] == {"first": "8", "last": "14"}
    assert article["ids"] == {"pii": "jt-17"}
    assert article["history"] == {"accepted": "2024-02-20"}
    assert article["published"] == [
        {"format": "electronic", "date": "2024-03-30"},
        {"type": "collection", "format": "print", "date": "2024-04"},
    ]
    assert article["funding"] == [
        {"funder": {"name": "Harbour Fund", "doi": "https://doi.org/10.13039/100000001"}, "numbers": "HF-17"},
        {"funder": {"ror": "https://ror.org/02mhbdp94"}},
    ]
    assert article["free_to_read"] == "yes"
    assert article["related_articles"] == [{"type": "preprint", "doi": "10.5555/pre.1", "title": "Preprint"}]
    assert not [each for each in found.said if "IMP001" in each]


def test_people_of_a_deposit() -> None:
    [article] = read(DEPOSIT, "deposit.xml").articles
    assert article["authors"] == [
        {
            "name": [{"given": "Олена", "surname": "Гай"}, {"surname": "Hai", "given": "Olena", "style": "western"}],
            "orcid": "https://orcid.org/0000-0002-1825-0097",
            "orcid_authenticated": "yes",
            "affiliations": {
                "institution": "Інститут морів",
                "departments": "Відділ",
                "city": "Одеса",
                "ror": "https://ror.org/02mhbdp94",
            },
        },
        {"collaboration": "The Tides Group"},
    ]
    assert [each["type"] for each in article["contributors"]] == ["translator"]


def test_several_records_of_a_batch_are_several_articles() -> None:
    found = read(DEPOSIT.replace("</body>", f"{ARTICLE}</body>"), "deposit.xml")
    assert len(found.articles) == 2
    assert [each for each in found.said if "who deposited the file" in each]
