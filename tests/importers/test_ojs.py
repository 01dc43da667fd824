"""OJS's native XML, in the shapes of its versions."""

from __future__ import annotations

from tests.importers.reading import read

ISSUE = """<?xml version="1.0" encoding="UTF-8"?>
<issues xmlns="http://pkp.sfu.ca"><issue published="1">
  <id type="internal" advice="ignore">7</id>
  <id type="doi" advice="update">10.5555/jt.13.2</id>
  <description locale="uk_UA">&lt;p&gt;Про випуск&lt;/p&gt;</description>
  <issue_identification>
    <volume>13</volume><number>2</number><year>2024</year>
    <title locale="uk_UA">Сіль</title><title locale="en_US">Salt</title>
  </issue_identification>
  <date_published>2024-04-01</date_published>
  <sections>
    <section ref="REV" seq="1"><abbrev locale="en_US">REV</abbrev>
      <title locale="uk_UA">Огляди</title><title locale="en_US">Reviews</title></section>
  </sections>
  <articles>
    <article locale="uk_UA" date_submitted="2023-11-02" stage="production" current_publication_id="2">
      <id type="internal">1</id>
      <submission_file id="1" stage="proof"><name locale="uk_UA">a.pdf</name>
        <file id="1"><embed encoding="base64">dGVzdA==
dGVzdA==</embed></file></submission_file>
      <publication version="1" status="1"><id type="internal">1</id><title locale="uk_UA">Чернетка</title></publication>
      <publication version="2" status="3" primary_contact_id="5" section_ref="REV" date_published="2024-03-30">
        <id type="internal">2</id><id type="doi">10.5555/tides.1</id>
        <title locale="uk_UA">Припливи</title><title locale="en_US">Tides</title>
        <prefix locale="en_US">The</prefix>
        <abstract locale="uk_UA">&lt;p&gt;Море &lt;em&gt;солоне&lt;/em&gt;.&lt;/p&gt;</abstract>
        <licenseUrl>https://creativecommons.org/licenses/by/4.0</licenseUrl>
        <copyrightHolder locale="uk_UA">Автори</copyrightHolder><copyrightYear>2024</copyrightYear>
        <keywords locale="uk_UA"><keyword>сіль</keyword><keyword>море</keyword></keywords>
        <agencies locale="uk_UA"><agency>Фонд гавані</agency></agencies>
        <disciplines locale="uk_UA"><discipline>Океанологія</discipline></disciplines>
        <authors>
          <author id="5" seq="0" user_group_ref="Автор">
            <givenname locale="uk_UA">Олена</givenname><givenname locale="en_US">Olena</givenname>
            <familyname locale="uk_UA">Гай</familyname><familyname locale="en_US">Hai</familyname>
            <affiliation locale="uk_UA">Інститут морів, Одеса, Україна</affiliation>
            <affiliation locale="en_US">Institute of Seas, Odesa, Ukraine</affiliation>
            <country>UA</country><email>hai@example.org</email>
            <orcid>https://orcid.org/0000-0002-1825-0097</orcid>
            <biography locale="uk_UA">&lt;p&gt;Міряє припливи.&lt;/p&gt;</biography>
          </author>
          <author id="6" seq="1" user_group_ref="Перекладач">
            <givenname locale="uk_UA">Іван</givenname><familyname locale="uk_UA">Ліс</familyname>
            <email>lis@example.org</email>
          </author>
        </authors>
        <article_galley><name locale="uk_UA">PDF</name></article_galley>
        <citations><citation>Roe J. Tides. 2019.</citation><citation>Гай О. Сіль. 2020.</citation></citations>
        <pages>8-14</pages>
      </publication>
    </article>
  </articles>
</issue></issues>
"""


def test_an_issue_gives_articles_with_what_issue_and_section_say() -> None:
    [article] = read(ISSUE, "issue.xml").articles
    assert article["language"] == "uk"
    assert article["title"] == {"uk": "Припливи", "en": "The Tides"}
    assert article["doi"] == "10.5555/tides.1"
    assert article["volume"] == "13"
    assert article["issue"] == "2"
    assert article["issue_ids"] == {"doi": "10.5555/jt.13.2"}
    assert article["issue_title"] == {"uk": "Сіль", "en": "Salt"}
    assert article["pages"] == "8-14"
    assert article["published"] == [{"date": "2024-03-30"}, {"type": "collection", "date": "2024"}]
    assert article["history"] == {"received": "2023-11-02"}
    assert article["type"] == "review-article"
    assert article["subjects"] == [
        {"type": "heading", "subjects": "Огляди"},
        {"type": "heading", "language": "en", "subjects": "Reviews"},
        {"type": "discipline", "subjects": "Океанологія"},
    ]
    assert article["keywords"] == ["сіль", "море"]
    assert article["funding"] == [{"funder": {"name": "Фонд гавані"}}]
    assert article["license"] == {"url": "https://creativecommons.org/licenses/by/4.0"}
    assert article["copyright"] == {"holder": "Автори", "year": "2024"}
    assert article["references"] == ["Roe J. Tides. 2019.", "Гай О. Сіль. 2020."]


def test_people_have_their_names_in_every_language_and_their_role() -> None:
    [article] = read(ISSUE, "issue.xml").articles
    [author] = article["authors"]
    assert author["name"] == [
        {"surname": "Гай", "given": "Олена", "language": "uk"},
        {"surname": "Hai", "given": "Olena", "language": "en"},
    ]
    assert author["affiliations"] == {
        "institution": {"uk": "Інститут морів, Одеса", "en": "Institute of Seas, Odesa"},
        "country": {"uk": "Україна", "en": "Ukraine"},
        "country_code": "UA",
    }
    assert author["corresponding"] == "yes"
    assert author["email"] == "hai@example.org"
    assert article["contributors"] == [{"name": {"surname": "Ліс", "given": "Іван"}, "type": "translator"}]


