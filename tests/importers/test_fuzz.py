"""No input of any format ends in a traceback, or in silence: there is a draft, or a finding says why not.

`JATS_FUZZ=20000 pytest tests/importers/test_fuzz.py` tries that many.
"""

from __future__ import annotations

import os

import pytest

from jats.findings import Finding
from jats.importers import Source, detect, read_input
from jats.importing import import_articles
from jats.options import Options
from tests.importers.mutants import mutant, seeds

COUNT = int(os.environ.get("JATS_FUZZ", "600"))
WHOLE_WAY = 10
"""One input of so many goes the whole way to JATS and to an article file."""


def test_every_seed_is_of_a_format() -> None:
    formats = {detected.importer.name for name, data in seeds() if (detected := detect(Source(name, data)))}
    assert len(formats) >= len(seeds()) - 1


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, COUNT, 100))
def test_mutants_give_drafts_or_findings(start: int) -> None:
    formats = [detected.importer.name for name, data in seeds() if (detected := detect(Source(name, data)))]
    for number in range(start, start + 100):
        name, data = mutant(number)
        chosen = formats[number % len(formats)] if number % 3 else None
        findings: list[Finding] = []
        drafts = read_input(Source(name, data), findings.append, chosen)
        assert drafts or findings, f"mutant({number})"
        if number % WHOLE_WAY == 0:
            for article in import_articles(data, name, Options(input_format=chosen)):
                assert article.yaml or article.findings, f"mutant({number})"
