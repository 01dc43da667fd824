"""What libyaml's complaints mean to a person who writes an article file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from jats.draft import Path
from jats.findings import Finding, Place
from jats.input_codes import reading, syntax

_NO_BLANK = re.compile(r"(?:- +)*([A-Za-z_][\w-]*):(\S.*)")


@dataclass
class Trouble:
    """Where reading stopped: the last event that was read, where the last brackets began, the path, and that of the last value.

    `at` is the place of the complaint, `context` where what was being read began.
    """

    text: str
    name: str
    last: Any
    flow: Any
    path: Path
    value: Path
    at: Any = None
    context: Any = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, and an empty one behind the last."""
        return [*self.text.split("\n"), ""]

    def line(self, mark: yaml.Mark) -> str:
        """The line of a mark."""
        return self.lines[min(mark.line, len(self.lines) - 1)]

    def place(self, mark: yaml.Mark) -> Place:
        """The mark as a place, counted from 1."""
        return Place(self.name, mark.line + 1, mark.column + 1)

    def character(self, mark: yaml.Mark) -> str:
        """The character at a mark, `""` at the end."""
        return self.line(mark)[mark.column : mark.column + 1]


def _is_text(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent)


def _too_deep(trouble: Trouble) -> Finding:
    words = "hundreds of levels stand inside one another: no article needs them"
    return reading.too_large(trouble.place(trouble.at), trouble.path, words)


Explainer = Callable[[Trouble], Finding]


def explain(error: yaml.YAMLError, trouble: Trouble) -> Finding:
    """The finding that says what is wrong, where, and what to write."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return syntax.bad_yaml(Place(trouble.name), (), "the file can't be read")
    trouble.at, trouble.context = error.problem_mark, error.context_mark or error.problem_mark
    said = f"{error.context or ''}; {error.problem or ''}"
    for words, explainer in _EXPLAINERS:
        if words in said:
            return explainer(trouble)
    return syntax.bad_yaml(trouble.place(trouble.at), (), "what stands here fits nothing before it")


def _no_token(trouble: Trouble) -> Finding:
    character = trouble.character(trouble.at)
    if character == "\t":
        return syntax.tab(trouble.place(trouble.at), ())
    return syntax.must_be_quoted(trouble.place(trouble.at), trouble.path, character)


def _tab(trouble: Trouble) -> Finding:
    return syntax.tab(trouble.place(trouble.at), ())


def _second_colon(trouble: Trouble) -> Finding:
    last = trouble.last
    if not _is_text(last):
        return syntax.bad_indentation(trouble.place(trouble.at), ())
    start = last.start_mark
    before = trouble.line(trouble.at)[: trouble.at.column]
    if start.line < trouble.at.line:
        begun = trouble.line(start)[start.column :]
        if match := _NO_BLANK.fullmatch(begun):
            return syntax.no_blank_after_colon(trouble.place(start), (), match[1], match[2])
        column = len(before) - len(before.lstrip(" -")) + 1
        return syntax.indented_under_value(
            Place(trouble.name, trouble.at.line + 1, column), (), before.strip(" -"), start.line + 1
        )
    value = trouble.line(start)[start.column :].rstrip()
    quote = "'" if '"' in value or "\\" in value else '"'
    shown = value.replace("'", "''") if quote == "'" else value
    return syntax.colon_in_value(trouble.place(start), trouble.value, shown, quote)


def _open_quote(trouble: Trouble) -> Finding:
    return syntax.unclosed_quote(trouble.place(trouble.context), trouble.path, trouble.character(trouble.context))


def _no_colon(trouble: Trouble) -> Finding:
    rest = trouble.line(trouble.context)[trouble.context.column :].rstrip()
    if match := _NO_BLANK.fullmatch(rest):
        return syntax.no_blank_after_colon(trouble.place(trouble.context), (), match[1], match[2])
    return syntax.no_colon(trouble.place(trouble.context), (), rest)


def _open_bracket(trouble: Trouble) -> Finding:
    return syntax.unclosed_bracket(
        trouble.place(trouble.context), trouble.path, trouble.character(trouble.context) or "["
    )


def _escape(trouble: Trouble) -> Finding:
    line = trouble.line(trouble.at)
    column = line.rfind("\\", 0, trouble.at.column + 1)
    return syntax.bad_escape(trouble.place(trouble.at), trouble.path, line[column : column + 2])


def _at_context(trouble: Trouble) -> Finding:
    return syntax.must_be_quoted(trouble.place(trouble.context), trouble.path, trouble.character(trouble.context))


def _several(trouble: Trouble) -> Finding:
    return syntax.several_documents(trouble.place(trouble.at), ())


def _list_on_line(trouble: Trouble) -> Finding:
    return syntax.bad_yaml(
        trouble.place(trouble.at), trouble.path, "a list with hyphens begins on the line below its key"
    )


def _no_key(trouble: Trouble) -> Finding:
    """Something follows where only the next field could: a quotation mark or bracket ended the value too early."""
    last = trouble.last
    rest = trouble.line(trouble.at)[trouble.at.column :].rstrip()
    if _is_text(last) and last.style in ("'", '"') and last.end_mark.line == trouble.at.line:
        if last.start_mark.line < trouble.at.line:
            return syntax.unclosed_quote(trouble.place(last.start_mark), trouble.value, last.style)
        return syntax.text_after_quote(trouble.place(trouble.at), trouble.value, rest, last.style)
    closed = trouble.line(trouble.at)[: trouble.at.column].rstrip().endswith(("]", "}"))
    if isinstance(last, yaml.CollectionEndEvent) and closed and trouble.flow is not None:
        start = trouble.flow.start_mark
        return syntax.must_be_quoted(trouble.place(start), trouble.value[:1], trouble.character(start))
    return syntax.bad_indentation(trouble.place(trouble.at), ())


_EXPLAINERS: tuple[tuple[str, Explainer], ...] = (
    ("exceeded maximum nesting depth", _too_deep),
    ("cannot start any token", _no_token),
    ("tab character", _tab),
    ("mapping values are not allowed", _second_colon),
    ("found unexpected end of stream", _open_quote),
    ("found unexpected document indicator", _open_quote),
    ("could not find expected ':'", _no_colon),
    ("did not find expected ',' or", _open_bracket),
    ("escape", _escape),
    ("expected hexdecimal", _escape),
    ("invalid Unicode character", _escape),
    ("while scanning an alias", _at_context),
    ("while scanning an anchor", _at_context),
    ("while scanning a block scalar", _at_context),
    ("while scanning a tag", _at_context),
    ("while parsing a tag", _at_context),
    ("while scanning a directive", _at_context),
    ("expected <document start>", _several),
    ("block sequence entries are not allowed", _list_on_line),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_key),
)
"""Words of libyaml's scanner and parser → who explains them; the first that fits."""
