"""Journals in repositories of their own, which CI is tried on."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jats.cli.init import Service, make_journal

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A. Editor"), ("EMAIL", "editor@journal.example"))
}


@cache
def files(services: tuple[Service, ...]) -> dict[str, bytes]:
    """What `jats init` writes, by its path in the folder; its JSON Schemas take long to make."""
    with TemporaryDirectory() as folder:
        return {str(path.relative_to(folder)): path.read_bytes() for path in make_journal(Path(folder), services)}


def journal(folder: Path, *services: Service) -> Path:
    """A new journal with one article that is clean."""
    for name, data in files(services).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
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
