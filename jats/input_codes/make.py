"""How a function becomes the message of a code, and the words that several messages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from types import ModuleType
from typing import Concatenate, ParamSpec

from jats.draft import Path, show_path
from jats.findings import Finding, Place, Severity

P = ParamSpec("P")
_MESSAGES: dict[Callable[..., Finding], tuple[str, Severity]] = {}
_LISTED = 6


def code(
    number: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, str]], Callable[Concatenate[Place, Path, P], Finding]]:
    """Make a function's text a finding of that code at a place and path; its docstring is the code's page."""

    def wrap(function: Callable[P, str]) -> Callable[Concatenate[Place, Path, P], Finding]:
        def say(place: Place, path: Path, /, *args: P.args, **kwargs: P.kwargs) -> Finding:
            words = function(*args, **kwargs)
            return Finding(number, severity, words, place, show_path(path) or None, source="article file")

        say.__doc__ = function.__doc__
        _MESSAGES[say] = (number, severity)
        return say

    return wrap


def collect(modules: Iterable[ModuleType]) -> dict[str, tuple[Severity, Callable[..., Finding]]]:
    """The messages of the modules by code; raises ValueError where a code is used twice."""
    codes: dict[str, tuple[Severity, Callable[..., Finding]]] = {}
    for module in modules:
        for value in vars(module).values():
            if callable(value) and value in _MESSAGES:
                number, severity = _MESSAGES[value]
                if number in codes:
                    raise ValueError(f"the code {number} is used twice")
                codes[number] = (severity, value)
    return codes


def quoted(text: str) -> str:
    """The text on one line in quotation marks, cut where it is long."""
    flat = " ".join(text.split())
    return f"'{flat if len(flat) <= 60 else flat[:59] + '…'}'"


def any_of(words: Sequence[str]) -> str:
    """The words with commas and a final `or`; of a long list the first ones."""
    if len(words) > _LISTED + 1:
        return ", ".join(words[:_LISTED]) + " …"
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" or {words[-1]}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is a slip of; case, hyphens, blanks and underscores do not count."""
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(_folded(name), name)
    found = get_close_matches(_folded(word), list(names), n=1, cutoff=0.7)
    return names[found[0]] if found else None


def _folded(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "").replace(" ", "")
