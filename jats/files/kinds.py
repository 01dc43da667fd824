"""Of what kind an input is: XML, an article file, an archive, or a file that only configures something."""

from __future__ import annotations

import os
from enum import StrEnum

XML_SUFFIXES = (".xml", ".nxml", ".jats")
ARTICLE_SUFFIXES = (".yaml", ".yml", ".json", ".toml")
ARCHIVE_SUFFIXES = (".zip", ".meca", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")

_CONFIGURATION = ("journal", "issue", "jats")
"""Stems of files that are in a journal's folder and are not articles."""

_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
"""Bytes that may come before the first `<`: byte order marks, white space, and the zeros of UTF-16."""


class Kind(StrEnum):
    """What an input holds."""

    XML = "XML"
    ARTICLE_FILE = "article file"
    OTHER = "another format"


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of an input: by the end of its name; for `-`, standard input, by its first character."""
    if name == "-":
        return Kind.XML if data.lstrip(_BEFORE_XML).startswith(b"<") else Kind.ARTICLE_FILE
    return Kind.ARTICLE_FILE if name.lower().endswith(ARTICLE_SUFFIXES) else Kind.XML


def is_streamed(name: str) -> bool:
    """Whether the inputs that a name stands for can be counted only by reading them."""
    return name in ("-", "@-") or name.lower().endswith(ARCHIVE_SUFFIXES)


def configures(name: str) -> bool:
    """Whether a file that was found in a folder configures something, by its name: a journal, an issue, a program."""
    base = os.path.basename(name)
    if base.lower().endswith(XML_SUFFIXES):
        return False
    return base.startswith(".") or base.split(".")[0] in _CONFIGURATION or base.endswith(".schema.json")
