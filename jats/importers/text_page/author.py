"""An author as a page has it, and the degrees and positions beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jats.draft import Text
from jats.importers.text_page.addresses import has_institution
from jats.importers.text_page.blocks import LABEL, Page, Span
from jats.importers.text_page.tables import people_words
from jats.parsers.names import is_degree

_OF = re.compile(r"\s(?:of|at|in|of the|at the|from|de la|de l'|del?|da|do|w|na|në)\s(?=\S)", re.IGNORECASE)


@dataclass(slots=True)
class Author:
    """An author as the page has it; `lines` are affiliations, each as its stretches."""

    name: str
    span: Span
    strength: int
    marks: list[str] = field(default_factory=list)
    orcid: Text | None = None
    degrees: list[Text] = field(default_factory=list)
    roles: list[Text] = field(default_factory=list)
    lines: list[list[Span]] = field(default_factory=list)
    emails: list[Span] = field(default_factory=list)
    phones: list[Span] = field(default_factory=list)
    corresponding: bool = False
    email: Span | None = None
    others: list[Author] = field(default_factory=list)
    """The same person in other parts of the page, in another script or language."""

    @property
    def has_details(self) -> bool:
        """Whether more than the name is known."""
        return bool(self.lines or self.orcid or self.degrees or self.roles or self.emails)


def is_qualification(text: str) -> bool:
    """Whether a part of an entry begins with a degree or a position."""
    bare = text.strip(" ,.;")
    return (
        is_degree(bare)
        or people_words("degree").match(bare) is not None
        or people_words("position").match(bare) is not None
        or _DEGREE_AFTER.search(bare) is not None
    )


def add_qualification(page: Page, author: Author, span: Span, rest: list[Span]) -> None:
    """A degree or a position of an author; an institution that the position names is left for the affiliation."""
    text = page.text(span)
    if _is_degree(text) and not people_words("position").match(text):
        if (short := _SHORT_DEGREE.match(text)) and has_institution(text[short.end() :]):
            rest.append(page.strip(span.part(short.end(), len(text))))
            span = span.part(0, short.end())
        author.degrees.append(page.take(page.strip(span, ";,"), "degrees"))
        return
    if link := _institution_link(text):
        rest.append(page.strip(span.part(link.end(), len(text))))
        page.use(span.part(*link.span()), LABEL)
        span = span.part(0, link.start())
    author.roles.append(page.take(page.strip(span, ".;,"), "roles"))


def _is_degree(text: str) -> bool:
    bare = text.strip(" ,.;")
    return is_degree(bare) or people_words("degree").match(bare) is not None or _DEGREE_AFTER.search(bare) is not None


_DEGREE_AFTER = re.compile(
    r"(?:fanlari|ғылымдарының|ғылымының|илимдеринин|elmləri)\s(?:nomzodi|doktori|кандидаты|докторы|магистрі|doktoru|namizədi)$"
)
"""Degrees of Turkic languages end with the word that those of others begin with."""


_SHORT_DEGREE = re.compile(r"[^\W\d_]{1,5}(?:\.\s?[^\W\d_]{1,3})?\.?\s+")
"""`CSc. Institute of Water`: a degree, and what follows it."""
_STRICT = re.compile(
    r"^(?:the\s)?(?:[A-Z][\w.'’-]*\s(?:of\s|for\s|and\s|the\s)?){0,6}(?:University|Institute|Academy"
    r"|College|Hospital|Center|Centre|School|Polytechnic|Museum|Library|Agency|Ministry|Company)\b"
)


def _institution_link(text: str) -> re.Match[str] | None:
    """The word before the institution in `Senior Researcher of Ukrainian Institute for …`."""
    return next((found for found in _OF.finditer(text) if _STRICT.match(text[found.end() :])), None)
