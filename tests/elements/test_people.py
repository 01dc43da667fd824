from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.affiliations import gather_institutions
from jats.elements.build import Cursor
from jats.elements.notes import gather_notes
from jats.elements.people import LinkTargets, write_contributors
from jats.model.article import Article
from jats.model.people import Role
from tests.elements.writing import VARIANTS, lost, start, xml


def contributors(data: dict[str, Any], at: Cursor) -> str:
    article = Article.model_validate(data)
    people = LinkTargets(gather_institutions(article, at), gather_notes(article, at))
    return xml(write_contributors(article, people, at))


def author(data: Any, at: Cursor) -> str:
    made = contributors({"authors": [data]}, at)
    return made.removeprefix("<contrib-group>").partition("</contrib-group>")[0]


def test_person_with_all_that_is_known() -> None:
    given = {
        "name": "Romano, N. C., Jr.",
        "orcid": "0000-0002-1825-0097",
        "orcid_authenticated": True,
        "ids": {"scopus": "57"},
        "degrees": "PhD",
        "roles": "Head",
        "email": "a@b.example",
        "url": "https://example.org/",
        "equal_contribution": True,
        "deceased": True,
        "biography": "Born in <i>Kyiv</i>.",
    }
    assert author(given, start()) == (
        '<contrib contrib-type="author" equal-contrib="yes" deceased="yes">'
        '<contrib-id contrib-id-type="orcid" authenticated="true">https://orcid.org/0000-0002-1825-0097</contrib-id>'
        '<contrib-id contrib-id-type="scopus">57</contrib-id>'
        "<name><surname>Romano</surname><given-names>N. C.</given-names><suffix>Jr.</suffix></name>"
        "<degrees>PhD</degrees><role>Head</role><email>a@b.example</email><uri>https://example.org/</uri>"
        "<bio><p>Born in <italic>Kyiv</italic>.</p></bio></contrib>"
    )


def test_name_in_two_scripts_is_one_name_with_alternatives() -> None:
    given = {"name": {"uk": "Шевченко, Т. Г.", "en": "Shevchenko, T. H."}}
    assert author(given, start(language="uk")) == (
        '<contrib contrib-type="author"><name-alternatives>'
        '<name xml:lang="uk"><surname>Шевченко</surname><given-names>Т. Г.</given-names></name>'
        '<name xml:lang="en"><surname>Shevchenko</surname><given-names>T. H.</given-names></name>'
        "</name-alternatives></contrib>"
    )


@pytest.mark.parametrize("variant", VARIANTS)
def test_whole_name_is_never_taken_for_a_surname(variant: str) -> None:
    at = start(variant)
    made = author("Tetiana Kuranda", at)
    plain = "<string-name>Tetiana Kuranda</string-name>"
    alone = not variant.startswith(("publishing-1.0", "publishing-1.1", "authoring-1.0", "authoring-1.1"))
    inside = plain if alone else f"<name-alternatives>{plain}</name-alternatives>"
    assert made == f'<contrib contrib-type="author">{inside}</contrib>'
    assert lost(at) == []


def test_person_without_a_surname_says_so() -> None:
    made = author({"name": {"given": "Sukarno"}}, start())
    assert '<name name-style="given-only"><given-names>Sukarno</given-names></name>' in made


def test_orcid_of_jats_1_0_cannot_be_marked_as_authenticated() -> None:
    at = start("publishing-1.0-mathml2")
    author({"name": "A, B", "orcid": "0000-0002-1825-0097", "orcid_authenticated": True}, at)
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [
        (("authors", 0, "orcid_authenticated"), "@authenticated")
    ]


@pytest.mark.parametrize(
    ("version", "attributes"),
    [
        (
            "1.2",
            'vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software" '
            'vocab-term-identifier="https://credit.niso.org/contributor-roles/software/" degree-contribution="lead"',
        ),
        ("1.1", 'content-type="https://credit.niso.org/contributor-roles/software/" specific-use="lead"'),
    ],
)
def test_credit_role_is_identified_as_its_version_can(version: str, attributes: str) -> None:
    made = author(
        {"name": "A, B", "roles": [{"credit": "Software", "degree": "lead"}]}, start(f"publishing-{version}-mathml3")
    )
    assert f"<role {attributes}>Software</role>" in made


