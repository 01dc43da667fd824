"""EndNote XML: the records of a library."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.draft import Map, Text
from jats.findings import Note
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.codes import kind_of_record
from jats.importers.exports.drafting import add, fields, iso_date, language_tag, listed, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.marked_text import marked
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of
from jats.vocab.article_types import find_article_type
from jats.vocab.identifiers import doi_fault, tidy_doi

TITLE = "EndNote XML"
_ARTICLES = frozenset(("", "journal article", "electronic article", "magazine article", "journal"))
_ISSN = re.compile(r"(\d{4}-?\d{3}[\dXx])(?:\s*[\[(]?(print|electronic|online|linking|p|e)\w*[\])]?)?", re.IGNORECASE)
_MEDIA = {
    "print": "print",
    "p": "print",
    "electronic": "electronic",
    "online": "electronic",
    "e": "electronic",
    "linking": "linking",
}
_ROLES = {"secondary-authors": "editor", "tertiary-authors": "series-editor", "subsidiary-authors": "translator"}


def _detects(source: Source) -> str | None:
    root, _ = root_of(source.head) or ("", "")
    if root == "xml" and "<record" in source.head:
        return "its root element is xml, with records as EndNote exports them"
    if root in ("records", "record") and ("<source-app" in source.head or "<ref-type" in source.head):
        return f"its root element is {root}, with a ref-type as EndNote exports it"
    return None


@importer("endnote-xml", title=TITLE, suffixes=(".xml", ".enl.xml"), detects=_detects)
def read_endnote_xml(source: Source, note: Note) -> Iterator[Map]:
    """One draft per record."""
    root = xml_branch(source, TITLE, note)
    if root is None:
        return
    for record in [root] if root.name == "record" else root.all("records/record", "record"):
        draft = _draft(record, note)
        report_left(record, table("endnote_xml"), note, "record")
        yield draft


def _draft(record: Branch, note: Note) -> Map:
    draft = Map(record.place)
    language = record.one("language")
    if language is not None and language.words:
        put(draft, "language", Text(language_tag(language.words), language.place))
        language.use()
    kind = record.says("ref-type/@name").lower()
    is_article = kind in _ARTICLES
    if not is_article:
        note(kind_of_record(record.place, (), record.says("ref-type/@name"), "EndNote"))
    record.use("ref-type")
    work_type = record.one("work-type")
    if is_article and work_type is not None and (known := find_article_type(work_type.words)):
        put(draft, "type", Text(known, work_type.place) if known != "research-article" else None)
        work_type.use()
    for branch in record.all("contributors/authors/author"):
        add(draft, "authors", _person(branch))
    for role, kind_of_person in _ROLES.items():
        for branch in record.all(f"contributors/{role}/author"):
            person = _person(branch)
            if person is not None:
                put(person, "type", Text(kind_of_person, person.place))
                add(draft, "contributors", person)
    for number, address in enumerate(_addresses(record), start=1):
        add(draft, "affiliations", fields(address.place, id=Text(f"aff{number}", address.place), text=address))
    fill(draft, record, table("endnote_xml").sections["record"], HOWS)
    _journal(draft, record, is_article=is_article)
    _pages(draft, record)
    _dates(draft, record)
    _identifiers(draft, record)
    _keywords(draft, record)
    addresses = [
        fields(each.place, url=text)
        for each in record.all("urls/related-urls/url", "urls/web-urls/url")
        if each.words.startswith(("http://", "https://", "ftp://")) and (text := each.take())
    ]
    put(draft, "url", addresses)
    return draft


def _person(branch: Branch) -> Map | None:
    """A person, written as `Surname, Given names, Suffix`; EndNote writes a body with a comma at its end."""
    text = branch.take()
    if text is None:
        return None
    parts = [part.strip() for part in str(text.value).split(",")]
    if len(parts) == 1:
        return fields(text.place, name=text)
    if not parts[1]:
        return fields(text.place, collaboration=Text(parts[0], text.place))
    named = {
        key: Text(part, text.place) for key, part in zip(("surname", "given", "suffix"), parts, strict=False) if part
    }
    return fields(text.place, name=fields(text.place, **named)) if len(parts) < 4 else fields(text.place, name=text)


def _addresses(record: Branch) -> list[Text]:
    """The addresses of the authors; which is whose is not said."""
    branch = record.one("auth-address")
    if branch is None or not branch.value:
        return []
    branch.used = True
    lines = [" ".join(line.split()) for line in re.split(r"\r\n?|\n(?=\S)", branch.value.strip())]
    if "\r" not in branch.value:
        lines = [" ".join(branch.value.split())]
    return [Text(line, branch.place) for line in lines if line]


def _journal(draft: Map, record: Branch, *, is_article: bool) -> None:
    title = record.one("titles/secondary-title")
    if title is not None and is_article:
        full = record.says("periodical/full-title")
        if full in ("", title.words) or put(draft, "journal.abbreviation", title.take()):
            put(draft, "journal.title", title.take())
            title.use()
    for branch in record.all("periodical/abbr-1", "periodical/abbr-2"):
        if branch.words and branch.words != record.says("periodical/full-title"):
            put(draft, "journal.abbreviation", branch.take())
    for branch in record.all("isbn", "issn"):
        _numbers(draft, branch, is_article=is_article)


def _numbers(draft: Map, branch: Branch, *, is_article: bool) -> None:
    found = list(_ISSN.finditer(branch.words))
    if not found or not (is_article or _ISSN.fullmatch(branch.words)):
        put(draft, "isbn", None if is_article else branch.take())
        return
    kinds = {_MEDIA.get((each[2] or "").lower(), ""): each[1] for each in reversed(found)}
    if set(kinds) == {""}:
        put(draft, "journal.issn", Text(found[0][1], branch.place))
    for kind, number in kinds.items():
        if kind:
            put(draft, f"journal.issn.{kind}", Text(number, branch.place))
    branch.use()


def _pages(draft: Map, record: Branch) -> None:
    """Pages; what begins with an address or has no number stays for the report."""
    branch = record.one("pages")
    if branch is not None and re.search(r"\d", branch.words) and "://" not in branch.words:
        put(draft, "pages", branch.take())
    section = record.one("section")
    if section is not None and section.words and section.words == _first_page(branch):
        section.use()


def _first_page(branch: Branch | None) -> str:
    """The first page of a range."""
    return re.split(r"[-–]", branch.words)[0].strip() if branch is not None else ""


def _dates(draft: Map, record: Branch) -> None:
    year = record.one("dates/year")
    if year is None or not year.words:
        return
    printed = record.one("dates/pub-dates/date")
    words = f"{year.taken()} {printed.taken()}".strip() if printed is not None and printed.words else year.taken()
    found = re.match(r"(\d{4}) (?:\1[/ ])?([A-Za-z]{3,9}|\d\d?)(?:[ /-](\d\d?))?$", words)
    date = iso_date(found[1], found[2], found[3] or "") if found else words
    put(draft, "published", [fields(year.place, date=Text(date, year.place))])
    edition = record.one("edition")
    if edition is not None and (early := re.match(r"(\d{4})/(\d\d)/(\d\d)$", edition.words)):
        form, day = Text("electronic", edition.place), Text("-".join(early.groups()), edition.place)
        add(draft, "published", fields(edition.place, format=form, date=day))
        edition.use()


def _identifiers(draft: Map, record: Branch) -> None:
    number = record.one("electronic-resource-num")
    if number is not None and number.words:
        is_doi = doi_fault(tidy_doi(number.words.split()[0])) is None
        put(
            draft,
            "doi" if is_doi else "ids.other",
            Text(number.words.split()[0] if is_doi else number.words, number.place),
        )
        number.use()
    for field, pattern, key in (
        ("custom2", r"PMC\d+", "ids.pmcid"),
        ("custom6", r"(?:NIHMS|EMS)\w+", "ids.manuscript"),
    ):
        branch = record.one(field)
        if branch is not None and re.fullmatch(pattern, branch.words):
            put(draft, key, branch.take())


def _keywords(draft: Map, record: Branch) -> None:
    """Keywords; an asterisk marks a main topic of an index, and is not a part of the word."""
    found = []
    for branch in record.all("keywords/keyword"):
        text = marked(branch)
        if text is not None:
            found.append(Text(str(text.value).replace("*", ""), text.place))
    put(draft, "keywords", listed(found))
