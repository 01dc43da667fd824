"""All that the model is trained on, in one deterministic order."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from training.corpus import read_labelled
from training.examples import Example
from training.real import kind_of_fields, work_from
from training.synthetic import invented, rerendered

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = 20
"""A word that is in more labelled references than this is anybody's."""


def rare_words(page: str, labelled: Iterable[Example]) -> frozenset[str]:
    """Words of a page that are rare elsewhere: no training text may hold one of them, so that the page stays unseen."""
    wanted = {word.lower() for word in _WORD.findall(page)}
    seen: Counter[str] = Counter()
    for example in labelled:
        seen.update(wanted & {word.lower() for word in _WORD.findall(example.text)})
    return frozenset(word for word in wanted if seen[word] <= _COMMON)


def without(examples: Iterable[Example], words: frozenset[str]) -> Iterator[Example]:
    """The examples that hold none of the words."""
    for example in examples:
        if words.isdisjoint(word.lower() for word in _WORD.findall(example.text)):
            yield example


def printed_again(refs: Path, labelled: Iterable[Example], seed: int) -> Iterator[Example]:
    """The works of labelled and of structured references in other styles."""
    random = Random(seed)  # noqa: S311
    rows = [(dict(one.fields), one.lang, one.group) for one in labelled if one.clean and random.random() < 0.35]
    with (refs / "structured.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            rows.append((row["fields"], row.get("lang_guess", "en"), row["journal"]))
    works, kinds, groups = [], [], []
    for fields, lang, group in rows:
        kind = kind_of_fields(fields)
        if kind is not None:
            works.append(work_from(fields, lang, random))
            kinds.append(kind)
            groups.append(group)
    return rerendered(works, kinds, groups, seed)


def training_examples(refs: Path, page: str, parts: frozenset[str], number: int, seed: int = 1) -> list[Example]:
    """Labelled references of those parts, the same works in other styles, and that many invented ones; no rare word of `page`."""
    labelled = [example for example in read_labelled(refs) if example.origin in parts]
    rare = rare_words(page, labelled)
    every = [*labelled, *printed_again(refs, labelled, seed), *invented(number, seed)]
    return list(without(every, rare))
