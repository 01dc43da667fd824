"""What is carried in JATS's own markup: copied with the field that it came from, as far as the variant has its elements.

An element that may not be where it was written is unwrapped to what is in it; so is one whose content the variant doesn't
allow. All that goes is reported; what is left is as valid as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree

from jats.elements.build import Child, Cursor, Element, Loss, add_text, element
from jats.elements.math import copy_mathml
from jats.elements.pointers import set_pointer
from jats.elements.shapes import attribute_of, own_name, prefixed, prefixed_attribute, shape_of
from jats.model.kept import in_namespaces, texts_of
from jats.model.markup import TAGS
from jats.vocab.namespaces import NAMESPACES
from jats.xmlio import MalformedXml, parse

PLAIN = "as plain text"
"""Where the characters of a mark go that its place can't hold."""

CARRIER = "named-content"
"""Holds most inline elements in every tag set, and is where those themselves may not: in keywords, in other links."""

_HEADINGS = ("title", "subtitle", "label")
_XLINK_NAME = "{" + NAMESPACES["xlink"] + "}"

OF_THAT_CONTENT = " of that content"
"""What is said of an element that is there in the variant, but can't hold what it was given."""


def write_kept(xml: str, at: Cursor, parent: str) -> list[Child]:
    """What is in `parent`, which takes text: texts and elements in order."""
    try:
        root = parse(in_namespaces(xml), "text").root
    except MalformedXml:
        return ["".join(texts_of(xml))]
    return fit(_content(root, _Copying(at, parent)), at, parent)


class _Copying:
    """One element being copied: the field that it came from, and the element that it was written in."""

    __slots__ = ("at", "parent")

    def __init__(self, at: Cursor, parent: str) -> None:
        self.at = at
        self.parent = parent


def _content(given: Element, copying: _Copying) -> list[Child]:
    """The copies of what is in an element, texts among them."""
    children: list[Child] = [given.text]
    for child in given:
        if isinstance(child.tag, str):
            children += _copy(child, copying)
        children.append(child.tail)
    return [child for child in children if child is not None and child != ""]


def _copy(given: Element, copying: _Copying) -> list[Child]:
    """The copy of an element, or of what is in it if the variant doesn't know it, or not with that content."""
    at, name = copying.at, _name(given, copying.at)
    if name == "mml:math":
        made = copy_mathml(given, at)
        if made is None:
            _lose(at, name, copying.parent, PLAIN)
        return ["".join(given.itertext())] if made is None else [made]
    content = _content(given, _Copying(at, name or copying.parent))
    if name is None:
        _lose(at, own_name(given), copying.parent, PLAIN if content else None)
        return _without_headings(content, given, at)
    fitted = fit(content, at, name)
    arranged = fitted if at.context.grammar.mixed(name) else in_paragraphs(fitted, at, name)
    ordered = None if arranged is None else _in_order(name, arranged, at)
    if ordered is None:
        _lose(at, name + OF_THAT_CONTENT, copying.parent, PLAIN)
        return _without_headings(fitted, given, at)
    made = _bare(given, name, at)
    _copy_attributes(given, made, name, at)
    _put(made, ordered)
    return [made]


def _name(given: Element, at: Cursor) -> str | None:
    """The name in JATS, an editor's own tag for it replaced; `None` if the variant has no such element.

    An element of another namespace is never one of them, whatever its local name.
    """
    name = prefixed(given)
    known = at.context.grammar.elements
    if name not in known:
        name = TAGS.get(name, "")
    return name if name in known else None


def _lose(at: Cursor, tag: str, parent: str, moved: str | None = None) -> None:
    at.context.losses.append(Loss(at.path, tag, parent, moved, carried=True))


def _bare(given: Element, name: str, at: Cursor) -> Element:
    """An element without content, with the prefixes that it and its attributes will need."""
    shape = shape_of(at.context.grammar, name)
    linked = any(str(key).startswith(_XLINK_NAME) for key in given.attrib)
    spaces = {**(shape.spaces or {}), **({"xlink": NAMESPACES["xlink"]} if linked else {})}
    made = at.context.make(shape.name, None, spaces)
    # Of a body in a file of its own, findings give the line there.
    made.sourceline = given.sourceline  # type: ignore[misc]  # lxml can set it
    at.context.origins[made] = at.path
    return made


def _without_headings(content: Iterable[Child], given: Element, at: Cursor) -> list[Child]:
    """What is left of an element that goes: headings in it become text, because nothing is left that they head."""
    identifier = given.get("id")
    if identifier is not None:
        at.context.lost_ids.add(identifier)
    kept: list[Child] = []
    for child in content:
        if isinstance(child, etree._Element) and child.tag in _HEADINGS:
            kept += [*_contents(child, None), " "]
            _forget(child, at)
        else:
            kept.append(child)
    return kept


