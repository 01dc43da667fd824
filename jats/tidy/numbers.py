"""Pages and numbers without the words that are printed around them: `No. 3` is issue 3, `pp. 8–14` are pages 8 to 14."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jats.draft import List, Map, Path, Text
from jats.findings import Finding, Place
from jats.input_codes import readings, tidied
from jats.parsers.numbers import Number, read_count, read_edition, read_number
from jats.parsers.outcome import Outcome
from jats.parsers.pages import CLEAN, Pages, read_pages, swapped_pages
from jats.tidy.context import Context, Words, fields_at, report


def _number_info(place: Place, path: Path, given: str, taken: str, _notes: Any) -> Finding:
    return tidied.number_without_label(place, path, given, taken)


def _pages_info(place: Place, path: Path, given: str, taken: str, notes: Any) -> Finding:
    return tidied.page_range(place, path, given, taken, notes)


_NUMBERS = Words(_number_info, readings.number_guessed, readings.number_unreadable)
_PAGES = Words(_pages_info, readings.number_guessed, readings.number_unreadable)


def read_number_field(around: Map, key: str, path: Path, context: Context) -> None:
    """A volume or an issue; a volume's text may name the issue as well."""
    text = around.items[key]
    if (
        not isinstance(text, Text)
        or not isinstance(text.value, str)
        or (text.value.isdecimal() and text.value.isascii())
    ):
        return
    read = read_number(text.value.strip(), "volume" if key == "volume" else "issue")
    if read.value is None:
        _leave_out(around, key, text, path, context)
        return
    _take(around, key, read, path, context)
    if read.value.issue and "issue" not in around.items:
        around.put("issue", Text(read.value.issue, text.place), text.place)


def _leave_out(around: Map, key: str, text: Text, path: Path, context: Context) -> None:
    context.say(readings.value_left_out(text.place, (*path, key), text.value.strip()))
    del around.items[key]
    around.keys.pop(key, None)


def _take(around: Map, key: str, read: Outcome[Number], path: Path, context: Context) -> None:
    text = around.items[key]
    if isinstance(text, Text) and read.value is not None and read.value.value != text.value:
        value = read.value.value
        code = "INP210"
        if read.notes and code not in context.keep:
            shown: Outcome[str] = Outcome(value, read.certainty, read.notes, read.write)
            report(shown, text, (*path, key), _NUMBERS, context)
        if not read.is_clean and code not in context.keep:
            around.items[key] = Text(value, text.place)


def read_other_number(reader: Callable[[str], Outcome[Number]]) -> Callable[[Map, str, Path, Context], None]:
    """A reader of a field with one number: an edition, how many pages there are."""

    def read_field(around: Map, key: str, path: Path, context: Context) -> None:
        text = around.items[key]
        if isinstance(text, Text) and isinstance(text.value, str):
            _take(around, key, reader(text.value.strip()), path, context)

    return read_field


read_edition_field = read_other_number(read_edition)
read_count_field = read_other_number(read_count)


def read_pages_field(around: Map, key: str, path: Path, context: Context) -> None:
    """First and last page; in a cited work, how many pages there are goes to `total_pages`."""
    _join_pages(around, key, path, context)
    text = around.items[key]
    if not isinstance(text, Text) or not isinstance(text.value, str):
        return
    if (found := CLEAN.fullmatch(text.value)) and (not found[2] or int(found[1]) < int(found[2])):
        return
    read = read_pages(text.value)
    if read.value is None and not read.write:
        _leave_out(around, key, text, path, context)
        return
    if read.value is not None and read.value.total and not context.in_work:
        notes = (f"{text.value!s} is a number of pages, not where they are",)
        context.say(readings.number_unreadable(text.place, (*path, key), notes, "write first-last, as in 8-14"))
        del around.items[key]
        return
    if read.value is not None and not context.in_work and (swapped := swapped_pages(text.value, read.value)):
        notes = (f"{text.value!s} may be the pages {swapped} or, shortened, {read.value!s}",)
        context.say(readings.number_unreadable(text.place, (*path, key), notes, f"write {swapped} or {read.value!s}"))
        del around.items[key]
        return
    if read.is_clean and str(read.value) != text.value:
        context.say(tidied.page_range(text.place, (*path, key), text.value, str(read.value)))
    elif "INP211" not in context.keep or read.value is None:
        report(_shown(read), text, (*path, key), _PAGES, context)
    _put_pages(around, key, read.value, context)


def _join_pages(around: Map, key: str, path: Path, context: Context) -> None:
    """`[8, 14]` is `8-14`."""
    node = around.items[key]
    texts = [one.value for one in node.items if isinstance(one, Text)] if isinstance(node, List) else []
    if len(texts) == 2 and all(isinstance(one, str) and _PAGE.fullmatch(one) for one in texts):
        written = "-".join(texts)
        context.say(tidied.page_range(node.place, (*path, key), f"[{', '.join(texts)}]", written))
        around.items[key] = Text(written, node.place)


_PAGE = re.compile(r"[A-Za-z]{0,2}\d{1,6}")


def _shown(read: Outcome[Pages]) -> Outcome[str]:
    return Outcome(str(read.value) if read.value else None, read.certainty, read.notes, read.write)


def _put_pages(around: Map, key: str, pages: Pages | None, context: Context) -> None:
    text = around.items[key]
    if not isinstance(text, Text):
        return
    if pages is None:
        part = "range" if context.in_work else "first"  # an article's range needs a first page
        around.items[key] = fields_at(text.place, **{part: text.value})
    elif pages.total:
        del around.items[key]
        around.keys.pop(key, None)
        around.items.setdefault("total_pages", Text(pages.total, text.place))
        around.keys.setdefault("total_pages", text.place)
    elif pages.range:
        around.items[key] = fields_at(text.place, first=pages.first, last=pages.last, range=pages.range)
    elif str(pages) != text.value:
        around.items[key] = Text(str(pages), text.place)
