"""The examples of the library's page are run as they stand."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

PAGE = "docs/developers/library.md"


def test_examples_give_what_is_shown(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    text = (root / PAGE).read_text("utf-8")
    blocks = re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "library", PAGE, 0)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example, out=said.append)
    assert result.attempted > 10
    assert result.failed == 0, "".join(said)
