"""Rules that others installed are asked when their target is named, and their findings are like ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checking.journals import CLEAN, journal

pytestmark = pytest.mark.slow

HOUSE = '''
from jats.rules.engine.registry import rule

@rule("HOUSE001", on="title-group/article-title", services=("house",))
def full_stop(el):
    """A title ends without a full stop.

    Why: the house's style.
    Wrong: <article-title>On tides</article-title>
    Right: <article-title>On tides.</article-title>
    Source: the house
    """
    if not (el.text or "").endswith("."):
        yield "the title ends without a full stop"
'''


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder in which a plug-in is installed, as pip leaves it."""
    about = tmp_path / "site" / "house_rules-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[jats.rules]\nhouse = house_rules\nbroken = no_such\n", encoding="utf-8")
    (tmp_path / "site" / "house_rules.py").write_text(HOUSE, encoding="utf-8")
    journal(tmp_path, CLEAN)
    return tmp_path


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jats", "check", "articles", *arguments]
    path = {"PYTHONPATH": str(folder / "site"), "PATH": ""}
    return subprocess.run(command, cwd=folder, env=path, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_plugins_rule_is_asked_for_its_target_alone(house: Path) -> None:
    assert "HOUSE001" not in check(house).stdout
    (result,) = json.loads(check(house, "--target", "house", "--format", "json").stdout)
    (finding,) = [each for each in result["findings"] if each["code"] == "HOUSE001"]
    assert (finding["line"], finding["column"], finding["data_path"]) == (4, 8, "title")
    assert finding["services"] == ["house"]


def test_a_plugins_target_gets_a_readiness_report(house: Path) -> None:
    (answer,) = json.loads(check(house, "--target", "house", "--report", "readiness", "--format", "json").stdout)
    assert answer["targets"]["house"]["ready"] is False


def test_a_broken_plugin_is_one_line(house: Path) -> None:
    done = check(house, "--target", "broken")
    assert done.returncode == 2
    assert "can't be loaded" in done.stderr
    assert done.stderr.count("\n") == 1
