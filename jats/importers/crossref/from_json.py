"""Crossref REST API: the JSON of a work, of a list of works, or a whole answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from jats.draft import Map, Node, Text
from jats.findings import Note
from jats.importers.crossref.shared import assertion, funder, licences, relate, update
from jats.importers.exports.branches import Branch, json_branches
from jats.importers.exports.cited import reference
from jats.importers.exports.codes import kind_of_record
from jats.importers.exports.drafting import add, fields, iso_date, language_tag, listed, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.vocab.identifiers import tidy_doi

TITLE = "Crossref REST JSON"
_MARKS = re.compile(
    r'"(indexed|deposited|references?-count|is-referenced-by-count|content-domain|doi-asserted-by|short-container-title'
    r'|published-print|published-online|member|prefix)"\s*:'
)
_ARTICLES = frozenset(
    ("", "journal-article", "article-journal", "posted-content", "proceedings-article", "peer-review")
)
_IDENTIFIERS_OF_AN_INSTITUTION = {"ror": "ror", "isni": "ids.isni", "wikidata": "ids.wikidata", "grid": "ids.grid"}


def _detects(source: Source) -> str | None:
    if source.head.lstrip()[:1] not in ("{", "["):
        return None
    if re.search(r'"message-type"\s*:\s*"work', source.head):
        return "it is an answer of Crossref's API"
    marks = {found[1] for found in _MARKS.finditer(source.text[:400_000])}
    if len(marks) >= 3 and '"DOI"' in source.text:
        return f"it has the fields DOI and {', '.join(sorted(marks)[:3])}, as Crossref writes them"
    return None


@importer("crossref-json", title=TITLE, suffixes=(".json",), detects=_detects)
def read_crossref_json(source: Source, note: Note) -> Iterator[Map]:
    """One draft per work."""
    for root in json_branches(source, note):
        for work in _works(root):
            draft = _draft(work, note)
            report_left(work, table("crossref_json"), note)
            yield draft


def _works(root: Branch) -> list[Branch]:
    """The works of an answer of any shape."""
    if items := root.all("message/items", "items"):
        return items
    return root.all("message") or [root]


def _draft(work: Branch, note: Note) -> Map:
    draft = Map(work.place)
    sections = table("crossref_json").sections
    language = work.take("language")
    main = language_tag(str(language.value)) if language else ""
    put(draft, "language", Text(main, language.place) if language else None)
    kind = _type(draft, work, note)
    put(draft, "title", _title(work))
    _journal(draft, work, kind)
    _people(draft, work)
    fill(draft, work, sections["work"], HOWS)
    _identifiers(draft, work)
    _pages(draft, work)
    _dates(draft, work)
    subjects = work.takes("subject")
    if subjects:
        group = fields(subjects[0].place, type=Text("discipline", subjects[0].place), subjects=listed(subjects))
        put(draft, "subjects", [group])
    _funding(draft, work)
    licences(draft, [each for each in map(_licence, work.all("license")) if each.items])
    _related(draft, work)
    for each in work.all("assertion"):
        assertion(draft, each)
    for each in work.all("reference"):
        add(draft, "references", reference(each, sections["reference"], HOWS))
    return draft


def _type(draft: Map, work: Branch, note: Note) -> str:
    """The type of an article; of another kind of record it is reported."""
    from jats.vocab.article_types import find_article_type

    branch = work.one("type")
    if branch is None:
        return ""
    kind = branch.words
    branch.use()
    work.use("subtype")
    if kind not in _ARTICLES:
        note(kind_of_record(branch.place, (), kind, "Crossref"))
    known = find_article_type(kind)
    if known and known != "research-article":
        put(draft, "type", Text(known, branch.place))
    elif kind == "posted-content":
        put(draft, "version", work.take("subtype") or Text("preprint", branch.place))
    return kind


def _title(work: Branch) -> Node | None:
    """The title; further ones, and that in the original language, stay for the report."""
    title = marked(next((each for each in work.all("title") if each.words), None))
    for other in work.all("title", "original-title"):
        if title is not None and other.words.casefold() == str(title.value).casefold():
            other.use()
    return title


def _journal(draft: Map, work: Branch, kind: str) -> None:
    titles = work.all("container-title")
    if kind in ("", "journal-article", "article-journal") or work.one("ISSN", "issn-type") is not None:
        put(draft, "journal.title", marked(next((each for each in titles if each.words), None)))
    for each in work.all("issn-type"):
        medium = {"print": "print", "electronic": "electronic"}.get(each.says("type"), "linking")
        if put(draft, f"journal.issn.{medium}", each.take("value")):
            each.use()
    said = {str(text.words) for text in work.all("issn-type/value")}
    numbers = [each for each in work.all("ISSN") if each.words]
    for each in numbers:
        if each.words.rpartition("/")[2] in said:
            each.use()
    left = [each for each in numbers if not each.used]
    if left and not said:
        put(draft, "journal.issn", left[0].take())
    short = work.one("short-container-title")
    if short is not None and any(short.words == each.words for each in titles):
        short.use()


def _identifiers(draft: Map, work: Branch) -> None:
    doi = work.says("DOI")
    for each in work.all("alternative-id"):
        if tidy_doi(each.words).casefold() == tidy_doi(doi).casefold() or put(draft, "ids.publisher-id", each.take()):
            each.use()
    numbers = work.all("isbn-type/value") or work.all("ISBN")
    put(draft, "isbn", listed([_after_slash(each) for each in numbers[:1]]))
    taken = {each.words.rpartition("/")[2] for each in numbers[:1]}
    for each in work.all("ISBN"):
        if each.words.rpartition("/")[2] in taken:
            each.use()
    url = work.one("URL")
    if url is not None and re.search(r"//(?:dx\.)?doi\.org/", url.words):
        url.use()
    elif url is not None:
        put(draft, "url", url.take())


def _after_slash(branch: Branch) -> Text | None:
    text = branch.take()
    return Text(str(text.value).rpartition("/")[2], text.place) if text else None


def _pages(draft: Map, work: Branch) -> None:
    """Pages as printed; beside a number of the article, pages from 1 only count them."""
    page = work.one("page")
    if page is None or not page.words:
        return
    if "elocation_id" in draft.items and re.match(r"1-\d+$|1$", page.words):
        return
    if page.words != _value(draft.items.get("elocation_id")):
        put(draft, "pages", _first_and_last(page))
        if "elocation_id" in draft.items:
            del draft.items["elocation_id"]
            for each in work.all("article-number"):
                each.used = False
    page.used = True


def _first_and_last(page: Branch) -> Node | None:
    """Pages with signs in them, such as `6.35.1-6.35.7`, in two parts; others as they are."""
    parts = page.words.split("-")
    text = page.take()
    if text is None or len(parts) != 2 or all(part.isalnum() for part in parts) or not all(parts) or "," in page.words:
        return text
    return fields(text.place, first=Text(parts[0], text.place), last=Text(parts[1], text.place))


def _value(node: Node | None) -> str:
    return str(node.value) if isinstance(node, Text) else ""


def date_of(branch: Branch | None) -> Text | None:
    """A date in Crossref's parts, as far as it is known."""
    if branch is None:
        return None
    parts = [each.words for each in branch.all("date-parts/item", "date-parts")]
    branch.use()
    text = iso_date(*parts[:3]) if parts and parts[0] else branch.says("date-time")[:10]
    return Text(text, branch.place) if text else None


