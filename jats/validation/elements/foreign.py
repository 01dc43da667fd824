"""What to write for elements and attributes of HTML and of other formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from itertools import islice

from lxml import etree

from jats.messages.words import attribute, tag, tags
from jats.schema.content import Grammar
from jats.validation.elements.foreign_values import STYLED, of_style, with_values
from jats.validation.elements.wrappers import has_text, without_tags
from jats.validation.names import child_elements, is_cited, written_name
from jats.vocab.namespaces import NAMESPACES
from jats.vocab.tables import tabbed_rows

_WRITTEN = re.compile(r"write ([a-z-]+:[a-z]+)=")
_TYPES_OF_ANYTHING = ("content-type", "custom-type", "xlink:type")
_FEW = 3
_MOST_OTHERS = 100
_ANCHORS = ("href", f"{{{NAMESPACES['xlink']}}}href", "target", "url")
_IDS = ("linkend", "linkends", "idref", "refid")
"""The attributes of other formats that lead into the document, with a # before the id and without."""

_MOST_ALIKE = 2
_SHORTEST_PART = 3
_PARTS = re.compile(r"[-_:]")
_GENERAL = frozenset(("id", "type", "xlink", "xml"))
_ALTERNATIVES = ", or "
_WRITE = re.compile(r"(?:write (?:an? )?)?<([a-z:-]+)")
_INSIDE = re.compile(r" in (?:an?|the) <| in <")
_IN_A_REFERENCE = " in a reference"
_ONCE = frozenset(("elocation-id", "fpage", "issue", "label", "lpage", "source", "volume"))
"""What a reference or an article has once, even where the tag set allows it again."""

_MIXED, _STRICT = "mixed-citation", "element-citation"

_OF_ARTICLE = ("for the article", "in <article-meta>")


@cache
def _foreign_names() -> dict[str, tuple[str, str]]:
    return {name: (origin, remedy) for name, origin, remedy in tabbed_rows("validation/foreign_names.tsv")}


def _foreign_name(local: str) -> tuple[str, str] | None:
    """Where an element comes from, and what to write for it; `person_name` is as `person-name`."""
    return _foreign_names().get(local) or _foreign_names().get(local.replace("_", "-"))


@cache
def _foreign_attributes() -> dict[tuple[str, str], str]:
    return {(name, owner): remedy for name, owner, remedy in tabbed_rows("validation/foreign_attributes.tsv")}


def counterpart(child: etree._Element, grammar: Grammar, place: Callable[[str], str]) -> str | None:
    """What to write for an element of HTML or another format, with where it comes from; `None` if it is not known.

    What its parent does not allow is left out, or is sent to where it belongs, for which `place` has the words.
    """
    local = etree.QName(child).localname.lower()
    found = _foreign_name(local)
    if local in STYLED and (style := of_style(child, grammar)):
        return f"it is an element of {STYLED[local]}: write {style} for its style"
    if ids := link_inside(child, grammar):
        origin = found[0] if found else "another format"
        return f"it is an element of {origin}: write <xref {attribute('rid', ids)}>"
    if child.get("rid") is not None:
        return 'it refers to an id in the article: write <xref ref-type="…" rid="…">'
    if found is None:
        return None
    choices = _of_context(found[1].split(_ALTERNATIVES), cited=is_cited(child))
    if superfluous := _superfluous(child, choices[0], grammar):
        return f"it is an element of {found[0]}: {superfluous}"
    return f"it is an element of {found[0]}: {with_values(_possible(choices, child, grammar, place), child)}"


def link_inside(child: etree._Element, grammar: Grammar) -> str | None:
    """The ids that a link of another format leads to, where one of JATS may be: `r1` for `<a href="#r1">`."""
    parent = child.getparent()
    if parent is None or "xref" not in grammar.children(written_name(parent)):
        return None
    anchors = (child.get(key, "").strip() for key in _ANCHORS)
    found = next((value for value in anchors if value.startswith("#")), "")
    found = found or next((value for key in _IDS if (value := child.get(key, "").strip())), "")
    return " ".join(word.lstrip("#") for word in found.split()) or None


def named_counterparts(child: etree._Element) -> list[str]:
    """The elements that the words about an element of another format tell to write."""
    found = _foreign_name(etree.QName(child).localname.lower())
    if found is None:
        return []
    choices = _of_context(found[1].split(_ALTERNATIVES), cited=is_cited(child))
    return [named[1] for each in choices if (named := _WRITE.match(each))]


