"""Journals in repositories of their own, which CI is tried on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from jats.cli.init import Service, make_journal

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A. Editor"), ("EMAIL", "editor@journal.example"))
}


def journal(folder: Path, *services: Service) -> Path:
    """A new journal with one article that is clean."""
    make_journal(folder, services)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(folder)], check=True)
    apply_fixes(folder)
    return folder


def apply_fixes(folder: Path) -> None:
    """Make the example the journal's own."""
    article = folder / "articles" / "example" / "article.yaml"
    text = article.read_text("utf-8").replace("10.5555/jats-init-example", "10.15407/tides.2026.7")
    article.write_text(text.replace("jats-init-example", "tides-2026-7"), encoding="utf-8")


def spoil(folder: Path) -> None:
    """Swap two digits of an ORCID."""
    article = folder / "articles" / "example" / "article.yaml"
    article.write_text(
        article.read_text("utf-8").replace("0000-0002-1825-0097", "0000-0002-1825-0079"), encoding="utf-8"
    )


def program(folder: Path) -> Path:
    """A `jats` that runs this checkout, in a folder for the PATH."""
    file = folder / "bin" / "jats"
    file.parent.mkdir(parents=True)
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jats "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return file
