"""Times validating many articles: `jats` against lxml and xmllint with the official DTDs, in one run.

    python benchmarks/validate.py FOLDER       FOLDER: package/schema of the unpacked npm package @jats4r/dtds

The many are 2,000 files: those of the corpus's three commonest variants, again and again; the mixed are its 93 files with a
schema, once. Each contestant is a process of its own, they take turns, and the medians are compared.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from jats.schema import catalog

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
MANY = 2000
ROUNDS = 3
Work = list[tuple[str, str]]
"""Paths of articles, each with the name of its variant."""


def corpus() -> Work:
    """The corpus's files that declare an official DTD and are well-formed."""
    lines = (line.split("\t") for line in (CORPUS / "index.tsv").read_text("utf-8").splitlines()[1:])
    found = ((line[0], catalog.by_public_id(line[3])) for line in lines if line[5] in ("valid", "invalid"))
    return [(str(CORPUS / "articles" / f"{name}.xml"), variant.name) for name, variant in found if variant]


def many() -> Work:
    """MANY files of the three commonest variants."""
    commonest = {name for name, _count in Counter(variant for _path, variant in corpus()).most_common(3)}
    some = [(path, variant) for path, variant in corpus() if variant in commonest]
    return [some[number % len(some)] for number in range(MANY)]


def run_jats(work: Work, jobs: int) -> list[bool]:
    """The whole of `jats validate` but for printing: read, parse, choose, judge, find the DOI, explain what is wrong."""
    from jats.batch import run
    from jats.files.sources import find_sources
    from jats.options import Options

    sources = find_sources([path for path, _variant in work])
    return [result.verdict == "valid" for result in run(sources, Options(jobs=jobs))]


def run_judge(work: Work, judge_after: int | None = None) -> list[bool]:
    """The verdict alone."""
    from jats.schema.judge import Validator
    from jats.xmlio import parse

    judge = Validator(judge_after)
    return [judge.judge_as(parse(Path(path).read_bytes(), path), variant).valid for path, variant in work]


def run_lxml(work: Work, official: Path) -> list[bool]:
    """lxml, each official DTD loaded once; named characters resolved as the document's own DTD would."""
    from jats.xmlio import parse

    dtds: dict[str, etree.DTD] = {}
    verdicts = []
    for path, name in work:
        if name not in dtds:
            dtds[name] = etree.DTD(file=official_file(official, name))
        try:
            tree = etree.parse(path)
        except etree.XMLSyntaxError:
            tree = parse(Path(path).read_bytes(), path).tree
        verdicts.append(dtds[name].validate(tree))
    return verdicts


def run_xmllint(work: Work, official: Path) -> list[bool]:
    """xmllint, one call a variant, times summed."""
    failed: set[str] = set()
    for variant in dict.fromkeys(name for _path, name in work):
        paths = [path for path, name in work if name == variant]
        command = ["xmllint", "--noout", "--nonet", "--dtdvalid", official_file(official, variant), *paths]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        failed |= {path for path in paths if f"Document {path} does not validate" in done.stderr}
    return [path not in failed for path, _variant in work]


def official_file(official: Path, name: str) -> str:
    """The official DTD of a variant."""
    variant = catalog.variant(name)
    return str(official / variant.version / variant.file_name)


def contestants(official: Path) -> dict[str, Callable[[Work], list[bool]]]:
    """The contestants, by name."""
    return {
        "lxml, official DTD": lambda work: run_lxml(work, official),
        "xmllint --dtdvalid": lambda work: run_xmllint(work, official),
        "jats, one process": lambda work: run_jats(work, 1),
        "jats, two processes": lambda work: run_jats(work, 2),
        "jats, verdict alone": run_judge,
        "jats, XSD acceptor": lambda work: run_judge(work, 30),
    }


def compete(official: Path, name: str, which: str) -> None:
    """One contestant's turn; prints its seconds, verdicts and peak memory (of a worker, if it has any) as JSON."""
    work = many() if which == "many" else corpus()
    start = time.perf_counter()
    verdicts = contestants(official)[name](work)
    seconds = time.perf_counter() - start
    for worker in multiprocessing.active_children():
        worker.join()  # the memory of workers is known when they have ended
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu, memory = sum(each.ru_utime + each.ru_stime for each in used), max(each.ru_maxrss for each in used)
    print(json.dumps({"seconds": seconds, "cpu": cpu, "verdicts": verdicts, "megabytes": memory // 1024}))


def turn(official: Path, name: str, which: str) -> dict[str, Any]:
    """A contestant's turn in a process of its own."""
    command = [sys.executable, __file__, str(official), name, which]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def figures(official: Path, which: str, names: list[str], rounds: int) -> None:
    """Print the median times and their ratios to the first two contestants.

    The time on the clock counts; the processor's is shown for machines that have other things to do.
    """
    turns = {name: list[dict[str, Any]]() for name in names}
    for _ in range(rounds):
        for name in names:
            turns[name].append(turn(official, name, which))
    clock = {name: statistics.median(each["seconds"] for each in found) for name, found in turns.items()}
    for name, found in turns.items():
        same = "same verdicts" if found[0]["verdicts"] == turns[names[0]][0]["verdicts"] else "OTHER VERDICTS"
        ratios = "  ".join(f"{clock[other] / clock[name]:5.2f} x {other.split(',')[0]}" for other in names[:2])
        cpu = statistics.median(each["cpu"] for each in found)
        memory = max(each["megabytes"] for each in found)
        print(f"{which:6} {name:20} {clock[name]:7.2f} s  cpu {cpu:7.2f} s  {ratios}  {memory} MB, {same}", flush=True)


def main() -> None:
    """All figures; with a contestant's name and its work, that turn only."""
    official = Path(sys.argv[1])
    if len(sys.argv) == 4:
        compete(official, *sys.argv[2:])
        return
    names = list(contestants(official))
    figures(official, "many", [name for name in names if name != "xmllint --dtdvalid"], ROUNDS)
    figures(official, "many", ["xmllint --dtdvalid", "jats, one process", "jats, two processes"], 1)
    figures(official, "mixed", [name for name in names if name != "jats, XSD acceptor"], ROUNDS)


if __name__ == "__main__":
    main()
