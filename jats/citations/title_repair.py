"""The boundary between a title and the source that it is in, by the punctuation and by the names of known journals."""

from __future__ import annotations

import re

from jats.citations.lexicon import phrases, word_classes
from jats.citations.sentences import (
    CONSONANTS,
    LONGEST_ABBREVIATION,
    SENTENCE_END,
    ends_sentence,
    is_abbreviation,
    runs_of,
    stops_before,
)
from jats.citations.tokens import Tokens

_LOCATORS = frozenset(("volume", "issue", "fpage"))
_NUMBERED = frozenset(("volume", "issue"))
_BOOKS = frozenset(("publisher", "place", "size", "edition"))
_WHOLE_WORKS = _BOOKS | {"esurname", "egiven", "series", "conference"}
_QUOTATION_END = re.compile(r"[.,?!]?[”»\"][.,;]?\s*$")
_QUOTATION = re.compile(r"[,.;]\s*[„«“]$")
_QUESTION_ENDS = frozenset(("?.", "!.", "?”.", "?»."))
_WEAK = frozenset((",", "/", "("))
_COMMAS = frozenset((",", "،", "，"))
_LEAST_WORDS = 2
_NAMES_OF_JOURNALS = frozenset(
    (
        "journal",
        "j",
        "annals",
        "archives",
        "bulletin",
        "revista",
        "revue",
        "rivista",
        "zeitschrift",
        "журнал",
        "вісник",
        "вестник",
    )
)
_MOST_OF_DEGREE = 7
_THESES = frozenset(("thesis", "dissertation", "diss"))
_SERVERS = frozenset(
    ("arxiv", "osf", "osf preprints", "ssrn", "psyarxiv", "socarxiv", "chemrxiv", "biorxiv", "medrxiv")
)
_MOST_CUT = 3
_LEAST_OF_PLACES = 4
_ENDS_OF_ABBREVIATIONS = CONSONANTS | frozenset("бвгґджзклмнпрстфхцчшщ")


def part_title_and_source(tokens: Tokens, labels: list[str]) -> None:
    """Part one from the other where the labels have them as one, or the boundary inside a sentence."""
    kinds = set(labels)
    if "source" not in kinds:
        _known_source_last(tokens, labels)
        return
    if "title" in kinds and "volume" not in kinds:
        _degree(tokens, labels)
        kinds = set(labels)
    if "title" not in kinds and _LOCATORS & kinds and not _BOOKS & kinds:
        _part_whole(tokens, labels, bool(_NUMBERED & kinds))
    elif "title" in kinds:
        if _NUMBERED & kinds and not _WHOLE_WORKS & kinds:
            _last_source_only(labels)
        _start_source_at_question(tokens, labels)
        _start_source_at_sentence(tokens, labels)
        _start_source_at_comma(tokens, labels)


def _known_source_last(tokens: Tokens, labels: list[str]) -> None:
    """`Strategies of search. arXiv; 2024`: a known name in the last sentence of the title is the source."""
    for start, end in runs_of(labels, "title"):
        stop = next((i for i in range(end - 1, start, -1) if SENTENCE_END.match(tokens.gaps[i])), None)
        name = " ".join([word.lower() for word in tokens.words[stop:end]])
        if stop is not None and (name in _SERVERS or phrases().get(name) == "j"):
            labels[stop:end] = ["source"] * (end - stop)


def _degree(tokens: Tokens, labels: list[str]) -> None:
    """`Title. Extended abstract of candidate's thesis`: a few words that end in one for a thesis are not a source."""
    for start, end in runs_of(labels, "source"):
        if end - start <= _MOST_OF_DEGREE and tokens.words[end - 1].lower() in _THESES:
            labels[start:end] = ["degree"] * (end - start)


def _part_whole(tokens: Tokens, labels: list[str], numbered: bool) -> None:
    """One run of a source with a boundary in it: the part before its last boundary is the title."""
    first, end = runs_of(labels, "source")[0]
    places = range(end - 1, first + _LEAST_WORDS - 1, -1)
    sentences = [i for i in places if stops_before(tokens, i) and _is_title(tokens, first, i, end)]
    found = next((i for i in sentences if tokens.words[i - 1].islower()), next(iter(sentences), None))
    if found is None and _is_one_word_title(tokens, first, end):
        found = first + 1
    if found is None and numbered:
        found = next((i for i in places if _ends_running_words(tokens, first, i)), None)
    if found is None and numbered:
        found = next((i for i in places if _quotation_at(tokens.gaps[i]) or _journal_from(tokens, i, end)), None)
    if found is not None:
        labels[first:found] = ["title"] * (found - first)


def _ends_running_words(tokens: Tokens, first: int, i: int) -> bool:
    """`… erfarenheter under tre år. Norrländsk Tidskrift`: a short word without a capital ends a title."""
    running = sum(_is_running(word) for word in tokens.words[first:i])
    stops = SENTENCE_END.match(tokens.gaps[i]) is not None and tokens.words[i][0].isupper()
    return stops and tokens.words[i - 1].islower() and running > 1


def _is_one_word_title(tokens: Tokens, first: int, end: int) -> bool:
    """`Tides. Journal of Seas`: one whole word, and a name that begins with a word such as "Journal"."""
    if end - first <= _LEAST_WORDS or not SENTENCE_END.match(tokens.gaps[first + 1]):
        return False
    word, after = tokens.words[first], tokens.words[first + 1].lower()
    whole = len(word) > LONGEST_ABBREVIATION and word[-1] not in _ENDS_OF_ABBREVIATIONS  # `Amer. Journal`
    return whole and after in _NAMES_OF_JOURNALS


