"""What variants can't hold, as a table: one row a field and place, judged by the schema of each variant.

The functions that write don't ask this table, they ask the schema; it says beforehand what they will report, for people and
for a test that wants every loss to be on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import TO_CUSTOM_META, Loss
from jats.elements.inline import PLAIN
from jats.elements.losses.back import BACK_ROWS, section_rows
from jats.elements.losses.people import PEOPLE_ROWS
from jats.elements.losses.references import reference_rows
from jats.elements.losses.rows import LossRow, vocabulary_rows
from jats.elements.shapes import Grammar
from jats.model.article import PARTS


def _web_addresses(field: str) -> Iterator[LossRow]:
    """What versions lack for an address on the web."""
    yield LossRow(f"{field}.language", "@hreflang", "self-uri", TO_CUSTOM_META)
    yield LossRow(f"{field}.media_type", "@mimetype", "self-uri", TO_CUSTOM_META)
    yield LossRow(f"{field}.authority", "@assigning-authority", "self-uri", TO_CUSTOM_META)


def _custom(field: str) -> Iterator[LossRow]:
    """What versions lack for a value of the journal's own."""
    yield from vocabulary_rows(field, "custom-meta")
    yield LossRow(f"{field}.authority", "@assigning-authority", "custom-meta", TO_CUSTOM_META)


def _words(field: str, *tags: str) -> Iterator[LossRow]:
    """What versions lack for words that come from somewhere."""
    for tag in tags:
        for name in ("vocab", "vocab-identifier", "assigning-authority"):
            yield LossRow(field, "@" + name, tag, TO_CUSTOM_META)
        for name in ("vocab-term", "vocab-term-identifier") if not tag.endswith("group") else ():
            yield LossRow(field, "@" + name, tag, TO_CUSTOM_META)


def _awards(field: str) -> Iterator[LossRow]:
    """What versions lack for grants."""
    yield LossRow(f"{field}.funder[]*", "institution-wrap", "funding-source", TO_CUSTOM_META)
    yield LossRow(f"{field}.recipients[].institution*", "institution-wrap", "principal-award-recipient", TO_CUSTOM_META)
    yield LossRow(f"{field}.in_kind", "support-source", "award-group", "as funding-source")
    yield LossRow(f"{field}.numbers[].type", "@award-id-type", "award-id", TO_CUSTOM_META)
    yield LossRow(f"{field}.numbers[].award_type", "@award-type", "award-id", TO_CUSTOM_META)
    yield LossRow(f"{field}.numbers[].authority", "@assigning-authority", "award-id", TO_CUSTOM_META)
    yield LossRow(f"{field}.numbers[].url", "@xlink:href", "award-id", TO_CUSTOM_META)
    yield LossRow(f"{field}.id", "@id", "award-group", "as", when="it is not an XML name, or is taken")
    for step in ("funder[]", "recipients[].institution"):
        yield LossRow(f"{field}.{step}.ids.*", "@assigning-authority", "institution-id", TO_CUSTOM_META)
    for step in ("recipients[]", "investigators[]"):
        yield LossRow(f"{field}.{step}.ids.*", "@assigning-authority", "contrib-id", TO_CUSTOM_META)
    for tag, name in (("award-name", "name"), ("award-desc", "description")):
        yield LossRow(f"{field}.{name}[]*", tag, "award-group", TO_CUSTOM_META)
        yield LossRow(f"{field}.{name}[]*", f"{tag} beside another", "award-group", TO_CUSTOM_META, when="JATS 1.3")
        yield LossRow(f"{field}.{name}[].type", "@award-type", tag, TO_CUSTOM_META)


_NUMBERED = ("journal.", "events[].")
"""What has an ISSN and an ISBN."""

_WORKS = ("related-article", "related-object", "product")
"""Elements that hold a cited work themselves."""

