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
    return read_phrases(_PHRASES.read_text(encoding="utf-8"))


def read_phrases(lines: str) -> dict[str, str]:
    """The phrases of a list, one a line after the letter of its kind."""
    return {line[2:]: line[0] for line in lines.splitlines() if line[:1] != "#"}
