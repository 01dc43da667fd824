"""Slips in the layout of a YAML file: columns, hyphens of lists, colons after keys."""

from __future__ import annotations

import re

from jats.article_file.yaml_lines import Line, above, first_word, in_quotes, next_line, open_lines, shifted, shown
from jats.article_file.yaml_silent import NO_HYPHEN, NO_SPACE
from jats.article_file.yaml_slip import Slip, Trouble
from jats.input_codes import syntax
from jats.input_codes.field_names import field_names, first_fields, may_hold, top_names

_NO_BLANK = re.compile(r"([A-Za-z_][\w-]*):(\S.*)")
_SEPARATOR = re.compile(r"([A-Za-z_][\w-]*) *(?:=|：|;) *(\S.*)")
_BULLET = re.compile(r"([–—−•·▪*]) *(?=\S)")


def no_key(trouble: Trouble, number: int) -> Slip:
    """A line without a key where only a field, or the next item of a list, could be."""
    line = trouble.read(number)
    content = line.text[line.column :]
    return (
        _hyphen_missing(trouble, line)
        or colon_missing(trouble, line)
        or _goes_on(trouble, line)
        or Slip(syntax.no_colon(trouble.spot(number, line.column), (), content))
    )


def colon_missing(trouble: Trouble, line: Line) -> Slip | None:
    """A key without the colon after it, or without the blank after the colon."""
    content = line.text[line.column :]
    if match := _NO_BLANK.fullmatch(content):
        words, lines = trouble.rewritten(line.number, line.column, f"{match[1]}: {match[2]}")
        return Slip(syntax.no_blank_after_colon(trouble.spot(line.number, line.column), (), words), lines)
    match = _SEPARATOR.fullmatch(content)
    key, value = (match[1], match[2]) if match else (first_word(content), "")
    if match is None and key in field_names():
        value = content[len(key) :].strip()
    if content in field_names() and _opens_block(trouble, line):
        words, lines = trouble.rewritten(line.number, line.column, f"{content}:")
        return Slip(syntax.no_colon(trouble.spot(line.number, line.column), (), content, written=words), lines)
    if not value or (match is not None and key not in field_names()):
        return None
    if value[0] not in "\"'[{" and ": " in value:
        value = in_quotes(value)
    words, lines = trouble.rewritten(line.number, line.column, f"{key}: {value}")
    return Slip(syntax.no_colon(trouble.spot(line.number, line.column), (), key, written=words), lines)


def _opens_block(trouble: Trouble, line: Line) -> bool:
    """Whether fields or a list are indented below a line."""
    below = next_line(trouble.lines, line.number)
    return below is not None and (below.start > line.column or (below.start == line.column and bool(below.hyphens)))


def _hyphen_missing(trouble: Trouble, line: Line) -> Slip | None:
    """An item of a list that has no hyphen, another sign in its place, or no space after it."""
    content = line.text[line.column :]
    if line.hyphens:
        return None
    before = next((one for one in open_lines(trouble.lines, line.number) if one.start <= line.column), None)
    after = next_line(trouble.lines, line.number)
    beside = [one for one in (before, after) if one is not None and one.hyphens and one.start == line.column]
    if content.startswith("-") and len(content) > 1:
        item, why = content[1:].strip(), NO_SPACE
    elif match := _BULLET.match(content):
        item, why = content[match.end() :], f"a list item begins with a hyphen, not with {match[1]}"
    elif beside:
        item, why = content, NO_HYPHEN
    else:
        return None
    words, lines = trouble.rewritten(line.number, line.column, f"- {item}")
    moved = _moved_below(trouble, line) if line.key else {}
    if moved:
        why += f", and the other fields of this item belong in column {line.column + 3}"
    return Slip(syntax.hyphen(trouble.spot(line.number, line.column), (), why, words), {**moved, **lines})


