"""Faults in an element's attributes and namespace declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from jats.messages.codes import Message
from jats.messages.words import attribute, is_one_slip, nearest, tag, tags
from jats.schema.content import Attribute, Grammar
from jats.validation import codes, id_codes
from jats.validation.attribute_evidence import by_prefix, by_value
from jats.validation.content import value_inside
from jats.validation.elements.foreign import (
    alike_in_part,
    attribute_meant,
    attribute_of_value,
    attribute_remedy,
    lacking_nearby,
    owners_nearby,
    value_meant,
)
from jats.validation.elements.later import later_attribute
from jats.validation.elements.misnamed import link_around, name_by_attributes
from jats.validation.elements.unknown import NamedGrammar
from jats.validation.ids.dangling import swapped
from jats.validation.ids.links import Targets, link_meant
from jats.validation.names import attribute_names, attributes_of, declared_here, right_name, written_name
from jats.validation.seen_values import value_seen
from jats.validation.violation import Violation
from jats.vocab.namespaces import PREFIXES

_SHORT = 1
_MANY = 50
"""The number of attributes above which no element is looked at closely."""

_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
HAS_IT = ", which has it"
"""The end of a message about an element whose attributes are those of another."""

_MORE = _START + "\\-.0-9\xb7\u0300-\u036f\u203f-\u2040"
_NAME, _TOKEN = f"[{_START}][{_MORE}]*", f"[{_MORE}]+"
# XML 1.0 (fifth edition), productions 5 to 8
_SHAPES = {
    "ID": re.compile(_NAME),
    "IDREF": re.compile(_NAME),
    "IDREFS": re.compile(f"{_NAME}(?: +{_NAME})*"),
    "NMTOKEN": re.compile(_TOKEN),
    "NMTOKENS": re.compile(f"{_TOKEN}(?: +{_TOKEN})*"),
}


def attribute_violations(
    element: etree._Element, language: NamedGrammar, targets: Targets, *, closely: bool = True
) -> Iterator[Violation]:
    """All faults in the attributes of an element that the schema knows; `targets` are the ids of its document.

    With `closely`, the document is searched for what an attribute means.
    """
    owner, grammar = written_name(element), language.grammar
    telling, names = name_by_attributes(element, grammar)
    if linked := link_around(element, grammar):
        key = telling or "xlink:href"
        yield Violation(codes.undeclared_attribute(key, owner, (), (), linked), element, key)
        return
    if names:
        remedy = f"write {tags(names)}{HAS_IT}"
        yield Violation(codes.undeclared_attribute(telling, owner, (), (), remedy), element, telling)
        return
    present: set[str] = set()
    closely = closely and len(element.attrib) <= _MANY
    for key, value in attributes_of(element):
        written = attribute_names(element, key)
        declared = next((found for name in written if (found := grammar.attribute(owner, name))), None)
        name = declared.name if declared else written[0] if written else key
        present |= {name, right_name(key)}
        clear = _clearly_meant(element, key, name, grammar) if declared is None and closely else None
        if declared is None:  # the slip of a required name is one cause
            present |= _names_meant(element, name, clear, grammar)
        if other := _exchanged(element, declared, value, grammar):
            if other.name > name:  # one message for both
                yield Violation(
                    _of_exchanged(owner, (name, value), (other.name, element.get(other.name, ""))), element, name
                )
            continue
        if declared is None:
            nearby = _Nearby(targets, clear) if closely else None
            said: Message | None = _undeclared(element, key, name, language, nearby)
        else:
            said = _wrong_value(declared, owner, value, language.title)
        if said and not (name == "ref-type" and swapped(element, targets.owners)):  # that is told of its rid
            yield Violation(said, element, name)
    yield from _namespaces(element, owner, grammar)
    present |= {value_inside(element, grammar) or ""}
    missing = (each for each in grammar.attributes(owner).values() if each.required and each.name not in present)
    for each in missing:
        said = codes.missing_attribute(each.name, owner, each.enumeration, value_seen(element, each.name))
        yield Violation(said, element)


@dataclass(frozen=True, slots=True)
class _Nearby:
    """What the document shows about an attribute that is not declared: the ids that there are, and the attribute meant."""

    targets: Targets
    meant: str | None


def _names_meant(element: etree._Element, name: str, clear: str | None, grammar: Grammar) -> set[str]:
    """The declared attributes that one that is not declared may be; `clear` is the one that is meant, if that is clear."""
    if name == "value" and value_meant(element, grammar):
        return {attribute_of_value(element, grammar) or name}
    if clear:
        return {clear}
    declared = grammar.attributes(written_name(element))
    meant = attribute_meant(name, declared)
    return {meant} if meant else set(nearest(name, declared))


def _clearly_meant(element: etree._Element, key: str, name: str, grammar: Grammar) -> str | None:
    """The attribute that is meant by a slip in its name or prefix, or by its value."""
    declared = [each for each in grammar.attributes(written_name(element)) if not each.startswith("xmlns")]
    free = _free(element, declared)
    slips = [each for each in free if is_one_slip(name, each)] if len(name) > _SHORT else []
    by_name = by_prefix(name, free) or (slips[0] if len(slips) == 1 else None)
    return by_name or by_value(element, element.get(key) or "", free, grammar)


def _free(element: etree._Element, declared: Sequence[str]) -> list[str]:
    """The attributes that an element may have and lacks."""
    present = {each for one, _ in attributes_of(element) for each in attribute_names(element, one)}
    return [each for each in declared if each not in present]


def _undeclared(
    element: etree._Element, key: str, name: str, language: NamedGrammar, nearby: _Nearby | None
) -> Message:
    """The message about an attribute that the element does not have; without `nearby`, the document is not searched."""
    owner, grammar = written_name(element), language.grammar
    declared = [each for each in grammar.attributes(owner) if not each.startswith("xmlns")]
    right = right_name(key)
    if right in declared and ":" in right:
        return codes.wrong_prefix(name, right)
    free = _free(element, declared) if nearby else declared
    if nearby and (link := link_meant(element, name, free, grammar, nearby.targets)):
        return codes.undeclared_attribute(name, owner, (), (), link)
    elsewhere = lacking_nearby(name, element, grammar) if nearby else None
    if nearby and elsewhere is None and nearby.meant:
        remedy = None if is_one_slip(name, nearby.meant) else f'write {nearby.meant}="…"'
        return codes.undeclared_attribute(name, owner, [nearby.meant], declared, remedy)
    remedy = value_meant(element, grammar) if name == "value" else None
    remedy = remedy or elsewhere
    close = nearest(name, [each for each in free if each != f"xlink:{name}" or name != "type"])
    remedy = remedy or attribute_remedy(name, owner, declared) or later_attribute(name, owner, language.title)
    if remedy is None and not close:
        close = alike_in_part(name, free)
        remedy = None if close else owners_nearby(name, element, grammar)
    return codes.undeclared_attribute(name, owner, close, declared, remedy)


def _wrong_value(declared: Attribute, owner: str, value: str, title: str) -> Message | None:
    if declared.enumeration:
        if value in declared.enumeration:
            return None
        version, bare = title.rpartition(" ")[2], value.strip()
        slips = [each for each in declared.enumeration if is_one_slip(bare, each)]
        close = slips if len(slips) == 1 else nearest(bare, declared.enumeration)
        return codes.bad_value(declared.name, owner, value, declared.enumeration, close, version)
    if declared.kind == "#FIXED" and declared.value is not None and value != declared.value:
        return codes.fixed_value(declared.name, owner, value, declared.value)
    shape = _SHAPES.get(declared.type)
    return (
        id_codes.bad_token(declared.name, owner, value, declared.type) if shape and not shape.fullmatch(value) else None
    )


def _exchanged(element: etree._Element, declared: Attribute | None, value: str, grammar: Grammar) -> Attribute | None:
    """The attribute that has a value of this one, while this one has a value of it; `None` if there is none."""
    if declared is None or not declared.enumeration or value in declared.enumeration:
        return None
    for key, given in attributes_of(element):
        other = grammar.attribute(written_name(element), key)
        if other and value in other.enumeration and given in declared.enumeration and given not in other.enumeration:
            return other
    return None


def _of_exchanged(owner: str, one: tuple[str, str], other: tuple[str, str]) -> Message:
    said = codes.bad_value(one[0], owner, one[1], (), ())
    right = f"{attribute(one[0], other[1])} {attribute(other[0], one[1])}"
    return replace(said, text=f"{one[0]} and {other[0]} of {tag(owner)} have each other's values: write {right}")


def _namespaces(element: etree._Element, owner: str, grammar: Grammar) -> Iterator[Violation]:
    for name, address in declared_here(element):
        declared = grammar.attribute(owner, name)
        if declared is None:
            yield Violation(_undeclared_namespace(name, owner, address, grammar), element, name)
        elif declared.kind == "#FIXED" and declared.value not in (None, address):
            prefix, right = name.removeprefix("xmlns:"), declared.value or ""
            yield Violation(codes.wrong_namespace(prefix, address, right), element, name)


def _undeclared_namespace(name: str, owner: str, address: str, grammar: Grammar) -> Message:
    known = [each for each in grammar.attributes(owner) if each.startswith("xmlns")]
    right = f"xmlns:{PREFIXES.get(address, '')}"
    if address in PREFIXES and name not in ("xmlns", right):
        return codes.wrong_prefix(name, right)
    return codes.undeclared_namespace(name, owner, address, known)
