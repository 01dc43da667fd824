"""Articles as hypothesis draws them: plain data in short and long forms, and the model's instances made of it.

Every field of the model is drawn, with valid values, in several languages and scripts; a field that the model has and
this file doesn't know stops the import of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from jats.model.article import PARTS, Article, Defaults, IssueFile, JournalFile, SubArticle
from tests.drawing import DOI, INLINE, LANGUAGE, TOKEN, Strategy, fields_of, one_or_several, record
from tests.drawn_appendices import FIELDS as DRAWN_APPENDICES
from tests.drawn_back import FIELDS as DRAWN_BACK
from tests.drawn_content import FIELDS as DRAWN_CONTENT
from tests.drawn_files import FIELDS as DRAWN_FILES
from tests.drawn_front import fitting, front_fields, journal_fields, text_of
from tests.drawn_notes import listed_notes
from tests.drawn_people import affiliation
from tests.drawn_references import references
from tests.drawn_related import FIELDS as DRAWN_RELATED


@st.composite
def _titles(draw: st.DrawFn, language: str | None, *fields: str) -> Any:
    """The article's texts that must be there in its own language; the first field has every version that others have."""
    others = draw(st.lists(LANGUAGE.filter(lambda tag: tag != language), unique=True, max_size=2))
    own = draw(st.sampled_from(["", language])) if language else ""
    if not others and draw(st.booleans()):
        return {field: draw(text_of(field)) for field in fields}
    return {field: {tag: draw(text_of(field)) for tag in [own, *others]} for field in fields}


@cache
def _article_fields(known: tuple[str, ...]) -> dict[str, Strategy]:
    """Fields of an article that depend on no other field but the affiliations' identifiers."""
    return {
        **front_fields(known),
        **DRAWN_CONTENT,
        **DRAWN_BACK,
        **DRAWN_APPENDICES,
        **DRAWN_RELATED,
        **DRAWN_FILES,
        "references": references(),
    }


_DEPENDENT = ("language", "title", "subtitle", "issue_title", "issue_subtitle", "affiliations", *PARTS)


def _check_known(fields: Iterable[str]) -> None:
    forgotten = Article.model_fields.keys() ^ {*fields, *_DEPENDENT}
    if forgotten:
        raise LookupError(f"Article: {', '.join(sorted(forgotten))}")


_check_known(_article_fields(()))

_TRANSLATORS = st.sampled_from(["author", "machine", "A friend"])


@st.composite
def _sub_article(draw: st.DrawFn, depth: int = 1) -> Any:
    """An article inside another one."""
    own = {"id": TOKEN, "translated_by": _TRANSLATORS}
    if SubArticle.model_fields.keys() - Article.model_fields.keys() != own.keys():
        raise LookupError("SubArticle")
    fields = {name: way for name, way in _article_fields(()).items() if name not in ("format", "journal")}
    data = draw(record(SubArticle, ("doi",), 4, fields | own))
    below = draw(_inside(depth - 1)) if depth and draw(st.booleans()) else {}
    return fitting({**data, "title": draw(INLINE), **below})


@st.composite
def _inside(draw: st.DrawFn, depth: int = 1) -> Any:
    """Articles inside an article, in the fields that hold them."""
    kinds = st.sampled_from(["reply", "reviewer-report", "discussion"])
    parts = {
        "translations": st.dictionaries(LANGUAGE, st.one_of(DOI, _sub_article(depth)), min_size=1, max_size=2),
        "sub_articles": st.dictionaries(kinds, one_or_several(_sub_article(depth)), min_size=1, max_size=1),
        "responses": st.dictionaries(kinds, st.one_of(DOI, _sub_article(0)), min_size=1, max_size=2),
    }
    chosen = draw(st.lists(st.sampled_from(PARTS), unique=True, min_size=1, max_size=2))
    return {name: draw(parts[name]) for name in chosen}


_SUBJECTS: tuple[tuple[str, ...], ...] = (
    (), ("references",), ("references",), ("authors",), ("authors", "contributors"), ("abstract", "keywords"),
    ("published", "history"), ("funding", "license"), ("journal", "subjects"), ("volume", "issue", "supplement"),
    ("copyright", "license", "free_to_read", "embargo"), ("funding", "support", "funding_statement"),
    ("acknowledgements", "footnotes", "glossary", "appendices"), ("data_availability", "statements", "back_notes", "biographies"),
    ("related_articles", "related_objects"), ("alt_titles", "title_notes"),
    ("products", "supplementary_material"),
)  # fmt: skip
"""Fields that are drawn together, so that each is drawn often enough."""


@st.composite
def article_data(draw: st.DrawFn) -> dict[str, Any]:
    """An article as plain data that has no fault, each value in a short form or in its long one."""
    language = draw(st.one_of(st.none(), LANGUAGE))
    known = tuple(draw(st.lists(st.sampled_from(["a1", "a2", "kyiv"]), unique=True, max_size=2)))
    data: dict[str, Any] = {"language": language} if language else {}
    data |= draw(_titles(language, *draw(st.sampled_from([("title",), ("title", "subtitle")]))))
    if draw(st.booleans()):
        data |= draw(_titles(language, *draw(st.sampled_from([("issue_title",), ("issue_title", "issue_subtitle")]))))
    if known:
        data["affiliations"] = [draw(affiliation(TOKEN, known)) | {"id": name} for name in known]
    subject = draw(st.sampled_from(_SUBJECTS))
    rest: dict[str, Any] = draw(record(Article, subject, 8, _article_fields(known)))
    inside = draw(_inside()) if draw(st.integers(0, 5)) == 5 else {}
    whole: dict[str, Any] = fitting(data | rest | draw(listed_notes(known)) | inside)
    return _pointing(whole, draw(st.sampled_from(known))) if known else whole


def _pointing(value: Any, name: str) -> Any:
    """The same; what was to point to something, but to nothing yet, points to that."""
    if isinstance(value, dict):
        return {key: name if (key, one) == ("refers_to", []) else _pointing(one, name) for key, one in value.items()}
    return [_pointing(one, name) for one in value] if isinstance(value, list) else value


def articles() -> st.SearchStrategy[Article]:
    """Articles without a fault; every field of the model is drawn at times."""
    return article_data().map(Article.model_validate)


def journal_data() -> Strategy:
    """The contents of a journal file."""
    defaults = record(
        Defaults, (), 4, {key: _article_fields(())[key] for key in ("type", "license", "copyright", "subjects")}
    )
    return fields_of(
        JournalFile,
        most=8,
        **journal_fields(),
        format=st.just(1),
        defaults=defaults,
        targets=one_or_several(st.sampled_from(["pmc", "crossref", "doaj"])),
    )


def issue_data() -> Strategy:
    """The contents of an issue file."""
    names = ("volume", "issue", "published", "license", "journal", "format")
    return record(IssueFile, (), 6, {key: _article_fields(())[key] for key in names})
