"""A reference whose parts are known, whatever file it came from."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from jats.citations.tokens import Tokens

OUTSIDE = "O"

LABELS = {
    "author_surname": "surname", "author_given": "given", "author_prefix": "surname", "author_suffix": "suffix",
    "editor_surname": "esurname", "editor_given": "egiven", "editor_suffix": "suffix", "editor_collab": "collab",
    "translator_surname": "esurname", "translator_given": "egiven", "translator_suffix": "suffix",
    "collab": "collab", "etal": "etal", "year": "year", "month": "month", "day": "month", "season": "month",
    "article_title": "title", "chapter_title": "title", "trans_title": "title", "issue_title": "source",
    "source": "source", "trans_source": "source", "conf_name": "conference", "conf_loc": "place", "conf_date": "month",
    "volume": "volume", "issue": "issue", "supplement": "supplement", "fpage": "fpage", "elocation": "fpage", "lpage": "lpage",
    "size": "size", "publisher": "publisher", "publisher_loc": "place", "edition": "edition", "series": "series",
    "institution": "publisher", "date_in_citation": "accessed", "lang": "language", "medium": "medium", "status": "status",
    "degree": "degree", "number": "number", "comment": "comment",
    "doi": "id", "url": "id", "pmid": "id", "pmcid": "id", "arxiv": "id", "isbn": "id", "issn": "id",
}  # fmt: skip
"""The labels of the data → those of the model."""


@dataclass(frozen=True, slots=True)
class Example:
    """One reference: its text, the labelled spans, what it is, where it is from (`group` is never split)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    type: str
    group: str
    origin: str
    clean: bool = True
    fields: dict[str, object] = field(default_factory=dict)
    lang: str = ""


def labels_of(example: Example, tokens: Tokens) -> list[str]:
    """The model's label of every word: that of the span that holds the word's middle."""
    starts = [span[0] for span in example.spans]
    found = []
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        middle = (start + end - 1) // 2
        index = bisect_left(starts, middle + 1) - 1
        label = OUTSIDE
        if index >= 0 and example.spans[index][0] <= middle < example.spans[index][1]:
            label = LABELS.get(example.spans[index][2], OUTSIDE)
        found.append(label)
    return found
