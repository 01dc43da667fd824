"""Every row of the tables beside is read as it says, with the certainty that it says."""

from __future__ import annotations

import pytest

from tests.parsers.shown import READERS, certainty, shown
from tests.parsers.tables import cases

ROWS = [(name, *row) for name in READERS for row in cases(name)]


@pytest.mark.parametrize(("name", "language", "text", "reading", "level"), ROWS)
def test_a_written_value_is_read_as_the_table_says(
    name: str, language: str, text: str, reading: str, level: str
) -> None:
    read = READERS[name](text, language)
    assert (shown(read.value), certainty(read)) == (reading, level), read.notes
