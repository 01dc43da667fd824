"""Files with the text of an article: the `<body>` that `body: body.xml` names → a value of the draft."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from jats.draft import List, Map, Node, Text
from jats.draft import Path as Way
from jats.errors import InputError
from jats.files.beside import path_beside
from jats.files.sources import read_file
from jats.findings import Note, Place
from jats.input_codes import body_files as codes
from jats.model.article import PARTS
from jats.model.blocks import KeptBlock
from jats.validation.syntax.malformed import malformed_finding
from jats.vocab.namespaces import NAMESPACES
from jats.xmlio import MalformedXml, parse

FIELD = "body"
_START = re.compile(rb"<body(?=[\s/>])")
_IN_FILE = re.compile(rb"^body[\"']?[ \t]*[:=][ \t]*[\"']?([^\"'\n#<]{1,200}\.xml)", re.IGNORECASE | re.MULTILINE)
_FILE_NAME = re.compile(r"\.\w{1,8}$")
_FULL_TEXT = (
    "is the full text itself: write it as JATS, beginning with <body>, into a file, "
    "and name that file, as in body: body.xml"
)
_PREFIXES = ("xlink", "mml", "ali")


def with_body(draft: Map, folder: Path | None, note: Note) -> Map:
    """The draft with the `<body>` of the file that its field `body` names; what can't be used is reported, and taken out.

    The file is in the article's folder or below it. It is the value's place, without a line: findings take the element's.
    """
    for around, way in _articles(draft, ()):
        text = around.items.get(FIELD)
        if isinstance(text, Text) and isinstance(text.value, str):
            _read_text(around, text, (*way, FIELD), folder, note)
    return draft


def _articles(node: Node, way: Way) -> Iterator[tuple[Map, Way]]:
    """The article, and those inside it."""
    if isinstance(node, List):
        for index, item in enumerate(node.items):
            yield from _articles(item, (*way, index))
    elif isinstance(node, Map):
        yield node, way
        for part in PARTS:
            if part in node.items:
                yield from _articles(node.items[part], (*way, part))
        if way and way[-1] in PARTS:  # a map by language or type
            for key, item in node.items.items():
                yield from _articles(item, (*way, key))


def _read_text(around: Map, text: Text, way: Way, folder: Path | None, note: Note) -> None:
    """Put the body in the place of its file's name, or of its own markup."""
    given = str(text.value).strip()
    is_markup = given.startswith("<")
    try:
        data = given.encode("utf-8", "replace") if is_markup else read_file(str(path_beside(given, folder)))
        body = read_body(data, given)
    except InputError as error:
        why = str(error) if is_markup or _FILE_NAME.search(given) else _FULL_TEXT
        note(codes.body_unusable(text.place, way, given, why))
        del around.items[FIELD]
        return
    shown = os.path.normpath(os.path.join(os.path.dirname(text.place.file), given))
    around.items[FIELD] = Text(body, text.place if is_markup else Place(shown))


def read_body(data: bytes, name: str) -> KeptBlock:
    """The `<body>` of a file: its root, or that of the `<article>` in it.

    Raises InputError with the reason, as the end of a sentence, if there is none.
    """
    try:
        root = parse(_with_prefixes(data), name).root
    except MalformedXml as error:
        said = malformed_finding(error, name, data).message
        raise InputError(f"cannot be read as XML, at its line {error.line or 1}: {said}") from error
    body = root if root.tag == "body" else root.find("body") if root.tag == "article" else None
    if body is None:
        raise InputError(
            f"begins with <{root.tag!s}>: write the file with the <body> of the article, or with the <article>"
        )
    body.tail = None
    return KeptBlock("\n" * (body.sourceline - 1 if body.sourceline else 0) + etree.tostring(body, encoding="unicode"))


def files_named(data: bytes, folder: Path | None) -> Iterator[str]:
    """The paths of the files that an article file may name as its body."""
    for found in _IN_FILE.finditer(data):
        if folder:
            yield str(folder / found[1].decode("utf-8", "replace").strip())


def _with_prefixes(data: bytes) -> bytes:
    """The file with the prefixes that JATS fixes declared, if it begins with a `<body>` that declares none of them."""
    start = _START.search(data)
    if start is None or b"<article" in data[: start.start()]:
        return data
    missing = [prefix for prefix in _PREFIXES if b"xmlns:" + prefix.encode() not in data]
    added = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in missing).encode()
    return data[: start.end()] + added + data[start.end() :]
