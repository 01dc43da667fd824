"""Corrected references, as `jats refs` writes them: the corrected values are looked up in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jats.citations.adapted import Reads
from jats.citations.fields import Fields, fields_of
from jats.citations.parse import LONGEST, parse

MOST = 5_000
"""References that are learned from; more say nothing new of one journal."""
_PEOPLE = {"authors": "author", "editors": "editor", "translators": "translator"}
_PARTS = ("surname", "given", "suffix")
_LOOKED_UP = (
    "year", "article_title", "chapter_title", "trans_title", "source", "trans_source", "series", "volume", "issue", "supplement",
    "fpage", "lpage", "elocation", "edition", "publisher", "publisher_loc", "conf_name", "conf_loc", "collab", "degree", "size",
    "number", "doi", "url", "pmid", "pmcid", "arxiv", "isbn", "issn",
)  # fmt: skip
"""Fields whose values a person may correct; the rest is taken as the shipped model reads it."""
_BLANKS = re.compile(r"\s+")

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reference that a person has looked over: its text, the labelled characters, the values."""

    text: str
    spans: tuple[Span, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that cannot be learned from, and why."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class CorrectedReference:
    """One reference of a file of corrections."""

    line: int
    text: str
    fields: Mapping[str, Any]


def rows_of_json(text: str) -> Iterator[CorrectedReference | Refused]:
    """The references of JSON lines; each has `text` and `fields`."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(number, line)


def _row(number: int, line: str) -> CorrectedReference | Refused:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Refused(number, "is not JSON")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("fields"), dict):
        return Refused(number, "has no text and fields, as 'jats refs --to jsonl' writes them")
    return CorrectedReference(number, row["text"], row["fields"])


def read_corrected(rows: Iterable[CorrectedReference | Refused], base: Reads) -> tuple[list[Corrected], list[Refused]]:
    """What can be learned from, and what cannot."""
    made: list[Corrected] = []
    refused: list[Refused] = []
    for row in rows:
        if len(made) >= MOST:
            refused.append(Refused(row.line, f"only the first {MOST} references are learned from"))
            break
        if isinstance(row, Refused):
            refused.append(row)
            continue
        found = align(_BLANKS.sub(" ", row.text).strip()[:LONGEST], row.fields, base)
        if isinstance(found, str):
            refused.append(Refused(row.line, found))
        else:
            made.append(found)
    return made, refused


def align(text: str, fields: Mapping[str, Any], base: Reads) -> Corrected | str:
    """The reference with its values found in the text; the reason if one of them is not there."""
    read = parse(text, base)
    taken: list[Span] = []
    for label, value in _values(fields):
        place = _find(text, value, label, taken, read.spans)
        if place is None:
            return f"{label} {value[:60]!r} is not in the text of the reference"
        taken.append((*place, label))
    rest = [(span.start, span.end, span.label) for span in read.spans if not _is_looked_up(span.label)]
    taken += [span for span in rest if not any(_overlap(span, other) for other in taken)]
    spans = tuple(sorted(taken))
    return Corrected(text, spans, _fields(text, spans))


def _fields(text: str, spans: Sequence[Span]) -> Fields:
    from jats.citations.spans import Span as Marked

    return fields_of(text, [Marked(*span) for span in spans])


def _is_looked_up(label: str) -> bool:
    return label in _LOOKED_UP or label.partition("_")[0] in _PEOPLE.values()


def _values(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each value with its label, people first, in the order of their list."""
    for name, role in _PEOPLE.items():
        people = fields.get(name)
        for person in people if isinstance(people, list) else []:
            if isinstance(person, dict):
                yield from ((f"{role}_{part}", str(person[part])) for part in _PARTS if person.get(part))
    for label in _LOOKED_UP:
        value = fields.get(label)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, (str, int)) and str(one).strip():
                yield label, _BLANKS.sub(" ", str(one)).strip()


def _find(text: str, value: str, label: str, taken: Sequence[Span], read: Sequence[Any]) -> tuple[int, int] | None:
    """Where a value is: at the place that the shipped model gave it, else at the first free one, in any case of letters."""
    for span in read:
        if (
            span.label == label
            and span.of(text) == value
            and not any(_overlap((span.start, span.end, ""), one) for one in taken)
        ):
            return span.start, span.end
    for there, wanted in ((text, value), (text.lower(), value.lower())):
        for start in _starts(there, wanted):
            end = start + len(wanted)
            if not any(_overlap((start, end, ""), one) for one in taken):
                return start, end
    if label == "lpage" and len(value) > 1:  # 766 may be printed as 754–66
        return _find(text, value[1:], label, taken, read)
    return None


def _starts(text: str, value: str) -> Iterator[int]:
    """Where a value begins as a word of its own, the first places first."""
    for found in re.finditer(rf"(?<![^\W_]){re.escape(value)}(?![^\W_])", text):
        yield found.start()


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
