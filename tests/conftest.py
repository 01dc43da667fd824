"""What all tests share: the checkout, real data if it is there, and how many examples a property test draws."""

from __future__ import annotations

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


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and official schemas beside the checkout; a test that asks for it is skipped without."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real data (../shared) is not there")
    return SHARED


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
