"""Findings for CI services: each reported once, with a path from the repository's root and a stable fingerprint."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from jats.findings import Finding
from jats.reports.look import Look
from jats.results import Excerpt, Result

_UNSEEN = {
    code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x061C, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}
"""C1 control characters, line ends outside ASCII, and direction marks."""

_COUNTED = re.compile(r"\[\d+\]|\bline \d+|:\d+|\b[\d,]+(?= more findings)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its file's `path` from the repository's root (always with slashes) and its source line, if known.

    `fingerprint` stays the same if other lines of the file change, and no two findings share it.
    """

    finding: Finding
    path: str
    excerpt: Excerpt | None
    fingerprint: str


def place_findings(results: Iterable[Result], look: Look) -> Iterator[Placed]:
    """Every finding in order; one about a file that several articles share (a journal's file) is given only once."""
    shared: set[Finding] = set()
    seen: Counter[str] = Counter()
    for result in results:
        for finding in result.findings:
            if finding.place.file != result.file:
                if finding in shared:
                    continue
                shared.add(finding)
            yield _placed(finding, result, look, seen)


def repository_path(file: str, look: Look) -> str:
    """The file's path from the repository's root, with slashes; unchanged if the file is outside it or has no path."""
    full = os.path.normpath(os.path.join(look.folder, file))
    inside = bool(look.root) and full.startswith(look.root.rstrip(os.sep) + os.sep)
    path = os.path.relpath(full, look.root) if inside and file != "-" else file
    return os.path.normpath(path).replace(os.sep, "/")


def json_text(value: object) -> str:
    """The value as strict JSON in readable characters; invisible ones are escaped.

    Half a surrogate pair, which a file's name can hold, becomes `?`.
    """
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8").translate(_UNSEEN)


def _placed(finding: Finding, result: Result, look: Look, seen: Counter[str]) -> Placed:
    path = repository_path(finding.place.file, look)
    excerpt = result.excerpts.get(finding.place)
    source = excerpt.text.strip() if excerpt else _COUNTED.sub("", finding.xml_path or finding.data_path or "")
    parts = (path, finding.code, _COUNTED.sub("", finding.message), source)
    key = "\0".join(parts).encode("utf-8", "backslashreplace")
    fingerprint = sha256(key).hexdigest()[:32]
    seen[fingerprint] += 1
    return Placed(finding, path, excerpt, f"{fingerprint}:{seen[fingerprint]}")
