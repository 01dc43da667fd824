"""What a citation says besides authors, titles and numbers: people by role, institutions, standards, further dates."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from jats.elements.references import write_ref_lists
from jats.model.article import Article
from jats.schema.content import grammar
from tests.elements.checklist import DTD, carried
from tests.elements.test_checklist import CASES, built
from tests.elements.writing import lost, refused, start, xml

ROR = "https://ror.org/02mhbdp94"


def citation(given: dict[str, Any], variant: str = "publishing-1.3-mathml3") -> str:
    """What stands in the only citation."""
    (made,) = write_ref_lists(Article(references=[given]), start(variant))
    assert refused(made, variant) == []
    return "".join(xml(child) for child in made[0][0])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"people": {"inventor": "Roe, J.", "dreamer": "Doe, A."}},
            '<person-group person-group-type="inventor"><name><surname>Roe</surname><given-names>J.</given-names></name>'
            '</person-group><person-group person-group-type="custom" custom-type="dreamer"><name><surname>Doe</surname>'
            "<given-names>A.</given-names></name></person-group>",
        ),
        (
            {"authors": [{"name": {"en": "Roe", "uk": "Роу"}}, {"collaboration": {"en": "Group", "uk": "Група"}}]},
            '<person-group person-group-type="author"><name-alternatives><name xml:lang="en"><surname>Roe</surname></name>'
            '<name xml:lang="uk"><surname>Роу</surname></name></name-alternatives><collab-alternatives>'
            '<collab xml:lang="en">Group</collab><collab xml:lang="uk">Група</collab></collab-alternatives></person-group>',
        ),
        (
            {"editors": [{"surname": "Roe", "role": "chair", "affiliation": "Seas"}, {"anonymous": "yes"}]},
            '<person-group person-group-type="editor"><name><surname>Roe</surname></name><role>chair</role><aff>Seas</aff>'
            "<anonymous/></person-group>",
        ),
        (
            {"publisher": [{"name": "Press", "ror": ROR}], "institution": ["A", {"name": "B", "ids": {"grid": "g"}}]},
            "<publisher-name><institution-wrap><institution>Press</institution>"
            f'<institution-id institution-id-type="ror">{ROR}</institution-id></institution-wrap></publisher-name>'
            "<institution>A</institution><institution-wrap><institution>B</institution>"
            '<institution-id institution-id-type="grid">g</institution-id></institution-wrap>',
        ),
        (
            {"type": "standard", "organization": "ISO", "number": "ISO 8:2019"},
            '<std><std-organization>ISO</std-organization> <pub-id pub-id-type="std-designation">8:2019</pub-id></std>',
        ),
        ({"type": "patent", "number": "7", "country": "US"}, '<patent country="US">7</patent>'),
        ({"type": "law", "number": "7-VI", "organization": "Rada"}, "<gov>7-VI</gov><institution>Rada</institution>"),
        (
            {"dates": {"original": 1859, "filed": "2001-05", "read": "in spring"}},
            '<date date-type="original" iso-8601-date="1859"><year>1859</year></date>'
            '<date date-type="filed" iso-8601-date="2001-05"><month>05</month><year>2001</year></date>'
            '<date-in-citation content-type="read">in spring</date-in-citation>',
        ),
        (
            {"edition": {"text": "second", "number": 2}, "version": {"text": "2.1 beta", "number": "2.1"}},
            '<edition designator="2">second</edition><version designator="2.1">2.1 beta</version>',
        ),
        (
            {"conference": {"acronym": "T17", "date": {"text": "May 3", "year": 2017, "month": 5}, "sponsors": "Fund"}},
            '<conf-acronym>T17</conf-acronym><conf-date iso-8601-date="2017-05">May 3</conf-date>'
            "<conf-sponsor>Fund</conf-sponsor>",
        ),
        (
            {"ids": {"handle": {"value": "1/2", "url": "https://a.example"}}, "isbn": {"print": "978-3-16-148410-0"}},
            '<pub-id pub-id-type="handle" xlink:href="https://a.example">1/2</pub-id>'
            '<isbn publication-format="print">978-3-16-148410-0</isbn>',
        ),
        (
            {"title": "T", "note": ["in press", "<i>n</i>"], "size": {"minutes": 90}},
            '<article-title>T</article-title><size units="minutes">90</size><comment>in press</comment>'
            "<comment><italic>n</italic></comment>",
        ),
    ],
)
def test_fields_alone(given: dict[str, Any], expected: str) -> None:
    assert citation(given) == expected


def test_what_is_said_of_the_citation_as_a_whole_is_in_its_attributes() -> None:
    given = {"title": "T", "format": "web", "publisher_type": "ngo", "use": "method", "link": "https://a.example"}
    (made,) = write_ref_lists(Article(references=[given]), start())
    assert dict(made[0][0].attrib) == {
        "publication-format": "web",
        "publisher-type": "ngo",
        "use-type": "method",
        "{http://www.w3.org/1999/xlink}href": "https://a.example",
    }


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (
            "Gauges. ISO\u00a08:2019.",
            {"type": "standard", "organization": "ISO", "number": "8:2019"},
            'Gauges. <std><std-organization>ISO</std-organization>\u00a0<pub-id pub-id-type="std-designation">8:2019</pub-id>'
            "</std>.",
        ),
        (
            "Tides. Spring of 2019.",
            {"date": {"year": 2019, "text": "Spring of 2019"}},
            'Tides. <string-date iso-8601-date="2019">Spring of <year>2019</year></string-date>.',
        ),
        (
            "Роу. Drawn by Doe A. Press, 1859/2001.",
            {
                "authors": {"name": {"uk": "Роу"}},
                "people": {"illustrator": {"surname": "Doe", "given": "A"}},
                "publisher": {"name": "Press"},
                "dates": {"original": 1859},
            },
            '<person-group person-group-type="author"><string-name xml:lang="uk"><surname>Роу</surname></string-name>'
            '</person-group>. Drawn by <person-group person-group-type="illustrator"><string-name><surname>Doe</surname> '
            "<given-names>A</given-names></string-name></person-group>. <publisher-name>Press</publisher-name>, "
            '<date-in-citation content-type="original" iso-8601-date="1859">1859</date-in-citation>/2001.',
        ),
        (
            "A <source>B</source>, <year>2001</year>",
            {"publisher": "A"},
            "<publisher-name>A</publisher-name> <source>B</source>, <year>2001</year>",
        ),
    ],
)
def test_fields_in_a_text(text: str, given: dict[str, Any], expected: str) -> None:
    (made,) = write_ref_lists(Article(references=[{"text": text, **given}]), start())
    assert xml(made[0][0]).partition(">")[2].removesuffix("</mixed-citation>") == expected


def test_identifiers_that_no_text_says_stand_beside_it() -> None:
    at = start()
    given = {"text": "T. Press.", "publisher": {"name": "Press", "ror": ROR}}
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert [one.tag for one in made[0][0]] == ["mixed-citation", "element-citation"]
    assert [(loss.path[2:], loss.tag) for loss in at.context.losses] == [(("publisher", 0, "ror"), "institution-wrap")]


def test_jats_1_0_has_nearest_forms() -> None:
    at = start("publishing-1.0-mathml2")
    given = {
        "title": "T",
        "people": {"dreamer": "Roe, J."},
        "conference": {"acronym": "T17"},
        "institution": {"name": "B", "ror": ROR},
        "use": "method",
        "isbn": {"print": "978-3-16-148410-0"},
    }
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert refused(made, "publishing-1.0-mathml2") == []
    assert "".join(xml(one) for one in made[0][0]) == (
        '<person-group specific-use="dreamer"><name><surname>Roe</surname><given-names>J.</given-names></name></person-group>'
        '<article-title>T</article-title><comment content-type="conf-acronym">T17</comment><institution>B</institution>'
        '<isbn content-type="print">978-3-16-148410-0</isbn>'
    )
    assert set(lost(at)) == {
        ("conf-acronym", "element-citation", "as comment"),
        ("institution-wrap", "element-citation", "as custom-meta"),
        ("@use-type", "element-citation", "as custom-meta"),
    }


ONLY_IN_GROUPS = {"name", "name-alternatives", "string-name", "collab", "collab-alternatives", "etal", "role"}
"""Children of a citation that an article file has in a group of people, where JATS has them too."""

OF_GROUPS_IN_1_4 = {"collab-name", "collab-name-alternatives", "collab-wrap"}
"""Another form of `<collab>`: a cited group has no members that its name would have to be kept apart from."""


def test_every_child_of_a_citation_has_a_case() -> None:
    root = etree.fromstring(built(CASES / "references.yaml").xml or b"<none/>")
    shown = {str(child.tag) for child in root.iterfind(".//element-citation/*")}
    label = {str(child.tag) for child in root.iterfind(".//mixed-citation/*")}
    wanted = grammar(DTD).children("element-citation") - carried()
    assert wanted - shown - label - ONLY_IN_GROUPS - OF_GROUPS_IN_1_4 == set()
