"""OJS native XML: issues, issues with sections, or articles; of OJS 2.4.8 and of 3.1 to 3.5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jats.draft import Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.drafting import add, by_language, fields, language_tag, put
from jats.importers.exports.marked_text import marked
from jats.importers.exports.placing import fill, report_left, table
from jats.importers.ojs.parts import HOWS, authors_of, keywords_of, localised, subjects_of
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of
from jats.vocab.article_types import find_article_type

TITLE = "OJS native XML"
_ROOTS = frozenset(
    ("issues", "issue", "articles", "article", "submissions", "publications", "publication", "preprints", "preprint")
)
_OF_OJS = re.compile(r"pkp\.sfu\.ca|PKP//OJS")
_LIKE_OJS = re.compile(r"<(?:issue_identification|indexing|galley|firstname|article_galley|section)\b")
_EMBEDDED = re.compile(rb"(<(?:\w+:)?embed\b[^>]*>)([^<]+)(?=<)")
_PUBLISHED = "3"


def _detects(source: Source) -> str | None:
    root, namespace = root_of(source.head) or ("", "")
    if root not in _ROOTS:
        return None
    if namespace == "http://pkp.sfu.ca" or _OF_OJS.search(source.head):
        return f"its root element is {root} of an export of PKP's software"
    if root in ("issues", "articles", "issue") and "<article" in source.head and _LIKE_OJS.search(source.head):
        return f"its root element is {root}, with articles as OJS 2 exports them"
    return None


@importer("ojs", title=TITLE, suffixes=(".xml",), detects=_detects, in_folders=True)
def read_ojs(source: Source, note: Note) -> Iterator[Map]:
    """One draft per article, with what its issue and section say."""
    root = xml_branch(_without_files(source), TITLE, note)
    if root is None:
        return
    for issue, section, article, is_last in _articles(root):
        draft = _Article(article, issue, section, note).draft()
        if issue is not None and is_last:
            report_left(_Shallow(issue), table("ojs"), note, "issue")
        yield draft


def _without_files(source: Source) -> Source:
    """The source without the content of embedded files; every line stays where it is."""
    if b"embed" not in source.data:
        return source
    data = _EMBEDDED.sub(lambda found: found[1] + b"\n" * found[2].count(b"\n"), source.data)
    return Source(source.name, data, source.folder, keep_phones=source.keep_phones)


_Found = tuple[Branch | None, Branch | None, Branch, bool]


def _articles(root: Branch) -> Iterator[_Found]:
    """Each article with its issue, in OJS 2 its section, and whether it is the last of its issue."""
    if root.name in ("issues", "issue"):
        for issue in [root] if root.name == "issue" else root.all("issue"):
            found: list[tuple[Branch | None, Branch]] = [
                (None, each) for each in issue.all("articles/article", "article")
            ]
            found += [(section, each) for section in issue.all("section") for each in section.all("article")]
            for section, article in found:
                yield issue, section, article, article is found[-1][1]
    elif root.name in ("article", "publication", "preprint"):
        yield None, None, root, True
    else:
        for article in root.all("article", "publication", "submission", "preprint"):
            yield None, None, article, True


class _Shallow(Branch):
    """An issue without its articles, for the report of what was not taken."""

    __slots__ = ()

    def __init__(self, issue: Branch) -> None:
        below = [
            each if each.name != "section" else _Shallow(each)
            for each in issue.below
            if each.name not in ("articles", "article")
        ]
        super().__init__(issue.name, issue.place, None, below)


@dataclass(slots=True)
class _Article:
    """One article of the export on its way to a draft; `versions` are its publications, the one to take first."""

    article: Branch
    issue: Branch | None
    section: Branch | None
    note: Note
    versions: list[Branch] = field(default_factory=list)
    language: str = ""

    def draft(self) -> Map:
        self.versions = _publications(self.article)
        self.language = self._language()
        draft = Map(self.article.place)
        put(draft, "language", self._said_language())
        self._identifiers(draft)
        self._type_and_section(draft)
        put(draft, "title", self._titles())
        self._by_table(draft)
        authors_of(draft, self.versions[0], self.language, self._contact())
        keywords_of(draft, self.versions, self.language)
        subjects_of(draft, self.versions, self.language)
        self._funding(draft)
        self._dates(draft)
        for language in self.versions[0].all("languages/language", "@language"):
            if language_tag(language.words) == self.language:
                language.use()
        for citation in self.versions[0].all("citations/citation", "citation"):
            add(draft, "references", marked(citation))
        self._report()
        return draft

    def _language(self) -> str:
        places = [*self.versions, self.article]
        for where in places:
            if locale := where.says("@locale") or where.says("@language"):
                return language_tag(locale)
        return next((language_tag(title.says("@locale")) for title in self.versions[0].all("title") if title.words), "")

    def _said_language(self) -> Text | None:
        return Text(self.language, self.article.place) if self.language else None

    def _contact(self) -> str:
        return self.versions[0].says("@primary_contact_id")

    def _identifiers(self, draft: Map) -> None:
        for where in dict.fromkeys((self.versions[0], self.article)):
            for one in where.all("id"):
                kind = one.says("@type")
                if kind == "internal" or not one.words:
                    one.use()
                    continue
                key = "doi" if kind == "doi" else f"ids.{'publisher-id' if kind in ('public', '') else kind}"
                if put(draft, key, Text(one.words, one.place)):
                    one.use()
            if public := where.one("@public_id"):
                put(draft, "ids.publisher-id", public.take())
        for one in self.issue.all("id") if self.issue else ():
            kind = one.says("@type")
            one.use()
            if kind != "internal" and one.words:
                put(
                    draft, f"issue_ids.{'publisher-id' if kind in ('public', '') else kind}", Text(one.words, one.place)
                )

    def _titles(self) -> Node | None:
        has_title = any(title.words for version in self.versions for title in version.all("title"))
        prefixes = {tag: str(text.value) for tag, text in self._localised("prefix") if text} if has_title else {}
        return by_language(
            ((tag, _with_prefix(text, prefixes.get(tag, ""))) for tag, text in self._localised("title")), self.language
        )

    def _localised(self, *paths: str) -> list[tuple[str, Text | None]]:
        branches = [branch for version in self.versions for branch in version.all(*paths)]
        return localised(branches, self.language)

    def _by_table(self, draft: Map) -> None:
        hows = HOWS(self.language)
        fill(draft, _Together(self.versions), table("ojs").sections["article"], hows)
        for where in (*self.versions, self.article, self.issue):
            fill(draft, where, table("ojs").sections["issue"], hows)
        if self.issue is not None:
            fill(draft, self.issue, table("ojs").sections["issue 2"], hows)

    def _type_and_section(self, draft: Map) -> None:
        titles = self._section_titles()
        for tag, text in titles:
            if text is not None:
                other = tag not in ("", self.language)
                language = Text(tag, text.place) if other else None
                group = fields(text.place, type=Text("heading", text.place), language=language, subjects=text)
                add(draft, "subjects", group)
        self._type(draft, [text for _, text in titles if text is not None])

    def _type(self, draft: Map, headings: list[Text]) -> None:
        said = [branch for version in self.versions for branch in version.all("type", "indexing/type")]
        for branch in said:
            if (known := find_article_type(branch.words)) and put(draft, "type", Text(known, branch.place)):
                branch.use()
                return
        for heading in headings:
            known = find_article_type(str(heading.value))
            if known and known != "research-article":
                put(draft, "type", Text(known, heading.place))
                self.note(codes.uncertain(heading.place, ("type",), known, f"because of the section {heading.value}"))
                return

    def _section_titles(self) -> list[tuple[str, Text | None]]:
        """The titles of the article's section, by language; without them what it is called by."""
        section = self.section
        ref = self.versions[0].one("@section_ref") or self.article.one("@section_ref")
        if section is None and ref is not None and self.issue is not None:
            sections = self.issue.all("sections/section")
            section = next((each for each in sections if each.says("@ref") == ref.words), None)
        for where in (*self.versions, self.article) if section is not None else ():
            where.use("@section_ref")
        if section is not None and any(title.words for title in section.all("title")):
            return localised(section.all("title"), self.language)
        return []

    def _funding(self, draft: Map) -> None:
        for branch in [each for version in self.versions for each in version.all("agencies/agency", "sponsor")]:
            tag = language_tag(branch.says("@locale"))
            name = branch.one("name") or branch
            if tag in ("", self.language) or "funding" not in draft.items:
                funder = fields(branch.place, name=name.take(), language=self._other(tag, branch))
                if identifier := branch.one("identifier"):
                    _funder_id(funder, identifier)
                add(draft, "funding", fields(branch.place, funder=funder))

    def _other(self, tag: str, branch: Branch) -> Text | None:
        return Text(tag, branch.place) if tag not in ("", self.language) else None

    def _dates(self, draft: Map) -> None:
        own = [where.one("@date_published") or where.one("date_published") for where in (*self.versions, self.article)]
        of_issue = self.issue.one("date_published") if self.issue else None
        published = next((_day(branch) for branch in (*own, of_issue) if branch is not None and branch.words), None)
        if published is not None:
            add(draft, "published", fields(published.place, date=published))
        for where in (*self.versions, self.article, self.issue):
            year = where.take("issue_identification/year", "year") if where else None
            if year is not None:
                add(draft, "published", fields(year.place, type=Text("collection", year.place), date=year))
                break
        submitted = self.versions[0].one("@date_submitted") or self.article.one("@date_submitted")
        if submitted is not None and (published is None or submitted.words[:10] <= str(published.value)):
            put(draft, "history.received", _day(submitted))

    def _report(self) -> None:
        """What was left of the article, once for all its versions in different languages."""
        main = self.versions[0]
        said = {(path, branch.words) for path, branch in main.left("publication")}
        for other in self.versions[1:]:
            for path, branch in list(other.left("publication")):
                if (path, branch.words) in said or branch.words == main.says(path.partition("/")[2]):
                    branch.used = True
            report_left(other, table("ojs"), self.note, "publication")
        if main is not self.article:
            report_left(main, table("ojs"), self.note, "publication")
            self._other_versions()
        report_left(self.article, table("ojs"), self.note, "article")

    def _other_versions(self) -> None:
        taken = set(map(id, self.versions))
        others = [each for each in self.article.all("publication", "pkppublication") if id(each) not in taken]
        for each in (*others, *self.versions):
            each.use()
        if others:
            names = [f"version {_version(each)}" for each in others]
            self.note(codes.left_out(others[0].place, (), names, "another version of the article is its current one"))


