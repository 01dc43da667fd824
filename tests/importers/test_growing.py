"""Every value of a small input of each format is made long, in the worst shapes: no exception, and linear time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial

import pytest

from jats.options import Options
from jats.pipeline import build_articles
from tests.examples import sample
from tests.growing import SHAPES, Shape
from tests.importers.mutants import seeds
from tests.linear import stays_quick

LONG = 12_000
"""Characters of the long value."""

WRITTEN = SHAPES | {
    "words": lambda n: "Tides " * (n // 6),
    "citations": lambda n: "Roe J. 2020. 1. " * (n // 16),
    "people": lambda n: "Roe, J.; " * (n // 9),
    "people with numbers": lambda n: "Roe1,2 " * (n // 7),
    "keys": lambda n: "a: " * (n // 3),
    "sentences": lambda n: "Salt sea. " * (n // 10),
    "dashes": lambda n: "a - " * (n // 4),
    "bars": lambda n: "a | " * (n // 4),
    "e-mail addresses": lambda n: "a@b.org " * (n // 8),
    "Chinese words": lambda n: "潮汐、" * (n // 3),
}  # fmt: skip
"""What people write, too: it goes through the readers of names, lists, dates and references."""

VALUES = (
    r">([^<>\n]*\S[^<>\n]*)<",
    r'"((?:[^"\\\n]|\\.)*)"(?!\s*:)',
    r"(?m)^[A-Z][A-Z0-9]\s{1,2}- (.+)$",
    r"\{([^{}\n]+)\}",
)
"""Texts of elements, quoted texts and attributes, and the values of RIS, MEDLINE and BibTeX."""
LINES = r"(?m)^(.*\S.*)$"
TEXTS = {name: data.decode() for name, data in seeds() if not data.startswith(b"PK")}


def spots(name: str) -> list[tuple[int, int]]:
    """Where the values of a seed begin and end."""
    patterns = (*VALUES, LINES) if name.endswith((".txt", ".csv")) else VALUES
    return sorted({found.span(1) for pattern in patterns for found in re.finditer(pattern, TEXTS[name])})


def with_long_value(name: str, spot: tuple[int, int], shape: Shape, size: int) -> bytes:
    text, value = TEXTS[name], shape(size)
    if text.lstrip().startswith("<"):
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    elif text.lstrip()[0] in "{[":
        value = json.dumps(value)[1:-1]
    return f"{text[: spot[0]]}{value}{text[spot[1] :]}".encode()


def built(name: str, data: bytes) -> None:
    for _ in build_articles(data, name, Options()):
        pass


def cases(name: str) -> Iterator[tuple[tuple[int, int], str]]:
    yield from ((spot, shape) for spot in spots(name) for shape in WRITTEN)


def test_every_text_format_has_values() -> None:
    assert len(TEXTS) > 15
    assert all(len(spots(name)) > 3 for name in TEXTS)


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.parametrize("name", TEXTS)
def test_a_long_value_in_an_export_takes_linear_time(name: str) -> None:
    found = [
        (TEXTS[name][slice(*spot)], shape)
        for spot, shape in sample(list(cases(name)))
        if not stays_quick(partial(built, name), partial(with_long_value, name, spot, WRITTEN[shape]), LONG)
    ]
    assert found == []
