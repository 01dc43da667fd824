"""Every code of the importers: its wrong example is found by it, its right one is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jats.importers.codes import pages
from jats.options import Options
from jats.pipeline import build_articles

HEADER = re.compile(r"# (?P<name>[\w.-]+)(?:, saved as (?P<encoding>[\w-]+))?.*")
NOT_AS_TEXT = frozenset(("IMP008", "IMP009"))
"""Codes whose examples are not texts; the tests of their formats give them."""

EXAMPLES = [
    (code, page.wrong, page.right)
    for code, page in pages().items()
    if code.startswith("IMP0") and code not in NOT_AS_TEXT
]


def codes_of(example: str, folder: Path) -> set[str]:
    header, _, text = example.partition("\n")
    match = HEADER.fullmatch(header)
    assert match is not None, example
    data = text.encode(match["encoding"] or "utf-8")
    if "�" in text:
        data = data.replace("�".encode(), b"\xd0")
    name = str(folder / match["name"])
    return {finding.code for built in build_articles(data, name, Options()) for finding in built.findings}


@pytest.mark.parametrize(("code", "wrong", "right"), EXAMPLES, ids=[code for code, _, _ in EXAMPLES])
def test_the_wrong_example_has_the_code_and_the_right_one_not(
    code: str, wrong: str, right: str, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    assert code in codes_of(wrong, tmp_path)
    assert not any(found.startswith("IMP") for found in codes_of(right, tmp_path))
