"""The program as a person calls it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Protocol

import pytest


class Jats(Protocol):
    """Runs `jats` in a folder with some arguments and keeps what it prints."""

    def __call__(self, folder: Path, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session")
def jats(jats_program: Path) -> Jats:
    """Calls the program in a process that shares the imports of all others."""

    def called(folder: Path, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [str(jats_program), *arguments]
        return subprocess.run(
            command, cwd=folder, input=stdin, capture_output=True, text=True, timeout=600, check=False
        )

    return called
