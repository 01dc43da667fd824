"""What variants can't hold, as a table: one row a field and place, judged by the schema of each variant.

The functions that write don't ask this table, they ask the schema; it says beforehand what they will report, for people and
for a test that wants every loss to be on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.back_rows import BACK_ROWS, section_rows
from jats.elements.build import SET_ASIDE, Loss
from jats.elements.inline import PLAIN
from jats.elements.people_rows import PEOPLE_ROWS
from jats.elements.references.rows import reference_rows
from jats.elements.rows import Row, vocabulary_rows
from jats.elements.shapes import Grammar
from jats.model.article import PARTS


def _web_addresses(field: str) -> Iterator[Row]:
    """What versions lack for an address on the web."""
    yield Row(f"{field}.language", "@hreflang", "self-uri", SET_ASIDE)
    yield Row(f"{field}.media_type", "@mimetype", "self-uri", SET_ASIDE)
    yield Row(f"{field}.authority", "@assigning-authority", "self-uri", SET_ASIDE)


def _custom(field: str) -> Iterator[Row]:
    """What versions lack for a value of the journal's own."""
    yield from vocabulary_rows(field, "custom-meta")
    yield Row(f"{field}.authority", "@assigning-authority", "custom-meta", SET_ASIDE)


def _words(field: str, *tags: str) -> Iterator[Row]:
    """What versions lack for words that come from somewhere."""
    for tag in tags:
        for name in ("vocab", "vocab-identifier", "assigning-authority"):
            yield Row(field, "@" + name, tag, SET_ASIDE)
        for name in ("vocab-term", "vocab-term-identifier") if not tag.endswith("group") else ():
            yield Row(field, "@" + name, tag, SET_ASIDE)


def _awards(field: str) -> Iterator[Row]:
    """What versions lack for grants."""
    yield Row(f"{field}.funder[]*", "institution-wrap", "funding-source", SET_ASIDE)
    yield Row(f"{field}.recipients[].institution*", "institution-wrap", "principal-award-recipient", SET_ASIDE)
    yield Row(f"{field}.in_kind", "support-source", "award-group", "as funding-source")
    yield Row(f"{field}.numbers[].type", "@award-id-type", "award-id", SET_ASIDE)
    yield Row(f"{field}.numbers[].award_type", "@award-type", "award-id", SET_ASIDE)
    yield Row(f"{field}.numbers[].authority", "@assigning-authority", "award-id", SET_ASIDE)
    yield Row(f"{field}.numbers[].url", "@xlink:href", "award-id", SET_ASIDE)
    yield Row(f"{field}.id", "@id", "award-group", "as", when="it is no XML name, or taken")
    for step in ("funder[]", "recipients[].institution"):
        yield Row(f"{field}.{step}.ids.*", "@assigning-authority", "institution-id", SET_ASIDE)
    for step in ("recipients[]", "investigators[]"):
        yield Row(f"{field}.{step}.ids.*", "@assigning-authority", "contrib-id", SET_ASIDE)
    for tag, name in (("award-name", "name"), ("award-desc", "description")):
        yield Row(f"{field}.{name}[]*", tag, "award-group", SET_ASIDE)
        yield Row(f"{field}.{name}[]*", f"{tag} beside another", "award-group", SET_ASIDE, when="JATS 1.3")
        yield Row(f"{field}.{name}[].type", "@award-type", tag, SET_ASIDE)


_NUMBERED = ("journal.", "events[].")
"""What has an ISSN and an ISBN."""

_WORKS = ("related-article", "related-object", "product")
"""Elements that hold a cited work themselves."""

