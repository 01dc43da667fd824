"""All findings on a document that is not simply valid: those of the walk, remarks, and the schema's own messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from jats.findings import Severity
from jats.schema.catalog import WIDEST, variant
from jats.schema.choice import Choice
from jats.schema.content import grammar
from jats.schema.dtd import SchemaVerdict, ask, load
from jats.validation import codes, file_codes
from jats.validation.elements.unknown import NamedGrammar
from jats.validation.log_elements import elements_in_log
from jats.validation.names import declared_here, doctype_name, names_its_root, written_name
from jats.validation.reporting import LocatedFindings, to_findings
from jats.validation.violation import Violation
from jats.validation.walk import walk
from jats.vocab.namespaces import NAMESPACES
from jats.xml_paths import ElementPaths
from jats.xmlio import ParsedXml

_REMARKS = {"identifier": file_codes.unofficial_identifier, "contradiction": file_codes.contradicting_identifiers}
_OF_ELEMENT = re.compile(r"(?:Element|No declaration for attribute \S+ of element|.* of) '?(\{.*\})?([\w.:-]+)")
_NAMESPACE = re.compile(r"No declaration for attribute (xmlns\S*) of element (\S+)")
_UNDECLARED = re.compile(r"No declaration for element ([\w.-]+)$")
_CDATA = re.compile(r"Element (\S+) content does not follow the DTD.* got \((?:.* )?CDATA\b")
_LONGEST = 400
_TAG_SETS = {"publishing": "Publishing", "archiving": "Archiving", "authoring": "Authoring"}


def faults(parsed: ParsedXml, choice: Choice, ruling: SchemaVerdict, odd: bool) -> LocatedFindings:
    """Findings on a document that a schema has checked; `odd` says that prefixes of JATS may have other addresses."""
    root = parsed.root
    numbers = {element: number for number, element in enumerate(root.iter(etree.Element))}
    violations = [Violation(_REMARKS[remark.kind](remark.message), root, in_doctype=True) for remark in choice.remarks]
    if choice.name and not names_its_root(parsed) and doctype_name(parsed) != etree.QName(root).localname:
        said = codes.doctype_of_another_root(doctype_name(parsed) or "", written_name(root))
        violations.insert(0, Violation(said, root, in_doctype=True))
    if choice.name and written_name(root) != "article" and written_name(root) in grammar(choice.name).elements:
        violations.append(Violation(codes.unusual_root(written_name(root)), root))
    walked = [] if ruling.valid or ruling.unfit == (root,) else _reasons(parsed, choice, ruling, odd, numbers)
    reported = {(each.element, each.attribute) for each in walked}
    wrong = _wrong_namespaces(root) if odd else ()
    others = [each for each in wrong if (each.element, each.attribute) not in reported]
    # A wrong DOCTYPE is why the rest is judged by another schema.
    ahead = [each for each in violations if each.in_doctype]
    violations = [*ahead, *walked, *(each for each in violations if not each.in_doctype), *others]
    return to_findings(violations, parsed, choice.schema or "", numbers)


def _reasons(
    parsed: ParsedXml, choice: Choice, ruling: SchemaVerdict, odd: bool, numbers: dict[etree._Element, int]
) -> list[Violation]:
    """Why the schema rejects the document: in our words, or those of xmlschema, or its own."""
    root = parsed.root
    found: list[Violation] = []
    if choice.name:
        where = None if odd else elements_in_log(ruling, root, numbers)
        found = walk(root, language_of(choice.name), numbers, where)
    elif choice.file and choice.file.suffix.lower() == ".xsd":
        from jats.validation.explain import explanations, schema_at

        found = list(explanations(root, schema_at(choice.file)))
    return found or list(_as_logged(parsed, choice, ruling))


def language_of(name: str) -> NamedGrammar:
    """The grammar of a variant and its name in messages: JATS Publishing 1.3."""
    found = variant(name)
    return NamedGrammar(grammar(name), f"JATS {_TAG_SETS[found.tag_set]} {found.version}")


def _wrong_namespaces(root: etree._Element) -> Iterator[Violation]:
    seen: set[tuple[str, str]] = set()
    for element in root.iter(etree.Element):
        for name, address in declared_here(element):
            prefix = name.removeprefix("xmlns:")
            right = NAMESPACES.get(prefix)
            # Drafts wrote the address of ali without its last slash.
            if right and address.rstrip("/") != right.rstrip("/") and (prefix, address) not in seen:
                seen.add((prefix, address))
                said = codes.wrong_namespace(prefix, address, right)
                yield Violation(replace(said, severity=Severity.WARNING), element, name)


def _as_logged(parsed: ParsedXml, choice: Choice, ruling: SchemaVerdict) -> Iterator[Violation]:
    """The schema's own messages, each line and message once, if nothing else explains the error."""
    root = parsed.root
    # The light DTD's log lacks what was compared beside it; that of a person's own schema is whole.
    log = ruling.log if choice.name is None else ask(load(choice.name), parsed.tree).log
    meant = _Meant(root)
    seen: set[tuple[int, str]] = set()
    for entry in log or ():
        message = " ".join(entry.message.split())
        if (entry.line, message) not in seen:
            seen.add((entry.line, message))
            yield _translated(message, meant.by(entry))


def _translated(message: str, element: etree._Element) -> Violation:
    """The log's message as one of ours, for faults that lxml's tree does not show; otherwise unchanged."""
    if match := _NAMESPACE.match(message):
        address = element.nsmap.get(match[1].partition(":")[2] or None, "")
        said = codes.undeclared_namespace(match[1], written_name(element), address, (), again=True)
        return Violation(said, element, match[1])
    if (match := _UNDECLARED.match(message)) and f"mml:{match[1]}" in grammar(WIDEST).elements:
        return Violation(codes.wrong_prefix(f"<{match[1]}>", f"<mml:{match[1]}>"), element)
    if message.startswith("standalone: "):
        return Violation(codes.standalone_is_false(), element)
    if _CDATA.match(message):
        return Violation(codes.text_not_allowed("<![CDATA[ ]]>", written_name(element), ": remove it"), element)
    short = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
    return Violation(codes.as_the_schema_says(short), element)


class _Meant:
    """The elements that a log's messages are about: by their paths, else by their names and lines."""

    def __init__(self, root: etree._Element) -> None:
        self._paths = ElementPaths(root)
        self._by_line: dict[tuple[str, int], etree._Element] = {}
        for element in root.iter(etree.Element):
            self._by_line.setdefault((written_name(element), element.sourceline or 0), element)

    def by(self, entry: etree._LogEntry) -> etree._Element:
        """The element of one message, the root if it names none."""
        found = self._paths.at(entry.path or "")
        match = _OF_ELEMENT.match(entry.message) if found is None else None
        if match:
            found = self._by_line.get((match[2], entry.line))
        return self._paths.root if found is None else found
