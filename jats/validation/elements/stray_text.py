"""What to do about text where only elements are allowed."""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from jats.messages.words import tag, tags
from jats.schema.content import Grammar
from jats.validation.elements.captions import parts_of_captions
from jats.validation.elements.likely import usual_share
from jats.validation.names import has_more_than, written_name
from jats.validation.syntax.half_tags import is_half_tag

_FEW = 3
_MOSTLY = 0.5
FOR_TEXT = ("p", "title", "label", "article-title", "subject", "kwd", "license-p", "td", "mixed-citation", "term")
"""What text most likely is meant to be, in this order."""

FOR_MATH = ("mml:mo", "mml:mi", "mml:mn", "mml:mtext")
"""The elements of a formula that may have text."""

_MEANT = {
    "award-group": ("award-id",),
    "funding-group": ("funding-statement",),
    "kwd-group": ("kwd",),
    "name": ("surname", "given-names"),
    "permissions": ("copyright-statement", "license"),
    "publisher": ("publisher-name", "publisher-loc"),
    "ref": ("mixed-citation",),
    "subj-group": ("subject",),
}
"""What the text in an element most likely is meant to be, where it is not a paragraph."""

_MEANT_INSIDE = {
    "contrib-group": ("contrib", "string-name"),
    "fig": ("caption", "p"),
    "fn-group": ("fn", "p"),
    "list": ("list-item", "p"),
    "ref-list": ("ref", "mixed-citation"),
    "table-wrap": ("caption", "p"),
}
"""The child that the text of an element most likely belongs in, and what it is there."""

_TOO_VARIED = frozenset(("article-meta", "front", "journal-meta"))
_DATE = ("pub-date", "date", "event-date", "date-in-citation")
_TEX = re.compile(r"\\[A-Za-z]|[_^]")
_JOINING = frozenset(("and", "&", "et", "y", "e", "und", "og", "och", "en", "i", "и", "та", "и др."))
_PUNCTUATION = ("P", "S", "Z", "C")


def holder_of_text(name: str, grammar: Grammar) -> str:
    """The element in which an element of that name has its text, as tags; empty if it has text itself, or none at all."""
    if grammar.mixed(name):
        return ""
    if name in _MEANT_INSIDE:
        return "".join(map(tag, _MEANT_INSIDE[name]))
    allowed = grammar.children(name)
    return next((tag(each) for each in (*_MEANT.get(name, ()), *FOR_TEXT) if each in allowed), "")


def remedy_for_text(text: str, parent: etree._Element, possible: tuple[str, ...], grammar: Grammar) -> str:
    """The end of a message about bare text; `possible` are the elements that are allowed at its place."""
    name = written_name(parent)
    if is_half_tag(text, grammar.elements):
        return ": it is a tag without its <: write < before it"
    if name == "mml:math" and _TEX.search(text):
        return ": it is TeX, not MathML: write <tex-math> for <mml:math>"
    if name == "element-citation" and (not is_text_alone(text) or _pieces_in(parent) > 1):
        return ": write <mixed-citation> for <element-citation>, which allows no text between its elements"
    if name == "tr":
        names = [written_name(each) for each in parent.iterchildren(etree.Element)]
        return f": put it into {tag('th' if names.count('th') > names.count('td') else 'td')}"
    if not name.startswith("mml:") and is_text_alone(text):
        return ": remove it"
    if name in _DATE:
        return ": put its parts into <day>, <month> and <year>, in this order"
    if name in ("graphic", "media", "inline-graphic"):
        return ": remove it, or put it into the <caption> of the figure"
    if name in _TOO_VARIED:
        return ": move it into the element that it belongs in, or remove it"
    if name == "table":
        return ": move it before <table>, into <label> or <caption>"
    if name == "name" and parent.find("surname") is not None:
        return ": remove it, or write it as <prefix> or <suffix> at the end of <name>"
    if name == "history" and not any(each.isdigit() for each in text) and len(parent):
        return ": remove it"
    if name == "history":
        kinds = '<date date-type="received">, "rev-recd" if it was revised, or "accepted"'
        return f": write each date as {kinds}, with <day>, <month> and <year>, and leave out the words"
    outer, inner = _MEANT_INSIDE.get(name, ("", ""))
    if outer == "caption" and outer in possible:
        return f": put it into {tags(parts_of_captions(parent))}, in {tag(outer)}"
    if outer == "caption" and "table-wrap-foot" in possible:
        return f": put it into {tag(inner)}, in <table-wrap-foot>"
    if inner and inner in grammar.children(outer):
        return f": put it into {tag(inner)}, in {tag(outer)}"
    return _holders(name, parent, possible, grammar)


