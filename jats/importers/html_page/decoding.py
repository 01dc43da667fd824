"""Bytes of a page → its characters, by the rules that browsers follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jats.article_file.encoding import decode_any
from jats.importers.tables import importer_rows

_HEAD = 64 * 1024
"""Bytes in which the declaration is looked for; browsers read on when it comes late."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)|<(script|style|title|noscript)\b.*?(?:</\1|$)", re.DOTALL | re.IGNORECASE)
_META = re.compile(rb"<meta[\s/]((?:[^>\"']|\"[^\"]*\"|'[^']*')*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"([^\s=/\"'>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_CHARSET = re.compile(rb"charset\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s;\"']+))", re.IGNORECASE)
_MARKUP = re.compile(rb"[<>=\"'/;:&#]")
_XML = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """A page's characters, the encoding that was used, the one that it names, and whether the first was guessed."""

    text: str
    encoding: str
    declared: str = ""
    guessed: bool = False

    @property
    def misdeclared(self) -> bool:
        """Whether the page names another encoding than it has."""
        return bool(self.declared) and not self.guessed and self.declared != self.encoding


def decode_page(data: bytes) -> DecodedPage:
    """The characters of a page: its byte order mark decides, then the encoding that it names, then UTF-8, then a guess.

    A page that names a legacy encoding and is valid UTF-8 was saved as UTF-8: its server said so beside it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return DecodedPage(_one_line_end(data[len(mark) :].decode(encoding, "replace")), encoding)
    declared = declared_encoding(data)
    try:
        return DecodedPage(_one_line_end(data.decode("utf-8")), "utf-8", "" if data.isascii() else declared)
    except UnicodeDecodeError:
        pass
    if not declared or (declared == "utf-8" and _is_legacy(data)):
        found = decode_any(_MARKUP.sub(b" ", data))
        encoding = _known(found.encoding.split()[0].encode()) or "cp1252"
        return DecodedPage(_one_line_end(_decoded(data, encoding)), found.encoding, declared, guessed=True)
    return DecodedPage(_one_line_end(_decoded(data, declared)), declared, declared)


def declared_encoding(data: bytes) -> str:
    """Python's name of the encoding that a page declares; empty if it declares none that browsers know."""
    head = data[:_HEAD]
    if xml := _XML.match(head):
        return _known(xml[1])
    for meta in _META.finditer(_COMMENT.sub(b"", head)):
        given: dict[bytes, bytes] = {}
        for found in _ATTRIBUTE.finditer(meta[1]):
            given.setdefault(found[1].lower(), found[2] or found[3] or found[4] or b"")
        name = given.get(b"charset", b"")
        if not name and given.get(b"http-equiv", b"").lower() == b"content-type":
            within = _CHARSET.search(given.get(b"content", b""))
            name = next((part for part in within.groups() if part), b"") if within else b""
        if encoding := _known(name):
            return encoding
    return ""


def _is_legacy(data: bytes) -> bool:
    """Whether a page that calls itself UTF-8 has hardly a letter that is: another program saved it."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(1 for character in text if character > "\x7f") - damaged <= damaged // 4


def _known(name: bytes) -> str:
    return _encodings().get(name.decode("latin-1").strip().lower(), "")


@cache
def _encodings() -> dict[str, str]:
    return {name: codec for codec, names in importer_rows("html_encodings") for name in names.split()}


def _decoded(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    if encoding == "cp1252" and "\ufffd" in text:
        # Python's codec refuses the five bytes that browsers read as control characters.
        text = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
    return text


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
