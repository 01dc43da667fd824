from __future__ import annotations

from typing import Any

import pytest

from jats.elements.abstracts import write_abstracts
from jats.elements.build import Element
from jats.model.article import Article
from tests.elements.writing import VARIANTS, lost, refused, start, xml


def abstracts(given: Any, variant: str = "publishing-1.3-mathml3", language: str | None = "en") -> list[Element]:
    return write_abstracts(Article(abstract=given), start(variant, language))


def test_paragraphs_are_cut_at_blank_lines() -> None:
    assert xml(abstracts("One <i>two</i>.\n\nThree.")) == (
        "<abstract><p>One <italic>two</italic>.</p><p>Three.</p></abstract>"
    )


def test_other_languages_are_translations_and_come_after() -> None:
    made = abstracts({"uk": "Текст.", "en": "Text."})
    assert xml(made) == (
        '<abstract><p>Text.</p></abstract><trans-abstract xml:lang="uk"><p>Текст.</p></trans-abstract>'
    )


def test_authoring_has_every_language_as_an_abstract() -> None:
    made = abstracts({"en": "Text.", "uk": "Текст."}, "authoring-1.3-mathml3")
    assert xml(made) == '<abstract><p>Text.</p></abstract><abstract xml:lang="uk"><p>Текст.</p></abstract>'


def test_first_language_is_the_own_one_where_the_article_has_none() -> None:
    made = abstracts({"uk": "Текст.", "en": "Text."}, language=None)
    assert [(str(one.tag), dict(one.attrib).popitem()[1]) for one in made] == [
        ("abstract", "uk"),
        ("trans-abstract", "en"),
    ]


def test_kind_heading_and_parts_stand_in_order() -> None:
    given = {
        "type": "key-points",
        "title": "Key points",
        "text": "First.",
        "sections": {"Aim": "To <b>see</b>.", "Methods": {"sections": [{"title": "Design", "text": "Blind."}]}},
    }
    assert xml(abstracts(given)) == (
        '<abstract abstract-type="key-points"><title>Key points</title><p>First.</p>'
        "<sec><title>Aim</title><p>To <bold>see</bold>.</p></sec>"
        "<sec><title>Methods</title><sec><title>Design</title><p>Blind.</p></sec></sec></abstract>"
    )


def test_part_without_heading_keeps_its_paragraphs_in_their_order() -> None:
    at = start()
    given = [{"sections": [{"text": "Zero."}, {"title": "A", "text": "One."}, {"text": ["Two.", "Three."]}]}]
    made = write_abstracts(Article(abstract=given), at)
    assert xml(made) == (
        "<abstract><p>Zero.</p><sec><title>A</title><p>One.</p><p>Two.</p><p>Three.</p></sec></abstract>"
    )
    assert lost(at) == [("sec", "abstract", "as paragraphs")] * 2
    assert at.context.losses[1].path == ("abstract", 0, "sections", 2)


def test_archiving_has_parts_without_heading() -> None:
    made = abstracts([{"sections": [{"text": "Zero."}]}], "archiving-1.3-mathml3")
    assert xml(made) == "<abstract><sec><p>Zero.</p></sec></abstract>"


def test_elements_know_the_fields_that_made_them() -> None:
    at = start()
    made = write_abstracts(Article(abstract=[{"sections": {"Aim": "To see."}}]), at)[0]
    paragraph = made[0][1]
    assert at.context.origins[paragraph] == ("abstract", 0, "sections", 0, "text", 0)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_abstracts(variant: str) -> None:
    given = [
        {
            "language": "en",
            "type": "toc",
            "title": "T <i>x</i> $y$",
            "text": "a <sub>b</sub>",
            "sections": [{"text": "c"}],
        },
        {
            "language": "uk",
            "sections": [{"title": "A", "sections": [{"text": "d"}, {"title": "B", "text": "e"}]}, {"text": "f"}],
        },
    ]
    made = abstracts(given, variant)
    assert [refused(one, variant) for one in made] == [[], []]
    assert "".join("".join(str(text) for text in one.itertext()) for one in made) == "T x ya bcAdBef"
