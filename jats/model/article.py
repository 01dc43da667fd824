"""The article, in the order in which an editor fills it in; and the two files that articles inherit from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from jats.model.abstracts import Abstracts
from jats.model.affiliations import Affiliations
from jats.model.appendices import Appendices
from jats.model.back import (
    Acknowledgements,
    BackNotes,
    BackOrder,
    Biographies,
    DataAvailabilities,
    Statements,
)
from jats.model.base import (
    AlsoAs,
    Data,
    Flag,
    IdMap,
    LinkedIdMap,
    LocalizedNames,
    String,
    Strings,
    clean_text,
    item_or_list,
    listed,
    refuse,
)
from jats.model.blocks import Blocks
from jats.model.body import Body
from jats.model.conferences import Meetings
from jats.model.counts import ArticleCounts
from jats.model.custom import CustomMetas
from jats.model.dates import Date, History, Published
from jats.model.events import PublicationEvents
from jats.model.footnotes import Footnotes
from jats.model.funding import Awards, FundingStatements, Supports
from jats.model.glossary import Glossaries
from jats.model.identifiers import Doi, Language
from jats.model.issue import OtherIssues, Supplement
from jats.model.journal import Isbns, Journal
from jats.model.keywords import AllSeries, Keywords, Subjects
from jats.model.notes import Correspondences, Interests, Notes, NotesHeading
from jats.model.parts import (
    from_doi,
    language_forms,
    must_say,
    parts_by_language,
    parts_by_type,
    type_forms,
    without_parts,
)
from jats.model.people import Contributor, ContributorGroup, ContributorGroups, Contributors
from jats.model.permissions import Copyright, FreeAccess, Licenses
from jats.model.processing import ArticleProcessing
from jats.model.products import Products
from jats.model.references import Pages, References
from jats.model.related import RelatedArticles, RelatedObjects
from jats.model.running_text import LocalizedInline, LocalizedInlines
from jats.model.supplementary import SupplementaryMaterials
from jats.model.titles import AltTitles
from jats.model.versions import ArticleVersions
from jats.model.web import WebAddresses

FormatNumber = Annotated[Literal["1"], BeforeValidator(clean_text), WithJsonSchema({"enum": [1, "1"]})]


class Article(Data):
    """Everything that is known of one article."""

    format: FormatNumber = "1"
    """The version of this file's format."""
    journal: Journal | None = None
    """The journal; usually in journal.yaml."""
    type: String = "research-article"
    """research-article, review-article, editorial, book-review, correction …"""
    language: Language | None = None
    """The language of the article: en, uk, pt-BR …"""
    doi: Doi | None = None
    """The DOI without https://doi.org/."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers by type: publisher-id, pmid, pmcid, arxiv …"""
    version: ArticleVersions = ()
    """Which version of the article it is: VoR, AM, preprint …"""
    subjects: Subjects = ()
    """The section of the issue (`heading`), and classifications: udc, jel, msc …"""
    series: AllSeries = ()
    """The series of articles, inside the journal, that it belongs to."""
    title: LocalizedInline | None = None
    """The title; translations by language tag."""
    subtitle: LocalizedInlines | None = None
    """The subtitle, or several; translations by language tag."""
    alt_titles: AltTitles = ()
    """Other forms of the title, by what they are for: running-head, short …"""
    title_notes: Notes = ()
    """Footnotes to the title."""
    authors: Contributors = ()
    """The authors in order."""
    contributors: Contributors = ()
    """Other contributors, each with its `type`: editor, translator, reviewer …"""
    contributor_groups: ContributorGroups = ()
    """Further contributors in groups of their own: editors, members listed apart …"""
    affiliations: Affiliations = ()
    """Institutions that authors name by `id`."""
    correspondence: Correspondences = ()
    """Where letters go, as printed."""
    notes: Notes = ()
    """Notes on the authors: conflicts of interest, present addresses …"""
    conflict_of_interest: Interests = ()
    """The statement on conflicts of interest; translations by language tag."""
    notes_heading: NotesHeading | None = None
    """The heading of these notes."""
    published: Published = ()
    """The dates of publication."""
    undated: Flag = False
    """The date of publication isn't known."""
    volume: String | None = None
    """The volume."""
    volume_ids: LinkedIdMap = Field(default_factory=dict)
    """Identifiers of the volume by type."""
    volume_series: String | None = None
    """The series that the volume is counted in."""
    issue: String | None = None
    """The issue's number."""
    issue_ids: LinkedIdMap = Field(default_factory=dict)
    """Identifiers of the issue by type: its DOI …"""
    issue_title: LocalizedInline | None = None
    """The issue's own title, as of a special issue."""
    issue_subtitle: LocalizedInlines | None = None
    """The subtitle of that title, or several."""
    issue_sponsors: LocalizedNames = ()
    """Who paid for the issue; each in one language, or by language tag."""
    issue_part: String | None = None
    """The part of the issue."""
    other_issues: OtherIssues = ()
    """Other issues that hold the article too."""
    isbn: Isbns = Field(default_factory=dict)
    """The ISBN of proceedings that the article is in, or those by kind."""
    supplement: Supplement | None = None
    """The supplement that the article is in."""
    pages: Pages | None = None
    """First and last page: 8-14."""
    elocation_id: String | None = None
    """The article's number, if there are no pages."""
    sequence: String | None = None
    """The place among the articles that start on the same page, or in the issue: 2."""
    history: History = ()
    """received, revised, accepted …"""
    events: PublicationEvents = ()
    """What happened to the article around its publication: preprint, corrected …, with identifiers."""
    conference: Meetings = ()
    """The conference at which the article was given."""
    copyright: Copyright | None = None
    """The copyright line."""
    license: Licenses = ()
    """The licence: CC BY 4.0."""
    free_to_read: FreeAccess = None
    """Whether everybody may read it without paying: yes, or from which day on, or from when to when."""
    embargo: Date | None = None
    """The day on which an article that is closed at first becomes free to read."""
    url: WebAddresses = ()
    """The addresses of the article's page, PDF …"""
    products: Products = ()
    """The books, films, programs … that the article reviews."""
    supplementary_material: SupplementaryMaterials = ()
    """Files that belong to the article: data, videos, questionnaires …"""
    related_articles: RelatedArticles = ()
    """Other articles that this one corrects, retracts, comments on …, by type."""
    related_objects: RelatedObjects = ()
    """Trials, data sets, reviewed works and other things that the article is about, or belongs to."""
    abstract: Abstracts = ()
    """The abstract; translations by language tag."""
    keywords: Keywords = ()
    """The keywords; translations by language tag."""
    funding: Awards = ()
    """Grants."""
    support: Supports = ()
    """Support in other ways than by money: equipment, data, staff …"""
    funding_statement: FundingStatements = ()
    """The funding statement as printed; translations by language tag."""
    open_access_statement: Blocks = ()
    """The body that pays for the article to be free to read, as printed."""
    acknowledgements: Acknowledgements = ()
    """Thanks; translations by language tag."""
    data_availability: DataAvailabilities = ()
    """Where the data are; translations by language tag."""
    statements: Statements = ()
    """Other statements by their headings: `{Ethics: …, Author contributions: …}`."""
    footnotes: Footnotes = ()
    """Footnotes after the text."""
    glossary: Glossaries = ()
    """Terms or abbreviations and what they mean: `{HW: high water}`."""
    back_notes: BackNotes = ()
    """Notes after the text, by their headings: `{Note added in proof: …}`."""
    biographies: Biographies = ()
    """Texts about the authors that follow the article."""
    appendices: Appendices = ()
    """Appendices by their headings: `{Appendix A: …}`."""
    body: Body | None = None
    """The text of the article, as the `<body>` of JATS: the name of a file in this folder or below it, or the markup itself."""
    references: References = ()
    """The reference list."""
    counts: ArticleCounts = None
    """Whether to say how many pages and references there are: yes, or the numbers of figures, tables, words … beside."""
    back_order: BackOrder = ()
    """What comes first after the text, as names of these fields; those that aren't named follow in the usual order."""
    content_languages: Annotated[tuple[Language, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """The languages that the text is written in, if there are several."""
    processing: ArticleProcessing = None
    """What programs should know of the file that is made: yes, the rules that it keeps (pmc, jats4r), or more."""
    specific_use: String | None = None
    """What this file of the article is for, if there are several."""
    custom: CustomMetas = ()
    """Metadata for which JATS has no element, by name."""
    translations: Translations = ()
    """The whole article in other languages, by language tag: the DOI of each, and what else differs."""
    sub_articles: SubArticles = ()
    """Articles inside this one, by type: reply, reviewer-report, letter …"""
    responses: Responses = ()
    """Responses to this article inside it, by type: reply, discussion …"""

    @model_validator(mode="after")
    def _subtitles_have_titles(self) -> Article:
        for title, subtitle in (("title", "subtitle"), ("issue_title", "issue_subtitle")):
            self._check_subtitles(title, subtitle)
        return self

    @model_validator(mode="after")
    def _forms_have_titles(self) -> Article:
        for field in ("alt_titles", "title_notes"):
            if getattr(self, field) and self.title is None:
                raise refuse("at_field", "has no title beside it: give title", field=field)
        return self

    @model_validator(mode="after")
    def _free_from_one_day(self) -> Article:
        if self.embargo is not None and self.free_to_read is not None and self.free_to_read.start is not None:
            raise refuse("at_field", "says when it becomes free, and so does free_to_read: give one", field="embargo")
        return self

    @model_validator(mode="after")
    def _dated_or_not(self) -> Article:
        if self.undated and self.published:
            raise refuse("at_field", "contradicts published: give one of them", field="undated")
        return self

    def _check_subtitles(self, title: str, subtitle: str) -> None:
        titled = {self._tag(tag) for tag in getattr(self, title) or {}}
        for tag in getattr(self, subtitle) or {}:
            if self._tag(tag) not in titled:
                words = f"has no title beside it: give {title}{tag and '.' + tag}"
                raise refuse("at_field", words, field=subtitle + (tag and "/" + tag))

    def people(self) -> Iterator[tuple[tuple[str | int, ...], tuple[Contributor | ContributorGroup, ...]]]:
        """All contributors, with the fields that hold them; members of groups are in their groups."""
        yield ("authors",), self.authors
        if self.contributors:
            yield ("contributors",), self.contributors
        if self.contributor_groups:
            yield ("contributor_groups",), self.contributor_groups
        if self.supplement:
            yield ("supplement", "contributors"), self.supplement.contributors

    def parts(self) -> Iterator[tuple[tuple[str | int, ...], SubArticle]]:
        """The articles inside this one, with the fields that hold them, but not those inside these."""
        for field in PARTS:
            for index, part in enumerate(getattr(self, field)):
                yield (field, index), part

    def _tag(self, tag: str) -> str:
        """A language key, that of the article's own language being the empty one."""
        return "" if tag.casefold() == (self.language or "").casefold() else tag.casefold()


PARTS = ("translations", "sub_articles", "responses")
"""Fields with articles inside the article."""


class SubArticle(Article):
    """An article inside another one: what it doesn't say is as in that one."""

    short_form = "its DOI"

    id: String | None = None
    """The name by which the article points to it; made by itself if it is missing."""
    type: String = "translation"
    """What it is: reply, reviewer-report, letter …; a translation needn't say it."""
    translated_by: String | None = None
    """Who made a translation: author, editor, translator, machine, or somebody else in words."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The DOI alone."""
        return from_doi(text)

    @model_validator(mode="after")
    def _is_inside(self) -> Self:
        for name in ("format", "journal"):
            if name in self.model_fields_set:
                raise refuse("at_field", "is taken from the article that contains this one: leave it out", field=name)
        return self


Translations = Annotated[
    tuple[SubArticle, ...],
    BeforeValidator(parts_by_language),
    must_say("language", "es, pt-BR …"),
    AlsoAs(language_forms),
]
"""Translations by language tag, or a list."""

SubArticles = Annotated[
    tuple[SubArticle, ...],
    BeforeValidator(parts_by_type),
    must_say("type", "reply, reviewer-report …"),
    AlsoAs(type_forms),
]
"""Articles inside the article by type, or a list."""

Responses = Annotated[SubArticles, AfterValidator(without_parts)]
"""Responses by type, or a list."""

Article.model_rebuild()
SubArticle.model_rebuild()


class Defaults(Article):
    """Fields that every article of a journal or issue has unless it says otherwise."""

    model_config = ConfigDict(defer_build=True)  # a build needs the article alone, and these are as large

    @model_validator(mode="after")
    def _subtitles_have_titles(self) -> Defaults:
        return self

    @model_validator(mode="after")
    def _forms_have_titles(self) -> Defaults:
        return self


class JournalFile(Journal):
    """`journal.yaml`: the journal, and what holds for all its articles."""

    model_config = ConfigDict(defer_build=True)

    format: FormatNumber = "1"
    """The version of this file's format."""
    defaults: Defaults | None = None
    """Fields of every article: language, license …"""
    targets: Strings = ()
    """The services that articles go to: pmc, crossref, doaj …"""


class IssueFile(Defaults):
    """`issue.yaml`: what all articles of an issue share; any field of an article."""
