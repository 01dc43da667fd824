"""What is met in a text of HTML, and the few questions that both its scan and its tree ask."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from jats.parsers.html_tags import LOST

if TYPE_CHECKING:
    from justhtml import Node

_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")


@dataclass(slots=True)
class TextInspection:
    """What was met in a text: the tags, what is dropped, and what only looks like a tag."""

    tags: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    strange: list[str] = field(default_factory=list)
    attributes: bool = False
    unclosed: tuple[str, int] | None = None
    foreign: bool = False
    entities: bool = False
    twice: bool = False


def is_entity(text: str, start: int) -> bool:
    """Whether an entity that HTML knows, closed by its semicolon, begins at `start`."""
    found = _ENTITY.match(text, start)
    return found is not None and (not found[3] or found[3] + ";" in html5)


def is_lost(node: Node) -> bool:
    """Whether the node's content has no place in a text."""
    return node.name in LOST


def decoded_again(text: str, seen: TextInspection) -> str:
    """A text in which entities are left after decoding was escaped twice; it is decoded wholly."""
    if "&" in text and any(is_entity(text, found.start()) for found in re.finditer("&", text)):
        seen.twice = True
        return unescape(text)
    return text
