"""The tables of words that readers need, as sets of words in small letters without full stops."""

from __future__ import annotations

from functools import cache

from jats.vocab.tables import rows


def key(word: str) -> str:
    """A word as the tables have it: small letters, no full stops, single blanks; typographic apostrophes become straight."""
    small = word.casefold().replace("’", "'").replace("ʼ", "'")
    return " ".join(small.replace(".", " ").split())


@cache
def words(table: str, kind: str = "") -> frozenset[str]:
    """All words of a table, or of its rows whose first field begins with `kind`."""
    some = (row for row in rows(table) if row[0].startswith(kind))
    return frozenset(key(word) for row in some for field in row[1:] for word in field.split(";") if key(word))


@cache
def spoken(table: str) -> tuple[str, ...]:
    """The phrases of a table as printed, in small letters with their full stops, the longest first."""
    found = {word.strip() for row in rows(table) for field in row[1:] for word in field.split(";")}
    return tuple(sorted((word for word in found if word), key=lambda word: (-len(word), word)))


@cache
def stems(table: str) -> tuple[str, ...]:
    """The beginnings of words that a table marks with `*`."""
    return tuple(sorted(word[:-1] for word in words(table) if word.endswith("*")))


@cache
def languages_of(table: str, word: str) -> frozenset[str]:
    """The languages in whose row of a table a word is."""
    return frozenset(
        row[0].split()[-1]
        for row in rows(table)
        if key(word) in {key(each) for field in row[1:] for each in field.split(";")}
    )


@cache
def listed(table: str, row: str) -> frozenset[str]:
    """The words of one row that are parted by blanks, as they are."""
    return frozenset(word for fields in rows(table) if fields[0] == row for word in fields[1].split())
