"""Broken article files, each with exactly the findings in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.findings import Finding
from jats.options import Options
from jats.pipeline import gated, inherited, read, tidied

CASES = sorted((Path(__file__).parent / "cases" / "broken").iterdir())


def findings_in(folder: Path) -> list[Finding]:
    """What reading, inheriting, tidying and gating say of the folder's article file."""
    findings: list[Finding] = []
    path = next(folder.glob("article.*"))
    draft = read(path.read_bytes(), str(path), findings.append)
    if draft is not None:
        gated(
            tidied(inherited(draft, str(path), Options(), findings.append), Options(), findings.append), findings.append
        )
    return findings


def shown(finding: Finding, folder: Path) -> str:
    """A finding as one line, with the file's name alone."""
    place = str(finding.place).removeprefix(f"{folder}/")
    path = f" {finding.data_path}" if finding.data_path else ""
    return f"{place} {finding.severity.word} {finding.code}{path}: {finding.message}"


@pytest.mark.parametrize("folder", CASES, ids=[case.name for case in CASES])
def test_a_broken_file_has_exactly_its_findings(folder: Path) -> None:
    expected = (folder / "findings.txt").read_text("utf-8")
    assert "".join(shown(finding, folder) + "\n" for finding in findings_in(folder)) == expected


def test_there_are_forty_of_them() -> None:
    assert len(CASES) >= 40
