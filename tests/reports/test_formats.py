"""The table of formats: each row works, and has its row in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jats.reports.formats import FORMATS
from tests.reports.results import hostile, ordinary, report


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_on_every_run_and_can_be_written_as_utf_8(form: str) -> None:
    text = report(form, [*ordinary(), *hostile()])
    assert text == report(form, [*ordinary(), *hostile()])
    assert text.encode("utf-8")
    assert text.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_writes_control_characters(form: str) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", report(form, hostile()))


def test_every_format_is_documented(root: Path) -> None:
    page = (root / "docs" / "editors" / "reports.md").read_text("utf-8")
    rows = [re.findall(r"`(\w+)`", row.split("|")[1]) for row in page.splitlines() if row.startswith("| `")]
    assert {name for row in rows for name in row} == set(FORMATS)
