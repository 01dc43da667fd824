"""DataCite's metadata, whose XML and JSON say the same in nearly the same words, as a draft."""

from __future__ import annotations

import re

from jats.draft import Map, Node, Text
from jats.findings import Note
from jats.importers.crossref.shared import relate
from jats.importers.datacite.items import items, said, said_text, value_of
from jats.importers.datacite.people import people_of
from jats.importers.datacite.works import containers_of, funding_of
from jats.importers.exports.branches import Branch
from jats.importers.exports.codes import kind_of_record
from jats.importers.exports.drafting import add, by_language, field_at, fields, language_tag, listed, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked, paragraphs
from jats.importers.exports.placing import fill, table
from jats.vocab.article_types import find_article_type
from jats.vocab.identifiers import tidy_doi

_ARTICLES = frozenset(
    ("", "journalarticle", "datapaper", "text", "preprint", "conferencepaper", "peerreview", "article")
)
_HISTORY = {
    "submitted": "history.received", "accepted": "history.accepted",
    "withdrawn": "history.withdrawn", "copyrighted": "copyright.year",
}  # fmt: skip
_OPEN = "info:eu-repo/semantics/openaccess"


def datacite_draft(resource: Branch, note: Note) -> Map:
    """The draft of a resource."""
    draft = Map(resource.place)
    main = _language(draft, resource)
    _type(draft, resource, note)
    _titles(draft, resource, main)
    people_of(draft, resource)
    _identifiers(draft, resource)
    _descriptions(draft, resource, main)
    containers_of(draft, resource)
    _subjects(draft, resource, main)
    _dates(draft, resource)
    _publisher(draft, resource)
    rights = [*items(resource, "rightsList", "rights"), *resource.all("rights")]
    put(draft, "license", [each for each in map(_licence, rights) if each.items])
    for each in rights:
        if each.says("rights", "").casefold() == _OPEN:
            put(draft, "free_to_read", Text("yes", each.place))
            each.use()
    fill(draft, resource, table("datacite").sections["resource"], HOWS)
    funding_of(draft, resource)
    for each in items(resource, "relatedIdentifiers", "relatedIdentifier"):
        _related(draft, each)
    return draft


def _language(draft: Map, resource: Branch) -> str:
    """The language of the resource; without one, or with several, that of its titles, if they agree."""
    branch = resource.one("language")
    tag = language_tag(branch.words) if branch is not None else ""
    if branch is not None and tag not in ("", "mul", "und"):
        put(draft, "language", Text(tag, branch.place))
        branch.use()
        return tag
    titles = [each for each in items(resource, "titles", "title") if not said(each, "titleType")]
    tags = {language_tag(said(each, "lang")) for each in titles}
    if len(tags) == 1 and (tag := tags.pop()):
        put(draft, "language", Text(tag, titles[0].place))
        return tag
    return ""