def _in_order(name: str, children: Sequence[Child], at: Cursor) -> Sequence[Child] | None:
    """The children as the variant accepts them: as given, else in the order of its schema, which isn't done to what is read
    from top to bottom; `None` if it doesn't."""
    grammar = at.context.grammar
    tags = [prefixed(child) for child in children if isinstance(child, etree._Element)]
    if grammar.accepts(name, tags):
        return children
    ranks = grammar.ranks(name)
    if ranks is None or "sec" in tags:
        return None
    by_rank = sorted(zip(tags, children, strict=True), key=lambda pair: ranks.get(pair[0], -1))
    return [child for _, child in by_rank] if grammar.accepts(name, [tag for tag, _ in by_rank]) else None


def _put(made: Element, children: Sequence[Child]) -> None:
    for child in children:
        if isinstance(child, etree._Element):
            made.append(child)
        else:
            add_text(made, child)


def _copy_attributes(given: Element, made: Element, name: str, at: Cursor) -> None:
    for key, value in given.attrib.items():
        wanted = prefixed_attribute(str(key))
        known = attribute_of(at.context.grammar, name, wanted)
        if known.type == "ID":
            made.set(known.name, _identify(str(value), name, at))
        elif known.type in ("IDREF", "IDREFS"):
            set_pointer(made, known.name, str(value), at)
        elif known.takes(str(value)):
            made.set(known.name, str(value))
        else:
            _lose(at, "@" + own_name(given, str(key)), name)


def _identify(wanted: str, name: str, at: Cursor) -> str:
    made = at.identify(wanted, name, name)
    if made != wanted:
        at.context.losses[-1] = replace(at.context.losses[-1], carried=True)
    return made


def fit(children: Iterable[Child], at: Cursor, parent: str) -> list[Child]:
    """The same as far as it may be in `parent`, the rest carried by another element or unwrapped; paragraphs that a
    parent without text needs around them are still to be made (`in_paragraphs`)."""
    fitted: list[Child] = []
    for child in children:
        if not isinstance(child, etree._Element) or _may_stand(prefixed(child), at, parent):
            fitted.append(child)
        elif at.can(parent, CARRIER) and at.can(CARRIER, prefixed(child)):
            fitted.append(element(CARRIER, at, {"content-type": prefixed(child)}, child))
        else:
            fitted += fit(_unwrapped(child, at, parent), at, parent)
    return fitted


def _may_stand(tag: str, at: Cursor, parent: str) -> bool:
    if at.can(parent, tag):
        return True
    return not at.context.grammar.mixed(parent) and at.can(parent, "p") and at.can("p", tag)


def _unwrapped(made: Element, at: Cursor, parent: str) -> list[Child]:
    """What is in a copy that goes; if its parts were separate without any text between them, there are blanks."""
    tag = prefixed(made)
    content = _contents(made, None if at.context.grammar.mixed(tag) else " ")
    _lose(at, tag, parent, PLAIN if content else None)
    _forget(made, at)
    return _without_headings(content, made, at)


def _contents(made: Element, between: str | None) -> list[Child]:
    """What is in a copy, taken out of it; `between` follows each child if it is given, else the text that followed it."""
    content: list[Child] = [made.text]
    for child in list(made):
        tail, child.tail = child.tail, None
        made.remove(child)
        content += [child, between or tail]
    return [child for child in content if child is not None and child != ""]


def _forget(made: Element, at: Cursor) -> None:
    context = at.context
    del context.origins[made]
    identifier = made.get("id")
    if identifier is not None:
        context.ids.discard(identifier)
        context.lost_ids.add(identifier)
    if context.pointers:
        context.pointers = [pointer for pointer in context.pointers if pointer[0] is not made]


def in_paragraphs(children: Sequence[Child], at: Cursor, parent: str) -> list[Element] | None:
    """Children for a parent without text: what may not be there itself, in paragraphs; `None` if text is left over."""
    arranged: list[Element] = []
    run: list[Child] = []
    for child in (*children, None):
        if isinstance(child, str) or (child is not None and not at.can(parent, prefixed(child))):
            run.append(child)
            continue
        if any(one.strip() if isinstance(one, str) else True for one in run):
            paragraph = element("p", at, None, _stripped(run)) if at.can(parent, "p") else None
            if paragraph is None:
                return None
            arranged.append(paragraph)
        run = []
        arranged += [] if child is None else [child]
    return arranged


def _stripped(run: list[Child]) -> list[Child]:
    """The run without blanks at its ends."""
    while len(run) > 1 and isinstance(run[-1], str) and not run[-1].strip():
        run = run[:-1]
    first, last = run[0], run[-1]
    if isinstance(first, str):
        run = [first.lstrip(), *run[1:]]
    if isinstance(last, str):
        run = [*run[:-1], (run[0] if len(run) == 1 and isinstance(run[0], str) else last).rstrip()]
    return run
