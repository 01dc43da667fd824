"""Results of unchanged files kept from run to run: one small JSON file an input, read only while everything is as it was.

What a result depends on: this program's version, the options and settings, the input's bytes, the journal and issue files that
it inherits from, Schematron and schema files, and plug-ins. A kept file that can't be read is as good as none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jats.checking.checked import Checked
from jats.checking.options import CheckOptions, FileSettings
from jats.files.folders import cache_folder
from jats.files.kinds import Kind, kind_of
from jats.files.outputs import write_whole
from jats.findings import Place
from jats.results import Excerpt

_FORMAT = 1
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of jats check; may be deleted at any time.\n"
"""The mark by which backup programs recognise a cache (bford.info/cachedir)."""


@dataclass(frozen=True, slots=True)
class CachedResult:
    """A result in a form that JSON can hold: a map can't have places as its keys."""

    key: str
    checked: Checked
    excerpts: tuple[tuple[Place, Excerpt], ...]


def default_folder() -> str:
    """The folder of kept results in the user's cache."""
    return str(cache_folder() / "check")


Check = Callable[[bytes, str, CheckOptions, FileSettings], Checked]
"""Checks the bytes of one input, whose name, options and settings are given."""


def through_cache(check: Check, data: bytes, name: str, request: CheckOptions, settings: FileSettings) -> Checked:
    """The kept result of an input if nothing has changed, else a new one, which is kept."""
    path = _path(request.cache or default_folder(), name)
    key = _key(name, data, request, settings)
    kept = load_cached(path, key)
    if kept is not None:
        return replace(kept, kept=True)
    checked = check(data, name, request, settings)
    save_cached(path, key, checked)
    return checked


def load_cached(path: Path, key: str) -> Checked | None:
    """The result kept under a path, None if there is none of this key."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if key.encode() not in data[:200]:  # most misses are seen without reading the rest
        return None
    try:
        kept: CachedResult = _form().validate_json(data)
    except ValueError:
        return None
    result = replace(kept.checked.result, excerpts=dict(kept.excerpts))
    return replace(kept.checked, result=result) if kept.key == key else None


def save_cached(path: Path, key: str, checked: Checked) -> None:
    """Keep a result for the next run."""
    result = checked.result
    kept = CachedResult(key, replace(checked, result=replace(result, excerpts={})), tuple(result.excerpts.items()))
    write_whole(path, _form().dump_json(kept))


def mark_folder(folder: str) -> None:
    """Make the cache's folder one that version control and backups pass over; raises InputError if it can't be written."""
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        if not os.path.exists(path := os.path.join(folder, name)):
            write_whole(Path(path), text.encode())


def _path(folder: str, name: str) -> Path:
    file = blake2b(os.path.abspath(name).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return Path(folder, file[:2], f"{file[2:]}.json")


def _key(name: str, data: bytes, request: CheckOptions, settings: FileSettings) -> str:
    asked = replace(request, cache=None, options=replace(request.options, jobs=1, all_findings=False, time_limit=0.0))
    hashed = blake2b(digest_size=20)
    for part in (
        repr((_FORMAT, _version(), _plugins(), name, asked, settings)).encode("utf-8", "backslashreplace"),
        data,
    ):
        hashed.update(b"%d:" % len(part) + part)
    for path in _others(name, data, request, settings):
        hashed.update(f"{path}:{_digest(path, *_stamp(path))}".encode("utf-8", "backslashreplace"))
    return hashed.hexdigest()


def _others(name: str, data: bytes, request: CheckOptions, settings: FileSettings) -> Iterator[str]:
    """The other files that a result depends on."""
    yield from settings.schematron
    if request.options.schema and os.path.isfile(request.options.schema):
        yield request.options.schema
    if kind_of(data, name) is Kind.ARTICLE_FILE:
        from jats.body_files import files_named as bodies_named
        from jats.inheritance import MODEL, beside_journal, files_above
        from jats.reference_files import files_named

        folder = Path(os.path.dirname(name)) if name != "-" else None
        yield from files_above(folder, Path(request.options.journal) if request.options.journal else None)
        yield from files_named(data, folder)
        model = beside_journal(folder, Path(request.options.journal) if request.options.journal else None, MODEL)
        if model is not None:
            yield str(model)
        yield from bodies_named(data, folder)


def _stamp(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=256)
def _digest(path: str, _changed: int, _size: int) -> str:
    try:
        return blake2b(Path(path).read_bytes(), digest_size=20).hexdigest()
    except OSError:
        return ""


@cache
def _version() -> str:
    from importlib.metadata import version

    return version("jats-export")


@cache
def _plugins() -> tuple[str, ...]:
    from importlib.metadata import entry_points

    found = (entry.dist for entry in entry_points(group="jats.rules"))
    return tuple(sorted(f"{each.name} {each.version}" for each in found if each is not None))


@cache
def _form() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(CachedResult)
