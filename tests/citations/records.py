"""Reads a text in one of the formats, for tests."""

from __future__ import annotations

from typing import Any

from jats.draft import plain
from jats.findings import Finding
from jats.reference_files import read_references


def references_of(text: str, form: str | None = None) -> list[dict[str, Any]]:
    """The references of a text, as plain data."""
    return read_all(text, form)[0]


def read_all(text: str, form: str | None = None) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The references of a text, and what was found."""
    findings: list[Finding] = []
    found = read_references(text.encode(), "list", findings.append, form)
    return [plain(one) for one in found or []], findings


def messages_of(text: str) -> str:
    """Everything that was found in a text."""
    return "\n".join(f"{one.place.line} {one.message}" for one in read_all(text)[1])
