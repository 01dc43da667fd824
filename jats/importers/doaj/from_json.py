"""DOAJ article JSON: the API's article, or its answer to a search."""

from __future__ import annotations

from collections.abc import Iterator

from jats.draft import Map, Text
from jats.findings import Note
from jats.importers.exports.affiliations import printed
from jats.importers.exports.branches import Branch, json_branches
from jats.importers.exports.drafting import add, fields, iso_date, language_tag, pages_in, put
from jats.importers.exports.hows import HOWS
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source

TITLE = "DOAJ article JSON"
_IDENTIFIERS = {"doi": "doi", "pissn": "journal.issn.print", "eissn": "journal.issn.electronic", "issn": "journal.issn"}


def _detects(source: Source) -> str | None:
    if source.head.lstrip()[:1] not in ("{", "["):
        return None
    return "it has bibjson, as DOAJ writes it" if '"bibjson"' in source.text[:400_000] else None


@importer("doaj-json", title=TITLE, suffixes=(".json",), detects=_detects)
def read_doaj_json(source: Source, note: Note) -> Iterator[Map]:
    """One draft per article."""
    for root in json_branches(source, note):
        for article in root.all("results", "article", "articles") or [root]:
            bibjson = article.one("bibjson")
            if bibjson is None:
                continue
            draft = _draft(bibjson)
            report_left(article, table("doaj"), note)
            yield draft


def _draft(article: Branch) -> Map:
    draft = Map(article.place)
    languages = article.all("journal/language")
    if len(languages) == 1:
        put(draft, "language", Text(language_tag(languages[0].words), languages[0].place))
        languages[0].use()
    fill(draft, article, table("doaj").sections["json"], HOWS)
    for branch in article.all("author"):
        person = fields(branch.place, name=branch.take("name"), orcid=branch.take("orcid_id"))
        put(person, "affiliations", printed(branch.take("affiliation")))
        add(draft, "authors", person)
    for branch in article.all("identifier"):
        kind = branch.says("type").lower()
        put(draft, _IDENTIFIERS.get(kind, f"ids.{kind or 'other'}"), branch.take("id"))
    put(
        draft,
        "pages",
        pages_in(article, ("start_page", "journal/start_page"), ("end_page", "journal/end_page")),
    )
    year = article.one("year")
    if year is not None and year.words:
        put(draft, "published", Text(iso_date(year.taken(), article.taken("month")), year.place))
    _subjects(draft, article)
    _licence(draft, article)
    put(draft, "url", [fields(each.place, url=text) for each in article.all("link") if (text := each.take("url"))])
    return draft


def _subjects(draft: Map, article: Branch) -> None:
    """Subjects by the scheme that they come from."""
    groups: dict[str, list[Map]] = {}
    for branch in article.all("subject"):
        term = fields(branch.place, code=branch.take("code"), text=branch.take("term"))
        groups.setdefault(branch.says("scheme"), []).append(term)
    for scheme, terms in groups.items():
        place = terms[0].place
        group = fields(place, type=Text(scheme.lower(), place) if scheme else None, subjects=terms)
        if scheme:
            put(group, "vocabulary", Text(scheme, place))
        add(draft, "subjects", group)


def _licence(draft: Map, article: Branch) -> None:
    """The journal's licence by its short name; the address beside it leads to a page of the journal."""
    for branch in article.all("journal/license"):
        name = branch.take("type") or branch.take("title")
        url = branch.one("url")
        if url is not None and "creativecommons.org" in url.words:
            put(draft, "license", fields(branch.place, url=url.take()))
        else:
            put(draft, "license", _named(name))


def _named(name: Text | None) -> Map | Text | None:
    """A licence by its name; one of Creative Commons without its version is only words."""
    if name is None or any(sign.isdigit() for sign in str(name.value)):
        return name
    return fields(name.place, text=name)
