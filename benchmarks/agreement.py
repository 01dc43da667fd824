"""Measures how well `jats check` agrees with other checkers on a folder of articles: recall and precision, total and by code.

Run: python benchmarks/agreement.py FOLDER [--pmc FILE.xsl] [--jats4r FILE.sch] [--scielo FILE.sch] [--limit N] [--show]

The checkers are third-party files, read from their folders: PMC's style checker (`nlm-stylechecker.xsl`, XSLT 1.0), JATS4R's
Schematron (needs saxonche), SciELO's (`scielo-style-1.10.sch`, in packtools). A finding of either side is a file, an element
and a subject. Subjects come from the sources that our rules' pages name, and from agreement.tsv. An error of theirs is found
if we report anything of that subject at the element, its parent, grandparent or child; an error of ours for the target is
confirmed in the same way, or by a row "right". Codes that neither names are not decided, and are counted apart.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree, isoschematron

from jats.findings import Severity
from jats.options import Options
from jats.results import Verdict
from jats.rules.engine.context import RuleContext
from jats.rules.engine.pages import rule_page
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import rules_for
from jats.rules.engine.walk import judge
from jats.validation.run import validate_bytes
from jats.xmlio import parse

TABLE = Path(__file__).with_suffix(".tsv")
GUIDES = {"pmc": "PMC Style Checker", "jats4r": "JATS4R Schematron", "scielo": "SciELO Publishing Schema"}
GOALS = {"pmc": (0.97, 0.98), "jats4r": (0.97, 0.98), "scielo": (0.90, 0.98)}
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@dataclass(frozen=True, slots=True)
class Said:
    """What a checker says: the test, the XPath of the element, whether it is an error, and its words."""

    test: str
    path: str
    is_error: bool
    words: str


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our findings for the target: its code, the XPath of its element, whether it is an error."""

    code: str
    path: str
    is_error: bool


Checker = Callable[[etree._ElementTree], Iterator[Said]]


def pmc_checker(path: str) -> Checker:
    """PMC's style checker: `error` and `warning` elements stand in a copy of the article, before what they are about."""
    etree.XSLT.set_global_max_depth(20_000)
    sheet = etree.XSLT(etree.parse(path))

    def check(tree: etree._ElementTree) -> Iterator[Said]:
        result = sheet(tree)
        told = list(result.iter("error", "warning"))
        found = [(_parent(each), each.tag == "error", " ".join("".join(each.itertext()).split())) for each in told]
        for each in told:
            _parent(each).remove(each)
        seen = set()
        for parent, is_error, words in found:
            said = Said(words.partition(":")[0].strip(), _below_copy(result.getpath(parent)), is_error, words)
            if said not in seen:
                seen.add(said)
                yield said

    return check


def _parent(told: etree._Element) -> etree._Element:
    parent = told.getparent()
    if parent is None:
        raise ValueError("a finding of the style checker stands outside the article")
    return parent


def _below_copy(path: str) -> str:
    return re.sub(r"^/ERR(?=/)", "", path)


def schematron_checker(path: str) -> Checker:
    """A Schematron in XSLT 1, by lxml; every assertion that fails is an error."""
    tree = etree.parse(path)
    tree.xinclude()
    sheet = isoschematron.Schematron(tree, store_report=True)

    def check(document: etree._ElementTree) -> Iterator[Said]:
        sheet.validate(document)
        pattern = ""
        report = sheet.validation_report
        for each in () if report is None else report.getroot():
            if each.tag == f"{SVRL}active-pattern":
                pattern = each.get("id") or each.get("name") or ""
            elif each.tag in (f"{SVRL}failed-assert", f"{SVRL}successful-report"):
                [element, *_] = document.xpath(each.get("location", "/*"))
                yield Said(pattern, document.getpath(element), True, " ".join("".join(each.itertext()).split()))

    return check


def jats4r_checker(path: str) -> Checker:
    """JATS4R's Schematron by saxonche; a finding's test is the pattern that it is in."""
    from jats.schematron.run import ask_schematron

    def check(tree: etree._ElementTree) -> Iterator[Said]:
        for each in ask_schematron(tree.getroot(), [path]):
            finding = each.finding
            is_error = finding.severity is Severity.ERROR
            yield Said(finding.code, (finding.xml_path or "").partition("/@")[0], is_error, finding.message)

    return check


CHECKERS = {"pmc": pmc_checker, "jats4r": jats4r_checker, "scielo": schematron_checker}


@cache
def subjects(target: str) -> tuple[dict[str, set[str]], set[str], set[str]]:
    """The codes that each test of a checker is about; tests that are noise; codes that are right by another guide."""
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for rule in load_rules():
        # SciELO's guide has a Schematron and rules in Python, of which only the former is asked; its tests are in the table.
        if target != "scielo" and target in rule.services and GUIDES[target] in (source := rule_page(rule).source):
            for word in re.findall(r"[\w.-]{4,}", source):
                codes[word].add(rule.code)
    noise, right = set(), set()
    for line in TABLE.read_text("utf-8").splitlines():
        checker, test, named = line.split("\t") if not line.startswith("#") else ("", "", "")
        if checker == target and named == "noise":
            noise.add(test)
        elif checker == target:
            codes[test] |= set(named.split())
        elif checker == "right" and test == target:
            right |= set(named.split())
    return dict(codes), noise, right


