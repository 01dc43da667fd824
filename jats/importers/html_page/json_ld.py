"""The data for search engines in a page: schema.org's ScholarlyArticle and its relatives, as JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jats.article_file.from_json import read_json_value
from jats.draft import List, Map, Node, Text
from jats.findings import Finding, Note, Place
from jats.importers import codes
from jats.importers.html_page.page import Page, attribute, elements
from jats.importers.html_page.said import Author, Group, Pool, Rank, Said
from jats.vocab.identifiers import tidy_doi

_ARTICLES = frozenset(
    (
        "scholarlyarticle",
        "medicalscholarlyarticle",
        "article",
        "report",
        "techarticle",
        "creativework",
        "researcharticle",
    )
)
_PERIODICALS = frozenset(("periodical", "publicationvolume", "publicationissue", "journal"))
_DEEPEST = 12
_ORCID = re.compile(r"orcid\.org/|^\d{4}-\d{4}-\d{4}-\d{3}[\dXx]$")
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/\S+$", re.IGNORECASE)
_FIELDS = {
    "headline": "title", "abstract": "abstract", "description": "summary", "datePublished": "published",
    "pageStart": "first_page", "pageEnd": "last_page", "pagination": "pages", "articleSection": "section",
    "license": "licence", "keywords": "keywords", "publisher": "publisher", "funder": "funder", "doi": "doi",
    "copyrightNotice": "copyright", "creditText": "how_to_cite",
}  # fmt: skip
_PERIODICAL = {"name": "journal", "issn": "issn", "volumeNumber": "volume", "issueNumber": "issue"}


def read_json_ld(page: Page, pool: Pool, note: Note) -> None:
    """Put what the data for search engines says of the article into the pool."""
    for node in elements(page.root):
        if node.name != "script" or "ld+json" not in attribute(node, "type").lower():
            continue
        child = next(iter(node.children or ()), None)
        if child is None or not str(child.data or "").strip():
            continue
        value = _value(str(child.data), page.place(child), note)
        articles = list(_articles(value))
        for article in articles[:1]:
            _Reader(pool).article(article)
        for other in articles[1:]:
            pool.left_out.setdefault("further works in JSON-LD", other.place)


def _value(text: str, place: Place, note: Note) -> Node | None:
    """The value of a script; its places are those in the page, for it is read at its own lines and columns."""
    faults: list[Finding] = []
    shifted = "\n" * ((place.line or 1) - 1) + " " * ((place.column or 1) - 1) + text
    value = read_json_value(shifted, place.file, faults.append)
    if value is None:
        problem = faults[0].message if faults else "it is not JSON"
        note(codes.unreadable(place, (), "JSON-LD", problem).rated(codes.uncertain(place, (), "").severity))
    return value


def _articles(value: Node | None, depth: int = 0) -> Iterator[Map]:
    """The objects that are an article, wherever they are: at the top, in a graph, or as a page's main entity."""
    if isinstance(value, List):
        for item in value.items:
            yield from _articles(item, depth + 1)
    elif isinstance(value, Map) and depth < _DEEPEST:
        if _types(value) & _ARTICLES:
            yield value
            return
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "about"):
            yield from _articles(value.items.get(key), depth + 1)


def _types(value: Map) -> set[str]:
    return {text.rsplit("/", 1)[-1].lower() for text, _ in _texts(value.items.get("@type"))}


def _texts(value: Node | None) -> Iterator[tuple[str, Text]]:
    """The texts of a value: itself, those of a list, or the name of an object."""
    if isinstance(value, Text):
        if text := " ".join(str(value.value).split()):
            yield text, value
    elif isinstance(value, List):
        for item in value.items:
            yield from _texts(item)
    elif isinstance(value, Map):
        for key in ("@value", "name", "value", "url", "@id"):
            if key in value.items:
                yield from _texts(value.items[key])
                return


