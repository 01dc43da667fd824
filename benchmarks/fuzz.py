"""Runs many broken inputs through every command and all reports: none may raise, or be rejected without a finding.

    python -m benchmarks.fuzz --seed 1 --count 10000
    python -m benchmarks.fuzz --seed 1 --only 4711

Inputs are small article files in YAML, JSON and TOML with bytes, tokens and structure changed, XML with bytes, names and
values changed, and changed files of every format that can be imported. Each is checked for all services, and validated or
imported, as its kind allows. What costs the most time takes turns: each input is written in a fifth of the report formats; one in
two is built or read as references, one in three fixed, and one in twenty checked for readiness. `--only` and `--everything` leave
nothing out. Prints each kind of exception and how to replay it, slow inputs, the verdicts, how often each step was taken, and the
peak memory.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path

from lxml import etree

from benchmarks.article_mutants import SAMPLES, article_mutant
from benchmarks.import_mutants import import_mutant
from jats.article_file import read_article_file
from jats.checking.for_targets import validate_for_targets
from jats.checking.options import CheckOptions, settings_for
from jats.checking.run import check_bytes
from jats.citations.split import split
from jats.edits.article_file import edit_article_file
from jats.edits.fixing import apply_fixes
from jats.edits.xml import edit_xml
from jats.files.kinds import Kind
from jats.findings import Finding, Note
from jats.importing import import_articles
from jats.options import Options
from jats.pipeline import build_articles, kind_of_input
from jats.reference_files import format_of, read_references
from jats.reference_lists import FORMATS as REFERENCE_FORMATS
from jats.reference_lists import ReadList, parsed_lists, structured_list
from jats.reports import readiness
from jats.reports.formats import FORMATS, report_for
from jats.reports.json import result_object
from jats.reports.look import Look
from jats.reports.text import result_lines
from jats.results import Result, Verdict
from jats.rules.engine.targets import SERVICES
from jats.validation.run import validate_bytes
from jats.xmlio import MalformedXml, parse

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles"
LONGEST = 15_000
SLOW = 3.0
"""Seconds of processor time after which an input is reported as slow."""
HANGING = 120
"""Seconds of processor time after which an input is given up."""
TODAY = date(2026, 1, 1)
SPICE = (
    b"<", b">", b"&", b"'", b'"', b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?x", b"?>",
    b"&#0;", b"&#x10FFFF;", b"&eacute;", b"&x;", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"xmlns='u'", b"xmlns:mml=''", b"id=''",
    b"<mml:math>", b"</article>", b"<article>", b'<?xml version="1.1"?>', b'encoding="utf-16"', b"\xed\xa0\x80", b"\x85",
    b"\xe2\x80\xa8", b"<p/>" * 50, b"<sec>" * 300, b" " * 5_000, b"a" * 5_000,
)  # fmt: skip

WHOLE = (
    b"<p/>", b"text", b" ", b"<!-- c -->", b"<?pi x?>", b"<![CDATA[ ]]>", b"<![CDATA[x]]>", b"&#32;", b"&#x1F600;", b"<zz>y</zz>",
    b"<sec><title/></sec>", b'<xref rid="nowhere"/>', b'<mml:mi xmlns:mml="http://www.w3.org/1998/Math/MathML"/>',
    b'<a xmlns="u"><b/></a>', b'<p xmlns:xlink="http://www.w3.org/1999/xlink"/>', b"<break> </break>", b"<p>" * 90 + b"</p>" * 90,
    b"<ref-list>" + b"<ref/><title/>" * 200 + b"</ref-list>",
)  # fmt: skip
VALUES = (b"", b" ", b"a b", b"1", b"r1", b"nowhere", b"yes", b"\xc3\xa9", b"x" * 500, b"&#10;", b"1.3", b"http://x/")
NAME = re.compile(rb"<([A-Za-z][\w:-]*)")
ATTRIBUTE = re.compile(rb' ([A-Za-z:-]+)="([^"<]*)"')

CONTENT = re.compile(rb"[>\"]([^<>\"]{1,200})(?=[<\"])")
HOSTILE = (
    b"9" * 5_000, b"1-" + b"9" * 5_000, "²".encode(), "20²4".encode(), "٣".encode(), b"0", b"-1", b"", b" ", b"a" * 3_000,
    b"." * 500,
    b"(" * 500, b"&#x85;&#x2028;", "e\u0301\u0323".encode(), b"r1 r1 zz", b"1.", b"http:" * 50, b"10.5555/a((", b"@" * 200,
    b"2020-02-30",
    b"IV", b"::error::", b"&lt;script&gt;", "\U000e0001\u202e\ufffd".encode(),
)  # fmt: skip

Change = Callable[[bytearray, random.Random], None]


def flip(data: bytearray, dice: random.Random) -> None:
    """Change some bits."""
    for _ in range(dice.randrange(1, 8)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def cut(data: bytearray, dice: random.Random) -> None:
    """Take a piece out."""
    start = dice.randrange(len(data))
    del data[start : start + dice.randrange(1, max(2, len(data) // 4))]


def double(data: bytearray, dice: random.Random) -> None:
    """Put a piece in again, elsewhere."""
    start = dice.randrange(len(data))
    piece = data[start : start + dice.randrange(1, 3_000)]
    at = dice.randrange(len(data))
    data[at:at] = piece


def spice(data: bytearray, dice: random.Random) -> None:
    """Put in what breaks parsers."""
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(data))
        data[at : at + dice.randrange(3)] = dice.choice(SPICE)


def swap_names(data: bytearray, dice: random.Random) -> None:
    """Turn one word of the file into another, everywhere: mostly well-formed still."""
    names = sorted(set(NAME.findall(data)))
    if len(names) > 1:
        old, new = dice.sample(names, 2)
        data[:] = re.sub(rb"<(/?)" + re.escape(old) + rb"(?=[\s/>])", rb"<\1" + new, bytes(data))


def put_between(data: bytearray, dice: random.Random) -> None:
    """Put something well-formed after a tag."""
    at = data.find(b">", dice.randrange(len(data))) + 1
    data[at:at] = dice.choice(WHOLE)


def change_value(data: bytearray, dice: random.Random) -> None:
    """Give an attribute another value, or another attribute's name."""
    found = list(ATTRIBUTE.finditer(data, dice.randrange(len(data))))[:50]
    if found:
        match = dice.choice(found)
        data[match.start() : match.end()] = b' %s="%s"' % (
            dice.choice((match[1], b"id", b"rid", b"zz")),
            dice.choice(VALUES),
        )


