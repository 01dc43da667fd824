"""Digits and dashes of all scripts, as they are typed in numbers."""

from __future__ import annotations

import unicodedata

from jats.vocab.characters import DASHES, INVISIBLE

DASH = f"[-{DASHES}～~〜∼∽˜]"
"""One dash of any kind, as a regular expression."""

_DROPPED = dict.fromkeys(map(ord, INVISIBLE))

NOTHING = frozenset(("~", "null", "none", "-", "–", "—", "n/a", "n. a.", "na", "nil", "немає", "нет"))
"""What people type to say that there is no number."""


def plain_digits(text: str) -> str:
    """The text with the digits of any script as 0 to 9, and without invisible characters."""
    if text.isascii():
        return text
    return "".join(_plain(character) for character in text.translate(_DROPPED))


def _plain(character: str) -> str:
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))
