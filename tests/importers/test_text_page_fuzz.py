"""Damaged pages are read without an exception, and in time that grows with their length."""

from __future__ import annotations

import time

import pytest

from jats.importers import Source, read_input
from tests.importers.mutated_pages import mutated_page

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("start", range(0, 100, 25))
def test_damaged_pages_give_no_exception(start: int) -> None:
    for seed in range(start, start + 25):
        read_input(Source("page.txt", mutated_page(seed)), lambda _: None, "text")


@pytest.mark.parametrize(
    "line", ["a, " * 20_000, "1 " * 20_000, "A. B. " * 10_000, "x" * 60_000, "№ " * 20_000, "(" * 20_000]
)
def test_a_long_line_is_read_in_time(line: str) -> None:
    started = time.process_time()
    read_input(
        Source("page.txt", f"Jane Roe1\n{line}\nAbstract. {line}\nKeywords: {line}\n".encode()), lambda _: None, "text"
    )
    assert time.process_time() - started < 20


@pytest.mark.parametrize("keywords", ["duh vode. " * 60 + "x" * 61, "duh vode. " * 60 + "a, b", "duh vode. " * 60])
def test_keywords_with_many_stops_are_read_in_time(keywords: str) -> None:
    page = f"Tides of the sea\n\nJane Roe\n\nAbstract\nThe sea is salt.\n\nKeywords: {keywords}\n"
    started = time.process_time()
    assert read_input(Source("page.txt", page.encode()), lambda _: None, "text")
    assert time.process_time() - started < 20
