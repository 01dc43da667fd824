"""Any input → article files: YAML for an editor to look over, with comments at what is uncertain or has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from jats.article_file.to_yaml import to_yaml
from jats.draft import List, Map, Node, Text, show_path
from jats.draft import Path as DraftPath
from jats.findings import Finding, Severity
from jats.inheritance import names_above
from jats.options import Options
from jats.pipeline import INCOMPLETE, ArticleRun, run_articles

FORMAT = "1"
"""The version of the article file's format."""

_NOT_PLACED = "IMP001"
_DATE = (("year",), ("year", "month"), ("year", "month", "day"))
_NO_DATES = ("copyright",)
"""Fields with a year that are not dates: a text there is the whole statement."""

_LAST_STEP = re.compile(r"[.\[][^.\[]*$")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One article of an input as the bytes of an article file, None if nothing could be read, and what was found.

    `number` is the article's place in an input that has several, from 1.
    """

    file: str
    yaml: bytes | None
    findings: tuple[Finding, ...]
    number: int | None = None


def import_articles(data: bytes, name: str, options: Options) -> Iterator[ArticleFile]:
    """Each article of an input as an article file, even a faulty one: that is what an editor corrects.

    What journal and issue files give is left to them, except with `options.journal`, which is written into each file.
    Raises InputError for a journal file that cannot be read, or a format that does not exist.
    """
    folder = None if name == "-" else Path(name).resolve().parent
    above = frozenset() if options.journal else frozenset(names_above(folder, None, name))
    for run in run_articles(data, name, options):
        findings = tuple(_as_missing(finding) for finding in run.findings)
        yaml = None if run.draft is None else _yaml(run, above, findings).encode()
        yield ArticleFile(name, yaml, findings, run.number)


def _as_missing(finding: Finding) -> Finding:
    """What JATS requires and the input lacks is not the input's fault: a journal's file may give it later."""
    return finding.rated(Severity.WARNING) if finding.code.startswith(INCOMPLETE) else finding


def _yaml(run: ArticleRun, above: frozenset[str], findings: tuple[Finding, ...]) -> str:
    draft = run.draft if run.draft is not None else Map(findings[0].place)
    kept = _own(draft, above)
    own = kept if isinstance(kept, Map) else Map(draft.place)
    shown = [finding for finding in findings if finding.severity > Severity.INFO and finding.place.file not in above]
    comments, general, unplaced = _sorted(shown, own, run.name)
    file = "standard input" if run.name == "-" else PurePath(run.name).name
    article = f", article {run.number}" if run.number else ""
    head = [f"Imported from {file}{article}. Comments say what to check, with its line there.", *general]
    tail = ["Not placed:", *(f"- {each}" for each in unplaced)] if unplaced else []
    return to_yaml(_in_order(own), comments, head if run.imported else general, tail)


def _own(node: Node, above: frozenset[str]) -> Node | None:
    """The draft without what it inherits from the files `above`; dates in parts are written as one text."""
    if isinstance(node, Text):
        return None if node.place.file in above else node
    if isinstance(node, List):
        items = [own for item in node.items if (own := _own(item, above)) is not None]
        return List(items, node.place) if items or node.place.file not in above else None
    fields = {key: _dated(key, own) for key, value in node.items.items() if (own := _own(value, above)) is not None}
    return Map(node.place, fields, node.keys) if fields or node.place.file not in above else None


def _dated(key: str, node: Node) -> Node:
    """The value of a field; a date in parts as one text, except where a text would say something else."""
    if not isinstance(node, Map) or key in _NO_DATES or tuple(node.items) not in _DATE:
        return node
    date = _as_date(node.items)
    return node if date is None else Text(date, node.place)


def _as_date(parts: dict[str, Node]) -> str | None:
    """`2024-03-30`, from numbers of the usual length; None for anything else."""
    texts = [str(part.value) for part in parts.values() if isinstance(part, Text)]
    date = "-".join(text.zfill(2) for text in texts)
    return date if len(texts) == len(parts) and re.fullmatch(r"\d{4}(-\d\d){0,2}", date) else None


def _in_order(draft: Map) -> Map:
    """The fields in the order of the article file's page, after the version of its format."""
    from jats.model.article import Article

    items = {
        "format": Text(FORMAT, draft.place),
        **{key: draft.items[key] for key in Article.model_fields if key in draft.items},
    }
    return Map(draft.place, {**items, **draft.items}, draft.keys)


def _sorted(findings: list[Finding], draft: Map, name: str) -> tuple[dict[DraftPath, list[str]], list[str], list[str]]:
    """What to say above fields, at the top of the file, and at its end about what is not placed."""
    paths = {show_path(path): path for path in _paths(draft, ())}
    comments: dict[DraftPath, list[str]] = {}
    general: list[str] = []
    unplaced: list[str] = []
    for finding in findings:
        field = finding.data_path or ""
        while field and field not in paths:
            field = _LAST_STEP.sub("", field) if _LAST_STEP.search(field) else ""
        if field:
            comments.setdefault(paths[field], []).append(_said(finding, name, field))
        else:
            (unplaced if finding.code == _NOT_PLACED else general).append(_said(finding, name, ""))
    return comments, general, unplaced


def _said(finding: Finding, name: str, field: str) -> str:
    """The message with its line in the input, and its field if the comment is not above that very field."""
    place = finding.place
    line = f"line {place.line}: " if place.line and place.file == name else ""
    path = finding.data_path
    message = finding.message.removeprefix("not placed: ") if finding.code == _NOT_PLACED else finding.message
    return f"{line}{path + ': ' if path and path != field else ''}{message}"


def _paths(node: Node, path: DraftPath) -> Iterator[DraftPath]:
    yield path
    if isinstance(node, Map):
        for key, value in node.items.items():
            yield from _paths(value, (*path, key))
    elif isinstance(node, List):
        for number, item in enumerate(node.items):
            yield from _paths(item, (*path, number))
