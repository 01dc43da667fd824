"""Articles as hypothesis draws them: plain data in short and long forms, and the model's instances made of it.

Every field of the model is drawn, with valid values, in several languages and scripts; a field that the model has and
this file doesn't know stops the import of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from jats.model.abstracts import Abstract, Section
from jats.model.article import Article, Defaults, IssueFile, JournalFile
from jats.model.funding import Award, Funder
from jats.model.keywords import KeywordGroup, SubjectGroup
from jats.model.references import Conference, Reference
from tests.drawing import (
    COUNTRY,
    DATE,
    DOI,
    FLAG,
    INLINE,
    ISBN,
    ISSN,
    LANGUAGE,
    NUMBER,
    PAGES,
    ROR,
    TEXT,
    URL,
    Strategy,
    by_language,
    fields_of,
    ids,
    one_or_several,
    record,
    texts,
)
from tests.drawn_front import (
    COPYRIGHT,
    HISTORY,
    JOURNAL,
    LAST_FIRST,
    LICENSE,
    NAME,
    NAME_PART,
    PUBLISHED,
    affiliation,
    contributor,
    journal_fields,
)

PARAGRAPHS = st.one_of(INLINE, st.tuples(INLINE, INLINE).map("\n\n".join), st.lists(INLINE, min_size=1, max_size=2))


@st.composite
def section(draw: st.DrawFn, depth: int = 1) -> Any:
    """A part of a structured abstract."""
    below = st.lists(section(depth - 1), min_size=1, max_size=2) if depth else st.just([])
    return draw(fields_of(Section, "text", title=INLINE, text=PARAGRAPHS, sections=below))


_SECTIONS = st.one_of(
    section(),
    st.lists(section(), min_size=1, max_size=2),
    st.dictionaries(texts("abcXYZ їє", 8), PARAGRAPHS, min_size=1, max_size=2),
)
_ABSTRACT = st.one_of(
    fields_of(
        Abstract,
        "text",
        language=LANGUAGE,
        type=st.sampled_from(["graphical", "teaser", "key-points", "plain-language-summary"]),
        title=INLINE,
        text=PARAGRAPHS,
        sections=_SECTIONS,
    ),
    st.fixed_dictionaries({"sections": _SECTIONS}),
)
ABSTRACTS = st.one_of(
    INLINE, _ABSTRACT, by_language(st.one_of(PARAGRAPHS, _ABSTRACT)), st.lists(st.one_of(INLINE, _ABSTRACT), max_size=2)
)

_TERM = st.one_of(texts("abcXYZ -їє中λ&<>$", 12), st.just("<i>E. coli</i>"))
_TERMS = st.one_of(
    st.lists(_TERM, min_size=1, max_size=3), _TERM, st.lists(_TERM, min_size=2, max_size=3).map("; ".join)
)
_KEYWORD_GROUP = fields_of(
    KeywordGroup,
    "terms",
    language=LANGUAGE,
    type=st.sampled_from(["abbreviations", "MeSH"]),
    title=INLINE,
    terms=_TERMS,
)
KEYWORDS = st.one_of(
    _TERMS, _KEYWORD_GROUP, st.lists(_KEYWORD_GROUP, max_size=2), by_language(st.one_of(_TERMS, _KEYWORD_GROUP))
)


@st.composite
def subject_group(draw: st.DrawFn, depth: int = 1) -> Any:
    """Subjects of one kind, with narrower ones."""
    below = st.lists(subject_group(depth - 1), min_size=1, max_size=2) if depth else st.just([])
    kinds = st.sampled_from(["heading", "udc", "jel"])
    return draw(
        fields_of(
            SubjectGroup, "subjects", type=kinds, language=LANGUAGE, subjects=one_or_several(INLINE), groups=below
        )
    )


SUBJECTS = st.one_of(
    INLINE,
    st.dictionaries(st.sampled_from(["heading", "udc", "jel"]), one_or_several(INLINE), min_size=1, max_size=2),
    subject_group(),
    st.lists(st.one_of(INLINE, subject_group()), max_size=2),
)

_FUNDER = st.one_of(
    TEXT,
    fields_of(
        Funder, "name", name=TEXT, doi=st.just("10.13039/501100000780"), ror=ROR, ids=ids("grid"), country_code=COUNTRY
    ),
)
_AWARD = fields_of(Award, "funder", funder=_FUNDER, numbers=one_or_several(NUMBER), recipients=one_or_several(NAME))
FUNDING = one_or_several(st.one_of(_AWARD, st.fixed_dictionaries({"numbers": NUMBER})))

_PERSON_OR_GROUP = st.one_of(
    LAST_FIRST,
    st.fixed_dictionaries({"name": NAME}),
    st.fixed_dictionaries({"collaboration": TEXT}),
    st.fixed_dictionaries({"surname": NAME_PART}, optional={"given": NAME_PART}),
)
PEOPLE = st.one_of(one_or_several(_PERSON_OR_GROUP), st.just("Romano, N. C.; Pick, J. B.; World Health Organization"))
_CONFERENCE = st.one_of(TEXT, fields_of(Conference, "name", name=TEXT, date=TEXT, place=TEXT))
_REFERENCE_TYPES = (
    "journal", "book", "chapter", "conference", "thesis", "report", "preprint", "webpage", "data", "software", "other",
)  # fmt: skip


def reference(identifier: Strategy) -> Strategy:
    """A cited work in its long form."""
    return fields_of(
        Reference,
        "title",
        most=20,
        id=identifier,
        label=NUMBER,
        type=st.sampled_from(_REFERENCE_TYPES),
        text=INLINE,
        language=LANGUAGE,
        authors=PEOPLE,
        editors=PEOPLE,
        translators=PEOPLE,
        etal=FLAG,
        date=DATE,
        year_suffix=st.sampled_from(["a", "b"]),
        title=INLINE,
        trans_title=INLINE,
        source=INLINE,
        trans_source=INLINE,
        edition=NUMBER,
        version=NUMBER,
        series=TEXT,
        volume=NUMBER,
        issue=NUMBER,
        supplement=NUMBER,
        pages=PAGES,
        total_pages=NUMBER,
        elocation_id=NUMBER,
        publisher=one_or_several(TEXT),
        place=one_or_several(TEXT),
        institution=TEXT,
        degree=TEXT,
        number=NUMBER,
        conference=_CONFERENCE,
        doi=DOI,
        pmid=st.sampled_from([12345678, "1"]),
        pmcid=st.sampled_from(["PMC13900", "13900"]),
        isbn=ISBN,
        issn=ISSN,
        ids=ids("handle", "urn"),
        url=URL,
        accessed=DATE,
        note=INLINE,
    )


@st.composite
def references(draw: st.DrawFn) -> Any:
    """A reference list with identifiers that differ."""
    names = draw(st.permutations(["r1", "r2", "B 3", "4", "ref-5"]))[: draw(st.integers(1, 3))]
    drawn = [draw(INLINE) if draw(st.integers(0, 3)) == 0 else draw(reference(st.just(name))) for name in names]
    return drawn[0] if len(drawn) == 1 and draw(st.booleans()) else drawn


@st.composite
def _titles(draw: st.DrawFn, language: str | None, *fields: str) -> Any:
    """The article's texts that must be there in its own language; the first field has every version that others have."""
    others = draw(st.lists(LANGUAGE.filter(lambda tag: tag != language), unique=True, max_size=2))
    own = draw(st.sampled_from(["", language])) if language else ""
    if not others and draw(st.booleans()):
        return {field: draw(INLINE) for field in fields}
    return {field: {tag: draw(INLINE) for tag in [own, *others]} for field in fields}


