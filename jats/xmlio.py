"""XML in and out: the only door to lxml's parser and serialiser.

Reading is safe whatever the bytes are: nothing outside them is read (no network, no external DTD, entity or XInclude), and
depth, size and the growth of entities are bounded. Named characters such as `&eacute;` are supplied from memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lxml import etree

from jats.data import schema_bytes
from jats.errors import InputError
from jats.vocab.namespaces import NAMESPACES

MAX_BYTES = 64 * 1024 * 1024
"""No article comes near it, and a tree takes about ten times the bytes."""

_PROLOG_BYTES = 200_000
_REFERENCE = re.compile(rb"&([A-Za-z_:\x80-\xff][\w.:\x80-\xff-]*);")
_PARAMETER = re.compile(rb"%[^\s;%]+;")
_PREDEFINED = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_DECLARED = re.compile(rb"<!ENTITY (\S+) [^>]*>")
_ENTITY_VALUE = re.compile(rb"""["']([^"']*)["']\s*>""")
_CODE_POINT = re.compile(r"&(?:amp;)?#x?([0-9A-Fa-f]+);|&#38;#x?([0-9A-Fa-f]+);")
_PROLOG = re.compile(rb"(?>\s+|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
_SUBSET = re.compile(rb"""<!DOCTYPE\s+[^\s\[>]+(?:\s+(?:"[^"]*"|'[^']*'|PUBLIC|SYSTEM))*\s*\[""")
_EXTERNAL_SUBSET = re.compile(
    rb"""<!DOCTYPE\s+([^\s\[>]+)\s+(?:PUBLIC\s+(?:"[^"]*"|'[^']*')|SYSTEM)\s+(?:"([^"]*)"|'([^']*)')"""
)
_UNDEFINED_PREFIX = re.compile(r"Namespace prefix (\w+) .*is not defined")
_EXTERNAL_ENTITY = rb"""<!ENTITY\s+(?:%%\s+)?%s\s+(?:SYSTEM|PUBLIC)\b"""
_ELSEWHERE = "{} is in another file or at an address, and those are never read"
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_OTHER_FORMATS = {
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


class MalformedXml(InputError):  # noqa: N818 - named for what the bytes are, as findings are
    """Raised when bytes are not well-formed XML, or of a kind that is refused; places count from 1, None if unknown."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class ParsedXml:
    """A parsed document with what its prolog says: the identifiers of its DOCTYPE, an internal subset, its encoding.

    `supplied_prefixes` are namespace prefixes that it leaves to its DTD to declare.
    """

    name: str
    data: bytes
    tree: etree._ElementTree[etree._Element]
    public_id: str | None
    system_id: str | None
    internal_subset: bool
    encoding: str
    supplied_prefixes: tuple[str, ...] = ()

    @property
    def root(self) -> etree._Element:
        """The document's root element."""
        return self.tree.getroot()


def parse(data: bytes, name: str) -> ParsedXml:
    """The document in `data`; `name` is the file's name, for messages. Raises MalformedXml."""
    _refuse_at_sight(data)
    narrow = _narrow(data)
    subset = has_internal_subset(narrow)
    supply = _Supply(narrow, subset)
    tree = _parse(data, narrow, supply).getroottree()
    if supply.refused:
        raise MalformedXml(_ELSEWHERE.format(f"an entity ({supply.refused[0]})"))
    about, prefixes = tree.docinfo, tuple(supply.prefixes)
    return ParsedXml(name, data, tree, about.public_id, about.system_url, subset, _encoding(about, data), prefixes)


def has_internal_subset(data: bytes) -> bool:
    """Whether the DOCTYPE of a document in an encoding that keeps ASCII holds declarations of its own."""
    data = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    prolog = _PROLOG.match(data)
    return bool(prolog and _SUBSET.match(data, prolog.end()))


def _refuse_at_sight(data: bytes) -> None:
    if not data.strip():
        raise MalformedXml("the file is empty")
    if len(data) > MAX_BYTES:
        raise MalformedXml(f"the file has {len(data):,} bytes; XML of more than {MAX_BYTES:,} is not read")
    kind = next((words for start, words in _OTHER_FORMATS.items() if data.startswith(start)), None)
    if kind:
        raise MalformedXml(f"the file is not XML but {kind}")


def _narrow(data: bytes) -> bytes:
    """The bytes in an encoding that keeps ASCII, so that references and the DOCTYPE can be looked for."""
    wide = _WIDE.get(data[:2])
    return data.decode(wide, "replace").encode("utf-8") if wide else data


def _encoding(about: etree.DocInfo, data: bytes) -> str:
    named, wide = about.encoding or "UTF-8", _WIDE.get(data[:2])
    return wide.upper() if wide and named == "UTF-8" else named


def _parse(data: bytes, narrow: bytes, supply: _Supply) -> etree._Element:
    parser = supply.parser()
    root, message, place = None, "not well-formed", (0, 0)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message, place = error.msg or message, error.position
    except (LookupError, ValueError) as error:
        raise MalformedXml(f"the file's encoding can't be read: {error}") from None
    # Where a warning follows, lxml overlooks an undefined prefix; the log doesn't.
    first = next((entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR), None)
    if root is not None and first is None:
        return root
    if first is not None:
        message, place = first.message, (first.line, first.column)
    if supply.prefix_for(message):
        return _parse(data, narrow, supply)
    raise MalformedXml(_plain(message, narrow), place[0] or None, place[1] or None)


def _plain(message: str, narrow: bytes) -> str:
    if "amplification factor" in message:
        return "the entities of the internal subset grow too large when they are replaced; such files are refused"
    undefined = re.match(r"Entity '(.+)' not defined", message)
    if undefined and re.search(_EXTERNAL_ENTITY % re.escape(undefined[1].encode()), narrow[:_PROLOG_BYTES]):
        return _ELSEWHERE.format(f"the entity {undefined[1]!r}")
    return message


@cache
def _plain_parser() -> etree.XMLParser:
    return _parser(load_dtd=False)


def _parser(load_dtd: bool, entities: Literal["internal", True] = "internal") -> etree.XMLParser:
    # "internal" replaces entities that the document itself declares and refuses those that are kept elsewhere.
    return etree.XMLParser(
        load_dtd=load_dtd,
        resolve_entities=entities,
        no_network=True,
        huge_tree=False,
        attribute_defaults=False,
        strip_cdata=False,
    )


class _Supply:
    """What a document takes from its DTD and gets from memory: the characters that it names, and prefixes."""

    def __init__(self, narrow: bytes, subset: bool) -> None:
        doctype = _EXTERNAL_SUBSET.search(narrow[:_PROLOG_BYTES])
        self.root = doctype[1] if doctype else b""
        self.dtd = (doctype[2] or doctype[3] or b"").decode("utf-8", "replace") if doctype else ""
        self.characters = set(_REFERENCE.findall(narrow)) - _PREDEFINED
        self.parameters = subset and bool(_PARAMETER.search(narrow[:_PROLOG_BYTES]))
        self.prefixes: list[str] = []
        self.refused: list[str] = []

    def prefix_for(self, message: str) -> bool:
        """Whether an undefined prefix is the trouble and could be added; only a DOCTYPE that names a DTD entitles to it."""
        undefined = _UNDEFINED_PREFIX.match(message)
        if not undefined or not self.root or undefined[1] not in NAMESPACES or undefined[1] in self.prefixes:
            return False
        self.prefixes.append(undefined[1])
        return True

    def parser(self) -> etree.XMLParser:
        if not (self.characters or self.prefixes or self.parameters):
            return _plain_parser()
        # lxml's "internal" knows no parameter entities; with True it asks the resolver for all that is kept elsewhere
        parser = _parser(load_dtd=True, entities=True if self.parameters else "internal")
        parser.resolvers.add(_Resolver(self.dtd, b"".join(self._declarations()), self.refused))
        return parser

    def _declarations(self) -> Iterator[bytes]:
        yield b"<!-- supplied -->"
        for prefix in self.prefixes:
            yield b'<!ATTLIST %s xmlns:%s CDATA #FIXED "%s">' % (
                self.root,
                prefix.encode(),
                NAMESPACES[prefix].encode(),
            )
        known = _named_characters()
        yield from (known[name] for name in sorted(self.characters) if name in known)


class _Resolver(etree.Resolver):
    """Answers the question for the document's DTD with declarations, and notes and refuses all others."""

    def __init__(self, dtd: str, declarations: bytes, refused: list[str]) -> None:
        self.dtd = dtd
        self.declarations = declarations
        self.refused = refused

    # lxml's stub names types for the context and the answer that it doesn't export under these names
    def resolve(self, system_url: str | None, _public_id: str | None, context: Any) -> Any:
        if _file_name(system_url or "") == _file_name(self.dtd):
            return self.resolve_string(self.declarations, context)
        self.refused.append(system_url or "")
        return self.resolve_string(b"", context)


def _file_name(address: str) -> str:
    from urllib.parse import unquote  # 2 ms that few documents need

    return re.split(r"[/\\]|%5C", unquote(address))[-1]


def named_characters() -> dict[str, str]:
    """The characters that JATS names: `mdash` → `—`; a name may stand for several characters."""
    found = {}
    for name, declaration in _named_characters().items():
        value = _ENTITY_VALUE.search(declaration)
        if value:
            found[name.decode()] = _CODE_POINT.sub(lambda code: chr(int(code[1], 16)), value[1].decode())
    return found


@cache
def _named_characters() -> dict[bytes, bytes]:
    text = schema_bytes("entities.ent")
    return {found[1]: found[0] for found in _DECLARED.finditer(text)}


def serialise(root: etree._Element, public_id: str, system_id: str, mixed: Callable[[str], bool]) -> bytes:
    """The document as the bytes of a file in UTF-8, the same on every run, laid out as one would by hand.

    `mixed` says, for an element's prefixed name, whether white space in it has a meaning; elsewhere, children get lines
    of their own, which `root` keeps. Namespaces are declared once, on the root, and only those that are used.
    """
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES)
    kinds = _Mixed(mixed)
    if _has_lines(root, kinds):
        _indent(root, "\n  ", kinds)
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False, with_tail=False)
    if b"<!--" not in body:  # what looks like a long tag may be in a comment
        body = _LONG_TAG.sub(_in_lines, body)
    doctype = f'<!DOCTYPE {etree.QName(root).localname} PUBLIC "{public_id}" "{system_id}">'
    return b"".join((b'<?xml version="1.0" encoding="UTF-8"?>\n', doctype.encode(), b"\n", body, b"\n"))


