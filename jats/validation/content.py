"""Faults in an element's content: its children, their order, and text if only elements are allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from jats.messages.codes import Message
from jats.messages.words import tag, tags, these
from jats.schema.content import Grammar
from jats.validation import codes
from jats.validation.elements.boundaries import Outside, outside
from jats.validation.elements.formulas import row_or_cell, wanted_parts
from jats.validation.elements.likely import usual_share
from jats.validation.elements.lost_children import parts_of_one
from jats.validation.elements.lost_paragraphs import lost_paragraphs
from jats.validation.elements.misnamed import (
    likely_name,
    misnamed,
    name_by_content,
    name_for_the_second,
    other_name_for_the_second,
)
from jats.validation.elements.neighbours import into_neighbour
from jats.validation.elements.order import place_in_order
from jats.validation.elements.other_language import as_translated_title
from jats.validation.elements.remedies import (
    goes_with_the_one_before,
    where_to_move,
)
from jats.validation.elements.stray_text import is_text_alone, loose_in_text, remedy_for_text
from jats.validation.elements.table_rows import lacks_cell, rows_without_group
from jats.validation.elements.text_as_elements import as_elements, as_parts_of_date
from jats.validation.elements.text_forms import put_text_into
from jats.validation.elements.two_in_one import begin_another, second_begins
from jats.validation.elements.unknown import NamedGrammar, unknown
from jats.validation.elements.wrappers import (
    has_text,
    holds_what_it_may_not,
    is_repeated,
    second_of_its_kind,
    without_tags,
)
from jats.validation.names import child_elements, element_before, repeats_the_one_before, run_length, written_name
from jats.validation.repair import ContentEdit, repair, repair_at_once
from jats.validation.syntax.half_tags import is_half_tag
from jats.validation.violation import Violation

_BLANK = " \t\r\n"
_NEAREST_PLACES = 200
_MARKS = "*†‡§¶#"
_TOO_MANY = 12
_LONG = 300
_LAST_CHOICE = frozenset(("alternatives", "citation-alternatives", "nlm-citation", "note", "x"))
_ORDER, _MISPLACED = "SCH012", "SCH011"
_OF_A_RUN = {"SCH010", "SCH011", "SCH012"}
"""The codes that are reported once for several adjacent elements of one name."""

_MOST = 1000


def content_violations(parent: etree._Element, language: NamedGrammar) -> list[Violation]:
    """All faults in the content of an element that the schema knows, one violation per cause, in document order."""
    name, grammar = written_name(parent), language.grammar
    if grammar.empty(name):
        full = len(parent) > 0 or parent.text is not None  # an empty CDATA section is an empty text
        return [Violation(_not_empty(parent, grammar), parent)] if full else []
    # MathML 2's DTD leaves the number of parts open, so the grammar has the last word.
    parts = None if has_text(parent) else wanted_parts(parent)  # the text may be the part that is missing
    if parts is not None and not grammar.accepts(name, [written_name(child) for child in child_elements(parent)]):
        return [Violation(codes.wrong_number_of_parts(name, *parts), parent)]
    children = child_elements(parent)
    if names := name_by_content(parent, grammar):
        return [_of_other_name(parent, names, grammar)]
    if lines := lost_paragraphs(parent, children, grammar):
        return [_of_outside(each, parent, language) for each in lines]
    if (second := second_begins(parent, children, grammar)) is not None and not has_text(parent):
        return [
            Violation(codes.too_many(written_name(children[second]), name, begin_another(parent)), children[second])
        ]
    beside = None if grammar.particle(name) is None or lacks_cell(parent) else outside(parent, children, grammar)
    if beside is not None:
        return [_of_outside(beside, parent, language)]
    text = [] if grammar.mixed(name) else list(_stray_text(parent, grammar))
    if grammar.particle(name) is None:
        allowed = grammar.children(name)
        alien = (each for each in children if written_name(each) not in allowed and not repeats_the_one_before(each))
        found = [_alien(child, parent, (), language) for child in islice(alien, _MOST)]
    else:
        found = list(islice(_Children(parent, children, language).violations(explained=bool(text)), _MOST))
    loose = frozenset(loose_in_text(parent, grammar)) if text else frozenset()
    found = [
        each for each in found if not (each.said.code == _MISPLACED and goes_with_the_one_before(each.element, grammar))
    ]
    return [*text, *_once_a_run([each for each in found if written_name(each.element) not in loose])]


def _of_other_name(parent: etree._Element, names: Sequence[str], grammar: Grammar) -> Violation:
    """The violation of what is in an element that has the name of another: its first child that is not allowed, or text."""
    holder, remedy = written_name(parent), f": write {tags(names)} for {tag(written_name(parent))}"
    allowed = grammar.children(holder)
    first = next((each for each in child_elements(parent) if written_name(each) not in allowed), None)
    if first is None and (stray := next(_stray_text(parent, grammar), None)):
        return replace(stray, said=replace(stray.said, text=f"{stray.said.text}, or {remedy.removeprefix(': ')}"))
    child = child_elements(parent)[0] if first is None else first
    return Violation(codes.misplaced_element(written_name(child), holder, remedy, never=first is not None), child)


def _not_empty(element: etree._Element, grammar: Grammar) -> Message:
    """The message about something in an element that must be empty."""
    content = len(element) > 0 or bool((element.text or "").strip())
    full = content and value_inside(element, grammar) is None
    return codes.not_empty(written_name(element), _empty_tag(element, grammar), full=full)


def _empty_tag(element: etree._Element, grammar: Grammar) -> str:
    """How an element that must be empty is written, with the text in it as the value of the attribute that it lacks."""
    name, lacking = written_name(element), value_inside(element, grammar)
    if lacking:
        return f'<{name} {lacking}="{(element.text or "").strip()}"/>'
    return f"<{name} …/>" if element.attrib else f"<{name}/>"


def value_inside(element: etree._Element, grammar: Grammar) -> str | None:
    """The attribute that an element lacks and whose value is written as its text: `<fig-count>3</fig-count>`."""
    owner, text = written_name(element), (element.text or "").strip()
    if not text or len(element) or not grammar.empty(owner):
        return None
    lacking = [
        each.name for each in grammar.attributes(owner).values() if each.required and each.name not in element.attrib
    ]
    return lacking[0] if len(lacking) == 1 and ":" not in lacking[0] else None


def _once_a_run(found: list[Violation]) -> list[Violation]:
    """The violations, without those that repeat the one on the adjacent element of the same name."""
    reported: set[tuple[etree._Element, str]] = {(each.element, each.said.code) for each in found}
    kept: list[Violation] = []
    for each in found:
        before = element_before(each.element)
        repeated = before is not None and before.tag == each.element.tag and (before, each.said.code) in reported
        if not (repeated and each.said.code in _OF_A_RUN):
            kept.append(each)
    return kept


def _of_outside(found: Outside, parent: etree._Element, language: NamedGrammar) -> Violation:
    holder = written_name(parent)
    if found.first is None:
        return Violation(codes.text_not_allowed(found.text, holder, found.remedy), parent, after=found.after)
    name = written_name(found.first)
    never = name not in language.grammar.children(holder)
    return Violation(codes.misplaced_element(name, holder, found.remedy, never=never), found.first)


def _stray_text(parent: etree._Element, grammar: Grammar) -> Iterator[Violation]:
    pieces = [(parent, parent.text), *((child, child.tail) for child in parent)]
    for after, text in pieces:
        if text and text.strip(_BLANK):
            bare = text.strip(_BLANK)
            remedy = _remedy_for(bare, parent, after, grammar)
            said = codes.text_not_allowed(bare, written_name(parent), remedy)
            yield Violation(said, parent, after=after)
            return


def _remedy_for(text: str, parent: etree._Element, after: etree._Element, grammar: Grammar) -> str:
    plain = (is_text_alone(text) and text[0] not in _MARKS) or is_half_tag(text, grammar.elements)
    possible = _possible_there(parent, after, grammar)
    in_formula = written_name(parent).startswith("mml:")
    by_form = None if plain and not in_formula else as_elements(text, parent, possible, grammar)
    by_form = by_form or (None if plain else put_text_into(text, parent, after, grammar))
    return by_form or remedy_for_text(text, parent, possible, grammar)


def _possible_there(parent: etree._Element, after: etree._Element, grammar: Grammar) -> tuple[str, ...]:
    """The elements that are allowed at the text's place."""
    before: list[str] = []
    for child in parent if after is not parent else ():
        if isinstance(child.tag, str):
            before.append(written_name(child))
        if child is after:
            break
    return grammar.next_allowed(written_name(parent), before)