def spice_value(data: bytearray, dice: random.Random) -> None:
    """Put a hostile number or text in the place of a text or of an attribute's value."""
    found = list(CONTENT.finditer(data, dice.randrange(len(data))))[:50]
    if found:
        match = dice.choice(found)
        data[match.start(1) : match.end(1)] = dice.choice(HOSTILE)


ROUGH: tuple[Change, ...] = (flip, cut, double, spice)
GENTLE: tuple[Change, ...] = (swap_names, put_between, change_value)


def inputs(number: int, seed: int) -> Iterator[bytes]:
    """That many inputs, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - repeatable dice are wanted
    articles = [_shortened(path.read_bytes()) for path in sorted(CORPUS.glob("*.xml"))]
    for at in range(number):
        if at % 50 == 0:
            yield dice.randbytes(dice.randrange(2_000))
            continue
        data = bytearray(dice.choice(articles))
        changes = ROUGH if at % 3 == 0 else GENTLE
        for _ in range(dice.randrange(1, 4)):
            if data:
                dice.choice(changes)(data, dice)
        yield bytes(data)


def _shortened(article: bytes) -> bytes:
    """An article without most of its large parts, so that many can be tried in little time."""
    try:
        tree = parse(article, "whole.xml").tree
    except MalformedXml:
        return article[:LONGEST]
    while len(data := etree.tostring(tree, encoding="UTF-8")) > LONGEST:
        many = max(tree.iter(etree.Element), key=len)
        for child in list(many)[len(many) // 2 :]:
            many.remove(child)
    return data


def check(data: bytes) -> Result:
    """The result of one input, having passed through both reports."""
    result = validate_bytes(data, "fuzz.xml", Options())
    if result.verdict != "valid" and not result.findings:
        raise ValueError(f"{result.verdict} without a finding")
    if sum(len(line) for line in result_lines(result, Look(terminal=True, colour=True))) > 5_000_000:
        raise ValueError("a report without end")
    result_object(result)
    return result


def xml_mutant(seed: int, number: int) -> tuple[str, bytes]:
    """The name and bytes of a broken XML file, drawn from the corpus if there is one and from the samples' XML."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311 - repeatable dice are wanted
    data = bytearray(dice.choice(_articles()))
    changes = ROUGH if dice.random() < 0.2 else (*GENTLE, spice_value)
    for _ in range(dice.randrange(1, 5)):
        if data:
            dice.choice(changes)(data, dice)
    return "article.xml", bytes(data)


