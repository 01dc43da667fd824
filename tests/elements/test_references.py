from __future__ import annotations

from typing import Any

import pytest

from jats.elements.back import write_back
from jats.elements.references import write_ref_lists
from jats.model.article import Article
from jats.model.inline import Inline, Math
from tests.elements.writing import VARIANTS, lost, refused, start, xml

ALTERNATIVES = "in an element-citation beside the text"


def citation(given: Any, variant: str = "publishing-1.3-mathml3", language: str | None = "en") -> str:
    """What stands in the only reference."""
    at = start(variant, language)
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert refused(made, variant) == []
    return xml(made).removeprefix('<ref-list><ref id="ref1">').removesuffix("</ref></ref-list>")


def element_citation(given: dict[str, Any], variant: str = "publishing-1.3-mathml3") -> str:
    made = citation(given, variant)
    assert made.endswith("</element-citation>")
    return made.partition(">")[2].removesuffix("</element-citation>")


def test_no_references_no_list() -> None:
    assert write_back(Article(), start()) is None


def test_line_of_text_is_kept_as_printed() -> None:
    made = citation("Smith, A. & Jones, B. (2018). Soils. <i>Catena</i>, 4 < 5.")
    assert made == (
        "<mixed-citation>Smith, A. &amp; Jones, B. (2018). Soils. <italic>Catena</italic>, 4 &lt; 5.</mixed-citation>"
    )


def test_text_may_have_a_kind_a_language_and_a_label() -> None:
    made = citation({"text": "Ґрунти. Київ.", "type": "book", "language": "uk", "label": "1."})
    assert made == (
        '<label>1.</label><mixed-citation publication-type="book" xml:lang="uk">Ґрунти. Київ.</mixed-citation>'
    )


def test_journal_article() -> None:
    given = {
        "type": "journal",
        "language": "uk",
        "authors": "Romano, N. C.; Ukrainian Soil Science Society",
        "etal": "yes",
        "date": "2010-03",
        "title": "Ґрунти <i>in situ</i>",
        "trans_title": "Soils",
        "source": "Агрохімія",
        "trans_source": "Agrochemistry",
        "volume": 19,
        "issue": 2,
        "supplement": "A",
        "pages": "117-133",
        "doi": "https://doi.org/10.5555/12345678",
        "pmid": 1,
        "pmcid": "PMC1",
        "issn": "2520-6524",
        "note": "in press",
    }
    assert citation(given) == (
        '<element-citation publication-type="journal" xml:lang="uk"><person-group person-group-type="author">'
        "<name><surname>Romano</surname><given-names>N. C.</given-names></name><collab>Ukrainian Soil Science Society</collab>"
        "<etal/></person-group><article-title>Ґрунти <italic>in situ</italic></article-title>"
        '<trans-title xml:lang="en">Soils</trans-title><source>Агрохімія</source>'
        '<trans-source xml:lang="en">Agrochemistry</trans-source><year>2010</year><month>03</month><volume>19</volume>'
        "<issue>2</issue><supplement>A</supplement><fpage>117</fpage><lpage>133</lpage>"
        '<pub-id pub-id-type="doi">10.5555/12345678</pub-id><pub-id pub-id-type="pmid">1</pub-id>'
        '<pub-id pub-id-type="pmcid">PMC1</pub-id><issn>2520-6524</issn><comment>in press</comment></element-citation>'
    )


