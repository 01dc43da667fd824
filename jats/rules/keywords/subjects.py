"""Subjects: the heading in the table of contents, and other groups of subjects."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, child_text, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule

_HEADING = "article-categories/subj-group[@subj-group-type='heading']"
_FORMATTING = (
    "bold",
    "italic",
    "sc",
    "underline",
    "monospace",
    "sup",
    "sub",
    "xref",
    "styled-content",
    "overline",
    "strike",
)
_NEAR = 0.9


@rule("COM320", on="article-meta", services=("pmc", "scielo"))
def article_has_a_heading(el: Element) -> Iterator[str]:
    """An article names the heading of the table of contents under which it stands.

    Why: the table of contents is made from these headings; without one the article is listed apart.
    Wrong: <article-meta>… <!-- no article-categories --></article-meta>
    Wrong: <subj-group subj-group-type="section"><subject>Research Article</subject></subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    Source: PMC Style Checker 5.31, article-subj-group-test; SciELO Publishing Schema 1.10, subj-group
    """
    if all(is_blank(each) for each in el.iterfind(_HEADING)):
        yield 'no <subj-group subj-group-type="heading"> names the section of the table of contents'


@rule("COM321", on="article-meta", services=("pmc", "scielo"), severity=Severity.WARNING)
def article_has_one_heading(el: Element) -> Iterator[Hit]:
    """An article stands under one heading.

    Why: of two headings each receiver takes another.
    Wrong: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group subj-group-type="heading"><subject>Oceanography</subject></subj-group></article-categories>
    Right: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group subj-group-type="topic"><subject>Oceanography</subject></subj-group></article-categories>
    Source: PMC Style Checker 5.31, subj-group-check; SciELO Publishing Schema 1.10, subj-group
    """
    headings = el.findall(_HEADING)
    for extra in headings[1:]:
        if extra.get(XML_LANG) != headings[0].get(XML_LANG):
            continue  # the same heading in another language
        yield Hit(f"there is a second heading, {quoted(text_of(extra))}: give it another subj-group-type", extra)


@rule("COM322", on="article-categories/subj-group", services=("pmc", "scielo"))
def heading_is_one_plain_subject(el: Element) -> Iterator[str]:
    """A heading is one subject in words.

    Why: the table of contents shows one line of text for each section.
    Wrong: <subj-group subj-group-type="heading"><subject>Research Article</subject><subject>Oceanography</subject>
        </subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    Source: PMC Style Checker 5.31, subj-group-check
    """
    if el.get("subj-group-type") != "heading":
        return
    subjects = el.findall("subject")
    if len(subjects) > 1:
        yield f"the heading has {len(subjects)} subjects: keep one"
    elif el.find("compound-subject") is not None:
        yield "the heading has a compound subject: write one plain <subject>"
    elif subjects and not text_of(subjects[0]) and subjects[0].find("inline-graphic") is not None:
        yield "the heading is only a picture: write it in words"


@rule("COM323", on="subj-group/subject", services=("pmc",))
def subject_is_plain(el: Element) -> Iterator[str]:
    """A subject is plain text.

    Why: it is compared with the journal's list of sections, letter for letter.
    Wrong: <subj-group subj-group-type="heading"><subject><italic>Research</italic> Article</subject></subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    Source: PMC Style Checker 5.31, subject
    """
    found = next(el.iter(*_FORMATTING), None) if len(el) else None
    if found is not None:
        yield f"the subject holds {tagged(found)}: write plain text"


@rule("J4R320", on="article-categories", services=("jats4r",))
def groups_of_subjects_are_typed(el: Element) -> Iterator[Hit]:
    """Of several groups of subjects each says its type or its language.

    Why: nobody can tell the section of the journal from a subject of its content.
    Wrong: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group><subject>Oceanography</subject></subj-group></article-categories>
    Right: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group subj-group-type="topic"><subject>Oceanography</subject></subj-group></article-categories>
    Source: JATS4R Schematron 1.0, subj-warnings
    """
    for parent in (el, *el.iter("subj-group")):
        groups = parent.findall("subj-group")
        for each in groups if len(groups) > 1 else ():
            if not (each.get("subj-group-type") or each.get(XML_LANG)):
                yield Hit("one of several groups of subjects has neither subj-group-type nor xml:lang", each)


@rule("J4R321", on=("subj-group/@xml:lang", "kwd-group/@xml:lang"), services=("jats4r",), severity=Severity.WARNING)
def language_is_not_repeated(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A group of subjects or keywords in the article's language doesn't repeat it.

    Why: the article's language holds for all in it; said again, it can only be said wrongly.
    Wrong: <kwd-group xml:lang="en" kwd-group-type="author"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group kwd-group-type="author"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: JATS4R Schematron 1.0, subj-warnings and kwd-warnings
    """
    part = context.part_of(el)
    if part.get(XML_LANG) == el.attrib[XML_LANG]:
        yield Hit(f"xml:lang repeats the article's language, {el.attrib[XML_LANG]}", attribute="xml:lang")


@rule("J4R322", on=("compound-subject", "compound-kwd"), services=("jats4r",), severity=Severity.WARNING)
def compound_has_parts(el: Element) -> Iterator[str]:
    """A compound keyword or subject has at least two parts.

    Why: one part alone is a plain keyword, and programs that look for those miss it.
    Wrong: <kwd-group kwd-group-type="author"><compound-kwd><compound-kwd-part>tides</compound-kwd-part></compound-kwd>
        </kwd-group>
    Right: <kwd-group kwd-group-type="author"><compound-kwd><compound-kwd-part>tide</compound-kwd-part>
        <compound-kwd-part>spring</compound-kwd-part></compound-kwd></kwd-group>
    Source: JATS4R Schematron 1.0, subj-warnings and kwd-warnings
    """
    if len(el.findall(f"{el.tag}-part")) < 2:  # type: ignore[str-bytes-safe]  # names of elements are text
        yield f"{tagged(el)} has fewer than two parts"


@rule("SPS320", on="article-categories/subj-group", services=("scielo",))
def scielo_heading(el: Element) -> Iterator[str]:
    """A heading has no sections within it, and is not the title of the article.

    Why: SciELO's table of contents has one level; a title there makes a section of a single article.
    Wrong: <subj-group subj-group-type="heading"><subject>Original Article</subject><subj-group>
        <subject>Harbours</subject></subj-group>
        </subj-group>
    Wrong: <subj-group subj-group-type="heading"><subject>Tides and sediments in northern harbours</subject>
        </subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Original Article</subject></subj-group>
    Source: SciELO Publishing Schema 1.10, article_toc_section_rules
    """
    meta = el.getparent().getparent() if el.get("subj-group-type") == "heading" else None  # type: ignore[union-attr]
    if meta is None:
        return
    if el.find("subj-group") is not None:
        yield "the heading holds another group of subjects: keep one level"
    heading, title = child_text(el, "subject") or "", child_text(meta, "title-group/article-title") or ""
    if heading and SequenceMatcher(None, heading.lower(), title.lower()).quick_ratio() > _NEAR:
        yield f"the heading {quoted(heading)} is the article's title"
