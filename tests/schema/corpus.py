"""The real articles beside the checkout, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import SHARED

FOLDER = SHARED / "corpus"


@dataclass(frozen=True)
class Article:
    """One line of the corpus's index: its file, the public identifier that it declares, its verdict by that DTD."""

    file: Path
    public_id: str
    verdict: str

    @property
    def name(self) -> str:
        return self.file.stem


def articles(*verdicts: str) -> Iterator[Article]:
    """The articles with one of these verdicts; all without any; none where the corpus is absent."""
    if not FOLDER.is_dir():
        return
    for line in (FOLDER / "index.tsv").read_text("utf-8").splitlines()[1:]:
        name, _journal, _publisher, public_id, _version, verdict = line.split("\t")[:6]
        if not verdicts or verdict in verdicts:
            yield Article(FOLDER / "articles" / f"{name}.xml", public_id.strip("-") and public_id, verdict)
