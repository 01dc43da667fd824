"""A run that is killed, has no room or may not write: files are whole or absent, and what is wrong is said on one line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jats.reports.formats import FORMATS

NUMBER = 40
ARTICLE = """title: On tides {number}
language: en
journal: {{title: J, ids: {{publisher-id: j}}, issn: 1234-5679}}
doi: https://doi.org/10.5555/{number}
"""


def started(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    variables = {**os.environ, **environment}
    return subprocess.Popen(
        [sys.executable, "-m", "jats", *arguments],
        cwd=folder,
        env={name: value for name, value in variables.items() if value != "unset"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finished(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    process = started(folder, *arguments, **environment)
    out, errors = process.communicate(timeout=300)
    return process.returncode, out.decode(), errors.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in range(NUMBER):
        (tmp_path / "in" / f"a{number:03}.yaml").write_text(ARTICLE.format(number=number))
    return tmp_path


def outputs(folder: Path) -> dict[str, bytes]:
    """The files that a run has written; those that were being written begin with a dot."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name[0] != "."}


def killed_after(process: subprocess.Popen[bytes], folder: Path, least: int) -> None:
    """Kill a run, with its workers, once it has written some files."""
    until = time.monotonic() + 120
    while len(outputs(folder) if folder.exists() else ()) < least and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_killed_leaves_whole_files_and_can_be_run_again(folder: Path, jobs: str) -> None:
    assert finished(folder, "build", "in", "-o", "whole")[0] == 0
    whole = outputs(folder / "whole")
    killed_after(started(folder, "build", "in", "-o", "out", "--jobs", jobs), folder / "out", 3)
    left = outputs(folder / "out")
    assert left.items() <= whole.items()
    assert finished(folder, "build", "in", "-o", "out", "--jobs", jobs)[0] == 0
    assert outputs(folder / "out") == whole


@pytest.mark.slow
def test_a_check_that_is_killed_leaves_a_cache_that_is_right(folder: Path) -> None:
    expected = finished(folder, "check", "in", "--format", "json")
    killed_after(started(folder, "check", "in", "--cache-dir", "kept"), folder / "kept", 5)
    again = finished(folder, "check", "in", "--cache-dir", "kept", "--format", "json")
    assert again[:2] == expected[:2]


@pytest.mark.slow
def test_fixing_that_is_killed_leaves_files_as_they_were_or_fixed(folder: Path) -> None:
    before = outputs(folder / "in")
    process = started(folder, "check", "in", "--fix")
    until = time.monotonic() + 120
    while outputs(folder / "in") == before and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    between = outputs(folder / "in")
    assert finished(folder, "check", "in", "--fix")[0] == 0
    after = outputs(folder / "in")
    assert after != before
    assert all(between[name] in (before[name], after[name]) for name in before)


@pytest.mark.slow
def test_two_runs_into_one_folder_leave_whole_files(folder: Path) -> None:
    assert finished(folder, "build", "in", "-o", "whole")[0] == 0
    runs = [started(folder, "build", "in", "-o", "out") for _ in range(2)]
    assert [run.communicate(timeout=300) and run.returncode for run in runs] == [0, 0]
    assert outputs(folder / "out") == outputs(folder / "whole")


def one_line(errors: str) -> str:
    lines = [line for line in errors.splitlines() if not line.endswith("valid JATS")]
    assert len(lines) == 1, errors
    assert "Traceback" not in errors
    return lines[0]


