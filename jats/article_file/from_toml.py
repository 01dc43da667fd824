"""TOML → Draft; Python's reader gives no places, so keys are looked for in the lines, as far as that goes."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from jats.article_file.depth import TOO_DEEP, TooDeepError
from jats.article_file.yaml_lines import shown
from jats.draft import DEEPEST, List, Map, Node, Path, Text
from jats.findings import Note, Place
from jats.input_codes import reading

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(?P<brackets>\[\[?)[ \t]*(?P<names>{_NAMES})[ \t]*\]")
_KEY = re.compile(rf"(?P<indent>[ \t]*)(?P<names>{_NAMES})[ \t]*=")
_ERROR_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_ASSIGNED = re.compile(r"(?P<key>[ \t]*[A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*(?P<value>\S.*)")
_OPEN_QUOTE = re.compile(r"[^='\"#]*=[ \t]*'[^']*")
_MARKS = (('"', '"'), ("'", "'"), ("“", "”"), ("„", "“"), ("«", "»"))
_MOST = 20
_USUAL = 'write each text in straight quotation marks, as in title = "Tides"'
_PROBLEMS = (
    ("Invalid value", "the value is not in quotation marks", ""),
    ("Expected '=' after a key", "there is no = after the key", ""),
    ("Illegal character '\\n'", "the quotation mark is opened and not closed", ""),
    ('Expected "\'"', "the quotation mark is opened and not closed", ""),
    ("Unterminated string", "the quotation mark is opened and not closed", ""),
    ("Expected newline or end of document after a statement", "text follows the end of the value", ""),
    ("Unescaped '\\'", "a backslash begins an escape that TOML does not know", ""),
    ("Cannot overwrite a value", "this key is here a second time", "delete one of them"),
    (
        "Cannot declare",
        "this table is here a second time",
        "put everything under one of them, or write [[…]] for a list",
    ),
    ("Unclosed array", "the bracket [ is opened above and not closed", "write ] after the last item"),
    ("end of an array declaration", "the name of a list is not closed", "write ]] after it"),
)
"""Words of Python's TOML reader, what they mean to a person, and the remedy if it is not a corrected line."""
_LONG_TEXT = re.compile(r'"""|' + "'''")


def read_toml(text: str, name: str, note: Note) -> Map | None:
    """The fields of a TOML file; `None` if it cannot be read, and then a finding says why.

    After a slip the file is read again as if the finding's advice had been followed, so that all of them are reported.
    """
    reported = 0
    for _ in range(_MOST):
        try:
            fields = tomllib.loads(text, parse_float=str)
        except tomllib.TOMLDecodeError as error:
            slip = _explain(str(error), text, name)
            if slip.place.line is not None and slip.place.line <= reported:
                return None
            note(reading.bad_toml(slip.place, (), slip.problem, slip.remedy))
            if slip.line is None:
                return None
            reported = slip.place.line or 0
            rows = text.split("\n")
            rows[reported - 1] = slip.line
            text = "\n".join(rows)
        except RecursionError:
            note(reading.too_large(Place(name), (), TOO_DEEP))
            return None
        else:
            return _draft(fields, text, name, note)
    return None


def _draft(fields: dict[str, Any], text: str, name: str, note: Note) -> Map | None:
    try:
        root = _node(fields, (), _places(text, name), Place(name, 1, 1))
    except TooDeepError:
        note(reading.too_large(Place(name), (), TOO_DEEP))
        return None
    return root if isinstance(root, Map) else None


@dataclass(frozen=True, slots=True)
class _Slip:
    """What is wrong and where, and the remedy; `line` is the whole line as it should be, None if that is not known."""

    place: Place
    problem: str
    remedy: str
    line: str | None


def _explain(message: str, text: str, name: str) -> _Slip:
    match = _ERROR_PLACE.fullmatch(message)
    problem = match[1] if match else message.removesuffix(" (at end of document)")
    said, remedy = next((row[1:] for row in _PROBLEMS if row[0] in problem), (problem[:1].lower() + problem[1:], ""))
    rows = text.split("\n")
    number = int(match[2]) if match else next((at for at, row in enumerate(rows, 1) if _OPEN_QUOTE.fullmatch(row)), 0)
    if not number:
        return _Slip(Place(name), said, remedy or _USUAL, None)
    line = _corrected(rows[number - 1]) if not remedy else None
    place = Place(name, number, int(match[3]) if match else 1)
    return _Slip(place, said, f"write {shown(line)}" if line else remedy or _USUAL, line)


def _corrected(line: str) -> str | None:
    """The line with its value as a text in straight double quotation marks; None if that changes nothing."""
    match = _ASSIGNED.fullmatch(line)
    if match is None or match["value"][:1] in "[{":
        return None
    value = match["value"].strip()
    for opening, closing in _MARKS:
        if value.startswith(opening) and len(value) > 1:
            value = value[1:-1] if value.endswith(closing) else value[1:]
            break
    corrected = f"{match['key']} = {json.dumps(value, ensure_ascii=False)}"
    return corrected if corrected.strip() != line.strip() else None


def _node(value: Any, path: Path, places: dict[Path, Place], around: Place) -> Node:
    if len(path) > DEEPEST:
        raise TooDeepError
    place = places.get(path, around)
    if isinstance(value, dict):
        result = Map(place)
        for key, item in value.items():
            below = _node(item, (*path, key), places, place)
            result.put(key, below, places.get((*path, key), place))
        return result
    if isinstance(value, list):
        return List([_node(item, (*path, index), places, place) for index, item in enumerate(value)], place)
    return Text(_written(value), place)


def _written(value: Any) -> str:
    """A value as the file writes it, as near as TOML's reader shows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


def _places(text: str, name: str) -> dict[Path, Place]:
    places: dict[Path, Place] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    inside: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        outside = inside is None
        inside = _after(line, inside)
        if not outside:
            continue
        if header := _HEADER.match(line):
            table = _table(_split(header["names"]), header["brackets"] == "[[", counts)
            places[table] = Place(name, number, 1)
        elif key := _KEY.match(line):
            for length in range(1, len(names := _split(key["names"])) + 1):
                places.setdefault((*table, *names[:length]), Place(name, number, len(key["indent"]) + 1))
    return places


def _after(line: str, inside: str | None) -> str | None:
    """The kind of three quotation marks that are open after a line."""
    for found in _LONG_TEXT.finditer(line):
        if inside is None:
            inside = found.group()
        elif inside == found.group():
            inside = None
    return inside


def _split(names: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(_NAME, names))


def _table(names: tuple[str, ...], is_list: bool, counts: dict[Path, int]) -> Path:
    """The path of a table, items of lists of tables counted."""
    path: Path = ()
    for position, part in enumerate(names):
        path = (*path, part)
        if position == len(names) - 1 and is_list:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
