"""Mutants of real articles: one change each, of a known kind, at a known place; the same for the same seed.

    for mutant in mutants(data, "publishing-1.3-mathml3", seed=1, count=100): ...

Whether a mutant is valid is for a DTD to say: many drops and moves are harmless.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from jats.schema.content import Attribute, Grammar, grammar

MML = "http://www.w3.org/1998/Math/MathML"
XLINK = "http://www.w3.org/1999/xlink"
_PREFIXES = {MML: "mml", XLINK: "xlink", "http://www.niso.org/schemas/ali/1.0/": "ali"}
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class Spot:
    """An element that a mutation touched, as it stands in the mutated bytes; the line is that of its start tag."""

    name: str
    xpath: str
    line: int


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mutated document; the first spot is the most exact one, its parents and the other touched elements follow."""

    kind: str
    data: bytes
    spots: tuple[Spot, ...]

    @property
    def names(self) -> frozenset[str]:
        """The prefixed names of all touched elements, their parents included."""
        return frozenset(spot.name for spot in self.spots)

    @property
    def lines(self) -> frozenset[int]:
        """The lines of all touched elements, their parents included."""
        return frozenset(spot.line for spot in self.spots)


class Doc:
    """A document that is about to be changed: its tree, its elements in order, its grammar, and the dice."""

    def __init__(self, tree: etree._ElementTree[etree._Element], rules: Grammar, dice: random.Random) -> None:
        self.tree = copy.deepcopy(tree)
        self.root = self.tree.getroot()
        self.elements = list(self.root.iter(etree.Element))
        self.rules = rules
        self.dice = dice

    def pick(self, suits: Callable[[etree._Element], bool] = lambda _element: True) -> etree._Element | None:
        """Any element but the root that suits, None where none does."""
        found = [element for element in self.elements[1:] if suits(element)]
        return self.dice.choice(found) if found else None

    def attribute(self, suits: Callable[[Attribute], bool]) -> tuple[etree._Element, str] | None:
        """Any element with an attribute that it carries and whose declaration suits, and that attribute's key."""
        found = [
            (at, key) for at in self.elements for key in at.attrib if (how := self.declared(at, key)) and suits(how)
        ]
        return self.dice.choice(found) if found else None

    def declared(self, element: etree._Element, key: str | bytes) -> Attribute | None:
        """How the grammar declares the attribute of that key."""
        return self.rules.attribute(prefixed(element), _prefixed_key(str(key)))


Touched = list[etree._Element] | None
Edit = Callable[[bytes], bytes]


def mutants(data: bytes, variant: str, seed: int, count: int) -> Iterator[Mutant]:
    """`count` mutants of a well-formed article, the kinds in turn; `variant` tells which attributes are enumerated."""
    tree = etree.ElementTree(etree.fromstring(data))
    rules, dice = grammar(variant), random.Random(seed)  # noqa: S311 - repeatable dice are wanted
    kinds = list(KINDS)
    made = 0
    for turn in range(count * 4):
        kind = kinds[(turn + seed) % len(kinds)]
        doc = Doc(tree, rules, dice)
        mutant = _finish(kind, doc, KINDS[kind](doc))
        if mutant is not None:
            yield mutant
            made += 1
        if made == count:
            return


def _finish(kind: str, doc: Doc, touched: Touched) -> Mutant | None:
    if not touched:
        return None
    places = _places(doc, touched)
    data = etree.tostring(doc.tree, xml_declaration=True, encoding="UTF-8")
    if kind in EDITS:
        data = EDITS[kind](data)
    try:
        again = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return None  # not this engine's subject
    elements = list(again.iter(etree.Element))
    found = again.getroottree()
    spots = (Spot(_raw_name(at), found.getpath(at), int(at.sourceline or 0)) for at in (elements[i] for i in places))
    return Mutant(kind, data, tuple(spots))


def _places(doc: Doc, touched: list[etree._Element]) -> list[int]:
    """The touched elements and their parents as numbers in document order."""
    wanted = dict.fromkeys([*touched, *(parent for at in touched if (parent := at.getparent()) is not None)])
    number = {element: at for at, element in enumerate(doc.root.iter(etree.Element))}
    return [number[element] for element in wanted if element in number]


def prefixed(element: etree._Element) -> str:
    """The element's name with the prefix that DTDs use for its namespace."""
    return _prefixed_key(str(element.tag))


def _raw_name(element: etree._Element) -> str:
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _prefixed_key(key: str) -> str:
    name = etree.QName(key)
    if name.namespace is None:
        return name.localname
    return f"{'xml' if key.startswith(_XML) else _PREFIXES.get(name.namespace, 'x')}:{name.localname}"


