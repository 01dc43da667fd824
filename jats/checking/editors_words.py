"""A rule's message about XML in an editor's words: elements are called as the fields of an article file."""

from __future__ import annotations

import re
from functools import cache

from jats.vocab.tables import tabbed_rows

_UNASKED = "-"
_ENOUGH = "="

_TAG = re.compile(r"(?P<name><[A-Za-z][\w:.-]*)(?P<attributes>(?:\s+[\w:-]+=(?:\"[^\"]*\"|'[^']*'))*)\s*/?>")
_SET = re.compile(r"(?<![\w:-])(?P<name>[A-Za-z][\w:-]*)=(?P<quote>[\"'])(?P<value>[^\"']*)(?P=quote)")
_NAME = re.compile(r"(?<![\w:'\"/.<-])[a-z]+(?:[-:_][a-z0-9]+)+(?![\w/.>=-]|:\S)")
_REMEDY = re.compile(r"[:;] (?:write|add|give|mark|register|link|move|correct)\b")
_QUOTED = re.compile(r"'[^']*'")


def is_about_xml(message: str) -> bool:
    """Whether a message has words of XML outside what it quotes."""
    plain = _QUOTED.sub("''", message)
    names = (match[0] for match in _NAME.finditer(plain))
    return bool(_TAG.search(message) or _SET.search(message) or any(name in _glossary() for name in names))


def tags_in(message: str) -> list[str]:
    """The elements that a message names, each as the beginning of its tag: `<fig`."""
    return [match["name"] for match in _TAG.finditer(message)]


def is_asked(code: str) -> bool:
    """Whether a rule is asked about an article file without a body: those about the text of the article are not."""
    return ("", _UNASKED) not in _words().get(code, ())


def editors_words(code: str, message: str, field: str = "") -> tuple[str, bool]:
    """The message in an editor's words, and whether they say what to write; empty if there are no words of its own.

    `field` is the article's field that the message is about, for codes whose words differ by field.
    """
    for pattern, words in (*_words().get(f"{code} {field}", ()), *_words().get(code, ())):
        match = _matcher(pattern).fullmatch(message) if pattern else None
        if match is not None or (not pattern and words != _UNASKED and is_about_xml(message)):
            filled = _filled(words, [translated(text) for text in match.groups()] if match else [])
            return filled.removeprefix(_ENOUGH), filled.startswith(_ENOUGH)
    return "", False


def _filled(words: str, values: list[str]) -> str:
    return re.sub(r"\$(\d)", lambda number: values[int(number[1]) - 1], words)


def translated(message: str) -> str:
    """The message with each word of XML that the glossary has in its place."""
    pieces = re.split(f"({_QUOTED.pattern})", _SET.sub(_setting, _TAG.sub(_element, message)))
    return "".join(
        piece if piece.startswith("'") else _NAME.sub(lambda match: _glossary().get(match[0], match[0]), piece)
        for piece in pieces
    )


def without_remedy(message: str) -> str:
    """What a message says is wrong, without what it says to write."""
    return _REMEDY.split(message, maxsplit=1)[0]


def _element(match: re.Match[str]) -> str:
    named = _glossary().get(match["name"] + ">")
    if named is None:
        return match[0]
    if match.start() == 0 and match.end() < len(match.string):
        named = f"the {named}"
    return f"{named} with {match['attributes'].strip()}" if match["attributes"] else named


def _setting(match: re.Match[str]) -> str:
    named = _glossary().get(match["name"])
    return match[0] if named is None else f"{named}: {match['value']}"


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, pattern.split("*"))), re.DOTALL)


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """By code, the messages and what is said in place of each."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for code, pattern, words in tabbed_rows("rules/editors_words.tsv"):
        found[code] = (*found.get(code, ()), (pattern, words))
    return found


@cache
def _glossary() -> dict[str, str]:
    return dict(tabbed_rows("rules/editors_glossary.tsv"))
