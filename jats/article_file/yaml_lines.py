"""The lines of a YAML file, as far as they are clear without a parser: hyphens, key, value, and the block above a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CONTENT = re.compile(r"( *)((?:- +)*)(.*)")
_BLOCK_TEXT = re.compile(r"(?:^|: +)[|>][0-9+-]{0,2} *(?:#.*)?$")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_OPENING, _CLOSING = "“„«‟❝‚‘‹", "”“»‟❞’‘›"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something. `number`, `hyphens` and `column` count from 0; `column` is where its key or text begins."""

    number: int
    text: str
    hyphens: tuple[int, ...]
    column: int
    key: str | None
    value: str

    @property
    def start(self) -> int:
        """The column of its first hyphen, or of its key or text."""
        return self.hyphens[0] if self.hyphens else self.column

    @property
    def name(self) -> str:
        """What a message calls the line: its key, else its first words."""
        return ("- " if self.hyphens else "") + (self.key or self.text.strip(" -")[:40])


def lines_of(text: str) -> list[Line]:
    """The lines of a file without blank lines, comments and the contents of block texts (`|`, `>`)."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    block: int | None = None
    for number, raw in enumerate(text.split("\n")):
        stripped = raw.strip()
        if not stripped or stripped.startswith("#"):
            continue
        line = read_line(number, raw)
        if block is not None and line.start > block:
            continue
        block = None
        if _BLOCK_TEXT.search(stripped):
            block = line.column if line.key else line.start
        yield line


def read_line(number: int, raw: str) -> Line:
    """One line of a file."""
    match = _CONTENT.match(raw.rstrip())
    indent, marks, content = match.groups() if match else ("", "", raw)
    hyphens = tuple(len(indent) + found.start() for found in re.finditer("-", marks))
    column = len(indent) + len(marks)
    if content == "-":
        return Line(number, raw.rstrip(), (*hyphens, column), column + 2, None, "")
    key, value = split_key(content)
    return Line(number, raw.rstrip(), hyphens, column, key, value)


def split_key(content: str) -> tuple[str | None, str]:
    """The key and the value of `key: value`; no key if there is no colon that ends one."""
    end = content.find(": ")
    if end < 0 and content.endswith(":"):
        end = len(content) - 1
    key = content[:end] if end > 0 else ""
    if not key or '"' in key.strip('"') or key[0] in "[{#&*!|>%@`":
        return None, content
    return key.strip("\"'"), content[end + 1 :].strip()


def above(lines: list[Line], number: int) -> list[Line]:
    """The lines before a line, nearest first."""
    return [line for line in reversed(lines) if line.number < number]


def open_lines(lines: list[Line], number: int) -> list[Line]:
    """The lines before a line that begin a block in which it may be, innermost first: each starts left of the one before."""
    found: list[Line] = []
    for line in above(lines, number):
        if not found or line.start < found[-1].start:
            found.append(line)
    return found


def next_line(lines: list[Line], number: int) -> Line | None:
    """The line after a line."""
    return next((line for line in lines if line.number > number), None)


def shifted(text: str, number: int, by: int) -> dict[int, str]:
    """A line and what belongs to it below, moved to the right by some columns (to the left, if negative)."""
    raw = text.split("\n")
    start = read_line(number, raw[number])
    moved = {}
    for index in range(number, len(raw)):
        below = read_line(index, raw[index])
        has_text = start.key is not None and start.value and not start.hyphens
        if index > number and raw[index].strip() and (below.start <= start.start or (has_text and below.key)):
            break
        moved[index] = " " * by + raw[index] if by > 0 else raw[index][min(-by, _indent(raw[index])) :]
    return moved


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip(" "))


def in_quotes(value: str) -> str:
    """A value in quotation marks of YAML: double ones, or single ones if the value has a double one or a backslash."""
    value = without_typographic(value)
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def without_typographic(value: str) -> str:
    """The value without the typographic quotation marks around all of it."""
    inner = value[1:-1]
    around = len(value) > 2 and value[0] in _OPENING and value[-1] in _CLOSING + "\"'"
    return inner if around and not any(mark in inner for mark in value[0] + value[-1]) else value


def is_typographic(value: str) -> bool:
    """Whether a value is in typographic quotation marks as a whole."""
    return without_typographic(value) != value


def shown(text: str) -> str:
    """A piece of the file as a message asks the reader to write it: without indentation, and not too long."""
    text = text.strip()
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2] + " …"


def first_word(content: str) -> str:
    """The word with which a line begins, if it could be a key; else an empty text."""
    match = _WORD.match(content)
    return match.group() if match else ""