def _holders(name: str, parent: etree._Element, possible: tuple[str, ...], grammar: Grammar) -> str:
    if not name.startswith("mml:") and (alike := _like_its_siblings(parent, possible, grammar)):
        return f": put it into {tag(alike)}"
    preferred = _MEANT.get(name) or (*_usual_there(parent, possible, grammar), *FOR_TEXT)
    if name == "contrib":
        named = any(parent.find(each) is not None for each in ("name", "string-name", "collab", "name-alternatives"))
        preferred = ("degrees", "role") if named else ("string-name", "collab")
    here = list(dict.fromkeys(each for each in preferred if each in possible))
    if here:
        loose = loose_in_text(parent, grammar, here[0])
        what = f"it, with {tags(loose, _FEW)}," if loose else "it"
        return f": put {what} into {tags(here)}"
    inner = next(
        (each for each in FOR_TEXT for holder in grammar.children(name) if each in grammar.children(holder)), None
    )
    holders = [each for each in sorted(grammar.children(name)) if inner and inner in grammar.children(each)]
    near = [each for each in holders if parent.find(each) is not None] or holders
    return f": put it into {tag(inner)}, in {tags(near, _FEW)}" if inner and near else ": move it, or remove it"


def _like_its_siblings(parent: etree._Element, possible: tuple[str, ...], grammar: Grammar) -> str:
    """The name of all the elements beside a text, if there are several and it may be another."""
    names = {written_name(each) for each in parent.iterchildren(etree.Element)}
    name = names.pop() if len(names) == 1 and has_more_than(1, parent) else ""
    return name if name in possible and grammar.mixed(name) and not name.startswith("mml:") else ""


def _usual_there(parent: etree._Element, possible: tuple[str, ...], grammar: Grammar) -> list[str]:
    """The element of text that the parent mostly has and lacks."""
    holder, there = written_name(parent), {written_name(each) for each in parent.iterchildren(etree.Element)}
    found = [
        each for each in possible if each not in there and grammar.mixed(each) and usual_share(holder, each) >= _MOSTLY
    ]
    return sorted(found, key=lambda each: -usual_share(holder, each))[:1]


def _pieces_in(parent: etree._Element) -> int:
    """The number of texts between the children."""
    return sum(1 for each in (parent.text, *(child.tail for child in parent)) if each and each.strip())


def is_text_alone(text: str) -> bool:
    """Whether it is punctuation, an invisible character, or a word that only joins the elements beside it."""
    bare = text.strip(" \t\r\n,;").lower()
    return bare in _JOINING or all(unicodedata.category(each)[0] in _PUNCTUATION for each in bare)


def loose_in_text(parent: etree._Element, grammar: Grammar, into: str | None = None) -> list[str]:
    """The names of children that are not allowed there, and go where the text beside them goes."""
    allowed = grammar.children(written_name(parent))
    holder = into or next((each for each in FOR_TEXT if each in allowed), None)
    names = dict.fromkeys(written_name(each) for each in parent.iterchildren(etree.Element))
    return [each for each in names if holder and each not in allowed and each in grammar.children(holder)]