def test_title_of_a_book_is_its_source() -> None:
    given = {
        "type": "book",
        "title": "Soils",
        "trans_title": "Ґрунти",
        "edition": "2",
        "series": "Earth",
        "place": ["Kyiv", "Lviv"],
        "publisher": "Naukova dumka",
        "date": 2009,
        "year_suffix": "a",
        "volume": 13,
        "total_pages": 520,
        "isbn": "978-3-16-148410-0",
    }
    assert element_citation(given) == (
        '<source>Soils</source><trans-source xml:lang="en">Ґрунти</trans-source><edition>2</edition>'
        "<series>Earth</series><publisher-loc>Kyiv</publisher-loc>"
        "<publisher-name>Naukova dumka</publisher-name><publisher-loc>Lviv</publisher-loc>"
        '<year iso-8601-date="2009">2009a</year><volume>13</volume><size units="pages">520</size>'
        "<isbn>978-3-16-148410-0</isbn>"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"type": "chapter", "title": "Clay", "editors": "Kovalenko, I.", "source": "Soils", "pages": "8-11, 14-19"},
            '<chapter-title>Clay</chapter-title><person-group person-group-type="editor"><name><surname>Kovalenko</surname>'
            "<given-names>I.</given-names></name></person-group><source>Soils</source><fpage>8</fpage><lpage>19</lpage>"
            "<page-range>8-11, 14-19</page-range>",
        ),
        (
            {
                "type": "conference",
                "title": "Clay",
                "conference": {"name": "Soils 7", "date": "May 2010", "place": "Lviv"},
            },
            "<article-title>Clay</article-title><conf-name>Soils 7</conf-name><conf-date>May 2010</conf-date>"
            "<conf-loc>Lviv</conf-loc>",
        ),
        (
            {"type": "thesis", "title": "Clay", "institution": "University", "degree": "PhD thesis"},
            '<source>Clay</source><institution>University</institution><comment content-type="degree">PhD thesis</comment>',
        ),
        (
            {"type": "report", "title": "Clay", "number": "R-7"},
            '<source>Clay</source><pub-id pub-id-type="publisher-id">R-7</pub-id>',
        ),
        ({"type": "standard", "title": "Clay", "number": "ISO 1"}, "<source>Clay</source><std>ISO 1</std>"),
        (
            {"type": "preprint", "title": "Clay", "source": "arXiv", "ids": {"arxiv": "1.2"}},
            '<article-title>Clay</article-title><source>arXiv</source><pub-id pub-id-type="arxiv">1.2</pub-id>',
        ),
        (
            {"type": "web", "title": "Clay", "url": "https://example.org/", "accessed": "2023-05-01"},
            '<source>Clay</source><ext-link ext-link-type="uri" xlink:href="https://example.org/">https://example.org/</ext-link>'
            '<date-in-citation content-type="access-date" iso-8601-date="2023-05-01">2023-05-01</date-in-citation>',
        ),
        (
            {"type": "dataset", "title": "Clay", "source": "Zenodo", "version": 2, "translators": "Melnyk, O."},
            '<data-title>Clay</data-title><person-group person-group-type="translator"><name><surname>Melnyk</surname>'
            '<given-names>O.</given-names></name></person-group><source>Zenodo</source><version designator="2">2</version>',
        ),
        (
            {"type": "software", "title": "Clay", "elocation_id": "e1"},
            "<source>Clay</source><elocation-id>e1</elocation-id>",
        ),
        (
            {"title": "Clay", "date": {"text": "in press"}, "accessed": {"season": "Spring", "year": "2020"}},
            "<article-title>Clay</article-title><string-date>in press</string-date>"
            '<date-in-citation content-type="access-date">Spring 2020</date-in-citation>',
        ),
        (
            {"type": "other", "title": "Clay", "ids": {"rrid": "AB_1"}},
            '<article-title>Clay</article-title><pub-id pub-id-type="custom" custom-type="rrid">AB_1</pub-id>',
        ),
        (
            {
                "authors": [
                    {"full": "Olena Melnyk", "prefix": "Dr."},
                    {"surname": "Li", "language": "zh-Latn", "style": "eastern"},
                ]
            },
            '<person-group person-group-type="author"><string-name><prefix>Dr.</prefix> Olena Melnyk</string-name>'
            '<name name-style="eastern" xml:lang="zh-Latn"><surname>Li</surname></name></person-group>',
        ),
    ],
)
def test_kinds_of_works(given: dict[str, Any], expected: str) -> None:
    assert element_citation(given) == expected


def test_jats_1_0_has_nearest_forms() -> None:
    at = start("publishing-1.0-mathml2")
    given = {"type": "data", "title": "Clay", "version": "2", "date": {"text": "in press"}, "ids": {"rrid": "AB_1"}}
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert refused(made, "publishing-1.0-mathml2") == []
    assert xml(made) == (
        '<ref-list><ref id="ref1"><element-citation publication-type="data"><article-title>Clay</article-title>'
        '<edition content-type="version">2</edition><comment content-type="date">in press</comment>'
        '<pub-id pub-id-type="other" specific-use="rrid">AB_1</pub-id></element-citation></ref></ref-list>'
    )
    assert lost(at) == [
        ("data-title", "element-citation", "as article-title"),
        ("version", "element-citation", "as edition"),
        ("string-date", "element-citation", "as comment"),
    ]


