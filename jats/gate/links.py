"""What in an article refers to something else in it, or depends on it: affiliations, ids, languages, licences, kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from jats.draft import List, Path, Text
from jats.findings import Finding
from jats.gate.fields import Fields
from jats.input_codes import faults
from jats.messages.words import nearest_one
from jats.model.affiliations import Affiliation
from jats.model.article import Article
from jats.model.base import Data
from jats.model.people import Contributor, ContributorGroup
from jats.model.permissions import License
from jats.model.references import Reference, walk_references
from jats.model.translations import completed
from jats.vocab.article_types import article_types, find_article_type
from jats.vocab.identifiers import KINDS
from jats.vocab.licences import find_licence
from jats.vocab.reference_types import is_known_type, type_names

_PUBLICATION_KINDS = (
    "electronic",
    "print",
    "electronic-print",
    "collection",
    "pub",
    "preprint",
    "retracted",
    "corrected",
)
_EVENT_KINDS = (
    "received", "accepted", "rev-recd", "rev-request", "preprint", "corrected", "retracted", "pub", "submitted", "revised",
    "resubmitted", "released", "online", "published",
)  # fmt: skip
_ISSN_KINDS = ("print", "electronic", "linking")
_SYNONYMS = {
    "online": "electronic", "epub": "electronic", "web": "electronic", "digital": "electronic", "e": "electronic",
    "electronic-only": "electronic", "eissn": "electronic", "onlinefirst": "electronic", "ppub": "print", "paper": "print",
    "printed": "print", "p": "print", "pissn": "print", "hardcopy": "print", "issn-l": "linking", "issnl": "linking",
    "submission": "received", "acceptance": "accepted", "revision": "rev-recd", "epub-ppub": "electronic-print",
}  # fmt: skip
"""Other words for usual kinds, as services and journals write them."""

_CITED_KINDS = tuple(name for name in type_names() if name != "other")
_MANY = 5
_KEY_IN_ITEM = re.compile(r"([a-z_]+):([^\s/].*)", re.DOTALL)
_RECORDS: dict[str, type[Data]] = {
    "authors": Contributor, "contributors": Contributor, "affiliations": Affiliation, "references": Reference,
}  # fmt: skip
"""Lists whose items are fields, or a text for short."""


def link_faults(article: Article, fields: Fields) -> Iterator[Finding]:
    """A finding for everything that refers to nothing, or is twice."""
    for check in _CHECKS:
        yield from check(article, fields)
    for way, part in article.parts():
        yield from link_faults(completed(part, article), fields.part(way))


def _affiliations(article: Article, fields: Fields) -> Iterator[Finding]:
    known = [affiliation.id for affiliation in article.affiliations if affiliation.id]
    for path, name in _named_affiliations(article):
        if name not in known:
            place, way = fields.find(path)
            yield faults.unknown_affiliation(place, way, name, nearest_one(name, known), known)


def _named_affiliations(article: Article) -> Iterator[tuple[Path, str]]:
    for path, people in article.people():
        yield from _named_by(people, path)


def _named_by(people: Iterable[Contributor | ContributorGroup], path: Path) -> Iterator[tuple[Path, str]]:
    for index, person in enumerate(people):
        for position, link in enumerate(person.affiliations):
            if isinstance(link, str):
                yield (*path, index, "affiliations", position), link
        yield from _named_by(person.members, (*path, index, "members"))


def _ids(article: Article, fields: Fields) -> Iterator[Finding]:
    affiliations = [(("affiliations", index), one.id) for index, one in enumerate(article.affiliations)]
    references = [(path, one.id) for path, one in walk_references(article.references)]
    yield from _taken(affiliations, "affiliation", fields)
    yield from _taken(references, "reference", fields)


def _taken(named: Iterable[tuple[Path, str | None]], kind: str, fields: Fields) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, identifier in named:
        if identifier is None:
            continue
        if identifier in seen:
            yield faults.duplicate_id(*fields.find((*path, "id")), identifier, kind)
        seen.add(identifier)


def _own_language(article: Article, fields: Fields) -> Iterator[Finding]:
    for path, versions in _localized(article):
        tags = [tag for tag in versions if tag]
        language = (article.language or "").casefold()
        place, way = fields.find_key(path)
        if article.language and "" not in versions and language not in map(str.casefold, tags):
            yield faults.not_in_own_language(place, way, str(article.language), _some(tags))
        elif article.language and "" in versions and language in map(str.casefold, tags):
            yield faults.twice_in_own_language(place, way, str(article.language))
        elif not article.language and "" not in versions and len(tags) > 1:
            yield faults.language_missing(place, way, _some(tags))


def _localized(article: Article) -> Iterator[tuple[Path, Mapping[str, object]]]:
    """The texts of which one version must be in the article's language."""
    for field in ("title", "subtitle", "issue_title", "issue_subtitle"):
        if versions := getattr(article, field):
            yield (field,), versions