def _type(draft: Map, resource: Branch, note: Note) -> None:
    branch = resource.one("resourceType") or resource.one("types")
    if branch is None:
        return
    general = branch.says("@resourceTypeGeneral", "resourceTypeGeneral")
    words = branch.says("", "resourceType") if branch.name == "resourceType" else branch.says("resourceType")
    known = find_article_type(words) or find_article_type(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", general))
    if known and known != "research-article":
        put(draft, "type", Text(known, branch.place))
    elif general.lower() == "preprint":
        put(draft, "version", Text("preprint", branch.place))
    if known or branch.name == "types" or not words or general.lower() not in _ARTICLES:
        branch.use()
    if general.lower() not in _ARTICLES:
        note(kind_of_record(branch.place, (), words or general, "DataCite"))


def _titles(draft: Map, resource: Branch, main: str) -> None:
    found: dict[str, Text | None] = {}
    for branch in items(resource, "titles", "title"):
        value = value_of(branch, "title")
        kind = said(branch, "titleType").lower()
        tag = language_tag(said(branch, "lang")) or main
        if value is None or not value.words:
            continue
        if kind == "subtitle":
            put(draft, "subtitle", marked(value))
        elif kind in ("alternativetitle", "other"):
            put(draft, f"alt_titles.{'alternative' if kind != 'other' else 'other'}", marked(value))
        elif tag not in found:
            found[tag] = marked(value)
    put(draft, "title", by_language(found.items(), main))


def _identifiers(draft: Map, resource: Branch) -> None:
    put(draft, "doi", resource.take("doi"))
    for branch in resource.all("identifier", "identifiers"):
        kind = said(branch, "identifierType").upper()
        value = value_of(branch, "identifier")
        if value is None or not value.words:
            continue
        if kind == "DOI":
            if (
                put(draft, "doi", Text(value.words, value.place))
                or tidy_doi(value.words).lower() == tidy_doi(_value(draft, "doi")).lower()
            ):
                branch.use()
        elif put(draft, f"ids.{kind.lower() or 'other'}", Text(value.words, value.place)):
            branch.use()
    for branch in items(resource, "alternateIdentifiers", "alternateIdentifier"):
        value = value_of(branch, "alternateIdentifier")
        key = f"ids.{_key(said(branch, 'alternateIdentifierType')) or 'other'}"
        if value is None or not value.words:
            continue
        if put(draft, key, Text(value.words, value.place)) or value.words == _value(draft, key):
            branch.use()


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _value(draft: Map, dotted: str) -> str:
    node = field_at(draft, dotted)
    return str(node.value) if isinstance(node, Text) else ""


def _descriptions(draft: Map, resource: Branch, main: str) -> None:
    found: dict[str, Node | None] = {}
    for branch in items(resource, "descriptions", "description"):
        value = value_of(branch, "description")
        tag = language_tag(said(branch, "lang")) or main
        kind = said(branch, "descriptionType").lower()
        if value is not None and kind in ("abstract", "") and tag not in found and value.words:
            found[tag] = paragraphs(value)
    put(draft, "abstract", by_language(found.items(), main))


def _subjects(draft: Map, resource: Branch, main: str) -> None:
    """Keywords by language; subjects of a classification by its name."""
    words: dict[str, list[Text | None]] = {}
    schemes: dict[str, tuple[Text | None, list[Node]]] = {}
    for branch in items(resource, "subjects", "subject"):
        value = value_of(branch, "subject")
        if value is None or not value.words:
            continue
        scheme = said(branch, "subjectScheme")
        if not scheme:
            words.setdefault(language_tag(said(branch, "lang")) or main, []).append(marked(value))
            continue
        identifier = said_text(branch, "schemeURI", "schemeUri")
        code = said_text(branch, "classificationCode")
        entry = said_text(branch, "valueURI", "valueUri")
        vocabulary = fields(branch.place, name=Text(scheme, branch.place), term_identifier=entry) if entry else None
        term = fields(branch.place, text=marked(value), code=code, vocabulary=vocabulary)
        schemes.setdefault(scheme, (identifier, []))[1].append(term)
    put(draft, "keywords", by_language(((tag, listed(found)) for tag, found in words.items()), main))
    for scheme, (identifier, terms) in schemes.items():
        place = terms[0].place
        vocabulary = fields(place, name=Text(scheme, place), identifier=identifier)
        group = fields(place, type=Text(_key(scheme), place), vocabulary=vocabulary, subjects=terms)
        add(draft, "subjects", group)
    places = [
        each.take()
        for each in resource.all("geoLocations/geoLocation/geoLocationPlace", "geoLocations/geoLocationPlace")
    ]
    covered = listed(places)
    if covered is not None:
        add(draft, "subjects", fields(covered.place, type=Text("coverage", covered.place), subjects=covered))


def _dates(draft: Map, resource: Branch) -> None:
    dates = [(said(each, "dateType").lower(), value_of(each, "date")) for each in items(resource, "dates", "date")]
    for wanted in ("issued", "available"):
        for kind, value in dates:
            if kind == wanted and value is not None and value.words and "published" not in draft.items:
                put(draft, "published", Text(_day(value.words), value.place))
                value.use()
    year = resource.one("publicationYear")
    if (
        year is not None
        and year.words
        and year.words != ":unav"
        and put(draft, "published", Text(year.words, year.place))
    ):
        year.use()
    for kind, value in dates:
        if kind in _HISTORY and value is not None and value.words:
            words = value.words[:4] if kind == "copyrighted" else _day(value.words)
            if put(draft, _HISTORY[kind], Text(words, value.place)):
                value.use()


def _day(words: str) -> str:
    """A date without the time."""
    return re.sub(r"(\d{4}-\d\d-\d\d)[T ][\d:.]+(?:Z|[+-][\d:]+)?", r"\1", words)


def _publisher(draft: Map, resource: Branch) -> None:
    branch = resource.one("publisher")
    if branch is None:
        return
    name = branch.take() or branch.take("name")
    if name is None or name.value in (":unav", "(:unav)"):
        return
    put(draft, "journal.publisher.name", name)
    identifier = said_text(branch, "publisherIdentifier")
    if identifier is not None:
        is_ror = "ror.org/" in str(identifier.value)
        scheme = _key(said(branch, "publisherIdentifierScheme")) or "other"
        put(draft, "journal.publisher.ror" if is_ror else f"journal.publisher.ids.{scheme}", identifier)


def _licence(branch: Branch) -> Map:
    text = value_of(branch, "rights")
    if text is not None and text.words.casefold() == _OPEN:
        return Map(branch.place)
    url = said_text(branch, "rightsURI", "rightsUri")
    name = said_text(branch, "rightsIdentifier")
    made = fields(branch.place, url=url, text=marked(text) if text is not None and text.words else None)
    if url is None and "text" not in made.items:
        put(made, "name", name)
    tag = said(branch, "lang")
    if "text" in made.items and tag:
        put(made, "language", Text(language_tag(tag), branch.place))
    return made


def _related(draft: Map, branch: Branch) -> None:
    value = value_of(branch, "relatedIdentifier")
    relation, kind = said(branch, "relationType"), said(branch, "relatedIdentifierType")
    if value is None or not value.words:
        return
    text = Text(value.words, value.place)
    if kind.upper() in ("ISSN", "EISSN", "LISSN") and relation in ("IsPublishedIn", "IsPartOf"):
        key = {"EISSN": "journal.issn.electronic", "LISSN": "journal.issn.linking"}.get(kind.upper(), "journal.issn")
        if put(draft, key, text) or text.value in _issns(draft):
            value.use()
    elif relation in ("Cites", "References"):
        key = {"DOI": "doi", "PMID": "pmid", "ISBN": "isbn", "URL": "url"}.get(
            kind.upper(), f"ids.{_key(kind) or 'other'}"
        )
        cited = fields(branch.place)
        put(cited, key, text)
        add(draft, "references", cited)
        value.use()
    else:
        relate(draft, relation, text, kind, said_text(branch, "relationTypeInformation"))
        value.use()


def _issns(draft: Map) -> list[str]:
    journal = draft.items.get("journal")
    found = journal.items.get("issn") if isinstance(journal, Map) else None
    nodes = found.items.values() if isinstance(found, Map) else [found] if found is not None else []
    return [str(node.value) for node in nodes if isinstance(node, Text)]
