"""Many inputs: each its own result, in order, on one process or two, whatever one of them does."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jats.batch import Work, each, run
from jats.errors import InputError
from jats.files.sources import Source, find_sources
from jats.options import Options
from tests.validation.host import DOCTYPE, HOST

GOOD = (DOCTYPE + HOST).encode()
KINDS = (GOOD, GOOD.replace(b"title>", b"titel>"), b"<a>", b"", GOOD.replace(b"NLM", b"ABC"), GOOD)


def sources(number: int) -> Iterator[Source]:
    for at in range(number):
        yield Source(f"{at}.xml", data=KINDS[at % len(KINDS)])


def test_two_processes_give_the_results_of_one_in_the_same_order() -> None:
    one, two = ([*run(sources(50), Options(jobs=jobs))] for jobs in (1, 2))
    assert one == two
    assert [result.file for result in one] == [f"{at}.xml" for at in range(50)]
    assert {result.verdict.value for result in one} == {"valid", "invalid", "malformed", "unknown-schema"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_inputs_are_read_little_by_little(jobs: int) -> None:
    asked = 0

    def counted() -> Iterator[Source]:
        nonlocal asked
        for source in sources(10_000):
            asked += 1
            yield source

    results = run(counted(), Options(jobs=jobs))
    next(results)
    assert asked <= 200
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_large_members_of_archives_are_not_held_in_memory_by_the_dozen() -> None:
    asked = 0

    def large() -> Iterator[Source]:
        nonlocal asked
        for at in range(40):
            asked += 1
            yield Source(f"{at}.xml", data=b"<a>" + b" " * 20_000_000)

    results = run(large(), Options(jobs=2))
    next(results)
    assert asked <= 4
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_source_that_cant_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(GOOD)
    given = [
        str(tmp_path / "missing.xml"),
        str(tmp_path / "a.xml"),
        str(tmp_path / "none*.xml"),
        str(tmp_path / "a.xml"),
    ]
    verdicts = [result.verdict for result in run(find_sources(given), Options(jobs=2))]
    assert verdicts == ["unreadable", "valid", "unreadable", "valid"]


def test_the_article_of_a_killed_worker_is_reported_and_the_others_go_on() -> None:
    results = run(sources(1_000), Options(jobs=2))
    found = [next(results)]
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    found += results
    assert [result.file for result in found] == [f"{at}.xml" for at in range(1_000)]
    whole = list(run(sources(6), Options()))
    ended = [result for result in found if "its process was ended" in str(result.findings)]
    assert len(ended) <= 2
    assert {result.verdict for result in ended} <= {"unreadable"}
    others = [(at, result) for at, result in enumerate(found) if result not in ended]
    assert all(result.verdict == whole[at % 6].verdict for at, result in others)


def _hanging(source: Source) -> str:
    """What only killing ends: the signal of the time limit is blocked."""
    if "hang" in source.name:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        time.sleep(600)
    elif "slow" in source.name:
        re.fullmatch("(a+)+b", "a" * 60)
    elif "wrong" in source.name:
        raise InputError("the journal's file is wrong")
    return source.name


def _why(source: Source, reason: str) -> str:
    return f"{source.name} {reason}"


def _named(*names: str) -> list[Source]:
    return [Source(name, data=b"") for name in names]


@pytest.mark.slow
def test_a_worker_that_hangs_is_ended_and_the_others_go_on() -> None:
    names = ["a", "b", "hang", *(f"c{at}" for at in range(40)), "hang", "d"]
    found = list(each(_named(*names), Work(_hanging, _why), 2, 3))
    assert [one.partition(" ")[0] for one in found] == names
    assert {one for one in found if " " in one} == {
        "hang was not finished in 3 seconds: give it more with --time-limit, or divide the file"
    }


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_work_on_an_input_ends_after_its_time(jobs: int) -> None:
    found = list(each(_named("a", "slow", "b"), Work(_hanging, _why), jobs, 1.5))
    assert [one.partition(" ")[0] for one in found] == ["a", "slow", "b"]
    assert found[1] == "slow was not finished in 1.5 seconds: give it more with --time-limit, or divide the file"
    assert {found[0], found[2]} == {"a", "b"}


def test_without_a_limit_or_in_another_thread_work_goes_on() -> None:
    assert list(each(_named("a", "b"), Work(_hanging, _why), 1)) == ["a", "b"]
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.extend(each(_named("a", "b"), Work(_hanging, _why), 1, 5)))
    thread.start()
    thread.join()
    assert found == ["a", "b"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_the_journals_own_choices_ends_the_run_after_the_results_before(jobs: int) -> None:
    results = each(_named("a", "b", "wrong", "c"), Work(_hanging, _why), jobs, 60)
    assert [next(results), next(results)] == ["a", "b"]
    with pytest.raises(InputError, match="the journal's file is wrong"):
        next(results)


def _dying(_source: Source) -> str:
    os._exit(3)


def test_every_article_whose_worker_dies_is_reported() -> None:
    found = list(each(_named("a", "b", "c"), Work(_dying, _why), 2, 60))
    assert [one.partition(":")[0] for one in found] == [f"{name} was not finished" for name in "abc"]


def many(folder: Path, number: int) -> None:
    (folder / "j").mkdir()
    (folder / "j" / "0000.xml").write_bytes(GOOD)
    for at in range(1, number):
        (folder / "j" / f"{at:04}.xml").symlink_to("0000.xml")


def started(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jats", "validate", "j", "--format", "json", *options]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe, bufsize=0, start_new_session=True)


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--jobs", "2")])
def test_an_interrupt_ends_with_what_was_done(tmp_path: Path, options: tuple[str, ...]) -> None:
    many(tmp_path, 3_000)
    process = started(tmp_path, *options)
    assert process.stdout is not None
    first = process.stdout.read(20)
    os.killpg(process.pid, signal.SIGINT)
    rest, errors = process.communicate(timeout=300)
    done = json.loads(first + rest)
    assert process.returncode == 130
    assert 0 < len(done) < 3_000
    assert errors.decode() == f"jats: interrupted: {len(done)} files were finished before\n"


def test_a_reader_that_has_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    many(tmp_path, 500)
    process = started(tmp_path)
    assert process.stdout is not None
    process.stdout.read(20)
    process.stdout.close()
    process.wait(timeout=300)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
