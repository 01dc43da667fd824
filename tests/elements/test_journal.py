from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.build import Cursor
from jats.elements.journal import write_journal
from jats.elements.masthead import write_masthead
from jats.model.journal import Journal
from tests.elements.writing import lost, start, xml

ISSN_AS_ID = '<journal-id journal-id-type="issn">2520-6524</journal-id>'


def journal(data: dict[str, Any], at: Cursor) -> str:
    made = xml(write_journal(Journal.model_validate(data), at / "journal"))
    return made.removeprefix("<journal-meta>").removesuffix("</journal-meta>")


def test_titles_subtitles_and_the_short_title() -> None:
    given = {
        "title": {"uk": "Вода", "en": "Water"},
        "subtitle": {"en": "a journal", "fr": "revue"},
        "abbreviation": "W",
    }
    assert journal(given, start(language="uk")) == (
        '<journal-title-group><journal-title>Вода</journal-title><journal-subtitle xml:lang="fr">revue</journal-subtitle>'
        '<trans-title-group xml:lang="en"><trans-title>Water</trans-title><trans-subtitle>a journal</trans-subtitle>'
        '</trans-title-group><abbrev-journal-title abbrev-type="publisher">W</abbrev-journal-title></journal-title-group>'
    )


@pytest.mark.parametrize(
    ("variant", "electronic", "print_"),
    [
        ("publishing-1.0-mathml2", 'pub-type="epub"', 'pub-type="ppub"'),
        (
            "publishing-1.1-mathml3",
            'pub-type="epub" publication-format="electronic"',
            'pub-type="ppub" publication-format="print"',
        ),
        (
            "archiving-1.4-mathml3",
            'pub-type="epub" publication-format="electronic"',
            'pub-type="ppub" publication-format="print"',
        ),
    ],
)
def test_issns_say_their_kind_in_every_way_that_the_version_has(variant: str, electronic: str, print_: str) -> None:
    given = {"issn": {"electronic": "2520-6524", "print": "1234-5679", "linking": "1234-5679"}}
    assert journal(given, start(variant)).removeprefix(ISSN_AS_ID) == (
        f"<issn {electronic}>2520-6524</issn><issn {print_}>1234-5679</issn><issn-l>1234-5679</issn-l>"
    )


def test_issn_of_no_stated_kind_says_none() -> None:
    assert journal({"issn": "2520-6524"}, start()) == f"{ISSN_AS_ID}<issn>2520-6524</issn>"


def test_the_issn_is_the_id_of_a_journal_that_has_none() -> None:
    at = start()
    assert journal({"issn": {"print": "1234-5679", "electronic": "2520-6524"}}, at).startswith(ISSN_AS_ID)
    assert [path for path, _ in at.context.remarks] == [("journal", "issn", "electronic")]
    assert ISSN_AS_ID not in journal({"issn": "2520-6524", "ids": {"publisher-id": "w"}}, start())
    assert ISSN_AS_ID not in journal({"issn": "2520-6524"}, start("archiving-1.4-mathml3"))


def test_publisher_has_name_and_place_in_each_language() -> None:
    given = {"publisher": {"name": {"uk": "Вода", "en": "Water"}, "place": {"en": "Kyiv", "uk": "Київ"}}}
    assert journal(given, start(language="uk")) == (
        "<publisher><publisher-name>Вода</publisher-name><publisher-loc>Київ</publisher-loc>"
        '<publisher-name xml:lang="en">Water</publisher-name><publisher-loc xml:lang="en">Kyiv</publisher-loc></publisher>'
    )


def test_place_of_another_language_stands_with_a_name_that_has_none() -> None:
    given = {"publisher": {"name": "Вода", "place": {"en": "Kyiv"}}}
    assert journal(given, start(language="uk")) == (
        '<publisher><publisher-name>Вода</publisher-name><publisher-loc xml:lang="en">Kyiv</publisher-loc></publisher>'
    )


def test_place_without_a_name_is_set_aside() -> None:
    at = start()
    assert journal({"publisher": {"place": "Kyiv"}}, at) == ""
    assert at.context.aside == [(("journal", "publisher", 0, "place", ""), "Kyiv")]


def test_address_of_the_journal() -> None:
    assert journal({"url": "https://example.org/"}, start()) == '<self-uri xlink:href="https://example.org/"/>'


def test_authoring_has_no_journal() -> None:
    at = start("authoring-1.4-mathml3")
    assert journal({"issn": "2520-6524"}, at) == ""
    assert lost(at) == [("journal-meta", "front", None)]


def test_issn_says_who_assigned_it_since_1_3() -> None:
    given = {"issn": {"print": {"value": "2520-6524", "authority": "ISSN Centre"}}, "isbn": {"print": "080442957X"}}
    assert journal(given, start()).removeprefix(ISSN_AS_ID) == (
        '<issn pub-type="ppub" publication-format="print" assigning-authority="ISSN Centre">2520-6524</issn>'
        '<isbn publication-format="print">080442957X</isbn>'
    )
    at = start("publishing-1.2-mathml3")
    assert (
        journal(given, at)
        .removeprefix(ISSN_AS_ID)
        .startswith('<issn pub-type="ppub" publication-format="print">2520-6524</issn>')
    )
    assert at.context.aside == [(("journal", "issn", "print", "authority"), "ISSN Centre")]


def test_issn_with_its_authority_survives_being_copied_and_told() -> None:
    read = Journal.model_validate({"issn": {"print": {"value": "25206524", "authority": "ISSN Centre"}}})
    assert deepcopy(read).issn["print"].authority == "ISSN Centre"
    assert read.model_dump(mode="json")["issn"] == {"print": {"value": "2520-6524", "authority": "ISSN Centre"}}


PEOPLE = {
    "title": "T",
    "contributors": [
        {"name": "A, B", "type": "editor", "affiliations": "seas"},
        {"name": "C, D", "type": "editor", "affiliations": "Institute, Lviv"},
    ],
    "affiliations": {"id": "seas", "institution": "Seas"},
    "notes": {"Note": "Founded in 1990."},
}


def test_who_makes_the_journal_stands_with_it() -> None:
    at = start()
    journal = Journal.model_validate(PEOPLE)
    assert xml(write_journal(journal, at, *write_masthead(journal, at))) == (
        "<journal-meta><journal-title-group><journal-title>T</journal-title></journal-title-group><contrib-group>"
        '<contrib contrib-type="editor"><name><surname>A</surname><given-names>B</given-names></name>'
        '<xref ref-type="aff" rid="seas">1</xref></contrib>'
        '<contrib contrib-type="editor"><name><surname>C</surname><given-names>D</given-names></name>'
        '<xref ref-type="aff" rid="aff1">2</xref></contrib></contrib-group>'
        '<aff id="seas"><label>1</label><institution>Seas</institution></aff>'
        '<aff id="aff1"><label>2</label>Institute, Lviv</aff>'
        "<notes><title>Note</title><p>Founded in 1990.</p></notes></journal-meta>"
    )


def test_authoring_has_no_place_for_them() -> None:
    at = start("authoring-1.4-mathml3")
    assert write_masthead(Journal.model_validate(PEOPLE), at) == []


def test_people_of_a_journal_carry_no_notes() -> None:
    with pytest.raises(ValidationError, match="JATS has no place"):
        Journal.model_validate({"contributors": {"name": "A, B", "notes": "On leave."}})
