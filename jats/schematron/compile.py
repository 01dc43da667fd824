"""ISO Schematron → XSLT: each pattern is a mode, each rule a template, so that the first rule that matches a node applies.

Supported are `ns`, `let`, patterns (abstract ones too), rules (abstract ones and `extends` too), `assert`, `report`, `value-of`,
`name`, `diagnostics`, `include` of files in the schema's folder, and `xsl:function` and `xsl:key` at its top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from jats.errors import InputError, SchemaError
from jats.files.sources import read_file
from jats.xmlio import parse

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
_NAMESPACES = {"sch": SCH[1:-1], "xsl": XSL[1:-1]}
_BINDINGS = ("xslt", "xslt2", "xslt3", "xpath", "xpath2", "xpath3", "xpath31")
_DEEPEST = 8
_FIRST = 1_000_000
"""The priority of a pattern's first rule; it decreases by one for each later rule."""

Element = etree._Element


def compile_schematron(path: str) -> bytes:
    """The stylesheet for a Schematron file: it produces `<hit>` elements with a message and a path.

    Raises SchemaError if the file cannot be read, is not Schematron, or has another binding than XSLT's or XPath's.
    """
    schema = _read(path)
    binding = schema.get("queryBinding", "xslt2").lower()
    if binding not in _BINDINGS:
        raise SchemaError(f"{path}: its queryBinding is {binding!r}; known are {', '.join(_BINDINGS)}")
    _include(schema, Path(path), _DEEPEST)
    return etree.tostring(_Compiler(schema, path).stylesheet())


def _read(path: str) -> Element:
    try:
        root = parse(read_file(path), path).root
    except InputError as error:
        raise SchemaError(f"{path}: {error}") from error
    if not str(root.tag).startswith(SCH):
        raise SchemaError(f"{path}: not a Schematron file: its root is not in the namespace {SCH[1:-1]}")
    return root


def _include(root: Element, path: Path, deeper: int) -> None:
    """Replace each `include` by its file, which must be in the schema's own folder."""
    for element in list(root.iter(f"{SCH}include")):
        wanted = (path.parent / element.get("href", "")).resolve()
        parent = element.getparent()
        if parent is None or deeper == 0 or not wanted.is_relative_to(path.parent.resolve()):
            raise SchemaError(f"{path}: {element.get('href')!r} is not included: it is outside the schema's folder")
        included = _read(str(wanted))
        _include(included, wanted, deeper - 1)
        parent.replace(element, included)


