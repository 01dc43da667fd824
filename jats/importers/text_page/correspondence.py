"""Who the corresponding author is: out of a labelled text, a mark, or an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.importers.text_page.author import Author
from jats.importers.text_page.blocks import FIELD, LABEL, Page, Span
from jats.importers.text_page.contacts import EMAIL, contacts_in
from jats.importers.text_page.matching import latin_letters
from jats.importers.text_page.names import person_of
from jats.importers.text_page.people import add_contact

CORRESPONDS = re.compile(
    (
        r"correspond|кореспонд|листування|корреспонд|переписк|korespond|dopisn|levelező|corrispond|yazışma"
        r"|sorumlu yazar|korrespond|αλληλογραφ|хат-хабар|liên hệ|korespondensi|通[信讯]作者|責任著者|교신|مسئول|المراسل"
        r"|susirašin|to whom|vastaava|vastutav|dopisujíc"
    ),
    re.IGNORECASE,
)
"""Words for the corresponding author, in many languages."""


def surname_in(author: Author, text: str) -> bool:
    """Whether a text names an author."""
    person = person_of(author.name)
    surname = (person.surname or person.full or "") if person else author.name
    if len(surname) < 2 or surname.lower() not in text.lower():
        return False
    return re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", text, re.IGNORECASE) is not None


def mark_corresponding(page: Page, authors: Sequence[Author], span: Span, mark: str = "*") -> list[Author]:
    """Find who is the corresponding author in a text about that, and take the address; the authors found."""
    text = page.text(span)
    named = [author for author in authors if surname_in(author, _ADDRESS_OF.sub("", text))]
    marked = [author for author in authors if mark in author.marks]
    chosen = (
        named or (marked if len(marked) < max(2, len(authors)) else []) or (list(authors) if len(authors) == 1 else [])
    )
    contacts, rest = contacts_in(page, span)
    emails = [where for kind, where in contacts if kind == "email"]
    for kind, where in contacts:
        if kind == "phone" and chosen:
            add_contact(page, chosen[0], kind, where)
        elif kind == "phone":
            page.use(where, "private", kind)
    if not chosen and emails:
        chosen = _by_address(authors, page.text(emails[0]))
    for author in chosen:
        author.corresponding = True
    emails = _without_others(page, authors, chosen, emails)
    for author, where in zip(chosen, emails, strict=False):
        author.email = where
        page.use(where, FIELD, "email")
    for where in emails[len(chosen) :]:
        page.use(where, "private", "email")
    for part in rest:
        if CORRESPONDS.search(page.text(part)) or len(page.text(part)) < 4 or _is_name_of(page.text(part), named):
            page.use(part, LABEL, "correspondence")
    return chosen


_ADDRESS_OF = re.compile(rf"{EMAIL.pattern}\s*\(([^()]+)\)")
"""`roe@example.org (J. Roe)`."""


def _without_others(page: Page, authors: Sequence[Author], chosen: Sequence[Author], emails: list[Span]) -> list[Span]:
    """The addresses without those after which another author's name is in brackets; these are that author's."""
    kept = []
    for where in emails:
        found = _ADDRESS_OF.match(page.blocks[where.block].text, where.start)
        owner = [author for author in authors if found and surname_in(author, found[1])]
        if owner and found:
            page.use(Span(where.block, where.end, found.end()), LABEL, "email")
        if len(owner) == 1 and chosen and owner[0] not in chosen:
            add_contact(page, owner[0], "email", where)
        else:
            kept.append(where)
    return kept


def _is_name_of(text: str, authors: Sequence[Author]) -> bool:
    return any(surname_in(author, text) for author in authors) and len(text.split()) < 6


def _by_address(authors: Sequence[Author], address: str) -> list[Author]:
    """The author whose surname is in an e-mail address."""
    local = latin_letters(address.partition("@")[0])
    found = [
        author
        for author in authors
        if any(len(part) > 3 and part[:5] in local for part in latin_letters(author.name, keep_blanks=True).split())
    ]
    return found if len(found) == 1 else []