ROWS = (
    Row("journal", "journal-meta", "front"),
    Row("doi", "article-id", "article-meta"),
    Row("ids.*", "article-id", "article-meta"),
    Row("ids.*", "@assigning-authority", "article-id", SET_ASIDE),
    Row("version[]*", "article-version", "article-meta", SET_ASIDE),
    Row("version[]*", "article-version-alternatives", "article-meta", SET_ASIDE),
    Row("version[].date", "printed date", "article-version", SET_ASIDE, when="there is more of it than a day"),
    Row("version[].authority", "@assigning-authority", "article-version", SET_ASIDE),
    *vocabulary_rows("version[]", "article-version"),
    Row("processing*", "processing-meta", "article", SET_ASIDE),
    Row("processing*", "processing-meta", "sub-article", SET_ASIDE),
    Row("processing*", "processing-meta", "response", SET_ASIDE),
    Row("processing.language_groups", "@lang-grouping", "processing-meta", SET_ASIDE),
    *_custom("processing.custom[]"),
    Row("content_languages[]", "content-language", "article-meta", SET_ASIDE),
    Row("subjects", "article-categories", "article-meta"),
    Row("title.*", "trans-title-group", "title-group", unless="title-group"),
    Row("subtitle.*", "trans-title-group", "title-group", unless="title-group"),
    Row("subtitle*", "subtitle", "title-group", when="Authoring, and it is not the first"),
    Row("alt_titles[]", "alt-title", "title-group"),
    Row("title_notes", "fn-group", "title-group"),
    Row("title_notes[].id", "@id", "fn", "as", when="it is no XML name, or taken"),
    *PEOPLE_ROWS,
    Row("published[]", "pub-date", "article-meta"),
    Row("published[].date.text", "string-date", "pub-date", SET_ASIDE),
    Row("published[].date.era", "era", "pub-date", SET_ASIDE),
    Row("published[].date.season", "season", "pub-date", SET_ASIDE, when="month and season are given"),
    Row("published[]", "pub-date without year", "article-meta", "as", when="Publishing, and no year is given"),
    Row("published[].format", "@publication-format", "event", SET_ASIDE, when="the date has no year"),
    Row("published[].authority", "@assigning-authority", "pub-date", SET_ASIDE),
    Row("published[].authority", "@assigning-authority", "event", SET_ASIDE, when="the date has no year"),
    Row("history[].format", "@publication-format", "event", SET_ASIDE, when="the date has no year"),
    Row("undated", "pub-date-not-available", "article-meta", SET_ASIDE),
    Row("volume", "volume", "article-meta"),
    Row("issue", "issue", "article-meta"),
    Row("issue_title", "issue-title", "article-meta"),
    Row("issue_subtitle*", "issue-title-group", "article-meta", SET_ASIDE),
    Row("volume_ids.*", "volume-id", "article-meta"),
    Row("volume_ids.*", "@assigning-authority", "volume-id", SET_ASIDE),
    Row("volume_ids.*", "@xlink:href", "volume-id", SET_ASIDE),
    Row("volume_series", "volume-series", "article-meta"),
    Row("issue_ids.*", "issue-id", "article-meta"),
    Row("issue_ids.*", "@assigning-authority", "issue-id", SET_ASIDE),
    Row("issue_ids.*", "@xlink:href", "issue-id", SET_ASIDE),
    Row("issue_sponsors[]*", "issue-sponsor", "article-meta"),
    Row("issue_part", "issue-part", "article-meta"),
    Row("other_issues[]*", "volume-issue-group", "article-meta", SET_ASIDE),
    Row("other_issues[].volume_ids.*", "@assigning-authority", "volume-id", SET_ASIDE),
    Row("other_issues[].volume_ids.*", "@xlink:href", "volume-id", SET_ASIDE),
    Row("other_issues[].issue_ids.*", "@assigning-authority", "issue-id", SET_ASIDE),
    Row("other_issues[].issue_ids.*", "@xlink:href", "issue-id", SET_ASIDE),
    Row("other_issues[].issue_subtitle*", "issue-title-group", "volume-issue-group", SET_ASIDE),
    Row("isbn.*", "isbn", "article-meta"),
    Row("supplement*", "supplement", "article-meta"),
    Row("sequence", "@seq", "article-meta", SET_ASIDE, when="there are no pages, no number, issue or volume"),
    Row("pages", "fpage", "article-meta"),
    Row(
        "pages.range", "page-range without fpage", "article-meta", "after", when="Publishing, and only a range is given"
    ),
    Row("elocation_id", "elocation-id", "article-meta"),
    Row("elocation_id", "elocation-id beside pages", "article-meta", SET_ASIDE, when="pages are given too"),
    Row("history[]", "history", "article-meta"),
    Row("history[].date.text", "string-date", "date", SET_ASIDE),
    Row("history[].date.era", "era", "date", SET_ASIDE),
    Row("history[].date.season", "season", "date", SET_ASIDE, when="month and season are given"),
    Row("history[]", "date without year", "article-meta", "as", when="Publishing, and no year is given"),
    Row("journal.ids.*", "@assigning-authority", "journal-id", SET_ASIDE),
    *(Row(f"{of}issn.*", "@assigning-authority", tag, SET_ASIDE) for of in _NUMBERED for tag in ("issn", "issn-l")),
    *(Row(f"{of}isbn.*", "@assigning-authority", "isbn", SET_ASIDE) for of in ("", *_NUMBERED)),
    Row("events[]*", "pub-history", "article-meta", SET_ASIDE),
    Row("events[]", "pub-history", "article-meta", "as date in history"),
    Row("events[].published[]*", "pub-date without year", "event", SET_ASIDE, when="no year is given"),
    Row("events[].date", "date without year", "event", SET_ASIDE, when="Publishing, and no year is given"),
    Row("events[].dates[]*", "date without year", "event", SET_ASIDE, when="Publishing, and no year is given"),
    Row("events[].printed_date", "string-date", "event", SET_ASIDE),
    Row("events[].date.text", "string-date", "date", SET_ASIDE),
    Row("events[].date.era", "era", "date", SET_ASIDE),
    Row("events[].date.season", "season", "date", SET_ASIDE, when="month and season are given"),
    Row(
        "journal.publisher[]*",
        "publisher beside another",
        "journal-meta",
        SET_ASIDE,
        when="before 1.4, and it is not the first",
    ),
    Row("journal.publisher[].ids.*", "@assigning-authority", "institution-id", SET_ASIDE),
    Row("journal.publisher[].*", "institution-wrap", "publisher-name", SET_ASIDE),
    Row("journal.publisher[].*", "institution-wrap", "publisher-name", SET_ASIDE, when="it has no name"),
    Row("journal.custom*", "custom-meta-group", "journal-meta", SET_ASIDE),
    *_web_addresses("journal.url[]"),
    *_web_addresses("url[]"),
    Row("supplementary_material[].language", "@hreflang", "supplementary-material", SET_ASIDE),
    Row("supplementary_material[].label", "label", "supplementary-material"),
    Row("supplementary_material[].ids.*", "@assigning-authority", "object-id", SET_ASIDE),
    Row("supplementary_material[].id", "@id", "supplementary-material", "as", when="it is no XML name, or taken"),
    Row("products[].id", "@id", "product", "as", when="it is no XML name, or taken"),
    Row("related_articles[].language", "@hreflang", "related-article", SET_ASIDE),
    Row("related_articles[].id", "@id", "related-article", "as", when="it is no XML name, or taken"),
    Row("related_objects[].language", "@hreflang", "related-object", SET_ASIDE),
    Row("related_objects[].id", "@id", "related-object", "as", when="it is no XML name, or taken"),
    *(Row("references[].date.text", "string-date", tag, "as comment") for tag in _WORKS),
    *(Row(f"{field}[]", "sub-article", "article") for field in PARTS),
    *(
        Row(
            "responses[]",
            "response beside sub-article",
            parent,
            "as sub-article",
            when="there are translations or others",
        )
        for parent in ("article", "sub-article")
    ),
    *(Row("translated_by", "@lang-source", tag, SET_ASIDE) for tag in ("sub-article", "response")),
    Row("id", "@id", "sub-article", "as", when="it is no XML name, or taken"),
    Row("id", "@id", "response", "as", when="it is no XML name, or taken"),
    *_custom("journal.custom[]"),
    *_custom("custom[]"),
    Row("custom[]*", "custom-meta-group", "article-meta"),
    Row(
        "journal.publisher[].place.*",
        "publisher-loc without publisher-name",
        "publisher",
        SET_ASIDE,
        when="it has no name",
    ),
    Row("license[].start", "ali:license_ref", "license", SET_ASIDE),
    Row("license[].start", "ali:license_ref", "license", SET_ASIDE, when="the licence has no address"),
    Row("license[].start", "printed date", "ali:license_ref", SET_ASIDE, when="its parts are given too"),
    Row("license[].applies_to", "@applies_to", "ali:license_ref", SET_ASIDE),
    Row("license[].applies_to", "ali:license_ref", "license", SET_ASIDE),
    Row("license[].applies_to", "ali:license_ref", "license", SET_ASIDE, when="the licence has no address"),
    Row("license[].type", "license without text", "permissions", SET_ASIDE, when="there is no text in it"),
    Row("free_to_read*", "ali:free_to_read", "permissions", SET_ASIDE),
    Row("embargo", "ali:free_to_read", "permissions", SET_ASIDE),
    Row("free_to_read*", "printed date", "ali:free_to_read", SET_ASIDE, when="its parts are given too"),
    Row("embargo", "printed date", "ali:free_to_read", SET_ASIDE, when="its parts are given too"),
    Row("license[].language", "license without text", "permissions", SET_ASIDE, when="there is no text in it"),
    *section_rows("abstract[]", "abstract"),
    *section_rows("abstract[]", "trans-abstract"),
    Row("abstract[].label", "label", "abstract"),
    Row("abstract[].label", "label", "trans-abstract"),
    Row("abstract[].ids.*", "object-id", "abstract", SET_ASIDE),
    Row("abstract[].ids.*", "object-id", "trans-abstract", SET_ASIDE),
    Row("abstract[].ids.*", "@assigning-authority", "object-id", SET_ASIDE),
    Row("abstract[].id", "@id", "abstract", "as", when="it is no XML name, or taken"),
    Row("abstract[].id", "@id", "trans-abstract", "as", when="it is no XML name, or taken"),
    *_words("keywords[]*", "kwd-group", "kwd", "compound-kwd"),
    Row("keywords[].label", "label", "kwd-group"),
    Row("series[]*", "article-categories", "article-meta"),
    *_words("subjects[]*", "subj-group", "subject", "compound-subject"),
    Row("keywords[]", "kwd-group", "article-meta", when="it has no keywords"),
    Row("subjects*", "subj-group", "article-categories", when="it has no subjects of its own"),
    *_awards("funding[]"),
    Row("support[]*", "support-group", "article-meta", SET_ASIDE),
    Row("support[].awards[]", "support-group", "article-meta", "in funding-group"),
    Row("support[].resources[].ids.*", "@assigning-authority", "resource-id", SET_ASIDE),
    *_awards("support[].awards[]"),
    Row("counts*", "counts", "article-meta", SET_ASIDE),
    *BACK_ROWS,
    *reference_rows(),
)
"""Every field that some variant can't hold; contributors and members of groups are as authors, listed affiliations as theirs."""

