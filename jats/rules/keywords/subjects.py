"""Subjects: the heading in the table of contents, and other groups of subjects."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, child_text, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.languages.tags import lacks_its_language

_HEADING = "article-categories/subj-group[@subj-group-type='heading']"
_FORMATTING = ("bold", "monospace", "overline", "sc", "strike", "underline", "xref")
_EMPHASIS = ("italic", "sub", "sup", "roman", "sans-serif", "styled-content", *_FORMATTING)
_SECTION_KINDS = ("heading", "part", "")
"""Types of groups that PMC takes for the section of the table of contents: a group without a type is one."""

_NEAR = 0.9
_MANUSCRIPT_SUBJECTS = {
    "correction": ("Correction", "Erratum"),
    "retraction": ("Retraction", "Erratum"),
}
"""What the subject of an author manuscript may be, by the article's type; of all others it is Article."""


@rule("COM320", on="article-meta", services=("pmc", "scielo"))
def article_has_a_heading(el: Element) -> Iterator[Hit]:
    """An article must name its section of the table of contents.

    Why: the table of contents is made from these headings; an article without one is listed apart.
    Wrong: <article-meta>… <!-- no article-categories --></article-meta>
    Wrong: <subj-group subj-group-type="section"><subject>Research Article</subject></subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    Right (pmc): <article-categories><subj-group><subject>Research Article</subject></subj-group></article-categories>
    YAML: subjects: {heading: Research Article}
    Source: PMC Style Checker 5.31, article-subj-group-test; SciELO Publishing Schema 1.10, subj-group
    """
    kinds = [each.get("subj-group-type", "") for each in el.iterfind("article-categories/subj-group")]
    if "heading" not in kinds:
        # PMC also takes a group of type part, or one without a type.
        services = ("scielo",) if set(kinds).intersection(_SECTION_KINDS) else None
        message = (
            'no group names the section of the article: add <subj-group subj-group-type="heading"> with a <subject>'
        )
        yield Hit(message, services=services)


@rule(
    "COM321",
    on=("article-meta", "front-stub"),
    services=("pmc", "scielo"),
    severity=Severity.WARNING,
    severities={"scielo": Severity.ERROR},
)
def article_has_one_heading(el: Element) -> Iterator[Hit]:
    """An article must be in one section of the table of contents.

    Why: of two headings, one receiver takes the first and another the second.
    Wrong: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group subj-group-type="heading"><subject>Oceanography</subject></subj-group></article-categories>
    Right: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group subj-group-type="topic"><subject>Oceanography</subject></subj-group></article-categories>
    YAML: subjects: {heading: Research Article, topic: Oceanography}
    Source: PMC Style Checker 5.31, subj-group-check; SciELO Publishing Schema 1.10, subj-group
    """
    for extra in el.findall(_HEADING)[1:]:
        subject = child_text(extra, "subject") or ""
        yield Hit(
            f"there is a second heading, {quoted(subject)}: give it another subj-group-type, such as topic", extra
        )


@rule("COM322", on="article-categories/subj-group", services=("pmc",))
def heading_is_one_plain_subject(el: Element) -> Iterator[str]:
    """A heading must be one subject in words.

    Why: the table of contents shows one line of text for each section.
    Wrong: <subj-group subj-group-type="heading"><subject>Research Article</subject><subject>Oceanography</subject>
        </subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    YAML: subjects: {heading: Research Article, topic: Oceanography}
    Source: PMC Style Checker 5.31, subj-group-check
    """
    if el.get("subj-group-type") != "heading":
        return
    subjects = el.findall("subject")
    if len(subjects) > 1:
        yield f"the heading has {len(subjects)} subjects: keep one <subject>"
    elif el.find("compound-subject") is not None:
        yield "the heading is a <compound-subject>: write one plain <subject>"
    elif subjects and not text_of(subjects[0]) and subjects[0].find("inline-graphic") is not None:
        yield "the heading is only an image: write it in words"


@rule("COM323", on="subject", services=("pmc",))
def subject_is_plain(el: Element) -> Iterator[str]:
    """A subject must not hold bold, underlined or similar text, or a link.

    Why: it is compared with the journal's list of sections, letter by letter.
    Wrong: <subj-group subj-group-type="heading"><subject><bold>Research</bold> Article</subject></subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    YAML: subjects: {heading: Research Article}
    Source: PMC Style Checker 5.31, subject
    """
    found = next(el.iterchildren(*_FORMATTING), None) if len(el) else None
    if found is not None:
        yield f"the subject holds {tagged(found)}: write plain text"


