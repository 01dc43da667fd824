"""One file, from the shell to the answer: `jats validate` against `xmllint --dtdvalid`, and the time to the first finding.

    python benchmarks/cold.py --dtds FOLDER        the unpacked npm package @jats4r/dtds (package/schema)

Both are whole processes, run in turn, and the medians are compared. Articles are those of ../shared/corpus.
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from jats.schema.catalog import Variant, by_public_id

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
JATS = [str(Path(sys.executable).with_name("jats")), "validate"]
LIMIT_RATIO, LIMIT_SECONDS = 3.0, 0.6


def main() -> None:
    """Print both figures and whether they hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dtds", type=Path, required=True, help="the folder package/schema of @jats4r/dtds")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    if shutil.which("xmllint") is None:
        sys.exit("xmllint is not installed")
    _cold(arguments.dtds, arguments.runs)
    _first_finding(arguments.runs)


def _cold(dtds: Path, runs: int) -> None:
    ratios = []
    print(f"{'article':32} {'variant':24} {'jats':>8} {'xmllint':>8} {'ratio':>6}")
    for name, variant in _articles("valid"):
        article = str(CORPUS / "articles" / f"{name}.xml")
        xmllint = ["xmllint", "--noout", "--nonet", "--dtdvalid", str(_official(dtds, variant)), article]
        ours, theirs = _medians([[*JATS, article], xmllint], runs)
        ratios.append(ours / theirs)
        print(f"{name:32} {variant.name:24} {ours:8.3f} {theirs:8.3f} {ours / theirs:6.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}, worst {max(ratios):.2f} (limit {LIMIT_RATIO})")


def _first_finding(runs: int) -> None:
    name, _variant = max(_articles("invalid"), key=lambda found: _nearness(found[0]))
    article = CORPUS / "articles" / f"{name}.xml"
    times = [_until_first_line([*JATS, str(article)]) for _ in range(runs)]
    size = article.stat().st_size // 1000
    print(f"first finding of {name} ({size} KB): {statistics.median(times):.3f} s (limit {LIMIT_SECONDS})")


def _articles(verdict: str) -> list[tuple[str, Variant]]:
    """One article of each variant for valid ones, all invalid ones."""
    with (CORPUS / "index.tsv").open(encoding="utf-8") as index:
        rows = [
            row for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE) if row["verdict"] == verdict
        ]
    found = [(row["name"], variant) for row in rows if (variant := by_public_id(row["public_id"]))]
    return list({variant.name: (name, variant) for name, variant in found}.values()) if verdict == "valid" else found


def _official(dtds: Path, variant: Variant) -> Path:
    return next((dtds / variant.version).rglob(variant.file_name))


def _medians(commands: Sequence[Sequence[str]], runs: int) -> list[float]:
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(runs):
        for command, taken in zip(commands, times, strict=True):
            started = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            taken.append(time.perf_counter() - started)
    return [statistics.median(taken) for taken in times]


def _until_first_line(command: Sequence[str]) -> float:
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}) as process:
        if process.stdout is None or " error " not in process.stdout.readline():
            sys.exit(f"no finding: {' '.join(command)}")
        taken = time.perf_counter() - started
        process.stdout.read()
    return taken


def _nearness(name: str) -> float:
    return -abs((CORPUS / "articles" / f"{name}.xml").stat().st_size - 100_000)


if __name__ == "__main__":
    main()