class _Reader:
    """Reads one article into the pool."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool

    def article(self, article: Map) -> None:
        """Every property of an article that has a field."""
        if "headline" not in article.items and "name" in article.items:
            self.put("title", "name", article.items["name"])
        for key, value in article.items.items():
            if key in _FIELDS:
                self.put(_FIELDS[key], key, value)
            elif reader := _READERS.get(key):
                reader(self, key, value)
            elif key not in ("@type", "@context", "@id", "name"):
                self.pool.left_out.setdefault(f"JSON-LD {key}", value.place)

    def put(self, to: str, key: str, value: Node, language: str = "") -> None:
        """The texts of a property as values of a field."""
        if isinstance(value, Map) and "@language" in value.items:
            language = next((text for text, _ in _texts(value.items["@language"])), "")
        if isinstance(value, List):
            for item in value.items:
                self.put(to, key, item, language)
            return
        for text, at in _texts(value):
            self.pool.add(to, Said(f"JSON-LD {key}", text, at.place, Rank.JSON_LD, language))

    def authors(self, key: str, value: Node) -> None:
        """Authors, with what is known of each."""
        given = value.items if isinstance(value, List) else [value]
        authors = [author for one in given if (author := self._author(key, one))]
        if authors:
            self.pool.people.append(Group(Rank.JSON_LD, authors))

    def _author(self, key: str, value: Node) -> Author | None:
        name = next(iter(self._said(key, value)), None)
        if not isinstance(value, Map):
            return Author(name) if name else None
        parts = {
            part: next((text for text, _ in _texts(value.items.get(part))), "") for part in ("familyName", "givenName")
        }
        if name is None and any(parts.values()):
            whole = " ".join(filter(None, (parts["givenName"], parts["familyName"])))
            name = Said(f"JSON-LD {key}", whole, value.place, Rank.JSON_LD)
        if name is None:
            return None
        author = Author(name, surname=parts["familyName"], given=parts["givenName"])
        author.kind = "group" if _types(value) & {"organization", "consortium"} else "person"
        author.emails = list(self._said("email", value.items.get("email")))
        for owner in _listed(value.items.get("affiliation")):
            author.affiliations += _affiliation(owner)
        links = [
            one for part in ("@id", "identifier", "sameAs", "url") for one in self._said(part, value.items.get(part))
        ]
        author.orcid = next((one for one in links if _ORCID.search(one.text)), None)
        return author

    def _said(self, key: str, value: Node | None) -> Iterator[Said]:
        for text, at in _texts(value):
            yield Said(f"JSON-LD {key}", text, at.place, Rank.JSON_LD)

    def periodical(self, key: str, value: Node, depth: int = 0) -> None:
        """What the article is part of: an issue in a volume in a journal, or all in one."""
        for part in _listed(value):
            if not isinstance(part, Map) or depth > _DEEPEST:
                continue
            for name, to in _PERIODICAL.items():
                if name in part.items and (
                    name != "name" or not _types(part) or _types(part) & {"periodical", "journal"}
                ):
                    self.put(to, f"{key} {name}", part.items[name])
            if "publisher" in part.items:
                self.put("publisher", f"{key} publisher", part.items["publisher"])
            if "isPartOf" in part.items:
                self.periodical(key, part.items["isPartOf"], depth + 1)

    def identifiers(self, key: str, value: Node) -> None:
        """Those that are a DOI; other ones are the platform's."""
        for one in _listed(value):
            for text, at in _texts(one):
                if _DOI.match(text):
                    self.pool.add("doi", Said(f"JSON-LD {key}", tidy_doi(text), at.place, Rank.JSON_LD))
                elif key == "url":
                    self.pool.add("url", Said("JSON-LD url", text, at.place, Rank.JSON_LD))

    def language(self, key: str, value: Node) -> None:
        """A tag, or an object whose other name is the tag."""
        if isinstance(value, Map):
            value = value.items.get("alternateName") or value.items.get("name") or value
        self.put("language", key, value)

    def citations(self, key: str, value: Node) -> None:
        """References as printed; those in parts have their name only, and are left to the text."""
        if all(isinstance(one, Text) for one in _listed(value)):
            self.put("reference", key, value)
        else:
            self.pool.left_out.setdefault(f"JSON-LD {key}", value.place)


def _listed(value: Node | None) -> list[Node]:
    if value is None:
        return []
    return list(value.items) if isinstance(value, List) else [value]


def _affiliation(value: Node) -> Iterator[Said]:
    """An institution: its name, with its address if that is a text and says more."""
    name = next(iter(_texts(value)), None)
    if name is None:
        return
    address = value.items.get("address") if isinstance(value, Map) else None
    more = next((text for text, _ in _texts(address)), "") if not isinstance(address, Map) else ""
    if not more and isinstance(address, Map):
        more = next((text for text, _ in _texts(address.items.get("name"))), "")
    whole = more if name[0] in more else ", ".join(filter(None, (name[0], more)))
    yield Said("JSON-LD affiliation", whole, name[1].place, Rank.JSON_LD)


_READERS: dict[str, Callable[[_Reader, str, Node], None]] = {
    "author": _Reader.authors, "creator": _Reader.authors, "isPartOf": _Reader.periodical, "identifier": _Reader.identifiers,
    "sameAs": _Reader.identifiers, "url": _Reader.identifiers, "inLanguage": _Reader.language, "citation": _Reader.citations,
}  # fmt: skip
