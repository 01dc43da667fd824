"""`jats train-refs FILE`: a journal's own model, out of references that its editors have corrected."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from jats.cli.shared import JournalOption
from jats.errors import InputError
from jats.files.outputs import write_whole
from jats.files.sources import find_sources
from jats.findings import Finding
from jats.inheritance import MODEL, beside_journal

_LEAST = 10


def train_refs(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Corrected references, as 'jats refs' writes them with --to jsonl or yaml."
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option("--output", "-o", help=f"The model's file. If not given, {MODEL} beside the journal's file."),
    ] = None,
    journal: JournalOption = None,
) -> None:
    """Adapt the reading of references to a journal, out of references that you have corrected.

    The model is kept beside the journal's file, and build, check, import and refs use it from then on. It is measured on
    references that it has not learned from, and is kept only if it reads them better than before.

    Example: jats train-refs corrected.jsonl
    """
    from jats.citations.adapted import model_text
    from jats.citations.adapting import adapt
    from jats.citations.corrections import read_corrected
    from jats.citations.tagger import shipped
    from jats.cli.progress import Progress
    from jats.reference_lists import corrected_rows

    data, name = _data(file)
    path = Path(out) if out else _beside(name, journal)
    findings: list[Finding] = []
    corrected, refused = read_corrected(corrected_rows(data, name, findings.append), shipped())
    for finding in findings:
        sys.stderr.write(f"{finding}\n")
    for one in refused:
        sys.stderr.write(f"{name}:{one.line}: left out: {one.words}\n")
    if len(corrected) < _LEAST:
        raise InputError(f"{name} has {len(corrected)} references to learn from: correct at least {_LEAST}")
    progress = Progress(sys.stderr, lambda: 5, "parts")
    made = adapt(corrected, shipped(), progress.draw)
    progress.wipe()
    sys.stdout.write(f"{len(corrected)} references\nbefore: {made.before}\nafter:  {made.after}\n")
    if not made.is_better:
        sys.stdout.write(
            "No better, so nothing is written: correct more references, above all those that were read wrongly.\n"
        )
        return
    write_whole(path, model_text(made.weights, len(corrected), str(made.before), str(made.after)).encode())
    sys.stdout.write(f"written: {path}\n")


def _data(file: str) -> tuple[bytes, str]:
    source = next(find_sources([file], ("",)), None)
    if source is None:
        raise InputError(f"{file}: no such file")
    try:
        return source.read(), source.name
    except InputError as error:
        raise InputError(f"{file}: {error}") from error


def _beside(name: str, journal: str | None) -> Path:
    folder = Path.cwd() if name == "-" else Path(name).resolve().parent
    path = beside_journal(folder, Path(journal) if journal else None, MODEL)
    if path is None:
        raise InputError(
            "there is no journal.yaml in this folder or above it: name the journal's file with --journal, or the model's with -o"
        )
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
