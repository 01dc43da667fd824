"""DataCite XML: a resource, alone or in an answer."""

from __future__ import annotations

from collections.abc import Iterator

from jats.draft import Map
from jats.findings import Note
from jats.importers.datacite.resource import datacite_draft
from jats.importers.exports.branches import Branch, xml_branch
from jats.importers.exports.placing import report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.xml_source import root_of

TITLE = "DataCite XML"


def _detects(source: Source) -> str | None:
    root, namespace = root_of(source.head) or ("", "")
    if root == "resource" and "datacite.org/schema" in namespace:
        return f"its root element is resource in the namespace {namespace}"
    if root in ("resource", "resources", "oai_datacite", "OAI-PMH") and "datacite.org/schema" in source.head:
        return f"its root element is {root}, with a resource of DataCite"
    if root == "resource" and "<creatorName" in source.head:
        return "its root element is resource, with a creatorName as in DataCite's format"
    return None


@importer("datacite-xml", title=TITLE, suffixes=(".xml",), detects=_detects)
def read_datacite_xml(source: Source, note: Note) -> Iterator[Map]:
    """One draft per resource."""
    root = xml_branch(source, TITLE, note)
    if root is None:
        return
    for resource in _resources(root):
        draft = datacite_draft(resource, note)
        report_left(resource, table("datacite"), note, "resource")
        yield draft


def _resources(root: Branch) -> Iterator[Branch]:
    if root.name == "resource":
        yield root
        return
    for below in root.below:
        yield from _resources(below)
