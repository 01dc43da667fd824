"""Works beside a resource of DataCite's metadata: the journal that it is in, cited works, and grants."""

from __future__ import annotations

from jats.draft import Map, Node, Text
from jats.importers.datacite.items import items, said, said_text, value_of
from jats.importers.datacite.people import person
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import add, fields, listed, pages_in, put
from jats.importers.exports.marked_text import marked

_AROUND = frozenset(("IsPublishedIn", "IsPartOf", "IsSourceOf"))
_CITED = frozenset(("Cites", "References"))
_KINDS = {
    "journalarticle": "journal", "book": "book", "bookchapter": "chapter", "conferencepaper": "conference", "dataset": "data",
    "dissertation": "thesis", "report": "report", "software": "software", "preprint": "preprint",
}  # fmt: skip


def containers_of(draft: Map, resource: Branch) -> None:
    """The journal, volume and pages, from the related item that it is published in, else from the API's container."""
    for each in items(resource, "relatedItems", "relatedItem"):
        relation = said(each, "relationType")
        kind = said(each, "relatedItemType")
        if relation in _CITED:
            add(draft, "references", _cited(each))
        elif relation in _AROUND and kind in (
            "Journal",
            "Collection",
            "ConferenceProceeding",
            "Book",
            "Series",
            "Text",
            "Other",
        ):
            _container(draft, each)
    for container in resource.all("container"):
        _from_api(draft, container)


def _container(draft: Map, item: Branch) -> None:
    title = next((value_of(each, "title") for each in items(item, "titles", "title")), None)
    put(draft, "journal.title", marked(title))
    for each in item.all("relatedItemIdentifier"):
        value = value_of(each, "relatedItemIdentifier")
        kind = said(each, "relatedItemIdentifierType").upper()
        key = {"ISSN": "journal.issn", "EISSN": "journal.issn.electronic", "ISBN": "isbn"}.get(kind)
        if value is not None and key:
            put(draft, key, value.take())
    put(draft, "volume", item.take("volume"))
    put(draft, "issue", item.take("issue"))
    put(draft, "pages", pages_in(item, ("firstPage",), ("lastPage",)))
    number = item.one("number")
    if number is not None and said(number, "numberType").lower() in ("article", "") and "pages" not in draft.items:
        is_article = said(number, "numberType").lower() == "article" or said(item, "numberType").lower() == "article"
        put(draft, "elocation_id" if is_article else "sequence", number.take() if is_article else None)


def _from_api(draft: Map, container: Branch) -> None:
    put(draft, "journal.title", marked(container.one("title")))
    if said(container, "identifierType").upper() == "ISSN" and not _has_issn(draft):
        put(draft, "journal.issn", container.take("identifier"))
    put(draft, "volume", container.take("volume"))
    put(draft, "issue", container.take("issue"))
    put(draft, "pages", pages_in(container, ("firstPage",), ("lastPage",)))


def _has_issn(draft: Map) -> bool:
    journal = draft.items.get("journal")
    return isinstance(journal, Map) and "issn" in journal.items


def _cited(item: Branch) -> Map:
    """A cited work by its fields."""
    made = Map(item.place)
    kind = _KINDS.get(said(item, "relatedItemType").lower())
    put(made, "type", Text(kind, item.place) if kind else None)
    people = [person(each, "creatorName") for each in items(item, "creators", "creator")]
    put(made, "authors", listed([_cited_person(each) for each in people]))
    put(made, "date", item.take("publicationYear"))
    title = next((value_of(each, "title") for each in items(item, "titles", "title")), None)
    put(made, "source" if kind == "book" else "title", marked(title))
    for key in ("volume", "issue", "edition", "publisher", "number"):
        put(made, key, item.take(key))
    put(made, "pages", pages_in(item, ("firstPage",), ("lastPage",)))
    for each in item.all("relatedItemIdentifier"):
        value = value_of(each, "relatedItemIdentifier")
        name = said(each, "relatedItemIdentifierType").lower()
        if value is not None:
            put(
                made, name if name in ("doi", "isbn", "issn", "pmid", "url") else f"ids.{name or 'other'}", value.take()
            )
    return made


def _cited_person(made: Map) -> Node | None:
    """A cited person has a name alone."""
    kept = {key: made.items[key] for key in ("name", "collaboration") if key in made.items}
    if isinstance(kept.get("name"), Text):
        return kept["name"]
    return fields(made.place, **kept) if kept else None


def funding_of(draft: Map, resource: Branch) -> None:
    """Grants with their funders."""
    for each in items(resource, "fundingReferences", "fundingReference"):
        identifier = each.one("funderIdentifier")
        funder = fields(each.place, name=each.take("funderName"))
        if identifier is not None and identifier.words:
            kind = said(identifier, "funderIdentifierType") or said(each, "funderIdentifierType")
            put(funder, _funder_key(kind, identifier.words), identifier.take())
        number = each.one("awardNumber")
        url = said_text(number, "awardURI") if number is not None else None
        url = url or each.take("awardUri", "awardURI")
        value = number.take() if number is not None else None
        numbers: Node | None = fields(value.place, number=value, url=url) if value and url else value
        award = fields(each.place, funder=funder, numbers=numbers, name=each.take("awardTitle"))
        if value is None:
            put(award, "url", url)
        add(draft, "funding", award)


def _funder_key(kind: str, value: str) -> str:
    kind = kind.lower()
    if kind == "ror" or "ror.org/" in value:
        return "ror"
    if "10.13039/" in value:
        return "doi"
    return f"ids.{'isni' if kind == 'isni' else kind.replace(' ', '-') or 'other'}"
