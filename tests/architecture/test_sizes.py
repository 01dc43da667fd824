"""How large functions and files may be (measured without docstrings), so that the reader's minute stays a minute."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions(root: Path) -> list[tuple[str, int, int]]:
    """Place, length in lines and number of parameters of every function of the package."""
    return list(_functions(root))


def _functions(root: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted((root / "jats").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, FUNCTION):
                place = f"{path.relative_to(root)}:{node.lineno} {node.name}"
                yield place, body_length(node), len(node.args.args) + len(node.args.kwonlyargs)


def body_length(node: FUNCTION) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        whole -= (first.end_lineno or first.lineno) - first.lineno + 1
    return whole


def test_functions_are_short(root: Path) -> None:
    lengths = sorted(length for _, length, _ in functions(root))
    assert median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.95)] <= 30
    assert [place for place, length, _ in functions(root) if length > 60] == []


def test_functions_take_few_parameters(root: Path) -> None:
    # Commands are the exception: each of their parameters is an option that a person can give.
    assert [place for place, _, count in functions(root) if count > 6 and "/cli/" not in place] == []


def test_files_are_short(root: Path) -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (root / "jats").rglob("*.py")}
    assert {str(path): size for path, size in sizes.items() if size > 400} == {}


def test_no_room_without_a_subject(root: Path) -> None:
    nobody = {"utils", "util", "common", "misc", "helpers", "manager", "core"}
    assert [str(path) for path in (root / "jats").rglob("*") if path.stem in nobody] == []
