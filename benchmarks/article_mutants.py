"""Broken article files: bytes, tokens and structure of small articles changed at random, in YAML, JSON and TOML.

    name, data = article_mutant(seed=1, number=17)

Articles are the samples, and small ones that are drawn from the samples' fields. One mutant depends on its seed and number alone.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
_PIECES = (
    "\0", "\x009\0", "\uf8f09\uf8f1", "\x01", "\x1b[31m", "\x0b", "\x7f", "\x85", "\ud800", "\udfff", "\ufffe", "\uffff",
    "\ufeff", "\u2028", "\u202e",
    "\U000e0001", "\U0010ffff", "é", "e\u0301\u0323", "²", "٣", "Ⅳ", "<", ">", "&", "]]>", "<!--", "<code>", "<i>a</i>", "<i>",
    "</i>",
    "$x^2$", "$", "\\", "\\<", "{", "}", "[", "]", "(", ")", "'", '"', ":", ": ", "#", " # jats: ignore INP202 fine", "- ",
    "@", "%",
    "*", "&a", "*a", "!!python/object:os", "|", ">-", "---", "...", "~", "\n", "\r", "\t", "\u00a0", "http://", "10.5555/a(",
    "0000-0002",
    "-", "–", "1-", "9" * 5_000, "a" * 3_000, "." * 300, "null", "1e400", "-0", "0x1F", "1:30", "2020-02-30", "2020-13",
    "20²4", "(2020)",
)  # fmt: skip
"""Texts that parsers, patterns and writers are likely to trip over."""

_KEYS = (
    "@context", "[", "@", "", " ", ".", "a.b", "\0", "\ud800", "\x1b", "0", "-1", "xml:lang", "id", "title", "name", "type",
    "text", "doi",
    "authors", "references", "pages", "date", "language", "en", "uk", "format", "journal", "extra", "<<", "__class__", "é",
    "9" * 5_000,
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2024, 10**30, 1.5, -0.0, float("inf"), float("nan"), "", " ", "a", [], {}, [[]], [None], [{}],
    {"": ""},
    ["a", "b"], {"en": "a"}, {"en": None}, {"id": "a"}, [["a"], {"a": ["a"]}], {"text": {"text": "a"}}, "²", "9" * 5_000,
    "1-" + "9" * 5_000,
    "2020-01-01", "20²4", "S1-S9999999999999999999", "\x01", "\ud800",
)  # fmt: skip

Place = tuple[Any, Any]
"""A mapping or list, and a key or index in it."""


def article_mutant(seed: int, number: int) -> tuple[str, bytes]:
    """The name, with the ending of its format, and the bytes of a broken article file."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311 - repeatable dice are wanted
    data = _article(dice)
    kinds = dice.choice(("structure", "tokens", "bytes", "structure tokens", "structure bytes"))
    if "structure" in kinds:
        for _ in range(dice.randrange(1, 5)):
            dice.choice(_STRUCTURE)(data, dice)
    if "tokens" in kinds:
        for _ in range(dice.randrange(1, 4)):
            _change_text(data, dice)
    ending = dice.choice(tuple(_WRITERS))
    written = _WRITERS[ending](data).encode("utf-8", dice.choice(("replace", "surrogatepass")))
    return f"article.{ending}", _change_bytes(written, dice) if "bytes" in kinds else written


@cache
def _samples() -> list[dict[str, Any]]:
    files = sorted(SAMPLES.glob("*/*.yaml"))
    return [yaml.load(path.read_bytes(), yaml.BaseLoader) for path in files]  # noqa: S506 - it makes texts alone


def _article(dice: random.Random) -> dict[str, Any]:
    """A few fields of a sample, or all of them once in ten times; a copy."""
    sample: dict[str, Any] = dice.choice(_samples())
    if dice.random() > 0.1:
        keys = dice.sample(sorted(sample), min(len(sample), dice.randrange(1, 7)))
        always = ("title", "language", "journal", "date")
        sample = {key: value for key, value in sample.items() if key in keys or key in always}
    copied: dict[str, Any] = json.loads(json.dumps(sample))
    return copied


