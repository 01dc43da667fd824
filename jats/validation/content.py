"""What is wrong with an element's content: children, their order, and text where none may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from jats.messages.codes import Message
from jats.messages.words import nearest
from jats.schema.content import Grammar
from jats.validation import codes
from jats.validation.names import child_elements, written_name
from jats.validation.repair import ContentEdit, repair, repair_at_once
from jats.validation.violation import Violation
from jats.vocab.namespaces import PREFIXES

_BLANK = " \t\r\n"
_NEAREST_PLACES = 200
_FEW = 3
_TOO_MANY = 12
# What text most likely wants to be, in this order, where it may stand
_FOR_TEXT = ("p", "title", "label", "article-title", "subject", "kwd", "license-p", "td", "mixed-citation", "term", "x")
_LONG = 300
_MOST = 1000


@dataclass(frozen=True, slots=True)
class NamedGrammar:
    """The grammar that a document is held against, and the name by which messages call it."""

    grammar: Grammar
    title: str


def content_complaints(parent: etree._Element, language: NamedGrammar) -> list[Violation]:
    """Everything wrong with the content of an element that the schema knows, one complaint a cause, in document order."""
    name, grammar = written_name(parent), language.grammar
    if grammar.empty(name):
        full = len(parent) > 0 or bool(parent.text)
        return [Violation(codes.not_empty(name), parent)] if full else []
    text = [] if grammar.mixed(name) else list(_stray_text(parent, grammar))
    children = child_elements(parent)
    if grammar.particle(name) is None:
        alien = (child for child in children if written_name(child) not in grammar.children(name))
        return [_alien(child, parent, (), language) for child in islice(alien, _MOST)]
    wrong = _Children(parent, children, language).violations(explained=bool(text))
    return [*text, *islice(wrong, _MOST)]


def _stray_text(parent: etree._Element, grammar: Grammar) -> Iterator[Violation]:
    pieces = [(parent, parent.text), *((child, child.tail) for child in parent)]
    for after, text in pieces:
        if text and text.strip(_BLANK):
            said = codes.text_not_allowed(text.strip(_BLANK), written_name(parent), _holders(parent, after, grammar))
            yield Violation(said, parent, after=after)
            return


def _holders(parent: etree._Element, after: etree._Element, grammar: Grammar) -> list[str]:
    """The elements that may stand at the text's place and hold text."""
    before: list[str] = []
    for child in parent if after is not parent else ():
        if isinstance(child.tag, str):
            before.append(written_name(child))
        if child is after:
            break
    possible = grammar.next_allowed(written_name(parent), before)
    return [name for name in _FOR_TEXT if name in possible]


def _alien(child: etree._Element, parent: etree._Element, fitting: Sequence[str], language: NamedGrammar) -> Violation:
    """The complaint about a child that this parent can never have."""
    name, holder, grammar = written_name(child), written_name(parent), language.grammar
    if name in grammar.elements:
        homes = [] if fitting and len(fitting) <= _FEW else _homes(name, parent, grammar)
        shown = () if homes and len(fitting) > _TOO_MANY else fitting
        return Violation(codes.misplaced_element(name, holder, True, shown, homes), child)
    return Violation(unknown(child, fitting or tuple(sorted(grammar.children(holder))), holder, language), child)


def unknown(child: etree._Element, fitting: Sequence[str], parent: str | None, language: NamedGrammar) -> Message:
    """The message about an element that the schema doesn't know: a wrong prefix, a slip, or foreign."""
    name, grammar = written_name(child), language.grammar
    address, local = etree.QName(child).namespace, etree.QName(child).localname
    right = f"{PREFIXES.get(address or '', '')}:{local}"
    if right in grammar.elements:
        return codes.wrong_prefix(f"<{name}>", f"<{right}>")
    close = nearest(name, fitting) or nearest(name, grammar.elements)
    return codes.unknown_element(name, parent, close, fitting if len(fitting) <= _TOO_MANY else (), language.title)


def _homes(name: str, parent: etree._Element, grammar: Grammar) -> list[str]:
    """Where the element belongs: parents that stand around or near it first."""
    beside = islice(parent.iterchildren(etree.Element), _NEAREST_PLACES)
    around = [written_name(near) for near in (parent, *parent.iterancestors(), *beside)]
    homes = grammar.parents(name)
    near = [*dict.fromkeys(near for near in around if near in homes)]
    return near[:_FEW] or (list(homes) if len(homes) <= _FEW else [])


