"""The labelled references of ../shared/refs, read into examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.examples import Example


def read_labelled(folder: Path) -> Iterator[Example]:
    """The references of labelled.jsonl, all parts."""
    with (folder / "labelled.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            spans = tuple((start, end, label) for start, end, label in row["spans"])
            yield Example(
                row["text"], spans, row["publication_type"], row["journal"], row["part"], row["clean"], row["fields"], row["lang_guess"]
            )
