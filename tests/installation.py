"""The wheel of this project and an environment that it is installed in, as people make them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OURS = ("jats", "jats_export", "pip", "setuptools", "pkg_resources", "__pycache__")
"""What in an environment's packages is not a dependency."""


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command with its output kept; never from the checkout."""
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)


def make_wheel(root: Path, folder: Path) -> None:
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, root, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr


def install(root: Path, wheels: Path, folder: Path) -> None:
    """Make an environment in the folder and install the wheel, as a user does."""
    run(sys.executable, "-m", "venv", folder, cwd=wheels)
    (wheel,) = wheels.glob("*.whl")
    command = (
        programs(folder) / "python",
        "-m",
        "pip",
        "install",
        "-q",
        "--no-compile",
        "-c",
        root / "requirements.lock",
        wheel,
    )
    pip = run(*command, cwd=wheels)
    if "connection broken" in pip.stderr:
        pytest.skip(f"the package index can't be reached: {pip.stderr.splitlines()[-1:]}")
    assert pip.returncode == 0, pip.stderr


def programs(environment: Path) -> Path:
    """The folder of an environment's programs."""
    return environment / ("Scripts" if sys.platform == "win32" else "bin")


def link_dependencies(installed: Path, folder: Path) -> None:
    """Fill the folder with links to the packages of an environment that are not this project's or pip's."""
    code = "import sysconfig; print(sysconfig.get_path('platlib'))"
    packages = Path(run(installed / "python", "-c", code, cwd=folder).stdout.strip())
    for entry in packages.iterdir():
        if entry.name.partition("-")[0] not in OURS:
            (folder / entry.name).symlink_to(entry)
