"""Crossref deposit XML (4.3 to 5.5), and unixref: the records of deposits as answers give them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jats.draft import Map, Text
from jats.findings import Note
from jats.importers.crossref.deposit import abstracts_of, dates_of, people_of, programs_of, titles_of
from jats.importers.crossref.shared import assertion, update
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.cited import reference
from jats.importers.exports.codes import kind_of_record
from jats.importers.exports.drafting import add, fields, language_tag, pages_in, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of
from jats.vocab.identifiers import tidy_doi

TITLE = "Crossref XML"
_ROOTS = {
    "doi_batch": "a deposit",
    "doi_records": "unixref records",
    "doi_record": "a unixref record",
    "crossref_result": "an answer of Crossref",
    "crossref": "a unixref record",
}
_RECORDS = (
    "journal_article", "posted_content", "conference_paper", "peer_review", "pending_publication", "content_item", "dataset",
    "dissertation", "report-paper_metadata", "standard_metadata", "book_metadata", "book_series_metadata",
)  # fmt: skip
_ARTICLES = frozenset(("journal_article", "posted_content", "conference_paper", "pending_publication"))


def _detects(source: Source) -> str | None:
    root, _ = root_of(source.head) or ("", "")
    return f"its root element is {root}: {_ROOTS[root]}" if root in _ROOTS else None


@dataclass(frozen=True, slots=True)
class _Record:
    """A record with what is above it: the journal, conference or book, and the publisher's name in an answer."""

    record: Branch
    around: Branch
    publisher: Text | None


@importer("crossref-xml", title=TITLE, suffixes=(".xml", ".unixref"), detects=_detects)
def read_crossref_xml(source: Source, note: Note) -> Iterator[Map]:
    """One draft per record."""
    root = xml_branch(source, TITLE, note)
    if root is None:
        return
    waiting: Map | None = None
    for each in _records(root):
        if waiting is not None:
            yield waiting
        waiting = _draft(each, note)
        report_left(each.record, table("crossref_xml"), note, each.record.name)
        each.record.use()
    report_left(root, table("crossref_xml"), note, root.name)
    if waiting is not None:
        yield waiting


def _records(root: Branch) -> Iterator[_Record]:
    publisher: Text | None = None
    waiting = [root]
    while waiting:
        branch = waiting.pop(0)
        if branch.name == "query":
            named = next((each for each in branch.all("crm-item") if each.says("@name") == "publisher-name"), None)
            publisher = named.take() if named is not None else None
        found = [below for below in branch.below if below.name in _RECORDS]
        chapters = [below for below in found if below.name in ("content_item", "conference_paper")]
        for record in chapters or found or ([branch] if branch is root and branch.name in _RECORDS else []):
            yield _Record(record, branch, publisher)
        if not found:
            waiting = [*branch.below, *waiting]


def _draft(each: _Record, note: Note) -> Map:
    record, around = each.record, each.around
    sections = table("crossref_xml").sections
    draft = Map(record.place)
    if record.name not in _ARTICLES:
        note(kind_of_record(record.place, (), record.name.replace("_metadata", "").replace("_", " "), "Crossref"))
    elif record.name == "posted_content":
        put(draft, "version", record.take("@type") or Text("preprint", record.place))
    language = record.take("@language") or around.take("journal_metadata/@language", "proceedings_metadata/@language")
    main = language_tag(str(language.value)) if language else ""
    put(draft, "language", Text(main, language.place) if language else None)
    titles_of(draft, record, main)
    people_of(draft, record)
    abstracts_of(draft, record, main)
    _around(draft, around)
    _issns(draft, record)
    put(draft, "journal.publisher.name", each.publisher)
    dates_of(draft, record, around)
    fill(draft, record, sections["article"], HOWS)
    _pages(draft, record)
    _identifiers(draft, record)
    programs_of(draft, record)
    for said in record.all("crossmark/custom_metadata/assertion"):
        assertion(draft, said)
    for changed in record.all("crossmark/updates/update"):
        update(draft, changed.taken("@type"), changed.take())
    for subject in record.all("group_title"):
        text = subject.take()
        group = fields(subject.place, type=Text("heading", subject.place), subjects=text) if text else None
        add(draft, "subjects", group)
    for cited in record.all("citation_list/citation"):
        add(draft, "references", reference(cited, sections["reference"], HOWS))
    return draft


def _around(draft: Map, around: Branch) -> None:
    """What the journal, the issue, or the conference and its proceedings say."""
    sections = table("crossref_xml").sections
    for container in around.all("journal_metadata", "proceedings_series_metadata/series_metadata"):
        _issns(draft, container)
        fill(draft, container, sections["journal"], HOWS)
    for container in around.all("proceedings_metadata", "proceedings_series_metadata"):
        fill(draft, container, sections["journal"], HOWS)
    fill(draft, around.one("journal_issue"), sections["issue"], HOWS)
    event = around.one("event_metadata")
    if event is not None:
        fill(draft, event, sections["event"], HOWS)
        _days(draft, event)


def _issns(draft: Map, journal: Branch) -> None:
    for each in journal.all("issn"):
        medium = {"print": "print", "electronic": "electronic"}.get(each.says("@media_type"), "")
        said = draft.items.get("journal")
        if medium:
            done = put(draft, f"journal.issn.{medium}", Text(each.words, each.place))
        else:
            taken = isinstance(said, Map) and "issn" in said.items
            done = put(draft, "journal.issn.linking" if taken else "journal.issn", Text(each.words, each.place))
        each.used = each.used or done


def _days(draft: Map, event: Branch) -> None:
    branch = event.one("conference_date")
    if branch is None:
        return
    if branch.words:
        put(draft, "conference.date", branch.take())
        for attribute in branch.below:
            attribute.used = True
        return
    from jats.importers.exports.drafting import date_in

    start = date_in(branch, "@start_year", "@start_month", "@start_day")
    end = date_in(branch, "@end_year", "@end_month", "@end_day")
    if start is not None:
        both = end is not None and end.value != start.value
        put(draft, "conference.date", Text(f"{start.value}/{end.value}", start.place) if both and end else start)


def _pages(draft: Map, record: Branch) -> None:
    pages = record.one("pages")
    if pages is None:
        return
    others = pages.take("other_pages")
    if others is None:
        put(draft, "pages", pages_in(pages, ("first_page",), ("last_page",)))
    else:
        first, last = pages.take("first_page"), pages.take("last_page")
        run = f"{first.value}-{last.value}" if first and last else str(first.value) if first else ""
        whole = Text(", ".join(filter(None, (run, str(others.value)))), others.place)
        put(draft, "pages", fields(pages.place, first=first, last=last, range=whole))


def _identifiers(draft: Map, record: Branch) -> None:
    for each in record.all("publisher_item/item_number", "item_number"):
        kind = each.says("@item_number_type").replace("_", "-")
        if kind == "article-number" and "pages" not in draft.items:
            put(draft, "elocation_id", each.take())
        else:
            put(draft, f"ids.{kind or 'publisher-id'}", each.take())
    doi = draft.items.get("doi")
    for each in record.all("publisher_item/identifier"):
        kind = each.says("@id_type") or "publisher-id"
        if kind == "doi":
            if isinstance(doi, Text) and tidy_doi(str(doi.value)).casefold() == tidy_doi(each.words).casefold():
                each.use()
        elif put(draft, f"ids.{kind}", Text(each.words, each.place)):
            each.use()
