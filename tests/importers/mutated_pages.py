"""Pages that are damaged, shuffled, cut, glued or in a wrong encoding: each of them must be read without an exception.

    python -m tests.importers.mutated_pages 20000

reads that many of them, and reports the seeds that fail.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from pathlib import Path

from jats.importers import Source, read_input

PAGES = sorted((Path(__file__).parent / "pages").glob("*/page.txt"))
_SIGNS = "\t\u00a0\u200b\ufeff\u00ad\u202e*†¹²(),.;:—–-/|#@<>&{}[]\"'\\0123456789"
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "cp1251", "cp1250", "koi8_u", "cp866", "utf-16", "latin-1")


def mutated_page(seed: int) -> bytes:
    """The page of a seed: one or two of ours, with some damage."""
    chance = random.Random(seed)  # noqa: S311
    lines = chance.choice(PAGES).read_text("utf-8").split("\n")
    for _ in range(chance.randint(1, 6)):
        lines = chance.choice(_DAMAGES)(lines, chance) or [""]
    data = "\n".join(lines).encode(chance.choice(_ENCODINGS), "replace")
    if chance.random() < 0.1:
        data = data[: chance.randrange(len(data) + 1)]
    return data


def _shuffle(lines: list[str], chance: random.Random) -> list[str]:
    start = chance.randrange(len(lines))
    part = lines[start : start + chance.randint(2, 12)]
    chance.shuffle(part)
    return [*lines[:start], *part, *lines[start + len(part) :]]


def _drop(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines if chance.random() > 0.15]


def _repeat(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines for _ in range(1 if chance.random() > 0.1 else chance.randint(2, 4))]


def _glue(lines: list[str], chance: random.Random) -> list[str]:
    made: list[str] = []
    for line in lines:
        if made and chance.random() < 0.2:
            made[-1] += chance.choice(("", " ", "; ", ", ")) + line
        else:
            made.append(line)
    return made


def _wrap(lines: list[str], chance: random.Random) -> list[str]:
    width = chance.randint(5, 90)
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def _sprinkle(lines: list[str], chance: random.Random) -> list[str]:
    made = []
    for line in lines:
        if line and chance.random() < 0.3:
            at = chance.randrange(len(line))
            line = line[:at] + chance.choice(_SIGNS) * chance.randint(1, 3) + line[at + chance.randint(0, 2) :]
        made.append(line)
    return made


def _mix(lines: list[str], chance: random.Random) -> list[str]:
    others = chance.choice(PAGES).read_text("utf-8").split("\n")
    at = chance.randrange(len(lines))
    return [*lines[:at], *others[chance.randrange(len(others)) :][:20], *lines[at:]]


def _case(lines: list[str], chance: random.Random) -> list[str]:
    return [line.upper() if chance.random() < 0.3 else line for line in lines]


def _long(lines: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(lines))
    return [*lines[:at], lines[at] * chance.randint(10, 200), *lines[at + 1 :]]


def _blank(lines: list[str], chance: random.Random) -> list[str]:
    return [
        line
        for each in lines
        for line in ((each, "") if chance.random() < 0.3 else (each,))
        if line or chance.random() < 0.8
    ]


_DAMAGES = (_shuffle, _drop, _repeat, _glue, _wrap, _sprinkle, _mix, _case, _long, _blank)


def main() -> int:
    """Read as many pages as the command line says; the number of failures is the exit code."""
    number, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    failed, slowest = 0, (0.0, 0)
    for seed in range(first, first + number):
        started = time.process_time()
        try:
            read_input(Source("page.txt", mutated_page(seed)), lambda _: None, "text")
        except Exception:  # noqa: BLE001 - every one is a defect
            failed += 1
            sys.stdout.write(f"seed {seed}\n{traceback.format_exc(limit=-3)}\n")
        slowest = max(slowest, (time.process_time() - started, seed))
    sys.stdout.write(f"{number} pages, {failed} failed; the slowest took {slowest[0]:.2f} s (seed {slowest[1]})\n")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
