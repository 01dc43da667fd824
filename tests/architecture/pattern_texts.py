"""Texts that make a pattern try all its ways to match: what a repeat takes, many times, then a sign that nothing fits."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]  # the standard library gives no other way to its parse tree
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from typing import Any

_MANY = 8
"""A repeat that may go on so often is tried."""
_SIGNS = "a1 .,-–;:()[]<>{}\"'/@&=*\\$^_%#|!?~+Aя中，；\t\n"
_CLASSES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda sign: sign.isalnum() or sign == "_",
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)


def worst_texts(pattern: re.Pattern[str] | re.Pattern[bytes], length: int) -> set[str]:
    """For each repeat of the pattern: what comes before it, its content over and over, and an end that does not match."""
    tree = parser.parse(
        pattern.pattern, pattern.flags if isinstance(pattern.pattern, str) else pattern.flags & ~re.UNICODE
    )
    starts = {(before, body) for before, body in _repeats(tree, "") if body}
    return {before + body * (length // len(body) + 1) + end for before, body in starts for end in ("\0", "!", "")}


def _repeats(nodes: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each repeat: a text that leads to it, and a text that it may repeat."""
    for kind, value in nodes:
        if kind in _REPEATS and (value[1] is op.MAXREPEAT or value[1] >= _MANY):
            yield from ((before, body) for body in {*(_sample(value[2], turn) for turn in range(4)), *_signs(value[2])})
        for inside in _inside(kind, value):
            yield from _repeats(inside, before)
        before += _sample([(kind, value)])


def _inside(kind: Any, value: Any) -> list[Any]:
    """What a node of the tree contains."""
    if kind in (*_REPEATS, op.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    return list(value[1]) if kind is op.BRANCH else []


def _signs(nodes: Any) -> set[str]:
    """One sign for each class of signs inside."""
    found = {_sample([node]) for node in nodes if node[0] in (op.LITERAL, op.IN)}
    return found.union(*(_signs(inside) for kind, value in nodes for inside in _inside(kind, value)))


def _sample(nodes: Any, turn: int = 0) -> str:
    """A short text that matches, with the alternative of this turn."""
    made = ""
    for kind, value in nodes:
        if kind is op.LITERAL:
            made += chr(value)
        elif kind is op.NOT_LITERAL:
            made += "b" if value == ord("a") else "a"
        elif kind is op.ANY:
            made += "a"
        elif kind is op.IN:
            made += next((sign for sign in _SIGNS if _holds(value, sign)), chr(_first(value)))
        elif kind is op.BRANCH:
            made += _sample(value[1][turn % len(value[1])], turn)
        elif kind is op.ASSERT and value[0] < 0 and not made.endswith(_sample(value[1], turn)):
            made += _sample(value[1], turn)
        else:
            least = value[0] if kind in (*_REPEATS, op.POSSESSIVE_REPEAT) else 1
            made += "".join(_sample(inside, turn) for inside in _inside(kind, value)) * least
    return made


def _first(members: Any) -> int:
    """The code point of the first sign that a class names."""
    return next(
        (value if kind is op.LITERAL else value[0] for kind, value in members if kind in (op.LITERAL, op.RANGE)), 97
    )


def _holds(members: Any, sign: str) -> bool:
    """Whether a class has a sign."""
    found = False
    for kind, value in members:
        if kind is op.LITERAL:
            found |= ord(sign) == value
        elif kind is op.RANGE:
            found |= value[0] <= ord(sign) <= value[1]
        elif kind is op.CATEGORY:
            name = str(value)
            found |= _CLASSES[name.rpartition("_")[2]](sign) != ("NOT" in name)
    return found != (members[0][0] is op.NEGATE)
