"""How data is drawn: records of the model's fields, values by language, and the simplest values."""

from __future__ import annotations

import string
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from jats.model.article import Article, SubArticle
from jats.model.base import Data
from jats.model.custom import CustomMeta
from jats.model.references import Pages
from jats.model.vocabulary import Vocabulary
from jats.model.web import WebAddress

WHOLE = (Article, SubArticle)
"""Models that are never drawn with all their fields."""

Strategy = st.SearchStrategy[Any]

LANGUAGES = ("en", "uk", "pt-BR", "sr-Latn", "zh-Hans", "ar", "el")
_ALPHABET = (
    string.ascii_letters + string.digits + " .,:-()/&<>\"'$\\{}[]#%@*!?=+_~^|;"
    " –—’“”«»…©§\u00a0\u2009\u00adéßøñčžÅї҆єґЖщюяΑλφשלוםالعربية中文文献日本語हिन्दी\u0301\U0001d4b3😀"
)
WORD = st.text(string.ascii_letters + string.digits + "їєґжяλ文é", min_size=1, max_size=8)


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
URL = WORD.map(lambda word: f"https://example.org/{word}?a=1&b=<2>")
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
    "<fn><p>{}</p></fn>", '<named-content content-type="gene">{}</named-content>', '<uri xlink:href="https://a.example">{}</uri>',
    '<inline-graphic xlink:href="a.png"><alt-text>{}</alt-text></inline-graphic>', '<italic toggle="yes">{}</italic>',
    '<fn id="n"><label>*</label><p>a <fixed-case>{}</fixed-case></p></fn><xref ref-type="fn" rid="n">b</xref>',
    "<ruby><rb>{}</rb><rt>b</rt></ruby>", "<list><list-item><p>{}</p></list-item></list>",
    "<i><abbrev>{}<def><p>a</p></def></abbrev></i>", "<inline-formula><tex-math>{}</tex-math></inline-formula>",
    "<sub><mml:math><mml:mi>x</mml:mi></mml:math>{}</sub>",
]  # fmt: skip
_BLOCKS = [
    '<list list-type="bullet"><title>a</title><list-item><label>1</label><p>{}</p></list-item></list>',
    "<def-list><def-item><term>{}</term><def><p>a</p></def></def-item></def-list>",
    '<disp-formula id="e1"><label>(1)</label><tex-math>{}</tex-math></disp-formula>',
    '<fig id="f1"><label>1</label><caption><title>{}</title><p>a</p></caption><graphic xlink:href="a.png"/></fig>',
    "<table-wrap><table><tbody><tr><td>{}</td><td>b</td></tr></tbody></table></table-wrap>",
    "<sec><title>{}</title><p>a</p><sec><title>b</title><p>c</p></sec></sec>", "<sec><p>{}</p></sec>",
    '<p content-type="x" specific-use="y">{}<fn><p>z</p></fn></p>', "<boxed-text><label>1</label><p>{}</p></boxed-text>",
    "<disp-quote><p>{}</p><attrib>a</attrib></disp-quote>", '<media xlink:href="a.mp4"><label>{}</label></media>',
    "<verse-group><verse-line>{}</verse-line></verse-group>", "<preformat>{}</preformat>",
    "<list><list-item>{}</list-item></list>",
    "<question><p>{}</p></question>", "<speech><speaker>a</speaker><p>{}</p></speech>", "<code>{}</code>",
    "<statement><title>a</title><p>{}</p></statement>", '<array><label>a</label><graphic xlink:href="{}"/></array>',
    '<disp-formula-group><disp-formula><mml:math><mml:mi>x</mml:mi></mml:math></disp-formula></disp-formula-group><p>{}</p>',
]  # fmt: skip
BLOCK = st.tuples(st.sampled_from(_BLOCKS), TEXT).map(lambda drawn: drawn[0].format(drawn[1]))
"""A block in JATS's own markup."""


def _before(text: str, marked: str) -> str:
    """The text before markup; it must not turn what a pointer needs into mere text, which would be a fault."""
    return text.replace("$", "").rstrip("\\") if "rid=" in marked else text


INLINE = st.one_of(
    TEXT,
    st.tuples(TEXT, st.sampled_from(_MARKED), TEXT, TEXT).map(
        lambda drawn: _before(*drawn[:2]) + drawn[1].format(drawn[2]) + drawn[3]
    ),
)
"""Running text in the editor's notation, well formed or not."""


