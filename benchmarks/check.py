"""Times `jats check` for many article files and three services: with one process, with two, and again with `--cache`.

Run: python benchmarks/check.py [ARTICLES]. The articles are those of `benchmarks/build.py`, with 30 references each.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

build = import_module("build")  # the script beside this one
TARGETS = ("--target", "pmc", "--target", "crossref", "--target", "doaj")


def seconds(folder: Path, *arguments: str) -> float:
    """The time of one whole call."""
    command = [sys.executable, "-m", "jats", "check", "articles", *TARGETS, *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


def main() -> None:
    """Print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        build.write_yaml(build.JOURNAL, folder / "journal.yaml")
        for number in range(1, count + 1):
            build.write_yaml(build.Invented(number).article(), folder / "articles" / f"{number:04}.yaml")
        one, two = seconds(folder), seconds(folder, "--jobs", "2")
        seconds(folder, "--jobs", "2", "--cache-dir", "kept")
        again = seconds(folder, "--jobs", "2", "--cache-dir", "kept")
    print(f"{count} articles of 30 references, three services")
    for label, took in (("one process", one), ("two processes", two), ("two processes, nothing changed", again)):
        print(f"  {label:<32} {took:6.1f} s  {1000 * took / count:6.1f} ms an article")


if __name__ == "__main__":
    main()
