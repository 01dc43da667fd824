"""The authors of a page: the first group of names, completed by what other parts of the page say of the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.importers.text_page.author import Author
from jats.importers.text_page.blocks import FIELD, LABEL, Span
from jats.importers.text_page.correspondence import surname_in
from jats.importers.text_page.front import Group
from jats.importers.text_page.matching import find_same, latin_letters, scripts_differ
from jats.importers.text_page.names import bare_name, person_of
from jats.importers.text_page.reading import Reading


def gather_people(reading: Reading) -> list[Author]:
    """The article's authors: those of the first group, completed by what other parts of the page say of them."""
    front = reading.front
    groups = [group for group in front.groups if group.authors] if front else []
    if not groups:
        return []
    main = groups[0]
    _settle(main)
    _unite(main.authors, main.authors)
    for group in groups[1:]:
        _add_group(reading, main, group)
    return main.authors


def _unite(authors: list[Author], among: Sequence[Author]) -> None:
    """One author whom a group names twice is one."""
    kept: list[Author] = []
    for author in among:
        same = find_same(author, kept)
        if same is None:
            kept.append(author)
        else:
            _complete(same, author)
    authors[:] = kept


def _add_group(reading: Reading, main: Group, group: Group) -> None:
    """Another group: the same people in other letters or with more details; strangers are not authors."""
    _settle(group)
    pairs = [(author, find_same(author, main.authors)) for author in group.authors]
    known = sum(1 for _, same in pairs if same)
    if (
        known == 0
        and len(group.authors) == len(main.authors)
        and scripts_differ(group.authors[0].name, main.authors[0].name)
    ):
        pairs = list(zip(group.authors, main.authors, strict=True))
    if all(same is None for _, same in pairs) and reading.front and not any(one.has_details for one in group.authors):
        lines = {author.span.block for author in group.authors}
        reading.front.lines = sorted([*reading.front.lines, *map(reading.page.whole, lines)])
    for author, same in pairs:
        if same is not None:
            _complete(same, author)
            _forget_translated(reading, same, author)
            _forget_spelling(reading, same, author)
        else:
            _forget(reading, author, ("authors", "affiliations", "roles", "degrees"))


def _forget(reading: Reading, author: Author, names: Sequence[str]) -> None:
    """What has no field in the article: those words of the page stay without a place."""
    blocks = {author.span.block, *(span.block for line in author.lines for span in line)}
    blocks |= {block for block in range(author.span.block, author.span.block + 4) if author.degrees or author.roles}
    for block in blocks & set(range(len(reading.page.uses))):
        uses = reading.page.uses[block]
        uses[:] = [use for use in uses if use.name not in names]


def _forget_translated(reading: Reading, same: Author, author: Author) -> None:
    """Degrees and positions have no translations in an article file; affiliations have, if each has one."""
    if author in same.others:
        names = ["degrees", "roles"]
        differ = len(author.lines) != len(same.lines)
        _forget(reading, author, [*names, "affiliations"] if differ else names)
        author.lines = [] if differ else author.lines


def _forget_spelling(reading: Reading, same: Author, author: Author) -> None:
    """A name that another part of the page spells otherwise in the same letters has no field: it is reported."""
    if author in same.others or same.span == author.span:
        return
    whole = latin_letters(same.name)
    if all(latin_letters(word) in whole for word in re.findall(r"[^\W\d_]{2,}", author.name)):
        return
    uses = reading.page.uses[author.span.block]
    uses[:] = [use for use in uses if not (use.name == "authors" and use.start == author.span.start)]


def _complete(same: Author, author: Author) -> None:
    """Add what another part of the page says of an author."""
    if scripts_differ(same.name, author.name):
        same.others.append(author)
        same.orcid = same.orcid or author.orcid
        same.emails += author.emails
        return
    fuller = len(_given(author)) > len(_given(same)) and latin_letters(author.name) != latin_letters(same.name)
    bare = bare_name(author.name)
    titled = bare != author.name and latin_letters(bare) == latin_letters(same.name)
    if fuller or titled:
        same.name, same.span, author.name = author.name, author.span, same.name
    same.orcid = same.orcid or author.orcid
    same.degrees = same.degrees or author.degrees
    same.roles = same.roles or author.roles
    same.lines = same.lines or author.lines
    same.emails += author.emails
    same.phones += author.phones
    same.marks += author.marks
    same.corresponding = same.corresponding or author.corresponding


def _given(author: Author) -> str:
    person = person_of(author.name)
    return person.given or "" if person else ""


def _settle(group: Group) -> None:
    """Give each author the affiliations of its marks."""
    for author in group.authors:
        for mark in author.marks:
            author.lines += [line for line in group.by_mark.get(mark, []) if line not in author.lines]


def settle_marks(reading: Reading, people: Sequence[Author]) -> None:
    """Affiliations by marks; a star that no affiliation has is that of the corresponding author."""
    front = reading.front
    if front is None or not people:
        return
    group = next(one for one in front.groups if one.authors)
    _settle(group)
    starred = [author for author in people if any(mark in ("*", "✉", "#") for mark in author.marks)]
    if starred and "*" not in group.by_mark and len(starred) < max(2, len(people)):
        for author in starred:
            author.corresponding = True
    if group.by_mark and not any(author.marks for author in people):
        return
    _notes_in_lines(reading, people)
    _notes_in_brackets(reading, people)
    for author in people:
        if author.corresponding and author.email is None and author.emails:
            author.email = author.emails[0]
        if author.email is not None:
            reading.page.use(author.email, FIELD, "email")


_CORRESPONDING_NOTE = re.compile(
    r"\((?:[^()]*?)(?:교신저자|corresponding author|автор для корреспонденции|автор для листування|sorumlu yazar)[^()]*\)",
    re.IGNORECASE,
)


_IN_BRACKETS = re.compile(
    r"\((?:corresponding author|автор для листування"
    r"|автор для корреспонденции)s?\s?[:：]\s?([^()]{3,60}?)\.?\)",
    re.IGNORECASE,
)


def _notes_in_brackets(reading: Reading, people: Sequence[Author]) -> None:
    """`(Corresponding author: Jane Roe.)` in a note on the article."""
    page = reading.page
    for index, block in enumerate(page.blocks):
        if "orresponding" in block.text or "автор для" in block.text:
            for found in _IN_BRACKETS.finditer(block.text):
                named = [author for author in people if surname_in(author, found[1])]
                for author in named:
                    author.corresponding = True
                    page.use(Span(index, *found.span()), LABEL, "correspondence")


def _notes_in_lines(reading: Reading, people: Sequence[Author]) -> None:
    """A remark in an affiliation that its author is the corresponding one."""
    for author in people:
        for line in author.lines:
            if _CORRESPONDING_NOTE.search(reading.page.blocks[line[0].block].text):
                author.corresponding = True
