"""What an input is: an article file, JATS, or another format that is imported."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from jats.article_file.recognition import first_field, has_article_field
from jats.files.kinds import ARTICLE_SUFFIXES, XML_SUFFIXES, Kind, kind_of
from jats.findings import Finding
from jats.importers.source import Source
from jats.input_codes.field_names import article_names

_MARKS_OF_JATS = re.compile(
    r"<!DOCTYPE\s+article\s+PUBLIC\s+[\"']-//NLM//|<article\b[^<>]*\b(?:dtd-version|article-type)\s*="
)
_USUALLY_ARTICLE_FILES = (".yaml", ".yml", ".toml")
_PROJECTS = ("myst.yml",)
"""Files of other programs that are named as article files are."""


@lru_cache(maxsize=1)  # a file's kind is asked for by several steps in a row
def input_kind(data: bytes, name: str, format_name: str | None = None) -> Kind:
    """The kind of an input: by the choice of `--from`, by its content, else as its name says.

    XML that no importer knows is taken for JATS; what has no name, and no importer knows, for an article file.
    """
    if format_name is not None:
        return Kind.ARTICLE_FILE if format_name == "article-file" and _is_named_so(name) else Kind.OTHER
    lower = name.lower()
    source = Source(name, data)
    if _is_article_file(source, lower):
        return Kind.ARTICLE_FILE
    usual = kind_of(data, name)
    if usual is Kind.XML and source.head.lstrip("\ufeff \n\t").startswith("<") and _MARKS_OF_JATS.search(source.head):
        return Kind.XML
    from jats.importers.detection import detect

    detected = detect(source)
    if detected is not None:
        return Kind.ARTICLE_FILE if detected.importer.name == "article-file" and _is_named_so(name) else Kind.OTHER
    if (
        usual is Kind.XML
        and name != "-"
        and not lower.endswith(XML_SUFFIXES)
        and not source.head.lstrip().startswith("<")
    ):
        return Kind.OTHER
    return usual


SUFFIXES_IN_FOLDERS = (".xml",)
"""How names of exports end that are articles wherever they are found; the content decides."""


def _is_article_file(source: Source, name: str) -> bool:
    """Whether an input is an article file at first sight: its name ends so, and it has one of the fields, or no others."""
    if name.endswith(".json"):
        return _has_only_fields(source.data)
    named = name.endswith(_USUALLY_ARTICLE_FILES) and not name.endswith(_PROJECTS)
    return named and (has_article_field(source.data) or first_field(source.head) is not None)


def _has_only_fields(data: bytes) -> bool:
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and bool(fields) and article_names().issuperset(fields)


def about_xml(data: bytes, name: str) -> Finding:
    """Why nothing is imported from XML that no importer knows: it is JATS already, or something else."""
    from jats.importers import codes
    from jats.importers.registry import importers
    from jats.importers.xml_source import root_of

    source = Source(name, data)
    root = root_of(source.head)
    if _MARKS_OF_JATS.search(source.head) or (root is not None and root[0] == "article"):
        return codes.is_jats(source.place(1), ())
    return codes.unsupported(source.place(1), (), [each.title for each in importers()])


def is_wanted(data: bytes, name: str, kind: Kind) -> bool:
    """Whether an input that nobody named, but that was found in a folder or an archive, is to be taken for an article."""
    if kind is Kind.ARTICLE_FILE:
        return has_article_field(data)
    if kind is Kind.XML:
        return True
    from jats.importers.detection import detect

    detected = detect(Source(name, data))
    return detected is not None and detected.importer.in_folders


def explain_detection(data: bytes, name: str, format_name: str | None = None) -> str:
    """Why an input is read as what, in one sentence for `--verbose`."""
    from jats.importers.detection import detect, supported_formats

    kind = input_kind(data, name, format_name)
    if kind is Kind.XML:
        return "read as JATS, because it is XML and of no other known format"
    detected = detect(Source(name, data), format_name)
    if detected is not None:
        return f"read as {detected.importer.title} ({detected.importer.name}), because {detected.reason}"
    if kind is Kind.ARTICLE_FILE:
        return "read as article file (article-file), because nothing else is known of it"
    return "not read: none of the formats is recognised:\n" + "\n".join(f"  {line}" for line in supported_formats())


def _is_named_so(name: str) -> bool:
    """Whether the name says in which notation an article file is."""
    return name == "-" or name.lower().endswith(ARTICLE_SUFFIXES)
