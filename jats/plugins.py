"""The public door for authors of plug-ins: `from jats.plugins import Hit, rule`, `from jats.plugins import Map, importer`.

A plug-in is an installed package with entry points. Of `jats.rules`, the name is a target's and the value a module with rules;
docs/developers/rules.md shows one, and it is loaded only if somebody names its target. Of `jats.importers`, the value is a module
with importers; docs/developers/importers.md shows one.
"""

from jats.draft import List, Map, Text
from jats.findings import Note, Place
from jats.importers.codes import left_out, not_placed, uncertain, unreadable
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.rules.engine.registry import Hit, rule, text_rule

__all__ = [
    "Hit",
    "List",
    "Map",
    "Note",
    "Place",
    "Source",
    "Text",
    "importer",
    "left_out",
    "not_placed",
    "rule",
    "text_rule",
    "uncertain",
    "unreadable",
]
