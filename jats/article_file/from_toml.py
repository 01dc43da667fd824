"""TOML → Draft; its reader gives no places, so keys are looked for in the lines, as far as that goes."""

from __future__ import annotations

import datetime
import re
import tomllib
from typing import Any

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Note, Place
from jats.input_codes import reading

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(?P<brackets>\[\[?)[ \t]*(?P<names>{_NAMES})[ \t]*\]")
_KEY = re.compile(rf"(?P<indent>[ \t]*)(?P<names>{_NAMES})[ \t]*=")
_ERROR_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_LONG_TEXT = re.compile(r'"""|' + "'''")
DEEPEST = 64


def read_toml(text: str, name: str, note: Note) -> Map | None:
    """The fields of a TOML file; `None` where it can't be read, and then a finding says why."""
    try:
        fields = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        note(_explain(str(error), name))
        return None
    except RecursionError:
        note(reading.too_large(Place(name), (), "too many levels stand inside one another: no article needs them"))
        return None
    places = _places(text, name)
    root = _node(fields, (), places, Place(name, 1, 1))
    return root if isinstance(root, Map) else None


def _explain(message: str, name: str) -> Any:
    match = _ERROR_PLACE.fullmatch(message)
    problem = match[1] if match else message.removesuffix(" (at end of document)")
    place = Place(name, int(match[2]), int(match[3])) if match else Place(name)
    return reading.bad_toml(place, (), problem[:1].lower() + problem[1:])


def _node(value: Any, path: Path, places: dict[Path, Place], around: Place) -> Node:
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
    """A value as the file writes it, as near as TOML's reader tells."""
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
