"""The licence that a sentence names, in the languages of Creative Commons' deeds."""

from __future__ import annotations

import re

from jats.importers.text_page.tables import rows
from jats.vocab.licences import Licence, licences_in

_VERSION = re.compile(r"\b([1-4]\.[05])\b")


def licence_in(text: str) -> Licence | None:
    """The Creative Commons licence of a sentence; None if it names none."""
    found = [one for one in licences_in(text) if one.kind]
    named = _by_words(text)
    if found and named and len(named.kind) > len(found[0].kind) and "creativecommons.org" not in text:
        return named
    best = next((one for one in found if one.version), found[0] if found else None)
    return best or named


def _by_words(text: str) -> Licence | None:
    small = text.lower()
    if (
        "creative commons" not in small
        and "cc" not in small
        and "naamsvermelding" not in small
        and not re.search("知识共享|クリエイティブ|크리에이티브|کریتیو|المشاع", small)
    ):
        return None
    parts = {
        kind
        for kind, words in rows("licence_words")
        for word in words.split(";")
        if word.strip() and word.strip() in small
    }
    if "by" not in parts:
        return None
    kind = "-".join(part for part in ("by", "nc", "nd", "sa") if part in parts)
    if {"nd", "sa"} <= parts:
        return None
    version = _VERSION.search(text)
    return Licence(kind, version[1] if version else None)