ROWS = (
    LossRow("journal", "journal-meta", "front"),
    LossRow("doi", "article-id", "article-meta"),
    LossRow("ids.*", "article-id", "article-meta"),
    LossRow("ids.*", "@assigning-authority", "article-id", TO_CUSTOM_META),
    LossRow("version[]*", "article-version", "article-meta", TO_CUSTOM_META),
    LossRow("version[]*", "article-version-alternatives", "article-meta", TO_CUSTOM_META),
    LossRow("version[].date", "printed date", "article-version", TO_CUSTOM_META, when="there is more of it than a day"),
    LossRow("version[].authority", "@assigning-authority", "article-version", TO_CUSTOM_META),
    *vocabulary_rows("version[]", "article-version"),
    LossRow("processing*", "processing-meta", "article", TO_CUSTOM_META),
    LossRow("processing*", "processing-meta", "sub-article", TO_CUSTOM_META),
    LossRow("processing*", "processing-meta", "response", TO_CUSTOM_META),
    LossRow("processing.language_groups", "@lang-grouping", "processing-meta", TO_CUSTOM_META),
    *_custom("processing.custom[]"),
    LossRow("content_languages[]", "content-language", "article-meta", TO_CUSTOM_META),
    LossRow("subjects", "article-categories", "article-meta"),
    LossRow("title.*", "trans-title-group", "title-group", unless="title-group"),
    LossRow("subtitle.*", "trans-title-group", "title-group", unless="title-group"),
    LossRow("subtitle*", "subtitle", "title-group", when="Authoring, and it is not the first"),
    LossRow("alt_titles[]", "alt-title", "title-group"),
    LossRow("title_notes", "fn-group", "title-group"),
    LossRow("title_notes[].id", "@id", "fn", "as", when="it is not an XML name, or is taken"),
    *PEOPLE_ROWS,
    LossRow("published[]", "pub-date", "article-meta"),
    LossRow("published[].date.text", "string-date", "pub-date", TO_CUSTOM_META),
    LossRow("published[].date.era", "era", "pub-date", TO_CUSTOM_META),
    LossRow("published[].date.season", "season", "pub-date", TO_CUSTOM_META, when="month and season are given"),
    LossRow("published[]", "pub-date without year", "article-meta", "as", when="Publishing, and no year is given"),
    LossRow("published[].format", "@publication-format", "event", TO_CUSTOM_META, when="the date has no year"),
    LossRow("published[].authority", "@assigning-authority", "pub-date", TO_CUSTOM_META),
    LossRow("published[].authority", "@assigning-authority", "event", TO_CUSTOM_META, when="the date has no year"),
    LossRow("history[].format", "@publication-format", "event", TO_CUSTOM_META, when="the date has no year"),
    LossRow("undated", "pub-date-not-available", "article-meta", TO_CUSTOM_META),
    LossRow("volume", "volume", "article-meta"),
    LossRow("issue", "issue", "article-meta"),
    LossRow("issue_title", "issue-title", "article-meta"),
    LossRow("issue_subtitle*", "issue-title-group", "article-meta", TO_CUSTOM_META),
    LossRow("volume_ids.*", "volume-id", "article-meta"),
    LossRow("volume_ids.*", "@assigning-authority", "volume-id", TO_CUSTOM_META),
    LossRow("volume_ids.*", "@xlink:href", "volume-id", TO_CUSTOM_META),
    LossRow("volume_series", "volume-series", "article-meta"),
    LossRow("issue_ids.*", "issue-id", "article-meta"),
    LossRow("issue_ids.*", "@assigning-authority", "issue-id", TO_CUSTOM_META),
    LossRow("issue_ids.*", "@xlink:href", "issue-id", TO_CUSTOM_META),
    LossRow("issue_sponsors[]*", "issue-sponsor", "article-meta"),
    LossRow("issue_part", "issue-part", "article-meta"),
    LossRow("other_issues[]*", "volume-issue-group", "article-meta", TO_CUSTOM_META),
    LossRow("other_issues[].volume_ids.*", "@assigning-authority", "volume-id", TO_CUSTOM_META),
    LossRow("other_issues[].volume_ids.*", "@xlink:href", "volume-id", TO_CUSTOM_META),
    LossRow("other_issues[].issue_ids.*", "@assigning-authority", "issue-id", TO_CUSTOM_META),
    LossRow("other_issues[].issue_ids.*", "@xlink:href", "issue-id", TO_CUSTOM_META),
    LossRow("other_issues[].issue_subtitle*", "issue-title-group", "volume-issue-group", TO_CUSTOM_META),
    LossRow("isbn.*", "isbn", "article-meta"),
    LossRow("supplement*", "supplement", "article-meta"),
    LossRow("sequence", "@seq", "article-meta", TO_CUSTOM_META, when="there are no pages, no number, issue or volume"),
    LossRow("pages", "fpage", "article-meta"),
    LossRow(
        "pages.range", "page-range without fpage", "article-meta", "after", when="Publishing, and only a range is given"
    ),
    LossRow("elocation_id", "elocation-id", "article-meta"),
    LossRow("elocation_id", "elocation-id beside pages", "article-meta", TO_CUSTOM_META, when="pages are given too"),
    LossRow("history[]", "history", "article-meta"),
    LossRow("history[].date.text", "string-date", "date", TO_CUSTOM_META),
    LossRow("history[].date.era", "era", "date", TO_CUSTOM_META),
    LossRow("history[].date.season", "season", "date", TO_CUSTOM_META, when="month and season are given"),
    LossRow("history[]", "date without year", "article-meta", "as", when="Publishing, and no year is given"),
    LossRow("journal.ids.*", "@assigning-authority", "journal-id", TO_CUSTOM_META),
    *(
        LossRow(f"{of}issn.*", "@assigning-authority", tag, TO_CUSTOM_META)
        for of in _NUMBERED
        for tag in ("issn", "issn-l")
    ),
    *(LossRow(f"{of}isbn.*", "@assigning-authority", "isbn", TO_CUSTOM_META) for of in ("", *_NUMBERED)),
    LossRow("events[]*", "pub-history", "article-meta", TO_CUSTOM_META),
    LossRow("events[]", "pub-history", "article-meta", "as date in history"),
    LossRow("events[].published[]*", "pub-date without year", "event", TO_CUSTOM_META, when="no year is given"),
    LossRow("events[].date", "date without year", "event", TO_CUSTOM_META, when="Publishing, and no year is given"),
    LossRow("events[].dates[]*", "date without year", "event", TO_CUSTOM_META, when="Publishing, and no year is given"),
    LossRow("events[].printed_date", "string-date", "event", TO_CUSTOM_META),
    LossRow("events[].date.text", "string-date", "date", TO_CUSTOM_META),
    LossRow("events[].date.era", "era", "date", TO_CUSTOM_META),
    LossRow("events[].date.season", "season", "date", TO_CUSTOM_META, when="month and season are given"),
    LossRow(
        "journal.publisher[]*",
        "publisher beside another",
        "journal-meta",
        TO_CUSTOM_META,
        when="before 1.4, and it is not the first",
    ),
    LossRow("journal.publisher[].ids.*", "@assigning-authority", "institution-id", TO_CUSTOM_META),
    LossRow("journal.publisher[].*", "institution-wrap", "publisher-name", TO_CUSTOM_META),
    LossRow("journal.publisher[].*", "institution-wrap", "publisher-name", TO_CUSTOM_META, when="it has no name"),
    LossRow("journal.custom*", "custom-meta-group", "journal-meta", TO_CUSTOM_META),
    *_web_addresses("journal.url[]"),
    *_web_addresses("url[]"),
    LossRow("supplementary_material[].language", "@hreflang", "supplementary-material", TO_CUSTOM_META),
    LossRow("supplementary_material[].label", "label", "supplementary-material"),
    LossRow("supplementary_material[].ids.*", "@assigning-authority", "object-id", TO_CUSTOM_META),
    LossRow(
        "supplementary_material[].id", "@id", "supplementary-material", "as", when="it is not an XML name, or is taken"
    ),
    LossRow("products[].id", "@id", "product", "as", when="it is not an XML name, or is taken"),
    LossRow("related_articles[].language", "@hreflang", "related-article", TO_CUSTOM_META),
    LossRow("related_articles[].id", "@id", "related-article", "as", when="it is not an XML name, or is taken"),
    LossRow("related_objects[].language", "@hreflang", "related-object", TO_CUSTOM_META),
    LossRow("related_objects[].id", "@id", "related-object", "as", when="it is not an XML name, or is taken"),
    *(LossRow("references[].date.text", "string-date", tag, "as comment") for tag in _WORKS),
    *(LossRow(f"{field}[]", "sub-article", "article") for field in PARTS),
    *(
        LossRow(
            "responses[]",
            "response beside sub-article",
            parent,
            "as sub-article",
            when="there are translations or others",
        )
        for parent in ("article", "sub-article")
    ),
    *(LossRow("translated_by", "@lang-source", tag, TO_CUSTOM_META) for tag in ("sub-article", "response")),
    LossRow("id", "@id", "sub-article", "as", when="it is not an XML name, or is taken"),
    LossRow("id", "@id", "response", "as", when="it is not an XML name, or is taken"),
    *_custom("journal.custom[]"),
    *_custom("custom[]"),
    LossRow("custom[]*", "custom-meta-group", "article-meta"),
    LossRow(
        "journal.publisher[].place.*",
        "publisher-loc without publisher-name",
        "publisher",
        TO_CUSTOM_META,
        when="it has no name",
    ),
    LossRow("license[].start", "ali:license_ref", "license", TO_CUSTOM_META),
    LossRow("license[].start", "ali:license_ref", "license", TO_CUSTOM_META, when="the licence has no address"),
    LossRow("license[].start", "printed date", "ali:license_ref", TO_CUSTOM_META, when="its parts are given too"),
    LossRow("license[].applies_to", "@applies_to", "ali:license_ref", TO_CUSTOM_META),
    LossRow("license[].applies_to", "ali:license_ref", "license", TO_CUSTOM_META),
    LossRow("license[].applies_to", "ali:license_ref", "license", TO_CUSTOM_META, when="the licence has no address"),
    LossRow("license[].type", "license without text", "permissions", TO_CUSTOM_META, when="there is no text in it"),
    LossRow("free_to_read*", "ali:free_to_read", "permissions", TO_CUSTOM_META),
    LossRow("embargo", "ali:free_to_read", "permissions", TO_CUSTOM_META),
    LossRow("free_to_read*", "printed date", "ali:free_to_read", TO_CUSTOM_META, when="its parts are given too"),
    LossRow("embargo", "printed date", "ali:free_to_read", TO_CUSTOM_META, when="its parts are given too"),
    LossRow("license[].language", "license without text", "permissions", TO_CUSTOM_META, when="there is no text in it"),
    *section_rows("abstract[]", "abstract"),
    *section_rows("abstract[]", "trans-abstract"),
    LossRow("abstract[].label", "label", "abstract"),
    LossRow("abstract[].label", "label", "trans-abstract"),
    LossRow("abstract[].ids.*", "object-id", "abstract", TO_CUSTOM_META),
    LossRow("abstract[].ids.*", "object-id", "trans-abstract", TO_CUSTOM_META),
    LossRow("abstract[].ids.*", "@assigning-authority", "object-id", TO_CUSTOM_META),
    LossRow("abstract[].id", "@id", "abstract", "as", when="it is not an XML name, or is taken"),
    LossRow("abstract[].id", "@id", "trans-abstract", "as", when="it is not an XML name, or is taken"),
    *_words("keywords[]*", "kwd-group", "kwd", "compound-kwd"),
    LossRow("keywords[].label", "label", "kwd-group"),
    LossRow("series[]*", "article-categories", "article-meta"),
    *_words("subjects[]*", "subj-group", "subject", "compound-subject"),
    LossRow("keywords[]", "kwd-group", "article-meta", when="it has no keywords"),
    LossRow("subjects*", "subj-group", "article-categories", when="it has no subjects of its own"),
    *_awards("funding[]"),
    LossRow("support[]*", "support-group", "article-meta", TO_CUSTOM_META),
    LossRow("support[].awards[]", "support-group", "article-meta", "in funding-group"),
    LossRow("support[].resources[].ids.*", "@assigning-authority", "resource-id", TO_CUSTOM_META),
    *_awards("support[].awards[]"),
    LossRow("counts*", "counts", "article-meta", TO_CUSTOM_META),
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


def rows(grammar: Grammar) -> list[LossRow]:
    """What a variant can't hold; the marks that its elements of running text lack, and so become plain text, among it."""
    return [*(row for row in ROWS if row.holds(grammar)), *marks(grammar)]


def marks(grammar: Grammar) -> Iterator[LossRow]:
    """The marks that a variant's elements of running text lack."""
    for field, elements in TEXTS.items():
        for element in elements:
            lacking = [mark for mark in MARKS if not _has_mark(grammar, element, mark)]
            if grammar.mixed(element) and lacking:
                yield LossRow(field, ", ".join(lacking), element, PLAIN)


def _has_mark(grammar: Grammar, element: str, mark: str) -> bool:
    """Whether a mark may be there; links may be `<uri>`, and links and formulas may be carried by `<named-content>`."""
    children = grammar.children(element)
    if mark in children or (mark == "ext-link" and "uri" in children):
        return True
    carried = "named-content" in children and mark in grammar.children("named-content")
    return carried and mark in ("ext-link", "inline-formula")


def is_on_the_table(loss: Loss, grammar: Grammar) -> bool:
    """Whether a loss is on the table of its variant, or of a kind that no table can list.

    Such are attributes that MathML does not have, languages that are not a language tag, and markup in JATS's own elements.
    """
    if loss.carried:
        return True
    if loss.moved == PLAIN:
        return loss.tag not in grammar.children(loss.parent) or loss.parent == "inline-formula"
    if loss.parent.startswith("mml:") or loss.tag == "@xml:lang of that kind":
        return True
    return any(row.is_about(loss) for row in ROWS if row.holds(grammar))
