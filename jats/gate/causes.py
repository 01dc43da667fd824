"""One cause, one finding: what follows from a mistake that is reported already is not reported as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import islice

from jats.findings import Finding, Severity

_OF_READING = "INP0"
"""Beginning of the codes about what could not be read: nothing is asked of a value that a slip of syntax made."""

_OF_WRITING = ("INP6", "INP7", "SCH")
"""Beginnings of the codes about the XML: a faulty value is not what it would be made of in the end."""

_INCOMPLETE = "INP7"

_SAME_AS = {"COM912": "INP241", "COM505": "INP273", "COM523": "INP274"}
"""Codes of rules, each with the code that says the same of a value in the article file."""

_ORDER_OF_DATES = frozenset(("COM210",))
"""Codes that compare the article's dates: if a date is faulty, nothing is known of their order."""

_DATES = ("published", "history", "events")
_STEP = re.compile(r"[.\[]")
_MOST_STEPS = 200
"""Steps of a path that are looked at: keys of a broken file may hold any number of dots."""


def without_consequences(findings: Iterable[Finding], name: str) -> list[Finding]:
    """The findings that do not follow from an error among them; `name` is the article's own file."""
    found = list(findings)
    errors = [one for one in found if one.severity is Severity.ERROR and not one.code.startswith(_OF_WRITING)]
    if not errors:
        return found
    inherited = any(error.place.file != name for error in errors)
    faulty = _Faulty.of(errors)
    return [one for one in found if not (inherited and _is_of_journal(one, name)) and not _follows_any(one, faulty)]


@dataclass(frozen=True, slots=True)
class _Faulty:
    """The fields that errors are about: all, those that could not be read, and all that hold a part that is faulty."""

    fields: frozenset[str]
    unread: frozenset[str]
    around: frozenset[str]

    @classmethod
    def of(cls, errors: Iterable[Finding]) -> _Faulty:
        known = [(error.data_path, error.code) for error in errors if error.data_path]
        return cls(
            frozenset(path for path, _ in known),
            frozenset(path for path, code in known if code.startswith(_OF_READING)),
            frozenset(above for path, _ in known for above in _at_or_above(path)),
        )


def _is_of_journal(finding: Finding, name: str) -> bool:
    """Whether a finding says that something is missing which the journal's file would give."""
    path = finding.data_path or ""
    return finding.code.startswith(_INCOMPLETE) and (finding.place.file != name or _is_at_or_below(path, "journal"))


def _follows_any(finding: Finding, faulty: _Faulty) -> bool:
    path = finding.data_path
    if not path or finding.code.startswith(_OF_READING):
        return False
    if finding.code.startswith(_OF_WRITING):
        return path in faulty.around or follows(path, faulty.fields)
    return follows(path, faulty.unread)


class Said:
    """What reading the article file has reported: a rule's finding about the same is not shown again."""

    def __init__(self, noted: Iterable[Finding]) -> None:
        self._paths: dict[str, set[str]] = {}
        self._dates = False
        for one in noted:
            self._dates |= one.severity is Severity.ERROR and (one.data_path or "").startswith(_DATES)
            if one.data_path is not None:
                self._paths.setdefault(one.code, set()).add(one.data_path)

    def covers(self, code: str, path: str | None) -> bool:
        """Whether a rule's finding of that code, at that field, is about what was reported."""
        if code in _ORDER_OF_DATES:
            return self._dates
        said = self._paths.get(_SAME_AS.get(code, ""))
        return said is not None and path is not None and not said.isdisjoint(_at_or_above(path))


def follows(path: str | None, faulty: Set[str]) -> bool:
    """Whether a field is one of the faulty ones, or a part of one."""
    return path is not None and any(one in faulty for one in _at_or_above(path))


def _at_or_above(path: str) -> Iterator[str]:
    """A field and those that it is a part of, innermost first; of a path with more steps than fields have, the outermost."""
    yield path
    ends = [found.start() for found in islice(_STEP.finditer(path), _MOST_STEPS)]
    yield from (path[:end] for end in reversed(ends))


def _is_at_or_below(path: str, above: str) -> bool:
    return path == above or (path.startswith(above) and path[len(above)] in ".[")
