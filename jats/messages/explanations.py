"""The explanation of a code, as `jats explain` prints it. Rules and messages have it as docstring. Standard library only."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

_LABEL = re.compile(r"^(Why|Wrong|Right|Source): ?", re.MULTILINE)

SOURCES = {
    "INP": "jats.input_codes:pages",
    "IMP": "jats.importers.codes:pages",
    "SCH": "jats.validation.codes:pages",
    "CHK": "jats.checking.codes:pages",
    "rules": "jats.rules.engine.pages:pages",
}
"""For each layer, the function that returns the pages of its codes."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code explained: `title` is the rule in one sentence; `wrong` and `right` are pieces of XML or of an article file."""

    code: str
    severity: str
    title: str
    why: str
    wrong: str
    right: str
    source: str
    yaml: str = ""
    """What to write in an article file, if it can be at fault and the examples are XML."""


def parse_explanation(code: str, severity: str, docstring: str) -> Explanation:
    """The page in a docstring of the form *sentence, Why, Wrong, Right, Source*; raises ValueError if a part is missing."""
    title, *parts = _LABEL.split(inspect.cleandoc(docstring))
    sections = {label.lower(): _dedent(text) for label, text in zip(parts[::2], parts[1::2], strict=True)}
    missing = {"why", "wrong", "right", "source"} - set(sections)
    if missing:
        raise ValueError(f"the page of {code} lacks: {', '.join(sorted(missing))}")
    return Explanation(code, severity, " ".join(title.split()), **sections)


@cache
def all_explanations() -> dict[str, Explanation]:
    """Every code's page by its code, in the order of the table; made once, so do not change it."""
    found: dict[str, Explanation] = {}
    for place in SOURCES.values():
        module, function = place.split(":")
        give: Callable[[], dict[str, Explanation]] = getattr(import_module(module), function)
        found |= give()
    return found


def format_explanation(page: Explanation, colour: bool = False, width: int = 0) -> str:
    """The page as text for a terminal; sentences are wrapped at `width` (0: not at all), examples stay as they are."""
    bold = ("\x1b[1m", "\x1b[0m") if colour else ("", "")
    title = _wrapped(f"{page.code} ({page.severity})  {page.title}", width, "    ")
    head, middle, rest = title.partition(f"{page.code} ({page.severity})")
    parts = [f"{head}{bold[0]}{middle}{bold[1]}{rest}" if middle else title]
    shown = [("Why", _wrapped(sentence(page.why), width - 4)), ("Wrong", page.wrong), ("Right", page.right)]
    shown += [("In an article file", page.yaml)] if page.yaml else []
    for label, lines in (*shown, ("Source", _wrapped(sentence(page.source), width - 4))):
        parts.append(f"{bold[0]}{label}{bold[1]}\n{_indent(lines)}")
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str, width: int, hanging: str = "") -> str:
    if width <= 0:
        return text
    import textwrap

    options: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False, "subsequent_indent": hanging}
    return textwrap.fill(text, max(36, width), **options)


def sentence(text: str) -> str:
    """A part of a page as running text: on one line, with a capital and a full stop."""
    words = " ".join(text.split())
    begins_with_a_file = re.match(r"\w+\.\w", words) is not None  # doajArticles.xsd is written so
    first = words[:1] if begins_with_a_file else words[:1].upper()
    return first + words[1:] + ("" if words.endswith((".", "!", "?", "…")) else ".")


def _dedent(text: str) -> str:
    first, _, rest = text.strip("\n").partition("\n")
    return f"{first}\n{inspect.cleandoc(chr(10) + rest)}".strip()


def _indent(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
