from __future__ import annotations

from typing import Any

import pytest

from jats.elements.affiliations import gather_institutions
from jats.elements.build import Cursor
from jats.elements.notes import gather_notes, write_author_notes
from jats.elements.people import LinkTargets, write_contributors
from jats.elements.pointers import resolve_pointers
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

BOTH = {"correspondence": "To <i>A.</i>", "notes": ["One.", "Two."]}


def author_notes(data: dict[str, Any], at: Cursor) -> str:
    article = Article.model_validate(data)
    return xml(write_author_notes(article, gather_notes(article, at), at))


def links(data: dict[str, Any], at: Cursor) -> list[str]:
    """The pointers in each contributor, then the notes."""
    article = Article.model_validate(data)
    notes = gather_notes(article, at)
    made = xml(write_contributors(article, LinkTargets(gather_institutions(article, at), notes), at))
    people = [one.partition("</contrib>")[0] for one in made.split("<contrib ")[1:]]
    return [one[one.find("<xref") :] if "<xref" in one else "" for one in people] + [
        xml(write_author_notes(article, notes, at))
    ]


def test_correspondence_has_an_identifier_and_notes_are_footnotes() -> None:
    assert author_notes(BOTH, start()) == (
        '<author-notes><corresp id="cor1">To <italic>A.</italic></corresp><fn><p>One.</p></fn><fn><p>Two.</p></fn>'
        "</author-notes>"
    )


def test_without_notes_there_is_no_element() -> None:
    assert author_notes({}, start()) == ""


def test_authoring_has_no_author_notes() -> None:
    at = start("authoring-1.4-mathml3")
    assert author_notes(BOTH, at) == ""
    assert [loss.path for loss in at.context.losses] == [("correspondence",), ("notes",)]
    assert lost(at)[0] == ("author-notes", "article-meta", None)


def test_note_with_all_that_is_known() -> None:
    note = {
        "id": "coi",
        "type": "coi-statement",
        "label": "*",
        "symbol": "*",
        "language": "uk",
        "text": "Немає.\n\nНіде.",
    }
    assert author_notes({"notes": note}, start()) == (
        '<author-notes><fn id="coi" symbol="*" xml:lang="uk" fn-type="coi-statement"><label>*</label><p>Немає.</p>'
        "<p>Ніде.</p></fn></author-notes>"
    )


@pytest.mark.parametrize(
    ("variant", "kind", "attributes"),
    [
        ("publishing-1.4-mathml3", "on-the-cover", 'fn-type="custom" custom-type="on-the-cover"'),
        ("publishing-1.2-mathml3", "on-the-cover", 'fn-type="other" specific-use="on-the-cover"'),
        ("publishing-1.1-mathml3", "coi-statement", 'fn-type="conflict" specific-use="coi-statement"'),
        ("archiving-1.0-mathml2", "on-the-cover", 'fn-type="on-the-cover"'),
    ],
)
def test_kind_of_a_note_is_said_as_the_variant_can(variant: str, kind: str, attributes: str) -> None:
    at = start(variant)
    assert author_notes({"notes": {"type": kind, "text": "N."}}, at) == (
        f"<author-notes><fn {attributes}><p>N.</p></fn></author-notes>"
    )
    assert lost(at) == []


def test_notes_have_a_heading_and_say_whom_they_are_about() -> None:
    data = {
        "authors": {"name": "A, B", "id": "a-b"},
        "notes": "N.",
        "notes_heading": {"label": "1", "title": "Notes", "text": "On all.", "refers_to": "a-b"},
    }
    assert author_notes(data, start()) == (
        '<author-notes rid="a-b"><label>1</label><title>Notes</title><p>On all.</p><fn><p>N.</p></fn></author-notes>'
    )


def test_heading_without_notes_is_told_as_lost() -> None:
    at = start()
    assert author_notes({"notes_heading": "Notes"}, at) == ""
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [(("notes_heading",), "title without notes")]


def test_correspondence_in_two_languages_is_pointed_to_in_that_of_the_article() -> None:
    made = author_notes({"correspondence": {"en": "To A.", "uk": "До А."}}, start(language="uk"))
    assert (
        made == '<author-notes><corresp id="cor1">До А.</corresp><corresp xml:lang="en">To A.</corresp></author-notes>'
    )