def _dates(draft: Map, work: Branch) -> None:
    for medium, paths in (
        ("print", ("published-print", "journal-issue/published-print")),
        ("electronic", ("published-online", "journal-issue/published-online")),
    ):
        for path in paths:
            date = date_of(work.one(path))
            if date is not None:
                add(draft, "published", fields(date.place, format=Text(medium, date.place), date=date))
                break
    if "published" not in draft.items:
        date = next(filter(None, (date_of(work.one(path)) for path in ("posted", "published", "issued"))), None)
        put(draft, "published", date)
    start, end = date_of(work.one("event/start")), date_of(work.one("event/end"))
    if start is not None:
        text = str(start.value) if end is None or end.value == start.value else f"{start.value}/{end.value}"
        put(draft, "conference.date", Text(text, start.place))
    put(draft, "version", work.take("version/version", "version/number"))


def _people(draft: Map, work: Branch) -> None:
    for branch in work.all("author"):
        add(draft, "authors", _person(branch, ""))
    for kind in ("editor", "translator", "chair"):
        for branch in work.all(kind):
            add(draft, "contributors", _person(branch, kind))


def _person(branch: Branch, kind: str) -> Map:
    person, name = Map(branch.place), Map(branch.place)
    filled = Map(branch.place)
    fill(filled, branch, table("crossref_json").sections["person"], HOWS)
    for key, node in filled.items.items():
        (name if key == "name" else person).put(key, node)
    said = name.items.get("name")
    if isinstance(said, Map) and "surname" not in said.items and "full" not in said.items:
        put(said, "style", Text("given-only", branch.place))
    if said is not None:
        person.items = {"name": said, **person.items}
    if branch.says("authenticated-orcid") == "true":
        put(person, "orcid_authenticated", Text("yes", branch.place))
    branch.use("authenticated-orcid")
    put(person, "affiliations", [each for each in map(_affiliation, branch.all("affiliation")) if each.items])
    for role in branch.all("role"):
        if role.says("vocabulary").lower().startswith("credit"):
            add(person, "roles", fields(role.place, credit=role.take("role")))
        role.use()
    if kind and person.items:
        put(person, "type", Text(kind, branch.place))
    return person