@cache
def _articles() -> list[bytes]:
    files = [*sorted(CORPUS.glob("*.xml"))[:40], *sorted(SAMPLES.glob("*/expected*.xml"))]
    return [_shortened(path.read_bytes()) for path in files]


def mutant(seed: int, number: int) -> tuple[str, bytes]:
    """The input of a number: two article files, an XML file, then a file of another format."""
    return MAKERS[number % len(MAKERS)](seed, number)


MAKERS = (article_mutant, article_mutant, xml_mutant, import_mutant)


Step = Callable[[], object]
Write = Callable[[list[ReadList], Callable[[str, str], None], Note], str]


class Turns:
    """Which of the steps that take turns an input goes through: all of them without a turn; and how often each was taken."""

    def __init__(self) -> None:
        self.turn: int | None = None
        self.taken: Counter[str] = Counter()

    def take(self, name: str, step: Step, *, every: int = 1, at: int = 0) -> None:
        """Take a step if it is its turn: once in so many inputs, at the one of that place among them."""
        if self.turn is None or self.turn % every == at % every:
            self.taken[name] += 1
            step()


def try_everything(name: str, data: bytes, turns: Turns | None = None) -> str:
    """Run an input through every command that takes it, and write reports; the verdict.

    Raises ValueError for a verdict without a reason.
    """
    turns = turns or Turns()
    request = CheckOptions(Options(targets=SERVICES), today=TODAY)
    settings = settings_for("-", request)
    kind = kind_of_input(data, name, request.options)
    checked = check_bytes(data, name, request, settings)
    turns.take("check", lambda: None)
    results = [checked.result]
    if kind is Kind.XML:
        turns.take("validate", lambda: results.append(validate_bytes(data, name, Options())))
        services = Options(targets=SERVICES)
        turns.take("validate --target", lambda: results.append(validate_for_targets(data, name, services)), every=2)
    else:
        turns.take("build", lambda: results.extend(_built(data, name)), every=2)
    if any(result.verdict != "valid" and not result.findings for result in results):
        raise ValueError("not valid, and without a finding")
    for at, report in enumerate(FORMATS):
        turns.take(f"--format {report}", partial(_reported, report, results), every=5, at=at)
    turns.take("check --readiness", partial(_ready, data, name), every=20)
    if kind is Kind.OTHER:
        turns.take("import", partial(_imported, data, name))
        turns.take("refs", partial(_as_references, data, name, turns), every=2)
    else:
        turns.take("check --fix", partial(_fixed, data, name, kind), every=3)
    return checked.result.verdict


def _built(data: bytes, name: str) -> list[Result]:
    return [
        Result(name, Verdict.INVALID if built.failed else Verdict.VALID, findings=built.findings)
        for built in build_articles(data, name, Options())
    ]


def _reported(report: str, results: list[Result]) -> None:
    for piece in report_for(report)(iter(results), Look(terminal=True, colour=True)):
        piece.encode()


def _ready(data: bytes, name: str) -> None:
    request = CheckOptions(Options(targets=SERVICES), today=TODAY, readiness=True)
    checked = check_bytes(data, name, request, settings_for("-", request))
    for told in (readiness.report_json, readiness.report_text):
        "".join(told([(checked.result, checked.readiness)], Look())).encode()


