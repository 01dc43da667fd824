"""What all tests share: the checkout, real data if it is there, and how many examples a property test draws."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.forked_jats import program
from tests.installation import install, link_dependencies, make_wheel, programs
from tests.made_once import folder_of_run, made_once

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

UNSHRUNK = (Phase.explicit, Phase.generate)
"""A large example can take minutes to shrink, so only the profile `shrink` does that."""


def register_profile(name: str, examples: int, derandomize: bool, phases: tuple[Phase, ...] = UNSHRUNK) -> None:
    """Register a profile without limits of time: a busy machine must not fail a test."""
    settings.register_profile(
        name,
        max_examples=examples,
        derandomize=derandomize,
        phases=phases,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )


register_profile("quick", 10, derandomize=True)
register_profile("all", 100, derandomize=True)
register_profile("hunt", 1000, derandomize=False)
register_profile("shrink", 1000, derandomize=False, phases=(*UNSHRUNK, Phase.shrink))
settings.load_profile("all")


def browser() -> str | None:
    """A Chromium, if one is installed."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


NEEDS = {
    "real": SHARED.is_dir(),
    "npm": shutil.which("npm") is not None,
    "browser": browser() is not None,
}
"""Markers of optional tests and whether what they need is here."""

BY_FIXTURE = {"shared": "real", "official": "npm"}
"""Fixtures that need the same as a marker."""


@pytest.hookimpl(tryfirst=True)  # so that `-m` knows the markers too
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests that need something by their fixtures; deselect those whose need is not here."""
    absent: dict[pytest.Item, None] = {}
    for item in items:
        for name in BY_FIXTURE.keys() & getattr(item, "fixturenames", ()):
            item.add_marker(BY_FIXTURE[name])
        if any(not NEEDS.get(mark.name, True) for mark in item.iter_markers()):
            absent[item] = None
    config.hook.pytest_deselected(items=list(absent))
    items[:] = [item for item in items if item not in absent]


def pytest_collection_finish() -> None:
    """Exempt what was imported and collected from garbage collection, which would look through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and official schemas beside the checkout; without it, tests that ask for it are deselected."""
    return SHARED


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Root's right to read every file is given up during the test."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.fixture(scope="session")
def jats_program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A `jats` that runs this checkout and starts in milliseconds, alone in its folder."""
    with program(tmp_path_factory.mktemp("jats")) as file:
        yield file


@pytest.fixture(scope="session")
def wheels(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with this project's wheel, built once a run."""
    return made_once(folder_of_run(tmp_path_factory) / "wheels", lambda folder: make_wheel(root, folder))


@pytest.fixture(scope="session")
def installed(root: Path, wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that has the wheel and what it needs, made once a run."""
    return programs(
        made_once(folder_of_run(tmp_path_factory) / "environment", lambda folder: install(root, wheels, folder))
    )


@pytest.fixture(scope="session")
def dependencies(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What this project needs, without it, as a folder for PYTHONPATH: pip then installs nothing but the project."""
    return made_once(
        folder_of_run(tmp_path_factory) / "dependencies", lambda folder: link_dependencies(installed, folder)
    )