@st.composite
def record(draw: st.DrawFn, model: type[Data], needs: Sequence[str], most: int, fields: dict[str, Strategy]) -> Any:
    """Fields of a model: those in `needs` and up to `most` others, at times all of them."""
    others = [name for name in fields if name not in needs]
    everything = model not in WHOLE and draw(st.integers(0, 7)) == 7
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
    """Identifiers by type, of kinds that have no check of their own, some with who assigned them."""
    value = st.one_of(TEXT, TEXT, st.fixed_dictionaries({"value": TEXT}, optional={"authority": TEXT}))
    return st.dictionaries(st.one_of(st.sampled_from(kinds), TOKEN), value, min_size=1, max_size=2)


def linked_ids(*kinds: str) -> Strategy:
    """The same, some with their address on the web."""
    value = st.fixed_dictionaries({"value": TEXT}, optional={"authority": TEXT, "url": URL})
    return st.one_of(
        ids(*kinds), st.dictionaries(st.one_of(st.sampled_from(kinds), TOKEN), value, min_size=1, max_size=2)
    )


YEAR = st.integers(1000, 2999)
_WRITTEN_DATE = st.one_of(
    YEAR,
    YEAR.map(str),
    st.tuples(YEAR, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02}"),
    st.dates().filter(lambda date: date.year >= 1000 and date.year < 3000).map(str),
    st.sampled_from(
        [
            "Spring 2023",
            "30 березня 2023 р.",
            "March 2023",
            "30.03.2023",
            "January-February 2023",
            "2023-03-12/2023-03-14",
            "12–14 March 2023",
        ]
    ),
)
_DATE_IN_PARTS = st.one_of(
    st.fixed_dictionaries({"year": YEAR.map(str), "month": st.integers(1, 12)}, optional={"day": st.integers(1, 28)}),
    st.fixed_dictionaries({"year": YEAR, "season": st.sampled_from(["Spring", "Весна"])}),
    st.fixed_dictionaries({"year": YEAR, "text": TEXT}, optional={"era": TEXT}),
    st.fixed_dictionaries({"year": YEAR, "month": st.just(3), "until": st.just("2999-12-31")}, optional={"text": TEXT}),
    st.fixed_dictionaries(
        {"year": NUMBER, "calendar": TEXT},
        optional={"gregorian": st.just("2023-03-30"), "month": NUMBER, "era": TEXT, "text": TEXT},
    ),
)
DATE = st.one_of(_WRITTEN_DATE, _DATE_IN_PARTS)
_PAGE = st.one_of(st.integers(1, 999), st.sampled_from(["e12", "S3", "xii", "254.e1"]))
PAGES = st.one_of(
    st.sampled_from(["8-14", "8–14", "e12", "8-11, 14-19", 7]),
    st.fixed_dictionaries({"first": _PAGE}, optional={"last": _PAGE}),
    fields_of(Pages, "first", first=_PAGE, last=_PAGE, range=st.just("8-11, 14-19")),
)

PARAGRAPHS = st.one_of(
    INLINE,
    st.tuples(INLINE, st.one_of(INLINE, BLOCK)).map("\n\n".join),
    st.lists(st.one_of(INLINE, BLOCK), min_size=1, max_size=2),
)
"""Running text in paragraphs and blocks."""

VOCABULARY = st.one_of(TEXT, fields_of(Vocabulary, "name", name=TEXT, identifier=TEXT, term=TEXT, term_identifier=TEXT))
MEDIA_TYPE = st.sampled_from(["application/pdf", "text/html", "video"])
WEB_ADDRESSES = one_or_several(
    st.one_of(
        URL,
        fields_of(
            WebAddress,
            "url",
            url=URL,
            text=TEXT,
            type=TOKEN,
            media_type=MEDIA_TYPE,
            language=LANGUAGE,
            title=TEXT,
            authority=TEXT,
        ),
    )
)
_CUSTOM = fields_of(
    CustomMeta, "name", "value", name=TEXT, value=INLINE, url=URL, vocabulary=VOCABULARY, authority=TEXT
)
CUSTOM = st.one_of(
    st.dictionaries(TOKEN, INLINE, min_size=1, max_size=2), _CUSTOM, st.lists(_CUSTOM, min_size=1, max_size=2)
)
