"""Words of a printed reference that are in none of its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jats.elements.references.marks import Mark

_WORD = re.compile(r"[^\W\d_]{2,}|\d{3,}")
_ADDRESS = re.compile(r"(?:https?://\S*|\b(?:dx\.)?doi\.org/?|\bwww\.\S*)", re.IGNORECASE)
_GLUE = files("jats.data.model") / "citation_glue.txt"


def unsaid_words(text: str, marks: Sequence[Mark]) -> str:
    """The words outside of all marks that say something, in order; words such as "pp." and "and" say nothing."""
    left, end = [], 0
    for mark in sorted(marks, key=lambda one: one.place):
        left.append(text[end : mark.place[0]])
        end = mark.place[1]
    left.append(text[end:])
    outside = _ADDRESS.sub(" ", " ".join(left))
    return " ".join(word for word in _WORD.findall(outside) if word.lower() not in _glue())


@cache
def _glue() -> frozenset[str]:
    lines = _GLUE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