def test_what_an_article_does_not_need_is_named_once() -> None:
    said = read(ISSUE, "issue.xml").said
    assert any("galleys are files" in each for each in said)
    assert any("version 1: another version of the article is its current one" in each for each in said)
    assert any("IMP002 left out: email: only the address of the author" in each for each in said)
    assert not [each for each in said if "IMP001" in each]


def test_embedded_files_of_any_size_are_not_read_and_lines_stay() -> None:
    big = ISSUE.replace("dGVzdA==\ndGVzdA==", ("A" * 76 + "\n") * 200_000)
    found = read(big, "issue.xml")
    assert found.articles[0]["doi"] == "10.5555/tides.1"
    assert found.findings[-1].place.line != 1


def test_the_second_version_of_the_format_is_read() -> None:
    text = """<!DOCTYPE articles PUBLIC "-//PKP//OJS Articles and Issues XML//EN" "http://pkp.sfu.ca/ojs/dtds/2.4.8/native.dtd">
    <issues><issue identification="num_vol_year" published="true"><title locale="en_US">Salt</title>
    <volume>3</volume><number>1</number><year>2018</year>
    <section><title locale="en_US">Articles</title>
    <article locale="en_US" language="en"><id type="doi">10.5555/old.1</id>
      <title locale="en_US">Ebb</title>
      <indexing><discipline locale="en_US">Oceans</discipline><subject locale="en_US">salt; sea</subject>
        <coverage><geographical locale="en_US">North Sea</geographical></coverage></indexing>
      <author primary_contact="true"><firstname>Jane </firstname><middlename>B.</middlename><lastname>Roe</lastname>
        <affiliation locale="en_US">Institute of Seas</affiliation><country>GB</country><email>roe@example.org</email>
        <competing_interests locale="en_US">None.</competing_interests></author>
      <pages>1–20</pages><date_published>2018--</date_published>
      <permissions><license_url>http://creativecommons.org/licenses/by-sa/4.0</license_url>
        <copyright_holder locale="en_US">Jane Roe</copyright_holder><copyright_year>2018</copyright_year></permissions>
      <galley><label>PDF</label><file><href src="a.pdf" mime_type="application/pdf"/></file></galley>
    </article></section></issue></issues>"""
    found = read(text, "old.xml")
    [article] = found.articles
    assert article["issue_title"] == "Salt"
    assert article["published"] == [{"date": "2018"}, {"type": "collection", "date": "2018"}]
    [author] = article["authors"]
    assert author["name"] == {"surname": "Roe", "given": "Jane B."}
    assert author["notes"] == [{"type": "coi-statement", "text": "None."}]
    assert author["email"] == "roe@example.org"
    assert article["keywords"] == "salt; sea"
    assert {"type": "coverage", "subjects": "North Sea"} in article["subjects"]
    assert article["license"] == {"url": "http://creativecommons.org/licenses/by-sa/4.0"}
    assert not [each for each in found.said if "IMP001" in each]


def test_the_newest_version_of_the_format_is_read() -> None:
    text = """<articles xmlns="http://pkp.sfu.ca"><article locale="en" stage="production"><publication section_ref="ART">
      <title locale="en">Tides</title>
      <keywords locale="en"><keyword><name>sea</name><identifier>https://example.org/sea</identifier><source>Seas</source></keyword>
      </keywords>
      <authors><author id="1" seq="0" user_group_ref="Author"><givenname locale="en">Suharto</givenname>
        <rorAffiliation><ror>https://ror.org/02mhbdp94</ror><name locale="en">Institute of Seas</name></rorAffiliation>
        <country>ID</country><email>s@example.org</email></author></authors></publication></article></articles>"""
    [article] = read(text, "new.xml").articles
    assert article["authors"] == [
        {
            "name": {"given": "Suharto", "style": "given-only"},
            "affiliations": {
                "institution": "Institute of Seas",
                "country": "Indonesia",
                "country_code": "ID",
                "ror": "https://ror.org/02mhbdp94",
            },
        }
    ]
    assert article["keywords"] == {
        "text": "sea",
        "vocabulary": {"name": "Seas", "term_identifier": "https://example.org/sea"},
    }


def test_one_publication_for_each_language_is_one_article() -> None:
    text = """<article xmlns="http://pkp.sfu.ca" stage="production">
      <publication locale="de_DE" version="1" section_ref="A"><title locale="de_DE">Gezeiten</title><pages>1-2</pages>
      </publication>
      <publication locale="en_US" version="1" section_ref="A"><title locale="en_US">Tides</title><pages>1-2</pages></publication>
    </article>"""
    found = read(text, "two.xml")
    [article] = found.articles
    assert article["title"] == {"de": "Gezeiten", "en": "Tides"}
    assert not [each for each in found.said if "IMP001" in each]


def test_locales_with_a_script() -> None:
    text = """<article xmlns="http://pkp.sfu.ca" locale="sr@latin" stage="production"><publication section_ref="A">
      <title locale="sr@latin">Plima</title><title locale="sr@cyrillic">Плима</title><title locale="pt_BR">Maré</title>
      </publication></article>"""
    [article] = read(text, "sr.xml").articles
    assert article["title"] == {"sr-Latn": "Plima", "sr-Cyrl": "Плима", "pt-BR": "Maré"}


def test_an_unknown_element_is_reported_at_its_line() -> None:
    text = ISSUE.replace("<pages>8-14</pages>", "<pages>8-14</pages>\n<mood>calm</mood>")
    assert [each for each in read(text, "issue.xml").said if "IMP001" in each] == [
        "50 IMP001 not placed: publication/mood: 'calm'"
    ]