MARKS = (
    "italic", "bold", "sub", "sup", "sc", "underline", "strike", "monospace", "overline", "roman", "sans-serif",
    "ext-link", "inline-formula",
)  # fmt: skip
"""Marks in running text."""

TEXTS = {
    "title": ("article-title", "trans-title"),
    "subtitle": ("subtitle", "trans-subtitle"),
    "alt_titles": ("alt-title",),
    "journal.title": ("journal-title", "trans-title"),
    "journal.subtitle": ("journal-subtitle", "trans-subtitle"),
    "correspondence": ("corresp",),
    "notes, biographies, comments, abstracts": ("p",),
    "authors[].collaboration": ("collab", "collab-name"),
    "authors[].on_behalf_of": ("on-behalf-of",),
    "authors[].roles": ("role",),
    "events": ("event-desc",),
    "issue_title": ("issue-title", "trans-title"),
    "issue_subtitle": ("issue-subtitle", "trans-subtitle"),
    "supplement": ("supplement", "title"),
    "copyright.statement": ("copyright-statement",),
    "copyright.holder": ("copyright-holder",),
    "license.text": ("license-p",),
    "keywords": ("kwd",),
    "subjects": ("subject",),
    "funding_statement": ("funding-statement",),
    "related_articles, related_objects, products": _WORKS,
    "products[].price": ("price",),
    "supplementary_material[].attribution": ("attrib",),
    "conference.theme": ("conf-theme",),
    "glossary": ("term",),
    "custom": ("meta-value",),
}
"""Fields with running text, and their elements."""


