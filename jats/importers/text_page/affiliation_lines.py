"""The affiliation in a line after a mark, without what the line says of its author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.importers.text_page.addresses import has_institution
from jats.importers.text_page.author import Author, add_qualification, is_qualification
from jats.importers.text_page.blocks import FIELD, LABEL, Page, Span
from jats.importers.text_page.contacts import contacts_in
from jats.importers.text_page.correspondence import CORRESPONDS
from jats.importers.text_page.people import add_contact
from jats.importers.text_page.tables import people_words


def add_affiliation(page: Page, holder: Author, owners: Sequence[Author], rest: Span) -> None:
    """The affiliation of a marked line; an e-mail address in it is that of the only author with the mark."""
    contacts, parts = contacts_in(page, rest)
    for kind, where in contacts:
        add_contact(page, owners[0] if owners else holder, kind, where)
    parts = [page.strip(part, ",;.:") for part in parts]
    if parts:
        first = _without_bracket(page, _without_qualifications(page, owners, parts[0]))
        page.use(first, FIELD, "affiliations")
        holder.lines.append([first])


def _without_bracket(page: Page, part: Span) -> Span:
    """An affiliation without the bracket that ends a list: `(1. Institute of Seas; 2. Academy of Tides)`."""
    text = page.text(part)
    closed = text[-1:] in ")）" and text.count(")") + text.count("）") > text.count("(") + text.count("（")
    return page.strip(part.part(0, len(text) - 1), ",;.:") if closed else part


def _without_note(page: Page, owner: Author, part: Span) -> Span:
    """An affiliation without the words before it that its author is the corresponding one."""
    text = page.text(part)
    comma = re.search(r"[,;:]\s+", text)
    if not comma or comma.start() > 40 or not CORRESPONDS.search(text[: comma.start()]):
        return part
    if has_institution(text[: comma.start()]) or not has_institution(text[comma.end() :]):
        return part
    owner.corresponding = True
    page.use(part.part(0, comma.end()), LABEL, "correspondence")
    return part.part(comma.end(), len(text))


def _without_qualifications(page: Page, owners: Sequence[Author], part: Span) -> Span:
    """An affiliation without the degrees and positions before it, or, in scripts without blanks, after it."""
    if len(owners) != 1:
        return part
    text = page.text(part)
    last = re.fullmatch(r".+\s([\u3400-\u9fff\uac00-\ud7af]{2,8})", text)
    if last and people_words("position").fullmatch(last[1]):
        add_qualification(page, owners[0], part.part(*last.span(1)), [])
        return page.strip(part.part(0, last.start(1)))
    part = _without_note(page, owners[0], part)
    text = page.text(part)
    while (comma := re.search(r"[,;]\s+|(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_]{4})", text)) and is_qualification(
        text[: comma.start()]
    ):
        head = text[: comma.start()]
        if has_institution(head) or not has_institution(text[comma.end() :]):
            break
        add_qualification(page, owners[0], part.part(0, comma.start()), [])
        part = part.part(comma.end(), len(text))
        text = page.text(part)
    return part
