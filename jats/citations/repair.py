"""Labels that contradict the form of the whole reference are put right before they become fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.lexicon import phrases, word_classes
from jats.citations.name_repair import repair_names
from jats.citations.number_repair import leave_out_links, repair_numbers
from jats.citations.tokens import Tokens

_LOCATORS = frozenset(("volume", "issue", "fpage"))
_SENTENCE_END = re.compile(r"[\])»”\"]?\s?[.?!。．]{1,3}\s|[\]”»]\.?,?\s")
_PARTS_OF_BOOKS = frozenset(("esurname", "egiven", "fpage", "volume", "issue", "conference"))
_JOURNAL = re.compile(r"//|\b(?:In|Em|En|Dans|W|У|В)[: ]|[“«„‘]|\"", re.IGNORECASE)
_TITLES = frozenset(("title", "source"))
_BOOKS = frozenset(("publisher", "place", "size", "edition"))
_IN = frozenset(("in", "em", "en", "dans", "у", "в"))
_LEAST_WORDS = 2


def repaired(tokens: Tokens, labels: Sequence[str]) -> list[str]:
    """The labels with the title and the work that holds it told apart, where `//` or the end of a sentence parts them."""
    found = list(labels)
    if not found:
        return found
    leave_out_links(tokens, found)
    repair_names(tokens, found)
    repair_numbers(tokens, found)
    kinds = set(found)
    if kinds.isdisjoint(_TITLES):
        return found
    _part_at_slashes(tokens, found)
    _join_translations(tokens, found)
    _part_at_in(tokens, found)
    kinds = set(found)
    if "source" in kinds and "title" not in kinds and _LOCATORS & kinds and not _BOOKS & kinds:
        _part_at_sentence(tokens, found)
    _start_source_at_sentence(tokens, found)
    _join_whole_book(tokens, found)
    return found


def _part_at_slashes(tokens: Tokens, labels: list[str]) -> None:
    """`Title // Journal`, as GOST and DSTU 8302 have it: a title is before the signs, never a source."""
    if "//" not in tokens.text:
        return
    slashes = next((i for i in range(1, len(labels)) if tokens.gaps[i].strip(" ].").startswith("//")), None)
    if slashes is None or labels[slashes] not in _TITLES:
        return
    labels[:slashes] = ["title" if label == "source" else label for label in labels[:slashes]]
    last = slashes
    while last < len(labels) and labels[last] == "title":
        labels[last] = "source"
        last += 1


def _part_at_in(tokens: Tokens, labels: list[str]) -> None:
    """`Part. In: Names. Book`: what was read as a source before "In" is the title, if a source comes after it."""
    if "title" in labels:
        return
    for i in range(1, len(labels)):
        if labels[i] == "O" and tokens.words[i].lower() in _IN and labels[i - 1] == "source" and "source" in labels[i:]:
            labels[:i] = ["title" if label == "source" else label for label in labels[:i]]
            return


def _join_translations(tokens: Tokens, labels: list[str]) -> None:
    """A bracket after a title or source holds its translation, if most of it was read as a title or source."""
    if "[" not in tokens.text:
        return
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
        if labels[i] == "source" and labels[i - 1] == "title":
            last = i
            while last + 1 < len(labels) and labels[last + 1] == "source":
                last += 1
            stops = [k for k in range(i + 1, last + 1) if _SENTENCE_END.match(tokens.gaps[k])]
            gap = tokens.gaps[i].strip()
            if stops and (not gap or (gap in (",", "/") and not _is_journal(tokens, i, last + 1, stops[0]))):
                _move_to_title(tokens, labels, i, stops)
            return


def _is_journal(tokens: Tokens, start: int, end: int, stop: int) -> bool:
    """Whether the words are a known journal's name, or begin with words of one: `Comput. Phys.`"""
    lowers = [word.lower() for word in tokens.words[start:end]]
    begins = any("j" in word_classes(word) for word in lowers[: stop - start])
    return begins or " ".join(lowers) in phrases() or any("." in gap for gap in tokens.gaps[start:stop])


def _move_to_title(tokens: Tokens, labels: list[str], first: int, stops: list[int]) -> None:
    stop = next((k for k in stops if _ends_sentence(tokens.words[k - 1], tokens.words[k], tokens.gaps[k])), None)
    if stop is not None:
        labels[first:stop] = ["title"] * (stop - first)


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


def _ends_sentence(before: str, after: str, gap: str) -> bool:
    """A short word with a full stop is an abbreviation: `Phys. Rev.`"""
    closed = gap[0] in ']”»"'
    return (closed or len(before) > 3 or before.isdigit()) and not after[0].islower() and not after[0].isdigit()