def rows(grammar: Grammar) -> list[Row]:
    """What a variant can't hold; the marks that its elements of running text lack, and so become plain text, among it."""
    return [*(row for row in ROWS if row.holds(grammar)), *marks(grammar)]


def marks(grammar: Grammar) -> Iterator[Row]:
    """The marks that a variant's elements of running text lack."""
    for field, elements in TEXTS.items():
        for element in elements:
            lacking = [mark for mark in MARKS if not _has_mark(grammar, element, mark)]
            if grammar.mixed(element) and lacking:
                yield Row(field, ", ".join(lacking), element, PLAIN)


def _has_mark(grammar: Grammar, element: str, mark: str) -> bool:
    """Whether a mark may stand there; links may be `<uri>`, and links and formulas may be carried by `<named-content>`."""
    held = grammar.children(element)
    if mark in held or (mark == "ext-link" and "uri" in held):
        return True
    return (
        mark in ("ext-link", "inline-formula") and "named-content" in held and mark in grammar.children("named-content")
    )


def told(loss: Loss, grammar: Grammar) -> bool:
    """Whether a loss is on the table of its variant.

    Not on it, for they are told one by one: attributes that MathML doesn't have, languages that are no language tag, and what
    is written in JATS's own markup.
    """
    if loss.carried:
        return True
    if loss.moved == PLAIN:
        return loss.tag not in grammar.children(loss.parent) or loss.parent == "inline-formula"
    if loss.parent.startswith("mml:") or loss.tag == "@xml:lang of that kind":
        return True
    return any(row.tells(loss) for row in ROWS if row.holds(grammar))
