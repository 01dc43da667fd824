"""Articles as hypothesis draws them: plain data in short and long forms, and the model's instances made of it.

Every field of the model is drawn, with valid values, in several languages and scripts; a field that the model has and
this file doesn't know stops the import of it.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from jats.model.abstracts import Abstract, Section
from jats.model.affiliations import Affiliation
from jats.model.article import Article, Defaults, IssueFile, JournalFile
from jats.model.base import Data
from jats.model.dates import Event, Publication
from jats.model.funding import Award, Funder
from jats.model.journal import Journal, Publisher
from jats.model.keywords import KeywordGroup, SubjectGroup
from jats.model.people import Contributor, Name, Role
from jats.model.permissions import Copyright, License
from jats.model.references import Conference, Pages, Reference

Strategy = st.SearchStrategy[Any]

LANGUAGES = ("en", "uk", "pt-BR", "sr-Latn", "zh-Hans", "ar", "el")
_ALPHABET = (
    string.ascii_letters + string.digits + " .,:-()/&<>\"'$\\{}[]#%@*!?=+_~^|;"
    " –—’“”«»…©§\u00a0\u2009\u00adéßøñčžÅї҆єґЖщюяΑλφשלוםالعربية中文文献日本語हिन्दी\u0301\U0001d4b3😀"
)
_WORD = st.text(string.ascii_letters + string.digits + "їєґжяλ文é", min_size=1, max_size=8)


def _meaning(text: str) -> str:
    """The text with blanks in it only, not around; a text of nothing but white space becomes a letter."""
    return text.strip(" ") if text.strip() else "x"


def texts(alphabet: str = _ALPHABET, longest: int = 24) -> st.SearchStrategy[str]:
    """Texts that mean something after white space is collapsed."""
    return st.text(alphabet, min_size=1, max_size=longest).map(_meaning)


TEXT = texts()
NUMBER = st.one_of(st.integers(1, 2000), st.integers(1, 2000).map(str), TEXT)
"""Volumes, issues and the like: numbers or texts."""

TOKEN = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=10).map(lambda text: "x" + text)
"""Names of kinds that nobody knows."""

FLAG = st.sampled_from([True, False, "yes", "no", "true", "Yes"])
URL = _WORD.map(lambda word: f"https://example.org/{word}?a=1&b=<2>")
DOI = st.text(string.ascii_lowercase + string.digits + "-._()/<>;", max_size=12).map(lambda end: f"10.5555/a{end}b")
ORCID = st.sampled_from(["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000-0001-5109-3700"])
ISSN = st.sampled_from(["2520-6524", "1234-5679", "03178471", "2434-561X", "2434-561x"])
ISBN = st.sampled_from(["978-3-16-148410-0", "9783161484100", "0-306-40615-2", "080442957X"])
ROR = st.sampled_from(["https://ror.org/03yrm5c26", "03yrm5c26"])
LANGUAGE = st.sampled_from(LANGUAGES)
COUNTRY = st.sampled_from(["UA", "BR", "GB"])

_MARKED = [
    "<i>{}</i>", "<b>{}</b>", "<sub>{}</sub>", "<sup>{}</sup>", "<sc>{}</sc>", "<u>{}</u>", "<tt>{}</tt>", "<s>{}</s>",
    "<overline>{}</overline>", "<sans-serif>{}</sans-serif>", "<roman>{}</roman>", "<i>a <b>{}</b> c</i>",
    '<a href="https://example.org/?a=1&amp;b=2">{}</a>', "$x^2 < {}$",
    "<math><mi>x</mi><mo>+</mo><mn>1</mn></math> {}", "<i>{}", "{}</b>",
]  # fmt: skip
INLINE = st.one_of(
    TEXT,
    st.tuples(TEXT, st.sampled_from(_MARKED), TEXT, TEXT).map(
        lambda drawn: drawn[0] + drawn[1].format(drawn[2]) + drawn[3]
    ),
)
"""Running text in the editor's notation, well formed or not."""


@st.composite
def record(draw: st.DrawFn, model: type[Data], needs: Sequence[str], most: int, fields: dict[str, Strategy]) -> Any:
    """Fields of a model: those in `needs` and up to `most` others, at times all of them."""
    others = [name for name in fields if name not in needs]
    everything = model is not Article and draw(st.integers(0, 7)) == 7
    count = len(others) if everything else draw(st.integers(0, min(most, len(others))))
    chosen = draw(st.lists(st.sampled_from(others), unique=True, min_size=count, max_size=count)) if count else []
    return {name: draw(fields[name]) for name in fields if name in needs or name in chosen}


def fields_of(model: type[Data], *needs: str, most: int = 8, **fields: Strategy) -> Strategy:
    """A strategy for a model's long form; raises LookupError where a field of the model is forgotten."""
    forgotten = model.model_fields.keys() ^ fields.keys()
    if forgotten:
        raise LookupError(f"{model.__name__}: {', '.join(sorted(forgotten))}")
    return record(model, needs, most, fields)


