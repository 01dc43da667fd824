"""Unicode's normal forms in linear time: Python takes quadratic time to put a long run of combining marks in order."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Literal

_MANY_MARKS = re.compile(r"(?:[^\w\s\x00-\x7f]|[\uff9e\uff9f]){30}")
"""A run that may be of combining marks alone. The two letters are those that become marks in the forms of compatibility."""


def composed(text: str) -> str:
    """The text in the form NFC: a letter and its accent are one character, where there is one."""
    text = _in_order(text, "NFD")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def taken_apart(text: str) -> str:
    """The text in the form NFKD: every letter before its accents, ligatures and wide letters as plain ones."""
    return text if text.isascii() else unicodedata.normalize("NFKD", _in_order(text, "NFKD"))


def without_accents(text: str) -> str:
    """The text in the form NFKD without its combining marks."""
    return "".join(character for character in taken_apart(text) if not unicodedata.combining(character))


def _in_order(text: str, form: Literal["NFD", "NFKD"]) -> str:
    """The text with its marks in Unicode's canonical order if it has many of them in a row."""
    if not _MANY_MARKS.search(text):
        return text
    parts = "".join(unicodedata.normalize(form, character) for character in text)
    runs = groupby(parts, key=lambda character: unicodedata.combining(character) > 0)
    return "".join("".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs)