def _places(data: Any) -> list[Place]:
    """Each value of an article with what holds it."""
    found: list[Place] = []
    todo = [data]
    while todo:
        node = todo.pop()
        steps = list(node) if isinstance(node, dict) else range(len(node))
        for step in steps:
            found.append((node, step))
            if isinstance(node[step], (dict, list)):
                todo.append(node[step])
    return found


def _replace(data: Any, dice: random.Random) -> None:
    """Give a field another value."""
    if places := _places(data):
        node, step = dice.choice(places)
        node[step] = json.loads(json.dumps(dice.choice(_VALUES)))


def _rename(data: Any, dice: random.Random) -> None:
    """Give a value another key, or add one."""
    node = dice.choice([data, *(one for one, _ in _places(data) if isinstance(one, dict))])
    key = dice.choice(_KEYS)
    node[key] = node.pop(dice.choice(list(node))) if node and dice.random() < 0.5 else dice.choice(_VALUES[:20])


def _drop(data: Any, dice: random.Random) -> None:
    """Take a value out."""
    if places := _places(data):
        node, step = dice.choice(places)
        del node[step]


def _move(data: Any, dice: random.Random) -> None:
    """Put a copy of a value in the place of another."""
    if places := _places(data):
        (source, step), (node, other) = dice.choice(places), dice.choice(places)
        node[other] = json.loads(json.dumps(source[step]))


def _repeat(data: Any, dice: random.Random) -> None:
    """Repeat the entries of a list, or make a list of a value."""
    if places := _places(data):
        node, step = dice.choice(places)
        value = node[step] if isinstance(node[step], list) else [node[step]]
        node[step] = json.loads(json.dumps(value * dice.randrange(1, 4)))


def _wrap(data: Any, dice: random.Random) -> None:
    """Put a value deep into mappings or lists."""
    if places := _places(data):
        node, step = dice.choice(places)
        for _ in range(dice.choice((1, 1, 2, 30, 120))):
            node[step] = [node[step]] if dice.random() < 0.5 else {dice.choice(("en", "text", "name")): node[step]}


def _change_text(data: Any, dice: random.Random) -> None:
    """Put a hostile piece into a text, or several of it, or in its place."""
    places = [(node, step) for node, step in _places(data) if isinstance(node[step], str)]
    if places:
        node, step = dice.choice(places)
        text, piece = node[step], dice.choice(_PIECES) * dice.choice((1, 1, 1, 2, 20))
        at = dice.randrange(len(text) + 1)
        node[step] = dice.choice((piece, text[:at] + piece + text[at:], text[:at] + piece, piece + text[at:]))


def _change_bytes(data: bytes, dice: random.Random) -> bytes:
    """Flip, cut, double or replace a few bytes."""
    for _ in range(dice.randrange(1, 4)):
        if not data:
            return data
        start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
        end = min(end, start + 200)
        spice = dice.choice(_PIECES)[:500].encode("utf-8", "surrogatepass")
        piece = dice.choice(
            (b"", data[start:end] * 2, dice.randbytes(3), spice, bytes([data[start - 1] ^ 1 << dice.randrange(8)]))
        )
        data = data[:start] + piece + data[dice.choice((start, start + 1, end)) :]
    return data


_STRUCTURE: tuple[Callable[[Any, random.Random], None], ...] = (_replace, _rename, _drop, _move, _repeat, _wrap)


def _yaml(data: Any) -> str:
    """Block YAML; texts that PyYAML can't write are quoted by it, and what is too deep for it is written in brackets."""
    try:
        return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    except RecursionError:
        return json.dumps(data, ensure_ascii=False)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=len(data) % 2 == 0, indent=1)


def _toml(data: Any) -> str:
    """TOML with a line for each field, and inline tables below; what is too deep to be written so is JSON."""
    try:
        return "".join(f"{_toml_text(str(key))} = {_inline(value)}\n" for key, value in data.items())
    except RecursionError:
        return json.dumps(data, ensure_ascii=False)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml_text(str(key))} = {_inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return _toml_text(value) if isinstance(value, str) else "true" if value is None else str(value).lower()


def _toml_text(text: str) -> str:
    """A text in quotes, with the escapes of TOML; a lone surrogate, which it cannot escape, stays as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


_WRITERS: dict[str, Callable[[Any], str]] = {"yaml": _yaml, "json": _json, "toml": _toml}