def test_fields_are_marked_in_the_text_and_no_character_moves() -> None:
    text = (
        "Romano, N. C., Pick, J. B., & Roztocki, N. (2010). A model of 19 soils. <i>Eur. J. Soil Sci.</i>, 19(2), 117–133. "
        "https://doi.org/10.5555/12345678"
    )
    given = {
        "text": text,
        "type": "journal",
        "authors": "Romano, N. C.; Pick, J. B.; Roztocki, N.",
        "date": 2010,
        "title": "A model of 19 soils",
        "source": "Eur. J. Soil Sci.",
        "volume": 19,
        "issue": 2,
        "pages": "117-133",
        "doi": "10.5555/12345678",
        "url": "https://doi.org/10.5555/12345678",
    }
    at = start()
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert xml(made) == (
        '<ref-list><ref id="ref1"><mixed-citation publication-type="journal"><person-group person-group-type="author">'
        "<string-name><surname>Romano</surname>, <given-names>N. C.</given-names></string-name>, "
        "<string-name><surname>Pick</surname>, <given-names>J. B.</given-names></string-name>, &amp; "
        "<string-name><surname>Roztocki</surname>, <given-names>N.</given-names></string-name></person-group> "
        "(<year>2010</year>). <article-title>A model of 19 soils</article-title>. "
        "<source><italic>Eur. J. Soil Sci.</italic></source>, <volume>19</volume>(<issue>2</issue>), "
        "<fpage>117</fpage>–<lpage>133</lpage>. https://doi.org/"
        '<pub-id pub-id-type="doi" xlink:href="https://doi.org/10.5555/12345678">10.5555/12345678</pub-id>'
        "</mixed-citation></ref></ref-list>"
    )
    assert lost(at) == []
    assert "".join(str(part) for part in made.itertext()) == text.replace("<i>", "").replace("</i>", "")


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (
            "Smith A, van den Berg B, et al. Soils. 2nd ed. Kyiv: NAU, 2007a. 520 p. [Ґрунти]",
            {
                "type": "book",
                "authors": [{"surname": "Smith", "given": "A"}, {"surname": "Berg", "given": "B", "prefix": "van den"}],
                "etal": "yes",
                "title": "Soils",
                "trans_title": "Ґрунти",
                "edition": "2nd",
                "place": "Kyiv",
                "publisher": "NAU",
                "date": "2007",
                "year_suffix": "a",
                "total_pages": "520",
            },
            '<person-group person-group-type="author"><string-name><surname>Smith</surname> <given-names>A</given-names>'
            "</string-name>, <string-name><prefix>van den</prefix> <surname>Berg</surname> <given-names>B</given-names>"
            "</string-name>, <etal>et al.</etal></person-group> <source>Soils</source>. <edition>2nd</edition> ed. "
            "<publisher-loc>Kyiv</publisher-loc>: <publisher-name>NAU</publisher-name>, "
            '<year iso-8601-date="2007">2007a</year>. <size units="pages">520</size> p. '
            '[<trans-source xml:lang="en">Ґрунти</trans-source>]',
        ),
        (
            "О. Мельник. Ґрунти\u00a0Полісся. 05.03.2018.",
            {"authors": "Мельник, О.", "title": "Ґрунти Полісся", "date": "2018-03-05"},
            '<person-group person-group-type="author"><string-name><given-names>О.</given-names> <surname>Мельник</surname>'
            "</string-name></person-group>. <article-title>Ґрунти\u00a0Полісся</article-title>. "
            "<day>05</day>.<month>03</month>.<year>2018</year>.",
        ),
        (
            "田中太郎. 土. 2018;5.",
            {"authors": {"surname": "田中", "given": "太郎"}, "title": "土", "volume": 5},
            '<person-group person-group-type="author"><string-name><surname>田中</surname><given-names>太郎</given-names>'
            "</string-name></person-group>. <article-title>土</article-title>. 2018;<volume>5</volume>.",
        ),
        (
            '<a href="https://example.org/x">Clay</a>, <a href="https://doi.org/10.5555/12345678">doi:10.5555/12345678</a>',
            {"title": "Clay", "doi": "10.5555/12345678", "url": "https://example.org/x"},
            '<article-title><ext-link ext-link-type="uri" xlink:href="https://example.org/x">Clay</ext-link></article-title>, '
            '<ext-link ext-link-type="uri" xlink:href="https://doi.org/10.5555/12345678">doi:</ext-link>'
            '<pub-id pub-id-type="doi" xlink:href="https://doi.org/10.5555/12345678">10.5555/12345678</pub-id>',
        ),
        (
            "Clay. Vol. 6, no. 6, p. 6. Accessed 2020-01-02 at https://example.org.",
            {
                "title": "Clay",
                "volume": 6,
                "issue": 6,
                "pages": 6,
                "url": "https://example.org",
                "accessed": "2020-01-02",
            },
            "<article-title>Clay</article-title>. Vol. <volume>6</volume>, no. <issue>6</issue>, p. <fpage>6</fpage>. Accessed "
            '<date-in-citation content-type="access-date" iso-8601-date="2020-01-02">2020-01-02</date-in-citation> at '
            '<ext-link ext-link-type="uri" xlink:href="https://example.org">https://example.org</ext-link>.',
        ),
    ],
)
def test_marks_in_texts_of_many_kinds(text: str, fields: dict[str, Any], expected: str) -> None:
    made = citation({"text": text, **fields})
    assert made.startswith("<mixed-citation")
    assert made.partition(">")[2].removesuffix("</mixed-citation>") == expected