def _is_title(tokens: Tokens, first: int, i: int, end: int) -> bool:
    """Whether the words before a full stop are a title and not the abbreviated name of a journal: `Phys. Lett. B.`"""
    if tokens.gaps[i].strip()[:1] != ".":
        return True
    words = tokens.words[first:i]
    running = sum(_is_running(word) for word in words)
    if any("." in gap for gap in tokens.gaps[first + 1 : i]):
        return running > 1
    after = tokens.words[i].lower()
    journal = i < end and len(after) > LONGEST_ABBREVIATION and "j" in word_classes(after)
    return running > 0 or len(words) > LONGEST_ABBREVIATION or journal


def _is_running(word: str) -> bool:
    """A word without a capital; a script without capitals has shorter words."""
    least = LONGEST_ABBREVIATION if word.upper() != word else 1
    return len(word) > least and word == word.lower() and not word[0].isdigit()


def _quotation_at(gap: str) -> bool:
    """Whether a quotation ends or begins between two words."""
    return _QUOTATION_END.search(gap) is not None or _QUOTATION.search(gap) is not None


def _journal_from(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the words after a comma are a known journal's name or begin with a word such as "Journal"."""
    if tokens.gaps[i].strip() not in _COMMAS:
        return False
    lowers = [word.lower() for word in tokens.words[i:end]]
    return phrases().get(" ".join(lowers)) == "j" or (len(lowers) > 1 and "j" in word_classes(lowers[0]))


def _last_source_only(labels: list[str]) -> None:
    """Of several runs before the volume the last is the source; one beside the title is part of the title."""
    volume = next(i for i, label in enumerate(labels) if label in _NUMBERED)
    runs = [run for run in runs_of(labels, "source") if run[0] < volume]
    for start, end in runs[:-1]:
        before = labels[start - 1] if start else ""
        if before == "title" or labels[end] == "title":
            labels[start:end] = ["title"] * (end - start)


def _start_source_at_question(tokens: Tokens, labels: list[str]) -> None:
    """`… for a rethink?. Journal`: what comes after such a sign and before the source is the source, too."""
    for start, end in runs_of(labels, "title"):
        if end < len(labels) and labels[end] == "source":
            place = next((i for i in range(start + 1, end) if tokens.gaps[i].strip() in _QUESTION_ENDS), None)
            if place is not None:
                labels[place:end] = ["source"] * (end - place)


def _start_source_at_sentence(tokens: Tokens, labels: list[str]) -> None:
    """A source does not begin in the middle of a sentence: up to the next full stop it is still the title."""
    for start, end in runs_of(labels, "source"):
        start = _after_lone_word(tokens, labels, start)
        if not start or labels[start - 1] != "title":
            continue
        stops = [i for i in range(start + 1, end) if SENTENCE_END.match(tokens.gaps[i])]
        gap = tokens.gaps[start].strip()
        small = tokens.words[start].islower() and gap in ('"', "”", "»", "’", "'")
        if stops and (not gap or small or (gap in _WEAK and not _is_journal(tokens, start, end, stops[0]))):
            stop = next((i for i in stops if ends_sentence(tokens, i)), None)
            if stop is not None:
                labels[start:stop] = ["title"] * (stop - start)
        return


def _after_lone_word(tokens: Tokens, labels: list[str], start: int) -> int:
    """Where the words after the title begin: with a small word between the title and the source, if one has no label."""
    alone = start > 1 and labels[start - 1] == "O" and labels[start - 2] == "title"
    small = alone and tokens.words[start - 1].islower() and not tokens.gaps[start].strip()
    return start - 1 if small and "." not in tokens.gaps[start - 1] else start


def _start_source_at_comma(tokens: Tokens, labels: list[str]) -> None:
    """`… of state, Nucl. Phys. B`: abbreviated words after the last comma of the title begin the name of a known journal."""
    for start, end in runs_of(labels, "source"):
        place = start
        while place > 1 and labels[place - 1] == "title" and tokens.gaps[place].strip() == ".":
            if not is_abbreviation(tokens.words[place - 1]) or not tokens.words[place - 1][0].isupper():
                break
            place -= 1
        after_comma = 0 < start - place <= _MOST_CUT and tokens.gaps[place].strip() in _COMMAS
        if after_comma and " ".join([word.lower() for word in tokens.words[place:end]]) in phrases():
            labels[place:start] = ["source"] * (start - place)


def _is_journal(tokens: Tokens, start: int, end: int, stop: int) -> bool:
    """Whether the words are a known journal's name, or begin with words of one: `Comput. Phys.`"""
    lowers = [word.lower() for word in tokens.words[start:end]]
    if stop - start >= _LEAST_OF_PLACES and any(gap.strip() in _COMMAS for gap in tokens.gaps[start + 1 : stop]):
        return False  # `…, Município de Belo Horizonte, Minas Gerais, Brasil. Cad Saude Publica`
    begins = any("j" in word_classes(word) for word in lowers[: stop - start])
    return begins or " ".join(lowers) in phrases() or any("." in gap for gap in tokens.gaps[start:stop])
