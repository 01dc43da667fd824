"""No condition asks whether an element is true, for one without children is false: it would look like a missing one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import jats

FOLDER = Path(jats.__file__).parent
LOOKING = {"find", "child"}
"""Methods that give an element or None; `str.find` gives a number, of which 0 is false, so it is no condition either."""


def conditions(tree: ast.AST) -> Iterator[ast.expr]:
    """What is asked for its truth, in parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
            yield from parts(node.test)
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield from parts(test)
        elif isinstance(node, ast.BoolOp):
            yield from node.values[:-1]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node.operand


def parts(test: ast.expr) -> Iterator[ast.expr]:
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from parts(value)
    else:
        yield test


def asks_an_element(test: ast.expr) -> bool:
    return isinstance(test, ast.Call) and isinstance(test.func, ast.Attribute) and test.func.attr in LOOKING


def test_no_condition_asks_whether_an_element_is_true() -> None:
    found = [
        f"{path.relative_to(FOLDER)}:{test.lineno}"
        for path in sorted(FOLDER.rglob("*.py"))
        for test in conditions(ast.parse(path.read_text("utf-8")))
        if asks_an_element(test)
    ]
    assert found == []
