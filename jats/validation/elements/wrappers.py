"""Elements that are only around others: the one that must go, and the one that must be around more."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from jats.messages.words import all_of, tag
from jats.schema.content import Grammar
from jats.validation.names import child_elements, has_more_than, text_in, written_name

_FEW = 3
_HEADING = 250
_MOST = 60


def has_text(parent: etree._Element) -> bool:
    """Whether there is text directly in the element."""
    return any(text and text.strip() for text in (parent.text, *(each.tail for each in parent)))


def without_tags(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message: what to do if the child's content, without the child's tags, is what its parent allows."""
    name, inside = written_name(child), child_elements(child)
    if not inside or not _fits_without(child, grammar):
        return ""
    kinds = list(dict.fromkeys(map(written_name, inside)))
    return f": remove the tags <{name}> and </{name}> around {all_of(map(tag, kinds), _FEW)}"


def holds_what_it_may_not(child: etree._Element, grammar: Grammar) -> bool:
    """Whether an element that is known allows nothing of what is in it, and has no text."""
    inside, allowed = child_elements(child), grammar.children(written_name(child))
    return bool(inside) and not has_text(child) and not any(written_name(each) in allowed for each in inside)


def _fits_without(child: etree._Element, grammar: Grammar) -> bool:
    parent = child.getparent()
    if parent is None:
        return False
    holder, inside = written_name(parent), [written_name(each) for each in child_elements(child)]
    if has_text(child) and not grammar.mixed(holder):
        return False
    if grammar.particle(holder) is None:
        return all(each in grammar.children(holder) for each in inside)
    children = list(islice(child_elements(parent), _MOST + 1))
    if len(children) > _MOST:
        return False
    at = children.index(child)
    names = [written_name(each) for each in children]
    return grammar.accepts(holder, [*names[:at], *inside, *names[at + 1 :]])


def is_repeated(child: etree._Element) -> bool:
    """Whether one of its siblings is the same word for word."""
    own = _words(child)
    others = (each for each in child.itersiblings(str(child.tag), preceding=True))
    return any(_words(each) == own for each in islice(others, _FEW))


def _words(element: etree._Element) -> list[tuple[str, str]]:
    """The names and texts in an element; ids differ in copies."""

    def said(each: etree._Element) -> str:
        inside = f"{each.text or ''} {each.tail or '' if each is not element else ''}".split()
        given = [] if inside else [f"{key}={value}" for key, value in each.items() if key != "id"]
        return " ".join([*inside, *given])

    return [(str(each.tag), said(each)) for each in islice(element.iter(), _MOST)]


def last_with_something_before(child: etree._Element) -> bool:
    """Whether it ends its parent, which has something else before it: the parent's end tag may be too late."""
    parent = child.getparent()
    if parent is None or (child.tail or "").strip() or next(child.itersiblings(etree.Element), None) is not None:
        return False
    before = (parent.text, *(each.tail for each in child.itersiblings(preceding=True)))
    return any((text or "").strip() for text in before) or next(child.itersiblings(preceding=True), None) is not None


def first_with_something_after(child: etree._Element) -> bool:
    """Whether it begins its parent, which has something else after it: the parent's start tag may be too early."""
    parent = child.getparent()
    if (
        parent is None
        or (parent.text or "").strip()
        or next(child.itersiblings(etree.Element, preceding=True), None) is not None
    ):
        return False
    return bool((child.tail or "").strip()) or next(child.itersiblings(), None) is not None


def second_of_its_kind(child: etree._Element, before: list[str], after: list[str], grammar: Grammar) -> str:
    """What to do with an element that is there twice because it is the heading of another section, or has a wrong name."""
    parent = child.getparent()
    name, holder = written_name(child), "" if parent is None else written_name(parent)
    if name == "title" and "sec" in grammar.children(holder) and set(before) - {"label", "sec-meta", "title"}:
        if holder == "sec":
            return "end the section before it, and begin a new <sec> with it"
        return "put it, and what follows it, into a new <sec>"
    inside = [written_name(each) for each in islice(child_elements(child), _MOST)]
    if not inside or inside[0] in grammar.children(name):
        return ""
    meant = [
        each
        for each in sorted(grammar.children(holder))
        if grammar.accepts(each, inside) and grammar.accepts(holder, [*before, each, *after])
    ]
    return f"write {tag(meant[0])} for this one" if len(meant) == 1 else ""


def is_a_line(child: etree._Element, grammar: Grammar) -> bool:
    """Whether it has the only text of an element of text, and that is no longer than a heading is."""
    parent = child.getparent()
    if parent is None or has_more_than(1, parent) or has_text(parent) or not grammar.mixed(written_name(parent)):
        return False
    return len(text_in(child).strip()) <= _HEADING