def _some(tags: list[str]) -> str:
    return ", ".join(tags[:_MANY]) + (" …" if len(tags) > _MANY else "")


def _licences(article: Article, fields: Fields) -> Iterator[Finding]:
    for path, licence in _given_licences(article):
        if licence.name is None or licence.url is not None:
            continue
        found = find_licence(licence.name)
        if found is None or found.fault:
            place, way = fields.find((*path, "name"))
            yield faults.unknown_licence(place, way, licence.name, found.fault if found else None)


def _given_licences(article: Article) -> Iterator[tuple[Path, License]]:
    """The licences of the article and of its supplementary material."""
    for index, licence in enumerate(article.license):
        yield ("license", index), licence
    for number, one in enumerate(article.supplementary_material):
        for index, licence in enumerate(one.license):
            yield ("supplementary_material", number, "license", index), licence


def _kinds(article: Article, fields: Fields) -> Iterator[Finding]:
    """Kinds that are probably misspelt."""
    for path, kind, usual in _given_kinds(article):
        near = None if kind in usual else _SYNONYMS.get(kind.lower(), nearest_one(kind, usual))
        if near in usual:
            yield faults.unusual_kind(*fields.find_key(path), kind, near)


def _keys_in_items(_article: Article, fields: Fields) -> Iterator[Finding]:
    for name, model in _RECORDS.items():
        listed = fields.items.get(name)
        for index, item in enumerate(listed.items if isinstance(listed, List) else ()):
            match = _KEY_IN_ITEM.match(str(item.value)) if isinstance(item, Text) else None
            if match and match[1] in model.model_fields and match[1] not in KINDS:
                yield faults.key_in_item(*fields.find((name, index)), match[1], match[2])


def _types(article: Article, fields: Fields) -> Iterator[Finding]:
    """Types of the article and of references that are probably misspelt, or other words for one."""
    if article.type and article.type not in article_types():
        near = find_article_type(article.type) or nearest_one(article.type, sorted(article_types()))
        if near and near != article.type:
            yield faults.unusual_kind(*fields.find(("type",)), article.type, near)
    for path, reference in walk_references(article.references):
        works = [(path, reference), *(((*path, "works", number), work) for number, work in enumerate(reference.works))]
        for way, work in works:
            if work.type and not is_known_type(work.type) and (near := nearest_one(work.type, _CITED_KINDS)):
                yield faults.unusual_kind(*fields.find((*way, "type")), work.type, near)


def _people_twice(article: Article, fields: Fields) -> Iterator[Finding]:
    """A person who is listed twice among the authors."""
    first: dict[str, int] = {}
    for index, person in enumerate(article.authors):
        if not isinstance(person, Contributor) or not person.name:
            continue
        one = person.name[0]
        name = one.full or ", ".join(filter(None, (one.surname, one.given)))
        if name in first:
            place, way = fields.find(("authors", index, "name"))
            yield faults.twice(place, way, name, index + 1, first[name] + 1)
        first.setdefault(name, index)


def _given_kinds(article: Article) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for index, one in enumerate(article.published):
        yield ("published", index, "date"), one.format or one.type, _PUBLICATION_KINDS
    for index, event in enumerate(article.history):
        yield ("history", index, "date"), event.type, _EVENT_KINDS
    for index, happened in enumerate(article.events):
        yield ("events", index, "type"), happened.type or "", _EVENT_KINDS
    for kind in article.journal.issn if article.journal else ():
        yield ("journal", "issn", kind), kind or "print", _ISSN_KINDS


_CHECKS: tuple[Callable[[Article, Fields], Iterator[Finding]], ...] = (
    _affiliations,
    _ids,
    _own_language,
    _licences,
    _kinds,
    _types,
    _people_twice,
    _keys_in_items,
)