def one_or_several(item: Strategy, most: int = 2) -> Strategy:
    """One value, or a list."""
    return st.one_of(item, st.lists(item, min_size=1, max_size=most))


def by_language(value: Strategy) -> Strategy:
    """Versions by language tag."""
    return st.dictionaries(LANGUAGE, value, min_size=1, max_size=3)


def localized(value: Strategy) -> Strategy:
    """One version, or several by language tag."""
    return st.one_of(value, by_language(value), value.map(lambda text: {"": text}))


def ids(*kinds: str) -> Strategy:
    """Identifiers by type, of kinds that have no check of their own."""
    return st.dictionaries(st.one_of(st.sampled_from(kinds), TOKEN), TEXT, min_size=1, max_size=2)


YEAR = st.integers(1000, 2999)
_WRITTEN_DATE = st.one_of(
    YEAR,
    YEAR.map(str),
    st.tuples(YEAR, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02}"),
    st.dates().filter(lambda date: date.year >= 1000 and date.year < 3000).map(str),
    st.sampled_from(["Spring 2023", "30 березня 2023 р.", "March 2023", "30.03.2023", "January-February 2023"]),
)
_DATE_IN_PARTS = st.one_of(
    st.fixed_dictionaries({"year": YEAR.map(str), "month": st.integers(1, 12)}, optional={"day": st.integers(1, 28)}),
    st.fixed_dictionaries({"year": YEAR, "season": st.sampled_from(["Spring", "Весна"])}),
    st.fixed_dictionaries({"year": YEAR, "text": TEXT}),
)
DATE = st.one_of(_WRITTEN_DATE, _DATE_IN_PARTS)

_NAME_PART = texts("abcXYZ .-'їєґЖщ中文λéß&<", 10)
_LAST_FIRST = st.tuples(_NAME_PART, _NAME_PART).map(", ".join)
_SHORT_NAME = st.one_of(_LAST_FIRST, _NAME_PART, st.just("King, Martin L., Jr."))
_NAME = fields_of(
    Name,
    "surname",
    surname=_NAME_PART,
    given=_NAME_PART,
    prefix=_NAME_PART,
    suffix=_NAME_PART,
    style=st.sampled_from(["western", "eastern", "islensk", "given-only"]),
    full=_NAME_PART,
    language=LANGUAGE,
)
NAME = st.one_of(
    _SHORT_NAME, _NAME, st.fixed_dictionaries({"full": _NAME_PART}), st.fixed_dictionaries({"given": _NAME_PART})
)

ROLE = st.one_of(
    TEXT,
    st.sampled_from(["Conceptualization", "Writing – original draft"]),
    fields_of(
        Role,
        text=localized(TEXT),
        credit=st.just("Software"),
        degree=st.sampled_from(["lead", "equal", "supporting"]),
    ).filter(lambda role: "text" in role or "credit" in role),
)

_PRINTED_AFFILIATION = TEXT.map(lambda text: f"University of {text}, Kyiv")


def affiliation(identifier: Strategy) -> Strategy:
    """An affiliation in its long form."""
    return fields_of(
        Affiliation,
        "institution",
        id=identifier,
        label=NUMBER,
        text=localized(TEXT),
        institution=localized(TEXT),
        departments=one_or_several(localized(TEXT)),
        ror=ROR,
        ids=ids("grid", "ringgold"),
        street=localized(TEXT),
        city=localized(TEXT),
        state=localized(TEXT),
        postal_code=NUMBER,
        country=localized(TEXT),
        country_code=COUNTRY,
        email=one_or_several(TEXT),
        url=URL,
    )


@st.composite
def contributor(draw: st.DrawFn, known: Sequence[str], depth: int = 1) -> Any:
    """A person, a group or somebody anonymous, who may name affiliations of `known` identifiers."""
    if draw(st.integers(0, 3)) == 0 and depth:
        return draw(_SHORT_NAME)
    links = [_PRINTED_AFFILIATION, affiliation(TOKEN), *([st.sampled_from(known)] if known else [])]
    drawn = draw(
        fields_of(
            Contributor,
            name=st.one_of(NAME, by_language(NAME), st.lists(NAME, min_size=1, max_size=2)),
            collaboration=localized(TEXT),
            members=st.lists(contributor(known, depth - 1), min_size=1, max_size=2) if depth else st.just([]),
            anonymous=st.just(True),
            type=st.sampled_from(["author", "editor", "translator", "reviewer"]),
            orcid=ORCID,
            orcid_authenticated=FLAG,
            ids=ids("scopus", "researcherid"),
            degrees=one_or_several(TEXT),
            roles=one_or_several(ROLE),
            email=one_or_several(TEXT),
            affiliations=one_or_several(st.one_of(links)),
            corresponding=FLAG,
            equal_contribution=FLAG,
            deceased=FLAG,
            url=URL,
            biography=INLINE,
        )
    )
    return draw(_somebody(drawn))


