"""DOAJ's XML and JSON."""

from __future__ import annotations

import json

import pytest

from tests.importers.reading import read

XML = """<records><record><language>ukr</language><publisher>Harbour Press</publisher>
  <journalTitle>Journal of Tides</journalTitle>
  <issn>2049-3630</issn><eissn>1234-5679</eissn><publicationDate>2024-03-30</publicationDate><volume>13</volume><issue>2</issue>
  <startPage>8</startPage><endPage>14</endPage><doi>10.5555/tides.1</doi><publisherRecordId>jt-17</publisherRecordId>
  <documentType>article</documentType><title language="ukr">Припливи</title><title language="eng">Tides</title>
  <authors><author><name>Гай, Олена</name><email>hai@example.org</email><affiliationId>1</affiliationId>
    <orcid_id>https://orcid.org/0000-0002-1825-0097</orcid_id></author><author><name>Roe, Jane</name>
    <affiliationId>1</affiliationId><affiliationId>2</affiliationId></author></authors>
  <affiliationsList><affiliationName affiliationId="1">Інститут морів, Одеса</affiliationName>
    <affiliationName affiliationId="2">University of Examples, Lviv</affiliationName></affiliationsList>
  <abstract language="eng">The sea is salt.</abstract><abstract language="ukr">Море солоне.</abstract>
  <fullTextUrl format="pdf">https://example.org/tides.pdf</fullTextUrl>
  <keywords language="ukr"><keyword>сіль</keyword></keywords><keywords language="eng"><keyword>salt</keyword></keywords>
</record></records>"""

ARTICLE = {
    "id": "x",
    "created_date": "2024-01-01",
    "admin": {"seal": True},
    "bibjson": {
        "title": "Tides",
        "year": "2024",
        "month": "March",
        "start_page": "8",
        "end_page": "14",
        "abstract": "The sea is salt.",
        "journal": {
            "title": "Journal of Tides",
            "volume": "13",
            "number": "2",
            "publisher": "Harbour Press",
            "language": ["EN"],
            "country": "UA",
            "license": [{"type": "CC BY", "title": "CC BY", "url": "https://example.org/licence"}],
        },
        "identifier": [{"type": "doi", "id": "10.5555/tides.1"}, {"type": "eissn", "id": "1234-5679"}],
        "author": [
            {
                "name": "Jane Roe",
                "affiliation": "Institute of Seas",
                "orcid_id": "https://orcid.org/0000-0002-1825-0097",
            }
        ],
        "keywords": ["salt", "sea"],
        "link": [{"type": "fulltext", "url": "https://example.org/tides"}],
        "subject": [{"scheme": "LCC", "term": "Oceanography", "code": "GC1-1581"}],
    },
}


def test_a_record_of_the_xml() -> None:
    found = read(XML, "doaj.xml")
    [article] = found.articles
    assert article["language"] == "uk"
    assert article["title"] == {"uk": "Припливи", "en": "Tides"}
    assert article["authors"] == [
        {
            "name": "Гай, Олена",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
            "affiliations": {"text": "Інститут морів, Одеса"},
        },
        {
            "name": "Roe, Jane",
            "affiliations": [{"text": "Інститут морів, Одеса"}, {"text": "University of Examples, Lviv"}],
        },
    ]
    assert article["abstract"] == {"uk": "Море солоне.", "en": "The sea is salt."}
    assert article["keywords"] == {"uk": "сіль", "en": "salt"}
    assert article["journal"]["issn"] == {"print": "2049-3630", "electronic": "1234-5679"}
    assert article["url"] == {"url": "https://example.org/tides.pdf"}
    assert [each for each in found.said if "email: only the address" in each]
    assert not [each for each in found.said if "IMP001" in each]


@pytest.mark.parametrize(
    "wrapped", [ARTICLE, [ARTICLE], {"total": 1, "results": [ARTICLE]}], ids=["one", "list", "search"]
)
def test_an_article_of_the_api(wrapped: object) -> None:
    found = read(json.dumps(wrapped, indent=1), "doaj.json")
    [article] = found.articles
    assert article["language"] == "en"
    assert article["published"] == "2024-03"
    assert article["pages"] == {"first": "8", "last": "14"}
    assert article["license"] == {"text": "CC BY"}
    assert article["authors"][0]["affiliations"] == {"text": "Institute of Seas"}
    assert article["subjects"] == [
        {"type": "lcc", "subjects": {"code": "GC1-1581", "text": "Oceanography"}, "vocabulary": "LCC"}
    ]
    assert not [each for each in found.said if "IMP001" in each]
