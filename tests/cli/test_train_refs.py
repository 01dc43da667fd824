"""`jats train-refs` on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.citations.test_adapted import odd_references

pytestmark = pytest.mark.slow


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jats", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, encoding="utf-8")


def test_the_model_is_written_beside_the_journals_file_and_used(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "journal.yaml").write_text("title: Journal of Tides\n", encoding="utf-8")
    inner = tmp_path / "lists"
    inner.mkdir()
    lines = [json.dumps(row) for row in odd_references(40)]
    (inner / "corrected.jsonl").write_text("\n".join([*lines, "nonsense"]), encoding="utf-8")
    done = run(inner, "train-refs", "corrected.jsonl")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("40 references\nbefore: ")
    assert "corrected.jsonl:41: left out: is not JSON" in done.stderr
    assert (tmp_path / "references.model").is_file()
    row = odd_references(1, seed=5)[0]
    (inner / "list.txt").write_text(row["text"] + "\n", encoding="utf-8")
    read = json.loads(run(inner, "refs", "list.txt", "--to", "jsonl").stdout)
    assert read["fields"]["volume"] == row["fields"]["volume"]


def test_corrected_yaml_is_learnt_from(tmp_path: Path) -> None:
    works = []
    for row in odd_references(30):
        fields = row["fields"]
        pages = {"first": fields["fpage"], "last": fields["lpage"]}
        works.append(
            {"text": row["text"], "type": "journal", "authors": fields["authors"], "title": fields["article_title"],
             "source": fields["source"], "date": fields["year"], "volume": fields["volume"], "pages": pages}
        )  # fmt: skip
    (tmp_path / "corrected.yaml").write_text(yaml.safe_dump({"references": works}), encoding="utf-8")
    done = run(tmp_path, "train-refs", "corrected.yaml", "-o", "own.model")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("30 references\n")
    assert (tmp_path / "own.model").is_file()


def test_too_few_references_and_no_journal_are_one_line(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "few.jsonl").write_text(json.dumps(odd_references(1)[0]), encoding="utf-8")
    done = run(tmp_path, "train-refs", "few.jsonl", "-o", "own.model")
    assert (done.returncode, done.stderr) == (
        2,
        "jats: few.jsonl has 1 references to learn from: correct at least 10\n",
    )
    done = run(tmp_path, "train-refs", "few.jsonl")
    assert done.returncode == 2
    assert "no journal.yaml" in done.stderr