def _superfluous(child: etree._Element, remedy: str, grammar: Grammar) -> str | None:
    """What to do with an element whose counterpart is around it, whose content needs none, or that breaks a line at an end."""
    parent, named = child.getparent(), _WRITE.match(remedy)
    if parent is None or named is None:
        at_end = parent is not None and not (child.tail or "").strip() and next(child.itersiblings(), None) is None
        in_text = parent is not None and grammar.mixed(written_name(parent))
        return "remove it" if remedy.startswith("split the paragraph") and (at_end or not in_text) else None
    if named[1] == written_name(parent) and grammar.mixed(named[1]):
        name = written_name(child)
        return f"remove the tags <{name}> and </{name}>, and keep what is between them"
    inside = child_elements(child)
    if (
        inside
        and named[1] in grammar.elements
        and not all(
            written_name(each) in grammar.children(named[1]) or _foreign_name(etree.QName(each).localname.lower())
            for each in inside
        )
    ):
        return without_tags(child, grammar).removeprefix(": ") or None
    return None


def _of_context(choices: list[str], *, cited: bool) -> list[str]:
    """The alternatives for an element in a reference, or for one elsewhere."""
    in_reference = [each for each in choices if each.endswith(_IN_A_REFERENCE)]
    if cited:
        chosen = in_reference or [each for each in choices if not each.endswith(_OF_ARTICLE)]
        return [each.removesuffix(_IN_A_REFERENCE) for each in chosen] or choices
    return [each for each in choices if each not in in_reference] or choices


def _possible(choices: list[str], child: etree._Element, grammar: Grammar, place: Callable[[str], str]) -> str:
    """The alternatives that are allowed where the element is; the first, with its place, if none is."""
    parent = child.getparent()
    allowed = grammar.children(written_name(parent)) if parent is not None else frozenset(("article",))
    fitting = [
        each for each in choices if _INSIDE.search(each) or not (named := _WRITE.match(each)) or named[1] in allowed
    ]
    fitting = [_without_parent(each, child) for each in _by_text(fitting, child, grammar)]
    meant = _WRITE.match(fitting[0]) if fitting else None
    if meant and parent is not None and meant[1] in _ONCE and parent.find(meant[1]) is not None:
        return f"remove it, for {tag(meant[1])} is there"
    if fitting:
        return ("write " if fitting[0].startswith("<") else "") + _ALTERNATIVES.join(fitting)
    named = _WRITE.match(choices[0])
    return choices[0] + (place(named[1]).replace(": ", ", and ", 1) if named and named[1] in grammar.elements else "")


def _by_text(choices: list[str], child: etree._Element, grammar: Grammar) -> list[str]:
    """Of alternatives with text between their elements and without it, those that are as the child; all if they do not differ."""
    wanted = has_text(child) or len(child) == 0
    alike = [each for each in choices if (named := _WRITE.match(each)) and grammar.mixed(named[1]) == wanted]
    return alike if {_MIXED, _STRICT} <= {named[1] for each in choices if (named := _WRITE.match(each))} else choices


def _without_parent(choice: str, child: etree._Element) -> str:
    """An alternative that does not tell to write what is around the child already: `<kwd> in <kwd-group>`."""
    around = "|".join(map(re.escape, (written_name(each) for each in islice(child.iterancestors(), 2))))
    return re.sub(rf" in (?:an? |the )?<(?:{around})>$", "", choice)


def attribute_remedy(name: str, owner: str, declared: Collection[str]) -> str | None:
    """What to write for an attribute that another format has, or that is short for one in `-type`; `None` if it is not known."""
    if name == "type" and (name, owner) not in _foreign_attributes():
        kinds = [each for each in declared if each.endswith("-type") and each.removesuffix("-type") in owner.split("-")]
        kinds = kinds or [each for each in declared if each.endswith("-type") and each not in _TYPES_OF_ANYTHING]
        return f'write {kinds[0]}="…"' if len(kinds) == 1 else None
    local = name.rpartition(":")[2]
    longer = [each for each in declared if each.endswith(f"-{name}") and "-" in name]
    if len(longer) == 1:
        return f'write {longer[0]}="…"'
    remedy = _foreign_attributes().get((local, owner)) or _foreign_attributes().get((local, "*"))
    wanted = _WRITTEN.search(remedy or "")
    return None if wanted and wanted[1] not in declared else remedy


