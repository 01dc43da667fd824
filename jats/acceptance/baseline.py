"""Findings that were accepted, so that only new ones fail; kept by rule and content, not by line, so that edits don't matter."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jats.errors import InputError
from jats.findings import Finding

_NUMBERED = re.compile(r"\[\d+\]")
_LONGEST = 80
_FORMAT = 1


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a finding is known by: its file, its code, its field or element without numbers, and the value that it is about."""

    file: str
    code: str
    where: str
    value: str


def key_of(finding: Finding, value: str, folder: str) -> Key:
    """The key of a finding; the file's name is taken from `folder` on, where the baseline is."""
    path = os.path.relpath(os.path.abspath(finding.place.file), folder).replace(os.sep, "/")
    where = _NUMBERED.sub("", finding.data_path or finding.xml_path or "")
    flat = " ".join(value.split())
    short = flat if len(flat) <= _LONGEST else f"{flat[:40]}… {sha256(flat.encode()).hexdigest()[:16]}"
    return Key(path, finding.code, where, short)


class Baseline:
    """Accepted findings; each accepts one finding of its key, so that a second one of the same kind is new."""

    def __init__(self, path: str, accepted: Counter[Key] | None = None) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        self.left = Counter(accepted or ())

    def is_new(self, finding: Finding, value: str) -> bool:
        """Whether a finding is not accepted. An accepted one uses up its entry."""
        key = key_of(finding, value, self.folder)
        if self.left[key] <= 0:
            return True
        self.left[key] -= 1
        return False

    def gone(self, files: Iterable[str]) -> int:
        """How many accepted findings were not found again in the files that were checked."""
        names = {os.path.relpath(os.path.abspath(file), self.folder).replace(os.sep, "/") for file in files}
        return sum(count for key, count in self.left.items() if key.file in names)


def load_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises InputError if it can't be read or is not a baseline."""
    try:
        rows = json.loads(Path(path).read_text("utf-8"))["findings"]
        accepted = {Key(row["file"], row["code"], row["where"], row["value"]): int(row["count"]) for row in rows}
    except FileNotFoundError as error:
        raise InputError(f"there is no baseline {path}: make it with --write-baseline {path}") from error
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: this is not a baseline; write a new one with --write-baseline {path}") from error
    return Baseline(path, Counter(accepted))


def save_baseline(path: str, found: Sequence[tuple[Finding, str]]) -> int:
    """Write all these findings as accepted, with the values that they are about. Returns their number."""
    from jats.files.outputs import write_whole

    folder = os.path.dirname(os.path.abspath(path))
    counts = Counter(key_of(finding, value, folder) for finding, value in found)
    rows = [
        {"file": key.file, "code": key.code, "where": key.where, "value": key.value, "count": counts[key]}
        for key in sorted(counts)
    ]
    # One finding a line: a diff of the file shows what was accepted and what was fixed.
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    write_whole(Path(path), f'{{"format": {_FORMAT}, "findings": [\n{lines}\n]}}\n'.encode("utf-8", "backslashreplace"))
    return counts.total()
