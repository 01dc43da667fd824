"""Runs compiled Schematron files over a document; its findings are about elements, like those of any rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from os.path import basename
from typing import Any

from lxml import etree

from jats.errors import PluginError, SchemaError
from jats.findings import Finding, Place, Severity
from jats.messages.words import clipped
from jats.rules.engine.walk import RuleFinding
from jats.schematron.compile import compile_schematron
from jats.xml_paths import ElementPaths

_STEP = re.compile(r"/(?:Q\{([^}]*)\})?([^\[/@()]+)\[(\d+)\]")
_ATTRIBUTE = re.compile(r"/@(?:Q\{([^}]*)\})?(.+)$")
_ROLES = {
    "warn": "warning",
    "warning": "warning",
    "info": "info",
    "information": "info",
    "note": "info",
    "hint": "info",
}


def ask_schematron(root: etree._Element, paths: Iterable[str]) -> list[RuleFinding]:
    """The findings of each Schematron file on a document, in the order of files and patterns.

    Raises PluginError if saxonche is not installed, SchemaError for a file that cannot be compiled or run.
    """
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    return [judged for path in paths for judged in _ask(root, text, path)]


def _ask(root: etree._Element, text: str, path: str) -> Iterator[RuleFinding]:
    places = ElementPaths(root)
    for hit in etree.fromstring(_run(path, text).encode()):
        element, attribute = _at(root, hit.get("path", ""))
        severity = Severity[_ROLES.get(hit.get("role", "").lower(), "error").upper()]
        message = clipped(" ".join("".join(hit.itertext()).split()))
        xpath = places.of(element) + (f"/@{attribute}" if attribute else "")
        finding = Finding(hit.get("code", ""), severity, message, Place(""), xml_path=xpath, source=basename(path))
        yield RuleFinding(finding, element, attribute)


def _run(path: str, text: str) -> str:
    saxon = _saxon()
    try:
        return str(_compiled(path).transform_to_string(xdm_node=_processor().parse_xml(xml_text=text)))
    except saxon.PySaxonApiError as error:
        raise SchemaError(f"{path}: {error}") from error


@cache
def _compiled(path: str) -> Any:
    stylesheet = compile_schematron(path)
    return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet.decode())


@cache
def _processor() -> Any:
    """Saxon without access to files or the network: rules see only the document."""
    processor = _saxon().PySaxonProcessor(license=False)
    processor.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "none")
    return processor


def _saxon() -> Any:
    try:
        return import_module("saxonche")
    except ImportError as error:
        raise PluginError("Schematron files need an extra: pip install 'jats-export[schematron]'") from error


def _at(root: etree._Element, path: str) -> tuple[etree._Element, str | None]:
    """The element at a path as XPath 3's `path()` gives it, and the attribute's name as written."""
    element, steps = root, list(_STEP.finditer(path))
    for step in steps[1:]:
        tag = f"{{{step[1]}}}{step[2]}" if step[1] else step[2]
        element = next(
            (each for number, each in enumerate(element.iterchildren(tag), 1) if number == int(step[3])), element
        )
    found = _ATTRIBUTE.search(path)
    if found is None:
        return element, None
    prefix = next((prefix for prefix, address in element.nsmap.items() if prefix and address == found[1]), None)
    return element, f"{prefix}:{found[2]}" if prefix else found[2]
