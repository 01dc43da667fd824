"""Draft → YAML, the twin of `from_yaml`: blocks as a person writes them, with comments above the fields that they are about.

The text is read back to the same draft, without a finding. It is made here and not by a library because the reader knows slips
that no library avoids (a `#` in a value, quotation marks around a name), and because the layout is for people.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jats.draft import List, Map, Node, Path, Text
from jats.input_codes.field_names import field_names

WIDTH = 100
"""Characters of a line; a longer text is folded, or is in quotation marks."""

Comments = Mapping[Path, Sequence[str]]
"""What is said of a field, by its path in the draft."""

_PLAIN = re.compile(r"(?:[\w©]|\([^\W_]|<(?!<))(?:[\w .,;()/+*=<>&$%@~^!?’–—…°§№-]|:(?=\S)|'(?=\w))*", re.UNICODE)
"""Texts that need no quotation marks, whatever reads them."""

_OTHER_TYPE = re.compile(
    r"[-+]?(?:0\d+|\d[\d_]*\.[\d_.]*|\.\d+|0[xob]\w+|[\d.]+[eE][-+]?\d+)|\d+:\d+(?::\d+)*|\d+_[\d_]*"
)
"""Plain texts that a program would read as a number and print in another way: 010, 1.10, 1e3."""

_WORDS = frozenset(("null", "no", "off", "on", "y", "n", "nan", "inf", "false"))
"""Plain texts that a program would read as something else; `yes`, `no`, `true` are written so for fields that take them."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_ESCAPED = re.compile(
    '[\\\\"\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ud800-\udfff\ufeff\ufffe\uffff]'
)
_NOT_IN_BLOCKS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LONGEST_KEY = 1000
_SHORT_MAP = 3


def to_yaml(draft: Map, comments: Comments | None = None, head: Sequence[str] = (), tail: Sequence[str] = ()) -> str:
    """The article file of a draft; `head` and `tail` are comments before and after all fields."""
    lines = [*_comment(head, 0)]
    lines += _map(draft, (), comments or {}, 0) if draft.items else ["{}"]
    lines += [*([""] if tail else []), *_comment(tail, 0)]
    return "\n".join(lines) + "\n"


def _comment(texts: Iterable[str], indent: int) -> Iterator[str]:
    for text in texts:
        shown = " ".join(_NOT_IN_BLOCKS.sub(" ", text).split())
        after = "  " if shown.startswith("- ") else ""
        wrapped = textwrap.wrap(
            shown, WIDTH - indent - 2, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
        )
        yield from (f"{' ' * indent}# {line}" for line in wrapped)


def _map(node: Map, path: Path, comments: Comments, indent: int, *, first_said: bool = False) -> Iterator[str]:
    for number, (key, value) in enumerate(node.items.items()):
        way = (*path, key)
        if number or not first_said:
            yield from _comment(comments.get(way, ()), indent)
        yield from _after(f"{' ' * indent}{_key(key)}", value, way, comments, indent)


def _key(key: str) -> str:
    if len(key) > _LONGEST_KEY:  # YAML reads a longer key only if a question mark announces it
        return f"? {_quoted(key)}\n"
    plain = _is_plain(key) and ":" not in key and (" " not in key or key.partition(" ")[0] not in field_names())
    return key if plain else _quoted(key)


def _after(key: str, value: Node, way: Path, comments: Comments, indent: int) -> Iterator[str]:
    """The lines of a key with its value."""
    start = f"{key}:" if not key.endswith("\n") else f"{key}{' ' * indent}:"
    if isinstance(value, Text):
        yield from _text(start, str(value.value), str(way[-1]), indent)
    elif (short := _in_one_line(value, way, comments, len(start) + 1)) is not None:
        yield f"{start} {short}"
    elif isinstance(value, List):
        yield start
        yield from _list(value, way, comments, indent + 2)
    else:
        yield start
        yield from _map(value, way, comments, indent + 2)


