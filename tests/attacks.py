"""Texts on which a regular expression that is not linear takes long, made from the expression itself."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as ops  # type: ignore[import-not-found]  # typeshed does not have it
import re._parser as parser  # type: ignore[import-not-found]  # as above
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Any

import jats

_CATEGORIES = {
    ops.CATEGORY_DIGIT: "1",
    ops.CATEGORY_SPACE: " ",
    ops.CATEGORY_WORD: "a",
    ops.CATEGORY_NOT_DIGIT: "a",
    ops.CATEGORY_NOT_SPACE: "a",
    ops.CATEGORY_NOT_WORD: "-",
}
_CANDIDATES = "a1 Aа中-.,;:<>&\"'()[]{}@/\\\t\n#$=_*"
_FUNCTIONS = {f"re.{name}" for name in ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")}
_PACKAGE = Path(jats.__file__).parent
_SEARCHING = re.compile(r"\b(\w+)(?:\.(?:search|sub|subn|split|findall|finditer)\b|[,)])")
_STOPS = ("", "\x01", "é!", "\n\n", "(")


def patterns() -> dict[tuple[str, int], tuple[str, bool]]:
    """Every regular expression of the package, with a module that has it and whether something is searched with it.

    They are found in constants, in cached functions without parameters, and in calls of `re`. One that is used by `match` and
    `fullmatch` alone is tried at one place only.
    """
    found: dict[tuple[str, int], tuple[str, bool]] = {}
    searched = set(_SEARCHING.findall("".join(path.read_text("utf-8") for path in _PACKAGE.rglob("*.py"))))
    for info in pkgutil.walk_packages(jats.__path__, "jats."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                if isinstance(pattern.pattern, str):
                    bare = isinstance(value, re.Pattern)
                    found.setdefault((pattern.pattern, pattern.flags), (info.name, not bare or name in searched))
        if module.__file__:
            for text, flags, search in _calls(Path(module.__file__)):
                found.setdefault((text, flags), (info.name, search))
    return found


def _patterns_in(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from _patterns_in(each)
    elif isinstance(value, dict):
        for each in (*value.keys(), *value.values()):
            yield from _patterns_in(each)
    elif hasattr(value, "cache_info") and not signature(value).parameters and "Pattern" in str(signature(value)):
        yield from _patterns_in(value())


def _calls(path: Path) -> Iterator[tuple[str, int, bool]]:
    """The expressions that are written where they are used: `re.sub(r"…", …)`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func)
        if called in _FUNCTIONS and isinstance(node, ast.Call) and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                compiled = re.compile(first.value)
                yield compiled.pattern, compiled.flags, called not in ("re.match", "re.fullmatch")


def attacks(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Texts of about that size: each part that can be repeated, repeated, after what precedes it, and with an end that fails."""
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    done: set[str] = set()
    for before, unit in _repeats(parsed, ""):
        for start in {"", before}:
            for stop in _STOPS:
                yield from _once(start + unit * (size // len(unit)) + stop, done)
        if before:
            yield from _once(before * (size // len(before)), done)
            yield from _once((before + unit) * (size // len(before + unit)), done)


def _once(text: str, done: set[str]) -> Iterator[str]:
    if text not in done:
        done.add(text)
        yield text


def _repeats(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each repeated part with a text that the parts before it match."""
    for op, given in parsed:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            _least, most, inner = given
            if most == ops.MAXREPEAT or most > 50:
                for unit in _units(inner):
                    yield before, unit
            yield from _repeats(inner, before)
        elif op is ops.SUBPATTERN:
            yield from _repeats(given[3], before)
        elif op is ops.ATOMIC_GROUP:
            yield from _repeats(given, before)
        elif op is ops.BRANCH:
            for branch in given[1]:
                yield from _repeats(branch, before)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _repeats(given[1], before)
        before += _sample([(op, given)])


def _units(inner: Any) -> Iterator[str]:
    if len(inner) == 1 and inner[0][0] in (ops.IN, ops.ANY, ops.NOT_LITERAL):
        fitting = [each for each in _CANDIDATES if re.fullmatch(_one_of(inner[0]), each)]
        yield from fitting[:4] or [_sample(inner)]
    elif sample := _sample(inner):
        yield sample


def _one_of(item: Any) -> str:
    op, given = item
    if op is ops.ANY:
        return "."
    if op is ops.NOT_LITERAL:
        return f"[^{re.escape(chr(given))}]"
    negate = given[0][0] is ops.NEGATE
    parts = []
    for kind, value in given:
        if kind is ops.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is ops.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif kind is ops.CATEGORY:
            parts.append(_CATEGORY_NAMES[value])
    return f"[{'^' if negate else ''}{''.join(parts)}]"


_CATEGORY_NAMES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def _sample(parsed: Any) -> str:
    """A short text that the parts match, as far as this can be seen from each part alone."""
    out = ""
    for op, given in parsed:
        if op is ops.LITERAL:
            out += chr(given)
        elif op in (ops.IN, ops.ANY, ops.NOT_LITERAL):
            out += next((each for each in _CANDIDATES if re.fullmatch(_one_of((op, given)), each)), _first(given))
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            out += _sample(given[2]) * max(1, min(given[0], 20))
        elif op is ops.SUBPATTERN:
            out += _sample(given[3])
        elif op is ops.ATOMIC_GROUP:
            out += _sample(given)
        elif op is ops.BRANCH:
            out += _sample(given[1][0])
        elif op is ops.CATEGORY:
            out += _CATEGORIES[given]
    return out


def _first(given: Any) -> str:
    if isinstance(given, list):
        for kind, value in given:
            if kind is ops.LITERAL:
                return chr(value)
            if kind is ops.RANGE:
                return chr(value[0])
    return "a"
