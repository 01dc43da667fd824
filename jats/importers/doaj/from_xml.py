"""DOAJ article XML: records."""

from __future__ import annotations

from collections.abc import Iterator

from jats.draft import Map, Node, Text
from jats.findings import Note
from jats.importers.exports.affiliations import printed
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.drafting import add, by_language, fields, language_tag, listed, pages_in, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked, paragraphs
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of
from jats.vocab.article_types import find_article_type

TITLE = "DOAJ XML"


def _detects(source: Source) -> str | None:
    root, _ = root_of(source.head) or ("", "")
    if root in ("records", "record") and ("<journalTitle" in source.head or "<affiliationsList" in source.head):
        return f"its root element is {root}, with a journalTitle as in DOAJ's format"
    if root == "records" and "doajArticles" in source.head:
        return "it names DOAJ's schema"
    if root == "OAI-PMH" and "doajArticle" in source.head:
        return "it is an answer with articles as DOAJ's harvester wants them"
    return None


@importer("doaj-xml", title=TITLE, suffixes=(".xml",), detects=_detects, in_folders=True)
def read_doaj_xml(source: Source, note: Note) -> Iterator[Map]:
    """One draft per record."""
    root = xml_branch(source, TITLE, note)
    if root is None:
        return
    for record in _records(root):
        draft = _draft(record)
        report_left(record, table("doaj"), note, "record")
        yield draft


def _records(root: Branch) -> list[Branch]:
    """The records of a file, or the articles inside the records of an answer of OAI-PMH."""
    if root.name == "record":
        return [root]
    return root.all("ListRecords/record/metadata/doajArticle", "GetRecord/record/metadata/doajArticle") or root.all(
        "record"
    )


def _draft(record: Branch) -> Map:
    draft = Map(record.place)
    language = record.take("language")
    main = language_tag(str(language.value)) if language else ""
    put(draft, "language", Text(main, language.place) if language else None)
    kind = record.one("documentType")
    known = find_article_type(kind.words) if kind is not None else None
    if kind is not None and known:
        put(draft, "type", Text(known, kind.place) if known != "research-article" else None)
        kind.use()
    put(draft, "title", _by_language(record.all("title"), main))
    institutions = {each.says("@affiliationId"): each for each in record.all("affiliationsList/affiliationName")}
    for branch in record.all("authors/author"):
        add(draft, "authors", _author(branch, institutions))
    fill(draft, record, table("doaj").sections["xml"], HOWS)
    put(draft, "pages", pages_in(record, ("startPage",), ("endPage",)))
    put(draft, "abstract", by_language(((_tag(each, main), paragraphs(each)) for each in record.all("abstract")), main))
    put(draft, "keywords", by_language(((_tag(each, main), _keywords(each)) for each in record.all("keywords")), main))
    addresses = [fields(each.place, url=text) for each in record.all("fullTextUrl") if (text := each.take())]
    put(draft, "url", addresses)
    return draft


def _tag(branch: Branch, main: str) -> str:
    return language_tag(branch.says("@language")) or main


def _by_language(branches: list[Branch], main: str) -> Node | None:
    found: dict[str, Text | None] = {}
    for branch in branches:
        if branch.words and _tag(branch, main) not in found:
            found[_tag(branch, main)] = marked(branch)
    return by_language(found.items(), main)


def _keywords(branch: Branch) -> Node | None:
    return listed([marked(each) for each in branch.all("keyword")])


def _author(branch: Branch, institutions: dict[str, Branch]) -> Map:
    own = [
        printed(institutions[each.words].take()) for each in branch.all("affiliationId") if each.words in institutions
    ]
    return fields(branch.place, name=branch.take("name"), orcid=branch.take("orcid_id"), affiliations=listed(own))
