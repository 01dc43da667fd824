"""Words that messages are made of: names, lists and values as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from jats.findings import Severity

_LISTED = 8
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its code and severity, not yet in a place."""

    code: str
    severity: Severity
    text: str


def element(name: str) -> str:
    """`<name>`."""
    return f"<{name}>"


def elements(names: Sequence[str], limit: int = _LISTED) -> str:
    """`<a>, <b> or <c>`, cut after `limit`."""
    return any_of([element(name) for name in names], limit)


def values(allowed: Sequence[str], limit: int = 24) -> str:
    """`"yes" or "no"`, cut after `limit`."""
    return any_of([quoted(value) for value in allowed], limit)


def any_of(words: Sequence[str], limit: int = _LISTED) -> str:
    """The words with commas and a final `or`; of a long list the first ones and how many more there are."""
    if len(words) > limit + 1:
        return ", ".join(words[:limit]) + f" or one of {len(words) - limit} more"
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" or {words[-1]}" if words else "nothing"


def quoted(text: str) -> str:
    """The text on one line in quotation marks, cut in its middle where it is long."""
    flat = " ".join(text.split()) if text.strip() else text
    short = flat if len(flat) <= _QUOTED else f"{flat[: _QUOTED - 15]} … {flat[-10:]}"
    return f'"{short}"'


def near(words: Sequence[str]) -> str:
    """The end of a message that proposes what was meant; empty where there is nothing to propose."""
    return f"; did you mean {any_of(words, 3)}?" if words else ""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words that look like a slip of `word`, best first; case, hyphens and a prefix do not count."""
    return list(_nearest(word, tuple(known)))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(_folded(name), name)
    return tuple(names[found] for found in get_close_matches(_folded(word), list(names), n=2, cutoff=0.75))


def count(number: int, noun: str) -> str:
    """`1 element`, `3 elements`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _folded(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "").rpartition(":")[2]
