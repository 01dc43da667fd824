"""JSON → Draft with lines and columns; numbers and words stay as written, `null` stands for an absent value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from json.decoder import JSONDecodeError
from json.decoder import scanstring as _scanstring  # type: ignore[attr-defined]  # older than the stub
from typing import cast

from jats.draft import List, Map, Node, Text
from jats.findings import Note, Place
from jats.input_codes import reading

DEEPEST = 64
_scan: Callable[[str, int, bool], tuple[str, int]] = _scanstring
_BLANKS = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?[0-9A-Za-z+._-]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


def read_json(text: str, name: str, note: Note) -> Map | None:
    """The fields of a JSON file; `None` where it can't be read, and then a finding says why."""
    reader = _Reader(text, name, note)
    try:
        root = reader.read()
    except _BadJsonError as error:
        note(reading.bad_json(reader.place(error.at), tuple(reader.path), error.problem, error.remedy))
        return None
    except _TooDeepError:
        place = reader.place(reader.at)
        note(
            reading.too_large(place, (), f"more than {DEEPEST} levels stand inside one another: no article needs them")
        )
        return None
    if isinstance(root, Map):
        return root
    kind = "a list" if isinstance(root, List) else "a single value"
    note(reading.not_fields(Place(name, 1, 1), (), kind))
    return None


class _TooDeepError(Exception):
    """Raised to leave a file of too many levels."""


class _BadJsonError(Exception):
    """Raised where the text is no JSON: where, what is wrong, what to do."""

    def __init__(self, at: int, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.at, self.problem, self.remedy = at, problem, remedy


class _Reader:
    """Goes once through a text; `at` is the index of the next character, `path` the field that it stands in."""

    def __init__(self, text: str, name: str, note: Note) -> None:
        self.text, self.name, self.note = text, name, note
        self.at = 0
        self.path: list[str | int] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> Place:
        line = bisect_right(self.starts, index)
        return Place(self.name, line, index - self.starts[line - 1] + 1)

    def read(self) -> Node | None:
        root = self.value()
        if self.peek():
            raise _BadJsonError(self.at, "something follows the closing bracket", "delete it; one file is one article")
        return root

    def peek(self) -> str:
        """The next character that is no blank; `""` at the end."""
        self.at = cast("re.Match[str]", _BLANKS.match(self.text, self.at)).end()
        return self.text[self.at : self.at + 1]

    def value(self) -> Node | None:
        character = self.peek()
        if character == "{":
            return self.map()
        if character == "[":
            return self.list()
        start = self.at
        if character == '"':
            return Text(self.string(), self.place(start))
        return self.word(character)

    def word(self, character: str) -> Text | None:
        start = self.at
        match = _WORD.match(self.text, start)
        word = match.group() if match else character
        if word == "null":
            self.at += 4
            return None
        if word in ("true", "false") or _NUMBER.fullmatch(word):
            self.at += len(word)
            return Text(word, self.place(start))
        raise _BadJsonError(start, *_wrong_start(character, word))

    def string(self) -> str:
        try:
            value, self.at = _scan(self.text, self.at + 1, True)
        except JSONDecodeError as error:
            raise _BadJsonError(*_bad_string(error, self.text, self.at)) from None
        return value

    def deeper(self) -> None:
        if len(self.path) >= DEEPEST:
            raise _TooDeepError
        self.at += 1

    def list(self) -> List:
        place, items = self.place(self.at), list[Node]()
        self.deeper()
        if self.closes("]"):
            return List(items, place)
        while True:
            self.path.append(len(items))
            start = self.at
            item = self.value()
            if item is None:
                self.note(reading.empty_item(self.place(start), tuple(self.path)))
            else:
                items.append(item)
            self.path.pop()
            if self.ends("]"):
                return List(items, place)

    def map(self) -> Map:
        result = Map(self.place(self.at))
        self.deeper()
        if self.closes("}"):
            return result
        while True:
            self.field(result)
            if self.ends("}"):
                return result

    def field(self, into: Map) -> None:
        character = self.peek()
        start = self.at
        if character != '"':
            raise _BadJsonError(start, *_wrong_key(character))
        key = self.string()
        if self.peek() != ":":
            raise _BadJsonError(self.at, f'no colon stands after "{key}"', f'write "{key}": and the value')
        self.at += 1
        self.path.append(key)
        value = self.value()
        place = self.place(start)
        if key in into.keys:
            self.note(reading.duplicate_key(place, tuple(self.path), key, into.keys[key].line or 0))
        elif value is not None:
            into.put(key, value, place)
        else:
            into.keys[key] = place
        self.path.pop()

    def closes(self, bracket: str) -> bool:
        found = self.peek() == bracket
        self.at += found
        return found

    def ends(self, bracket: str) -> bool:
        """Whether the bracket follows; else a comma and another item do."""
        if self.closes(bracket):
            return True
        if self.peek() != ",":
            raise _BadJsonError(self.at, *_no_comma(self.text[self.at : self.at + 1], bracket))
        comma = self.at
        self.at += 1
        if self.peek() == bracket:
            raise _BadJsonError(comma, f"a comma stands before the closing {bracket}", "delete the comma")
        return False


def _wrong_start(character: str, word: str) -> tuple[str, str]:
    if not character:
        return "the file ends where a value is expected", "close every bracket, and save the whole file"
    if character == "'":
        return "the value stands in single quotation marks", "JSON wants double ones"
    if character in "/#":
        return "a comment stands here", "JSON has none, so delete it"
    if word in ("True", "False", "None"):
        return f"{word} is not JSON", f"write {'null' if word == 'None' else word.lower()}"
    if _WORD.fullmatch(word):
        return f"'{word}' stands without quotation marks", f'write "{word}"'
    return f"'{character}' stands where a value is expected", "write the value in double quotation marks"


def _wrong_key(character: str) -> tuple[str, str]:
    if not character:
        return "the file ends inside the braces", "close every bracket, and save the whole file"
    if character in "/#":
        return "a comment stands here", "JSON has none, so delete it"
    if character == ",":
        return "a comma stands where a key is expected", "delete the comma"
    return "this key does not stand in double quotation marks", 'write "title": …'


def _no_comma(character: str, bracket: str) -> tuple[str, str]:
    if not character:
        return f"the file ends before the closing {bracket}", "close every bracket, and save the whole file"
    return "no comma stands between this and the value before it", "write a comma at the end of the line above"


def _bad_string(error: JSONDecodeError, text: str, start: int) -> tuple[int, str, str]:
    if error.msg.startswith("Unterminated"):
        return start, "the quotation mark is opened here and not closed", "close it at the end of the value"
    if "control character" in error.msg.lower():
        if text[error.pos : error.pos + 1] == "\n":
            return start, "the text goes on over the end of the line", r"close its quotation mark, or write \n in it"
        return error.pos, f"holds the character U+{ord(text[error.pos]):04X}", r"write \t for a tab, delete any other"
    return error.pos, "a backslash begins an escape that JSON doesn't know", r"write \\ for a backslash"
