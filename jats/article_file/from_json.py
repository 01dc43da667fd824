"""JSON → Draft with lines and columns; numbers and words stay as written, `null` means that there is no value."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from json.decoder import JSONDecodeError
from json.decoder import scanstring as _scanstring  # type: ignore[attr-defined]  # older than the stub
from typing import cast

from jats.article_file.depth import TOO_DEEP, TooDeepError
from jats.article_file.yaml_lines import shown
from jats.draft import DEEPEST, List, Map, Node, Text
from jats.findings import Finding, Note, Place, Severity
from jats.input_codes import reading

_scan: Callable[[str, int, bool], tuple[str, int]] = _scanstring
_COMMENT = re.compile(r"//[^\n]*|#[^\n]*|/\*[^*]*\*/")
_OTHER_QUOTES = re.compile(r"'[^'\n]*'|[“„«][^”“»\n]*[”“»]")
_BARE_KEY = re.compile(r"[A-Za-z_$@][\w$@-]*(?=[ \t]*:)")
_AFTER_TEXT = re.compile(r"\s*[,:\]}]")
_BLANKS = re.compile(r"[ \t\n\r]*")
_MARKS = frozenset('"{}[],:')
"""The characters that most often come next: no blanks, and no beginnings of comments."""

_WORD = re.compile(r"-?[0-9A-Za-z+._-]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


def read_json(text: str, name: str, note: Note) -> Map | None:
    """The fields of a JSON file; `None` if it cannot be read, and then a finding says why."""
    findings: list[Finding] = []
    root = read_json_value(text, name, findings.append)
    for finding in findings:
        note(finding)
    if isinstance(root, Map):
        return root
    if root is not None or not any(finding.severity is Severity.ERROR for finding in findings):
        kind = "a list" if isinstance(root, List) else "a single value"
        note(reading.not_fields(Place(name, 1, 1), (), kind))
    return None


def read_json_value(text: str, name: str, note: Note) -> Node | None:
    """The value of a JSON file, whatever it is; `None` if it is null or cannot be read, and then a finding says why."""
    reader = _Reader(text, name, note)
    try:
        return reader.read()
    except _BadJsonError as error:
        note(reading.bad_json(reader.place(error.at), tuple(reader.path), error.problem, error.remedy))
        return None
    except TooDeepError:
        note(reading.too_large(reader.place(reader.at), (), TOO_DEEP))
        return None


class _BadJsonError(Exception):
    """Raised if the text is not JSON and cannot be read further: where, what is wrong, what to do."""

    def __init__(self, at: int, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.at, self.problem, self.remedy = at, problem, remedy


class _Reader:
    """Goes once through a text; `at` is the index of the next character, `path` the field that it is in.

    A slip that leaves no doubt about what was meant is reported and read on.
    """

    def __init__(self, text: str, name: str, note: Note) -> None:
        self.text, self.name, self.note = text, name, note
        self.at = 0
        self.commented = False
        self.path: list[str | int] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> Place:
        line = bisect_right(self.starts, index)
        return Place(self.name, line, index - self.starts[line - 1] + 1)

    def slip(self, at: int, problem: str, remedy: str) -> None:
        """Report what is wrong at an index, and go on."""
        self.note(reading.bad_json(self.place(at), tuple(self.path), problem, remedy))

    def read(self) -> Node | None:
        root = self.value()
        if self.peek():
            raise _BadJsonError(self.at, "text follows the closing bracket", "delete it; one file is one article")
        return root

    def peek(self) -> str:
        """The next character that is not a blank, nor in a comment; `""` at the end."""
        character = self.text[self.at : self.at + 1]
        if character in _MARKS:
            return character
        while True:
            self.at = cast("re.Match[str]", _BLANKS.match(self.text, self.at)).end()
            comment = _COMMENT.match(self.text, self.at)
            if comment is None:
                return self.text[self.at : self.at + 1]
            if not self.commented:
                self.slip(self.at, "this is a comment", "JSON has none, so delete it, and any other")
            self.commented = True
            self.at = comment.end()

    def value(self) -> Node | None:
        character = self.peek()
        if character == "{":
            return self.map()
        if character == "[":
            return self.list()
        start = self.at
        if character == '"':
            return Text(self.string(), self.place(start))
        if quoted := _OTHER_QUOTES.match(self.text, start):
            self.slip(start, *_wrong_quotes(quoted))
            self.at = quoted.end()
            return Text(quoted.group()[1:-1], self.place(start))
        return self.word(character)

    def word(self, character: str) -> Text | None:
        start = self.at
        match = _WORD.match(self.text, start)
        word = match.group() if match else character
        if match is None:
            raise _BadJsonError(start, *_wrong_start(character))
        self.at += len(word)
        if word == "null":
            return None
        if word in ("true", "false") or _NUMBER.fullmatch(word):
            return Text(word, self.place(start))
        self.slip(start, *_wrong_word(word))
        meant = word.lower() if word in ("True", "False") else word
        return None if word == "None" else Text(meant, self.place(start))

    def string(self) -> str:
        start = self.at
        try:
            value, self.at = _scan(self.text, start + 1, True)
        except JSONDecodeError as error:
            at, *words = _bad_string(error, self.text, start)
            if "control character" not in error.msg.lower() or not _closed(self.text, start):
                raise _BadJsonError(at, *words) from None
            self.slip(at, *words)
            try:
                value, self.at = _scan(self.text, start + 1, False)
            except JSONDecodeError as other:  # what follows the control character is wrong too
                raise _BadJsonError(*_bad_string(other, self.text, start)) from None
        return value

    def deeper(self) -> None:
        if len(self.path) >= DEEPEST:
            raise TooDeepError
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
        self.peek()
        start = self.at
        key = self.key()
        if self.peek() != ":":
            raise _BadJsonError(self.at, f'there is no colon after "{key}"', f'write "{key}": and the value')
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

    def key(self) -> str:
        start = self.at
        character = self.text[start : start + 1]
        if character == '"':
            return self.string()
        bare = _OTHER_QUOTES.match(self.text, start) or _BARE_KEY.match(self.text, start)
        if bare is None:
            raise _BadJsonError(start, *_wrong_key(character))
        self.at = bare.end()
        key = bare.group() if bare.re is _BARE_KEY else bare.group()[1:-1]
        self.slip(start, "this key is not in straight double quotation marks", f'write "{key}"')
        return key

    def closes(self, bracket: str) -> bool:
        found = self.peek() == bracket
        self.at += found
        return found

    def ends(self, bracket: str) -> bool:
        """Whether the bracket follows; else a comma and another item do."""
        if self.closes(bracket):
            return True
        character = self.peek()
        if character != ",":
            if not character or character in "]}:":
                raise _BadJsonError(self.at, *_no_end(character, bracket))
            self.slip(
                self.at, "there is no comma between this and the value before it", "write a comma after that value"
            )
            return False
        comma = self.at
        self.at += 1
        if self.peek() == bracket:
            self.slip(comma, f"there is a comma before the closing {bracket}", "delete the comma")
            self.at += 1
            return True
        return False


def _wrong_start(character: str) -> tuple[str, str]:
    if not character:
        return "the file ends before this value", "close every bracket, and save the whole file"
    return f"'{character}' is not the beginning of a value", "write the value in double quotation marks"


def _wrong_word(word: str) -> tuple[str, str]:
    if word in ("True", "False", "None"):
        return f"{word} is not JSON", f"write {'null' if word == 'None' else word.lower()}"
    return f"'{word}' is not in quotation marks", f'write "{word}"'


def _wrong_quotes(quoted: re.Match[str]) -> tuple[str, str]:
    kind = "single" if quoted.group()[0] == "'" else "typographic"
    value = json.dumps(quoted.group()[1:-1], ensure_ascii=False)
    return f"the value is in {kind} quotation marks", f"JSON needs straight double ones: write {shown(value)}"


def _wrong_key(character: str) -> tuple[str, str]:
    if not character:
        return "the file ends inside the braces", "close every bracket, and save the whole file"
    if character == ",":
        return "there is a comma too many", "delete it"
    return "this is not a key in straight double quotation marks", 'write "title": …'


def _no_end(character: str, bracket: str) -> tuple[str, str]:
    if not character:
        return f"the file ends before the closing {bracket}", "close every bracket, and save the whole file"
    return f"there is a {character} before the closing {bracket}", f"write {bracket}, or delete the {character}"


def _closed(text: str, start: int) -> bool:
    """Whether a text over several lines has its closing quotation mark before the next key."""
    end = text.find('"', start + 1)
    return end > 0 and _AFTER_TEXT.match(text, end + 1) is not None


def _bad_string(error: JSONDecodeError, text: str, start: int) -> tuple[int, str, str]:
    if error.msg.startswith("Unterminated"):
        return start, "the quotation mark is opened here and not closed", "close it at the end of the value"
    if "control character" in error.msg.lower():
        if text[error.pos : error.pos + 1] == "\n":
            return (
                start,
                "the text continues on the next line",
                r"close its quotation mark, or write \n instead of the line end",
            )
        return (
            error.pos,
            f"contains the character U+{ord(text[error.pos]):04X}",
            r"write \t for a tab, delete any other",
        )
    return error.pos, "a backslash begins an escape that JSON does not know", r"write \\ for a backslash"
