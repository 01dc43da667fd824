"""The pages of this room's codes: each Wrong gives its code, each Right does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.checking.codes import pages
from tests.checking.journals import CLEAN, checked, for_targets, journal
from tests.rules.host import place


def codes(example: str, folder: Path) -> list[str]:
    """What is found in an example: fields of an article file, or XML in a clean article for PMC."""
    if example.startswith("<"):
        text, name = place(example, "pmc").decode(), "a.xml"
    else:
        fields = {line.partition(":")[0] for line in example.splitlines() if not line.startswith("#")}
        rest = [line for line in CLEAN.splitlines() if line.partition(":")[0] not in fields]
        text, name = "\n".join([*rest, example, ""]), journal(folder)
    return [finding.code for finding in checked(text, name, for_targets("pmc")).result.findings]


OF_A_FOLDER = {"CHK003"}
"""Codes whose examples are commands; tests/checking/test_beside.py runs them."""


@pytest.mark.parametrize("code", sorted(pages().keys() - OF_A_FOLDER))
def test_the_pages_examples_do_what_they_say(code: str, tmp_path: Path) -> None:
    page = pages()[code]
    assert code in codes(page.wrong, tmp_path)
    assert code not in codes(page.right, tmp_path)
