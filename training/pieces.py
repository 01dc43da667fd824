"""Pieces of labelled text, and the text with spans that they make together."""

from __future__ import annotations

import re
from collections.abc import Sequence

Piece = tuple[str, str]
"""Characters and their label, '' for none."""

_DOUBLED = re.compile(r"([.,;:?!])\s*\.(?=[\s,]|$)")


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The text and its spans; a full stop after another sign is left out, a full stop at a span's end stays outside it."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for characters, label in pieces:
        added = characters
        if added[:1] == "." and text[-1:] in (".", "?", "!"):
            added = added[1:]
        if added[:1] == " " and (not text or text[-1:] == " "):
            added = added.lstrip(" ")
        if not added:
            continue
        start = len(text)
        text += added
        if label:
            spans.append((start, start + len(added.rstrip()), label))
    return text.rstrip(), tuple(spans)
