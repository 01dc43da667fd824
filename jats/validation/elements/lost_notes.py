"""Texts in the foot of a table or in a group of notes that lost their `<fn>`: the ids that references still have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import islice

from lxml import etree

from jats.validation.names import child_elements, text_in

HOLDERS = ("table-wrap-foot", "fn-group")
_TYPES = ("fn", "table-fn", "other", None)
_INSIDE_LINES = frozenset((
    "bold", "email", "ext-link", "inline-formula", "italic", "monospace", "named-content", "sc", "sub", "sup", "underline", "uri",
    "xref",
))  # fmt: skip
_MOST = 50


def ids_of_lost_notes(holder: etree._Element) -> list[str | None]:
    """For each line of text straight in a holder of notes, the id that its note had; `None` if it is unclear."""
    lines = list(_lines(holder))
    if not lines or holder not in islice(holder.getroottree().getroot().iter(*HOLDERS), _MOST):
        return [None] * len(lines)
    missing = _missing_ids(holder)
    found: list[str | None] = []
    for line in lines:
        marked = [value for value, mark in missing.items() if mark and line.startswith(mark)]
        value = max(marked, key=lambda each: len(missing[each]), default=None)
        if value is None and len(missing) == 1 == len(lines):
            value = next(iter(missing))
        missing.pop(value or "", None)
        found.append(value)
    return found


def notes_are_usual(holder: etree._Element) -> bool:
    """Whether the document has notes rather than paragraphs in such holders."""
    others = islice(holder.getroottree().getroot().iter(str(holder.tag)), _MOST)
    names = [str(child.tag) for each in others for child in each.iterchildren("fn", "p")]
    return names.count("fn") > names.count("p")


def ids_told_with_notes(root: etree._Element) -> set[str]:
    """The ids of all lost notes of a document: what is said about the notes names them."""
    holders = islice(root.iter(*HOLDERS), _MOST)
    return {value for each in holders for value in ids_of_lost_notes(each) if value}


def _lines(holder: etree._Element) -> Iterator[str]:
    """The texts straight in a holder, each with the links and styles in it."""
    line = holder.text or ""
    for child in child_elements(holder):
        if child.tag in _INSIDE_LINES:
            line += text_in(child)
        else:
            if line.strip():
                yield line.strip()
            line = ""
        line += child.tail or ""
    if line.strip():
        yield line.strip()


def _missing_ids(holder: etree._Element) -> dict[str, str]:
    """The ids that references to notes name and no element has, with the text of the first such reference."""
    root = holder.getroottree().getroot()
    table = next(holder.iterancestors("table-wrap"), None)
    known = {value for each in root.iter(etree.Element) if (value := each.get("id"))}
    near = [] if table is None else [each for each in table.iter("xref") if each.get("ref-type") in _TYPES]
    far = ("table-fn",) if table is not None else _TYPES
    anywhere = (each for each in root.iter("xref") if each.get("ref-type") in far)
    return _dangling(near, known) or _dangling(anywhere, known)


def _dangling(references: Iterable[etree._Element], known: Set[str]) -> dict[str, str]:
    missing: dict[str, str] = {}
    for each in references:
        for value in (each.get("rid") or "").split():
            if value not in known:
                missing.setdefault(value, text_in(each).strip())
    return missing
