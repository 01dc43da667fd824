"""The language of a title or an abstract: by its script, its letters and its frequent words."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from jats.importers.text_page.tables import rows
from jats.vocab.scripts import script_of_text

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_MOST = 1_500
_BY_SCRIPT = {
    "Greek": "el", "Hangul": "ko", "Kana": "ja", "Hebrew": "he", "Thai": "th", "Georgian": "ka", "Armenian": "hy",
    "Devanagari": "hi", "Bengali": "bn", "Tamil": "ta", "Khmer": "km", "Lao": "lo", "Ethiopic": "am",
}  # fmt: skip
_LATIN_ONLY = "Latin"


@cache
def _tables() -> dict[str, tuple[frozenset[str], frozenset[str], str]]:
    """Words, letters and script by language."""
    found = {}
    for language, words, letters in rows("page_stop_words"):
        own = frozenset(words.split())
        found[language] = (own, frozenset(letters), script_of_text(words) or _LATIN_ONLY)
    return found


@cache
def _rare_letters() -> dict[str, frozenset[str]]:
    """For each letter beyond the usual ones, the languages that have it."""
    owners: dict[str, set[str]] = {}
    for language, (_, letters, _) in _tables().items():
        for letter in letters:
            owners.setdefault(letter, set()).add(language)
    return {letter: frozenset(languages) for letter, languages in owners.items()}


def language_of(text: str, likely: Collection[str] = ()) -> str | None:
    """The language of a text, None if nothing tells; `likely` are those that its label or the page suggests."""
    text = text[:_MOST]
    script = script_of_text(text)
    if script is None:
        return None
    if script == "Han":
        return "ja" if re.search("[\u3040-\u30ff]", text) else "zh"
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    scores = _scores(text, script)
    for language in likely:
        if language in scores:
            scores[language] = scores[language] * 1.25 + 0.02
    best = max(scores, key=lambda one: scores[one], default=None)
    if best is None or scores[best] < 0.02:
        return next((one for one in likely if _script_of(one) == script), None)
    return best


def _script_of(language: str) -> str:
    found = _tables().get(language)
    return found[2] if found else _LATIN_ONLY


def _scores(text: str, script: str) -> dict[str, float]:
    """How well each language of a script fits a text."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    parts = [part for word in words for part in (word, *(word.split("'") if "'" in word else ()))]
    letters = text.lower()
    size = max(len(words), 4)
    found = {}
    seen = [(letter, owners) for letter, owners in _rare_letters().items() if letter in letters]
    for language, (own, alphabet, of_script) in _tables().items():
        if of_script != script and not (language in ("sr", "uz") and script in ("Latin", "Cyrillic")):
            continue
        hits = sum(1 for word in parts if word in own) / size
        fitting = sum(
            letters.count(letter) * (1.6 if len(owners) < 4 else 1) for letter, owners in seen if letter in alphabet
        )
        foreign = sum(letters.count(letter) for letter, owners in seen if letter not in alphabet)
        found[language] = hits + 0.35 * (fitting - foreign) / size
    return found
