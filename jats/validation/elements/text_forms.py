"""What text between elements is, by its form and by the elements that are allowed at its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lxml import etree

from jats.messages.words import tag, tags
from jats.schema.content import Grammar
from jats.validation.names import child_elements, written_name
from jats.vocab.tables import tabbed_rows

_MOST = 120
_FEW = 4
_SHORT = 90
_DATES = frozenset(("date", "date-in-citation", "event-date", "pub-date"))
_WITH_HEADING = frozenset(("abstract", "ack", "app", "kwd-group", "ref-list", "sec", "trans-abstract"))

_SEVERAL = frozenset(("article-id", "contrib-id", "email", "ext-link", "issn", "journal-id", "pub-id", "uri", "xref"))
"""Elements of which one parent often has several."""

_FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\S+@\S+\.\S+"), ("email",)),
    (re.compile(r"(?:https?://)?orcid\.org/\S+|\d{4}-\d{4}-\d{4}-\d{3}[\dXx]"), ("contrib-id",)),
    (re.compile(r"https?://ror\.org/\S+"), ("institution-id",)),
    (re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}/\S+"), ("article-id", "pub-id", "object-id")),
    (re.compile(r"(?:https?://|www\.)\S+"), ("uri", "ext-link", "self-uri", "institution-id")),
    (re.compile(r"\d{4}-\d{3}[\dXx]"), ("issn",)),
    (re.compile(r"(?:1[5-9]|20)\d\d"), ("year", "copyright-year")),
    (
        re.compile(
            r"(?:Fig(?:ur[ae]?)?|Tab(?:l[ae]|ela|elle|leau)?|Abb(?:ildung)?|Box|Cuadro|Quadro|Scheme|Chart)\b\.?\s?\w{1,6}[.:]?",
            re.IGNORECASE,
        ),
        ("label",),
    ),
    (re.compile(r"\d{1,2}"), ("day", "month", "label", "xref", "volume", "issue", "fpage", "lpage")),
    (re.compile(r"[*†‡§¶#]{1,3}|[a-z]"), ("xref", "label")),
    (re.compile(r"[A-Za-z]?\d{1,7}[.]?"), ("label", "volume", "issue", "fpage", "lpage", "elocation-id")),
    (re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"), ("month",)),
)
"""The forms of texts, and the elements that such a text may be."""

_WORDS = {
    "article-id": '<article-id pub-id-type="…">',
    "contrib-id": '<contrib-id contrib-id-type="orcid">',
    "ext-link": '<ext-link ext-link-type="uri" xlink:href="…">',
    "pub-id": '<pub-id pub-id-type="…">',
    "self-uri": '<self-uri xlink:href="…">',
    "xref": '<xref ref-type="aff" rid="…">',
}
"""Elements that need an attribute to say what their text is."""


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    return {parent: tuple(names.split()) for parent, names in tabbed_rows("validation/text_in.tsv")}


def put_text_into(text: str, parent: etree._Element, after: etree._Element, grammar: Grammar) -> str | None:
    """The end of a message about text after a child, or before all (`after` is the parent); `None` if its form says nothing."""
    holder = written_name(parent)
    if holder in _WITH_HEADING:
        return _as_heading(text, parent, after, grammar)
    if holder not in _usual() and holder not in _DATES:
        return None
    there = {written_name(each) for each in child_elements(parent)} - _SEVERAL
    possible = {each: needed for each, needed in _possible(parent, after, grammar).items() if each not in there}
    forms = ([each for each in names if each in possible] for pattern, names in _FORMS if pattern.fullmatch(text))
    formed = [each for each in next(filter(None, forms), []) if each != "label" or holder != "element-citation"]
    if formed or holder in _DATES or holder == "contrib":
        return _into(formed)
    usual = [each for each in _usual()[holder] if possible.get(each)]
    usual = usual or [each for each in _usual()[holder] if each in possible and not _is_by_form(each, there)]
    other = "; if punctuation is meant to be between the elements, write <mixed-citation> for <element-citation>"
    return (_into(usual) or "") + (other if usual and holder == "element-citation" else "") or None


def _is_by_form(name: str, there: set[str]) -> bool:
    """Whether only the form of a text can say that it is such an element; a label is one before a citation too."""
    cited = name == "label" and bool(there & {"element-citation", "mixed-citation"})
    return not cited and any(name in names for _, names in _FORMS)


def _into(names: Sequence[str]) -> str | None:
    shown = [_WORDS.get(each, tag(each)) for each in names[:_FEW]]
    return f": put it into {' or '.join(filter(None, (', '.join(shown[:-1]), shown[-1])))}" if shown else None


def _possible(parent: etree._Element, after: etree._Element, grammar: Grammar) -> dict[str, bool]:
    """The elements of text that are allowed at the place, and whether the content is wrong without them."""
    children = child_elements(parent)
    if len(children) > _MOST:
        return {}
    holder, names = written_name(parent), [written_name(each) for each in children]
    before = [each for each in children if _is_before(each, after, parent)]
    at = len(before)
    wrong = not grammar.accepts(holder, names)
    candidates = (each for each in sorted(grammar.children(holder)) if grammar.mixed(each))
    return {each: wrong for each in candidates if grammar.accepts(holder, [*names[:at], each, *names[at:]])}


def _is_before(child: etree._Element, after: etree._Element, parent: etree._Element) -> bool:
    return after is not parent and (child is after or parent.index(child) < parent.index(after))


def _as_heading(text: str, parent: etree._Element, after: etree._Element, grammar: Grammar) -> str | None:
    """A short text without a full stop, before the paragraphs, where there is no title: `<title>` first."""
    if len(text) > _SHORT or text.endswith((".", ";", ",")) or not text[:1].isupper():
        return None
    if after is not parent and written_name(after) not in ("label", "object-id", "sec-meta"):
        return None
    if "title" not in _possible(parent, after, grammar):
        return None
    others = [each for each in ("p",) if each in grammar.children(written_name(parent))]
    return f": put it into {tags(['title', *others])}"
