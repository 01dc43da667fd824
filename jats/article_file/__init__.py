"""Article files, and the journal and issue files beside them: YAML, JSON or TOML → Draft.

Every value stays text, as written, with its line and column; the model types it. What can't be read is a finding in plain
words with its remedy.
"""

from __future__ import annotations

from pathlib import PurePath

from jats.article_file.encoding import decode
from jats.article_file.from_json import read_json
from jats.article_file.from_toml import read_toml
from jats.article_file.from_yaml import read_yaml
from jats.draft import Map
from jats.findings import Note, Place
from jats.input_codes import reading

__all__ = ["SUFFIXES", "read_article_file", "read_fields"]

_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json, ".toml": read_toml}
SUFFIXES = tuple(_READERS)
"""How the names of article files end."""


def read_article_file(data: bytes, name: str, note: Note) -> Map | None:
    """The fields of an article file with their places; `None` if it can't be read, and then a finding says why.

    The end of `name` says the format; `-` (standard input) is JSON if it begins with a brace, else YAML.
    """
    suffix = PurePath(name).suffix.lower()
    if name == "-":
        suffix = ".json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else ".yaml"
    if suffix not in _READERS:
        note(reading.unknown_kind_of_file(Place(name), (), PurePath(name).name, SUFFIXES))
        return None
    return read_fields(data, name, suffix, note)


def read_fields(data: bytes, name: str, suffix: str, note: Note) -> Map | None:
    """The fields of a file in the format of `suffix`, one of `SUFFIXES`.

    `None` if the file cannot be read; a finding says why.
    """
    text = decode(data, name, note)
    return None if text is None else _READERS[suffix](text, name, note)