def _fixed(data: bytes, name: str, kind: Kind) -> None:
    request = CheckOptions(Options(targets=SERVICES), today=TODAY)
    settings = settings_for("-", request)
    edit = edit_xml if kind is Kind.XML else edit_article_file
    judge = lambda given: check_bytes(given, name, request, settings).result  # noqa: E731 - a line as in the command
    apply_fixes(data, partial(edit, name=name), judge, unsafe=True)


def _imported(data: bytes, name: str) -> None:
    """Import an input; the article files that come out are read again. Raises ValueError for one that cannot be read."""
    for article in import_articles(data, name, Options()):
        if article.yaml is None and not article.findings:
            raise ValueError("not imported, and without a finding")
        faults: list[Finding] = []
        if article.yaml is not None and read_article_file(article.yaml, "article.yaml", faults.append) is None:
            raise ValueError(f"an article file that cannot be read: {faults}")


def _as_references(data: bytes, name: str, turns: Turns) -> None:
    """Read an input as a list of references, and write the list in formats."""
    if format_of(data):
        lists = [structured_list(read_references(data, name, lambda _: None) or [], name, lambda _: None)]
    else:
        lists = parsed_lists(split(data[:LONGEST].decode("utf-8", "replace")), name)
    for at, (to, write) in enumerate(REFERENCE_FORMATS.items()):
        turns.take(f"refs --to {to}", partial(_encoded, write, lists), every=6, at=2 * at)


def _encoded(write: Write, lists: list[ReadList]) -> None:
    write(lists, lambda _, __: None, lambda _: None).encode("utf-8", "backslashreplace")  # as the command writes


def run(
    seed: int, numbers: Iterable[int], *, everything: bool = False
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Try the inputs of these numbers; how often each verdict, each kind of exception (printed, too) and each step came."""
    verdicts: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    turns = Turns()
    for number in numbers:
        turns.turn = None if everything else number // len(MAKERS)
        name, data = mutant(seed, number)
        replay = f"  replay: python -m benchmarks.fuzz --seed {seed} --only {number}"
        started = time.process_time()
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, HANGING)
            verdicts[try_everything(name, data, turns)] += 1
        except Exception as error:  # noqa: BLE001 - this is the one place whose purpose is to see any exception
            kind = _kind(error)
            raised[kind] += 1
            if raised[kind] < 4:
                print(f"raised: {kind}\n{replay}", flush=True)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if (taken := time.process_time() - started) > SLOW:
            print(f"slow: {taken:.1f} s\n{replay}", flush=True)
        if number % 5_000 == 0:
            print(f"at {number}, raised {raised.total()}", flush=True)
    return verdicts, raised, turns.taken


def _hangs(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"not finished after {HANGING} seconds of processor time")


def _kind(error: Exception) -> str:
    """An exception's class, and the last line of this project that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/jats/" in frame.filename] or frames
    last = own[-1]
    return f"{type(error).__name__} in {'/'.join(Path(last.filename).parts[-3:])}:{last.lineno}: {str(error)[:100]!a}"


def main() -> None:
    """Run, and exit with 1 if any input raised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, metavar="NUMBER", help="the first input's number")
    parser.add_argument("--everything", action="store_true", help="take every step with every input")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="write the input of one number to a file and try it")
    arguments = parser.parse_args()
    if arguments.only is not None:
        name, data = mutant(arguments.seed, arguments.only)
        path = Path(f"fuzz-{arguments.seed}-{arguments.only}{Path(name).suffix}")
        path.write_bytes(data)
        print(path, try_everything(name, data))
        return
    began = time.perf_counter()
    signal.signal(signal.SIGVTALRM, _hangs)
    gc.set_threshold(50_000, 20, 100)
    numbers = range(arguments.start, arguments.start + arguments.count)
    verdicts, raised, taken = run(arguments.seed, numbers, everything=arguments.everything)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{arguments.count} inputs in {time.perf_counter() - began:.0f} s; peak memory {peak:.0f} MB")
    print("steps: " + ", ".join(f"{step} {times}" for step, times in taken.items()))
    print(f"verdicts: {dict(verdicts)}; raised: {raised.total()}")
    for kind, times in raised.most_common():
        print(f"{times:6} {kind}")
    sys.exit(1 if raised else 0)


if __name__ == "__main__":
    main()
