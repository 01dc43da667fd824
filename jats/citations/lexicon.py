"""Lists of words that give a field away: months, "vol.", "pp.", "editor", "Press", languages, places."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_WORDS = files("jats.data.citations") / "words.txt"
_PHRASES = files("jats.data.citations") / "phrases.txt"


@cache
def _classes() -> dict[str, str]:
    """Every listed word with the letters of its lists, in the order of the file."""
    found: dict[str, str] = {}
    letter = ""
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            letter = line[1]
        elif line and not line.startswith("#"):
            for word in line.split():
                if letter not in found.get(word, ""):
                    found[word] = found.get(word, "") + letter
    return found


def word_classes(lower: str) -> str:
    """The letters of the lists that hold a word, in lower case; '' for none."""
    return _classes().get(lower, "")


@cache
def phrases() -> dict[str, str]:
    """Names of journals (j), publishers (p) and places (l), in lower case, words parted by one blank."""
    found: dict[str, str] = {}
    for line in _PHRASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            letter, _, phrase = line.partition(" ")
            found[phrase] = letter
    return found