def _somebody(drawn: dict[str, Any]) -> Strategy:
    """The fields of a contributor with exactly one of the three ways to say who it is."""
    who = [key for key in ("name", "collaboration", "anonymous") if key in drawn]
    kept = {key: value for key, value in drawn.items() if key not in who[1:]}
    if who[:1] != ["collaboration"]:
        kept.pop("members", None)
    if "orcid" not in kept:
        kept.pop("orcid_authenticated", None)
    if "collaboration" not in kept:
        kept.pop("members", None)
    if "orcid" not in kept:
        kept.pop("orcid_authenticated", None)
    if who:
        return st.just(kept)
    in_parts = st.fixed_dictionaries({"surname": _NAME_PART}, optional={"given": _NAME_PART, "suffix": _NAME_PART})
    return st.one_of(NAME.map(lambda name: {"name": name}), in_parts).map(lambda name: {**kept, **name})


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

_EVENTS = ("received", "accepted", "rev-recd", "rev-request", "corrected", "retracted")
HISTORY = st.one_of(
    st.dictionaries(st.sampled_from(_EVENTS), one_or_several(DATE), min_size=1, max_size=3),
    st.lists(fields_of(Event, "type", "date", type=st.sampled_from(_EVENTS), date=DATE), max_size=2),
)
_PUBLICATION = fields_of(
    Publication,
    "date",
    type=st.sampled_from(["pub", "collection", "preprint", "retracted"]),
    format=st.sampled_from(["electronic", "print"]),
    date=DATE,
)
PUBLISHED = st.one_of(
    DATE,
    _PUBLICATION,
    st.dictionaries(st.sampled_from(["electronic", "print", "collection"]), DATE, min_size=1, max_size=3),
    st.lists(_PUBLICATION, max_size=2),
)

_PAGE = st.one_of(st.integers(1, 999), st.sampled_from(["e12", "S3", "xii", "254.e1"]))
PAGES = st.one_of(
    st.sampled_from(["8-14", "8–14", "e12", "8-11, 14-19", 7]),
    st.fixed_dictionaries({"first": _PAGE}, optional={"last": _PAGE}),
    fields_of(Pages, "first", first=_PAGE, last=_PAGE, range=st.just("8-11, 14-19")),
)

_FUNDER = st.one_of(
    TEXT,
    fields_of(
        Funder, "name", name=TEXT, doi=st.just("10.13039/501100000780"), ror=ROR, ids=ids("grid"), country_code=COUNTRY
    ),
)
_AWARD = fields_of(Award, "funder", funder=_FUNDER, numbers=one_or_several(NUMBER), recipients=one_or_several(NAME))
FUNDING = one_or_several(st.one_of(_AWARD, st.fixed_dictionaries({"numbers": NUMBER})))

COPYRIGHT = st.one_of(
    TEXT, fields_of(Copyright, "statement", statement=localized(INLINE), year=YEAR, holder=localized(INLINE))
)
LICENSE = one_or_several(
    st.one_of(
        st.sampled_from(["CC BY 4.0", "CC BY-NC-ND 4.0", "CC0 1.0", "https://creativecommons.org/licenses/by/4.0/"]),
        TEXT.map(lambda text: f"All rights reserved: {text}"),
        URL,
        fields_of(License, "url", name=st.just("CC BY 4.0"), url=URL, text=INLINE, language=LANGUAGE, start=DATE),
    )
)

_PERSON_OR_GROUP = st.one_of(
    _LAST_FIRST,
    st.fixed_dictionaries({"name": NAME}),
    st.fixed_dictionaries({"collaboration": TEXT}),
    st.fixed_dictionaries({"surname": _NAME_PART}, optional={"given": _NAME_PART}),
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


_PUBLISHER = st.one_of(TEXT, fields_of(Publisher, "name", name=localized(TEXT), place=localized(TEXT)))


def _journal_fields() -> dict[str, Strategy]:
    return {
        "title": localized(INLINE),
        "subtitle": localized(INLINE),
        "abbreviation": TEXT,
        "ids": ids("publisher-id", "nlm-ta", "iso-abbrev"),
        "issn": st.one_of(
            ISSN, st.dictionaries(st.sampled_from(["print", "electronic", "linking"]), ISSN, min_size=1, max_size=3)
        ),
        "publisher": _PUBLISHER,
        "url": URL,
    }


JOURNAL = fields_of(Journal, most=7, **_journal_fields())


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
        **_journal_fields(),
        format=st.just(1),
        defaults=defaults,
        targets=one_or_several(st.sampled_from(["pmc", "crossref", "doaj"])),
    )


def issue_data() -> Strategy:
    """The contents of an issue file."""
    names = ("volume", "issue", "published", "license", "journal", "format")
    return record(IssueFile, (), 6, {key: _article_fields(())[key] for key in names})