def _moved_below(trouble: Trouble, line: Line) -> dict[int, str]:
    """The other fields of an item, moved to the right if they are in line with its missing hyphen."""
    moved: dict[int, str] = {}
    for one in trouble.lines:
        if one.number <= line.number:
            continue
        if one.start != line.column or one.hyphens or one.key is None:
            break
        moved |= shifted(trouble.text, one.number, 2)
    return moved


def _goes_on(trouble: Trouble, line: Line) -> Slip | None:
    """A text that goes on from the line above, but is not indented."""
    before = next(iter(above(trouble.lines, line.number)), None)
    if before is None or before.key is None or before.column != line.column or before.value[:1] in ('"', "'", "[", "{"):
        return None
    place = trouble.spot(line.number, line.column)
    content = line.text[line.column :]
    return Slip(
        syntax.no_colon(place, (), content, f"'{before.key}' on line {before.number + 1}", line.column + 3),
        shifted(trouble.text, line.number, 2),
        doubtful=True,
    )


def wrong_column(trouble: Trouble, number: int) -> Slip:
    """A line that begins in a column in which nothing above it begins."""
    line = trouble.read(number)
    if slip := _after_comment(trouble, line):
        return slip
    if not line.hyphens and (slip := _hyphen_missing(trouble, line)) and not _belongs_to_item(trouble, line):
        return slip
    wanted = _in_block_text(trouble, line) or _wanted(trouble, line)
    if wanted is None:
        return Slip(syntax.bad_indentation(trouble.spot(number, line.start), (), line.name))
    return _moved(trouble, line, *wanted)


def _belongs_to_item(trouble: Trouble, line: Line) -> bool:
    """Whether a field in line with the hyphens of a list belongs to the item above: the item does not have it yet."""
    if line.key is None or line.key.startswith("-"):
        return False
    keys = []
    for one in above(trouble.lines, line.number):
        keys.append(one.key)
        if one.start <= line.column:
            break
    return line.key not in keys and line.key != keys[-1]


_BLOCK_TEXT = re.compile(r"[|>][+-]?\d?")


def _in_block_text(trouble: Trouble, line: Line) -> tuple[int, Line] | None:
    """The column of the first line of a text below `|` or `>`, if the line has no key and goes on with that text."""
    if line.key is not None or line.hyphens:
        return None
    before = [one for one in trouble.lines if one.number < line.number]
    if not before or not _BLOCK_TEXT.fullmatch(before[-1].value.strip()):
        return None
    texts = (trouble.read(at) for at in range(before[-1].number + 1, line.number) if trouble.raw[at].strip())
    first = next(texts, None)
    return (first.start, first) if first is not None and first.start > before[-1].start else None


def _wanted(trouble: Trouble, line: Line) -> tuple[int, Line] | None:
    """The nearest column in which a block above the line begins, and the line that begins there."""
    columns: dict[int, Line] = {}
    for one in open_lines(trouble.lines, line.number):
        if line.hyphens and one.hyphens:
            columns.setdefault(one.start, one)
        elif not line.hyphens and (one.key or one.hyphens):
            columns.setdefault(one.column, one)
    found = [(abs(column - line.start), -column, one) for column, one in columns.items() if column != line.start]
    nearest = min(found, key=lambda each: each[:2], default=None)
    return (-nearest[1], nearest[2]) if nearest else None


def _moved(trouble: Trouble, line: Line, column: int, like: Line) -> Slip:
    place = trouble.spot(line.number, line.start)
    finding = syntax.bad_indentation(
        place, (), line.name, line.start + 1, column + 1, f"'{like.name}' on line {like.number + 1}"
    )
    return Slip(finding, shifted(trouble.text, line.number, column - line.start))


