"""The meta tags in the head of a page: Highwire's `citation_*`, Dublin Core, PRISM, EPrints, and the general ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jats.importers.html_page.page import Page, attribute, elements
from jats.importers.html_page.said import Author, Group, Pool, Rank, Said
from jats.importers.tables import importer_rows

_RANKS = (
    ("citation_", Rank.HIGHWIRE),
    ("prism.", Rank.PRISM),
    ("eprints.", Rank.EPRINTS),
    ("dc.", Rank.DUBLIN_CORE),
    ("dcterms.", Rank.DUBLIN_CORE),
)
_SCHEME = re.compile(r"^(dc|dcterms|prism|eprints)[.:_]")
_SPACE = re.compile(r"\s+")
_OF_AUTHOR = {"author_institution", "author_email", "author_orcid", "author_url"}
_GENERAL = {"author": "author", "keywords": "keywords", "description": "summary", "og.title": "title"}
_LANGUAGES = ("xml:lang", "lang", "hreflang")


def read_meta(page: Page, pool: Pool) -> None:
    """Put what the meta tags say into the pool."""
    groups: dict[Rank, list[Author]] = {}
    lines: list[Said] = []
    for name, said in _tags(page):
        to = _fields().get(name, "")
        if to == "accepted" and _TIMESTAMP.search(said.text):
            to = "-"  # the minute in which a repository took the article in
        if to == "-" or (not to and said.rank is Rank.GENERAL):
            pool.left_out.setdefault(said.name, said.place)
        elif to in _OF_AUTHOR:
            _to_author(to, said, groups, pool)
        elif to == "authors":
            lines.append(said)
        elif to == "author":
            groups.setdefault(said.rank, []).append(Author(said))
        elif to:
            pool.add(to, said)
        else:
            pool.unplaced.append(said)
    for said in lines:
        if said.rank not in groups:  # J-STAGE has all names in one tag, and each in one of its own
            groups[said.rank] = [Author(one) for one in _several(said)]
    pool.people += [Group(rank, authors) for rank, authors in groups.items()]


_TIMESTAMP = re.compile(r"\dT\d\d:\d\d")


def _tags(page: Page) -> Iterator[tuple[str, Said]]:
    for node in elements(page.root):
        if node.name != "meta":
            continue
        name = attribute(node, "name") or attribute(node, "property")
        text = _SPACE.sub(" ", attribute(node, "content")).strip()
        if not name or not text:
            continue
        key = plain_name(name)
        rank = next((rank for start, rank in _RANKS if key.startswith(start)), Rank.GENERAL)
        if name.lower().startswith("bepress_"):
            rank = Rank.EPRINTS  # Digital Commons writes both; Highwire's own name is read by more
        language = next((attribute(node, given) for given in _LANGUAGES if attribute(node, given)), "")
        yield key, Said(name, text, page.place(node), rank, language)


def plain_name(name: str) -> str:
    """The name of a meta tag as the table has it: small letters, a full stop after the scheme, no prefix of a platform."""
    key = name.strip().lower().removeprefix("bepress_").replace(":", ".")
    return _SCHEME.sub(lambda scheme: scheme[1] + ".", key)


@cache
def _fields() -> dict[str, str]:
    table = {name: to for names, to in importer_rows("html_meta") for name in names.split()}
    return table | _GENERAL


def _to_author(to: str, said: Said, groups: dict[Rank, list[Author]], pool: Pool) -> None:
    """What is said of the author before it; without one before it, it is not known of whom."""
    authors = groups.get(said.rank)
    if not authors:
        pool.unplaced.append(said)
        return
    author = authors[-1]
    if to == "author_institution":
        author.affiliations.append(said)
    elif to == "author_email":
        author.emails.append(said)
    elif to == "author_orcid" and author.orcid is None:
        author.orcid = said
    elif to == "author_url" and author.url is None:
        author.url = said
    else:
        pool.unplaced.append(said)


def _several(said: Said) -> list[Said]:
    """The names of a tag that has all authors, with semicolons."""
    parts = said.text.split(";")
    if len(parts) == 1 and all(" " in part.strip() for part in said.text.split(",")):
        parts = said.text.split(",")  # `Jane Roe, John Doe`, and not `Roe, Jane`
    return [Said(said.name, part.strip(), said.place, said.rank) for part in parts if part.strip()]