def is_near(one: str, other: str) -> bool:
    """Whether two XPaths are of the same element, or one of them of the other's child, or of a grandchild of theirs."""
    steps, others = one.split("/"), other.split("/")
    if others[: len(steps)] == steps:
        return len(others) - len(steps) <= 1
    return steps[: len(others)] == others and len(steps) - len(others) <= 2


class Tally:
    """What is counted for one checker."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.theirs: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.found_as_error: Counter[str] = Counter()
        self.ours: Counter[str] = Counter()
        self.confirmed: Counter[str] = Counter()
        self.undecided: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, name: str, said: list[Said], ours: list[Ours]) -> None:
        """Compare what both sides found in one article."""
        codes, noise, right = subjects(self.target)
        for one in said:
            if one.is_error and one.test not in noise:
                self._look_for(name, one, ours, codes.get(one.test, set()))
        decided = {code for named in codes.values() for code in named} | right
        for mine in ours:
            if mine.is_error and mine.code not in decided:
                self.undecided[mine.code] += 1
            elif mine.is_error:
                self._confirm(name, mine, said, codes, mine.code in right)

    def _look_for(self, name: str, one: Said, ours: list[Ours], wanted: set[str]) -> None:
        near = [mine for mine in ours if mine.code in wanted and is_near(one.path, mine.path)]
        self.theirs[one.test] += 1
        self.found[one.test] += bool(near)
        self.found_as_error[one.test] += any(mine.is_error for mine in near)
        if not near:
            self.examples.setdefault(f"missed {one.test}", f"{name} {one.path}: {one.words[:160]}")

    def _confirm(self, name: str, mine: Ours, said: list[Said], codes: dict[str, set[str]], right: bool) -> None:
        confirmed = right or any(mine.code in codes.get(one.test, ()) and is_near(one.path, mine.path) for one in said)
        self.ours[mine.code] += 1
        self.confirmed[mine.code] += confirmed
        if not confirmed:
            self.examples.setdefault(f"alone {mine.code}", f"{name} {mine.path}")

    def lines(self, show: bool) -> Iterator[str]:
        """The figures beside the goals, then what is missed and what is ours alone."""
        recall, precision = GOALS[self.target]
        yield f"{self.target}: {sum(self.theirs.values()):,} errors of the checker, {sum(self.ours.values()):,} of ours"
        yield f"  recall              {_share(self.found, self.theirs)}"
        yield f"  recall as error     {_share(self.found_as_error, self.theirs)}   goal {recall}"
        yield f"  precision           {_share(self.confirmed, self.ours)}   goal {precision}"
        yield f"  not decided         {sum(self.undecided.values()):,} errors of {len(self.undecided)} codes"
        for title, part, whole in (("missed", self.found, self.theirs), ("alone", self.confirmed, self.ours)):
            for name, count in sorted(whole.items()):
                if part[name] < count:
                    yield f"  {title} {name}: {count - part[name]} of {count}"
                    if show and f"{title} {name}" in self.examples:
                        yield f"      {self.examples[f'{title} {name}']}"


def _share(part: Counter[str], whole: Counter[str]) -> str:
    if not whole:
        return "–"
    mean = sum(part[name] / count for name, count in whole.items()) / len(whole)
    return f"{sum(part.values()) / sum(whole.values()):.3f} of all, {mean:.3f} as the mean over {len(whole)}"


def our_findings(tree: etree._ElementTree, target: str) -> list[Ours]:
    """What the rules of a target find in an article, with the severity that the target gives it."""
    found = judge(RuleContext(tree.getroot(), None), rules_for((target,)), (target,))
    return [
        Ours(
            each.finding.code, (each.finding.xml_path or "").partition("/@")[0], each.finding.severity is Severity.ERROR
        )
        for each in found
        if target in each.finding.services
    ]


def drawn(folder: Path, limit: int) -> list[Path]:
    """The valid articles of a folder, in an order that is always the same and knows no publisher."""
    paths = sorted(folder.rglob("*.xml"), key=lambda path: hashlib.sha256(path.name.encode()).digest())
    return [path for path in paths if _is_valid(path)][:limit]


def _is_valid(path: Path) -> bool:
    data = path.read_bytes()
    return b"<article" in data and validate_bytes(data, path.name, Options()).verdict is Verdict.VALID


def main() -> None:
    """Read the command line, ask each checker that is given, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for name in CHECKERS:
        parser.add_argument(f"--{name}", metavar="FILE", help=f"where the checker of {name} lies")
    parser.add_argument("--limit", type=int, default=200, help="how many articles at most")
    parser.add_argument("--show", action="store_true", help="an example of each disagreement")
    asked = parser.parse_args()
    checkers = {name: make(getattr(asked, name)) for name, make in CHECKERS.items() if getattr(asked, name)}
    if not checkers:
        sys.exit("no checker is given: add --pmc, --jats4r or --scielo with its file")
    tallies = {name: Tally(name) for name in checkers}
    articles = drawn(asked.folder, asked.limit)
    for path in articles:
        tree = parse(path.read_bytes(), path.name).tree
        for name, check in checkers.items():
            tallies[name].add(path.name, list(check(tree)), our_findings(tree, name))
    print(f"{len(articles)} valid articles")
    for tally in tallies.values():
        print("\n".join(tally.lines(asked.show)))


if __name__ == "__main__":
    main()
