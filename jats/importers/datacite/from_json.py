"""DataCite JSON: the metadata of a DOI, or an answer of DataCite's API."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.draft import Map
from jats.findings import Note
from jats.importers.datacite.resource import datacite_draft
from jats.importers.exports.branches import json_branches
from jats.importers.exports.placing import report_left, table
from jats.importers.registry import importer
from jats.importers.source import Source

TITLE = "DataCite JSON"
_MARKS = re.compile(
    r'"(creators|titles|publicationYear|resourceTypeGeneral|fundingReferences|relatedIdentifiers|rightsList|schemaVersion'
    r'|alternateIdentifiers|nameIdentifiers|descriptionType|dateType)"\s*:'
)


def _detects(source: Source) -> str | None:
    if source.head.lstrip()[:1] not in ("{", "["):
        return None
    marks = {found[1] for found in _MARKS.finditer(source.text[:400_000])}
    if len(marks) >= 3 and marks & {"creators", "titles", "resourceTypeGeneral"}:
        return f"it has the fields {', '.join(sorted(marks)[:3])}, as DataCite writes them"
    return None


@importer("datacite-json", title=TITLE, suffixes=(".json",), detects=_detects)
def read_datacite_json(source: Source, note: Note) -> Iterator[Map]:
    """One draft per DOI."""
    for root in json_branches(source, note):
        for record in root.all("data", "hits/hits") or [root]:
            resource = record.one("attributes", "metadata") or record
            draft = datacite_draft(resource, note)
            report_left(record, table("datacite"), note)
            yield draft
