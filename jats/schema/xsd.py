"""An XSD made from a compiled DTD, one schema document per namespace, for libxml2, `xmlschema` and editors' tools.

A DTD knows prefixes and an XSD namespaces, so the set cannot see every difference: which prefix a namespace has, where
namespaces are declared, whether an ID is used twice or missing, and what an EMPTY element contains besides elements
and text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jats.schema.catalog import variant
from jats.schema.content import Attribute, Grammar, grammar
from jats.schema.models import Particle, simplified
from jats.vocab.namespaces import NAMESPACES

XS = "http://www.w3.org/2001/XMLSchema"
_XML = NAMESPACES["xml"]
_OCCURS = {"": "", "?": ' minOccurs="0"', "*": ' minOccurs="0" maxOccurs="unbounded"', "+": ' maxOccurs="unbounded"'}
# The most frequent elements in real articles: a processor is faster if a choice tries them first.
_FREQUENT = (
    "xref",
    "italic",
    "sup",
    "ext-link",
    "sub",
    "bold",
    "td",
    "mml:mi",
    "mml:mo",
    "mml:mrow",
    "mml:mn",
    "p",
    "ref",
)
_NAME = r"[A-Za-z_:][\-A-Za-z0-9._:]*"
_TOKENS = {
    "ID": _NAME,
    "IDREF": _NAME,
    "IDREFS": f"{_NAME}( {_NAME})*",
    "NMTOKEN": r"[\-A-Za-z0-9._:]+",
    "NMTOKENS": r"[\-A-Za-z0-9._:]+( [\-A-Za-z0-9._:]+)*",
}
_BUILT_IN = {
    "ID": "xs:ID",
    "IDREF": "xs:IDREF",
    "IDREFS": "xs:IDREFS",
    "NMTOKEN": "xs:NMTOKEN",
    "NMTOKENS": "xs:NMTOKENS",
}


def write_xsd(name: str, folder: Path) -> tuple[Path, ...]:
    """Write a variant's XSD set into `folder`; `jats.xsd` comes first, which is the one to validate with."""
    folder.mkdir(parents=True, exist_ok=True)
    files = xsd_files(name)
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8", newline="\n")
    return tuple(folder / file for file in files)


def xsd_files(name: str, strict: bool = False) -> Mapping[str, str]:
    """The texts of a variant's XSD set by file name, `jats.xsd` first.

    A strict set never accepts an attribute's value that the DTD refuses, but it refuses some that the DTD accepts: tokens
    outside ASCII, and all but the common values of attributes that have several types (xml:lang, xml:space, xlink:type).
    """
    made = _Set(grammar(name), strict)
    return {f"{prefix or 'jats'}.xsd": made.document(prefix, variant(name).public_id) for prefix in made.prefixes}


def namespaces(rules: Grammar) -> Mapping[str, str]:
    """The namespace of each prefix, as the DTD fixes it; "" and "xml" are among them where they are used."""
    found = {"": "", "xml": _XML}
    for element in sorted(rules.elements):
        for name, declared in rules.attributes(element).items():
            if name.startswith("xmlns:") and declared.value:
                found[name.removeprefix("xmlns:")] = declared.value
    return found