def test_face_that_a_number_cannot_hold_is_reported() -> None:
    at = start()
    (made,) = write_ref_lists(Article(references=[{"text": "Catena <b>19</b>", "source": "Catena", "volume": 19}]), at)
    assert "<source>Catena</source> <volume>19</volume></mixed-citation>" in xml(made)
    assert lost(at) == [("bold", "volume", "as plain text")]


def test_fields_that_the_text_does_not_say_stand_beside_it() -> None:
    at = start()
    given = {"text": "Foo B. Clay. 2018", "authors": "Foo, Bar", "title": "Clay", "date": "2018-03", "pmid": 7}
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert xml(made) == (
        '<ref-list><ref id="ref1"><citation-alternatives>'
        "<mixed-citation>Foo B. <article-title>Clay</article-title>. <year>2018</year></mixed-citation>"
        '<element-citation><person-group person-group-type="author"><name><surname>Foo</surname>'
        "<given-names>Bar</given-names></name></person-group><article-title>Clay</article-title><year>2018</year>"
        '<month>03</month><pub-id pub-id-type="pmid">7</pub-id></element-citation></citation-alternatives></ref></ref-list>'
    )
    assert [(loss.path[2:], loss.tag, loss.moved) for loss in at.context.losses] == [
        (("pmid",), "pub-id", ALTERNATIVES),
        (("authors", 0), "string-name", ALTERNATIVES),
        (("date", "month"), "month", ALTERNATIVES),
    ]


def test_transliterated_fields_are_a_form_beside_the_text() -> None:
    at = start(language="uk")
    given = {
        "text": "Мельник О. Ґрунти. Київ, 2018.",
        "type": "book",
        "language": "uk",
        "authors": "Melnyk, O.",
        "title": "Grunty",
        "trans_title": "Soils",
        "place": "Kyiv",
        "date": 2018,
    }
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert xml(made) == (
        '<ref-list><ref id="ref1"><citation-alternatives><mixed-citation publication-type="book" xml:lang="uk">'
        "Мельник О. Ґрунти. Київ, <year>2018</year>.</mixed-citation>"
        '<element-citation publication-type="book" xml:lang="uk-Latn"><person-group person-group-type="author"><name>'
        "<surname>Melnyk</surname><given-names>O.</given-names></name></person-group><source>Grunty</source>"
        "<trans-source>Soils</trans-source><publisher-loc>Kyiv</publisher-loc><year>2018</year>"
        "</element-citation></citation-alternatives></ref></ref-list>"
    )
    assert lost(at) == []


