"""Validates many broken inputs: none may raise, hang, or be rejected without a finding.

    python benchmarks/fuzz.py --inputs 100000 [--seed 1]

Inputs are real articles of ../shared/corpus with bytes flipped, cut, doubled, moved, replaced by what breaks parsers, and
random bytes. Prints the verdicts, the slowest input and the peak memory; an input that raises is written to a file.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from jats.options import Options
from jats.reports.json import result_object
from jats.reports.look import Look
from jats.reports.text import result_lines
from jats.results import Result
from jats.validation.run import validate_bytes
from jats.xmlio import MalformedXml, parse

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles"
LONGEST = 15_000
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


def main() -> None:
    """Run, and exit with 1 if any input raised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    verdicts: Counter[str] = Counter()
    slowest, failures, began = 0.0, 0, time.perf_counter()
    for at, data in enumerate(inputs(arguments.inputs, arguments.seed)):
        started = time.perf_counter()
        try:
            verdicts[check(data).verdict] += 1
        except Exception:  # noqa: BLE001 - this is the one place whose purpose is to see any exception
            failures += 1
            Path(f"fuzz-failure-{arguments.seed}-{at}.xml").write_bytes(data)
            traceback.print_exc()
        taken = time.perf_counter() - started
        if taken > slowest:
            slowest = taken
            Path(f"fuzz-slowest-{arguments.seed}.xml").write_bytes(data)
        if at % 10_000 == 9_999:
            print(f"{at + 1} inputs, {failures} failures, {dict(verdicts)}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"{arguments.inputs} inputs in {time.perf_counter() - began:.0f} s; slowest {slowest:.2f} s; peak memory {peak:.0f} MB"
    )
    print(f"verdicts: {dict(verdicts)}; raised: {failures}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
