"""Keywords by language and kind, and subjects: the section of the issue, classifications, the series."""

from __future__ import annotations

from dataclasses import dataclass

from jats.elements.build import Attributes, Cursor, Element, element, set_attributes
from jats.elements.inline import write_text, write_versions
from jats.elements.languages import foreign
from jats.elements.vocabulary import allowed, scheme_attributes, vocabulary_attributes
from jats.model.article import Article
from jats.model.inline import Inline
from jats.model.keywords import Keyword, KeywordGroup, SubjectGroup, Word


@dataclass(frozen=True, slots=True)
class _Tags:
    """The elements of one kind of word."""

    word: str
    compound: str
    part: str


_KEYWORD = _Tags("kwd", "compound-kwd", "compound-kwd-part")
_SUBJECT = _Tags("subject", "compound-subject", "compound-subject-part")


def write_keywords(article: Article, at: Cursor) -> list[Element]:
    """One `<kwd-group>` a language and kind.

    Its language is written even if it is the article's own, which SciELO asks for (SPS); for JATS4R it is then left out.
    """
    made = [_write_group(group, at / "keywords" / index) for index, group in enumerate(article.keywords)]
    return [one for one in made if one is not None]


def _write_group(group: KeywordGroup, at: Cursor) -> Element | None:
    terms = [one for index, term in enumerate(group.terms) for one in _write_keyword(term, at / "terms" / index)]
    if not terms:
        at.lose("kwd-group", "article-meta")
        return None
    return element(
        "kwd-group",
        at,
        {
            "kwd-group-type": (group.type, at / "type"),
            "xml:lang": (_language(group, at), at / "language"),
            **_of_scheme("kwd-group", group, at),
        },
        element("label", at / "label", None, group.label) if group.label else None,
        write_text("title", group.title, at / "title"),
        terms,
    )


def _language(group: KeywordGroup, at: Cursor) -> str | None:
    own = at.context.language
    if at.context.wants("keyword_language", "inherited"):
        return foreign(group.language, own or "en")  # JATS takes a document that states no language for English
    return group.language or own


def _of_scheme(tag: str, group: KeywordGroup | SubjectGroup, at: Cursor) -> Attributes:
    """Where the words of a group come from."""
    return {
        **scheme_attributes(tag, group.vocabulary, at / "vocabulary"),
        "assigning-authority": allowed(tag, "assigning-authority", group.authority, at / "authority"),
    }


def _write_keyword(term: Inline | Keyword, at: Cursor) -> list[Element]:
    """The keyword; one with narrower ones is `<nested-kwd>` with them in it, and they alone if it has no words itself."""
    if isinstance(term, Inline):
        made = write_text("kwd", term, at)
        return [] if made is None else [made]
    word = _write_word(term, _KEYWORD, at)
    below = [made for index, one in enumerate(term.narrower) for made in _write_keyword(one, at / "narrower" / index)]
    if not below or word is None:
        return below if word is None else [word]
    nested = [one if one.tag == "nested-kwd" else element("nested-kwd", at, None, one) for one in below]
    whole = element("nested-kwd", at, None, word, nested)
    return [] if whole is None else [whole]


def _write_word(word: Inline | Word, tags: _Tags, at: Cursor) -> Element | None:
    if isinstance(word, Inline):
        return write_text(tags.word, word, at)
    parts = _parts(word, tags.part, at)
    tag = tags.compound if parts else tags.word
    attributes: Attributes = {
        "content-type": (word.type, at / "type"),
        **vocabulary_attributes(tag, word.vocabulary, at / "vocabulary"),
        "assigning-authority": allowed(tag, "assigning-authority", word.authority, at / "authority"),
    }
    if parts:
        return element(tag, at, attributes, parts)
    made = write_text(tag, word.text, at / "text")
    if made is not None:
        set_attributes(made, tag, at, attributes)
    return made


def _parts(word: Word, tag: str, at: Cursor) -> list[Element]:
    """The parts of a compound word; a code and the words that it stands for are two."""
    if word.code:
        code = element(tag, at / "code", {"content-type": "code"}, word.code)
        text = write_text(tag, word.text, at / "text")
        if text is not None:
            text.set("content-type", "text")
        return [one for one in (code, text) if one is not None]
    made: list[Element] = []
    for index, part in enumerate(word.parts):
        one = write_text(tag, part.text, at / "parts" / index)
        if one is not None:
            set_attributes(one, tag, at / "parts" / index / "type", {"content-type": part.type})
            made.append(one)
    return made


def write_subjects(article: Article, at: Cursor) -> Element | None:
    """`<article-categories>`: groups of subjects, narrower ones inside wider ones, then series."""
    groups = [
        made for index, group in enumerate(article.subjects) for made in _write_subjects(group, at / "subjects" / index)
    ]
    series: list[Element | None] = []
    for index, one in enumerate(article.series):
        here = at / "series" / index
        series += [
            *write_versions("series-title", one.title, here / "title"),
            *write_versions("series-text", one.text, here / "text"),
        ]
    return element("article-categories", at / "subjects", None, groups, series)


def _write_subjects(group: SubjectGroup, at: Cursor) -> list[Element]:
    """One `<subj-group>`; a group without subjects of its own, which JATS doesn't have, gives its narrower groups."""
    subjects = [_write_word(one, _SUBJECT, at / "subjects" / index) for index, one in enumerate(group.subjects)]
    narrower = [made for index, one in enumerate(group.groups) for made in _write_subjects(one, at / "groups" / index)]
    if not any(subject is not None for subject in subjects):
        if group.type or group.language or group.vocabulary or group.authority:
            at.lose("subj-group", "article-categories")
        return narrower
    attributes = {
        "subj-group-type": (group.type, at / "type"),
        "xml:lang": (foreign(group.language, at.context.language), at / "language"),
        **_of_scheme("subj-group", group, at),
    }
    made = element("subj-group", at, attributes, subjects, narrower)
    return [] if made is None else [made]
