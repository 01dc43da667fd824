"""What libyaml's complaints mean to a person who writes an article file, and what that person can write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from jats.article_file.yaml_layout import field_below_text, first_too_far, no_key, text_with_colon, wrong_column
from jats.article_file.yaml_lines import in_quotes, is_typographic, shown
from jats.article_file.yaml_slip import Slip, Trouble
from jats.findings import Place
from jats.input_codes import reading, syntax
from jats.input_codes.field_names import field_names

_SEVERAL_TEXTS = re.compile(r"""(?:"[^"]*"|'[^']*')(?: *[;,] *(?:"[^"]*"|'[^']*'))+""")
_ESCAPE = re.compile(r'\\(["\\/])')
_BAD_ESCAPE = re.compile(r'\\[^0abtnvfre "/\\N_LP\t]')
_HASH_ITEM = re.compile(r"""(?<=[\[{, ])[^\s,\[\]{}"'#][^,\[\]{}"'#]* #[^,\[\]{}"']+(?=[,\]}])""")
_CLOSING = "”“»’›"
_ELIDED = re.compile(r"'[^\W\d_]{1,2}[ -][^']*$")
"""A value that begins with an apostrophe: 't Hooft, 's-Gravenhage."""

Explainer = Callable[[Trouble], Slip]