class _Compiler:
    """One schema while it is compiled."""

    def __init__(self, schema: Element, path: str) -> None:
        self.schema, self.path = schema, path
        self.stem = re.sub(r"[^A-Z0-9]+", "-", Path(path).stem.upper()).strip("-") or "OWN"
        self.abstract = {each.get("id"): each for each in schema.iter(f"{SCH}rule") if _is_abstract(each)}
        self.diagnostics = {each.get("id", ""): each for each in schema.iter(f"{SCH}diagnostic")}
        self.numbers: dict[Element, int] = {}

    def stylesheet(self) -> Element:
        patterns = list(self.patterns())
        root = etree.Element(f"{XSL}stylesheet", version="3.0", nsmap=self.namespaces())
        root.append(_xsl("output", method="xml", encoding="UTF-8"))
        root.extend(deepcopy(each) for each in self.schema if str(each.tag).startswith(XSL))
        lets = [*self.schema.findall(f"{SCH}let"), *(let for each in patterns for let in each.findall(f"{SCH}let"))]
        root.extend(self.variables(lets))
        asks = [_xsl("apply-templates", select="/", mode=f"p{number}") for number in range(len(patterns))]
        root.append(_xsl("template", [_element("found", asks)], match="/"))
        for number, pattern in enumerate(patterns):
            root.append(_xsl("mode", **{"name": f"p{number}", "on-no-match": "shallow-skip"}))
            root.extend(self.templates(pattern, f"p{number}"))
        return root

    def namespaces(self) -> dict[str, str]:
        given = {each.get("prefix", ""): each.get("uri", "") for each in self.schema.iter(f"{SCH}ns")}
        inherited = {prefix: address for prefix, address in self.schema.nsmap.items() if prefix}
        return {**inherited, **given, "xsl": XSL[1:-1]}

    def patterns(self) -> Iterator[Element]:
        """The patterns to run; instances of abstract ones have their parameters filled in."""
        for pattern in self.schema.iter(f"{SCH}pattern"):
            if _is_abstract(pattern):
                continue
            wanted = pattern.get("is-a")
            yield pattern if wanted is None else self.instance(pattern, wanted)

    def instance(self, pattern: Element, wanted: str) -> Element:
        found = next((each for each in self.schema.iter(f"{SCH}pattern") if each.get("id") == wanted), None)
        if found is None:
            raise SchemaError(f"{self.path}: there is no abstract pattern {wanted!r}")
        values = {each.get("name", ""): each.get("value", "") for each in pattern.findall(f"{SCH}param")}
        made = deepcopy(found)
        for element in made.iter(etree.Element):
            for name, value in element.attrib.items():
                element.set(name, re.sub(r"\$([\w.-]+)", lambda match: values.get(match[1], match[0]), str(value)))
        return made

    def templates(self, pattern: Element, mode: str) -> Iterator[Element]:
        for number, rule in enumerate(each for each in pattern.iter(f"{SCH}rule") if not _is_abstract(each)):
            down = _xsl("apply-templates", select="@*|node()", mode=mode)
            content = [*self.checks(rule), down]
            yield _xsl(
                "template", content, match=_get(rule, "context", self.path), mode=mode, priority=str(_FIRST - number)
            )

    def checks(self, rule: Element) -> Iterator[Element]:
        for child in rule.iterchildren(etree.Element):
            if child.tag == f"{SCH}let":
                yield from self.variables([child])
            elif child.tag == f"{SCH}extends":
                yield from self.checks(self.extended(child))
            elif child.tag in (f"{SCH}assert", f"{SCH}report"):
                test = _get(child, "test", self.path)
                wrong = test if child.tag == f"{SCH}report" else f"not({test})"
                yield _xsl("if", [self.hit(child)], test=wrong)

    def extended(self, extends: Element) -> Element:
        wanted = extends.get("rule")
        if wanted not in self.abstract:
            raise SchemaError(f"{self.path}: there is no abstract rule {wanted!r}")
        return self.abstract[wanted]

    def hit(self, check: Element) -> Element:
        number = self.numbers.setdefault(check, len(self.numbers) + 1)
        code = re.sub(r"[^A-Z0-9._-]", "-", check.get("id", "").upper()) or f"{self.stem}-{number}"
        hit = _element("hit", [], code=code, role=check.get("role") or _role_around(check), path="{path(.)}")
        _say(check, hit)
        for name in check.get("diagnostics", "").split():
            if name in self.diagnostics:
                hit.append(_xsl("text", (), "; "))
                _say(self.diagnostics[name], hit)
        return hit

    def variables(self, lets: Iterable[Element]) -> Iterator[Element]:
        for let in lets:
            if let.get("value") is not None:
                yield _xsl("variable", name=_get(let, "name", self.path), select=let.get("value", ""))
            else:
                yield _xsl("variable", [deepcopy(each) for each in let], name=_get(let, "name", self.path))


def _say(source: Element, hit: Element) -> None:
    """The instructions that make the text of an assertion."""
    hit.append(_xsl("text", (), source.text or ""))
    for child in source.iterchildren(etree.Element):
        if child.tag == f"{SCH}value-of":
            hit.append(_xsl("value-of", select=child.get("select", "."), separator=" "))
        elif child.tag == f"{SCH}name":
            hit.append(_xsl("value-of", select=f"name({child.get('path', '.')})"))
        else:
            _say(child, hit)
        hit.append(_xsl("text", (), child.tail or ""))


def _role_around(check: Element) -> str:
    return next((role for each in check.iterancestors() if (role := each.get("role"))), "")


def _is_abstract(element: Element) -> bool:
    return element.get("abstract") == "true"


def _get(element: Element, name: str, path: str) -> str:
    value = element.get(name)
    if value is None:
        raise SchemaError(f"{path}: line {element.sourceline}: {etree.QName(element).localname} has no {name}")
    return value


def _xsl(name: str, content: Iterable[Element] = (), text: str | None = None, /, **attributes: str) -> Element:
    return _element(f"{XSL}{name}", content, text, **attributes)


def _element(tag: str, content: Iterable[Element] = (), text: str | None = None, /, **attributes: str) -> Element:
    made = etree.Element(tag, attributes)
    made.text = text
    made.extend(list(content))
    return made