@rule("PMC320", on="article-meta", services=("pmc",))
def subject_of_a_manuscript_is_article(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An author manuscript must have one group of subjects, of type heading, with the one subject Article.

    Why: PMC sorts manuscripts by this word; a correction is Correction or Erratum, a retraction Retraction or Erratum.
    Wrong (manuscript): <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
    Right (manuscript): <subj-group subj-group-type="heading"><subject>Article</subject></subj-group>
    Source: PMC Style Checker 5.31, ms-subj-group-test
    """
    groups = el.findall("article-categories/subj-group") if context.is_manuscript else []
    if not groups:
        return  # COM320 reports that there is none
    allowed = _MANUSCRIPT_SUBJECTS.get(context.article_type, ("Article",))
    subjects = groups[0].findall("subject")
    wanted = f'write one <subj-group subj-group-type="heading"> with <subject>{allowed[0]}</subject>'
    if len([each for each in groups if each.get("subj-group-type")]) != 1:
        yield Hit(f"an author manuscript has {len(groups)} groups of subjects: {wanted}", groups[-1])
    elif groups[0].get("subj-group-type") == "heading" and len(subjects) == 1:
        subject = subjects[0]
        if text_of(subject) not in allowed:
            yield Hit(f"the subject of the manuscript is {quoted(text_of(subject))}: write {any_of(allowed)}", subject)
        elif next(subject.iter(*_EMPHASIS), None) is not None:
            yield Hit("the subject of the manuscript is formatted: write plain text", subject)


@rule("J4R320", on=("article-categories", "subj-group"), services=("jats4r",), severity=Severity.WARNING)
def groups_of_subjects_are_typed(el: Element) -> Iterator[Hit]:
    """Of several groups of subjects, all but one must have a type or a language.

    Why: a program cannot tell the section of the journal from a subject of the content.
    Wrong: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <!-- new --><subj-group><subject>Oceanography</subject></subj-group>
        <!-- new --><subj-group><subject>Harbours</subject></subj-group></article-categories>
    Right: <article-categories>… <subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
        <subj-group subj-group-type="topic"><subject>Oceanography</subject></subj-group></article-categories>
    Source: JATS4R Schematron 1.0, subj-warnings
    """
    plain = [each for each in el.iterchildren("subj-group") if not (each.get("subj-group-type") or each.get(XML_LANG))]
    if len(plain) > 1:
        message = f"{len(plain)} <subj-group> elements have neither subj-group-type nor xml:lang: state the type of all but one"
        yield Hit(message, plain[1])


@rule("J4R321", on=("subj-group/@xml:lang", "kwd-group/@xml:lang"), services=("jats4r",), severity=Severity.WARNING)
def language_is_not_repeated(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A group of subjects or keywords in the language of the article must not state it again.

    Why: the article's language already applies to the group. SciELO, however, requires it on each group of keywords.
    Wrong: <kwd-group xml:lang="en" kwd-group-type="author"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Right: <kwd-group kwd-group-type="author"><kwd>tides</kwd><kwd>harbours</kwd></kwd-group>
    Source: JATS4R Schematron 1.0, subj-warnings and kwd-warnings
    """
    tag = el.attrib[XML_LANG]
    if context.language_of(context.part_of(el)) == tag and not lacks_its_language(context):
        message = f"xml:lang={quoted(tag)} repeats the language of the article: remove it, unless SciELO gets the file"
        yield Hit(message, attribute="xml:lang")


@rule("J4R322", on=("compound-subject", "compound-kwd"), services=("jats4r",), severity=Severity.WARNING)
def compound_has_parts(el: Element) -> Iterator[str]:
    """A compound keyword or subject must have at least two parts.

    Why: one part alone is a plain keyword, and programs that look for plain keywords miss it.
    Wrong: <kwd-group kwd-group-type="author"><compound-kwd><compound-kwd-part>tides</compound-kwd-part></compound-kwd>
        </kwd-group>
    Right: <kwd-group kwd-group-type="author"><compound-kwd><compound-kwd-part>tide</compound-kwd-part>
        <compound-kwd-part>spring</compound-kwd-part></compound-kwd></kwd-group>
    Source: JATS4R Schematron 1.0, subj-warnings and kwd-warnings
    """
    name = str(el.tag)
    if (count := len(el.findall(f"{name}-part"))) < 2:
        yield f"{tagged(el)} has {count or 'no'} part: write <{name.partition('-')[2]}> instead"


@rule("SPS320", on="article-categories/subj-group", services=("scielo",))
def scielo_heading(el: Element, context: RuleContext) -> Iterator[str]:
    """A heading must not have sections within it, and must not be the title of the article.

    Why: SciELO's table of contents has one level, and a title there makes a section of a single article.
    Wrong: <subj-group subj-group-type="heading"><subject>Original Article</subject><subj-group>
        <subject>Harbours</subject></subj-group>
        </subj-group>
    Wrong: <subj-group subj-group-type="heading"><subject>Tides and sediments in northern harbours</subject>
        </subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Original Article</subject></subj-group>
    YAML: subjects: {heading: Articles}
    Source: SciELO Publishing Schema 1.10, article_toc_section_rules
    """
    meta = (
        next(el.iterancestors("article-meta", "front-stub"), None) if el.get("subj-group-type") == "heading" else None
    )
    if meta is None:
        return
    if el.find("subj-group") is not None:
        yield "the heading holds another <subj-group>: keep one level"
    heading, title = child_text(el, "subject") or "", context.child_text(meta, "title-group/article-title") or ""
    if heading and SequenceMatcher(None, heading.lower(), title.lower()).ratio() > _NEAR:
        yield f"the heading {quoted(heading)} is the title of the article: write the section of the journal"