def _list(node: List, path: Path, comments: Comments, indent: int) -> Iterator[str]:
    for number, item in enumerate(node.items):
        way = (*path, number)
        yield from _comment(comments.get(way, ()), indent)
        yield from _item(item, way, comments, indent)


def _item(item: Node, way: Path, comments: Comments, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(item, Text):
        yield from _text(dash, str(item.value), str(way[-2]) if len(way) > 1 else "", indent)
    elif (short := _in_one_line(item, way, comments, indent + 2)) is not None:
        yield f"{dash} {short}"
    elif isinstance(item, List):
        yield dash
        yield from _list(item, way, comments, indent + 2)
    else:
        yield from _comment(comments.get((*way, next(iter(item.items))), ()), indent)
        first, *rest = _map(item, way, comments, indent + 2, first_said=True)
        yield f"{dash} {first[indent + 2 :]}"
        yield from rest


def _in_one_line(node: Node, way: Path, comments: Comments, start: int) -> str | None:
    """A map of few short values in braces, or something empty; None if it needs lines of its own, as any at the top does."""
    if isinstance(node, List):
        return None if node.items else "[]"
    if not isinstance(node, Map) or not node.items:
        return "{}"
    if len(way) < 2 or len(node.items) > _SHORT_MAP or any((*way, key) in comments for key in node.items):
        return None
    parts = [f"{_in_braces(key)}: {_in_braces(_plain_value(value), key)}" for key, value in node.items.items()]
    short = "{" + ", ".join(parts) + "}"
    return short if '"' not in short and start + len(short) <= WIDTH - 20 else None


def _plain_value(node: Node) -> str:
    return str(node.value) if isinstance(node, Text) else ""


def _in_braces(text: str, key: str = "") -> str:
    """A key or a value as it is inside braces; with a quotation mark if it can't be there, or would not look well."""
    return text if _is_plain(text, key) and not re.search(r"[,\[\]{}]", text) else '"'


def _text(start: str, text: str, key: str, indent: int) -> Iterator[str]:
    """A key or a hyphen with its text: on the line, or below it in a block."""
    scalar = _one_line(text, key)
    if len(start) + 1 + len(scalar.replace("\n", "")) <= WIDTH or not _fits_block(text):
        yield f"{start} {scalar}"
    else:
        mark, *lines = _block(text.split("\n"), max(40, WIDTH - indent - 2))
        yield f"{start} {mark}"
        yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in lines)


def _block(lines: list[str], width: int) -> Iterator[str]:
    """The mark of a block and its lines; in a folded one the reader takes a line end for a blank, so each has one more."""
    if max(map(len, lines)) <= width:
        yield from ("|-", *lines)
        return
    yield ">-"
    for number, line in enumerate(lines):
        if number and line:
            yield ""
        yield from _folded(line, width)


def _fits_block(text: str) -> bool:
    """Whether a block of YAML gives back exactly this text."""
    if not text or text[0] in " \n" or text[-1] in " \n" or _NOT_IN_BLOCKS.search(text) or "  " in text:
        return False
    return not re.search(r"^ | $|^(?:---|\.\.\.)", text, re.MULTILINE)


def _folded(text: str, width: int) -> Iterator[str]:
    """The text in lines of about `width`, parted at single blanks alone, which the reader puts back."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _one_line(text: str, key: str) -> str:
    return text if _is_plain(text, key) else _quoted(text)


def _is_plain(text: str, key: str = "") -> bool:
    """Whether a text means itself without quotation marks, here and to other programs."""
    if not _PLAIN.fullmatch(text) or text[-1] in " :" or _OTHER_TYPE.fullmatch(text):
        return False
    return text.lower() not in _WORDS or (text in ("no", "false") and not key.endswith("language"))


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), text) + '"'


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # half a character: no file can hold it
        return "\ufffd"
    if character == "\xa0":
        return "\\_"
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
