"""Lists of references: several, nested, with headings; entries that hold more than one citation."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

import jats
from jats.elements.references import write_ref_lists
from jats.model.article import Article
from tests.elements.writing import VARIANTS, lost, refused, start, xml


def lists(given: Any, variant: str = "publishing-1.3-mathml3") -> str:
    made = write_ref_lists(Article(references=given), start(variant))
    assert [message for one in made for message in refused(one, variant)] == []
    return xml(made)


def entry(given: Any, variant: str = "publishing-1.3-mathml3") -> str:
    """What stands in the only reference."""
    return lists([given], variant).removeprefix('<ref-list><ref id="ref1">').removesuffix("</ref></ref-list>")


def test_lists_stand_one_behind_the_other_each_with_its_heading() -> None:
    assert lists(
        [
            {"title": "<i>Primary</i>", "type": "primary", "references": ["a", {"id": "ref1", "text": "b"}]},
            {"label": "B", "language": "uk", "ids": {"doi": "10.5555/b"}, "text": "Of the sea.", "references": "c"},
        ]
    ) == (
        '<ref-list content-type="primary"><title><italic>Primary</italic></title>'
        '<ref id="ref2"><mixed-citation>a</mixed-citation></ref><ref id="ref1"><mixed-citation>b</mixed-citation></ref>'
        "</ref-list>"
        '<ref-list xml:lang="uk"><object-id pub-id-type="doi">10.5555/b</object-id><label>B</label><p>Of the sea.</p>'
        '<ref id="ref3"><mixed-citation>c</mixed-citation></ref></ref-list>'
    )


def test_one_list_may_stand_alone() -> None:
    assert lists({"id": "sources", "references": "a"}) == (
        '<ref-list id="sources"><ref id="ref1"><mixed-citation>a</mixed-citation></ref></ref-list>'
    )


def test_references_beside_lists_are_a_list_without_a_heading() -> None:
    assert lists(["a", {"title": "B", "references": "b"}, "c"]) == (
        '<ref-list><ref id="ref1"><mixed-citation>a</mixed-citation></ref></ref-list>'
        '<ref-list><title>B</title><ref id="ref2"><mixed-citation>b</mixed-citation></ref></ref-list>'
        '<ref-list><ref id="ref3"><mixed-citation>c</mixed-citation></ref></ref-list>'
    )


NESTED = {"title": "All", "references": [{"title": "Old", "references": "a"}, "b"]}


def test_list_inside_a_list_stands_behind_its_references() -> None:
    assert lists(NESTED) == (
        '<ref-list><title>All</title><ref id="ref1"><mixed-citation>b</mixed-citation></ref>'
        '<ref-list><title>Old</title><ref id="ref2"><mixed-citation>a</mixed-citation></ref></ref-list></ref-list>'
    )


def test_authoring_has_the_inner_list_behind_the_outer_one() -> None:
    at = start("authoring-1.3-mathml3")
    made = write_ref_lists(Article(references=NESTED), at)
    assert xml(made) == (
        '<ref-list><title>All</title><ref id="ref1"><mixed-citation>b</mixed-citation></ref></ref-list>'
        '<ref-list><title>Old</title><ref id="ref2"><mixed-citation>a</mixed-citation></ref></ref-list>'
    )
    assert lost(at) == [("ref-list", "ref-list", "after it")]


def test_authoring_has_no_list_without_references() -> None:
    at = start("authoring-1.3-mathml3")
    assert write_ref_lists(Article(references={"title": "All", "references": []}), at) == []
    assert {(loss.tag, loss.parent) for loss in at.context.losses} == {("ref-list", "back")}


def test_works_under_one_number_follow_in_order_with_remarks() -> None:
    given = {
        "label": "12.",
        "text": "a",
        "works": [{"label": "(b)", "title": "B"}, {"remark": "See also C."}, {"label": "(d)", "text": "d <b>D</b>"}],
    }
    assert entry(given) == (
        "<label>12.</label><mixed-citation>a</mixed-citation>"
        "<element-citation><label>(b)</label><article-title>B</article-title></element-citation>"
        "<note><p>See also C.</p></note><mixed-citation><label>(d)</label> d <bold>D</bold></mixed-citation>"
    )


def test_label_of_a_work_goes_where_authoring_has_room() -> None:
    at = start("authoring-1.3-mathml3")
    given = {"text": "a", "works": [{"label": "(b)", "title": "B"}, {"label": "(c)", "text": "c"}]}
    (made,) = write_ref_lists(Article(references=[given]), at)
    assert xml(made).endswith(
        '<element-citation><comment content-type="label">(b)</comment><article-title>B</article-title></element-citation>'
        "<mixed-citation>(c) c</mixed-citation></ref></ref-list>"
    )
    assert lost(at) == [("label", "element-citation", "as comment"), ("label", "mixed-citation", "as plain text")]


def test_remark_may_be_all_that_an_entry_holds() -> None:
    assert entry({"remark": "All tables are at the harbour.\n\nAsk there."}) == (
        "<note><p>All tables are at the harbour.</p><p>Ask there.</p></note>"
    )


def test_work_said_in_several_ways_is_said_in_alternatives() -> None:
    given = {"text": "Дое. Сіль.", "language": "uk", "alternatives": ["Doe. Sil.", {"title": "Salt", "language": "en"}]}
    assert entry(given) == (
        '<citation-alternatives><mixed-citation xml:lang="uk">Дое. Сіль.</mixed-citation>'
        "<mixed-citation>Doe. Sil.</mixed-citation>"
        '<element-citation xml:lang="en"><article-title>Salt</article-title></element-citation></citation-alternatives>'
    )


def test_annotation_stands_in_either_form_of_citation() -> None:
    annotation = "<annotation><p>The first.</p></annotation>"
    assert entry({"text": "a", "annotation": "The first."}) == f"<mixed-citation>a{annotation}</mixed-citation>"
    assert entry({"title": "A", "annotation": "The first."}) == (
        f"<element-citation><article-title>A</article-title>{annotation}</element-citation>"
    )


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_lists(variant: str) -> None:
    work = {
        "text": "a",
        "annotation": "n",
        "alternatives": [{"title": "A"}],
        "remark": "r",
        "works": ["b", {"remark": "s"}],
    }
    inner = {"label": "1", "title": "Old", "type": "x", "ids": {"doi": "10.5555/x"}, "text": "p", "references": [work]}
    made = write_ref_lists(Article(references=[work, {"references": [inner, work]}, inner]), start(variant))
    assert [message for one in made for message in refused(one, variant)] == []
    assert len(made) == (4 if variant.startswith("authoring") else 3)


@pytest.mark.parametrize(
    ("language", "text", "tag"),
    [("uk", "Roe. Lis [Forest]. 2019.", None), ("en", "Roe. Lis [Forest]. 2019.", "en"), ("uk", None, "uk")],
)
def test_a_printed_translation_is_not_taken_for_the_articles_language(
    language: str, text: str | None, tag: str | None
) -> None:
    work = {"type": "book", "source": "Lis", "trans_source": "Forest", **({"text": text} if text else {})}
    data = {
        "language": language, "title": "T", "published": "2020", "references": [work],
        "journal": {"title": "J", "issn": "2520-6524"},
    }  # fmt: skip
    built = jats.build(data)
    assert built.xml is not None
    (found,) = etree.fromstring(built.xml).iter("trans-source")
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
