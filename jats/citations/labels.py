"""The labels of spans → the labels that the model gives to words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from jats.citations.spans import OUTSIDE
from jats.citations.tokens import Tokens

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
"""The labels of spans → those of the model."""


def labels_of_spans(spans: Sequence[tuple[int, int, str]], tokens: Tokens) -> list[str]:
    """The model's label of every word: that of the span that holds the word's middle. The spans are in order."""
    starts = [span[0] for span in spans]
    found = []
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        middle = (start + end - 1) // 2
        index = bisect_left(starts, middle + 1) - 1
        label = OUTSIDE
        if index >= 0 and spans[index][0] <= middle < spans[index][1]:
            label = LABELS.get(spans[index][2], OUTSIDE)
        found.append(label)
    return found
