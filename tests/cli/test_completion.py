"""Completion in a shell: commands, options and values, as the shell's script asks for them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("va", ["validate"]),
        ("validate --fo", ["--format"]),
        ("check --fail-on e", ["error"]),
        ("check --no-such", []),
        ("check --target s", ["scielo"]),
        ("build --target pmc,c", ["pmc,crossref"]),
        ("explain com10", [f"com10{digit}" for digit in range(1, 10)]),
    ],
)
def test_the_shell_is_offered_what_can_follow(typed: str, offered: list[str]) -> None:
    words = f"jats {typed}"
    asked = {"_JATS_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    run = subprocess.run(
        [sys.executable, "-m", "jats"], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert (run.stdout.split(), run.stderr) == (offered, "")
