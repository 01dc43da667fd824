"""The language of a title or an abstract: by its script, its letters and its frequent words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from jats.importers.text_page.tables import rows
from jats.vocab.scripts import script_of_text

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_MOST = 1_500
_BY_SCRIPT = {
    "Greek": "el", "Hangul": "ko", "Kana": "ja", "Hebrew": "he", "Thai": "th", "Georgian": "ka", "Armenian": "hy",
    "Devanagari": "hi", "Bengali": "bn", "Tamil": "ta", "Khmer": "km", "Lao": "lo", "Ethiopic": "am",
}  # fmt: skip
_LATIN_ONLY = "Latin"
_NEEDED = {"uk": "іїєґ", "be": "іў"}
"""Letters of which a text of some length has one at least."""
_ENOUGH = 70
NEIGHBOURS = (("hr", "sr", "bs"), ("no", "da"), ("cs", "sk"), ("id", "ms"))
"""Languages that words hardly tell apart; other parts of a page do."""


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


def language_of(text: str, likely: Sequence[str] = ()) -> str | None:
    """The language of a text, None if nothing shows it; `likely` are those that its label or the page suggests."""
    return _language_of(text[:_MOST], tuple(likely))


@lru_cache(maxsize=512)
def _language_of(text: str, likely: tuple[str, ...]) -> str | None:
    script = script_of_text(text)
    if script is None:
        return None
    if script == "Han":
        return "ja" if re.search("[\u3040-\u30ff]", text) else "zh"
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    scores = _scores(text, script)
    for language, letters in _NEEDED.items():
        if language in scores and len(text) > _ENOUGH and not set(letters) & set(text.lower()):
            del scores[language]
    for language in likely:
        if language in scores:
            scores[language] = scores[language] * 1.25 + 0.06
    best = max(scores, key=lambda one: scores[one], default=None)
    if best is None or scores[best] < 0.02:
        return next((one for one in likely if _script_of(one) == script), None)
    return best


def fits_script(text: str, language: str) -> bool:
    """Whether a text is in the letters that a language is written in."""
    script = script_of_text(text)
    names = {"Han": ("zh", "ja"), "Kana": ("ja",)}
    if script in names:
        return language in names[script]
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script] == language
    return script is None or _script_of(language) == script or language in ("sr", "uz")


def _script_of(language: str) -> str:
    found = _tables().get(language)
    return found[2] if found else _LATIN_ONLY


def _scores(text: str, script: str) -> dict[str, float]:
    """How well each language of a script fits a text."""
    small = text.lower()
    words = [word.replace("’", "'") for word in _WORD.findall(small)]
    size = max(len(words), 4)
    found = dict.fromkeys(_languages_of(script), 0.0)
    for word in words:
        for part in (word, *(word.split("'") if "'" in word else ())):
            for language in _owners_of_words().get(part, ()):
                if language in found:
                    found[language] += 1 / size
    for letter, times in Counter(small).items():
        owners = _rare_letters().get(letter)
        if owners:
            weight = 0.35 * times / size
            for language in found:
                found[language] += weight * (1.6 if len(owners) < 4 else 1) if language in owners else -2 * weight
    return found


@cache
def _owners_of_words() -> dict[str, tuple[str, ...]]:
    """For each frequent word, the languages that have it."""
    owners: dict[str, list[str]] = {}
    for language, (words, _, _) in _tables().items():
        for word in words:
            owners.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in owners.items()}


def is_frequent_word(word: str) -> bool:
    """Whether a word in small letters is a frequent one of some language."""
    return word in _owners_of_words()


@cache
def _languages_of(script: str) -> tuple[str, ...]:
    both = ("sr", "uz") if script in ("Latin", "Cyrillic") else ()
    return tuple(language for language, (_, _, own) in _tables().items() if own == script or language in both)
