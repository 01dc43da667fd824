"""Pages that the code writes are as the code writes them, and nothing that a person can ask for is without its section."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.make import PAGES
from jats.cli.main import COMMANDS
from jats.messages.explanations import all_explanations
from jats.reports.formats import FORMATS
from jats.rules.engine.targets import TARGETS


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_the_code_writes_it(root: Path, name: str) -> None:
    assert (root / name).read_text(encoding="utf-8") == PAGES[name](), "run: just docs"


def headings(root: Path, name: str) -> set[str]:
    return set(re.findall(r"^#+ (.+)$", (root / name).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_command_has_its_section(root: Path) -> None:
    assert {f"`jats {name}`" for name in COMMANDS} <= headings(root, "docs/cli.md")


def test_every_code_has_its_section(root: Path) -> None:
    assert set(all_explanations()) <= headings(root, "docs/rules.md")


def test_every_service_has_its_section(root: Path) -> None:
    assert {f"{target.title} (`{name}`)" for name, target in TARGETS.items()} <= headings(root, "docs/rules.md")


def test_every_format_of_reports_is_explained(root: Path) -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", (root / "docs/editors/reports.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} >= set(FORMATS)
