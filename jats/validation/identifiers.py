"""Ids that two elements have, and references to ids that no element has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from jats.messages.words import any_of, attribute, did_you_mean, nearest, quoted, tag
from jats.validation import id_codes
from jats.validation.id_series import misnumbered
from jats.validation.missing_targets import Lost, is_target
from jats.validation.names import attribute_names, attributes_of, written_name
from jats.validation.unknown import NamedGrammar
from jats.validation.violation import Violation
from jats.validation.wrappers import is_repeated
from jats.vocab.namespaces import NAMESPACES
from jats.vocab.numbers import whole_number

CARRIERS = frozenset((
    "continued-from", "glyph-data", "headers", "id", "lang-group", "pointer-to-explained", "pointer-to-question", "rid",
    "xref",
))  # fmt: skip
"""The attributes of the JATS DTDs whose type is ID, IDREF or IDREFS."""

_KEYS = CARRIERS | {f"{{{NAMESPACES['xml']}}}id"}
_ID = re.compile(r"[^\W\d][\w.\-:]*")
_MARKS, _ZEROS, _RANGE = re.compile(r"[\W_]+"), re.compile(r"(?<!\d)0+(?=\d)"), re.compile(r"[-–—]")
_DIGITS = re.compile(r"\d+$")
_LETTERS = re.compile(r"^\D+")
_PROPOSALS = 50
"""The number of dangling references for which similar identifiers are searched; for thousands, that would take long."""


class Identifiers:
    """Collects the ids and references of a document during the walk, and then gives the violations."""

    def __init__(self, language: NamedGrammar) -> None:
        self._grammar = language.grammar
        self._first: dict[str, etree._Element] = {}
        self._again: list[tuple[etree._Element, str, str]] = []
        self._references: dict[str, list[tuple[etree._Element, str]]] = {}
        self._malformed: dict[str, etree._Element] = {}

    def collect(self, elements: Iterable[etree._Element]) -> None:
        """Record the ids and references of a document's elements."""
        for element in elements:
            if not _KEYS.isdisjoint(element.keys()):
                self._visit(element)

    def _visit(self, element: etree._Element) -> None:
        owner = written_name(element)
        for key, value in attributes_of(element):
            for name in attribute_names(element, key):
                declared = self._grammar.attribute(owner, name)
                kind = declared.type if declared else "ID" if name in ("id", "xml:id") else ""
                self._remember(element, name, kind, value)

    def _remember(self, element: etree._Element, name: str, kind: str, value: str) -> None:
        if kind == "ID":
            if value in self._first:
                self._again.append((element, name, value))
            self._first.setdefault(value, element)
            if not _ID.fullmatch(value):
                self._malformed.setdefault(value, element)
        elif kind in ("IDREF", "IDREFS"):
            # What is not a list of ids is reported as such; its parts are not ids.
            for word in value.split() if all(map(_ID.fullmatch, value.split())) else ():
                self._references.setdefault(word, []).append((element, name))

    def duplicates(self, reported: set[etree._Element]) -> Iterator[Violation]:
        """A violation for each repeated id; none inside elements that are already reported (`reported`)."""
        groups: dict[etree._Element, list[tuple[etree._Element, str, str]]] = {}
        copies = _Copies()
        for element, name, value in self._again:
            head = copies.outermost(element, self._first[value])
            if not any(above in reported for above in (head, *head.iterancestors())):
                outer = next((above for above in (head, *head.iterancestors()) if above in groups), head)
                groups.setdefault(outer, []).append((element, name, value))
        meant = self.meant() if groups else {}
        for head, ((element, name, value), *others) in groups.items():
            if element is head and not others and is_repeated(element):
                yield Violation(id_codes.copied_element(written_name(head), value, 0), head)
            elif element is head:
                yield self._twice(element, name, value, len(others), meant.get(element))
            else:
                yield Violation(id_codes.copied_element(written_name(head), value, len(others)), head)

    def _twice(self, second: etree._Element, name: str, value: str, others: int, meant: str | None) -> Violation:
        """The violation of two elements with one id: at the one that must have another, if the document shows which."""
        first = self._first[value]
        wrong, right, fitting = second, first, f"{attribute(name, meant)}, as the references to it do" if meant else ""
        if series := misnumbered(first, second, value, self._first):
            wrong, right, fitting = series[0], series[1], f"{attribute(name, series[2])}, which fits in the series"
        elif not meant and first.tag != second.tag:
            kinds = {element.get("ref-type", "") for element, _ in self._references.get(value, ())}
            led_to = [each for each in (first, second) if any(is_target(str(each.tag), kind) for kind in kinds)]
            wrong, right = (second, first) if led_to != [second] else (first, second)
            lost = [
                each for each, uses in self._references.items() if each not in self._first and _lead_to(wrong, uses)
            ]
            fitting = f"{attribute(name, lost[0])}, as the references to it do" if len(lost) == 1 else ""
        said = id_codes.duplicate_id(name, written_name(wrong), value, tag(written_name(right)), others, fitting)
        return Violation(said, wrong, name, culprit=right)

    def meant(self) -> dict[etree._Element, str]:
        """The id that each element with a malformed one was meant to have: that of a reference which leads nowhere."""
        faulty = self._malformed or self._again
        missing = [value for value in self._references if value not in self._first] if faulty else []
        by_tail = {_LETTERS.sub("", value): value for value in missing}
        by_whole = {value: value for value in missing}
        found: dict[etree._Element, str] = {}
        for value, element in self._malformed.items():
            words = value.split() or [""]
            near = (by_whole.get(each) for each in (*(mark.join(words) for mark in ("", "-", "_", ".")), words[0]))
            close = next(filter(None, near), None) or by_tail.get(value)
            longer = [each for each in missing if _likeness(value).startswith(_likeness(each))] if not close else []
            if close or len(longer) == 1:
                found[element] = close or longer[0]
        for element, _, value in self._again:
            beside = [each for each in missing if _are_neighbours(value, each)]
            if len(beside) == 1 and element.tag == self._first[value].tag:
                found[element] = beside[0]
        return found

    def meant_reference(self, element: etree._Element, name: str) -> str | None:
        """The end of a message about a reference whose value is not an id: what it may mean; `None` if none is like it."""
        value = element.get(name) or ""
        if not value.strip():
            ids = Lost(element.getroottree().getroot(), self._first).ids_of(element.get("ref-type", ""))
            return (
                f"write the id that it leads to, {any_of(map(quoted, ids))}, or remove the attribute" if ids else None
            )
        alike = {_likeness(each): each for each in self._first}
        found = [alike.get(_likeness(each)) for each in value.split()]
        right = " ".join(each for each in found if each)
        return f"write {attribute(name, right)}" if found and all(found) and right != value else None

    def _by_being_free(self, value: str, kind: str, lost: Lost, missing: Mapping[str, object]) -> str | None:
        """The only id of the kind that nothing refers to, if no other reference of the kind leads nowhere."""
        if kind == "bibr":  # a reference that nothing cites is no sign: the one that is meant may be missing
            return None
        others = (uses for each, uses in self._references.items() if each in missing and each != value)
        if any(uses[0][0].get("ref-type", "") == kind for uses in others):
            return None
        free = lost.only_free(kind, self._references)
        return free and quoted(free)

    def dangling(self, root: etree._Element) -> Iterator[Violation]:
        """A violation for each missing identifier, at the first reference to it."""
        lost = Lost(root, self._first)
        alike: dict[str, str] = {}
        for known_id in self._first:
            alike.setdefault(_likeness(known_id), known_id)
        without: dict[str, int] = {}
        proposals = _PROPOSALS
        known = self._first.keys() | set(self.meant().values())
        missing = {value: uses for value, uses in self._references.items() if value not in known}
        for uses in missing.values():
            kind = uses[0][0].get("ref-type", "")
            if lost.nothing_of(kind):
                without[kind] = without.get(kind, 0) + len(uses)
        for value, ((element, name), *others) in missing.items():
            kind = element.get("ref-type", "")
            if meant := _meant_by(value, self._first, alike) or self._by_being_free(value, kind, lost, missing):
                said = id_codes.dangling_reference(
                    name, written_name(element), value, did_you_mean([meant]), len(others)
                )
                yield Violation(said, element, name, late=True)
            elif (target := lost.nothing_of(kind)) is None:
                trace, proposals = lost.trace(value, kind), proposals - 1
                close = nearest(value, self._first) if trace is None and proposals > 0 else []
                words = (
                    trace.words if trace else did_you_mean([quoted(each) for each in close]) or _add_or_remove(element)
                )
                said = id_codes.dangling_reference(name, written_name(element), value, words, len(others))
                yield Violation(said, element, name, late=True, culprit=trace.element if trace else None)
            elif total := without.pop(kind, 0):
                home = lost.home_of(kind)
                said = id_codes.dangling_type(kind, total, target, written_name(home))
                yield Violation(said, element, name, late=True, culprit=home)