def _drop(doc: Doc) -> Touched:
    element = doc.pick()
    return None if element is None else [_removed(element)]


def _removed(element: etree._Element) -> etree._Element:
    """Take the element out, keep the text after it, and say who lost it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return element
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)
    return parent


def _swap(doc: Doc) -> Touched:
    element = doc.pick(lambda at: (after := at.getnext()) is not None and after.tag != at.tag)
    if element is None:
        return None
    parent, following = element.getparent(), element.getnext()
    if parent is None or following is None:
        return None
    element.tail, following.tail = following.tail, element.tail
    parent.insert(parent.index(element), following)
    return [following, element]


def _rename(doc: Doc) -> Touched:
    element = doc.pick(lambda at: "{" not in str(at.tag))
    if element is not None:
        element.tag = doc.dice.choice(sorted(name for name in doc.rules.elements if ":" not in name))
    return None if element is None else [element]


def _misspell(doc: Doc) -> Touched:
    element = doc.pick(lambda at: "{" not in str(at.tag) and len(str(at.tag)) > 3)
    if element is not None:
        name, at = str(element.tag), doc.dice.randrange(1, len(str(element.tag)) - 1)
        element.tag = name[:at] + name[at + 1] + name[at] + name[at + 2 :] if name[at] != "-" else name.replace("-", "")
    return None if element is None else [element]


def _duplicate(doc: Doc) -> Touched:
    element = doc.pick()
    if element is None:
        return None
    twin = copy.deepcopy(element)
    for at in twin.iter():
        if isinstance(at.tag, str):
            at.attrib.pop("id", None)
    element.addnext(twin)
    return [twin, element]


def _move(doc: Doc) -> Touched:
    element, target = doc.pick(), doc.pick(lambda at: len(at) > 0)
    if element is None or target is None or target is element or element in target.iterancestors():
        return None
    loser = _removed(element)
    target.insert(doc.dice.randrange(len(target) + 1), element)
    return [element, loser]


def _nest(doc: Doc) -> Touched:
    """Put the element inside a new one of another name, in its old place."""
    element = doc.pick()
    parent = None if element is None else element.getparent()
    if element is None or parent is None:
        return None
    wrapper = etree.Element(
        doc.dice.choice(("p", "sec", "title", "italic", "list", "fig", "name", "ref", "boxed-text"))
    )
    wrapper.tail, element.tail = element.tail, None
    parent.replace(element, wrapper)
    wrapper.append(element)
    return [wrapper, element]


def _add_attribute(doc: Doc) -> Touched:
    element = doc.pick()
    if element is None:
        return None
    key = doc.dice.choice(("language", "type", "class", f"{{{XLINK}}}href", "specific-use", f"{_XML}lang", "foo"))
    element.set(key, "en")
    return [element]


def _misspell_attribute(doc: Doc) -> Touched:
    found = doc.attribute(lambda how: ":" not in how.name and len(how.name) > 3)
    if found is None:
        return None
    element, key = found
    value = element.attrib.pop(key)
    element.set(key[:2] + key[3] + key[2] + key[4:] if "-" not in key[2:4] else key + "s", value)
    return [element]


def _drop_attribute(doc: Doc) -> Touched:
    found = doc.attribute(lambda how: how.required or how.type == "ID") or doc.attribute(lambda _how: True)
    if found is not None:
        del found[0].attrib[found[1]]
    return found and [found[0]]


def _break_enumeration(doc: Doc) -> Touched:
    found = doc.attribute(lambda how: bool(how.enumeration))
    if found is not None:
        value = found[0].get(found[1], "")
        found[0].set(found[1], doc.dice.choice((f"{value}x", value.upper(), "", "unknown", f"{value} {value}")))
    return found and [found[0]]


def _blank_enumeration(doc: Doc) -> Touched:
    found = doc.attribute(lambda how: bool(how.enumeration))
    if found is not None:
        found[0].set(
            found[1], doc.dice.choice((" {}", "{} ", " {} ", "\t{}", "{}\n")).format(found[0].get(found[1], ""))
        )
    return found and [found[0]]


def _break_token(doc: Doc) -> Touched:
    found = doc.attribute(lambda how: how.type in ("ID", "NMTOKEN", "NMTOKENS", "IDREF"))
    if found is not None:
        found[0].set(found[1], doc.dice.choice(("", "1 2", "a b", "#x", "-a", "7", "ä", "a:b", " en ")))
    return found and [found[0]]


def _dangling_idref(doc: Doc) -> Touched:
    found = doc.attribute(lambda how: how.type in ("IDREF", "IDREFS"))
    if found is not None:
        found[0].set(found[1], doc.dice.choice(("nowhere", f"{found[0].get(found[1])} nowhere", "", "a  b")))
    return found and [found[0]]


def _duplicate_id(doc: Doc) -> Touched:
    first, second = (doc.attribute(lambda how: how.type == "ID") for _ in range(2))
    if first is None or second is None or first[0] is second[0]:
        return None
    second[0].set(second[1], first[0].get(first[1], ""))
    return [second[0], first[0]]


def _stray_text(doc: Doc) -> Touched:
    element = doc.pick(lambda at: not doc.rules.mixed(prefixed(at)))
    if element is not None and len(element):
        child = doc.dice.choice(list(element))
        child.tail = doc.dice.choice(("stray", ".", "\xa0", "&", "\n;\n"))
    elif element is not None:
        element.text = doc.dice.choice(("stray", "x", " "))
    return element if element is None else [element]


def _in_empty(doc: Doc) -> Touched:
    """A comment, an instruction, a blank or an element inside an element that must be empty."""
    element = doc.pick(lambda at: doc.rules.empty(prefixed(at)))
    if element is None:
        return None
    what = doc.dice.randrange(4)
    if what == 3:
        element.text = " "
    else:
        element.append((etree.Comment("c"), etree.ProcessingInstruction("pi", "x"), etree.Element("p"))[what])
    return [element]


def _comment(doc: Doc) -> Touched:
    element = doc.pick()
    if element is not None:
        element.insert(0, doc.dice.choice((etree.Comment("c"), etree.ProcessingInstruction("pi", "x"))))
    return element if element is None else [element]


def _foreign(doc: Doc) -> Touched:
    """An element of a namespace, its own or a wrong one, in the place of another."""
    element = doc.pick()
    if element is None:
        return None
    space = doc.dice.choice((MML, f"{MML}/", "urn:other", "http://www.niso.org/schemas/ali/1.0"))
    twin = etree.Element(f"{{{space}}}{etree.QName(element).localname}", nsmap={"mml": space})
    element.addprevious(twin)
    return [twin]


def _declare(doc: Doc) -> Touched:
    """A namespace declaration that nothing uses, on an element that is not the root."""
    element = doc.pick()
    parent = None if element is None else element.getparent()
    if element is None or parent is None:
        return None
    space = doc.dice.choice((("z", "urn:z"), ("xlink", XLINK), ("mml", MML), ("ali", "urn:wrong"), (None, "")))
    name, attributes = str(element.tag), {str(key): str(value) for key, value in element.attrib.items()}
    if space[0] is None and "{" not in name:
        name = f"{{urn:default}}{name}"
    twin = etree.Element(name, attributes, {space[0]: space[1] or "urn:default"})
    twin.text, twin.tail = element.text, element.tail
    twin.extend(list(element))
    parent.replace(element, twin)
    return [twin]


def _whole(doc: Doc) -> Touched:
    """Every element with MathML or XLink in it, and the root; the bytes are edited afterwards."""
    uses = (at for at in doc.elements[1:] if MML in str(at.tag) or any(XLINK in str(key) for key in at.attrib))
    return [doc.root, *uses]


def _wrong_prefix(data: bytes) -> bytes:
    """MathML and XLink under prefixes of other names, rightly bound."""
    data = re.sub(rb"(</?|xmlns:)mml\b", rb"\1m", data)
    return re.sub(rb"(\s|xmlns:)xlink(?=[:=])", rb"\1xl", data)


def _wrong_uri(data: bytes) -> bytes:
    return data.replace(MML.encode(), b"http://www.w3.org/Math").replace(
        b'"http://www.w3.org/1999/xlink"', b'"urn:xlink"'
    )


KINDS: dict[str, Callable[[Doc], Touched]] = {
    "drop": _drop,
    "swap": _swap,
    "rename": _rename,
    "misspell": _misspell,
    "duplicate": _duplicate,
    "move": _move,
    "nest": _nest,
    "add-attribute": _add_attribute,
    "misspell-attribute": _misspell_attribute,
    "drop-attribute": _drop_attribute,
    "break-enumeration": _break_enumeration,
    "blank-enumeration": _blank_enumeration,
    "break-token": _break_token,
    "dangling-idref": _dangling_idref,
    "duplicate-id": _duplicate_id,
    "stray-text": _stray_text,
    "in-empty": _in_empty,
    "comment": _comment,
    "foreign": _foreign,
    "declare": _declare,
    "wrong-prefix": _whole,
    "wrong-uri": _whole,
}
"""What can be done to a document; each says which elements it touched, None where it found nothing to do."""

EDITS: dict[str, Edit] = {"wrong-prefix": _wrong_prefix, "wrong-uri": _wrong_uri}
"""Changes that are made in the bytes, since a tree can't hold them."""
