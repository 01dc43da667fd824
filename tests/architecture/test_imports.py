"""The arrows between the rooms, and how little a cold start loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

SAMPLE = "samples/01-science-technologies-innovations/expected.xml"


def test_rooms_import_one_way(root: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("heavy", ["pydantic", "yaml", "ruamel", "xmlschema", "rich", "typer"])
def test_validating_one_valid_file_loads_nothing_heavy(root: Path, heavy: str) -> None:
    code = (
        "import sys, contextlib, io; from jats.cli.quick import run_quick\n"
        f"assert run_quick(['validate', {SAMPLE!r}]) == 0\n"
        "print('\\n'.join(sorted(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert "lxml.etree" in loaded
    assert [name for name in loaded if name == heavy or name.startswith(heavy + ".")] == []


def test_importing_the_package_loads_nothing(root: Path) -> None:
    code = "import sys; before = set(sys.modules); import jats; print(*(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert [name for name in run.stdout.split() if not name.startswith(("jats", "__future__", "importlib"))] == []


def test_no_files_import_each_other_in_a_circle() -> None:
    """Imports inside functions, and those for types only, count as well."""
    graph = grimp.build_graph("jats")
    imports = {file: graph.find_modules_directly_imported_by(file) for file in graph.modules}
    before = 0
    while len(imports) != before:
        before = len(imports)
        imports = {file: found & imports.keys() for file, found in imports.items() if found & imports.keys()}
    used = set().union(*imports.values())
    assert sorted(used & imports.keys()) == []
