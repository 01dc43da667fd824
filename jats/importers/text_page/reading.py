"""What is known of a page while it is read: the steps of reader.py fill it in."""

from __future__ import annotations

from dataclasses import dataclass, field

from jats.draft import Text
from jats.importers.text_page.blocks import Page, Span
from jats.importers.text_page.cited import Cited
from jats.importers.text_page.front import Front
from jats.importers.text_page.sections import Section
from jats.importers.text_page.titles import Candidate
from jats.importers.text_page.values import Facts


@dataclass(slots=True)
class Reading:
    """A page that has been read: its parts, its values, its people, and the account of its characters."""

    page: Page
    facts: Facts
    sections: list[Section] = field(default_factory=list)
    cited: Cited | None = None
    front: Front | None = None
    title: Candidate | None = None
    titles: dict[str, Candidate] = field(default_factory=dict)
    journal: Text | None = None
    texts: dict[str, dict[str, list[Text]]] = field(default_factory=dict)
    """Texts by field and language: abstracts, keywords, statements."""
    references: list[Text] = field(default_factory=list)
    correspondence: list[list[Span]] = field(default_factory=list)
    language: str | None = None
    keep_phones: bool = False
