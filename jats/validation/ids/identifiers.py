"""Ids that two elements have, and references to ids that no element has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from lxml import etree

from jats.messages.words import any_of, attribute, quoted, tag
from jats.validation import id_codes
from jats.validation.elements.lost_notes import ids_told_with_notes
from jats.validation.elements.unknown import NamedGrammar
from jats.validation.elements.wrappers import is_repeated
from jats.validation.ids.cited_as import CitedAs
from jats.validation.ids.dangling import Dangling, alike_ids, ids_in, likeness
from jats.validation.ids.id_series import misnumbered
from jats.validation.ids.missing_targets import Lost, is_target
from jats.validation.names import attribute_names, attributes_of, written_name
from jats.validation.violation import Violation
from jats.vocab.namespaces import NAMESPACES
from jats.vocab.numbers import whole_number

CARRIERS = frozenset((
    "continued-from", "glyph-data", "headers", "id", "lang-group", "pointer-to-explained", "pointer-to-question", "rid",
    "xref",
))  # fmt: skip
"""The attributes of the JATS DTDs whose type is ID, IDREF or IDREFS."""

_KEYS = CARRIERS | {f"{{{NAMESPACES['xml']}}}id"}
_ID = re.compile(r"[^\W\d][\w.\-:]*")
_DIGITS = re.compile(r"\d+$")
_LETTERS = re.compile(r"^\D+")


class Identifiers:
    """Collects the ids and references of a document during the walk, and then gives the violations."""

    def __init__(self, language: NamedGrammar) -> None:
        self._grammar = language.grammar
        self._first: dict[str, etree._Element] = {}
        self._again: list[tuple[etree._Element, str, str]] = []
        self._references: dict[str, list[tuple[etree._Element, str]]] = {}
        self._malformed: dict[str, etree._Element] = {}
        self._proposed: set[str] = set()
        self._texts: tuple[Lost, CitedAs] | None = None

    @property
    def ids(self) -> Collection[str]:
        """The ids of the document."""
        return self._first.keys()

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
        meant = self.meant if groups else {}
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
        wanted = {each for each in self._references if each not in self._first}
        if series := misnumbered(first, second, value, self._first, wanted):
            wrong, right, fitting = series[0], series[1], f"{attribute(name, series[2])}, which fits in the series"
            self._proposed.add(series[2])
        elif not meant and first.tag != second.tag:
            kinds = {element.get("ref-type", "") for element, _ in self._references.get(value, ())}
            led_to = [each for each in (first, second) if any(is_target(str(each.tag), kind) for kind in kinds)]
            if len(led_to) != 1:
                led_to = [each for each in (first, second) if self._is_in_series(each, value)]
            wrong, right = (second, first) if led_to != [second] else (first, second)
            lost = [
                each for each, uses in self._references.items() if each not in self._first and _lead_to(wrong, uses)
            ]
            fitting = f"{attribute(name, lost[0])}, as the references to it do" if len(lost) == 1 else ""
        said = id_codes.duplicate_id(name, written_name(wrong), value, tag(written_name(right)), others, fitting)
        return Violation(said, wrong, name, culprit=right)

    def _is_in_series(self, element: etree._Element, value: str) -> bool:
        """Whether another element of its name has an id that differs in its last number alone."""
        stem = _DIGITS.sub("", value)
        others = (each for each, owner in self._first.items() if owner.tag == element.tag and each != value)
        return any(_DIGITS.sub("", each) == stem for each in others)

    @cached_property
    def meant(self) -> dict[etree._Element, str]:
        """The id that each element with a malformed one was meant to have: that of a reference which leads nowhere.

        It is asked for when all are collected.
        """
        faulty = self._malformed or self._again
        missing = [value for value in self._references if value not in self._first] if faulty else []
        by_tail = {_LETTERS.sub("", value): value for value in missing}
        by_whole = {value: value for value in missing}
        found: dict[etree._Element, str] = {}
        for value, element in self._malformed.items():
            words = value.split() or [""]
            near = (by_whole.get(each) for each in (*(mark.join(words) for mark in ("", "-", "_", ".")), words[0]))
            close = next(filter(None, near), None) or by_tail.get(value)
            longer = [each for each in missing if likeness(value).startswith(likeness(each))] if not close else []
            if close or len(longer) == 1:
                found[element] = close or longer[0]
        for value, element in self._malformed.items():
            lost = [each for each in missing if _lead_to(element, self._references[each])] if not value.strip() else []
            if len(lost) == 1:
                found[element] = lost[0]
        for element, _, value in self._again:
            beside = [each for each in missing if _are_neighbours(value, each)]
            if len(beside) == 1 and element.tag == self._first[value].tag:
                found[element] = beside[0]
        return found

    def meant_reference(self, element: etree._Element, name: str) -> str | None:
        """The end of a message about a reference whose value is not an id: what it may mean; `None` if none is like it."""
        value = element.get(name) or ""
        if not value.strip():
            if likely := self._id_like(element, value):
                return f"it is empty: write {attribute(name, likely)}"
            ids = self._evidence(element.getroottree().getroot())[0].ids_of(element.get("ref-type", ""))
            listed = f", {any_of(map(quoted, ids))}" if ids else ""
            return f"it is empty: write the id that it leads to{listed}, or remove the attribute"
        right = ids_in(value, self._alike) or self._id_like(element, value)
        return f"write {attribute(name, right)}" if right and right != value else None

    def _id_like(self, element: etree._Element, value: str) -> str | None:
        """The id that a number, or the text of the reference, means."""
        kind, (lost, cited) = element.get("ref-type", ""), self._evidence(element.getroottree().getroot())
        numbered = lost.ends_in(kind, value) if value.isdecimal() else []
        return numbered[0] if len(numbered) == 1 else cited.meant(element, cited_too=True) or cited.by_number(element)

    def _evidence(self, root: etree._Element) -> tuple[Lost, CitedAs]:
        """What the ids and the texts of the document show."""
        if self._texts is None:
            self._texts = Lost(root, self._first), CitedAs(root, self._first, self._references)
        return self._texts

    @cached_property
    def _alike(self) -> dict[str, str]:
        """The ids by their likeness, asked for when all are collected."""
        return alike_ids(self._first)

    def dangling(self, root: etree._Element) -> Iterator[Violation]:
        """A violation for each missing identifier, at the first reference to it."""
        known = self._first.keys() | set(self.meant.values()) | self._proposed
        missing = {value: uses for value, uses in self._references.items() if value not in known}
        for value in ids_told_with_notes(root) if missing else ():
            missing.pop(value, None)
        if not missing:
            return iter(())
        return Dangling(self._first, self._references, missing, self._evidence(root), self._alike).violations()


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
