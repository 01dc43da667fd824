"""Broken inputs of other formats: text pages, web pages, Word files, spreadsheets, exports of platforms, lists of references.

    name, data = import_mutant(seed=1, number=17)

They are made from small files of each format. One mutant depends on its seed and number alone.
"""

from __future__ import annotations

import random
from functools import cache

from benchmarks.article_mutants import SAMPLES
from tests.importers.mutants import SEEDS, changed, seeds

_PAGES = ("pages/*/page.txt", "html/*.html")
_LINES = (
    "a\n",
    "\n",
    "- a\n",
    "References\n",
    "Abstract. ",
    "1. Roe J. 2020. ",
    "@article{",
    "TY  - JOUR\n",
    "<p>",
    "<i>a</i>",
    "a;",
)
_LONGEST = 20_000


def import_mutant(seed: int, number: int) -> tuple[str, bytes]:
    """The name, with the ending of its format, and the bytes of a broken file."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311 - repeatable dice are wanted
    name, data = dice.choice(_files())
    if dice.random() < 0.1:
        lines = dice.choice(_LINES).encode() * dice.randrange(1, 300)
        at = dice.randrange(len(data))
        data = data if data.startswith(b"PK") else data[:at] + lines + data[at:]
    return name, changed(data, dice)


@cache
def _files() -> tuple[tuple[str, bytes], ...]:
    pages = [path for pattern in _PAGES for path in sorted(SEEDS.parent.glob(pattern))]
    pages += [SAMPLES / "05-text-page" / "page.txt", SAMPLES / "07-spreadsheet" / "articles.csv"]
    return (*seeds(), *seeds(), *((path.name, path.read_bytes()[:_LONGEST]) for path in pages))
