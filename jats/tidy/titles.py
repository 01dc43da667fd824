"""What is printed with a title and is not part of it: a full stop, a footnote mark, the name of its language."""

from __future__ import annotations

import re

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Note
from jats.input_codes import readings
from jats.tidy.context import Context

_LAST = frozenset(".。।*†‡§¶¹²³⁴⁵⁶⁷⁸⁹123456789)]")
"""Characters that a title ends with if there is anything to look at."""


def tidy_titles(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Look at the titles of the article and of cited works, once their text is clean."""
    context = Context(note, keep)
    if "title" in draft.items:
        _field(draft, (), context)
    if "references" in draft.items:
        _works(draft.items["references"], ("references",), context.inside("references"))


def _works(node: Node, path: Path, context: Context) -> None:
    for index, item in enumerate(node.items if isinstance(node, List) else ()):
        if item.__class__ is Map and isinstance(item, Map):
            if "title" in item.items:
                _field(item, (*path, index), context)
            if "references" in item.items:
                _works(item.items["references"], (*path, index, "references"), context)


def _field(around: Map, path: Path, context: Context) -> None:
    node = around.items["title"]
    if isinstance(node, Map):
        for tag in node.items:
            _title(node, tag, (*path, "title"), context, around)
    else:
        _title(around, "title", path, context, around)


_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{3})\s?([*†‡§¶]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])$|(?<=[a-z]{3})([1-9])$")
_FINAL = re.compile(r"(?<=[^\W_)\]»”\"'])\.$|[。।]$")
_SHORTENED = re.compile(
    r"(?:\b(?:spp?|var|subsp|ssp|cf|etc|inc|ltd|co|st|al|aff|nov|gen|sect|cv|vs|jr|sr|dr|corp|bros|no|vol|pt|ed|eds|ca|ст|ін|др|обл|р|г)"
    r"|\b[^\W\d_]|\.[^\W\d_])\.$",
    re.IGNORECASE,
)


def _title(around: Map, key: str, path: Path, context: Context, work: Map) -> None:
    text = around.items[key]
    if not isinstance(text, Text) or not isinstance(text.value, str):
        return
    here = (*path, key)
    if not context.in_work and _in_capitals(text.value):
        context.say(readings.title_in_capitals(text.place, here))
    if text.value[-1:] not in _LAST:
        return
    if found := _FOOTNOTE.search(text.value):
        context.say(readings.mark_after_title(text.place, here, found[1] or found[2]))
    elif _ends_with_full_stop(text.value) and "INP249" not in context.keep:
        text.value = text.value[:-1]
        context.say(readings.full_stop_of_title(text.place, here, text.value))
    if context.in_work:
        _language(text, here, context, work)


def _ends_with_full_stop(title: str) -> bool:
    """Whether the full stop after a title is neither part of an abbreviation nor of an ellipsis."""
    return _FINAL.search(title) is not None and not _SHORTENED.search(title) and ".." not in title[-3:]


def _in_capitals(title: str) -> bool:
    """Whether a title of several words has no small letter."""
    bare = re.sub(r"<[^<>]{1,40}>", "", title)
    return bare.isupper() and len([word for word in bare.split() if len(word) > 3]) > 2


_IN_LANGUAGE = re.compile(r"(?<!\s)\s*[(\[]([^()\[\]]{3,40})[)\]]\.?$")
_IN = re.compile(r"^(?:in|на|en|em|auf|w|ve|po|text in|article in|мовою|на)\s", re.IGNORECASE)


def _language(text: Text, path: Path, context: Context, work: Map) -> None:
    found = _IN_LANGUAGE.search(text.value)
    if not found or "language" in work.items:
        return
    from jats.vocab.languages import short_name_to_language, words_to_language

    if not _IN.match(found[1]):
        language = short_name_to_language(found[1])
    else:
        language = words_to_language(_IN.sub("", found[1])) or words_to_language(found[1])
    if language and text.value[: found.start()].strip():
        text.value = text.value[: found.start()].strip()
        work.put("language", Text(language, text.place), text.place)
        context.say(readings.language_of_title(text.place, path, text.value, language))
