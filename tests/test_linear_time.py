"""Ten times the input takes at most fifteen times the time: one value made long, or one field or element made many."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from datetime import date

import pytest

import jats
from jats.rules.engine.targets import SERVICES
from tests.linear import is_linear, stays_quick

ARTICLE = {"title": "A", "language": "en", "journal": {"title": "J", "issn": "1234-5679"}}
OPTIONS = jats.Options(targets=SERVICES)
TODAY = date(2026, 1, 1)
XML = """<article xml:lang="en" dtd-version="1.3"><front><article-meta><title-group><article-title>A</article-title></title-group>
{front}</article-meta></front><body>{body}</body></article>"""


def article(**fields: object) -> bytes:
    return json.dumps({**ARTICLE, **fields}).encode()


def xml(front: str = "", body: str = "") -> bytes:
    return XML.format(front=front, body=body).encode()


def table(rows: str) -> bytes:
    return xml(body=f'<table-wrap id="t1"><table><tbody>{rows}</tbody></table></table-wrap>')


BUILT: dict[str, Callable[[int], bytes]] = {
    "code that is never closed": lambda n: article(title="É " + "<code>" * n),
    "code in a reference": lambda n: article(references=["É " + "<code>" * n]),
    "tabs after doi.org": lambda n: article(references=["Smith. 2020. doi.org" + "\t" * n + "x"]),
    "blanks before a DOI": lambda n: article(references=["Smith. 2020. doi é" + "\t" * n + "x"]),
    "combining marks": lambda n: article(title="a" + "\u0301\u0323" * n),
    "opening brackets as a licence": lambda n: article(license="(" * n),
    "brackets as a licence": lambda n: article(license="(" * n + ")"),
    "authors with a wrong ORCID": lambda n: article(
        authors=[{"name": "Roe, J.", "orcid": "0000-0002-1825-0098"}] * (n // 10)
    ),
    "formulas in an abstract": lambda n: article(abstract="$x$ a " * n),
    "a file that is not UTF-8": lambda n: b"\xff " + b"a" * n,
    "a key of dots": lambda n: article(**{"." * n: 1}),
}
CHECKED: dict[str, Callable[[int], bytes]] = {
    "equal keywords": lambda n: article(keywords=["a"] * n),
    "a long country": lambda n: article(affiliations=[{"id": "a", "institution": "X", "country": "a" * n}]),
    "a long affiliation": lambda n: article(affiliations=["a" * n + " @"]),
    "comments that suppress": lambda n: b"title: A\nlanguage: en\n" + b"# jats: ignore COM102 fine\n" * (n // 4),
    "an e-mail without an at sign": lambda n: xml(f"<aff><email>{'.' * n}</email></aff>"),
    "words of many marks": lambda n: article(
        title=" ".join(f"a{chr(768 + at % 99)}{chr(768 + at // 99)}" for at in range(n // 4))
    ),
    "elements with attributes, in pairs": lambda n: xml(body='<p id="a">a<bold id="b">a</bold></p> ' * (n // 2)),
    "instructions that suppress": lambda n: xml(body="<?jats-ignore COM101 fine?>" * (n // 4) + "<fig/>" * (n // 4)),
    "contributors in another order": lambda n: xml(
        "<contrib-group>"
        + "<contrib><xref/><name><surname>Roe</surname></name></contrib>" * (n // 4)
        + "</contrib-group>"
    ),
    "references to references that are missing": lambda n: xml(
        body="<p>" + "".join(f'<xref ref-type="bibr" rid="b{number}"/>' for number in range(n // 4)) + "</p>"
    ),
    "rows with a cell to the end": lambda n: table('<tr><td rowspan="0" colspan="99">a</td></tr>' * (n // 4)),
    "cells to the end in a row": lambda n: table("<tr>" + '<td rowspan="0" colspan="99">a</td>' * (n // 4) + "</tr>"),
}


class Work:
    """A clock that counts the steps of the work done; every third call takes ten times as long, as on a loaded machine."""

    def __init__(self, steps: Callable[[int], float]) -> None:
        self.steps, self.calls, self.now = steps, 0, 0.0

    def __call__(self, data: bytes) -> None:
        self.calls += 1
        self.now += self.steps(len(data)) * (10 if self.calls % 3 == 0 else 1)

    def time(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("steps", "linear"),
    [
        (lambda n: n / 100, True),
        (lambda n: n * math.log(n) / 100, True),
        (lambda n: n**1.5 / 1_000, False),
        (lambda n: n * n / 100_000, False),
    ],
)
def test_the_measurement_tells_linear_from_quadratic_on_a_loaded_machine(
    steps: Callable[[int], float], linear: bool
) -> None:
    work = Work(steps)
    assert is_linear(work, lambda n: b"a" * n, 8_000, work.time) == linear


def test_quadratic_work_is_recognised_by_the_real_clock() -> None:
    """Four hundred ticks a second, so that little work is enough."""
    assert not is_linear(
        lambda data: sum(1 for one in data for other in data if one < other),
        lambda n: b"b" * n,
        1_000,
        lambda: 400 * time.process_time(),
    )


@pytest.mark.slow
@pytest.mark.parametrize("what", BUILT)
def test_building_takes_linear_time(what: str) -> None:
    assert stays_quick(jats.build, BUILT[what], 8_000)


@pytest.mark.slow
@pytest.mark.parametrize("what", CHECKED)
def test_checking_takes_linear_time(what: str) -> None:
    assert stays_quick(lambda data: jats.check(data, OPTIONS, TODAY), CHECKED[what], 8_000)
