"""Walks over a document that its schema rejects, and explains each cause once, in document order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from lxml import etree

from jats.validation import codes, id_codes
from jats.validation.attributes import HAS_IT, attribute_violations
from jats.validation.content import content_violations
from jats.validation.elements.lost_children import paired
from jats.validation.elements.unknown import NamedGrammar, unknown
from jats.validation.ids.identifiers import Identifiers
from jats.validation.ids.links import Targets
from jats.validation.ids.lost_ids import with_lost_ids
from jats.validation.ids.wrong_ids import told_once
from jats.validation.log_elements import LogElements
from jats.validation.names import run_of, written_name
from jats.validation.violation import Violation
from jats.vocab.namespaces import NAMESPACES

MOST = 1000
"""The number of violations after which the walk ends: nobody reads more, and a hostile file must not slow it down."""

_CLOSELY = 50
"""The number of violations up to which the whole document is searched for what an attribute means."""

_MALFORMED = "SCH018"
_ALIEN = {"SCH010", "SCH011"}
_ABOUT_THE_ELEMENT_ITSELF = {"SCH011", "SCH012", "SCH014"}


def walk(
    root: etree._Element,
    language: NamedGrammar,
    numbers: Mapping[etree._Element, int],
    where: LogElements | None = None,
) -> list[Violation]:
    """All violations in a document; consequences of others (dangling references) come last.

    `numbers` are those of its elements in document order; `where` is where to look, if that is known: the words are the same
    as those of a walk to all elements, and come up to ten times as fast.
    """
    identifiers = Identifiers(language)
    if where is None or where.identifiers:
        identifiers.collect(numbers)
    found = _structure(root, numbers if where is None else where.elements, language)
    if where is not None and not where.identifiers and any(each.said.code == _MALFORMED for each in found):
        identifiers.collect(numbers)  # the DTD's log calls an empty or malformed id the value of an attribute
    if len(found) < MOST:
        found = list(told_once(found, identifiers.meant, identifiers.ids))
        found = list(_with_meant_ids(found, identifiers))
        reported = {each.element for each in found if each.said.code in _ABOUT_THE_ELEMENT_ITSELF}
        found += islice(identifiers.duplicates(reported), MOST)
        moved = {each.element for each in found if each.said.code in _ALIEN}
        dangling = islice((each for each in identifiers.dangling(root) if each.element not in moved), MOST)
        found = with_lost_ids(found, list(dangling))
    else:
        found = [*found[:MOST], Violation(codes.more_faults(MOST), root, late=True)]
    return _in_order(_once_a_prefix(found), numbers)


def _with_meant_ids(found: Iterable[Violation], identifiers: Identifiers) -> Iterator[Violation]:
    """The violations; those about a malformed id or reference say which one is meant, if the document shows it."""
    meant = identifiers.meant
    for each in found:
        if each.said.code == _MALFORMED and each.culprit is None:
            name, value = each.attribute or "", meant.get(each.element)
            if name in ("id", "xml:id") and value:
                given = each.element.get("id") or each.element.get(f"{{{NAMESPACES['xml']}}}id") or ""
                said = id_codes.bad_token(name, written_name(each.element), given, "ID", value)
                each = replace(each, said=said)
            elif name == "rid" and (words := identifiers.meant_reference(each.element, name)):
                given = each.element.get(name) or ""
                said = id_codes.bad_token(name, written_name(each.element), given, "IDREFS", words)
                each = replace(each, said=said)
        yield each


def _structure(root: etree._Element, elements: Iterable[etree._Element], language: NamedGrammar) -> list[Violation]:
    """Violations in names, content and attributes, with elements in document order."""
    known = language.grammar.elements
    found: list[Violation] = []
    alien: set[etree._Element] = set()
    targets = Targets(root)
    if written_name(root) not in known:
        found.append(Violation(unknown(root, ("article",), None, language), root))
    for element in elements:
        if len(found) >= MOST:
            break
        # An element in the wrong place most likely has the wrong name: its content fits the right one.
        if element not in alien and written_name(element) in known:
            near = len(found) < _CLOSELY
            inside = list(islice(attribute_violations(element, language, targets, closely=near), MOST))
            if not any(each.said.text.endswith(HAS_IT) for each in inside):
                inside += content_violations(element, language)
            alien.update(one for each in inside if _is_alien(each) for one in run_of(each.element))
            found += inside
    return paired(found, language.grammar)


def _is_alien(found: Violation) -> bool:
    """Whether the element itself is wrong there, so that its content is not judged by its name."""
    return found.said.code in _ALIEN or ": write <" in found.said.text


def _in_order(found: list[Violation], numbers: Mapping[etree._Element, int]) -> list[Violation]:
    return sorted(found, key=lambda each: (each.late, _position(each, numbers)))


def _position(violation: Violation, numbers: Mapping[etree._Element, int]) -> int:
    after = violation.after
    return numbers.get(violation.element if after is None else after, numbers[violation.element])


def _once_a_prefix(found: list[Violation]) -> list[Violation]:
    """A wrong prefix is one cause, however many elements and attributes carry it."""
    first: dict[str, Violation] = {}
    for violation in found:
        if violation.said.code == codes.WRONG_PREFIX:
            first.setdefault(_prefix(violation), violation)
    return [each for each in found if each.said.code != codes.WRONG_PREFIX or first[_prefix(each)] is each]


def _prefix(violation: Violation) -> str:
    left, _, right = (violation.attribute or "").partition(":")
    return (right if left == "xmlns" else left) or str(violation.element.prefix)


__all__ = ["NamedGrammar", "walk"]
