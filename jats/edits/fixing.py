"""Fixing a file until nothing is left to fix: each round is judged, and one that makes the file worse is not taken."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from jats.findings import Finding, Severity
from jats.results import Result, Verdict

_ROUNDS = 50


class Edit(Protocol):
    """Makes the fixes of findings in a file's bytes."""

    def __call__(self, data: bytes, *, findings: Sequence[Finding]) -> bytes:
        """The bytes with the fixes made that can be."""
        ...


Recheck = Callable[[bytes], Result]


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file after fixing: its bytes, what is to be said of it now, and how many findings are gone."""

    data: bytes
    result: Result
    fixed: int = 0


def apply_fixes(data: bytes, edit: Edit, judge: Recheck, *, unsafe: bool = False) -> FixedFile:
    """The file with every fix made that is safe (or all, with `unsafe`), so that fixing it again changes nothing.

    A fix that would make a valid file invalid, or add an error, isn't made. If fixes undo each other, none is made.
    """
    start = now = FixedFile(data, judge(data))
    seen = {data}
    for _ in range(_ROUNDS):
        after = _round(now, edit, judge, unsafe=unsafe)
        if after is None:
            return now
        if after.data in seen:
            return start
        seen.add(after.data)
        now = after
    return start


def fixable(result: Result, *, unsafe: bool = False) -> list[Finding]:
    """The findings that carry an edit which may be made, in their order."""
    return [each for each in result.findings if each.fix is not None and (each.fix.safe or unsafe)]


def unified_diff(name: str, before: bytes, after: bytes) -> str:
    """What was changed, as `diff -u` and `patch` know it."""
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _round(now: FixedFile, edit: Edit, judge: Recheck, *, unsafe: bool) -> FixedFile | None:
    """The file with all fixes, or if they do harm, with the largest half of a half of them that does none; None for none.

    A few harmful fixes among many are found in few attempts.
    """
    waiting = deque([fixable(now.result, unsafe=unsafe)])
    while waiting:
        findings = waiting.popleft()
        if (after := _tried(now, findings, edit, judge)) is not None:
            return after
        half = len(findings) // 2
        waiting += [findings[:half], findings[half:]] if half else []
    return None


def _tried(now: FixedFile, findings: Sequence[Finding], edit: Edit, judge: Recheck) -> FixedFile | None:
    data = edit(now.data, findings=findings) if findings else now.data
    if data == now.data:
        return None
    result = judge(data)
    gone = len(now.result.findings) - len(result.findings)
    return None if _worse(now.result, result) else FixedFile(data, result, now.fixed + max(gone, 1))


def _worse(before: Result, after: Result) -> bool:
    if before.verdict is Verdict.VALID and after.verdict is not Verdict.VALID:
        return True
    return _errors(after) > _errors(before)


def _errors(result: Result) -> int:
    return sum(finding.severity is Severity.ERROR for finding in result.findings)
