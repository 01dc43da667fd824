"""Keywords in one text as a list."""

from __future__ import annotations

from jats.draft import List, Map, Node, Path, Text
from jats.input_codes import readings
from jats.parsers.html import may_hold_html, read_html
from jats.parsers.outcome import Outcome
from jats.parsers.terms import read_terms
from jats.tidy.context import Context, Words, report

_OF_GROUP = frozenset(("language", "type", "vocabulary", "authority", "label", "title", "terms"))
_OF_KEYWORD = frozenset(("text", "code", "parts", "narrower"))


def _refusal(*_: object) -> None:  # a list always has a reading
    raise AssertionError


_WORDS = Words(readings.list_read, readings.list_guessed, _refusal)  # type: ignore[arg-type]


def read_keywords(around: Map, key: str, path: Path, context: Context) -> None:
    """`keywords` or `terms`: a text, a list, or either by language tag."""
    node = around.items[key]
    if isinstance(node, Map) and key == "keywords" and not node.items.keys() & (_OF_GROUP | _OF_KEYWORD):
        for tag in list(node.items):
            read_keywords(node, tag, (*path, key), context)
    elif isinstance(node, Text) and isinstance(node.value, str):
        around.items[key] = List(list(_terms(node, (*path, key), context)), node.place)
    elif isinstance(node, List):
        _list(node, (*path, key), context)


def _terms(text: Text, path: Path, context: Context) -> list[Node]:
    written = text.value
    if "<" in written and may_hold_html(written):
        html = read_html(written, blocks=True)
        if html.value is not None and html.value != written and not html.value.startswith("<list"):
            written = html.value.replace("\n\n", "\n")
        elif html.value is not None and "<list-item>" in html.value:
            written = _items(html.value)
    read = read_terms(written)
    if written != text.value:
        read = Outcome(read.value, read.certainty, ("HTML is read as text", *read.notes), read.write)
    _say(read, text, path, context)
    return [Text(term, text.place) for term in read.value or ()] or [text]


def _items(markup: str) -> str:
    """The items of a list in JATS's own markup, one a line."""
    parts = markup.split("<list-item><p>")[1:]
    return "\n".join(part.partition("</p>")[0] for part in parts)


def _say(read: Outcome[tuple[str, ...]], text: Text, path: Path, context: Context) -> None:
    shown: Outcome[str] = Outcome("; ".join(read.value or ()), read.certainty, read.notes, read.write)
    report(shown, text, path, _WORDS, context)


def _list(node: List, path: Path, context: Context) -> None:
    """A list of keywords: semicolons in an item part it, commas don't; a full stop after the last is dropped."""
    items: list[Node] = []
    for index, item in enumerate(node.items):
        if isinstance(item, Text) and isinstance(item.value, str) and ";" in item.value:
            found = _terms(item, (*path, index), context)
            if len(found) > 1:
                notes = ("semicolons part keywords in a list, too",)
                taken = "; ".join(str(one.value) for one in found if isinstance(one, Text))
                context.say(readings.list_read(item.place, (*path, index), item.value, taken, notes))
            elif found and isinstance(found[0], Text) and found[0].value != item.value:
                notes = ("the semicolon after the keyword is dropped",)
                context.say(readings.list_read(item.place, (*path, index), item.value, str(found[0].value), notes))
            items += found
        else:
            items.append(item)
    node.items[:] = items
    last = items[-1] if len(items) > 1 else None
    if isinstance(last, Text) and isinstance(last.value, str) and last.value.endswith("."):
        read = read_terms(f"x; {last.value}")
        bare = (read.value or ("", last.value))[-1]
        if bare != last.value:
            notes = ("the full stop at the end is dropped",)
            context.say(readings.list_read(last.place, (*path, len(node.items) - 1), last.value, bare, notes))
            last.value = bare
