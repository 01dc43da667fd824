"""Notes on the authors: where letters go, and the rest."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.inline import write_inline
from jats.model.article import Article


def correspondence_id(article: Article, at: At) -> str | None:
    """The identifier for `<corresp>`, by which corresponding authors point to it; `None` where none will be written."""
    if article.correspondence is None or not at.can("article-meta", "author-notes"):
        return None
    return at.identify(None, "cor", "corresp")


def write_author_notes(article: Article, identifier: str | None, at: At) -> Element | None:
    """`<author-notes>`: the correspondence under its identifier, then each note."""
    if not at.can("article-meta", "author-notes"):
        for name in ("correspondence", "notes"):
            if getattr(article, name):
                (at / name).lose("author-notes", "article-meta")
        return None
    here = at / "correspondence"
    correspondence = None
    if article.correspondence is not None:
        correspondence = element(
            "corresp", here, {"id": identifier}, write_inline(article.correspondence, here, "corresp")
        )
    notes = []
    for index, note in enumerate(article.notes):
        place = at / "notes" / index
        notes.append(element("fn", place, None, element("p", place, None, write_inline(note, place, "p"))))
    return element("author-notes", at, None, correspondence, notes)
