"""Values of front matter: texts in Markdown, keys in their several spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.draft import List, Map, Node, Text
from jats.parsers.emphasis import read_emphasis

_IMAGE = re.compile(r"\[?!\[[^\]\n]{0,500}\]\([^)\n]{0,20000}\)(?:\]\([^)\n]{0,2000}\))?")
_CITED = re.compile(r"(?<!\S)\[(?:-?@[\w:.-]+(?:,[^\]\[;]{0,60})?(?:;\s*)?){1,20}\]")
_LINES = re.compile(r"(?<!\n)\n(?!\n)[ \t]*")


def key_of(key: str) -> str:
    """A key in one spelling: small letters, hyphens."""
    return key.strip().lower().replace("_", "-").replace(" ", "-")


def field(node: Node | None, *keys: str) -> Node | None:
    """The first of some fields that a map has, whatever its spelling."""
    if isinstance(node, Map):
        found = {key_of(key): value for key, value in node.items.items()}
        return next((found[key] for key in keys if key in found), None)
    return None


def items(node: Node | None) -> list[Node]:
    """The items of a list; one value as a list of it, nothing as an empty one."""
    if node is None:
        return []
    return list(node.items) if isinstance(node, List) else [node]


def texts_in(node: Node | None) -> Iterator[Text]:
    """The texts of a value or of a list of values that are not empty."""
    for one in items(node):
        if isinstance(one, Text) and str(one.value).strip():
            yield one


def first_text(node: Node | None, *keys: str) -> Text | None:
    """The first text among some fields of a map; of a value itself if no field is named."""
    return next(texts_in(field(node, *keys) if keys else node), None)


def running(text: Text) -> Text:
    """A text of Markdown in the notation of the article file, its lines joined; pictures and citations' keys are dropped."""
    plain = _CITED.sub("", _IMAGE.sub("", str(text.value)))
    plain = re.sub(r"\n{2,}", "\n\n", _LINES.sub(" ", plain)).strip()
    made = read_emphasis(plain).value
    return Text(plain if made is None else made, text.place)


def truth(node: Node | None) -> bool:
    """Whether a value says yes."""
    return isinstance(node, Text) and str(node.value).strip().lower() in ("true", "yes", "1", "on", "y")
