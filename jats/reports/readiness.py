"""Each service's answer about each article, as text or JSON: ready or not, what blocks, what is recommended, what is unknown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from jats.findings import Finding
from jats.reports.json import finding_object
from jats.reports.look import Look
from jats.reports.paint import clean
from jats.reports.text import finding_line
from jats.results import Readiness, Result

_HANGING = 11

Answers = tuple[Result, tuple[Readiness, ...]]


def report_text(answers: Iterable[Answers], look: Look) -> Iterator[str]:
    """One paragraph per file and service, streamed; for several files, ends with the number that are ready for each service."""
    files = 0
    ready: Counter[str] = Counter()
    for result, answered in answers:
        files += 1
        for one in answered:
            ready[one.target] += one.ready
        yield "".join(f"{line}\n" for line in _file_lines(result, answered, look))
    if files > 1:
        yield "".join(f"{target}: {count} of {files} ready\n" for target, count in ready.items())


def report_json(answers: Iterable[Answers], _look: Look) -> Iterator[str]:
    """A JSON list with one object per file, streamed."""
    lead = "[\n"
    for result, answered in answers:
        yield lead + json.dumps(_object(result, answered))
        lead = ",\n"
    yield "\n]\n" if lead == ",\n" else "[]\n"


def _file_lines(result: Result, answered: Iterable[Readiness], look: Look) -> Iterator[str]:
    for one in answered:
        state = "ready, as far as can be known offline" if one.ready else f"not ready, {_count(one.blocks)} blocks it"
        if len(one.blocks) > 1:
            state = state.replace("blocks", "block")
        yield f"{clean(result.file)}: {one.target}: {state}"
        if look.quiet and one.ready:
            continue
        for word, findings in (("blocks", one.blocks), ("likes", () if look.quiet else one.likes)):
            for finding in findings:
                yield from _entry(word, _shown(finding, result, look), look)
        for what in () if look.quiet else one.unknown:
            yield from _entry("unknown", what, look)


def _shown(finding: Finding, result: Result, look: Look) -> str:
    """A finding on one line; on a terminal without the name of the file, which is above, and without colour."""
    if not look.terminal:
        return finding_line(finding, look)
    line = finding_line(finding, replace(look, colour=False))
    return line.removeprefix(clean(result.file)).removeprefix(":")


def _entry(word: str, text: str, look: Look) -> Iterator[str]:
    """A line of an answer; on a terminal wrapped, with later lines under the text."""
    if not look.terminal:
        yield f"  {word:<7}  {text}"
        return
    from jats.reports.terminal import wrapped

    first, *rest = wrapped(f"  {word:<7}  {text}", max(40, look.width), _HANGING)
    yield first
    yield from (" " * _HANGING + line for line in rest)


def _count(findings: tuple[Finding, ...]) -> str:
    return f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"


def _object(result: Result, answered: Iterable[Readiness]) -> dict[str, Any]:
    return {
        "file": result.file,
        "verdict": result.verdict.value,
        "doi": result.doi,
        "targets": {
            one.target: {
                "ready": one.ready,
                "blocks": [finding_object(finding) for finding in one.blocks],
                "likes": [finding_object(finding) for finding in one.likes],
                "unknown": list(one.unknown),
            }
            for one in answered
        },
    }