@pytest.mark.parametrize("version", ["1.1", "1.3"])
def test_a_role_says_what_part_its_person_has_in_a_peer_review(version: str) -> None:
    roles = {"text": "Reviewer", "part": "reviewer"}
    made = author({"name": "A, B", "roles": roles}, start(f"publishing-{version}-mathml3"))
    assert '<role specific-use="reviewer">Reviewer</role>' in made


def test_a_part_in_a_review_and_a_degree_of_contribution_are_not_given_together() -> None:
    with pytest.raises(ValidationError):
        Role.model_validate({"text": "Reviewer", "part": "reviewer", "degree": "lead"})


def test_credit_term_is_english_whatever_the_language_of_the_article() -> None:
    made = author({"name": "A, B", "roles": ["Software"]}, start(language="uk"))
    assert 'contributor-roles/software/" xml:lang="en">Software</role>' in made


def test_role_in_two_languages() -> None:
    made = author({"name": "A, B", "roles": {"text": {"uk": "Завідувач", "en": "Head"}}}, start(language="uk"))
    assert '<role>Завідувач</role><role xml:lang="en">Head</role>' in made


def test_authoring_before_1_2_has_room_for_one_role() -> None:
    at = start("authoring-1.1-mathml3")
    assert author({"name": "A, B", "roles": ["Head", "Editor"]}, at).count("<role>") == 1
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [(("authors", 0, "roles", 1), "role")]


def test_group_holds_its_members() -> None:
    given = {"collaboration": "The Group", "members": ["Romano, N."]}
    assert author(given, start()).startswith('<contrib contrib-type="author"><collab>The Group')
    made = contributors({"authors": [given]}, start())
    assert made == (
        '<contrib-group><contrib contrib-type="author"><collab>The Group<contrib-group><contrib><name><surname>Romano</surname>'
        "<given-names>N.</given-names></name></contrib></contrib-group></collab></contrib></contrib-group>"
    )


def test_group_with_names_in_two_languages() -> None:
    made = author({"collaboration": {"uk": "Група", "en": "Group"}}, start(language="uk"))
    assert '<collab-alternatives><collab xml:lang="uk">Група</collab><collab xml:lang="en">Group</collab>' in made


def test_authoring_leaves_members_out_and_says_so() -> None:
    at = start("authoring-1.3-mathml3")
    assert "Romano" not in author({"collaboration": "G", "members": ["Romano, N."]}, at)
    assert [loss.path for loss in at.context.losses] == [("authors", 0, "members")]


def test_nameless_author_is_anonymous() -> None:
    assert author({"anonymous": True}, start()) == '<contrib contrib-type="author"><anonymous/></contrib>'


def test_authors_point_to_affiliations_and_correspondence() -> None:
    data = {
        "authors": [{"name": "A, B", "affiliations": ["x", "Other, Lviv"], "corresponding": True}, "C, D"],
        "affiliations": [{"id": "x", "institution": "I"}],
        "correspondence": "To A.",
    }
    assert contributors(data, start()) == (
        '<contrib-group><contrib contrib-type="author" corresp="yes"><name><surname>A</surname><given-names>B</given-names>'
        '</name><xref ref-type="aff" rid="x">1</xref><xref ref-type="aff" rid="aff1">2</xref>'
        '<xref ref-type="corresp" rid="cor1"/></contrib><contrib contrib-type="author"><name><surname>C</surname>'
        "<given-names>D</given-names></name></contrib></contrib-group>"
        '<aff id="x"><label>1</label><institution>I</institution></aff><aff id="aff1"><label>2</label>Other, Lviv</aff>'
    )


def test_authoring_has_affiliations_with_the_people_and_gives_an_identifier_once() -> None:
    at = start("authoring-1.4-mathml3")
    data = {
        "authors": [{"name": "A, B", "affiliations": ["x"]}, {"name": "C, D", "affiliations": ["x"]}],
        "contributors": {"name": "E, F", "type": "editor"},
        "affiliations": [{"id": "x", "institution": "I"}, {"id": "y", "institution": "J"}],
    }
    made = contributors(data, at)
    assert made.count("<contrib-group>") == 1
    assert made.count("<institution>I</institution>") == 2
    assert made.count('id="x"') == 1
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [(("affiliations", 1), "aff")]