def test_a_folder_that_cannot_be_written_is_reported_on_one_line(tmp_path: Path) -> None:
    if not Path("/proc/self").exists():
        pytest.skip("there is no /proc, in which nobody may write")
    (tmp_path / "a.yaml").write_text(ARTICLE.format(number=1).replace("https://doi.org/", ""))
    code, out, errors = finished(tmp_path, "build", "a.yaml", "-o", "/proc/jats")
    assert (code, out) == (2, "")
    assert one_line(errors).startswith("a.yaml: /proc/jats/a.xml: can't be written: ")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KB, where one may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=16k", "jats-test", str(place)]
    try:
        mounted = subprocess.run(options, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.slow
def test_a_full_disk_leaves_whole_files_and_is_reported(folder: Path, small_disk: Path) -> None:
    assert finished(folder, "build", "in", "-o", "whole")[0] == 0
    code, _out, errors = finished(folder, "build", "in", "-o", str(small_disk))
    assert code == 2
    assert "Traceback" not in errors
    assert "No space left on device" in errors
    assert outputs(small_disk).items() <= outputs(folder / "whole").items()


def test_a_report_that_has_no_room_ends_with_one_line(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    (tmp_path / "a.xml").write_text("<article/>")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "jats", "validate", "a.xml"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert one_line(done.stderr.decode()) == "jats: there is no room left on the disk"


@pytest.mark.slow
@pytest.mark.parametrize("home", ["unset", "/proc/nowhere"])
def test_without_a_home_everything_works_but_the_default_cache(tmp_path: Path, home: str) -> None:
    (tmp_path / "a.yaml").write_text(ARTICLE.format(number=1))
    (tmp_path / "a.xml").write_text("<article><p/></article>")
    others = {"XDG_CACHE_HOME": "unset", "HOME": home}
    for arguments in (("check", "a.yaml"), ("validate", "a.xml"), ("build", "a.yaml", "-o", "out")):
        code, _out, errors = finished(tmp_path, *arguments, **others)
        assert code in (0, 1)
        assert "Traceback" not in errors
    code, _out, errors = finished(tmp_path, "check", "--cache", "a.yaml", **others)
    assert code in (0, 1, 2)
    assert "Traceback" not in errors


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        *(("check", "in", "--format", form) for form in FORMATS),
        *(("validate", "xml", "--format", form) for form in FORMATS),
        ("check", "in", "--report", "readiness", "--target", "pmc"),
        ("check", "in", "--jobs", "2"),
        ("validate", "xml", "--jobs", "2"),
        ("import", "in.csv"),
        ("refs", "refs.txt"),
        ("rules",),
        ("schema", "--list"),
        ("check", "--help"),
    ],
    ids=" ".join,
)
def test_a_reader_that_is_gone_ends_any_command_quietly(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "xml").mkdir()
    for number in range(3):
        (folder / "xml" / f"{number}.xml").write_text("<article>" + "<foo/>" * 30 + "</article>")
    (folder / "in.csv").write_text("title,language\n" + "A tide,en\n" * 9)
    (folder / "refs.txt").write_text("Osei K. Mud in estuaries. Estuar Res. 2019;8:101-112.\n" * 9)
    reading, writing = os.pipe()
    os.close(reading)
    process = [sys.executable, "-m", "jats", *command]
    done = subprocess.run(process, cwd=folder, stdout=writing, stderr=subprocess.PIPE, timeout=300, check=False)
    os.close(writing)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith(b"jats:")] == []


@pytest.mark.slow
@pytest.mark.parametrize("command", [("build", "in", "-o", "out"), ("check", "in", "--format", "json")], ids=" ".join)
def test_a_batch_goes_on_when_a_worker_is_killed(folder: Path, command: tuple[str, ...]) -> None:
    for number in range(NUMBER, 20 * NUMBER):
        (folder / "in" / f"a{number:03}.yaml").write_text(ARTICLE.format(number=number))
    process = started(folder, *command, "--jobs", "2")
    victim = worker_of(process)
    time.sleep(0.5)
    os.kill(victim, signal.SIGKILL)
    out, errors = process.communicate(timeout=300)
    assert process.returncode in (0, 1, 2)
    assert b"Traceback" not in errors
    if command[0] == "build":
        missing = {path.stem for path in (folder / "in").iterdir()} - {path.stem for path in (folder / "out").iterdir()}
        assert len(missing) <= 1
        assert all(f"{name}.yaml".encode() in errors for name in missing)
    else:
        assert len(json.loads(out)) == 20 * NUMBER


def worker_of(process: subprocess.Popen[bytes]) -> int:
    """The first child of a run that has worked a little; skipped where there is no /proc to find it in."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("the processes of a run cannot be found here")
    until = time.monotonic() + 120
    while not (found := children.read_text().split()):
        assert time.monotonic() < until
        assert process.poll() is None
        time.sleep(0.01)
    return int(found[-1])


@pytest.mark.slow
@pytest.mark.parametrize("command", [("build", "in", "-o", "out"), ("check", "in", "--write-baseline", "kept.json")])
def test_files_that_may_not_grow_are_whole_or_absent(folder: Path, command: tuple[str, ...]) -> None:
    """A limit on the size of files stands for a disk that is full."""
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)); from jats.__main__ import main; main()"
    process = [sys.executable, "-B", "-c", limited, *command]
    before = outputs(folder)
    done = subprocess.run(process, cwd=folder, capture_output=True, timeout=300, check=False)
    assert outputs(folder) == before, done
    assert list(folder.rglob(".*")) == []
    assert b"Traceback" not in done.stderr
    assert b"File too large" in done.stderr
    assert done.returncode == 2
