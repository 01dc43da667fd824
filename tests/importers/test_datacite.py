"""DataCite's XML and JSON say the same."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.importers.reading import read

XML = """<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.5555/tides.1</identifier>
  <creators><creator><creatorName nameType="Personal">Roe, Jane</creatorName><givenName>Jane</givenName>
      <familyName>Roe</familyName><nameIdentifier nameIdentifierScheme="ORCID">0000-0002-1825-0097</nameIdentifier>
      <affiliation affiliationIdentifier="https://ror.org/02mhbdp94" affiliationIdentifierScheme="ROR">Institute of
        Seas</affiliation>
    </creator><creator><creatorName nameType="Organizational">The Tides Group</creatorName></creator></creators>
  <titles><title xml:lang="en">Tides</title><title xml:lang="uk" titleType="TranslatedTitle">Припливи</title>
    <title titleType="Subtitle">a study</title></titles>
  <publisher>Harbour Press</publisher><publicationYear>2024</publicationYear>
  <resourceType resourceTypeGeneral="JournalArticle">Article</resourceType>
  <subjects><subject xml:lang="en">salt</subject>
    <subject subjectScheme="UDC" schemeURI="https://udcdata.info" classificationCode="551.46">Oceanography</subject></subjects>
  <contributors><contributor contributorType="Editor"><contributorName>Sample, Nina</contributorName></contributor></contributors>
  <dates><date dateType="Issued">2024-03-30</date><date dateType="Submitted">2023-11-02</date></dates><language>en</language>
  <alternateIdentifiers><alternateIdentifier alternateIdentifierType="URN">urn:x:1</alternateIdentifier></alternateIdentifiers>
  <relatedIdentifiers><relatedIdentifier relatedIdentifierType="DOI" relationType="IsSupplementedBy">10.5555/data.1
    </relatedIdentifier><relatedIdentifier relatedIdentifierType="DOI" relationType="References">10.5555/ebb</relatedIdentifier>
  </relatedIdentifiers>
  <relatedItems><relatedItem relatedItemType="Journal" relationType="IsPublishedIn">
    <relatedItemIdentifier relatedItemIdentifierType="ISSN">1234-5679</relatedItemIdentifier>
    <titles><title>Journal of Tides</title></titles><volume>13</volume><issue>2</issue><firstPage>8</firstPage>
    <lastPage>14</lastPage></relatedItem></relatedItems>
  <version>1.0</version>
  <rightsList><rights rightsURI="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</rights></rightsList>
  <descriptions><description xml:lang="en" descriptionType="Abstract">The sea<br/>is salt.</description></descriptions>
  <fundingReferences><fundingReference><funderName>Harbour Fund</funderName>
    <funderIdentifier funderIdentifierType="Crossref Funder ID">https://doi.org/10.13039/100000001</funderIdentifier>
    <awardNumber awardURI="https://example.org/17">HF-17</awardNumber><awardTitle>Salt</awardTitle></fundingReference>
  </fundingReferences></resource>"""

ATTRIBUTES: dict[str, Any] = {
    "doi": "10.5555/tides.1",
    "creators": [
        {
            "name": "Roe, Jane", "nameType": "Personal", "givenName": "Jane", "familyName": "Roe",
            "nameIdentifiers": [{"nameIdentifier": "0000-0002-1825-0097", "nameIdentifierScheme": "ORCID"}],
            "affiliation": [{"name": "Institute of Seas", "affiliationIdentifier": "https://ror.org/02mhbdp94",
                             "affiliationIdentifierScheme": "ROR"}],
        },
        {"name": "The Tides Group", "nameType": "Organizational", "affiliation": []},
    ],
    "titles": [{"title": "Tides", "lang": "en"}, {"title": "Припливи", "lang": "uk", "titleType": "TranslatedTitle"},
               {"title": "a study", "titleType": "Subtitle"}],
    "publisher": "Harbour Press",
    "publicationYear": 2024,
    "types": {"resourceTypeGeneral": "JournalArticle", "resourceType": "Article"},
    "subjects": [{"subject": "salt", "lang": "en"}, {"subject": "Oceanography", "subjectScheme": "UDC",
                  "schemeUri": "https://udcdata.info", "classificationCode": "551.46"}],
    "contributors": [{"name": "Sample, Nina", "contributorType": "Editor"}],
    "dates": [{"date": "2024-03-30", "dateType": "Issued"}, {"date": "2023-11-02", "dateType": "Submitted"}],
    "language": "en",
    "alternateIdentifiers": [{"alternateIdentifier": "urn:x:1", "alternateIdentifierType": "URN"}],
    "relatedIdentifiers": [
        {"relatedIdentifier": "10.5555/data.1", "relatedIdentifierType": "DOI", "relationType": "IsSupplementedBy"},
        {"relatedIdentifier": "10.5555/ebb", "relatedIdentifierType": "DOI", "relationType": "References"},
    ],
    "relatedItems": [
        {"relatedItemType": "Journal", "relationType": "IsPublishedIn", "titles": [{"title": "Journal of Tides"}],
         "relatedItemIdentifier": {"relatedItemIdentifier": "1234-5679", "relatedItemIdentifierType": "ISSN"},
         "volume": "13", "issue": "2", "firstPage": "8", "lastPage": "14"},
    ],
    "version": "1.0",
    "rightsList": [{"rights": "CC BY 4.0", "rightsUri": "https://creativecommons.org/licenses/by/4.0/"}],
    "descriptions": [{"description": "The sea<br/>is salt.", "descriptionType": "Abstract", "lang": "en"}],
    "fundingReferences": [{"funderName": "Harbour Fund", "funderIdentifier": "https://doi.org/10.13039/100000001",
                           "funderIdentifierType": "Crossref Funder ID", "awardNumber": "HF-17",
                           "awardUri": "https://example.org/17", "awardTitle": "Salt"}],
    "state": "findable",
}  # fmt: skip

INPUTS = {
    "xml": XML,
    "xml with a prefix": re.sub(r"<(/?)(?=[a-z])", r"<\1d:", XML).replace("xmlns=", "xmlns:d="),
    "answer": json.dumps({"data": {"id": "10.5555/tides.1", "type": "dois", "attributes": ATTRIBUTES}}),
    "answers": json.dumps({"data": [{"attributes": ATTRIBUTES}], "meta": {"total": 1}}),
    "metadata": json.dumps(ATTRIBUTES),
    "list": json.dumps([ATTRIBUTES]),
}  # fmt: skip


@pytest.mark.parametrize("form", INPUTS)
def test_a_resource_in_every_form(form: str) -> None:
    found = read(INPUTS[form], f"tides.{'xml' if 'xml' in form else 'json'}")
    [article] = found.articles
    assert article["doi"] == "10.5555/tides.1"
    assert article["title"] == {"en": "Tides", "uk": "Припливи"}
    assert article["subtitle"] == "a study"
    assert article["authors"] == [
        {
            "name": {"surname": "Roe", "given": "Jane"},
            "orcid": "0000-0002-1825-0097",
            "affiliations": {"institution": "Institute of Seas", "ror": "https://ror.org/02mhbdp94"},
        },
        {"collaboration": "The Tides Group"},
    ]
    assert article["contributors"] == [{"name": "Sample, Nina", "type": "editor"}]
    assert article["journal"] == {
        "title": "Journal of Tides",
        "issn": "1234-5679",
        "publisher": {"name": "Harbour Press"},
    }
    assert (article["volume"], article["issue"], article["pages"]) == ("13", "2", {"first": "8", "last": "14"})
    assert article["published"] == "2024-03-30"
    assert article["history"] == {"received": "2023-11-02"}
    assert article["keywords"] == "salt"
    assert article["subjects"] == [
        {
            "type": "udc",
            "vocabulary": {"name": "UDC", "identifier": "https://udcdata.info"},
            "subjects": {"text": "Oceanography", "code": "551.46"},
        }
    ]
    assert article["ids"] == {"urn": "urn:x:1"}
    assert article["related_objects"] == [{"relation": "is-supplemented-by", "doi": "10.5555/data.1"}]
    assert article["references"] == [{"doi": "10.5555/ebb"}]
    assert article["license"] == {"url": "https://creativecommons.org/licenses/by/4.0/", "text": "CC BY 4.0"}
    assert article["funding"] == [
        {
            "funder": {"name": "Harbour Fund", "doi": "https://doi.org/10.13039/100000001"},
            "numbers": {"number": "HF-17", "url": "https://example.org/17"},
            "name": "Salt",
        }
    ]
    assert not [each for each in found.said if "IMP001" in each]


def test_a_data_set_is_reported() -> None:
    assert "IMP601" in read(XML.replace("JournalArticle", "Dataset"), "data.xml").codes()


def test_without_a_language_that_of_the_titles_counts() -> None:
    [article] = read(XML.replace("<language>en</language>", ""), "tides.xml").articles
    assert article["language"] == "en"
    assert article["title"] == {"en": "Tides", "uk": "Припливи"}


def test_a_short_affiliation_is_not_the_id_of_another() -> None:
    text = XML.replace(' affiliationIdentifier="https://ror.org/02mhbdp94" affiliationIdentifierScheme="ROR"', "")
    [article] = read(re.sub(r"Institute of\s+Seas", "SEAS", text), "tides.xml").articles
    assert article["authors"][0]["affiliations"] == {"text": "SEAS"}


def test_dots_in_the_type_of_an_identifier_are_its_own() -> None:
    found = read(XML.replace('identifierType="DOI"', 'identifierType="example.org"'), "a.xml")
    assert found.articles[0]["ids"]["example.org"] == "10.5555/tides.1"
