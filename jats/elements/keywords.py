"""Keywords by language and kind, and subjects: the section of the issue, and classifications."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.model.article import Article
from jats.model.keywords import KeywordGroup, SubjectGroup


def write_keywords(article: Article, at: At) -> list[Element]:
    """One `<kwd-group>` a language and kind.

    Its language is said even where it is the article's own: SciELO asks for it (SPS), and to others it does no harm (J4R321).
    """
    made = [_write_group(group, at / "keywords" / index) for index, group in enumerate(article.keywords)]
    return [one for one in made if one is not None]


def _write_group(group: KeywordGroup, at: At) -> Element | None:
    terms = [write_text("kwd", term, at / "terms" / index) for index, term in enumerate(group.terms)]
    if not any(term is not None for term in terms):
        at.lose("kwd-group", "article-meta")
        return None
    return element(
        "kwd-group",
        at,
        {"kwd-group-type": group.type, "xml:lang": group.language or at.writing.language},
        write_text("title", group.title, at / "title"),
        terms,
    )


def write_subjects(article: Article, at: At) -> Element | None:
    """`<article-categories>`: groups of subjects, narrower ones inside wider ones."""
    groups = [
        made for index, group in enumerate(article.subjects) for made in _write_subjects(group, at / "subjects" / index)
    ]
    return element("article-categories", at / "subjects", None, groups)


def _write_subjects(group: SubjectGroup, at: At) -> list[Element]:
    """One `<subj-group>`; a group without subjects of its own, which JATS doesn't have, gives its narrower groups."""
    subjects = [write_text("subject", one, at / "subjects" / index) for index, one in enumerate(group.subjects)]
    narrower = [made for index, one in enumerate(group.groups) for made in _write_subjects(one, at / "groups" / index)]
    if not any(subject is not None for subject in subjects):
        if group.type or group.language:
            at.lose("subj-group", "article-categories")
        return narrower
    attributes = {"subj-group-type": group.type, "xml:lang": foreign(group.language, at.writing.language)}
    made = element("subj-group", at, attributes, subjects, narrower)
    return [] if made is None else [made]