def test_link_to_an_affiliation_that_is_not_there_is_a_fault_of_the_data() -> None:
    at = start()
    contributors(
        {"authors": [{"name": "A, B", "affiliations": ["z"]}], "affiliations": [{"id": "x", "city": "Kyiv"}]}, at
    )
    assert at.context.faults == [(("authors", 0, "affiliations", 0), "no affiliation has the id 'z'; known: x")]


def test_other_contributors_have_a_group_of_their_own() -> None:
    made = contributors({"authors": ["A, B"], "contributors": {"name": "C, D", "type": "editor"}}, start())
    assert made.count("<contrib-group>") == 2
    assert '<contrib contrib-type="editor">' in made


def test_initials_stand_with_the_names_that_they_are_of() -> None:
    name = {"surname": "Roe-Doe", "surname_initials": "R-D", "given": "Martin Luther", "given_initials": "ML"}
    assert author(name, start()) == (
        '<contrib contrib-type="author"><name><surname initials="R-D">Roe-Doe</surname>'
        '<given-names initials="ML">Martin Luther</given-names></name></contrib>'
    )


def test_role_of_another_vocabulary_names_it_as_far_as_the_version_can() -> None:
    role = {
        "text": {"en": "<i>Chief</i> editor", "uk": "Головний редактор"},
        "vocabulary": {"name": "marcrelator", "term": "Editor", "term_identifier": "edt"},
        "authority": "Library of Congress",
        "degree": "lead",
    }
    said = (
        'vocab="marcrelator" vocab-term="Editor" vocab-term-identifier="edt" assigning-authority="Library of Congress"'
    )
    made = author({"name": "A, B", "roles": role}, start())
    assert f'<role {said} degree-contribution="lead"><italic>Chief</italic> editor</role>' in made
    assert f'<role {said} degree-contribution="lead" xml:lang="uk">Головний редактор</role>' in made
    at = start("publishing-1.1-mathml3")
    assert '<role specific-use="lead"><italic>Chief</italic> editor</role>' in author(
        {"name": "A, B", "roles": role}, at
    )
    assert [value for _, value in at.context.aside] == ["marcrelator", "Editor", "edt", "Library of Congress"]


def test_role_without_words_has_those_of_its_vocabulary() -> None:
    made = author({"name": "A, B", "roles": {"vocabulary": {"name": "marcrelator", "term": "Editor"}}}, start())
    assert '<role vocab="marcrelator" vocab-term="Editor">Editor</role>' in made


def test_person_writes_for_others_and_comments_on_the_work() -> None:
    given = {
        "name": "A, B",
        "link": "https://example.org/b-a",
        "on_behalf_of": {"en": "for the <b>Group</b>", "uk": "від Групи"},
        "comment": {"title": "Thanks", "type": "thanks", "text": "To all.\n\nTo none."},
        "biography": {"en": {"title": "About", "url": "https://example.org", "text": "B."}, "uk": "Б."},
    }
    assert author(given, start()) == (
        '<contrib contrib-type="author" xlink:href="https://example.org/b-a"><name><surname>A</surname>'
        "<given-names>B</given-names></name><on-behalf-of>for the <bold>Group</bold></on-behalf-of>"
        '<on-behalf-of xml:lang="uk">від Групи</on-behalf-of>'
        '<bio xlink:href="https://example.org"><title>About</title><p>B.</p></bio><bio xml:lang="uk"><p>Б.</p></bio>'
        '<author-comment content-type="thanks"><title>Thanks</title><p>To all.</p><p>To none.</p></author-comment></contrib>'
    )


def test_authoring_has_one_biography_and_one_comment_of_a_person() -> None:
    at = start("authoring-1.4-mathml3")
    made = author({"name": "A, B", "biography": ["B.", "C."], "comment": {"en": "D.", "uk": "Е."}}, at)
    assert made.endswith("<bio><p>B.</p></bio><author-comment><p>D.</p></author-comment></contrib>")
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [
        (("authors", 0, "biography", 1), "bio"),
        (("authors", 0, "comment", 1), "author-comment"),
    ]


GROUP = {
    "collaboration": {
        "name": {"en": "Group", "uk": "Група"},
        "type": "committee",
        "symbol": "*",
        "url": "https://example.org",
    },
    "members": ["Romano, N."],
}