def _lead_to(element: etree._Element, uses: Iterable[tuple[etree._Element, str]]) -> bool:
    """Whether references are of a type that leads to elements of this name."""
    return any(is_target(str(element.tag), each.get("ref-type", "")) for each, _ in uses)


def _are_neighbours(one: str, other: str) -> bool:
    """Whether two ids differ in their last number alone, and by one: `fig1` and `fig2`."""
    ends = [_DIGITS.search(each) for each in (one, other)]
    numbers = [whole_number(each[0]) for each in ends if each]
    if len(numbers) < 2 or None in numbers or _DIGITS.sub("", one) != _DIGITS.sub("", other):
        return False
    return abs((numbers[0] or 0) - (numbers[1] or 0)) == 1


def _likeness(value: str) -> str:
    """An id without its case, its marks, and the zeros before a number: `fig-01` is like `Fig1`."""
    return _ZEROS.sub("", _MARKS.sub("", value.lower()))


def _meant_by(value: str, known: Mapping[str, object], alike: Mapping[str, str]) -> str | None:
    """The id, or the ids at both ends of a range, that a reference means, in quotation marks; `None` if none is like it."""
    ends = _RANGE.split(value)
    if len(ends) == 2 and all(each in known for each in ends):
        if len(set(ends)) == 1:
            return quoted(ends[0])
        return f"{quoted(' '.join(ends))}, with a space between ids"
    return quoted(alike[_likeness(value)]) if _likeness(value) in alike else None


def _add_or_remove(element: etree._Element) -> str:
    """What to do about a reference if nothing in the document looks like its target."""
    what = "a reference" if element.get("ref-type") == "bibr" else "an element"
    return f": add {what} with this id, or remove the {tag(written_name(element))}"


class _Copies:
    """Elements that repeat others word for word; each pair is compared once, however many ids it contains."""

    def __init__(self) -> None:
        self._same: dict[tuple[etree._Element, etree._Element], bool] = {}

    def outermost(self, again: etree._Element, first: etree._Element) -> etree._Element:
        """The outermost element around `again` that copies the one around `first`, beside it; else `again`."""
        best = copy = again
        while copy.tag == first.tag:
            above, first_above = copy.getparent(), first.getparent()
            if above is None or first_above is None:
                break
            if above is first_above:
                best = copy if copy is not again and self._are_same(copy, first) else best
                break
            copy, first = above, first_above
        return best

    def _are_same(self, one: etree._Element, other: etree._Element) -> bool:
        if (one, other) not in self._same:
            self._same[one, other] = etree.tostring(one, with_tail=False) == etree.tostring(other, with_tail=False)
        return self._same[one, other]
