"""Ten times the input takes at most fifteen times the time: one value made long, or one field or element made many."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date

import pytest

import jats
from jats.rules.engine.targets import SERVICES

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
    "a file that is not UTF-8": lambda n: b"\xff " + b"a" * n,
    "a key of dots": lambda n: article(**{"." * n: 1}),
}
CHECKED: dict[str, Callable[[int], bytes]] = {
    "equal keywords": lambda n: article(keywords=["a"] * n),
    "a long country": lambda n: article(affiliations=[{"id": "a", "institution": "X", "country": "a" * n}]),
    "a long affiliation": lambda n: article(affiliations=["a" * n + " @"]),
    "comments that suppress": lambda n: b"title: A\nlanguage: en\n" + b"# jats: ignore COM102 fine\n" * (n // 4),
    "rows with a cell to the end": lambda n: table('<tr><td rowspan="0" colspan="99">a</td></tr>' * (n // 4)),
    "cells to the end in a row": lambda n: table("<tr>" + '<td rowspan="0" colspan="99">a</td>' * (n // 4) + "</tr>"),
}


def seconds(run: Callable[[bytes], object], data: bytes) -> float:
    """The processor time, the better of two."""
    taken = []
    for _ in range(2):
        began = time.process_time()
        run(data)
        taken.append(time.process_time() - began)
    return min(taken)


def assert_linear(run: Callable[[bytes], object], make: Callable[[int], bytes], most: int) -> None:
    few = max(seconds(run, make(most // 10)), 0.05)
    assert seconds(run, make(most)) < 15 * few


@pytest.mark.parametrize("what", BUILT)
def test_building_takes_linear_time(what: str) -> None:
    assert_linear(jats.build, BUILT[what], 8_000)


@pytest.mark.parametrize("what", CHECKED)
def test_checking_takes_linear_time(what: str) -> None:
    assert_linear(lambda data: jats.check(data, OPTIONS, TODAY), CHECKED[what], 8_000)
