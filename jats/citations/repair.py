"""Labels that contradict the form of the whole reference are put right before they become fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.lexicon import word_classes
from jats.citations.name_repair import repair_names
from jats.citations.tokens import Tokens

_LOCATORS = frozenset(("volume", "issue", "fpage"))
_SENTENCE_END = re.compile(r"[\])»”\"]?\s?[.?!。．]\s|[\]”»]\.?,?\s")
_PARTS_OF_BOOKS = frozenset(("esurname", "egiven", "fpage", "volume", "issue", "conference"))
_JOURNAL = re.compile(r"//|\b(?:In|Em|En|Dans|W|У|В)[: ]|[“«„‘]|\"", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"\d{0,2}(?:suppl|supl)", re.IGNORECASE)
_TITLES = frozenset(("title", "source"))
_BOOKS = frozenset(("publisher", "place", "size", "edition"))
_LEAST_WORDS = 2


def repaired(tokens: Tokens, labels: Sequence[str]) -> list[str]:
    """The labels with the title and the work that holds it told apart, where `//` or the end of a sentence parts them."""
    found = list(labels)
    repair_names(tokens, found)
    _part_at_slashes(tokens, found)
    _join_translations(tokens, found)
    kinds = set(found)
    if "source" in kinds and "title" not in kinds and _LOCATORS & kinds and not _BOOKS & kinds:
        _part_at_sentence(tokens, found)
    _start_source_at_sentence(tokens, found)
    _join_whole_book(tokens, found)
    _name_supplements(tokens, found)
    return found


def _part_at_slashes(tokens: Tokens, labels: list[str]) -> None:
    """`Title // Journal`, as GOST and DSTU 8302 have it."""
    for i in range(1, len(labels)):
        if "//" in tokens.gaps[i] and labels[i] in ("source", "title") and labels[i - 1] == "source":
            first = i - 1
            while first and labels[first - 1] == "source":
                first -= 1
            labels[first:i] = ["title"] * (i - first)
        if "//" in tokens.gaps[i] and labels[i] == "title":
            last = i
            while last < len(labels) and labels[last] == "title":
                labels[last] = "source"
                last += 1


def _join_translations(tokens: Tokens, labels: list[str]) -> None:
    """A bracket after a title or source holds its translation, if most of it was read as a title or source."""
    for i in range(1, len(labels)):
        if labels[i - 1] in _TITLES and tokens.gaps[i].endswith("["):
            end = next((k for k in range(i + 1, len(tokens.gaps)) if "]" in tokens.gaps[k]), i)
            inside = labels[i:end]
            if end - i > 1 and sum(label in _TITLES for label in inside) * 2 > len(inside):
                labels[i:end] = [labels[i - 1]] * (end - i)


def _part_at_sentence(tokens: Tokens, labels: list[str]) -> None:
    """One run of a source with a sentence's end in it: the part before its last end is the title."""
    first = labels.index("source")
    last = first
    while last + 1 < len(labels) and labels[last + 1] == "source":
        last += 1
    for i in range(last, first + _LEAST_WORDS - 1, -1):
        if _SENTENCE_END.match(tokens.gaps[i]) and _ends_sentence(tokens.words[i - 1], tokens.words[i], tokens.gaps[i]):
            labels[first:i] = ["title"] * (i - first)
            return


def _start_source_at_sentence(tokens: Tokens, labels: list[str]) -> None:
    """A source does not begin in the middle of a sentence: up to the next full stop it is still the title."""
    for i in range(1, len(labels)):
        if labels[i] == "source" and labels[i - 1] == "title" and not tokens.gaps[i].strip():
            last = i
            while last + 1 < len(labels) and labels[last + 1] == "source":
                last += 1
            stops = (k for k in range(i + 1, last + 1) if _SENTENCE_END.match(tokens.gaps[k]))
            stop = next(
                (k for k in stops if _ends_sentence(tokens.words[k - 1], tokens.words[k], tokens.gaps[k])), None
            )
            if stop is not None:
                labels[i:stop] = ["title"] * (stop - i)
            return


def _join_whole_book(tokens: Tokens, labels: list[str]) -> None:
    """With a publisher, and neither editors nor pages nor "In", title and source beside each other are one book's title."""
    kinds = set(labels)
    if not {"title", "source"} <= kinds or not {"publisher", "place"} & kinds or kinds & _PARTS_OF_BOOKS:
        return
    first = labels.index("source")
    if (
        labels[first - 1] == "title"
        and tokens.gaps[first].strip() in (":", ".", ",", "")
        and not _JOURNAL.search(tokens.text)
    ):
        labels[:] = ["source" if label == "title" else label for label in labels]


def _name_supplements(tokens: Tokens, labels: list[str]) -> None:
    """`Suppl 2` is not the issue 2."""
    for i, word in enumerate(tokens.words):
        if labels[i] == "issue" and _SUPPLEMENT.match(word):
            labels[i] = "supplement"
            if i + 1 < len(labels) and labels[i + 1] == "issue" and not tokens.gaps[i + 1].strip(" ."):
                labels[i + 1] = "supplement"
            if i and labels[i - 1] == "issue" and not tokens.gaps[i].strip(" ."):
                labels[i - 1] = "supplement"
        elif labels[i] == "issue" and "m" in word_classes(word.lower()) and not word.isdigit():
            labels[i] = "month"


def _ends_sentence(before: str, after: str, gap: str) -> bool:
    """A short word with a full stop is an abbreviation: `Phys. Rev.`"""
    closed = gap[0] in ']”»"'
    return (closed or len(before) > 3 or before.isdigit()) and not after[0].islower() and not after[0].isdigit()
