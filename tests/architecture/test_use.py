"""No function or class is there for its tests alone, or for nothing."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

USERS = ("jats", "schemas", "benchmarks", "training", "docs")
BY_OTHERS = {
    "list_commands",  # called by typer
    "set_header",  # called by rispy
    "_plain_language",  # called by the name of a part of a page
    "_biographies",
}
FOR_TESTS = {
    "entities_bytes",  # compared with the official files
    "is_on_the_table",  # compares what is lost with the table of losses
    "language_doubt",
    "read_article",
    "schemas_folder",
}


def defined(root: Path) -> Iterator[str]:
    """Names of functions and classes that nothing registers, as a decorator does."""
    for path in (root / "jats").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
                yield node.name


@pytest.mark.slow
def test_every_function_and_class_is_used(root: Path) -> None:
    said: Counter[str] = Counter()
    for user in USERS:
        for path in (root / user).rglob("*.py"):
            said.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    once = {name for name in defined(root) if said[name] == 1 and not name.startswith("__")}
    assert once - BY_OTHERS - FOR_TESTS == set(), "use it or remove it"
