"""What to do about a text between elements that is several things, or a thing of several parts: it is written out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from jats.messages.words import tag
from jats.schema.content import Grammar
from jats.validation.elements.formulas import number_of_parts
from jats.validation.elements.stray_text import FOR_MATH
from jats.validation.elements.written_out import (
    date_of,
    each_in,
    history_of,
    label_before,
    name_of,
    people_in,
    shortened,
    terms_in,
    title_and_source,
    token_for,
    tokens_of,
    written,
)
from jats.validation.names import child_elements, text_in, written_name

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TWO = 2
_PAGE = r"[A-Za-z]{0,2}\d+[A-Za-z]?|[ivxlcm]+"
_PAGES = re.compile(rf"((?:[^\W\d_]{{1,5}}\.?\s)?)({_PAGE})(?:(\s?[-–—−]\s?)({_PAGE}))?(\s?[.,;]?)")
_DATES = frozenset(("date", "date-in-citation", "event-date", "pub-date"))
_BOOKS = ("book", "report", "thesis", "web", "website", "software", "patent", "standard")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and the element that it is in."""

    text: str
    parent: etree._Element
    grammar: Grammar


def as_parts_of_date(child: etree._Element) -> str:
    """The end of a message about an element that is a whole date, as text, where its parts belong; empty for others."""
    parent = child.getparent()
    if parent is None or written_name(parent) not in _DATES or len(child) or len(child_elements(parent)) > 1:
        return ""
    date = date_of(" ".join((child.text or "").split())) if (child.text or "").strip() else None
    return f": write {date} for {tag(written_name(child))}" if date and not date.startswith("<year") else ""


def as_pages(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message about an unknown element that has pages as its text; empty for others."""
    parent, text = child.getparent(), text_in(child).strip()
    found = _PAGES.fullmatch(text) if "page" in str(child.tag).lower() or child.tag == "pp" else None
    allowed = grammar.children(written_name(parent)) if parent is not None else frozenset[str]()
    if parent is None or found is None or not {"fpage", "lpage"} <= allowed or parent.find("fpage") is not None:
        return ""
    before, first, dash, last, after = found.groups("")
    if not grammar.mixed(written_name(parent)):
        before = dash = after = ""
    name = "elocation-id" if first.startswith("e") and not last and "elocation-id" in allowed else "fpage"
    return f": write {before}{written(name, first)}{dash}{written('lpage', last) if last else ''}{after}"


def as_elements(text: str, parent: etree._Element, possible: Sequence[str], grammar: Grammar) -> str | None:
    """The end of a message about a text, with the elements to write; `None` if it is one thing, or cannot be read.

    `possible` are the elements that are allowed at its place.
    """
    name = written_name(parent)
    if name.startswith("mml:"):
        return _as_formula(text, name, possible)
    form = _FORMS.get(name)
    return form(_Text(text, parent, grammar)) if form else None


def _as_formula(text: str, parent: str, possible: Sequence[str]) -> str | None:
    found = tokens_of(text)
    if not all(each in possible for each in FOR_MATH) or "\\" in text or "^" in text or "_" in text:
        return None
    if len(found) > 1:
        whole = "".join(found)
        return f": write {whole if number_of_parts(parent) is None else f'<mml:mrow>{whole}</mml:mrow>'}"
    likeliest = token_for(text)
    return f": put it into {tag(likeliest)}" + (
        ", or into <mml:mi> if it is a name" if likeliest == "mml:mtext" else ""
    )


def _as_keywords(at: _Text) -> str | None:
    """Several keywords, with the heading that may be before them."""
    terms = terms_in(at.text)
    if "kwd" not in at.grammar.children("kwd-group") or len(terms) < _TWO:
        return None
    label = label_before(at.text, terms)
    titled = bool(label) and "title" in at.grammar.children("kwd-group") and not child_elements(at.parent)
    heading = f"{written('title', label)} for the heading, and " if titled else ""
    words = each_in("kwd", terms)
    one = ", or put all into one <kwd> if it is one keyword" if len(terms) == _TWO and ";" not in at.text else ""
    return f": write {heading}{words.removeprefix('write ')}{one}"


def _as_subjects(at: _Text) -> str | None:
    """Several subjects: a comma is mostly inside of one."""
    terms = terms_in(at.text) if ";" in at.text or "\n" in at.text else []
    holder = written_name(at.parent)
    several = len(terms) >= _TWO and "subject" in at.grammar.children(holder) and at.grammar.repeats(holder, "subject")
    return f": {each_in('subject', terms)}" if several else None


def _as_people(at: _Text) -> str | None:
    people = (
        people_in(at.text, _language(at.parent)) if "contrib" in at.grammar.children(written_name(at.parent)) else []
    )
    found = [f'<contrib contrib-type="author">{each}</contrib>' for each in people]
    return f": write {shortened(found)}" if found else None


def _as_contributor(at: _Text) -> str | None:
    if any(
        at.parent.find(each) is not None for each in ("name", "string-name", "collab", "name-alternatives", "anonymous")
    ):
        return None
    people = people_in(at.text, _language(at.parent))
    return f": write {people[0]}" if len(people) == 1 and "name" in at.grammar.children("contrib") else None


def _as_name(at: _Text) -> str | None:
    """The parts of a name; those that are there already are not written again."""
    there = {written_name(each) for each in child_elements(at.parent)}
    if "surname" in there:
        return None
    if there:
        return ": put it into <surname>" if "given-names" in there and len(at.text.split()) <= _TWO else None
    parts = name_of(at.text, _language(at.parent))
    return f": write {parts}" if parts else None


def _as_date(at: _Text) -> str | None:
    date = None if child_elements(at.parent) else date_of(at.text)
    return f": write {date}" if date else None


def _as_history(at: _Text) -> str | None:
    dates = history_of(at.text)
    return f": write {shortened(dates)}" if dates else None


def _as_citation(at: _Text) -> str | None:
    """The title and the journal of a reference that has neither; the whole reference needs an element that allows text."""
    there = {written_name(each) for each in child_elements(at.parent)}
    if not there and any(map(str.isdigit, at.text)):
        return ": write <mixed-citation> for <element-citation>, which allows no text between its elements"
    is_book = at.parent.get("publication-type", "journal") in _BOOKS
    if is_book or there & {"article-title", "source", "chapter-title"}:
        return None
    found = title_and_source(at.text)
    both = ": put the title into <article-title>, and the name of the journal or book into <source>"
    return f": write {found}" if found else both if re.search(r"[.?!]\s", at.text) else None


def _language(element: etree._Element) -> str:
    around = (each.get(_LANGUAGE) for each in (element, *element.iterancestors()))
    return next(filter(None, around), "")


_FORMS: dict[str, Callable[[_Text], str | None]] = {
    **dict.fromkeys(_DATES, _as_date),
    "contrib": _as_contributor,
    "contrib-group": _as_people,
    "element-citation": _as_citation,
    "history": _as_history,
    "kwd-group": _as_keywords,
    "name": _as_name,
    "subj-group": _as_subjects,
}
"""What the text in an element is written out as."""