def test_translations_say_their_language() -> None:
    given = {
        "language": "uk",
        "title": "Ґрунти",
        "trans_title": {"en": "Soils", "de": "Böden"},
        "trans_source": "Nauka",
    }
    made = citation(given, language="uk")
    assert made.partition("</article-title>")[2] == (
        '<trans-title xml:lang="en">Soils</trans-title><trans-title xml:lang="de">Böden</trans-title>'
        "<trans-source>Nauka</trans-source></element-citation>"
    )


def test_formula_in_a_text_is_never_cut() -> None:
    made = citation({"text": Inline(("On ", Math(tex="x 19"), ", 19")), "title": "On x", "volume": "19"})
    assert "<inline-formula><tex-math>x 19</tex-math></inline-formula>" in made
    assert ", <volume>19</volume>" in made


def test_identifiers_are_given_kept_and_made_names() -> None:
    at = start()
    given = [
        "a",
        {"id": "ref1", "text": "b"},
        {"id": "12 c", "text": "c"},
        {"id": "ref1", "text": "d"},
        {"id": "B-1", "text": "e"},
    ]
    (made,) = write_ref_lists(Article(references=given), at)
    assert [ref.get("id") for ref in made] == ["ref2", "ref1", "ref12_c", "ref1-2", "B-1"]
    assert [(loss.path, loss.moved) for loss in at.context.losses] == [
        (("references", 2, "id"), "as ref12_c"),
        (("references", 3, "id"), "as ref1-2"),
    ]


def test_elements_know_the_fields_that_made_them() -> None:
    at = start()
    given = [
        {"text": "Foo B. Clay", "authors": "Foo, B", "title": "Clay"},
        {"title": "Mud", "date": 2018, "place": ["A", "B"]},
    ]
    (made,) = write_ref_lists(Article(references=given), at)
    origins = {str(one.tag): at.context.origins[one] for one in made[0].iter()}
    assert origins["surname"] == ("references", 0, "authors", 0, "name", 0, "surname")
    assert origins["article-title"] == ("references", 0, "title")
    assert origins["mixed-citation"] == ("references", 0, "text")
    assert [at.context.origins[one][2:] for one in made[1][0]] == [
        ("title",),
        ("place", 0),
        ("place", 1),
        ("date", "year"),
    ]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_references(variant: str) -> None:
    text = "Foo B. <i>Clay</i> <b>19</b>(2): 3–4. https://example.org $x$"
    fields = {
        "authors": [
            {"surname": "Foo", "given": "B"},
            {"collaboration": "Group"},
            {"full": "Bar Baz", "surname": "Baz"},
        ],
        "etal": "yes",
        "editors": "A, B",
        "translators": "C, D",
        "date": {"year": "2018", "season": "Spring", "text": "Spring of 2018"},
        "title": "Clay $y$",
        "trans_title": "<sc>x</sc>",
        "source": 'S <a href="https://example.org/s">t</a>',
        "trans_source": "$z$",
        **dict.fromkeys(
            ("edition", "version", "series", "volume", "issue", "supplement", "total_pages", "number"), "1"
        ),
        **dict.fromkeys(("elocation_id", "publisher", "place", "institution", "degree", "pmid", "pmcid", "url"), "2"),
        "pages": {"first": "3", "last": "4", "range": "3-4"},
        "conference": {"name": "N", "date": "D", "place": "P"},
        "doi": "10.5555/12345678",
        "isbn": "978-3-16-148410-0",
        "issn": "2520-6524",
        "ids": {"arxiv": "1", "handle": "2", "my own": "3"},
        "accessed": "2020-01-02",
        "note": "n $w$",
        "label": "[1]",
        "language": "uk",
    }
    kinds = [
        "journal",
        "book",
        "chapter",
        "conference",
        "thesis",
        "report",
        "preprint",
        "webpage",
        "data",
        "software",
        "patent",
    ]
    given = (
        [{**fields, "type": kind} for kind in kinds]
        + [{**fields, "text": text, "type": kind} for kind in kinds]
        + [text]
    )
    made = write_back(Article(references=given), start(variant))
    assert made is not None
    assert refused(made, variant) == []
    assert len(made[0]) == len(given)