def test_name_of_a_group_stands_apart_from_its_members_since_1_4() -> None:
    assert author(GROUP, start("publishing-1.4-mathml3")).partition("<contrib-group>")[0] == (
        '<contrib contrib-type="author"><collab-wrap collab-type="committee" symbol="*" xlink:href="https://example.org">'
        '<collab-name-alternatives><collab-name xml:lang="en">Group</collab-name><collab-name xml:lang="uk">Група</collab-name>'
        "</collab-name-alternatives>"
    )


def test_group_says_its_kind_and_mark_in_older_versions_too() -> None:
    at = start("publishing-1.0-mathml2")
    assert author(GROUP, at).startswith(
        '<contrib contrib-type="author"><collab-alternatives><collab xml:lang="en" collab-type="committee" '
        'xlink:href="https://example.org">Group<contrib-group>'
    )
    assert at.context.aside == [(("authors", 0, "collaboration", "symbol"), "*")]


def test_address_of_a_person_holds_the_telephone_numbers() -> None:
    given = {
        "name": "A, B",
        "phone": "+380 48 1",
        "fax": "+380 48 2",
        "address": [
            {"type": "present", "street": "7 Harbour Street", "country": {"en": "Ukraine", "uk": "Україна"}},
            "Lviv",
        ],
    }
    assert author(given, start()).partition("</name>")[2] == (
        '<address content-type="present"><addr-line>7 Harbour Street</addr-line><country>Ukraine</country>'
        "<phone>+380 48 1</phone><fax>+380 48 2</fax></address>"
        '<address content-type="present" xml:lang="uk"><country>Україна</country></address>'
        "<address><addr-line>Lviv</addr-line></address></contrib>"
    )
    assert "<address><phone>1</phone></address>" in author({"name": "A, B", "phone": 1}, start())


def test_authoring_takes_no_address_without_a_country() -> None:
    at = start("authoring-1.4-mathml3")
    assert "<address>" not in author({"name": "A, B", "phone": "1", "address": "Lviv"}, at)
    assert sorted((loss.path, loss.tag) for loss in at.context.losses) == [
        (("authors", 0, "address", 0), "address"),
        (("authors", 0, "phone", 0), "address"),
    ]
    assert "<address><country>Ukraine</country><phone>1</phone></address>" in author(
        {"name": "A, B", "phone": "1", "address": {"country": "Ukraine"}}, at
    )


GROUPS = {
    "authors": {"collaboration": "Tides Group", "id": "tides"},
    "contributor_groups": [
        {
            "type": "collab-list",
            "id": "list",
            "members": {"name": "A, B", "type": "author", "belongs_to": "tides"},
            "roles": "Observer",
            "email": "all@example.org",
            "affiliations": "seas",
            "notes": "All were at sea.",
            "on_behalf_of": "for the Academy",
        }
    ],
    "affiliations": {"id": "seas", "institution": "Seas"},
}


def test_group_of_contributors_says_what_holds_for_all_in_it() -> None:
    assert contributors(GROUPS, start()).partition("</contrib-group>")[2] == (
        '<contrib-group id="list" content-type="collab-list"><contrib contrib-type="author" rid="tides"><name>'
        "<surname>A</surname><given-names>B</given-names></name></contrib><role>Observer</role>"
        '<email>all@example.org</email><xref ref-type="aff" rid="seas"/><xref ref-type="fn" rid="fn1"/>'
        "<on-behalf-of>for the Academy</on-behalf-of></contrib-group>"
        '<aff id="seas"><institution>Seas</institution></aff>'
    )


def test_authoring_has_all_contributors_in_one_group_and_tells_what_was_said_of_another() -> None:
    at = start("authoring-1.4-mathml3")
    made = contributors(GROUPS, at)
    assert made.count("<contrib-group>") == 1
    assert "<surname>A</surname>" in made
    assert {loss.path[2] for loss in at.context.losses if loss.tag == "contrib-group beside another"} == {
        "roles", "email", "on_behalf_of", "id", "type",
    }  # fmt: skip


def test_groups_may_be_named_by_their_kind() -> None:
    made = contributors({"authors": "A, B", "contributor_groups": {"editors": ["C, D"], "reviewers": "E, F"}}, start())
    assert '<contrib-group content-type="editors"><contrib><name><surname>C</surname>' in made
    assert '<contrib-group content-type="reviewers"><contrib><name><surname>E</surname>' in made
