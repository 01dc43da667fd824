from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.article import write_article
from jats.elements.back import write_back, write_front_notes
from jats.elements.pointers import resolve_pointers
from jats.model.article import Article
from tests.elements.writing import VARIANTS, refused, start, xml


def back(variant: str = "publishing-1.3-mathml3", **fields: Any) -> str:
    """What stands in `<back>`."""
    article = Article(language="en", **fields)
    return xml(write_back(article, start(variant))).removeprefix("<back>").removesuffix("</back>")


def test_nothing_behind_the_text_no_element() -> None:
    assert write_back(Article(), start()) is None


def test_thanks_as_a_text_in_paragraphs() -> None:
    assert back(acknowledgements="We thank <i>all</i>.\n\nAnd you.") == (
        "<ack><p>We thank <italic>all</italic>.</p><p>And you.</p></ack>"
    )


def test_thanks_in_two_languages() -> None:
    assert back(acknowledgements={"en": "We thank all.", "uk": {"title": "Подяки", "text": "Дякуємо."}}) == (
        '<ack><p>We thank all.</p></ack><ack xml:lang="uk"><title>Подяки</title><p>Дякуємо.</p></ack>'
    )


def test_sections_of_thanks_are_text_where_the_tag_set_has_none_there() -> None:
    made = back("authoring-1.3-mathml3", acknowledgements={"text": "We thank all.", "sections": {"Port": "Thanks."}})
    assert made == "<ack><p>We thank all.</p><p>Port</p><p>Thanks.</p></ack>"


def test_statement_on_data_is_a_section_of_its_type_with_the_usual_heading() -> None:
    assert back(data_availability={"en": "On request.", "uk": "На запит."}) == (
        '<sec sec-type="data-availability"><title>Data availability</title><p>On request.</p></sec>'
        '<sec sec-type="data-availability" xml:lang="uk"><title>Доступність даних</title><p>На запит.</p></sec>'
    )


def test_statement_on_data_says_how_they_can_be_had() -> None:
    assert back(data_availability={"title": "Data", "status": "uninformed", "text": "Unknown."}) == (
        '<sec sec-type="data-availability" specific-use="uninformed"><title>Data</title><p>Unknown.</p></sec>'
    )


def test_statements_by_their_headings() -> None:
    assert back(statements={"Ethics": "None.", "Authors": {"type": "author-contributions", "text": "All."}}) == (
        "<sec><title>Ethics</title><p>None.</p></sec>"
        '<sec sec-type="author-contributions"><title>Authors</title><p>All.</p></sec>'
    )


def test_authoring_has_statements_as_appendices() -> None:
    at = start("authoring-1.3-mathml3")
    article = Article(statements={"Ethics": "None."}, appendices={"Data": "Here."}, back_notes="Untitled.")
    assert xml(write_back(article, at)) == (
        '<back><app-group><app id="app1"><title>Data</title><p>Here.</p></app>'
        '<app id="app2"><title>Ethics</title><p>None.</p></app>'
        "</app-group></back>"
    )
    assert [(loss.path, loss.moved) for loss in at.context.losses] == [
        (("statements", 0), "as appendix"),
        (("back_notes", 0), None),
    ]


def test_footnotes_that_follow_each_other_stand_in_one_group() -> None:
    notes = ["One.", {"id": "n2", "type": "supported-by", "label": "2", "text": "Two."}]
    assert back(footnotes=notes) == (
        '<fn-group><fn><p>One.</p></fn><fn id="n2" fn-type="supported-by"><label>2</label><p>Two.</p></fn></fn-group>'
    )


def test_groups_of_footnotes_have_headings() -> None:
    group = {"id": "g", "title": "Notes", "type": "notes", "footnotes": [{"type": "on-the-cover", "text": "One."}]}
    assert back(footnotes=[group, "Two."]) == (
        '<fn-group id="g" content-type="notes"><title>Notes</title>'
        '<fn fn-type="custom" custom-type="on-the-cover"><p>One.</p></fn></fn-group>'
        "<fn-group><fn><p>Two.</p></fn></fn-group>"
    )


