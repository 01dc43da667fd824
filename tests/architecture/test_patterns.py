"""No regular expression of the package takes exponential time."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import types
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import jats
from tests.architecture.pattern_texts import worst_texts

_LENGTH = 60
"""Signs: two to the power of it is more than a lifetime of steps, and its cube takes no time."""
_SECONDS = 0.2
"""Processor time for a text."""
_MOST = 300
"""Items of a table that is looked into."""
_USES = frozenset(("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"))
Pattern = re.Pattern[str] | re.Pattern[bytes]


class TooSlowError(Exception):
    """A match takes too long."""


def slow_text(pattern: Pattern) -> str | None:
    """The first of the worst texts in which looking for the pattern takes more than 0.2 s, None if there is none."""

    def stop(_signal: int, _frame: types.FrameType | None) -> None:
        raise TooSlowError

    text = ""
    before = signal.signal(signal.SIGPROF, stop)
    try:
        for text in sorted(worst_texts(pattern, _LENGTH)):
            signal.setitimer(signal.ITIMER_PROF, _SECONDS)
            given: Any = text if isinstance(pattern.pattern, str) else text.encode()
            pattern.search(given)
            pattern.fullmatch(given)
    except TooSlowError:
        return text
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return None


def patterns_in(value: Any, depth: int = 3) -> Iterator[Pattern]:
    """The patterns in a value: itself, or the items of a table."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, list | tuple | set | frozenset | dict) and len(value) < _MOST:
        for item in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from patterns_in(item, depth - 1)


def made(value: Any) -> Any:
    """What a remembered function without parameters gives, since patterns are made there; any other value itself."""
    is_remembered = hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount
    return value() if is_remembered and "Pattern" in str(value.__annotations__.get("return")) else value


@cache
def all_patterns() -> dict[tuple[Any, int], tuple[str, Pattern]]:
    """Every pattern of the package's modules, once, with its name."""
    found: dict[tuple[Any, int], tuple[str, Pattern]] = {}
    for module in pkgutil.walk_packages(jats.__path__, "jats."):
        if not module.name.endswith("__main__"):
            for name, value in list(vars(importlib.import_module(module.name)).items()):
                for pattern in patterns_in(made(value)):
                    found.setdefault((pattern.pattern, pattern.flags), (f"{module.name}.{name}", pattern))
    return found


def literal_patterns() -> Iterator[tuple[str, Pattern]]:
    """Patterns that stand where they are used, `re.search("…", text)`, with the place of each."""
    for path in sorted(Path(jats.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                not isinstance(node, ast.Call)
                or not isinstance(node.func, ast.Attribute)
                or node.func.attr not in _USES
            ):
                continue
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if of_re and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                yield f"{path.name}:{node.lineno}", re.compile(node.args[0].value)


@pytest.mark.slow
def test_no_pattern_takes_exponential_time() -> None:
    patterns = all_patterns()
    assert len(patterns) > 700
    literals = list(literal_patterns())
    assert len(literals) > 100
    for place, pattern in literals:
        patterns.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    slow = [f"{name}: {text[:20]!r}…" for name, pattern in patterns.values() if (text := slow_text(pattern))]
    assert slow == []


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a+)+$", r"x(?:\d{1,2})*$", r"(?:,\s?\d{1,2}|\d{1,2})*!", r"<(?:[^>\"']+|\"[^\"]*\")*>", r"(?:a|a)*b"],
)
def test_a_pattern_that_takes_exponential_time_is_found(pattern: str) -> None:
    assert slow_text(re.compile(pattern))


def test_a_pattern_that_is_quick_is_not_found() -> None:
    assert slow_text(re.compile(r"x(?>\d{1,2})*+$")) is None
