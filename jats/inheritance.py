"""What an article inherits: journal and issue files found upwards, and what the command line sets."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jats.article_file import SUFFIXES, read_fields
from jats.draft import List, Map, Node, Text, merge, set_value
from jats.errors import InputError
from jats.files.folders import folders_above
from jats.files.limits import reason
from jats.files.sources import read_file
from jats.findings import Finding, Note, Place
from jats.gate.fields import without
from jats.gate.shape import shape_faults
from jats.input_codes import reading
from jats.messages.words import any_of

MODEL = "references.model"
"""The name of the journal's own model of references, beside its file."""
_WHOLE = ("license", "copyright", "pages")
"""Fields that are inherited whole or not at all: half of one licence and half of another is a third."""

_EITHER = (("undated", "published"), ("published", "undated"))
"""Fields of which only one can be: what the article says of one ends what it inherits of the other."""

_DATE_FIELDS = frozenset(
    (
        "year",
        "month",
        "day",
        "season",
        "text",
        "until",
        "era",
        "calendar",
        "gregorian",
        "date",
        "type",
        "format",
        "authority",
    )
)


def inherit(draft: Map, folder: Path | None, journal: Path | None, note: Note) -> Map:
    """The article over its issue over its journal.

    `journal.*` and `issue.*` are looked for in `folder` and the folders above it, up to one that holds `.git`; the nearest
    counts. `journal` names a journal file to take instead. Raises InputError if an existing file can't be read.
    """
    where = _Folder.of(folder, draft.place.file)
    above = _File(str(journal), str(journal)) if journal else where.nearest("journal", note)
    issue = where.nearest("issue", note)
    under = _checked(issue, "issue", note) if issue else Map(draft.place)
    if above:
        _merge(under, _as_article(_checked(above, "journal", note)))
    _merge(draft, under)
    return draft


def journal_targets(folder: Path | None, journal: Path | None) -> tuple[str, ...]:
    """The services that the journal's file names in `targets`; its faults are reported with the article."""
    unheard = list[Finding]()
    file = _File(str(journal), str(journal)) if journal else _Folder.of(folder, "").nearest("journal", unheard.append)
    targets = _read(file, "journal")[0].items.get("targets") if file else None
    texts = targets.items if isinstance(targets, List) else [targets]
    return tuple(str(text.value) for text in texts if isinstance(text, Text))


def files_above(folder: Path | None, journal: Path | None) -> tuple[str, ...]:
    """The paths of the journal and issue files that an article in `folder` inherits from."""
    where, unheard = _Folder.of(folder, ""), list[Finding]()
    above = _File(str(journal), str(journal)) if journal else where.nearest("journal", unheard.append)
    return tuple(file.path for file in (above, where.nearest("issue", unheard.append)) if file)


def names_above(folder: Path | None, journal: Path | None, article: str) -> tuple[str, ...]:
    """The names, as findings on the article `article` print them, of the files that it inherits from."""
    where, unheard = _Folder.of(folder, article), list[Finding]()
    above = _File(str(journal), str(journal)) if journal else where.nearest("journal", unheard.append)
    return tuple(file.name for file in (above, where.nearest("issue", unheard.append)) if file)


def beside_journal(folder: Path | None, journal: Path | None, name: str) -> Path | None:
    """The path of a file of that name beside the journal's file; None if there is no journal's file."""
    unheard = list[Finding]()
    file = _File(str(journal), str(journal)) if journal else _Folder.of(folder, "").nearest("journal", unheard.append)
    return Path(file.path).parent / name if file else None


def journals_model(name: str, journal: str | None) -> AbstractContextManager[None]:
    """References are read with the model beside the journal's file, if there is one. Raises InputError if it cannot be read."""
    folder = None if name == "-" else Path(name).resolve().parent
    path = beside_journal(folder, Path(journal) if journal else None, MODEL)
    if path is None or not path.is_file():
        return nullcontext()
    from jats.citations.adapted import load_model, reading_with

    return reading_with(load_model(str(path), path.stat().st_mtime_ns))


def apply_settings(draft: Map, settings: Sequence[tuple[str, str]], note: Note) -> Map:
    """The draft with fields set as `--set KEY=VALUE` says; a key that leads nowhere is reported."""
    for key, value in settings:
        place = Place(f"--set {key}")
        try:
            set_value(draft, key, value, place)
        except KeyError as error:
            note(reading.bad_setting(place, (), key, str(error.args[0])))
    return draft


