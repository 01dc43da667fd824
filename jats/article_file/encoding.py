"""Bytes of a text file → its characters, or the remedy."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from jats.findings import Note, Place
from jats.input_codes import reading

LARGEST = 16_000_000
"""Bytes of the largest article file that is read; a real one has some kilobytes."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"PK\x03\x04", "a zip archive or an office document", "save its text, or name the file with its own suffix"),
    (b"%PDF", "a PDF", "write the article's fields into a file, or import a text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"<", "XML or HTML", "name it .xml if it is JATS"),
    (b"{\\rtf", "a rich text document", "save it as plain text"),
)
_EXCERPT = 20_000


def decode(data: bytes, name: str, note: Note) -> str | None:
    """The characters, with each line end as a line feed; `None`, with a finding, if the bytes are not text in UTF-8 or UTF-16."""
    if len(data) > LARGEST:
        size = f"the file has {len(data) // 1_000_000} MB, an article file has at most {LARGEST // 1_000_000}"
        note(reading.too_large(Place(name), (), f"{size}: take out everything that is not article data"))
        return None
    encoding, start = _encoding(data)
    body = data[start:]
    if not body.strip(b"\0 \t\r\n"):
        note(reading.empty_file(Place(name, 1, 1), ()))
        return None
    if other := next((row for row in _OTHER_FORMATS if body.lstrip().startswith(row[0])), None):
        note(reading.other_format(Place(name, 1, 1), (), *other[1:]))
        return None
    try:
        return _one_line_end(body.decode(encoding))
    except UnicodeDecodeError as error:
        _explain(body, error.start, encoding, name, note)
        return None


def _encoding(data: bytes) -> tuple[str, int]:
    """The Unicode encoding and where the text starts: by the byte order mark, or by where the zero bytes are."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    if data[1:2] == b"\0":
        return "utf-16-le", 0
    return ("utf-16-be", 0) if data[:1] == b"\0" else ("utf-8", 0)


def _explain(body: bytes, start: int, encoding: str, name: str, note: Note) -> None:
    before = body[:start].decode(encoding, "replace")
    place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    text = body.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - damaged
    if encoding == "utf-8" and whole <= 4 * damaged:
        guess = _guessed(body)
        note(reading.not_utf8(place, (), guess[1] if guess else None))
    else:
        note(reading.damaged_character(place, (), f"the byte {body[start]:02X}"))


def _guessed(body: bytes) -> tuple[str, str] | None:
    """The encoding in which the letters beyond ASCII make the best words, with its name in words; `None` if none fits."""
    from jats.vocab.legacy import guess_encoding

    return guess_encoding(body[:_EXCERPT])


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a text file: `guessed` says that its encoding was guessed, `damaged` that some bytes mean nothing."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: bool = False


def decode_any(data: bytes) -> Decoded:
    """The characters of bytes in whatever encoding, line ends made one; what cannot be decoded is U+FFFD.

    A byte order mark decides, then UTF-8, then the legacy encoding in which the letters make the best words.
    """
    encoding, start = _encoding(data)
    body = data[start:]
    try:
        return Decoded(_one_line_end(body.decode(encoding)), encoding)
    except UnicodeDecodeError:
        pass
    text = body.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    beyond = sum(1 for character in text if character > "\x7f") - damaged
    guess = _guessed(body) if encoding == "utf-8" and beyond <= 4 * damaged else None
    if guess is None:
        return Decoded(_one_line_end(text), encoding, damaged=True)
    return Decoded(_one_line_end(body.decode(guess[0], "replace")), guess[1], guessed=True)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
