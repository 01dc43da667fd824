"""PubMed XML as publishers submit it: an ArticleSet."""

from __future__ import annotations

from collections.abc import Iterator

from jats.draft import Map, Text
from jats.findings import Note
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.drafting import add, fields, listed, pages_in, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.pubmed.parts import (
    abstracts_of,
    history_of,
    identifiers_of,
    language_of,
    person,
    publication,
    references_of,
    relation_types,
    titles_of,
    type_of,
)
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of
from jats.vocab.countries import country_code

TITLE = "PubMed ArticleSet"
_MEDIA = {"epublish": "electronic", "aheadofprint": "electronic", "ecollection": "electronic", "ppublish": "print"}


def _detects(source: Source) -> str | None:
    root, _ = root_of(source.head) or ("", "")
    if root == "ArticleSet":
        return "its root element is ArticleSet"
    if root == "Article" and ("<ArticleTitle" in source.head or "<Journal>" in source.head):
        return "its root element is Article, as in a submission to PubMed"
    return None


@importer("pubmed", title=TITLE, suffixes=(".xml",), detects=_detects, in_folders=True)
def read_pubmed_submission(source: Source, note: Note) -> Iterator[Map]:
    """One draft per article."""
    root = xml_branch(source, TITLE, note)
    if root is None:
        return
    for article in [root] if root.name == "Article" else root.all("Article"):
        draft = _draft(article)
        report_left(article, table("pubmed"), note, "Article")
        yield draft


def _draft(article: Branch) -> Map:
    draft = Map(article.place)
    main = language_of(draft, article)
    titles_of(draft, article, main)
    for branch in article.all("AuthorList/Author"):
        add(draft, "authors", person(branch))
    for group in article.all("GroupList/Group"):
        _members(draft, group)
    fill(draft, article, table("pubmed").sections["submission"], HOWS)
    identifiers_of(draft, article.all("ArticleIdList/ArticleId"), "@IdType")
    identifiers_of(draft, article.all("ELocationID"), "@EIdType")
    put(draft, "pages", pages_in(article, ("FirstPage",), ("LastPage",)))
    for date in article.all("Journal/PubDate"):
        status = date.says("@PubStatus")
        publication(draft, date, _MEDIA.get(status, "print" if not status else ""))
    history_of(draft, article.all("History/PubDate"))
    type_of(draft, article.all("PublicationType"))
    abstracts_of(draft, article.one("Abstract"), article.all("OtherAbstract"), main)
    for each in article.all("ObjectList/Object"):
        _object(draft, each)
    for reference in references_of(article.all("ReferenceList")):
        add(draft, "references", reference)
    return draft


def _members(draft: Map, group: Branch) -> None:
    """The members of a group that is an author; of another one with its name."""
    members = listed([person(each) for each in group.all("IndividualName")])
    name = group.one("GroupName")
    found = draft.items.get("authors")
    for each in getattr(found, "items", []):
        collaboration = each.items.get("collaboration") if isinstance(each, Map) else None
        if isinstance(collaboration, Text) and (name is None or collaboration.value == name.words):
            put(each, "members", members)
            group.use("GroupName")
            return
    if name is not None:
        whole = fields(group.place, collaboration=name.take(), members=members)
        add(draft, "authors", whole)
    else:
        add(draft, "contributor_groups", fields(group.place, type=Text("members", group.place), members=members))


def _object(draft: Map, branch: Branch) -> None:
    """An object: a keyword, a grant, a related article, or an entry in a data bank."""
    kind = branch.says("@Type")
    values = {each.says("@Name").lower(): each for each in branch.all("Param") if each.words}
    if kind.lower() == "keyword":
        for each in values.values():
            add(draft, "keywords", marked(each))
    elif kind.lower() == "grant":
        add(draft, "funding", _grant(values, branch))
    elif kind in relation_types() and "id" in values:
        _related(draft, relation_types()[kind], values, branch)
    elif "id" in values:
        place = branch.place
        source = fields(place, type=Text("database", place), id=Text(kind, place))
        add(draft, "related_objects", fields(place, source=source, document=fields(place, id=values["id"].take())))


def _grant(values: dict[str, Branch], branch: Branch) -> Map:
    number = next((values[key].take() for key in ("id", "grantid", "grant_id") if key in values), None)
    name = next((values[key].take() for key in ("grantor", "agency", "acronym") if key in values), None)
    funder = fields(branch.place, name=name)
    if "acronym" in values:
        put(funder, "ids.acronym", values["acronym"].take() if not values["acronym"].used else None)
    if "country" in values and (code := country_code(values["country"].words)):
        put(funder, "country_code", Text(code, values["country"].place))
        values["country"].use()
    return fields(branch.place, funder=funder, numbers=number)


def _related(draft: Map, relation: str, values: dict[str, Branch], branch: Branch) -> None:
    kind = values["type"].taken() if "type" in values else "pubmed"
    key = {"doi": "doi", "pmc": "pmcid", "pmcid": "pmcid", "pubmed": "pmid", "pmid": "pmid"}.get(kind.lower(), "url")
    made = fields(branch.place, type=Text(relation, branch.place))
    put(made, key, values["id"].take())
    add(draft, "related_articles", made)
