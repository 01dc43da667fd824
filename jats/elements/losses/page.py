"""The table of what variants can't hold, as a page for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jats.elements.losses.rows import LossRow
from jats.elements.losses.table import ROWS, marks
from jats.elements.shapes import Grammar


def page(grammars: Mapping[tuple[str, str], Grammar]) -> str:
    """The table as a page in Markdown, for the grammars of variants by tag set and version."""
    lines = [_HEAD]
    for title, conditional in (("Fields", False), ("Values", True)):
        third = "when" if conditional else "not in"
        lines.append(f"\n## {title}\n\n| field | element | {third} | what becomes of it |\n|---|---|---|---|\n")
        lines += [_line(row, grammars) for row in ROWS if bool(row.when) is conditional]
    lines.append("\n## Marks in running text\n\n| field | element | marks | not in |\n|---|---|---|---|\n")
    for row, where in _marks_of_all(grammars).items():
        lines.append(f"| {row.field} | `<{row.parent}>` | {row.tag} | {_variants(where)} |\n")
    return "".join(lines)


_HEAD = """# What versions and tag sets of JATS cannot hold

`just docs` makes this page from `jats/elements/losses/` and the official DTDs. If a value has no element of its own, `jats
build` writes it in the nearest form that the version has, or leaves it out, and reports which. Publishing 1.3 and 1.4 lose no
value. In the tables, `authors` includes contributors and members of groups, and `references` includes every work described by
fields. JATS markup in a text (`<fn>`, `<list>`, `<xref>` …) is kept if the version has it; otherwise only its words are kept.
"""


_OUTCOMES = {None: "left out", "as": "written in another form", "after": "written after its first page"}


def _line(row: LossRow, grammars: Mapping[tuple[str, str], Grammar]) -> str:
    lacking = [variant for variant, grammar in grammars.items() if row.holds(grammar)]
    tag = "any element" if row.tag == "*" else f"`{row.tag}`"
    outcome = _OUTCOMES.get(row.instead, f"written {row.instead}")
    return f"| `{row.field}` | {tag} in `{row.parent}` | {row.when or _variants(lacking)} | {outcome} |\n"


def _marks_of_all(grammars: Mapping[tuple[str, str], Grammar]) -> dict[LossRow, list[tuple[str, str]]]:
    found: dict[LossRow, list[tuple[str, str]]] = {}
    for variant, grammar in grammars.items():
        for row in marks(grammar):
            found.setdefault(row, []).append(variant)
    return found


def _variants(variants: Iterable[tuple[str, str]]) -> str:
    """`Publishing 1.0, Authoring 1.0 to 1.4`."""
    by_set: dict[str, list[str]] = {}
    for tag_set, version in variants:
        by_set.setdefault(tag_set, []).append(version)
    return ", ".join(
        f"{tag_set.capitalize()} {versions[0] + (f' to {versions[-1]}' if len(versions) > 1 else '')}"
        for tag_set, versions in by_set.items()
    )
