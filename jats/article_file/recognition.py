"""Whether a text is an article file, by the names of its fields."""

from __future__ import annotations

import re

from jats.input_codes.field_names import top_names

_FIELDS = b"doi|authors|contributors|affiliations|abstract|published|journal|references"
_FIELD = re.compile(
    rb"""^(?:(?:%b)[ \t]*[:=]|[ \t]*\{?[ \t]*"(?:%b)"[ \t]*:|\[+(?:%b)\b)""" % (_FIELDS, _FIELDS, _FIELDS), re.MULTILINE
)
_FORMAT = re.compile(rb"^format[ \t]{0,100}[:=][ \t]{0,100}\d", re.MULTILINE)
"""The version of an article file's format, which settings of other programs do not have; a baseline has it too, as JSON."""

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?:(?!---|\.\.\.).*\n)*(?:---|\.\.\.)[ \t]*(?:\n|$)")
_REMARK = re.compile(r"(?:#|---[ \t]*$)")
_FIRST_KEY = re.compile(r"""\{?\s{0,100}["']?([a-z_]{1,40})["']?[ \t]{0,100}[:=](?=\s|["'\[{]|$)""")


def has_article_field(data: bytes) -> bool:
    """Whether a field that every article has is at the top: the settings of some other program have none of them."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    return _FIELD.search(text) is not None or _FORMAT.search(text) is not None


def first_field(text: str) -> str | None:
    """The name of the first field, if the text begins with a field of an article file; else None.

    Fields between two lines of hyphens are the front matter of a text, not an article file.
    """
    if _FRONT_MATTER.match(text):
        return None
    lines = text.lstrip("\ufeff").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip() and not _REMARK.match(line)), None)
    found = None if first is None else _FIRST_KEY.match("\n".join(lines[first:]).lstrip())
    return found[1] if found and found[1] in top_names() else None
