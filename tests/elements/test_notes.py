from __future__ import annotations

from jats.elements.notes import correspondence_id, write_author_notes
from jats.model.article import Article

from .writing import lost, start, xml

BOTH = Article.model_validate({"correspondence": "To <i>A.</i>", "notes": ["One.", "Two."]})


def test_correspondence_has_an_identifier_and_notes_are_footnotes() -> None:
    at = start()
    identifier = correspondence_id(BOTH, at)
    assert xml(write_author_notes(BOTH, identifier, at)) == (
        '<author-notes><corresp id="cor1">To <italic>A.</italic></corresp><fn><p>One.</p></fn><fn><p>Two.</p></fn>'
        "</author-notes>"
    )


def test_without_notes_there_is_neither_identifier_nor_element() -> None:
    at = start()
    assert correspondence_id(Article(), at) is None
    assert write_author_notes(Article(), None, at) is None


def test_authoring_has_no_author_notes() -> None:
    at = start("authoring-1.4-mathml3")
    assert correspondence_id(BOTH, at) is None
    assert write_author_notes(BOTH, None, at) is None
    assert [loss.path for loss in at.writing.losses] == [("correspondence",), ("notes",)]
    assert lost(at)[0] == ("author-notes", "article-meta", None)
