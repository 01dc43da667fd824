"""The tables of words in `jats/data/importers` for pages."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_FOLDER = files("jats.data") / "importers"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as tuples of fields, parted by bars; lines that start with # are remarks."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(part.strip() for part in line.split("|")) for line in lines if line.strip() and line[0] != "#")


def folded(text: str) -> str:
    """A text as tables have it: small letters, single blanks, straight apostrophes."""
    small = (
        text.lower()
        .replace("i̇", "i")
        .replace("’", "'")
        .replace("ʼ", "'")
        .replace("‘", "'")
        .replace("ʻ", "'")
        .replace("`", "'")
    )
    return " ".join(small.split())


@cache
def phrases(name: str, kind: str) -> frozenset[str]:
    """The phrases of a table's rows of one kind."""
    return frozenset(
        folded(phrase) for row in rows(name) if row[0] == kind for phrase in row[1].split(";") if phrase.strip()
    )


@cache
def people_words(kind: str) -> re.Pattern[str]:
    """Words beside names, of one kind, as a pattern that matches at the start of a word."""
    words = sorted(phrases("page_people_words", kind), key=lambda word: (-len(word), word))
    forms = [_form(word) for word in words]
    dense = [form for form in forms if form[:1] > "\u2e80"]
    spaced = [form for form in forms if form[:1] <= "\u2e80"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})" + (f"|{'|'.join(dense)}" if dense else ""), re.IGNORECASE)


@cache
def _compounds() -> re.Pattern[str]:
    words = [word.strip("*") for word in phrases("page_people_words", "whole") if word.startswith("*")]
    return re.compile(rf"[^\W\d_]{{3,}}(?:{'|'.join(map(re.escape, sorted(words)))})", re.IGNORECASE)


def is_compound(word: str) -> bool:
    """Whether a word names an institution by its last part: `Fjordmuseet`."""
    return _compounds().fullmatch(word) is not None


def _form(word: str) -> str:
    start = r"\w*" if word.startswith("*") else ""
    bare = word.strip("*")
    return start + (re.escape(bare) + r"\w*" if word.endswith("*") else _whole(bare))


def _whole(word: str) -> str:
    return re.escape(word) + (r"(?!\w)" if word[-1].isalnum() and word[-1] < "\u2e80" else "")
