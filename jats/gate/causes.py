"""One cause, one finding: what follows from a mistake that is reported already is not reported as well."""

from __future__ import annotations

from collections.abc import Iterable

from jats.findings import Finding, Severity

_OF_READING = "INP0"
"""Beginning of the codes about what could not be read: nothing is asked of a value that a slip of syntax made."""

_OF_WRITING = ("INP6", "INP7", "SCH")
"""Beginnings of the codes about the XML: a faulty value is not what it would be made of in the end."""

_INCOMPLETE = "INP7"


def without_consequences(findings: Iterable[Finding], name: str) -> list[Finding]:
    """The findings that do not follow from an error among them; `name` is the article's own file."""
    found = list(findings)
    errors = [one for one in found if one.severity is Severity.ERROR and not one.code.startswith(_OF_WRITING)]
    if not errors:
        return found
    inherited = any(error.place.file != name for error in errors)
    return [one for one in found if not (inherited and _is_of_journal(one, name)) and not _follows_any(one, errors)]


def _is_of_journal(finding: Finding, name: str) -> bool:
    """Whether a finding says that something is missing which the journal's file would give."""
    path = finding.data_path or ""
    return finding.code.startswith(_INCOMPLETE) and (finding.place.file != name or _is_at_or_below(path, "journal"))


def _follows_any(finding: Finding, errors: Iterable[Finding]) -> bool:
    path = finding.data_path
    if not path or finding.code.startswith(_OF_READING):
        return False
    if finding.code.startswith(_OF_WRITING):
        return any(is_related(path, error.data_path) for error in errors if error.data_path)
    return any(
        _is_at_or_below(path, error.data_path)
        for error in errors
        if error.data_path and error.code.startswith(_OF_READING)
    )


def is_related(path: str, faulty: str) -> bool:
    """Whether two fields are the same, or one is a part of the other."""
    return _is_at_or_below(path, faulty) or _is_at_or_below(faulty, path)


def follows(path: str | None, faulty: Iterable[str]) -> bool:
    """Whether a field is one of the faulty ones, or a part of one."""
    return path is not None and any(_is_at_or_below(path, one) for one in faulty)


def _is_at_or_below(path: str, above: str) -> bool:
    return path == above or (path.startswith(above) and path[len(above)] in ".[")
