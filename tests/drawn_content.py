"""Abstracts, keywords, subjects and funding as hypothesis draws them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from jats.model.abstracts import Abstract
from jats.model.funding import (
    Award,
    AwardNumber,
    AwardWords,
    Funder,
    FundingStatement,
    Investigator,
    Organization,
    Recipient,
    Resource,
    Support,
)
from jats.model.keywords import Keyword, KeywordGroup, Series, SubjectGroup, Word, WordPart
from jats.model.sections import Section
from jats.model.vocabulary import Scheme, Vocabulary
from tests.drawing import (
    COUNTRY,
    FLAG,
    INLINE,
    LANGUAGE,
    NUMBER,
    ORCID,
    PARAGRAPHS,
    ROR,
    TEXT,
    TOKEN,
    URL,
    WORD,
    Strategy,
    by_language,
    fields_of,
    ids,
    localized,
    one_or_several,
    texts,
)
from tests.drawn_names import LAST_FIRST, NAME


@st.composite
def section(draw: st.DrawFn, depth: int = 1) -> Any:
    """A part of a structured abstract."""
    below = st.lists(section(depth - 1), min_size=1, max_size=2) if depth else st.builds(list)
    kinds = st.sampled_from(["intro", "methods"])
    return draw(fields_of(Section, "text", label=NUMBER, title=INLINE, type=kinds, text=PARAGRAPHS, sections=below))


SECTIONS = st.one_of(
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
        id=TOKEN,
        ids=ids("publisher-id", "archive"),
        label=NUMBER,
        title=INLINE,
        text=PARAGRAPHS,
        sections=SECTIONS,
    ),
    st.fixed_dictionaries({"sections": SECTIONS}),
)
ABSTRACTS = st.one_of(
    INLINE, _ABSTRACT, by_language(st.one_of(PARAGRAPHS, _ABSTRACT)), st.lists(st.one_of(INLINE, _ABSTRACT), max_size=2)
)

_TERM = st.one_of(texts("abcXYZ -їє中λ&<>$", 12), st.just("<i>E. coli</i>"))
_TERMS = st.one_of(
    st.lists(_TERM, min_size=1, max_size=3), _TERM, st.lists(_TERM, min_size=2, max_size=3).map("; ".join)
)
_VOCABULARY = st.one_of(
    TEXT, fields_of(Vocabulary, "name", name=TEXT, identifier=TEXT, term=TEXT, term_identifier=TEXT)
)
_WORD_PARTS = st.one_of(
    st.dictionaries(st.sampled_from(["code", "words"]), INLINE, min_size=1),
    st.lists(fields_of(WordPart, "text", text=INLINE, type=TOKEN), min_size=1, max_size=2),
)
_SCHEME = st.one_of(TEXT, fields_of(Scheme, name=TEXT, identifier=URL))


def _in_one_way(word: dict[str, Any]) -> dict[str, Any]:
    """A word with its text or its parts, not both."""
    whole = {key: value for key, value in word.items() if key not in ("text", "code")}
    return whole if "parts" in word else {"text": "x", **word}


_WORD_FIELDS = {
    "text": INLINE,
    "code": NUMBER,
    "parts": _WORD_PARTS,
    "type": TOKEN,
    "vocabulary": _VOCABULARY,
    "authority": TEXT,
}


@st.composite
def keyword(draw: st.DrawFn, depth: int = 1) -> Any:
    """A keyword with what is known of it, and with narrower ones."""
    below = one_or_several(st.one_of(_TERM, keyword(depth - 1))) if depth else st.builds(list)
    return _in_one_way(draw(fields_of(Keyword, most=8, **_WORD_FIELDS, narrower=below)))


SUBJECT = st.one_of(INLINE, fields_of(Word, most=8, **_WORD_FIELDS).map(_in_one_way))
_KEYWORDS = st.one_of(keyword(), st.lists(st.one_of(_TERM, keyword()), min_size=1, max_size=2))
_KEYWORD_GROUP = fields_of(
    KeywordGroup,
    "terms",
    vocabulary=_SCHEME,
    authority=TEXT,
    label=NUMBER,
    language=LANGUAGE,
    type=st.sampled_from(["abbreviations", "MeSH"]),
    title=INLINE,
    terms=st.one_of(_TERMS, _KEYWORDS),
)
KEYWORDS = st.one_of(
    _TERMS,
    _KEYWORDS,
    _KEYWORD_GROUP,
    st.lists(_KEYWORD_GROUP, max_size=2),
    by_language(st.one_of(_TERMS, _KEYWORD_GROUP, _KEYWORDS)),
)


@st.composite
def subject_group(draw: st.DrawFn, depth: int = 1) -> Any:
    """Subjects of one kind, with narrower ones."""
    below = st.lists(subject_group(depth - 1), min_size=1, max_size=2) if depth else st.builds(list)
    kinds = st.sampled_from(["heading", "udc", "jel"])
    return draw(
        fields_of(
            SubjectGroup,
            "subjects",
            type=kinds,
            language=LANGUAGE,
            vocabulary=_SCHEME,
            authority=TEXT,
            subjects=one_or_several(SUBJECT),
            groups=below,
        )
    )


SUBJECTS = st.one_of(
    INLINE,
    st.dictionaries(st.sampled_from(["heading", "udc", "jel"]), one_or_several(INLINE), min_size=1, max_size=2),
    subject_group(),
    st.lists(st.one_of(INLINE, subject_group()), max_size=2),
)

_SERIES = fields_of(Series, "title", title=localized(INLINE), text=localized(INLINE))
SERIES = st.one_of(by_language(INLINE), one_or_several(st.one_of(INLINE, _SERIES)))

_NOTHING: Strategy = st.builds(list)
"""No ids to refer to: any would have to be there."""
_FUNDER = st.one_of(
    TEXT,
    fields_of(
        Funder,
        "name",
        name=TEXT,
        language=LANGUAGE,
        doi=st.just("10.13039/501100000780"),
        ror=ROR,
        ids=ids("grid"),
        country_code=COUNTRY,
        type=TOKEN,
        url=URL,
        refers_to=_NOTHING,
    ),
)
_AWARD_NUMBER = st.one_of(
    NUMBER,
    fields_of(
        AwardNumber,
        "number",
        number=NUMBER,
        type=TOKEN,
        award_type=TOKEN,
        authority=TEXT,
        url=URL,
        refers_to=_NOTHING,
    ),
)
_AWARD_WORDS = one_or_several(
    st.one_of(TEXT, fields_of(AwardWords, "text", text=TEXT, language=LANGUAGE, type=TOKEN, url=URL))
)
_ORGANIZATION = st.one_of(TEXT, fields_of(Organization, "name", name=TEXT, ror=ROR, ids=ids("grid")))
_INVESTIGATOR = st.one_of(LAST_FIRST, fields_of(Investigator, "name", name=NAME, orcid=ORCID, ids=ids("scopus")))
_RECIPIENT = st.one_of(
    _INVESTIGATOR,
    fields_of(Recipient, "institution", name=NAME, institution=_ORGANIZATION, orcid=ORCID, ids=ids("scopus")).map(
        lambda drawn: {key: value for key, value in drawn.items() if key != "name"}
    ),
)
_AWARD = fields_of(
    Award,
    "funder",
    funder=one_or_several(_FUNDER),
    in_kind=FLAG,
    type=TOKEN,
    numbers=one_or_several(_AWARD_NUMBER),
    name=_AWARD_WORDS,
    description=_AWARD_WORDS,
    recipients=one_or_several(_RECIPIENT),
    investigators=one_or_several(_INVESTIGATOR),
    url=URL,
    id=TOKEN,
    refers_to=_NOTHING,
)
FUNDING = one_or_several(st.one_of(_AWARD, st.fixed_dictionaries({"numbers": NUMBER})))
_RESOURCE = st.one_of(
    INLINE,
    fields_of(Resource, "name", "ids", name=INLINE, type=TOKEN, url=URL, ids=ids("rrid"), vocabulary=_SCHEME),
)
SUPPORT = one_or_several(
    fields_of(
        Support,
        "description",
        type=TOKEN,
        awards=one_or_several(_AWARD),
        description=PARAGRAPHS,
        refers_to=_NOTHING,
        resources=one_or_several(_RESOURCE),
    )
)
_STATEMENT = st.one_of(INLINE, fields_of(FundingStatement, "text", language=LANGUAGE, text=INLINE, refers_to=_NOTHING))
STATEMENTS = st.one_of(localized(_STATEMENT), st.lists(_STATEMENT, min_size=1, max_size=2))

BODY = st.lists(WORD, min_size=1, max_size=3).map(
    lambda words: "<body>" + "".join(f"<p>{word} <italic>{word}</italic></p>" for word in words) + "</body>"
)

FIELDS = {
    "subjects": SUBJECTS,
    "series": SERIES,
    "abstract": ABSTRACTS,
    "keywords": KEYWORDS,
    "funding": FUNDING,
    "support": SUPPORT,
    "funding_statement": STATEMENTS,
    "open_access_statement": PARAGRAPHS,
    "body": BODY,
}
"""Fields of an article that this file draws."""