def attribute_meant(name: str, declared: Collection[str]) -> str | None:
    """The declared attribute that an attribute of another format stands for; `None` if it is not known."""
    wanted = _WRITTEN.search(_foreign_attributes().get((name.rpartition(":")[2], "*"), ""))
    return wanted[1] if wanted and wanted[1] in declared else None


def attribute_of_value(element: etree._Element, grammar: Grammar) -> str | None:
    """The one required attribute of an element that lacks it: what an attribute `value` has is its value."""
    required = [each.name for each in grammar.attributes(written_name(element)).values() if each.required]
    return required[0] if len(required) == 1 and required[0] not in element.attrib else None


def value_meant(element: etree._Element, grammar: Grammar) -> str | None:
    """What to do with an attribute `value`: it is that of the one required attribute, or the text of an empty element."""
    owner = written_name(element)
    if required := attribute_of_value(element, grammar):
        return f'write {required}="…"'
    empty = len(element) == 0 and not (element.text or "").strip()
    return f"write its value as the text of {tag(owner)}" if empty and grammar.mixed(owner) else None


def alike_in_part(name: str, declared: Collection[str]) -> list[str]:
    """The declared attributes that have most parts in common with a name, whole or cut short: `pub-type` for `pub-kind`."""
    parts = _PARTS.split(name.lower())
    shared = {each: _shared(parts, _PARTS.split(each)) for each in declared}
    best = max(shared.values(), default=0)
    return [each for each in declared if shared[each] == best][:_MOST_ALIKE] if best > 0 else []


def _shared(parts: list[str], others: list[str]) -> int:
    """How many parts of a name are those of another, or begin alike; none if only the last, general one (`type`) is."""
    alike = [part for part in parts if any(begin_alike(part, each) for each in others)]
    return len(alike) if set(alike) - _GENERAL else 0


def begin_alike(one: str, other: str) -> bool:
    """Whether one part of a name is the beginning of the other, or all of it, and has at least three letters."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and len(shorter) >= _SHORTEST_PART


def owners_nearby(name: str, element: etree._Element, grammar: Grammar) -> str | None:
    """What to do with an attribute that is a child of the element, or that a child or the parent may have; `None` if none may."""
    if name in grammar.children(written_name(element)):
        return f"it is an element: write {tag(name)} in {tag(written_name(element))}"
    there = {written_name(child) for child in element.iterchildren(etree.Element)} & grammar.children(
        written_name(element)
    )
    owners = [each for each in sorted(there) if grammar.attribute(each, name)]
    parent = element.getparent()
    if not owners and parent is not None and grammar.attribute(written_name(parent), name):
        owners = [written_name(parent)]
    return f"it is an attribute of {tags(owners, _FEW)}: move it there, or remove it" if owners else None


def lacking_nearby(name: str, element: etree._Element, grammar: Grammar) -> str | None:
    """What to do with an attribute that the first child, or the parent, has in the schema and lacks; `None` if neither does."""
    parent = element.getparent()
    near = [*islice(element.iterchildren(etree.Element), _MOST_OTHERS), *([] if parent is None else [parent])]
    for other in near:
        if other.get(name) is None and grammar.attribute(written_name(other), name) and _mostly_has(other, name):
            return f"it is an attribute of {tag(written_name(other))}: move it there, or remove it"
    return None


def _mostly_has(element: etree._Element, name: str) -> bool:
    """Whether other elements of its name in the document have the attribute, or there are none."""
    alike = islice(element.getroottree().getroot().iter(str(element.tag)), _MOST_OTHERS)
    others = [each for each in alike if each is not element]
    return not others or any(each.get(name) is not None for each in others)


def unprefixed(child: etree._Element, grammar: Grammar) -> tuple[int, str] | None:
    """For an element of MathML without its prefix: how many are in it, and its right name; `None` for any other."""
    name = f"mml:{child.tag!s}"
    if "}" in name or name not in grammar.elements:
        return None
    inside = [each for each in child.iter(etree.Element) if f"mml:{each.tag!s}" in grammar.elements]
    return len(inside) - 1, name
