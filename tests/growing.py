"""Inputs that grow, made from the model's fields: a new field is tried without a new line."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from jats.model.article import Article

Shape = Callable[[int], str]
SHAPES: dict[str, Shape] = {
    "one letter": lambda n: "a" * n,
    "blanks": lambda n: "a" + " " * n + "b",
    "tabs": lambda n: "a" + "\t" * n + "b",
    "opening brackets": lambda n: "(" * n,
    "square brackets": lambda n: "a" + "[" * n,
    "less-than signs": lambda n: "<" * n,
    "tags that are not closed": lambda n: "a " + "<i>" * (n // 3),
    "dots": lambda n: "a" + "." * n,
    "at signs": lambda n: "@" * n,
    "digits": lambda n: "1" * n,
    "digits and dashes": lambda n: "1-" * (n // 2),
    "combining marks": lambda n: "a" + "\u0301\u0323" * (n // 2),
    "labels": lambda n: "doi: " * (n // 5),
    "addresses": lambda n: "http://" * (n // 7),
    "initials": lambda n: "A. " * (n // 3) + "x",
    "commas": lambda n: "a, " * (n // 3),
    "dollar signs": lambda n: "$x " * (n // 3),
    "capitals": lambda n: "A" * n,
    "backslashes": lambda n: "a" + "\\" * n,
}


@dataclass(frozen=True, slots=True)
class Grown:
    """A field that can be given a text, or a list or map that can be given items; `make` gives the article file."""

    name: str
    make: Callable[[Any], bytes]
    item: Any = None
    """The simplest item of a list or map."""

    def equal(self, number: int) -> bytes:
        """An article file with that many items that are the same."""
        return self.make([self.item] * number)

    def different(self, number: int) -> bytes:
        """An article file with that many items whose texts are all different, and others than with another number of items.

        A function that keeps its answers would be quick with texts that it has met in a smaller file.
        """
        return self.make([_numbered(self.item, number * 100_000 + at) for at in range(number)])


def texts() -> list[Grown]:
    """Every field of the model that takes a text."""
    return [Grown(name, make) for item, name, make in _walked() if item is None]


def lists() -> list[Grown]:
    """Every field of the model that takes a list or a map."""
    return [Grown(name, make, item) for item, name, make in _walked() if item is not None]


Make = Callable[[Any], bytes]
Wrap = Callable[[Any], dict[str, Any]]
_HEAD: dict[str, Any] = {
    "title": "A",
    "language": "en",
    "journal": {"title": "J", "issn": "1234-5679", "ids": {"publisher-id": "j"}},
}


def _walked() -> Iterator[tuple[Any, str, Make]]:
    """The simplest item of each list and map, or None for a field that takes a text; its name; how it is made."""
    schema = Article.model_json_schema()
    seen: set[tuple[str, str]] = set()
    walk = _Walk(schema["$defs"], seen)
    walk.waiting.append((schema, "", _whole, 0))
    while walk.waiting:
        yield from walk.into(*walk.waiting.popleft())


def _whole(value: dict[str, Any]) -> dict[str, Any]:
    journal = value.get("journal", {})
    return {**_HEAD, **value, "journal": {**_HEAD["journal"], **journal} if isinstance(journal, dict) else journal}


class _Walk:
    """Goes through a JSON Schema; each property of each kind of object is given once, at the first place found."""

    def __init__(self, definitions: dict[str, Any], seen: set[tuple[str, str]]) -> None:
        self.definitions, self.seen = definitions, seen
        self.waiting: deque[tuple[Any, str, Wrap, int]] = deque()

    def into(self, node: Any, name: str, wrap: Wrap, depth: int) -> Iterator[tuple[Any, str, Make]]:
        node = self._resolved(node)
        for one in node.get("anyOf", ()):
            yield from self.into(one, name, wrap, depth)
        kinds = node.get("type", ())
        if "string" in kinds and "enum" not in node and self._new(name, "text"):
            yield None, name, lambda value: _file(wrap(value))
        if "array" in kinds and self._new(name, "list"):
            yield self.simplest(node["items"]), name, lambda items: _file(wrap(items))
            yield from self.into(node["items"], name, lambda value: wrap([value]), depth)
        for pattern in self._open(node):
            if self._new(name, "map"):
                yield self.simplest(pattern), name + ".*", partial(_mapped, wrap)
            yield from self.into(pattern, name, lambda value: wrap({"en": value}), depth)
        self._look_into(node, name, wrap, depth)

    def _look_into(self, node: Any, name: str, wrap: Wrap, depth: int) -> None:
        """Put the properties of an object at the end of what is to be walked, so that each is met at its shortest path."""
        properties = node.get("properties", {})
        for key, one in properties.items():
            if self._new(" ".join(sorted(properties)), key):
                required = [*node.get("required", ()), *[each for each in ("name", "text") if each in properties][:1]]
                needed = {each: self.simplest(properties[each]) for each in required if each != key} if depth else {}
                given = partial(_beside, wrap, key, needed)
                self.waiting.append((one, f"{name}.{key}".removeprefix("."), given, depth + 1))

    def simplest(self, node: Any, depth: int = 0) -> Any:
        """The simplest value."""
        node = self._resolved(node)
        if "enum" in node:
            return node["enum"][0]
        if "anyOf" in node:
            return self.simplest(node["anyOf"][0], depth)
        if "string" in node.get("type", ()):
            return "a"
        if "array" in node.get("type", ()):
            return [self.simplest(node["items"], depth + 1)] if depth < 6 else []
        properties = node.get("properties", {})
        return {key: self.simplest(properties[key], depth + 1) for key in node.get("required", list(properties)[:1])}

    def _resolved(self, node: Any) -> Any:
        while "$ref" in node:
            node = self.definitions[node["$ref"].rpartition("/")[2]]
        return node

    def _open(self, node: Any) -> list[Any]:
        more = node.get("additionalProperties")
        return [*([more] if isinstance(more, dict) else []), *node.get("patternProperties", {}).values()]

    def _new(self, owner: str, what: str) -> bool:
        key = owner, what
        known = key in self.seen
        self.seen.add(key)
        return not known


def _numbered(item: Any, number: int) -> Any:
    """An item with a number after each of its texts."""
    if isinstance(item, dict):
        return {key: _numbered(value, number) for key, value in item.items()}
    if isinstance(item, list):
        return [_numbered(value, number) for value in item]
    return f"{item}{number}" if isinstance(item, str) else item


def _mapped(wrap: Wrap, items: list[Any]) -> bytes:
    return _file(wrap({f"x-{at}": item for at, item in enumerate(items)}))


def _beside(wrap: Wrap, key: str, others: dict[str, Any], value: Any) -> dict[str, Any]:
    return wrap({**others, key: value})


def _file(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()
