"""Characters that look like others or like nothing: what copying from PDF and word processors leaves in values."""

from __future__ import annotations

import re

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document can hold (XML 1.0, production 2)."""

_MARKS_OF_DIRECTION = (0x061C, *range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_JOINERS = (0x00AD, 0x034F, 0x180E, *range(0x200B, 0x200E), *range(0x2060, 0x2065), 0xFEFF)
INVISIBLE = "".join(map(chr, _JOINERS + _MARKS_OF_DIRECTION))
"""Characters without width: soft hyphen, joiners, marks of direction, byte order mark (Unicode: Default_Ignorable)."""

DASHES = "".join(map(chr, (*range(0x2010, 0x2016), 0x2043, 0x2212, 0x02D7, 0xFE58, 0xFE63, 0xFF0D)))
"""Hyphens, dashes and minus signs that are where a plain hyphen is meant."""

_CYRILLIC = "АВЕЅІЈКМНОРСТХУҮԚԜаеѕіјорсухԛԝһԁӏЇї"
_LATIN_OF_CYRILLIC = "ABESIJKMHOPCTXYYQWaesijopcyxqwhdlÏï"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυχ"
_LATIN_OF_GREEK = "ABEZHIKMNOPTYXaivopux"
_LATIN_TWINS = dict(zip(_CYRILLIC + _GREEK, _LATIN_OF_CYRILLIC + _LATIN_OF_GREEK, strict=True))
_CYRILLIC_TWINS = {latin: cyrillic for cyrillic, latin in zip(_CYRILLIC, _LATIN_OF_CYRILLIC, strict=True)} | {"Y": "У"}


def latin_twin(letter: str) -> str | None:
    """The Latin letter that a Cyrillic or Greek one is taken for, by its shape (Unicode, UTS 39)."""
    return _LATIN_TWINS.get(letter)


def cyrillic_twin(letter: str) -> str | None:
    """The Cyrillic letter that a Latin one is taken for, by its shape (Unicode, UTS 39)."""
    return _CYRILLIC_TWINS.get(letter)
