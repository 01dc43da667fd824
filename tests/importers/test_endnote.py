"""EndNote's XML."""

from __future__ import annotations

from tests.importers.reading import read

RECORD = """<xml><records><record><database name="My.enl">My.enl</database><source-app name="EndNote">EndNote</source-app>
  <ref-type name="Journal Article">17</ref-type>
  <contributors><authors><author><style face="normal">Roe, Jane B.</style></author><author>Doe, J., Jr.</author>
    <author>The Tides Group,</author></authors><secondary-authors><author>Sample, N.</author></secondary-authors></contributors>
  <auth-address><style face="normal">Institute of Seas, Odesa.&#xD;University of Examples, Lviv.</style></auth-address>
  <titles><title><style face="normal">Tides of </style><style face="italic">E. coli</style></title>
    <secondary-title>Journal of Tides</secondary-title></titles>
  <periodical><full-title>Journal of Tides</full-title><abbr-1>J. Tides</abbr-1></periodical>
  <pages>8-14</pages><volume>13</volume><number>2</number><edition>2024/03/30</edition>
  <keywords><keyword>*salt</keyword><keyword>Sea/chemistry</keyword></keywords>
  <dates><year>2024</year><pub-dates><date>Apr 2</date></pub-dates></dates>
  <isbn>1234-5679 (Electronic)&#xD;2049-3630 (Linking)</isbn><electronic-resource-num>10.5555/tides.1</electronic-resource-num>
  <custom2>PMC1234567</custom2><abstract><style face="normal">The sea is salt.</style></abstract><language>eng</language>
  <notes>calm</notes><urls><related-urls><url>https://example.org/tides</url></related-urls></urls></record></records></xml>"""


def test_a_record() -> None:
    found = read(RECORD, "library.xml")
    [article] = found.articles
    assert article["title"] == "Tides of <i>E. coli</i>"
    assert article["authors"] == [
        {"name": {"surname": "Roe", "given": "Jane B."}},
        {"name": {"surname": "Doe", "given": "J.", "suffix": "Jr."}},
        {"collaboration": "The Tides Group"},
    ]
    assert [each["text"] for each in article["affiliations"]] == [
        "Institute of Seas, Odesa.",
        "University of Examples, Lviv.",
    ]
    assert article["journal"] == {
        "title": "Journal of Tides",
        "abbreviation": "J. Tides",
        "issn": {"electronic": "1234-5679", "linking": "2049-3630"},
    }
    assert article["published"] == [{"date": "2024-04-02"}, {"format": "electronic", "date": "2024-03-30"}]
    assert article["keywords"] == ["salt", "Sea/chemistry"]
    assert article["ids"] == {"pmcid": "PMC1234567"}
    assert article["doi"] == "10.5555/tides.1"
    assert article["language"] == "en"
    assert [each for each in found.said if "IMP001" in each] == ["14 IMP001 not placed: record/notes: 'calm'"]


def test_a_record_of_another_kind_is_reported() -> None:
    assert "IMP601" in read(RECORD.replace('name="Journal Article"', 'name="Book Section"'), "library.xml").codes()
