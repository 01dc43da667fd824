"""Article files: YAML, JSON or TOML → Draft, and what they inherit from journal and issue files.

Every value stays text, as written, with its line and column; the model types it. What can't be read is a finding in plain
words with its remedy.
"""

from __future__ import annotations

from pathlib import PurePath

from jats.article_file.encoding import decode
from jats.article_file.from_json import read_json
from jats.article_file.from_toml import read_toml
from jats.article_file.from_yaml import read_yaml
from jats.article_file.inheritance import apply_settings, inherit, journal_targets
from jats.draft import Map
from jats.findings import Note, Place
from jats.input_codes import reading

__all__ = ["SUFFIXES", "apply_settings", "inherit", "journal_targets", "read_article_file"]

_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json, ".toml": read_toml}
SUFFIXES = tuple(_READERS)
"""How the names of article files end."""


def read_article_file(data: bytes, name: str, note: Note) -> Map | None:
    """The fields of an article file with their places; `None` where it can't be read, and then a finding says why.

    The end of `name` says the format; `-` (standard input) is JSON where it begins with a brace, else YAML.
    """
    suffix = PurePath(name).suffix.lower()
    if name == "-":
        suffix = ".json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else ".yaml"
    if suffix not in _READERS:
        note(reading.unknown_kind_of_file(Place(name), (), PurePath(name).name, SUFFIXES))
        return None
    text = decode(data, name, note)
    return None if text is None else _READERS[suffix](text, name, note)