def _alien(child: etree._Element, parent: etree._Element, fitting: Sequence[str], language: NamedGrammar) -> Violation:
    """The violation of a child that this parent can never have."""
    name, holder, grammar = written_name(child), written_name(parent), language.grammar
    if name in grammar.elements:
        remedy = where_to_move(child, grammar, tuple(fitting))
        return Violation(codes.misplaced_element(name, holder, remedy), child)
    allowed = fitting or tuple(sorted(grammar.children(holder)))
    return Violation(unknown(child, allowed, holder, language), child)


class _Children:
    """Compares the children of one element with its ordered content model."""

    def __init__(self, parent: etree._Element, children: list[etree._Element], language: NamedGrammar) -> None:
        self._parent, self._children, self._language = parent, children, language
        self._holder = written_name(parent)
        self._names = [written_name(child) for child in children]
        self._grammar = language.grammar
        self._long = len(children) > _LONG

    def violations(self, explained: bool) -> Iterator[Violation]:
        """One violation per cause; a missing element is not reported if bare text (`explained`) is the cause."""
        if self._grammar.accepts(self._holder, self._names):
            return
        if rows := rows_without_group(self._parent, self._children, self._grammar):
            yield Violation(codes.misplaced_element("tr", self._holder, rows[1], never=False), rows[0])
            return
        automaton = self._grammar.automaton(self._holder)
        if self._long:
            yield from self._set_aside()
            edits = repair_at_once(automaton, self._names)
        else:
            edits = repair(automaton, self._names, self._grammar.elements)
        moved = _moves(edits)
        found = list(self._each(edits, moved, explained=explained))
        found = list(_once_a_run(found))
        if len(found) > 1 and all(each.said.code == _ORDER for each in found) and (order := self._right_order(edits)):
            yield Violation(codes.wrong_order_of_all(self._holder, order), found[0].element)
        else:
            yield from found

    def _each(self, edits: list[ContentEdit], moved: dict[int, int], *, explained: bool) -> Iterator[Violation]:
        for place, edit in enumerate(edits):
            before, after = ([], []) if self._long else self._repaired(edits, place)
            if edit.kind == "need":
                if not explained and place not in moved.values():
                    yield self._missing(edit, before, after)
            else:
                target = edits[moved[place]] if place in moved else None
                yield Violation(self._said(edit, before, after, target), self._children[edit.at])

    def _right_order(self, edits: list[ContentEdit]) -> list[str]:
        """The names of the children in an order that the model accepts, each once; empty if none is found at once."""
        dropped = [edit for edit in edits if edit.kind == "drop"]
        away = {edit.at for edit in dropped}
        names = [name for at, name in enumerate(self._names) if at not in away]
        for edit in dropped:
            at = self._grammar.place_for(edit.name, self._holder, names, range(len(names) + 1))
            if at is None:
                return []
            names.insert(at, edit.name)
        return list(dict.fromkeys(names))

    def _set_aside(self) -> Iterator[Violation]:
        """In a very long list, report what is never allowed there and leave it out: the search would take too long."""
        fits = self._grammar.children(self._holder)
        aside = [child for child, name in zip(self._children, self._names, strict=True) if name not in fits]
        self._children = [child for child, name in zip(self._children, self._names, strict=True) if name in fits]
        self._names = [name for name in self._names if name in fits]
        firsts = (child for child in aside if not repeats_the_one_before(child))
        yield from (_alien(child, self._parent, (), self._language) for child in firsts)

    def _repaired(self, edits: list[ContentEdit], place: int) -> tuple[list[str], list[str]]:
        """The names before and after the edit's place, with all the other edits applied."""
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
        wanted = [name for name in wanted if name not in _LAST_CHOICE] or wanted
        wanted = sorted(wanted, key=lambda name: -usual_share(self._holder, name))
        following, preceding = after[0] if after else None, before[-1] if before else None
        beside = next(self._parent.itersiblings(etree.Element), None)
        after_it = None if beside is None or self._names.count(written_name(beside)) else written_name(beside)
        bare = not self._children and after_it not in wanted and self._may_be_removed()
        said = codes.missing_child(self._holder, wanted, following, preceding, bare=bare)
        if joined := parts_of_one(self._parent, self._grammar):
            said = replace(said, text=f"{said.text}: {joined}")
        elif after_it in wanted:
            said = replace(said, text=f"{said.text}: move the {tag(after_it)} after it into it, or add another")
        return Violation(said, self._parent)

    def _may_be_removed(self) -> bool:
        """Whether the element's own parent needs it as little as it is."""
        above = self._parent.getparent()
        if above is None:
            return False
        others = [written_name(each) for each in child_elements(above) if each is not self._parent]
        return len(others) < _LONG and self._grammar.accepts(written_name(above), others)

    def _said(self, edit: ContentEdit, before: list[str], after: list[str], target: ContentEdit | None) -> Message:
        child = self._children[edit.at]
        name = self._names[edit.at]
        fitting = self._fitting(before, after)
        if remedy := as_translated_title(child, self._grammar):
            return codes.misplaced_element(name, self._holder, remedy, never=name == "title")
        if remedy := row_or_cell(child):
            if name in self._grammar.elements:
                return codes.misplaced_element(name, self._holder, remedy)
            return codes.unknown_element(name, self._holder, remedy, self._language.title)
        known = name in self._grammar.elements and holds_what_it_may_not(child, self._grammar)
        if known and (remedy := without_tags(child, self._grammar)):
            return codes.misplaced_element(name, self._holder, remedy, never=False)
        second = name in [*before, *after] and second_of_its_kind(child, before, after, self._grammar)
        if (
            name in self._grammar.elements
            and not second
            and (remedy := as_parts_of_date(child) or misnamed(child, self._grammar))
        ):
            never = name not in self._grammar.children(self._holder)
            return codes.misplaced_element(name, self._holder, remedy, never=never)
        if target is not None:
            return self._order(child, target.at)
        if name not in self._grammar.elements:
            named = [edit.name] if edit.kind == "rename" and not fitting else fitting
            return unknown(child, named, self._holder, self._language)
        if name not in self._grammar.children(self._holder):
            return _alien(child, self._parent, fitting, self._language).said
        if edit.kind == "drop" and (place := self._other_place(name, before, after)) is not None:
            return self._wrong_order(child, *place)
        if name in before or name in after:
            return codes.too_many(name, self._holder, second or self._of_two(child))
        listed = f": {tags(fitting)} is allowed here" if 0 < len(fitting) <= _TOO_MANY else ""
        remedy = into_neighbour(child, self._grammar) or likely_name(child, self._grammar) or listed
        return codes.misplaced_element(name, self._holder, remedy, never=False)

    def _of_two(self, child: etree._Element) -> str:
        """What to do with the second of two elements of which one is allowed."""
        if is_repeated(child):
            return "keep one of them, for they say the same"
        other = "put both into one, or keep one of them"
        names = name_for_the_second(child, self._grammar)
        if names:
            return f"write {tags(names)} for this one, or {other}"
        less_likely = other_name_for_the_second(child, self._grammar)
        return f"{other}, or write {tags(less_likely)} for this one" if less_likely else other

    def _order(self, child: etree._Element, at: int) -> Message:
        following, preceding = self._names[at] if at < len(self._names) else None, self._names[at - 1] if at else None
        return self._wrong_order(child, following, preceding)

    def _wrong_order(self, child: etree._Element, following: str | None, preceding: str | None) -> Message:
        name = written_name(child)
        place = place_in_order(child, following, preceding, self._grammar)
        return codes.wrong_order(name, self._holder, place, these(name, run_length(child, _MOST)))

    def _other_place(self, name: str, before: list[str], after: list[str]) -> tuple[str | None, str | None] | None:
        """The nearest place that allows the child, as the names after and before it."""
        if self._long:
            return None
        rest = before + after
        places = sorted(range(len(rest) + 1), key=lambda at: abs(at - len(before)))[:_NEAREST_PLACES]
        at = self._grammar.place_for(name, self._holder, rest, places)
        return None if at is None else (rest[at] if at < len(rest) else None, rest[at - 1] if at else None)


def _moves(edits: list[ContentEdit]) -> dict[int, int]:
    """Pairs each dropped child (its edit's number) with the place that needs one of its name (that edit's number)."""
    needs = {number: edit.name for number, edit in enumerate(edits) if edit.kind == "need"}
    moved: dict[int, int] = {}
    for number, edit in enumerate(edits):
        match = next((n for n, name in needs.items() if name == edit.name), None) if edit.kind == "drop" else None
        if match is not None:
            moved[number] = match
            del needs[match]
    return moved
