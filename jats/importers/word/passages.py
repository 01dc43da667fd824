"""The paragraphs of a Word file as passages: their lines, what their styles say, and their footnotes after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jats.findings import Place
from jats.importers.marked import Marked
from jats.importers.passages import Passage, label_of
from jats.importers.word.paragraphs import Document, Paragraph

_ROLES = (
    ("subtitle", re.compile(r"sub-?\s?title|untertitel|sous-titre|подзаголовок|підзаголовок")),
    ("", re.compile(r"(?:table|figure|section|running|short|journal|book|toc|head\w*|caption|abstract|keywords?)[\s_-]*title")),
    ("title", re.compile(r"title|^titel|^titre|^título|^titolo|^название$|^назва$|^заголовок статьи|^tytuł")),
    ("affiliation", re.compile(r"affil|institution|author.?address|organi[sz]ation|заклад|учреждение")),
    ("", re.compile(r"author.?(?:note|bio|contrib|corr|info|photo)|corresp|abstract.?(?:head|title)|keyword.?(?:head|title)")),
    ("author", re.compile(r"author|autor|^авторы?$|^byline|auteur")),
    ("abstract", re.compile(r"abstract|zusammenfassung|résumé|resumen|resumo|аннотация|анотація|streszczenie")),
    ("keywords", re.compile(r"key.?words?|palabras|mots.cl|schlüssel|ключев|ключов")),
)  # fmt: skip
"""What the name of a style says of its paragraphs; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A passage with the role that its style gives it: title, subtitle, author, affiliation, abstract, keywords, or nothing."""

    passage: Passage
    role: str
    paragraph: Paragraph


def role_of(style: str, level: int | None) -> str:
    """What the name of a style says of its paragraphs."""
    if level is not None and "title" not in style:
        return ""
    return next((role for role, form in _ROLES if form.search(style)), "")


def passages_of(document: Document, notes: dict[str, Document], name: str) -> Iterator[Styled]:
    """The lines of each paragraph, in order; empty paragraphs become gaps."""
    gap = False
    before: tuple[str, tuple[int, int, int] | None] = ("", None)
    first = _title_without_style(document)
    for paragraph in document.paragraphs:
        role = "title" if paragraph is first else role_of(paragraph.style, paragraph.level)
        here = (paragraph.style, paragraph.cell)
        gap = gap or here != before
        text = paragraph.text
        if not text.text.strip():
            gap = True
            continue
        before = here
        lines = [(at, line) for at, line in text.lines() if line.text.strip()]
        whole = text.without_layout()
        for at, line in lines:
            place = Place(name, paragraph.number, at + 1)
            shown = whole.part(at, at + len(line.text))
            passage = Passage(_in_blanks(shown), place, _style(paragraph, role), gap, paragraph.level)
            yield Styled(passage, role, paragraph)
            gap = False
        yield from _footnotes(paragraph, notes, name)


def _title_without_style(document: Document) -> Paragraph | None:
    """The first paragraph if it is a heading above all sections, and no paragraph has a style for titles."""
    first = next((one for one in document.paragraphs if one.text.text.strip()), None)
    if first is None or first.level is None or label_of(first.text.text)[0]:
        return None
    for one in document.paragraphs:
        is_section = one is not first and one.level == first.level and label_of(one.text.text)[0] in ("", "body")
        if role_of(one.style, one.level) == "title" or (is_section and one.text.text.strip()):
            return None
    return first


def _style(paragraph: Paragraph, role: str) -> str:
    if role == "title":
        return "title"
    if paragraph.level is not None:
        return "heading"
    if paragraph.cell is not None:
        return "cell"
    return "item" if paragraph.is_item else ""


def _in_blanks(text: Marked) -> Marked:
    """The text with a blank for each tab, so that offsets stay."""
    return Marked(text.text.replace("\t", " "), text.stretches)


def _footnotes(paragraph: Paragraph, notes: dict[str, Document], name: str) -> Iterator[Styled]:
    """The paragraphs of the footnotes of a paragraph, at the paragraph's own place."""
    for key in paragraph.notes:
        document = notes.get(key.split("@")[0])
        for inner in document.paragraphs if document else ():
            if inner.text.text.strip():
                place = Place(name, paragraph.number)
                yield Styled(Passage(_in_blanks(inner.text.without_layout()), place, "note", True), "note", paragraph)