def _merge(over: Map, under: Map) -> None:
    for key in [*_WHOLE, *(["published"] if _is_date(over) or _is_date(under) else [])]:
        if key in over.items:
            under.items.pop(key, None)
    for key, other in _EITHER:
        if key in over.items and not _is_no(over.items[key]):
            under.items.pop(other, None)
    merge(over, under)


def _is_no(node: Node) -> bool:
    return isinstance(node, Text) and str(node.value).lower() in ("no", "false")


def _is_date(draft: Map) -> bool:
    """Whether `published` is one date in parts, not dates by kind."""
    published = draft.items.get("published")
    return isinstance(published, Map) and bool(published.items.keys() & _DATE_FIELDS)


def _as_article(file: Map) -> Map:
    """The fields of an article that a journal file says: the journal itself, and its `defaults`."""
    journal = Map(file.place)
    for key, value in file.items.items():
        if key not in ("format", "defaults", "targets"):
            journal.put(key, value, file.keys[key])
    defaults = file.items.get("defaults")
    article = defaults if isinstance(defaults, Map) else Map(file.place)
    if journal.items:
        article.put("journal", journal)
    return article


@dataclass(frozen=True, slots=True)
class _File:
    """A journal or issue file: its path, and its name as people see it, beside that of the article."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class _Folder:
    """The folder of an article, and those above it; `article` is the article's name to people."""

    folders: tuple[str, ...]
    article: str

    @classmethod
    def of(cls, folder: Path | None, article: str) -> _Folder:
        """The folder with all above it, up to one that holds `.git`."""
        return cls(() if folder is None else tuple(folders_above(os.path.realpath(folder))), article)

    def nearest(self, stem: str, note: Note) -> _File | None:
        """The nearest file of that name, here or in a folder above."""
        for folder in self.folders:
            found = [path for suffix in SUFFIXES if os.path.isfile(path := f"{folder}{os.sep}{stem}{suffix}")]
            for other in found[1:]:
                name = self._shown(other)
                note(reading.two_files(Place(name), (), os.path.basename(found[0]), os.path.basename(other)))
            if found:
                return _File(found[0], self._shown(found[0]))
        return None

    def _shown(self, path: str) -> str:
        """Its name from where the article's name starts, so that no path of one machine is in a report."""
        way = os.path.relpath(path, self.folders[0])
        return os.path.normpath(os.path.join(os.path.dirname(self.article), way))


def _checked(file: _File, kind: str, note: Note) -> Map:
    """The file's fields without those of a wrong shape, which are reported at their place in it."""
    draft, findings = _read(file, kind)
    for finding in findings:
        note(finding)
    return draft


def _read(file: _File, kind: str) -> tuple[Map, tuple[Finding, ...]]:
    try:
        status = os.stat(file.path)
    except OSError as error:
        raise InputError(f"{file.name}: {reason(error)}") from None
    draft, findings = _read_once(file, kind, status.st_mtime_ns, status.st_size)
    return _copied(draft), findings


@lru_cache(maxsize=64)
def _read_once(file: _File, kind: str, _changed: int, _size: int) -> tuple[Map, tuple[Finding, ...]]:
    """A file as it is now; the thousand articles of a journal read it once."""
    findings: list[Finding] = []
    suffix = Path(file.path).suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{file.name}: the name of a {kind} file must end in {any_of(SUFFIXES)}")
    draft = read_fields(_bytes(file), file.name, suffix, findings.append)
    if draft is None:
        return Map(Place(file.name)), tuple(findings)
    faults = shape_faults(draft, kind)
    findings += [finding for finding, _ in faults]
    return without(draft, {way for _, way in faults}), tuple(findings)


def _bytes(file: _File) -> bytes:
    try:
        return read_file(file.path)
    except InputError as error:
        raise InputError(f"{file.name}: {error}") from error


def _copied(node: Map) -> Map:
    """A draft of its own, for merging changes drafts in place."""
    return Map(node.place, {key: _copied_node(value) for key, value in node.items.items()}, dict(node.keys))


def _copied_node(node: Node) -> Node:
    if isinstance(node, Map):
        return _copied(node)
    if isinstance(node, List):
        return List([_copied_node(item) for item in node.items], node.place)
    return Text(node.value, node.place)
