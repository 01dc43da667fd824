"""All that the model is trained on, in one deterministic order."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from training.corpus import read_labelled
from training.examples import Example
from training.real import kind_of_fields, work_from
from training.synthetic import invented, rerendered

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = 20
"""A word that is in more labelled references than this is anybody's."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What to train on: the folder of references, the page to leave unseen, the parts, how many invented references.

    References of the journals `left_out` are not read.
    """

    refs: Path
    page: str
    parts: frozenset[str]
    invented: int
    left_out: frozenset[str] = frozenset()
    seed: int = 1


def held_out() -> dict[str, str]:
    """The journals of the blind test, and why each is one: `publisher` or `journal`."""
    found = {}
    for line in (Path(__file__).parent / "held_out.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            why, _, journal = line.partition(" | ")
            found[journal] = why
    return found


def words_in(text: str) -> set[str]:
    """The words of four letters or more, in lower case."""
    return {word.lower() for word in _WORD.findall(text)}


def rare_words(page: str, labelled: Iterable[Example]) -> frozenset[str]:
    """Words of a page that are rare elsewhere: no training text may hold one of them, so that the page stays unseen."""
    wanted = words_in(page)
    seen: Counter[str] = Counter()
    for example in labelled:
        seen.update(wanted & words_in(example.text))
    return frozenset(word for word in wanted if seen[word] <= _COMMON)


def without(examples: Iterable[Example], words: frozenset[str]) -> Iterator[Example]:
    """The examples that hold none of the words."""
    for example in examples:
        if words.isdisjoint(words_in(example.text)):
            yield example


def printed_again(sources: Sources, labelled: Iterable[Example]) -> Iterator[Example]:
    """The works of labelled and of structured references in other styles."""
    random = Random(sources.seed)
    rows = [(dict(one.fields), one.lang, one.group) for one in labelled if one.clean and random.random() < 0.6]
    with (sources.refs / "structured.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["journal"] not in sources.left_out:
                rows.append((row["fields"], row.get("lang_guess", "en"), row["journal"]))
    works, kinds, groups = [], [], []
    for fields, lang, group in rows:
        kind = kind_of_fields(fields)
        if kind is not None:
            works.append(work_from(fields, lang, random))
            kinds.append(kind)
            groups.append(group)
    return rerendered(works, kinds, groups, sources.seed)


def read_parts(sources: Sources) -> list[Example]:
    """The finely labelled references of the wanted parts."""
    every = (example for example in read_labelled(sources.refs) if example.origin in sources.parts)
    return [example for example in every if example.group not in sources.left_out]


def training_examples(sources: Sources, labelled: list[Example]) -> list[Example]:
    """Labelled references, the same works in other styles, and invented ones; none with a rare word of the page."""
    every = [*labelled, *printed_again(sources, labelled), *invented(sources.invented, sources.seed)]
    return list(without(every, rare_words(sources.page, labelled)))