@dataclass
class _Set:
    """The documents of one set while they are being made."""

    rules: Grammar
    strict: bool
    elements: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    attributes: dict[str, dict[str, list[Attribute]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def __post_init__(self) -> None:
        self.namespaces = namespaces(self.rules)
        for element in sorted(self.rules.elements):
            self.elements[_prefix(element)].append(element)
            for name, declared in self.rules.attributes(element).items():
                if ":" in name and _prefix(name) not in ("xmlns", "xsi"):
                    self.attributes[_prefix(name)][name].append(declared)
        self.prefixes = sorted({*self.elements, *self.attributes})

    def document(self, prefix: str, source: str) -> str:
        """The schema document of one namespace."""
        parts = _Document(self, prefix)
        body = [*parts.globals(), *parts.elements()]
        return "".join(f"{line}\n" for line in (*parts.opening(source), *body, *parts.types(), "</xs:schema>"))


class _Document:
    def __init__(self, whole: _Set, prefix: str) -> None:
        self.whole = whole
        self.prefix = prefix
        self.named: dict[tuple[str, tuple[str, ...]], str] = {}

    def opening(self, source: str) -> Iterator[str]:
        spaces = self.whole.namespaces
        used = "".join(f" xmlns:{prefix}={_quoted(spaces[prefix])}" for prefix in self.whole.prefixes if prefix)
        target = f" targetNamespace={_quoted(spaces[self.prefix])}" if self.prefix else ""
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield f"<!-- Made from the DTD {source} -->"
        yield f'<xs:schema xmlns:xs="{XS}"{used.replace(f" xmlns:xml={_quoted(_XML)}", "")}{target}>'
        for prefix in self.whole.prefixes:
            if prefix != self.prefix:
                space = f" namespace={_quoted(spaces[prefix])}" if prefix else ""
                yield f'<xs:import{space} schemaLocation="{prefix or "jats"}.xsd"/>'

    def globals(self) -> Iterator[str]:
        for name, declared in sorted(self.whole.attributes[self.prefix].items()):
            type_ = self.type_of(_agreed(declared, self.whole.strict))
            yield f'<xs:attribute name="{_local(name)}" type="{type_}"/>'

    def elements(self) -> Iterator[str]:
        shared: dict[tuple[str, ...], str] = {}
        bodies = {name: tuple(self.type_body(name)) for name in self.whole.elements[self.prefix]}
        counts: dict[tuple[str, ...], int] = defaultdict(int)
        for body in bodies.values():
            counts[body] += 1
        for name, body in bodies.items():
            if counts[body] == 1:
                yield from (f'<xs:element name="{_local(name)}">', *body, "</xs:element>")
                continue
            if body not in shared:
                shared[body] = f"as-{_local(name)}"
                yield from (body[0].replace("<xs:complexType", f'<xs:complexType name="{shared[body]}"', 1), *body[1:])
            yield f'<xs:element name="{_local(name)}" type="{self.own(shared[body])}"/>'

    def type_body(self, element: str) -> Iterator[str]:
        rules = self.whole.rules
        mixed = ' mixed="true"' if rules.mixed(element) else ""
        yield f"<xs:complexType{mixed}>"
        yield from self.content(element)
        for name, declared in rules.attributes(element).items():
            if not name.startswith(("xmlns:", "xsi:")):
                yield self.attribute(name, declared)
        yield "</xs:complexType>"

    def content(self, element: str) -> Iterator[str]:
        particle = self.whole.rules.particle(element)
        names = self.whole.rules.children(element) if particle is None else ()
        if particle is not None:
            yield from self.group(simplified(particle), top=True)
        elif names:
            choice = tuple(Particle("name", "", name) for name in sorted(names))
            yield from self.group(Particle("choice", "*", "", choice), top=True)

    def group(self, particle: Particle, top: bool = False) -> Iterator[str]:
        if particle.kind == "name" and not top:
            yield f'<xs:element ref="{particle.name}"{_OCCURS[particle.occurs]}/>'
            return
        kind = "choice" if particle.kind == "choice" else "sequence"
        parts = (particle,) if particle.kind == "name" else particle.parts
        yield f"<xs:{kind}{'' if particle.kind == 'name' else _OCCURS[particle.occurs]}>"
        for part in sorted(parts, key=_frequency) if kind == "choice" and self.whole.strict else parts:
            yield from self.group(part)
        yield f"</xs:{kind}>"

    def attribute(self, name: str, declared: Attribute) -> str:
        use = ' use="required"' if declared.required else ""
        if declared.value is not None and not (self.whole.strict and declared.kind != "#FIXED"):
            use = f" {'fixed' if declared.kind == '#FIXED' else 'default'}={_quoted(declared.value)}"
        if ":" in name:
            return f'<xs:attribute ref="{name}"{use}/>'
        return f'<xs:attribute name="{name}" type="{self.type_of(declared)}"{use}/>'

    def type_of(self, declared: Attribute) -> str:
        if declared.type == "CDATA":
            return "xs:string"
        if not declared.enumeration and not self.whole.strict:
            return _BUILT_IN[declared.type]
        key = (declared.type, declared.enumeration)
        name = self.named.setdefault(key, f"{declared.type.lower()}-{len(self.named) + 1}")
        return self.own(name)

    def types(self) -> Iterator[str]:
        for (kind, values), name in self.named.items():
            yield f'<xs:simpleType name="{name}">'
            yield '<xs:restriction base="xs:string">'
            yield from (f"<xs:enumeration value={_quoted(value)}/>" for value in values)
            if not values:
                yield f'<xs:pattern value="{_TOKENS[kind]}"/>'
            yield "</xs:restriction>"
            yield "</xs:simpleType>"

    def own(self, name: str) -> str:
        return f"{self.prefix}:{name}" if self.prefix else name


def _agreed(declared: Iterable[Attribute], strict: bool) -> Attribute:
    """One declaration for an attribute that elements declare differently: the values that all accept, or that any accepts."""
    kinds = {(each.type, each.enumeration if each.kind != "#FIXED" else (each.value or "",)): each for each in declared}
    narrow_first = sorted(kinds, key=lambda kind: (kind[0] == "CDATA", kind[0] == "NMTOKEN", len(kind[1])))
    type_, values = narrow_first[0 if strict else -1]
    if not strict and type_ == "ENUMERATION":
        values = tuple(sorted({value for _type, listed in kinds for value in listed}))
    return Attribute("", type_, "", None, values)


def _frequency(particle: Particle) -> int:
    return _FREQUENT.index(particle.name) if particle.name in _FREQUENT else len(_FREQUENT)


def _quoted(value: str) -> str:
    return f'"{value.replace("&", "&amp;").replace("<", "&lt;").replace(chr(34), "&quot;")}"'


def _prefix(name: str) -> str:
    return name.rpartition(":")[0]


def _local(name: str) -> str:
    return name.rpartition(":")[2]