_WIDTH = 120
_LONG = 90
_LONG_TAG = re.compile(rb'^(?= *<[^<>\n]{%d})( *<[^\s<>]+)((?: [^\s<>=]+="[^"<>]*"){2,})(/?>)' % _LONG, re.MULTILINE)
"""A start tag that begins a line and goes on beyond its width."""
_ATTRIBUTE = re.compile(rb' [^\s<>=]+="[^"<>]*"')


def _in_lines(tag: re.Match[bytes]) -> bytes:
    """A start tag with its attributes in as many lines as it takes, one under the other."""
    start, attributes, end = tag.groups()
    lines = [start]
    for attribute in _ATTRIBUTE.findall(attributes):
        if len(lines[-1].decode()) + len(attribute.decode()) > _WIDTH - 1 and lines[-1].strip() != start.strip():
            lines.append(b" " * len(start))
        lines[-1] += attribute
    return b"\n".join(lines) + end


class _Mixed(dict[str, bool]):
    """The answers of `mixed`, asked once for each name, by the name as lxml has it."""

    def __init__(self, mixed: Callable[[str], bool]) -> None:
        self._mixed = mixed

    def __missing__(self, tag: str) -> bool:
        name = etree.QName(tag)
        prefix = _BY_NAMESPACE.get(name.namespace or "")
        answer = self[tag] = self._mixed(f"{prefix}:{name.localname}" if prefix else name.localname)
        return answer


_BY_NAMESPACE = {uri: prefix for prefix, uri in NAMESPACES.items()}


def _has_lines(element: etree._Element, mixed: _Mixed) -> bool:
    """Whether its children may have lines of their own."""
    return len(element) > 0 and isinstance(element.tag, str) and not mixed[element.tag]


def _indent(element: etree._Element, line: str, mixed: _Mixed) -> None:
    """Put the children of an element in lines of their own, and theirs, except where text is allowed."""
    element.text = line
    for child in element:
        if _has_lines(child, mixed):
            _indent(child, line + "  ", mixed)
        child.tail = line
    element[-1].tail = line[:-2]
