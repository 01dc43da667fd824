"""Names of journals, publishers and places that labelled references hold, and where each was seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jats.citations.tokens import tokens_of
from training.examples import Example

_LETTERS = {"source": "j", "publisher": "p", "publisher_loc": "l"}
_LONGEST = 10
Seen = dict[str, dict[str, frozenset[str]]]
"""A phrase → the letter of its list → the groups that hold it."""


def phrases_in(examples: Iterable[Example]) -> Seen:
    """All names in the examples that are real references."""
    groups: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for example in examples:
        if example.origin == "invented":
            continue
        for start, end, label in example.spans:
            letter = _LETTERS.get(label)
            if letter is None or (letter == "j" and example.type not in ("journal", "preprint", "")):
                continue
            words = tokens_of(example.text[start:end]).words
            if 0 < len(words) <= _LONGEST and not words[0][0].isdigit():
                groups[" ".join(word.lower() for word in words)][letter].add(example.group)
    return {phrase: {letter: frozenset(seen) for letter, seen in letters.items()} for phrase, letters in groups.items()}


@dataclass(slots=True)
class Elsewhere:
    """The phrases that other groups than one's own hold: what a model sees of a list that was made without the reference."""

    seen: Seen
    group: str = ""

    def get(self, phrase: str) -> str | None:
        """The letter of the list that most other groups have the phrase in."""
        letters = self.seen.get(phrase)
        if letters is None:
            return None
        counts = Counter({letter: len(groups - {self.group}) for letter, groups in letters.items()})
        letter, number = counts.most_common(1)[0]
        return letter if number else None


def listed(seen: Seen) -> list[str]:
    """The lines of the shipped list: letter and phrase, sorted."""
    lines = []
    for phrase, letters in seen.items():
        letter = max(letters, key=lambda one: (len(letters[one]), one))
        lines.append(f"{letter} {phrase}")
    return sorted(lines)
