"""Which encoding of the years before Unicode a text is in: the one in which it looks like a text of some language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from jats.vocab.tables import rows

NAMES = {
    "cp1251": "windows-1251 (Cyrillic)",
    "koi8_u": "KOI8-U (Cyrillic)",
    "cp866": "CP866 (Cyrillic of DOS)",
    "iso8859_5": "ISO 8859-5 (Cyrillic)",
    "mac_cyrillic": "Macintosh Cyrillic",
    "cp1252": "windows-1252 (Western European)",
    "cp1250": "windows-1250 (Central European)",
    "iso8859_2": "ISO 8859-2 (Central European)",
    "cp852": "CP852 (Central European of DOS)",
    "cp1254": "windows-1254 (Turkish)",
    "cp1257": "windows-1257 (Baltic)",
    "cp1253": "windows-1253 (Greek)",
    "iso8859_7": "ISO 8859-7 (Greek)",
}
"""Each encoding's name for people."""

_LEAST = 0.25
_MARKS = frozenset("“”„«»’‘–—…№§°·•©¿¡\xa0")
"""Signs of any language."""
_BESIDE_ASCII = re.compile(r"[A-Za-z](?=[^\W\d_A-Za-z])|[^\W\d_A-Za-z](?=[A-Za-z])")
_WHOLE_ALPHABET = 25
"""Letters beyond ASCII that a language has at least if it has no ASCII letters."""

_CAPITAL_INSIDE = re.compile(r"[^\W\d_A-Z](?=[^\W\d_a-z])")


def guess_encoding(body: bytes) -> tuple[str, str] | None:
    """The codec and its name in words; `None` if the text looks like no language in any of them."""
    best, chosen = _LEAST, None
    decoded: dict[str, tuple[Counter[str], float, float]] = {}
    for weights, encodings in _languages():
        for place, encoding in enumerate(encodings):
            counts, capitals, mixed = decoded.get(encoding) or decoded.setdefault(
                encoding, _counted(body.decode(encoding, "replace"))
            )
            mixing = mixed if len(weights) >= _WHOLE_ALPHABET else 0.0
            score = _fit(counts, weights) - capitals - mixing - place * 0.001
            if score > best:
                best, chosen = score, encoding
    return None if chosen is None else (chosen, NAMES[chosen])


def _counted(text: str) -> tuple[Counter[str], float, float]:
    """How often each character beyond ASCII comes, the share of capitals inside words, and of letters beside ASCII letters."""
    counts = Counter(character for character in text if character > "\x7f")
    inside = sum(1 for at in _CAPITAL_INSIDE.finditer(text) if text[at.start()].islower() and text[at.end()].isupper())
    total = max(1, counts.total())
    return counts, inside / total, sum(1 for _ in _BESIDE_ASCII.finditer(text)) / total


def _fit(counts: Counter[str], weights: dict[str, float]) -> float:
    """How well the characters fit a language, at most 1; one that it does not have counts against it."""
    total = counts.total()
    if not total:
        return 0.0
    return sum(number * _weight(character, weights) for character, number in counts.items()) / total


def _weight(character: str, weights: dict[str, float]) -> float:
    found = weights.get(character.lower())
    if found is not None:
        return found
    return 0.4 if character in _MARKS else -1.0


@cache
def _languages() -> tuple[tuple[dict[str, float], list[str]], ...]:
    return tuple(_rows())


def _rows() -> Iterator[tuple[dict[str, float], list[str]]]:
    for letters, encodings in rows("legacy_encodings"):
        least = 0.3 if len(letters) >= _WHOLE_ALPHABET else 0.9
        yield {letter: 1 - (1 - least) * at / len(letters) for at, letter in enumerate(letters)}, encodings.split()
