"""Running text as people and platforms write it: HTML, formulas, Markdown and LaTeX, in the article file's own notation."""

from __future__ import annotations

import re
from dataclasses import replace

from jats.draft import Path, Text
from jats.findings import Fix
from jats.input_codes import readings
from jats.parsers.emphasis import read_emphasis
from jats.parsers.formulas import read_formulas
from jats.parsers.html import holds_jats, may_hold_html, read_html
from jats.parsers.outcome import Certainty
from jats.tidy.context import Context

SUSPECT = re.compile(r"[<&$*~^`\\_]|\]\(")
"""Signs without which a text holds none of these."""

_IN_PARAGRAPHS = frozenset(
    (
        "abstract", "acknowledgements", "data_availability", "statements", "conflict_of_interest", "notes", "title_notes",
        "footnotes", "glossary", "back_notes", "biographies", "biography", "comment", "appendices", "open_access_statement",
        "remark", "annotation", "caption", "content", "definition",
    )
)  # fmt: skip
"""Fields whose text has paragraphs."""

_ONE_LINE = frozenset(("title", "label", "term", "heading"))
_RICH = frozenset(
    (
        "title", "subtitle", "alt_titles", "issue_title", "issue_subtitle", "text", "terms", "keywords", "subjects", "source",
        "trans_title", "trans_source", "part_title", "series", "statement", "holder", "note", "theme", "funding_statement",
        "references", "works", "term", "attribution", "description", "on_behalf_of", "narrower", "sections",
    )
)  # fmt: skip
"""Fields whose text may have markup, besides those with paragraphs."""


def read_running(text: Text, path: Path, context: Context) -> None:
    """Read what one text holds of other notations; the text is changed in place."""
    blocks = bool(_IN_PARAGRAPHS.intersection(path)) and path[-1] not in _ONE_LINE
    rich = blocks or bool(_RICH.intersection(path[-3:]))
    if may_hold_html(text.value) and not _read_html(text, path, context, blocks=blocks, rich=rich):
        return
    if not rich or holds_jats(text.value):
        return
    _read_formulas(text, path, context)
    _read_emphasis(text, path, context)


def _read_html(text: Text, path: Path, context: Context, *, blocks: bool, rich: bool) -> bool:
    """Whether the text can be read on."""
    read = read_html(text.value, blocks=blocks)
    if read.value is None:
        context.say(readings.tag_unclosed(text.place, path, read.notes, read.write))
        return False
    code = "INP241" if read.certainty is Certainty.LIKELY else "INP240"
    if read.is_clean or code in context.keep:
        return True
    value = read.value if rich else read.value.replace("\\<", "<")
    say = readings.html_guessed if code == "INP241" else readings.html_read
    context.say(say(text.place, path, value, read.notes))
    text.value = value
    return True


def _read_formulas(text: Text, path: Path, context: Context) -> None:
    read = read_formulas(text.value)
    if read.value is None or "INP244" in context.keep:
        return
    if read.certainty is Certainty.LIKELY:
        context.say(readings.dollar_unclosed(text.place, path, read.notes))
    elif read.notes:
        context.say(readings.formulas_read(text.place, path, read.value, read.notes))
    text.value = read.value


def _read_emphasis(text: Text, path: Path, context: Context) -> None:
    read = read_emphasis(text.value)
    if read.value is None or read.is_clean or "INP243" in context.keep:
        return
    changed = read.value != text.value
    finding = readings.marks_read(text.place, path, read.value if changed else "", read.notes)
    context.say(replace(finding, fix=Fix(text.value, read.value)) if changed else finding)
    text.value = read.value