def field_below_text(trouble: Trouble, number: int, start: int) -> Slip:
    """A field that is indented below a line (`start`) which has a text already."""
    line, before = trouble.read(number), trouble.read(start)
    key = line.key or ""
    if before.key is None:
        return (
            colon_missing(trouble, before)
            or (_text_then_fields(trouble, line, before, _holder(trouble, before)) if before.hyphens else None)
            or no_key(trouble, start)
        )
    if line.hyphens:
        return wrong_column(trouble, number)
    if not (_is_field(line) or (first_word(key) == key and before.key not in field_names())) and (
        slip := text_with_colon(trouble, before, len(before.text) - len(before.value))
    ):
        return slip
    if _is_too_far_left(trouble, line, before):
        like = next(one for one in above(trouble.lines, before.number) if one.column == line.column)
        slip = _moved(trouble, before, line.column, like)
        return Slip(slip.finding, {before.number: slip.lines[before.number]})
    at_top = before.column == 0 and key in top_names() and not may_hold(before.key, key)
    if before.key in first_fields() and not at_top:
        return _text_then_fields(trouble, line, before, before.key)
    return _moved(trouble, line, before.column, before)


def _is_too_far_left(trouble: Trouble, line: Line, before: Line) -> bool:
    """Whether the line before is out of a block that goes on with this line."""
    earlier = next(iter(above(trouble.lines, before.number)), None)
    return earlier is not None and earlier.column == line.column and not before.hyphens


def _holder(trouble: Trouble, line: Line) -> str:
    """The field whose list a line is in."""
    around = (
        one.key for one in open_lines(trouble.lines, line.number + 1) if one.start < line.start or not one.hyphens
    )
    return next((key for key in around if key), "")


def _text_then_fields(trouble: Trouble, line: Line, before: Line, holder: str) -> Slip:
    field = first_fields().get(holder, "name")
    text = before.value if before.key else before.text[before.column :]
    value = text if text[:1] in "\"'" else in_quotes(text) if ": " in text else text
    written, column = shown(f"{field}: {value}"), line.start + 1 if before.key else 0
    place = trouble.spot(line.number, line.start)
    finding = syntax.indented_under_value(place, (), line.name, before.number + 1, written, column)
    if before.key is None:
        return Slip(finding, {before.number: f"{before.text[: before.column]}{field}: {value}"})
    return Slip(finding, doubtful=True)


def text_with_colon(trouble: Trouble, before: Line, column: int) -> Slip | None:
    """A text with a colon in it that goes on over the lines below: all of it goes into quotation marks."""
    last = before.number
    for number in range(before.number + 1, len(trouble.raw) - 1):
        line = trouble.read(number)
        if not line.text.strip() or line.start <= before.column or line.hyphens or _is_field(line):
            break
        last = number
    if last == before.number:
        return None
    text = " ".join([before.text[column:], *(trouble.raw[one].strip() for one in range(before.number + 1, last + 1))])
    words, lines = trouble.rewritten(before.number, column, in_quotes(text))
    lines |= dict.fromkeys(range(before.number + 1, last + 1), "")
    return Slip(syntax.colon_in_value(trouble.spot(before.number, column), (before.key or "",), words), lines)


def _is_field(line: Line) -> bool:
    """Whether a line is `key: value`, not a text in which a colon comes up."""
    key = line.key or ""
    return bool(key) and first_word(key) == key and (key in field_names() or key.islower())


def _after_comment(trouble: Trouble, line: Line) -> Slip | None:
    """A text that goes on below a line in which ` #` ended it."""
    before = next(iter(above(trouble.lines, line.number)), None)
    if before is None or not before.value or line.key or line.start <= before.column or " #" not in before.value:
        return None
    column = len(before.text) - len(before.value)
    words, lines = trouble.rewritten(before.number, column, in_quotes(f"{before.value} {line.text.strip()}"))
    problem = f"a space and # begin a comment, so the text of line {before.number + 1} ends there: write {words}"
    return Slip(syntax.bad_yaml(trouble.spot(line.number, line.start), (), problem), {**lines, line.number: ""})


def first_too_far(trouble: Trouble, number: int) -> Slip | None:
    """The first line of the file is indented, and a later one is not."""
    line = trouble.read(number)
    first = trouble.lines[0] if trouble.lines else None
    if first is None or line.key is None or first.number >= number or first.start <= line.start:
        return None
    return _moved(trouble, first, line.start, line)