def test_authoring_has_no_footnotes_behind_the_text() -> None:
    at = start("authoring-1.3-mathml3")
    assert write_back(Article(footnotes="One."), at) is None
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [(("footnotes",), "fn-group")]


def test_appendix_with_footnotes_of_its_own() -> None:
    assert back(appendices={"Gauge": {"text": "A pole.", "footnotes": "Bent."}}) == (
        '<app-group><app id="app1"><title>Gauge</title><p>A pole.</p><fn-group><fn><p>Bent.</p></fn></fn-group></app></app-group>'
    )


def test_appendix_with_references_of_its_own() -> None:
    made = back(references={"id": "r", "text": "One."}, appendices={"Gauge": {"references": ["Two.", "Three."]}})
    assert made == (
        '<ref-list><ref id="r"><mixed-citation>One.</mixed-citation></ref></ref-list>'
        '<app-group><app id="app1"><title>Gauge</title><ref-list>'
        '<ref id="ref1"><mixed-citation>Two.</mixed-citation></ref>'
        '<ref id="ref2"><mixed-citation>Three.</mixed-citation></ref></ref-list></app></app-group>'
    )


def test_glossary_of_terms_alone_and_in_full() -> None:
    assert back(glossary={"HW": "high water"}) == (
        "<glossary><def-list><def-item><term>HW</term><def><p>high water</p></def></def-item></def-list></glossary>"
    )
    full = {
        "title": "Abbreviations",
        "type": "abbreviations",
        "text": "As used here.",
        "terms": {"H<sub>2</sub>O": {"id": "h2o", "definition": ["water", "or ice"]}},
        "glossaries": {"language": "uk", "terms": {"ПВ": "повна вода"}},
    }
    assert back(glossary=full) == (
        '<glossary content-type="abbreviations"><title>Abbreviations</title><p>As used here.</p><def-list>'
        '<def-item id="h2o"><term>H<sub>2</sub>O</term><def><p>water</p><p>or ice</p></def></def-item></def-list>'
        '<glossary xml:lang="uk"><def-list><def-item><term>ПВ</term><def><p>повна вода</p></def></def-item></def-list>'
        "</glossary></glossary>"
    )


def test_appendices_by_their_headings_stand_in_one_group() -> None:
    assert back(appendices={"Gauge": "A pole.", "Boat": {"label": "B", "text": "Small."}}) == (
        '<app-group><app id="app1"><title>Gauge</title><p>A pole.</p></app>'
        '<app id="app2"><label>B</label><title>Boat</title><p>Small.</p></app></app-group>'
    )


def test_appendix_that_is_no_part_of_the_article() -> None:
    appendix = {"title": "Gauge", "text": "A pole.", "supplemental": "yes"}
    assert '<app supplemental="yes" id="app1">' in back("publishing-1.4-mathml3", appendices=appendix)
    at = start()
    write_back(Article(appendices=appendix), at)
    assert at.context.aside == [(("appendices", 0, "supplemental"), "yes")]


def test_group_of_appendices_has_a_heading_and_words_before_them() -> None:
    group = {"title": "Appendices", "text": "Two.", "appendices": {"Gauge": "A pole."}}
    assert back(appendices=[group, {"title": "Boat", "text": "Small."}]) == (
        '<app-group><title>Appendices</title><p>Two.</p><app id="app1"><title>Gauge</title><p>A pole.</p></app></app-group>'
        '<app-group><app id="app2"><title>Boat</title><p>Small.</p></app></app-group>'
    )


def test_authoring_has_all_appendices_in_one_group() -> None:
    at = start("authoring-1.3-mathml3")
    groups = [{"appendices": {"Gauge": "A pole."}}, {"appendices": {"Boat": "Small."}, "text": "More."}]
    assert xml(write_back(Article(appendices=groups), at)) == (
        '<back><app-group><app id="app1"><title>Gauge</title><p>A pole.</p></app>'
        '<app id="app2"><title>Boat</title><p>Small.</p></app>'
        "</app-group></back>"
    )
    assert [loss.path for loss in at.context.losses] == [("appendices", 1)]


