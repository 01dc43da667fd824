"""Tags that lost their `<` or their `/`, and are text now: `p>`, `/p>`, `<\\p>`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jats.messages.words import quoted

_SIGNS = 40


@dataclass(frozen=True, slots=True)
class HalfTag:
    """What is left of a tag, in quotation marks, and its offset."""

    words: str
    at: int


def half_start_tag(name: str, text: str, start: int, end: int) -> HalfTag | None:
    """The last start tag of that name without its `<` between two places of a text."""
    every = list(re.finditer(rf"(?<![\w</:.])(?<!\w-){re.escape(name)}(?:\s[^<>]{{0,300}})?(?<!/)>", text[start:end]))
    found = every[-1] if every else None
    return found and HalfTag(quoted(found[0], _SIGNS), start + found.start())


def half_end_tag(name: str, text: str, start: int, end: int) -> HalfTag | None:
    r"""The first end tag of that name without its `<`, or with a `\` for its `/`, between two places of a text."""
    found = re.search(rf"(?<!<)/{re.escape(name)}>|<?\\{re.escape(name)}>", text[start:end])
    return found and HalfTag(quoted(found[0], _SIGNS), start + found.start())


def is_half_tag(text: str, known: frozenset[str]) -> bool:
    """Whether a text is a tag without its `<`: `graphic xlink:href="tides.png"/>`, `/p>`."""
    found = re.match(r"""/?([\w:-]+)(?:\s[^<>=]*=\s?["'][^<>]*)?/?>""", text)
    return found is not None and found[1] in known
