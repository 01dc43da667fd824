"""Times all rules of all targets on real articles, against the DTD's validation, and lists the ten slowest rules.

Run: python benchmarks/rules.py FOLDER-OF-ARTICLES. Bar: at most 2 times the DTD's time, in one pass over the folder with each
variant loaded once, as a batch does it; parsing and loading are counted in neither. libxml2 builds the automaton of a content
model when it first meets the element, which is most of the DTD's time in such a pass; the time after that is printed beside it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from io import BytesIO
from pathlib import Path

from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import SERVICES
from jats.rules.engine.walk import judge, run_rules
from jats.schema.catalog import dtd_bytes
from jats.schema.choose import choose
from jats.xmlio import MalformedXml, ParsedXml, parse

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles"
BAR = 2.0
PASSES = 3


def articles(folder: Path) -> list[tuple[ParsedXml, str]]:
    """The articles that a known schema judges, parsed afresh, with its name."""
    found = []
    for path in sorted(folder.glob("*.xml")):
        try:
            parsed = parse(path.read_bytes(), path.name)
        except MalformedXml:
            continue
        if schema := choose(parsed).schema:
            found.append((parsed, schema))
    return found


def dtd_passes(folder: Path) -> tuple[float, float]:
    """Milliseconds an article for the first and for a second pass with the same loaded DTDs; the best of several tries."""
    first, second = [], []
    for _ in range(PASSES):
        judged = articles(folder)
        loaded = {schema: etree.DTD(BytesIO(dtd_bytes(schema))) for _, schema in judged}
        first.append(_timed_validation(judged, loaded))
        second.append(_timed_validation(articles(folder), loaded))
    return min(first), min(second)


def _timed_validation(judged: list[tuple[ParsedXml, str]], loaded: dict[str, etree.DTD]) -> float:
    start = time.perf_counter()
    for parsed, schema in judged:
        loaded[schema].validate(parsed.tree)
    return (time.perf_counter() - start) * 1000 / len(judged)


def rules_pass(folder: Path) -> float:
    """Milliseconds an article for all rules of all targets; the best of several passes over fresh trees."""
    passes = []
    for _ in range(PASSES):
        judged = articles(folder)
        start = time.perf_counter()
        for parsed, _ in judged:
            run_rules(parsed.root, SERVICES)
        passes.append((time.perf_counter() - start) * 1000 / len(judged))
    return min(passes)


def dearest(folder: Path) -> list[tuple[str, float]]:
    """The ten rules that take most milliseconds an article, on papers whose groups are there already."""
    judged, costs = articles(folder)[::3], Counter[str]()
    for parsed, _ in judged:
        paper = RuleContext(parsed.root)
        judge(paper, load_rules(), SERVICES)
        for rule in load_rules():
            start = time.perf_counter_ns()
            judge(paper, (rule,), SERVICES)
            costs[rule.code] += time.perf_counter_ns() - start
    return [(code, cost / 1e6 / len(judged)) for code, cost in costs.most_common(10)]


def main() -> int:
    """Print the figures; the exit code says whether the bar is met."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    judged = articles(folder)
    if not judged:
        sys.exit(f"{folder} has no articles")
    size = sum(len(parsed.data) for parsed, _ in judged) / len(judged) / 1000
    (dtd, warm), rules = dtd_passes(folder), rules_pass(folder)
    print(f"{len(judged)} articles of {size:.0f} KB, {len(load_rules())} rules")
    print(
        f"DTD {dtd:.2f} ms ({warm:.2f} with its automata built), rules {rules:.2f} ms: {rules / dtd:.2f} times (bar {BAR})"
    )
    for code, cost in dearest(folder):
        print(f"  {code}  {cost:.3f} ms")
    return 0 if rules <= BAR * dtd else 1


if __name__ == "__main__":
    sys.exit(main())