class _Together(Branch):
    """Several versions as one, for values by language."""

    __slots__ = ()

    def __init__(self, versions: list[Branch]) -> None:
        below = list(versions[0].below)
        for other in versions[1:]:
            below += [each for each in other.below if any(one.name == "@locale" for one in each.below)]
        super().__init__(versions[0].name, versions[0].place, None, below)


def _publications(article: Branch) -> list[Branch]:
    """The current publication, then those of the same version in other languages; before OJS 3.2 the article itself."""
    found = article.all("publication", "pkppublication")
    if not found:
        return [article]
    current = article.says("@current_publication_id")
    by_id = [each for each in found if current and current in (each.says("id"), each.says("@id"))]
    published = [each for each in found if each.says("@status") == _PUBLISHED]
    main = by_id[0] if by_id else published[-1] if published else found[-1]
    same = [each for each in found if _version(each) == _version(main) and each.says("@locale")]
    if not by_id and len(same) > 1 and main.says("@locale"):
        main = same[0]
    others = [each for each in same if each is not main and each.says("@locale") != main.says("@locale")]
    return [main, *others]


def _version(publication: Branch) -> str:
    major, minor = publication.says("@version_major"), publication.says("@version_minor")
    return f"{major}.{minor or 0}" if major else publication.says("@version")


def _with_prefix(title: Text | None, prefix: str) -> Text | None:
    """A title with the article that the platform sorts without: "The"; some versions have it in the title already."""
    if title is None or not prefix or str(title.value).casefold().startswith(f"{prefix} ".casefold()):
        return title
    joint = "" if prefix.endswith(("'", "’")) else " "
    return Text(f"{prefix}{joint}{title.value}", title.place)


def _day(branch: Branch) -> Text | None:
    """A date without the time; what OJS 2 wrote of an unknown day, such as `2018--`, is the year."""
    text = branch.take()
    if text is None:
        return None
    found = re.match(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d.*|-+)?$", str(text.value))
    return Text(found[1], text.place) if found else text


def _funder_id(funder: Map, identifier: Branch) -> None:
    value = identifier.words
    key = "ror" if "ror.org/" in value else "doi" if "10.13039/" in value else "url" if "://" in value else "ids.other"
    put(funder, key, identifier.take())