def test_note_behind_the_text_and_one_before_it() -> None:
    notes = [{"title": "Proof", "type": "note-in-proof", "text": "Moved."}, {"type": "disclaimer", "text": "Ours."}]
    article = Article(back_notes=notes)
    assert xml(write_back(article, start())) == (
        '<back><notes notes-type="note-in-proof"><title>Proof</title><p>Moved.</p></notes></back>'
    )
    assert xml(write_front_notes(article, start())) == '<notes notes-type="disclaimer"><p>Ours.</p></notes>'


def test_pointer_to_what_the_tag_set_has_no_room_for_is_left_out() -> None:
    at = start("authoring-1.3-mathml3")
    given = {
        "footnotes": {"id": "n", "text": "One."},
        "acknowledgements": 'Thanks<xref ref-type="fn" rid="n">1</xref>.',
    }
    root = write_article(Article.model_validate(given), at.context)
    assert xml(root.find("back")) == '<back><ack><p>Thanks<xref ref-type="fn">1</xref>.</p></ack></back>'
    assert at.context.faults == []
    assert ("@rid", "xref") in [(loss.tag, loss.parent) for loss in at.context.losses]


def test_disclaimer_of_an_article_inside_another_stands_behind_its_text() -> None:
    notes = {"type": "disclaimer", "text": "Ours."}
    article = Article(language="en", sub_articles={"reply": {"title": "Yes", "back_notes": notes}})
    context = start().context
    root = write_article(article, context)
    assert xml(root.findall(".//notes")) == '<notes notes-type="disclaimer"><p>Ours.</p></notes>'
    assert root.find("sub-article/back/notes") is not None


def test_biography_points_to_the_author() -> None:
    at = start()
    made = write_back(
        Article(biographies={"id": "b", "text": "Reads.", "refers_to": "b", "url": "https://a.example"}), at
    )
    assert made is not None
    resolve_pointers(made, at)
    assert xml(made) == '<back><bio id="b" xlink:href="https://a.example" rid="b"><p>Reads.</p></bio></back>'


def test_order_is_the_usual_one_but_for_fields_that_are_named() -> None:
    given = {"acknowledgements": "Thanks.", "references": "Tides.", "appendices": {"A": "x"}, "glossary": {"a": "b"}}
    assert order(Article.model_validate(given)) == ["ack", "glossary", "ref-list", "app-group"]
    named = Article.model_validate({**given, "back_order": ["appendices", "references"]})
    assert order(named) == ["app-group", "ref-list", "ack", "glossary"]


def order(article: Article) -> list[str]:
    made = write_back(article, start())
    assert made is not None
    return [str(one.tag) for one in made]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"acknowledgements": {"title": "Thanks"}}, "is empty: give text"),
        ({"statements": "Untitled."}, "Field required"),
        ({"appendices": {"title": "A"}}, "is empty"),
        ({"glossary": {"title": "Terms"}}, "is empty: give terms"),
        ({"acknowledgements": {"english": "Thanks."}}, "is not a language tag"),
        ({"back_order": ["thanks"]}, "Input should be"),
    ],
)
def test_what_says_too_little_is_refused(given: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValidationError, match=wrong):
        Article.model_validate(given)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_what_stands_behind_the_text(variant: str) -> None:
    fields: dict[str, Any] = {
        "acknowledgements": {"en": "Thanks.", "uk": {"label": "1", "text": "Дякуємо.", "sections": {"A": "b"}}},
        "data_availability": "On request.",
        "statements": {"Ethics": "None."},
        "footnotes": ["One.", {"label": "x", "footnotes": {"type": "own", "text": "Two."}}],
        "glossary": [{"terms": {"HW": "high water"}, "label": "x"}, {"text": "y"}],
        "back_notes": ["Note.", {"title": "Proof", "text": "<list><list-item><p>a</p></list-item></list>"}],
        "biographies": {"title": "Roe", "text": "Reads."},
        "appendices": [{"title": "A", "text": "b", "glossary": {"x": "y"}}, {"text": "c", "appendices": {"B": "d"}}],
    }
    assert refused(write_back(Article(**fields), start(variant)), variant) == []