def test_each_author_points_to_the_address_and_the_notes_named() -> None:
    data = {
        "authors": [
            {"name": "A, B", "correspondence": "c1", "notes": ["coi", "Now in Lviv."]},
            {"name": "C, D", "correspondence": "c.d@example.org", "notes": "Now in Lviv."},
            {"name": "E, F", "corresponding": True},
        ],
        "correspondence": [{"id": "c1", "label": "*", "text": "To A."}, "To all."],
        "notes": {"id": "coi", "label": "a", "text": "None."},
    }
    assert links(data, start()) == [
        '<xref ref-type="corresp" rid="c1">*</xref><xref ref-type="fn" rid="coi">a</xref><xref ref-type="fn" rid="fn1"/>',
        '<xref ref-type="corresp" rid="cor2"/><xref ref-type="fn" rid="fn1"/>',
        '<xref ref-type="corresp" rid="cor1"/>',
        '<author-notes><corresp id="c1"><label>*</label>To A.</corresp><corresp id="cor1">To all.</corresp>'
        '<corresp id="cor2">c.d@example.org</corresp><fn id="coi"><label>a</label><p>None.</p></fn>'
        '<fn id="fn1"><p>Now in Lviv.</p></fn></author-notes>',
    ]


def test_note_in_place_that_equals_a_listed_one_is_that() -> None:
    data = {"authors": {"name": "A, B", "notes": "Now in Lviv."}, "notes": {"id": "n", "text": "Now in Lviv."}}
    assert links(data, start()) == [
        '<xref ref-type="fn" rid="n"/>',
        '<author-notes><fn id="n"><p>Now in Lviv.</p></fn></author-notes>',
    ]


def test_authoring_tells_a_note_that_two_people_hold_at_both() -> None:
    at = start("authoring-1.4-mathml3")
    links(
        {
            "authors": {"name": "A, B", "notes": {"text": "One."}},
            "contributors": {"name": "C, D", "notes": {"text": "One."}},
        },
        at,
    )
    paths = [loss.path for loss in at.context.losses if loss.tag == "author-notes"]
    assert sorted(map(str, paths)) == ["('authors', 0, 'notes', 0)", "('contributors', 0, 'notes', 0)"]


def test_authoring_tells_notes_that_authors_hold_as_lost() -> None:
    at = start("authoring-1.4-mathml3")
    assert links({"authors": {"name": "A, B", "notes": "Now in Lviv."}}, at) == ["", ""]
    assert [(loss.path, loss.tag) for loss in at.context.losses] == [(("authors", 0, "notes", 0), "author-notes")]


def test_link_to_a_note_that_is_not_there_is_a_fault_of_the_data() -> None:
    at = start()
    links({"authors": {"name": "A, B", "notes": "x"}, "notes": {"id": "n", "text": "N."}}, at)
    assert at.context.faults == [
        (("authors", 0, "notes", 0), "none of the article's notes has the id 'x'; known: n"),
    ]


def test_name_that_had_to_be_changed_is_changed_in_what_points_to_it() -> None:
    at = start()
    made = write_author_notes(
        article := Article.model_validate({"notes": {"id": "2", "text": 'See <xref ref-type="fn" rid="2">2</xref>.'}}),
        gather_notes(article, at),
        at,
    )
    assert made is not None
    resolve_pointers(made, at)
    assert xml(made) == (
        '<author-notes><fn id="fn2"><p>See <xref ref-type="fn" rid="fn2">2</xref>.</p></fn></author-notes>'
    )


def test_statement_on_conflicts_of_interest_is_a_note_of_its_kind() -> None:
    at = start()
    article = Article(language="en", conflict_of_interest={"en": "None.", "uk": "Немає."}, notes="Other.")
    assert xml(write_author_notes(article, gather_notes(article, at), at)) == (
        '<author-notes><fn><p>Other.</p></fn><fn fn-type="coi-statement"><p>None.</p></fn>'
        '<fn xml:lang="uk" fn-type="coi-statement"><p>Немає.</p></fn></author-notes>'
    )