class _Children:
    """The children of one element with an ordered content model, held against that model."""

    def __init__(self, parent: etree._Element, children: list[etree._Element], language: NamedGrammar) -> None:
        self._parent, self._children, self._language = parent, children, language
        self._holder = written_name(parent)
        self._names = [written_name(child) for child in children]
        self._grammar = language.grammar
        self._long = len(children) > _LONG

    def violations(self, explained: bool) -> Iterator[Violation]:
        """One complaint a cause; what is missing stays unsaid where it is `explained` by text that stands there bare."""
        if self._grammar.accepts(self._holder, self._names):
            return
        automaton = self._grammar.automaton(self._holder)
        if self._long:
            yield from self._set_aside()
            edits = repair_at_once(automaton, self._names)
        else:
            edits = repair(automaton, self._names, self._grammar.elements)
        moved = _moves(edits)
        for place, edit in enumerate(edits):
            before, after = ([], []) if self._long else self._repaired(edits, place)
            if edit.kind == "need":
                if not explained and place not in moved.values():
                    yield self._missing(edit, before, after)
            else:
                target = edits[moved[place]] if place in moved else None
                yield Violation(self._said(edit, before, after, target), self._children[edit.at])

    def _set_aside(self) -> Iterator[Violation]:
        """Of a very long list, complain of what can never stand there and forget it: the search would take too long."""
        fits = self._grammar.children(self._holder)
        aside = [child for child, name in zip(self._children, self._names, strict=True) if name not in fits]
        self._children = [child for child, name in zip(self._children, self._names, strict=True) if name in fits]
        self._names = [name for name in self._names if name in fits]
        yield from (_alien(child, self._parent, (), self._language) for child in aside)

    def _repaired(self, edits: list[ContentEdit], place: int) -> tuple[list[str], list[str]]:
        """The names before and behind the edit's place, all the other edits done."""
        before: list[str] = []
        after: list[str] = []
        side, at = before, 0
        for number, edit in enumerate(edits):
            side += self._names[at : edit.at]
            at = edit.at if edit.kind == "need" else edit.at + 1
            if number == place:
                side = after
            elif edit.kind != "drop":
                side.append(edit.name)
        side += self._names[at:]
        return before, after

    def _fitting(self, before: list[str], after: list[str]) -> list[str]:
        if self._long:
            return []
        count, possible, _ = self._grammar.viable(self._holder, before)
        if count < len(before):
            return []
        return [name for name in possible if self._grammar.accepts(self._holder, [*before, name, *after])]

    def _missing(self, edit: ContentEdit, before: list[str], after: list[str]) -> Violation:
        wanted = self._fitting(before, after) or [edit.name]
        following, preceding = after[0] if after else None, before[-1] if before else None
        return Violation(codes.missing_child(self._holder, wanted, following, preceding), self._parent)

    def _said(self, edit: ContentEdit, before: list[str], after: list[str], target: ContentEdit | None) -> Message:
        child = self._children[edit.at]
        name = self._names[edit.at]
        fitting = self._fitting(before, after)
        if target is not None:
            return self._order(name, target.at)
        if name not in self._grammar.elements:
            named = [edit.name] if edit.kind == "rename" and not fitting else fitting
            return unknown(child, named, self._holder, self._language)
        if name not in self._grammar.children(self._holder):
            return _alien(child, self._parent, fitting, self._language).said
        if edit.kind == "drop" and (place := self._other_place(name, before, after)) is not None:
            return codes.wrong_order(name, self._holder, *place)
        if name in before or name in after:
            return codes.too_many(name, self._holder, fitting)
        return codes.misplaced_element(name, self._holder, False, fitting, ())

    def _order(self, name: str, at: int) -> Message:
        following = self._names[at] if at < len(self._names) else None
        return codes.wrong_order(name, self._holder, following, self._names[at - 1] if at else None)

    def _other_place(self, name: str, before: list[str], after: list[str]) -> tuple[str | None, str | None] | None:
        """The nearest place where the child could stand, as the names behind and before it."""
        if self._long:
            return None
        rest = before + after
        for at in sorted(range(len(rest) + 1), key=lambda at: abs(at - len(before)))[:_NEAREST_PLACES]:
            if self._grammar.accepts(self._holder, [*rest[:at], name, *rest[at:]]):
                return (rest[at] if at < len(rest) else None), (rest[at - 1] if at else None)
        return None


def _moves(edits: list[ContentEdit]) -> dict[int, int]:
    """Which dropped child (by its edit's number) is the one that is needed elsewhere (that edit's number)."""
    needs = {number: edit.name for number, edit in enumerate(edits) if edit.kind == "need"}
    moved: dict[int, int] = {}
    for number, edit in enumerate(edits):
        match = next((n for n, name in needs.items() if name == edit.name), None) if edit.kind == "drop" else None
        if match is not None:
            moved[number] = match
            del needs[match]
    return moved