def _affiliation(branch: Branch) -> Map:
    made = fields(branch.place)
    departments, places = branch.takes("department"), branch.takes("place")
    name = branch.take("name") or branch.take()
    detailed = bool(departments or places or branch.all("id"))
    put(made, "institution" if detailed else "text", name)
    put(made, "departments", departments)
    put(made, "city", places[:1])
    put(made, "other_names.abbreviation", branch.take("acronym"))
    for each in branch.all("id"):
        kind = each.says("id-type").lower()
        put(made, _IDENTIFIERS_OF_AN_INSTITUTION.get(kind, f"ids.{kind or 'other'}"), each.take("id"))
    return made


def _funding(draft: Map, work: Branch) -> None:
    for branch in work.all("funder"):
        identifier = branch.take("DOI") or branch.take("id/id")
        for other in branch.all("id/id"):
            if identifier and tidy_doi(other.words) == tidy_doi(str(identifier.value)):
                other.use()
        add(draft, "funding", funder(branch.take("name"), identifier, branch.takes("award")))


def _licence(branch: Branch) -> Map:
    made = fields(branch.place, url=branch.take("URL"), start=date_of(branch.one("start")))
    version = branch.take("content-version")
    if version and version.value != "unspecified":
        put(made, "applies_to", version)
    return made


def _related(draft: Map, work: Branch) -> None:
    for each in chain.from_iterable(relation.below for relation in work.all("relation")):
        relate(draft, each.name, each.take("id"), each.taken("id-type"))
    for each in work.all("update-to"):
        update(draft, each.taken("type"), each.take("DOI"))
    for each in work.all("clinical-trial-number"):
        trial(draft, each.take("clinical-trial-number"), each.take("registry"), each.take("type"))


def trial(draft: Map, number: Text | None, registry: Text | None, stage: Text | None) -> None:
    """Add a clinical trial of which the article gives results."""
    if number is None:
        return
    place = number.place
    document = fields(place, id=number, id_type=Text("clinical-trial-number", place))
    source = fields(registry.place, type=Text("clinical-trials-registry", place), id=registry) if registry else None
    kind = Text("clinical-trial", place)
    relation = Text(_STAGES.get(str(stage.value), str(stage.value)), stage.place) if stage else None
    add(draft, "related_objects", fields(place, type=kind, relation=relation, source=source, document=document))


_STAGES = {"preResults": "pre-results", "results": "results", "postResults": "post-results"}
