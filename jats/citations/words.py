"""What one word says by itself: its shape, its ends, the lists that it is in."""

from __future__ import annotations

import re
from typing import NamedTuple

from jats.citations.lexicon import word_classes

_HAS_DIGIT = re.compile(r"\d")
_ROMAN = re.compile(r"[IVXLC]{2,8}")
_SMALL = frozenset(
    (
        "and",
        "et",
        "al",
        "und",
        "van",
        "von",
        "der",
        "den",
        "de",
        "la",
        "le",
        "del",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "the",
        "in",
        "con",
        "with",
    )
)

_SCRIPTS = (
    ("\u0370", "\u03ff", "g"), ("\u0400", "\u052f", "c"), ("\u0590", "\u05ff", "h"), ("\u0600", "\u06ff", "a"),
    ("\u0900", "\u0dff", "i"), ("\u1100", "\u11ff", "k"), ("\u2e80", "\u30ff", "e"), ("\u3130", "\u318f", "k"),
    ("\u3400", "\u9fff", "e"), ("\uac00", "\ud7a3", "k"), ("\uf900", "\ufaff", "e"),
)  # fmt: skip


class Word(NamedTuple):
    """One word: its form, the lists that it is in, what it says at its own place and beside other words."""

    lower: str
    shape: str
    classes: str
    own: tuple[str, ...]
    name: str
    is_number: bool
    is_year: bool
    is_lower: bool
    is_running: bool
    of_journals: bool


def shape_of(text: str) -> str:
    """The form of a word in a few letters: digits by their number, letters by their case."""
    if text.isalpha():
        return _letter_shape(text) + script_of(text)
    if text.isdigit():
        return _number_shape(text)
    return _mixed_shape(text) if _HAS_DIGIT.search(text) else _letter_shape(text) + script_of(text)


def script_of(text: str) -> str:
    """One letter for a script other than Latin, nothing for Latin."""
    first = text[0]
    if first < "\u0370":
        return ""
    return next((name for low, high, name in _SCRIPTS if low <= first <= high), "")


def _number_shape(text: str) -> str:
    if len(text) == 4 and "1500" <= text <= "2049":
        return "y"
    return f"d{min(len(text), 6)}"


def _mixed_shape(text: str) -> str:
    if len(text) == 5 and text[:4].isdigit() and "1500" <= text[:4] <= "2049":
        return "ya"
    if text[0].isdigit():
        return "dx" if text[-1].isalpha() else "dxd"
    return "x9" if text[0].islower() else "X9"


def _letter_shape(text: str) -> str:
    hyphen = "-" if "-" in text or "‐" in text else ""
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if text.isupper():
        if _ROMAN.fullmatch(text):
            return "R"
        return ("XX" if len(text) <= 3 else "XXX") + hyphen
    if text[0].isupper():
        return ("Xx" if text[1:].islower() or hyphen else "XxX") + hyphen
    return ("xx" if text.islower() or hyphen else "xX") + hyphen


def word_of(text: str, kind: str) -> Word:
    """What a word says."""
    lower = text.lower()
    shape = shape_of(text) if kind == "word" else kind
    classes = word_classes(lower)
    own = [f"s={shape}", f"l={classes}"]
    worded = kind == "word" and not text.isdigit()
    if worded:
        own += [f"w={lower}", f"p={lower[:3]}", f"e={lower[-3:]}", f"p4={lower[:4]}"]
    elif len(text) < 3:
        own.append(f"w={lower}")
    is_lower = kind == "word" and len(text) > 3 and text.islower()
    return Word(
        lower,
        shape,
        classes,
        tuple(own),
        lower if worded else shape,
        text[0].isdigit() and kind == "word",
        shape in ("y", "ya"),
        is_lower,
        is_lower and lower not in _SMALL and "y" not in classes,
        "j" in classes,
    )
