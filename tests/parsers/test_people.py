"""What the reader of people promises beyond the table: nothing is lost, hostile lines are quick."""

from __future__ import annotations

import time

import pytest

from jats.parsers.people import read_people

HOSTILE = [
    "a, " * 5000,
    "Roe J1," * 3000,
    "(" * 20_000,
    "et al. " * 2500,
    "J. " * 6000,
    "Roe and " * 2400,
    "1¹" * 9000,
    "李明," * 6000,
]


@pytest.mark.parametrize("line", HOSTILE)
def test_a_hostile_line_is_read_in_time(line: str) -> None:
    start = time.perf_counter()
    read_people(line)
    assert time.perf_counter() - start < 3


def test_a_list_with_a_name_that_is_not_whole_says_what_to_write() -> None:
    read = read_people("Roe, Jane; Jane and John Doe")
    assert read.value is None
    assert "Surname, Given" in read.write
