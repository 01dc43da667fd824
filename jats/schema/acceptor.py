"""The XSD made from a variant's DTD, as a fast check: its yes is never wrong, and after a no the DTD decides.

An XSD cannot see everything that a DTD sees: prefixes and where they are declared, IDs and what
refers to them, comments inside EMPTY elements. Those are checked here beside it; what is rare and not worth a check (an
internal subset, standalone="yes", an encoding that doesn't keep ASCII) is answered with no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from lxml import etree

from jats.schema.catalog import variant
from jats.schema.content import Grammar, grammar
from jats.schema.xsd import namespaces, xsd_files
from jats.xmlio import ParsedXml

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NARROW = ("UTF-8", "ASCII", "US-ASCII", "ISO-8859-1", "WINDOWS-1252")
_BLANK_CDATA = re.compile(rb"<!\[CDATA\[\s*\]\]>")
_DECLARATION = re.compile(rb"""xmlns:([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_TAG_NAME = re.compile(rb"<([^\s<>/!?=\"']+)\s")


class Acceptor:
    """The acceptor of one variant (0.2 s to load, 40 MB); `accepts` says whether a document is certainly valid."""

    def __init__(self, name: str) -> None:
        self.name = variant(name).name
        self._rules = grammar(name)
        self._prefixes = {uri: prefix for prefix, uri in namespaces(self._rules).items()}
        self._schema = _load(xsd_files(name, strict=True))
        self._ids = _attribute_paths(self._rules, ("ID",))
        self._references = _attribute_paths(self._rules, ("IDREF", "IDREFS"))

    def accepts(self, parsed: ParsedXml) -> bool:
        """Whether the variant's DTD accepts the document for certain; no means that the DTD has to be asked."""
        return self._comparable(parsed) and self._schema.validate(parsed.tree) and self.agrees_beyond_xsd(parsed)

    def agrees_beyond_xsd(self, parsed: ParsedXml) -> bool:
        """Whether everything that the XSD cannot see is valid."""
        return (
            self._declares_well(parsed)
            and self._instance_attributes_declared(parsed)
            and self._empty_is_empty(parsed)
            and self._references_resolve(parsed)
        )

    def _comparable(self, parsed: ParsedXml) -> bool:
        # standalone="yes" forbids blanks in element content; to a DTD, a CDATA section of blanks is not blank
        return not (
            parsed.internal_subset
            or parsed.tree.docinfo.standalone
            or parsed.encoding.upper() not in _NARROW
            or (b"<![CDATA[" in parsed.data and _BLANK_CDATA.search(parsed.data))
        )

    def _declares_well(self, parsed: ParsedXml) -> bool:
        """Whether each namespace declaration is one that the DTD has for its element, with the fixed prefix and address."""
        data, at = parsed.data, -1
        while (at := data.find(b"xmlns", at + 1)) >= 0:
            start = data.rfind(b"<", 0, at)
            tag, declared = _TAG_NAME.match(data, start), _DECLARATION.match(data, at)
            if not tag or not declared or data.rfind(b">", 0, at) > start:
                return False
            address = declared[2] if declared[2] is not None else declared[3]
            if not self._may_declare(tag[1], declared[1], address):
                return False
        return all(("article", prefix) in self._declarable for prefix in parsed.supplied_prefixes)

    def _may_declare(self, element: bytes, prefix: bytes, address: bytes) -> bool:
        key = (element.decode("utf-8", "replace"), prefix.decode("utf-8", "replace"))
        return self._declarable.get(key) == address.decode("utf-8", "replace")

    @cached_property
    def _declarable(self) -> Mapping[tuple[str, str], str]:
        """The address that each element may bind to each prefix; the usual one if the DTD leaves it open."""
        usual = {prefix: uri for uri, prefix in self._prefixes.items()}
        return {
            (element, prefix): usual[prefix]
            for element in self._rules.elements
            for prefix in (name[6:] for name in self._rules.attributes(element) if name.startswith("xmlns:"))
        }

    def _instance_attributes_declared(self, parsed: ParsedXml) -> bool:
        """Whether xsi:… attributes are only on elements whose DTD declares them; an XSD allows them everywhere."""
        if _XSI.encode() not in parsed.data:
            return True
        found = parsed.tree.xpath("//@*[namespace-uri()=$space]", space=_XSI)
        return all(
            self._rules.attribute(self._qname(at.getparent()), f"xsi:{_local(at.attrname)}") for at in _texts(found)
        )

    def _empty_is_empty(self, parsed: ParsedXml) -> bool:
        if b"<!--" not in parsed.data and parsed.data.count(b"<?") < 2:
            return True
        parents = (node.getparent() for node in parsed.root.iter(etree.Comment, etree.ProcessingInstruction))
        return not any(self._rules.empty(self._qname(parent)) for parent in parents if parent is not None)

    def _references_resolve(self, parsed: ParsedXml) -> bool:
        ids = list(_values(self._ids, parsed))
        known = set(ids)
        if len(known) != len(ids):
            return False
        return all(token in known for value in _values(self._references, parsed) for token in value.split(" "))

    def _qname(self, element: etree._Element) -> str:
        name = etree.QName(element)
        prefix = self._prefixes.get(name.namespace or "", "?")
        return f"{prefix}:{name.localname}" if prefix else name.localname


def _load(files: Mapping[str, str]) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Memory(files))
    return etree.XMLSchema(etree.fromstring(files["jats.xsd"].encode(), parser, base_url="memory:/jats.xsd"))


class _Memory(etree.Resolver):
    """Gives the documents of a schema set to the loader, so that nothing is written to disk."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files

    # lxml's stub names types for the context and the answer that it doesn't export under these names
    def resolve(self, system_url: str | None, _public_id: str | None, context: Any) -> Any:
        return self.resolve_string(self.files[(system_url or "").rsplit("/", 1)[-1]], context)


def _attribute_paths(rules: Grammar, types: tuple[str, ...]) -> Mapping[bytes, etree.XPath]:
    """Paths to all attributes of these types, by name; elements whose attribute of that name is another are left out."""
    where: dict[str, dict[bool, set[str]]] = {}
    for element in rules.elements:
        for name, declared in rules.attributes(element).items():
            uses = where.setdefault(name, {True: set(), False: set()})
            uses[declared.type in types].add(element.rpartition(":")[0])
    spaces = namespaces(rules)
    steps = {name: " | ".join(_steps(name, uses, spaces)) for name, uses in sorted(where.items())}
    return {name.encode(): etree.XPath(step, smart_strings=False) for name, step in steps.items() if step}


def _values(paths: Mapping[bytes, etree.XPath], parsed: ParsedXml) -> Iterator[str]:
    for name, path in paths.items():
        if name in parsed.data:
            yield from _texts(path(parsed.tree))


def _steps(name: str, uses: Mapping[bool, set[str]], spaces: Mapping[str, str]) -> Iterator[str]:
    ours, others = uses[True], uses[False]
    if ours & others:
        raise ValueError(f"the attribute {name} has different types inside one namespace")
    if ours and not others:
        yield f"//@{name}"
    elif ours:
        yield from (f"/descendant-or-self::*[namespace-uri()='{spaces[prefix]}']/@{name}" for prefix in sorted(ours))


def _local(key: str) -> str:
    return key.rpartition("}")[2]


def _texts(found: Any) -> Any:
    """The attributes that an XPath found, which lxml's stub gives as a union of all that an XPath may give."""
    return found
