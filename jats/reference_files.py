"""Files of references → the list of an article file: BibTeX, RIS, CSL-JSON and MEDLINE, by their content."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from jats.article_file.encoding import decode_any
from jats.article_file.from_json import read_json_value
from jats.citations.formats.as_reference import as_references
from jats.citations.formats.detection import DETECTORS, detect
from jats.citations.formats.records import Doubt, Record, Unplaced
from jats.draft import List, Map, Node, Text
from jats.draft import Path as Way
from jats.errors import InputError
from jats.files.beside import path_beside
from jats.files.sources import read_file
from jats.findings import Finding, Note, Place
from jats.input_codes import reference_files as codes
from jats.messages.words import any_of

TITLES = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON", "nbib": "MEDLINE"}
"""The formats that are read, by their names, and what people call them."""
_NULL_IN_LIST = "INP013"
_HEAD = 60_000
"""Bytes that tell the format."""

Read = tuple[list[Record], list[Doubt]]


def read_references(data: bytes, name: str, note: Note, format_name: str | None = None) -> list[Map] | None:
    """The references of a file, with their places in it; None if its format is not known, and then a finding says so."""
    decoded = decode_any(data)
    text = decoded.text.removeprefix("\ufeff")
    if decoded.guessed:
        words = f"the file is not UTF-8; it was read as {decoded.encoding}: check the names, or save the file as UTF-8"
        note(codes.file_doubt(Place(name, 1, 1), (), words))
    found = format_name or detect(text)
    if found is None:
        why = f"is in no format that can be read here: {any_of(list(TITLES.values()))}"
        note(codes.file_unusable(Place(name, 1, 1), (), name, why))
        return None
    records, doubts = _READERS[found](text, name, note)
    references, left = as_references(records)
    for doubt in doubts:
        note(codes.file_doubt(doubt.place, (), doubt.words))
    if left:
        note(_left_out(left))
    return references


def format_of(data: bytes) -> str | None:
    """The name of the format of a file, by its content; None if it is in another format."""
    return detect(decode_any(data[:_HEAD]).text)


def with_reference_files(draft: Map, folder: Path | None, note: Note) -> Map:
    """The draft with each list that is given as the name of a file (`references: tides.bib`) read from that file.

    The file is in the article's folder or below it. What cannot be used is reported, and taken out.
    """
    for around, way, text in list(_named(draft, ())):
        references = _from_file(text, way, folder, note)
        del around.items["references"]
        if references:
            around.items["references"] = List(list(references), references[0].place)
    return draft


def files_named(data: bytes, folder: Path | None) -> Iterator[str]:
    """The paths of the files of references that an article file may name."""
    for found in _IN_FILE.finditer(data):
        path = folder / found[1].decode("utf-8", "replace").strip() if folder else None
        if path is not None:
            yield str(path)


_FILE_NAME = re.compile(r"(?!.*\. )[^\s:*?\"<>|][^:*?\"<>|\n]{0,180}\.(?:bib|bibtex|ris|nbib|json)", re.IGNORECASE)
_IN_FILE = re.compile(
    rb"references[\"']?[ \t]*[:=][ \t]*[\"']?([^\"'\n#]{1,200}\.(?:bib|bibtex|ris|nbib|json))", re.IGNORECASE
)


def _named(node: Node, way: Way) -> Iterator[tuple[Map, Way, Text]]:
    """Every `references` that is the name of a file, with the map that it is in."""
    if isinstance(node, List):
        for index, item in enumerate(node.items):
            yield from _named(item, (*way, index))
    elif isinstance(node, Map):
        for key, value in node.items.items():
            if isinstance(value, Text):
                if key == "references" and isinstance(value.value, str) and _FILE_NAME.fullmatch(value.value.strip()):
                    yield node, (*way, key), value
            else:
                yield from _named(value, (*way, key))


def _from_file(text: Text, way: Way, folder: Path | None, note: Note) -> list[Map]:
    name = str(text.value).strip()
    try:
        data = read_file(str(path_beside(name, folder)))
    except InputError as error:
        note(codes.file_unusable(text.place, way, name, str(error)))
        return []
    shown = os.path.normpath(os.path.join(os.path.dirname(text.place.file), name))
    found: list[Finding] = []
    references = read_references(data, shown, found.append)
    for finding in found:
        note(finding)
    if references == [] and not found:
        note(codes.file_unusable(text.place, way, name, "has no references"))
    return references or []


def _left_out(left: list[Unplaced]) -> Finding:
    """One finding for all fields of a file, at the first, with how often each is there; a program's own fields last."""
    own, ours = (
        Counter(one.name for one in left if one.housekeeping),
        Counter(one.name for one in left if not one.housekeeping),
    )
    names = [f"{name} ({number} times)" if number > 1 else name for name, number in chain(ours.items(), own.items())]
    first = min((one.value.place for one in left), key=lambda place: place.line or 0)
    return codes.fields_left_out(first, (), names)


def _bibtex(text: str, name: str, _note: Note) -> Read:
    from jats.citations.formats.bibtex_reading import read_bibtex

    return read_bibtex(text, name)


def _ris(text: str, name: str, _note: Note) -> Read:
    from jats.citations.formats.ris_reading import read_ris

    return read_ris(text, name)


def _nbib(text: str, name: str, _note: Note) -> Read:
    from jats.citations.formats.nbib_reading import read_nbib

    return read_nbib(text, name)


def _csl(text: str, name: str, note: Note) -> Read:
    from jats.citations.formats.csl_reading import read_csl

    def heard(finding: Finding) -> None:
        if finding.code != _NULL_IN_LIST:
            note(finding)

    return read_csl(read_json_value(text, name, heard))


_READERS: dict[str, Callable[[str, str, Note], Read]] = {
    "bibtex": _bibtex,
    "ris": _ris,
    "csl-json": _csl,
    "nbib": _nbib,
}
assert _READERS.keys() == DETECTORS.keys() == TITLES.keys()  # noqa: S101 - one table each, of the same formats
