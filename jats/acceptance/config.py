"""`jats.toml`: what a journal wants of `jats check`; the nearest one above a file counts for it.

targets = ["pmc", "crossref"]     services to check for
select = ["COM", "people"]        only these rules (codes, beginnings of codes, topics)
ignore = ["COM916"]               all but these
schematron = ["house.sch"]        own rules, beside this file

[severities]
COM105 = "warning"                error, warning or info

[columns]                         columns of spreadsheets that are named in another way than the fields of article files
"Назва статті" = "title[uk]"      a field, as in an article file; "-" leaves the column out

[[files]]                         the same for some files, added to what is above; the last one that fits wins
pattern = "archive/**"
ignore = ["COM2"]
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jats.acceptance.selection import check_selectors
from jats.errors import InputError
from jats.files.folders import folders_above
from jats.findings import Severity
from jats.messages.words import nearest

NAME = "jats.toml"
_LISTS = ("targets", "select", "ignore", "schematron")
_KEYS = (*_LISTS, "severities", "files", "columns")
_FILE_KEYS = ("pattern", *_LISTS, "severities")


@dataclass(frozen=True, slots=True)
class FileRules:
    """What one table says; `pattern` is for which files, None for all. None for a list means that it changes nothing."""

    pattern: str | None = None
    targets: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    schematron: tuple[str, ...] | None = None
    severities: tuple[tuple[str, Severity], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """A `jats.toml` as read: the folder that patterns start from, and its tables, the whole file's first.

    `columns` are pairs of a spreadsheet's column and a field.
    """

    folder: str = ""
    tables: tuple[FileRules, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """The path of the file."""
        return os.path.join(self.folder, NAME)

    def rules_for_file(self, name: str) -> FileRules:
        """What holds for one file: lists of later tables that fit are added, their targets and selects replace."""
        said = [each for each in self.tables if each.pattern is None or _fits(each.pattern, name, self.folder)]
        return FileRules(
            None,
            _last(each.targets for each in said),
            _last(each.select for each in said),
            tuple(code for each in said for code in each.ignore or ()),
            tuple(os.path.join(self.folder, path) for each in said for path in each.schematron or ()),
            tuple(pair for each in said for pair in each.severities),
        )


def config_for(name: str) -> Config:
    """The configuration that holds for a file: of the nearest `jats.toml` in its folder and above, up to the repository's root.

    Raises InputError for a file that can't be read, a key that isn't known (with the nearest one), or a wrong value.
    """
    folder = os.path.abspath(os.path.dirname(name)) if name != "-" else os.getcwd()
    path = _nearest(folder)
    return _read_once(path, os.stat(path).st_mtime_ns) if path else Config()


def read_config(path: str) -> Config:
    """The configuration in a file; raises InputError as `config_for`."""
    try:
        fields = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeError) as error:
        raise InputError(f"{path}: can't be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: {str(error)[:1].lower()}{str(error)[1:]}") from error
    _known(fields, _KEYS, path)
    files = fields.get("files", [])
    if not isinstance(files, list) or not all(isinstance(each, dict) for each in files):
        raise InputError(f"{path}: files is written as tables: [[files]]")
    tables = [_wishes(fields, path), *(_of_files(each, path) for each in files)]
    return Config(os.path.dirname(os.path.abspath(path)), tuple(tables), _columns(fields.get("columns", {}), path))


@lru_cache(maxsize=64)
def _read_once(path: str, _changed: int) -> Config:
    return read_config(path)


@lru_cache(maxsize=4096)
def _nearest(folder: str) -> str | None:
    paths = (os.path.join(each, NAME) for each in folders_above(folder))
    return next((path for path in paths if os.path.isfile(path)), None)


def _of_files(fields: Mapping[str, Any], path: str) -> FileRules:
    _known(fields, _FILE_KEYS, path)
    if not isinstance(fields.get("pattern"), str):
        raise InputError(f'{path}: each [[files]] table wants a pattern, as in pattern = "archive/**"')
    return _wishes(fields, path)


def _wishes(fields: Mapping[str, Any], path: str) -> FileRules:
    select, ignore = (_texts(fields, key, path) for key in ("select", "ignore"))
    return FileRules(
        fields.get("pattern"),
        _targets(_texts(fields, "targets", path)),
        None if select is None else check_selectors(select, f"{path}: select"),
        None if ignore is None else check_selectors(ignore, f"{path}: ignore"),
        _texts(fields, "schematron", path),
        _severities(fields.get("severities", {}), path),
    )


def _targets(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(name.lower() for name in names)


def _texts(fields: Mapping[str, Any], key: str, path: str) -> tuple[str, ...] | None:
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise InputError(f'{path}: {key} is a list of texts, as in {key} = ["…"]')
    return tuple(value)


def _severities(value: object, path: str) -> tuple[tuple[str, Severity], ...]:
    words = {severity.word: severity for severity in Severity}
    if not isinstance(value, dict):
        raise InputError(f"{path}: severities is a table: [severities]")
    for selector, word in value.items():
        if word not in words:
            raise InputError(
                f"{path}: {selector} is {word!r}; a severity is {', '.join(words)} (ignore takes a rule out)"
            )
    selectors = check_selectors(tuple(value), f"{path}: severities")
    return tuple(zip(selectors, (words[word] for word in value.values()), strict=True))


def _columns(value: object, path: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(field, str) for field in value.values()):
        raise InputError(f'{path}: columns is a table of texts: [columns], then "Title of the article" = "title"')
    return tuple(value.items())


def _known(fields: Mapping[str, Any], keys: Sequence[str], path: str) -> None:
    for key in fields:
        if key not in keys:
            near = nearest(key, keys, 1, 0.6)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(keys)}"
            raise InputError(f"{path}: nothing is set by {key!r}; {hint}")


def _last(values: Iterable[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    given = [value for value in values if value is not None]
    return given[-1] if given else None


def _fits(pattern: str, name: str, folder: str) -> bool:
    path = os.path.relpath(os.path.abspath(name), folder).replace(os.sep, "/")
    # A pattern without a slash is meant for names in any folder, as in .gitignore.
    return _expression(pattern if "/" in pattern else f"**/{pattern}").fullmatch(path) is not None


_WILD = re.compile(r"\*\*/|\*\*|\*|\?")
_MEANING = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=256)
def _expression(pattern: str) -> re.Pattern[str]:
    pieces, end = [], 0
    for found in _WILD.finditer(pattern):
        pieces += [re.escape(pattern[end : found.start()]), _MEANING[found.group()]]
        end = found.end()
    return re.compile("".join(pieces) + re.escape(pattern[end:]) + ("(?:/.*)?" if not pattern.endswith("*") else ""))