def explain(error: yaml.YAMLError, trouble: Trouble) -> Slip:
    """The finding that says what is wrong, where, and what to write."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Slip(syntax.bad_yaml(Place(trouble.name), (), "the file can't be read"))
    trouble.at, trouble.context = error.problem_mark, error.context_mark or error.problem_mark
    said = f"{error.context or ''}; {error.problem or ''}"
    for words, explainer in _EXPLAINERS:
        if words in said:
            return explainer(trouble)
    return Slip(syntax.bad_yaml(trouble.place(trouble.at), (), "this does not fit what is before it"))


def _too_deep(trouble: Trouble) -> Slip:
    words = "the file has hundreds of levels inside one another: no article needs them"
    return Slip(reading.too_large(trouble.place(trouble.at), trouble.path, words))


def _no_token(trouble: Trouble) -> Slip:
    return _tab(trouble) if trouble.character(trouble.at) == "\t" else _quotes_needed(trouble, trouble.at)


def _tab(trouble: Trouble) -> Slip:
    lines = {}
    for number, raw in enumerate(trouble.text.split("\n")):
        indent = raw[: len(raw) - len(raw.lstrip(" \t"))]
        if "\t" in indent:
            lines[number] = indent.replace("\t", "  ") + raw[len(indent) :]
    return Slip(syntax.tab(trouble.place(trouble.at), (), len(lines)), lines, doubtful=True)


def _quotes_needed(trouble: Trouble, mark: yaml.Mark) -> Slip:
    """A value begins with a sign that means something to YAML."""
    first = trouble.character(mark)
    if first == "*" and not trouble.line(mark)[: mark.column].strip():
        return no_key(trouble, mark.line)
    words, lines = trouble.quoted(mark, trouble.rest(mark))
    return Slip(syntax.must_be_quoted(trouble.place(mark), trouble.path, first, words), lines)


def _second_colon(trouble: Trouble) -> Slip:
    if isinstance(trouble.last, yaml.CollectionEndEvent) and _is_after_bracket(trouble):
        return _after_bracket(trouble)
    if slip := _alias(trouble):
        return slip
    if slip := _bracket_first(trouble):
        return slip
    if not isinstance(trouble.last, yaml.ScalarEvent):
        return wrong_column(trouble, trouble.at.line)
    start: Any = trouble.last.start_mark
    if start.line < trouble.at.line:
        return field_below_text(trouble, trouble.at.line, start.line)
    line = trouble.read(start.line)
    if start.column == line.column and line.key is None:  # the colon is the second on a line whose first ends no key
        return no_key(trouble, start.line)
    column = line.column if line.hyphens and line.key not in field_names() else start.column
    if slip := text_with_colon(trouble, line, column):
        return slip
    if column == line.column:
        words, lines = trouble.rewritten(start.line, line.column, in_quotes(line.text[line.column :]))
    else:
        words, lines = trouble.quoted(start, trouble.rest(start))
    message = syntax.typographic_quotes if is_typographic(trouble.rest(start)) else syntax.colon_in_value
    return Slip(message(trouble.place(start), trouble.value, words), lines)


def _alias(trouble: Trouble) -> Slip | None:
    """A text that begins with an asterisk, which YAML takes for a reference to another value."""
    start: Any = trouble.last.start_mark if isinstance(trouble.last, yaml.AliasEvent) else None
    return _quotes_needed(trouble, start) if start is not None and start.line == trouble.at.line else None


def _bracket_first(trouble: Trouble) -> Slip | None:
    """An item in running text that begins with a number in brackets, as `- [2] White A. Sand. Oslo: Example`."""
    text = trouble.line(trouble.at)
    found = re.match(r"\s*(?:- +)+(?=\[[^\[\]]{1,20}\] [^\s,\]}])", text)
    if not found:
        return None
    words, lines = trouble.rewritten(trouble.at.line, found.end(), in_quotes(text[found.end() :].rstrip()))
    place = Place(trouble.name, trouble.at.line + 1, found.end() + 1)
    return Slip(syntax.must_be_quoted(place, trouble.path, "[", words), lines)


def _open_quote(trouble: Trouble) -> Slip:
    return _closed(trouble, trouble.context, trouble.path)


def _closed(trouble: Trouble, mark: yaml.Mark, path: tuple[str | int, ...]) -> Slip:
    """A quotation mark that is opened and not closed on its line."""
    quote, rest = trouble.character(mark), trouble.rest(mark)
    if quote == "'" and _ELIDED.match(rest):
        words, lines = trouble.rewritten(mark.line, mark.column, in_quotes(rest))
        return Slip(syntax.unclosed_quote(trouble.place(mark), path, quote, words), lines, doubtful=True)
    inner = rest[1:-1] if rest[-1:] in _CLOSING and len(rest) > 1 else rest[1:]
    written = in_quotes(inner) if quote in inner else quote + inner + quote
    words, lines = trouble.rewritten(mark.line, mark.column, written)
    return Slip(syntax.unclosed_quote(trouble.place(mark), path, quote, words), lines, doubtful=True)


def _no_colon(trouble: Trouble) -> Slip:
    return no_key(trouble, trouble.context.line)


def _open_bracket(trouble: Trouble) -> Slip:
    """A bracket is not closed, or something in it is not separated by a comma."""
    start, bracket = trouble.context, trouble.character(trouble.context) or "["
    closing = {"[": "]", "{": "}"}[bracket]
    last: Any = trouble.last
    rest = trouble.rest(trouble.at)
    if _is_quoted(last) and last.end_mark.line == trouble.at.line and rest:
        words, lines = trouble.rewritten(trouble.at.line, 0, _with_comma(trouble, last))
        return Slip(
            syntax.unclosed_bracket(trouble.place(trouble.at), trouble.path, bracket, words, rest), lines, doubtful=True
        )
    if trouble.at.line > start.line and (cut := _HASH_ITEM.search(trouble.rest(start))):
        before, item, after = trouble.rest(start)[: cut.start()], cut.group(), trouble.rest(start)[cut.end() :]
        words, lines = trouble.rewritten(start.line, start.column, before + in_quotes(item) + after)
        problem = f"a space and # begin a comment, so the bracket {bracket} is not closed: write {words}"
        return Slip(syntax.bad_yaml(trouble.place(start), trouble.path[:1], problem), lines)
    if trouble.at.line > start.line:
        number = _last_inside(trouble, start.line)
        words, lines = trouble.rewritten(number, len(trouble.raw[number].rstrip()), closing)
        return Slip(
            syntax.unclosed_bracket(trouble.place(start), trouble.path[:1], bracket, words), lines, doubtful=True
        )
    if trouble.character(trouble.at) == ":" and isinstance(trouble.last, yaml.ScalarEvent):
        value = trouble.line(trouble.at)[last.start_mark.column :]
        value = re.split(r"[,\]}]", value, maxsplit=1)[0].rstrip()
        words, lines = trouble.rewritten(
            trouble.at.line, last.start_mark.column,
            in_quotes(value) + trouble.line(trouble.at)[last.start_mark.column + len(value) :],
        )  # fmt: skip
        return Slip(syntax.colon_in_value(trouble.place(last.start_mark), trouble.path, words), lines, doubtful=True)
    words = f"{trouble.line(start)[: start.column]}{in_quotes(trouble.rest(start))}"
    return Slip(syntax.unclosed_bracket(trouble.place(start), trouble.path[:1], bracket, shown(words)))


def _with_comma(trouble: Trouble, last: Any) -> str:
    """The line with a comma after a quoted value; if the value ends in one, its quotation mark is missing before that."""
    line, end = trouble.line(trouble.at), last.end_mark.column
    before = line[:end]
    if last.value.rstrip().endswith(","):
        return before[:-1].rstrip().removesuffix(",") + f"{last.style}, {last.style}" + line[end:].lstrip()
    return f"{before}, {line[trouble.at.column :].lstrip()}"


def _last_inside(trouble: Trouble, start: int) -> int:
    """The last line inside brackets that begin on a line: before the next line that begins no further right than that one."""
    first = trouble.read(start)
    last = start
    for line in trouble.lines:
        if line.number > start:
            if line.start <= first.start:
                break
            last = line.number
    return last


def _escape(trouble: Trouble) -> Slip:
    start = trouble.context
    rest = trouble.rest(start)
    bad = _BAD_ESCAPE.search(rest)
    inner = rest[1 : rest.rfind('"')] if rest.rfind('"') > 0 else rest[1:]
    after = rest[rest.rfind('"') + 1 :] if rest.rfind('"') > 0 else ""
    value = _ESCAPE.sub(r"\1", inner)
    words, lines = trouble.rewritten(start.line, start.column, "'" + value.replace("'", "''") + "'" + after)
    return Slip(syntax.bad_escape(trouble.place(trouble.at), trouble.path, bad.group() if bad else "\\", words), lines)


def _at_context(trouble: Trouble) -> Slip:
    return _quotes_needed(trouble, trouble.context)


def _several(trouble: Trouble) -> Slip:
    if slip := first_too_far(trouble, trouble.at.line):
        return slip
    return Slip(syntax.several_documents(trouble.place(trouble.at), ()))


def _list_on_line(trouble: Trouble) -> Slip:
    line = trouble.read(trouble.at.line)
    words = f"a list with hyphens begins on the line below '{line.key}:'" if line.key else "a hyphen does not fit here"
    item = line.value.removeprefix("-").strip()
    if ": " in item or not item:
        return Slip(syntax.bad_yaml(trouble.place(trouble.at), trouble.path, words))
    column = line.text.find("- ", line.column)
    return Slip(
        syntax.bad_yaml(
            trouble.place(trouble.at), trouble.path, f"{words}, each item on its own line: {shown('- ' + item)}"
        ),
        {line.number: f"{line.text[:column]}[{item}]"},
        doubtful=True,
    )


def _no_field(trouble: Trouble) -> Slip:
    """Something follows where only the next field could: a quotation mark or bracket ended the value too early."""
    last, at = trouble.last, trouble.at
    if _is_quoted(last) and last.end_mark.line == at.line:
        if last.start_mark.line < at.line:
            return _closed(trouble, last.start_mark, trouble.value)
        return _after_quote(trouble)
    if isinstance(last, yaml.CollectionEndEvent) and _is_after_bracket(trouble):
        return _after_bracket(trouble)
    return _alias(trouble) or _bracket_first(trouble) or wrong_column(trouble, at.line)


def _is_after_bracket(trouble: Trouble) -> bool:
    """Whether the complaint is about what follows a closed bracket on its line."""
    flow = trouble.flow
    if flow is None or flow.start_mark.line != trouble.at.line:
        return False
    return "]" in trouble.line(trouble.at)[: trouble.at.column] or "}" in trouble.line(trouble.at)[: trouble.at.column]


def _is_quoted(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')


def _after_quote(trouble: Trouble) -> Slip:
    start, mark = trouble.last.start_mark, trouble.last.style
    raw, rest = trouble.rest(start), trouble.rest(trouble.at)
    words, lines = trouble.rewritten(start.line, start.column, _requoted(raw, rest, mark))
    return Slip(syntax.text_after_quote(trouble.place(trouble.at), trouble.value, rest, words), lines)


def _requoted(raw: str, rest: str, mark: str) -> str:
    """The whole value in quotation marks that do not end inside it."""
    if rest in (",", ";", ".", mark):
        return raw[: len(raw) - len(rest)].rstrip()
    if _SEVERAL_TEXTS.fullmatch(raw):
        return "[" + raw.replace(f"{mark};", f"{mark},") + "]"
    inner = raw[1:-1]
    nested = raw.endswith(mark) and mark in inner and _opens(inner, inner.index(mark), mark)
    return in_quotes(inner if nested else raw)


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a quotation mark inside a value opens a quotation, or is an apostrophe: it does not close the value's own."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before or not before.strip() or before in "([" or (mark == "'" and after.isalpha())


def _after_bracket(trouble: Trouble) -> Slip:
    start, rest = trouble.flow.start_mark, trouble.rest(trouble.at)
    raw = trouble.rest(start)
    if rest in (",", ";", ".", "]", "}"):
        words, lines = trouble.rewritten(trouble.at.line, trouble.at.column, "")
        return Slip(
            syntax.text_after_quote(trouble.place(trouble.at), trouble.value[:1], rest, words, "bracket"), lines
        )
    if rest[0] in ",;" and rest[1:].lstrip()[:1] in ("{", "["):
        inner = raw.replace("]", "").replace("[", "") if raw[0] == "[" else raw
        words, lines = trouble.rewritten(start.line, start.column, "[" + inner.replace("};", "},") + "]")
        return Slip(
            syntax.text_after_quote(trouble.place(trouble.at), trouble.value[:1], rest, words, "bracket"), lines
        )
    words, lines = trouble.quoted(start, raw)
    return Slip(syntax.must_be_quoted(trouble.place(start), trouble.value[:1], trouble.character(start), words), lines)


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
    ("did not find expected key", _no_field),
    ("did not find expected '-' indicator", _no_field),
)
"""Words of libyaml's scanner and parser → the function that explains them; the first that fits."""