def _article_fields(known: Sequence[str]) -> dict[str, Strategy]:
    """Fields of an article that depend on no other field but the affiliations' identifiers."""
    return {
        "format": st.sampled_from([1, "1"]),
        "journal": JOURNAL,
        "type": st.sampled_from(["research-article", "review-article", "editorial", "book-review"]),
        "doi": DOI,
        "ids": ids("publisher-id", "sici"),
        "subjects": SUBJECTS,
        "authors": one_or_several(contributor(known)),
        "contributors": one_or_several(contributor(known)),
        "correspondence": INLINE,
        "notes": one_or_several(INLINE),
        "published": PUBLISHED,
        "volume": NUMBER,
        "issue": NUMBER,
        "pages": PAGES,
        "elocation_id": NUMBER,
        "history": HISTORY,
        "copyright": COPYRIGHT,
        "license": LICENSE,
        "url": URL,
        "abstract": ABSTRACTS,
        "keywords": KEYWORDS,
        "funding": FUNDING,
        "funding_statement": INLINE,
        "references": references(),
    }


_DEPENDENT = ("language", "title", "subtitle", "issue_title", "affiliations")


def _check_known(fields: Iterable[str]) -> None:
    forgotten = Article.model_fields.keys() ^ {*fields, *_DEPENDENT}
    if forgotten:
        raise LookupError(f"Article: {', '.join(sorted(forgotten))}")


_check_known(_article_fields(()))


_SUBJECTS: tuple[tuple[str, ...], ...] = (
    (), ("references",), ("references",), ("authors",), ("authors", "contributors"), ("abstract", "keywords"),
    ("published", "history"), ("funding", "license"), ("journal", "subjects"),
)  # fmt: skip
"""Fields that are drawn together, so that each is drawn often enough."""


@st.composite
def article_data(draw: st.DrawFn) -> dict[str, Any]:
    """An article as plain data that has no fault, each value in a short form or in its long one."""
    language = draw(st.one_of(st.none(), LANGUAGE))
    known = draw(st.lists(st.sampled_from(["a1", "a2", "kyiv"]), unique=True, max_size=2))
    data: dict[str, Any] = {"language": language} if language else {}
    data |= draw(_titles(language, *draw(st.sampled_from([("title",), ("title", "subtitle")]))))
    if draw(st.booleans()):
        data |= draw(_titles(language, "issue_title"))
    if known:
        data["affiliations"] = [draw(affiliation(st.just(name))) | {"id": name} for name in known]
    subject = draw(st.sampled_from(_SUBJECTS))
    rest: dict[str, Any] = draw(record(Article, subject, 8, _article_fields(known)))
    return data | rest


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
