"""`jats validate` as a person or a program meets it: streams, terminals, exit codes, every kind of input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from jats.cli.quick import run_quick
from tests.cli.conftest import Jats
from tests.validation.host import DOCTYPE, HOST

GOOD = DOCTYPE + HOST
BAD = GOOD.replace("<title>", "<titel>").replace("</title>", "</titel>")
FOREIGN = GOOD.replace("-//NLM//DTD JATS (Z39.96) Journal", "-//Example//DTD Own Journal")
WARNED = GOOD.replace("v1.3 20210610", "v1.3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"good": GOOD, "bad": BAD, "foreign": FOREIGN, "warned": WARNED, "malformed": "<a>"}.items():
        (tmp_path / f"{name}.xml").write_text(text)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("good.xml", 0),
        ("warned.xml", 0),
        ("warned.xml --fail-on warning", 1),
        ("bad.xml", 1),
        ("malformed.xml", 1),
        ("foreign.xml", 1),
        ("foreign.xml --allow-unknown-schema", 0),
        ("foreign.xml --allow-unknown-schema --fail-on warning", 0),
        ("missing.xml", 2),
        ("bad.xml missing.xml", 2),
        ("missing.xml bad.xml --jobs 2", 2),
        ("none*.xml", 2),
        ("good.xml --schema nonsense", 2),
        ("good.xml --jobs 2 --schema nonsense", 2),
        ("good.xml --format nonsense", 2),
        ("", 2),
    ],
)
def test_exit_codes(jats: Jats, folder: Path, line: str, code: int) -> None:
    assert jats(folder, "validate", *line.split()).returncode == code


@pytest.mark.parametrize(
    "line",
    [
        "validate good.xml --schema nonsense",
        "validate good.xml --jobs 2 --schema nonsense",
        "validate good.xml --schema missing.xsd",
        "schema nonsense",
        "schema",
        "schema publishing-1.3-mathml3 --as xsd",
        "schema publishing-1.3-mathml3 -o good.xml/there",
        "explain XYZ999",
    ],
)
def test_what_prevents_a_command_is_one_line_on_standard_error(jats: Jats, folder: Path, line: str) -> None:
    done = jats(folder, *line.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("jats: ")
    assert done.stderr.count("\n") == 1


def test_a_mixed_list_of_inputs_gives_each_its_own_result(jats: Jats, folder: Path) -> None:
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.write(folder / "bad.xml", "in/bad.xml")
    with tarfile.open(folder / "t.tar.gz", "w:gz") as tar:
        tar.add(folder / "good.xml", "in/good.nxml")
    (folder / "list.txt").write_text("warned.xml\n")
    (folder / "empty").mkdir()
    inputs = ["good.xml", "z.zip", "t.tar.gz", "@list.txt", "-", "m*.xml", "empty", "foreign.xml"]
    for jobs in ("1", "2"):
        done = jats(folder, "validate", *inputs, "--format", "jsonl", "--jobs", jobs, stdin=GOOD)
        results = [json.loads(line) for line in done.stdout.splitlines()]
        assert [(result["file"], result["verdict"]) for result in results] == [
            ("good.xml", "valid"),
            ("z.zip/in/bad.xml", "invalid"),
            ("t.tar.gz/in/good.nxml", "valid"),
            ("warned.xml", "valid"),
            ("-", "valid"),
            ("malformed.xml", "malformed"),
            ("empty", "unreadable"),
            ("foreign.xml", "unknown-schema"),
        ]
        assert (done.returncode, done.stderr) == (2, "")


def on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a person at a terminal sees."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "jats", "validate", *arguments]
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(
        command, cwd=folder, stdout=theirs, stderr=theirs, env={**kept, "TERM": "xterm", **environment}
    ):
        os.close(theirs)
        seen = b""
        while piece := _read(ours):
            seen += piece
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # Linux says so when the other end is closed
        return b""


pytestmark_terminal = pytest.mark.skipif(sys.platform == "win32", reason="the system has no pseudo-terminals")


@pytestmark_terminal
def test_a_terminal_shows_the_source_line_underlined_in_colour(folder: Path) -> None:
    seen = on_terminal(folder, "bad.xml")
    assert "      <titel>Methods</titel>\n      \x1b[31;1m^~~~~~\x1b[0m\n" in seen
    assert "\x1b[31;1merror\x1b[0m SCH010" in seen


@pytestmark_terminal
def test_no_color_and_dumb_terminals_are_honoured(folder: Path) -> None:
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        seen = on_terminal(folder, "bad.xml", **environment)
        assert "\x1b" not in seen
        assert "      ^~~~~~\n" in seen


@pytest.mark.slow
@pytestmark_terminal
def test_a_long_run_shows_its_progress_on_a_terminal_and_wipes_it_away(folder: Path) -> None:
    (folder / "j").mkdir()
    for at in range(8_000):
        (folder / "j" / f"{at}.xml").symlink_to("../good.xml")
    seen = on_terminal(folder, "j", "--quiet")
    assert " of 8000 files" in seen
    assert seen.endswith(" \r")


def test_without_a_terminal_there_is_neither_colour_nor_progress(jats: Jats, folder: Path) -> None:
    done = jats(folder, "validate", "bad.xml", "good.xml")
    assert "\x1b" not in done.stdout + done.stderr
    assert "^~" not in done.stdout
    assert done.stderr == ""


@pytest.mark.slow
def test_the_same_bytes_come_in_every_locale(folder: Path) -> None:
    (folder / "ф.xml").write_text(BAD.replace("titel", "títel"))
    command = [sys.executable, "-m", "jats", "validate", "."]
    outputs = {
        subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, "LC_ALL": name}, check=False).stdout
        for name in ("C", "C.UTF-8", "POSIX")
    }
    assert len(outputs) == 1


def test_every_verdict_of_the_corpus_is_that_of_its_index(jats: Jats, shared: Path) -> None:
    done = jats(shared / "corpus", "validate", "articles", "--format", "jsonl", "--jobs", "2")
    found = {Path(result["file"]).stem: result for result in map(json.loads, done.stdout.splitlines())}
    words = {"unknown-schema": "no-schema"}
    rows = [line.split("\t") for line in (shared / "corpus" / "index.tsv").read_text("utf-8").splitlines()[1:]]
    assert len(found) == len(rows) == 140
    for name, _journal, _publisher, public_id, _version, verdict, *_ in rows:
        if public_id != "-":  # the index knows public identifiers alone; others are judged by the next best declaration
            assert words.get(found[name]["verdict"], found[name]["verdict"]) == verdict, name


def test_explain_prints_pages(jats: Jats, folder: Path) -> None:
    done = jats(folder, "explain", "sch013", "SCH001")
    assert done.returncode == 0
    assert done.stdout.startswith("SCH013 (error)  An element that the tag set requires is missing.\n")
    assert "\nSCH001 (error)" in done.stdout
    slip = jats(folder, "explain", "SCH0133").stderr
    assert "did you mean SCH" in slip
    assert "SCH013 " in slip


def test_help_lists_the_commands_and_their_options(jats: Jats, folder: Path) -> None:
    listed = jats(folder, "--help").stdout
    assert all(f"  {name} " in listed for name in ("validate", "schema", "explain"))
    assert "--allow-unknown-schema" in jats(folder, "validate", "--help").stdout
    assert jats(folder, "--version").stdout.startswith("jats ")


def test_a_folder_that_was_removed_under_ones_feet_is_told(folder: Path) -> None:
    gone = folder / "gone"
    gone.mkdir()
    program = "import os, sys; from jats.__main__ import main; os.rmdir(os.getcwd()); sys.argv[1:] = ['validate', '.']; main()"
    done = subprocess.run([sys.executable, "-c", program], cwd=gone, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def codes(jats: Jats, folder: Path, *arguments: str) -> list[str]:
    report = jats(folder, "validate", *arguments, "--format", "json").stdout
    return [finding["code"] for one in json.loads(report) for finding in one["findings"]]


def test_the_rules_of_a_service_that_is_named_are_asked_beside_the_schema(jats: Jats, folder: Path) -> None:
    assert codes(jats, folder, "bad.xml") == ["SCH010"]
    with_rules = codes(jats, folder, "bad.xml", "--target", "PMC")
    assert with_rules[0] == "SCH010"
    assert {code[:3] for code in with_rules[1:]} >= {"PMC"}
    assert codes(jats, folder, "bad.xml", "good.xml", "--target", "pmc", "--jobs", "2") == [
        *with_rules, *codes(jats, folder, "good.xml", "--target", "pmc")
    ]  # fmt: skip


def test_a_service_that_nobody_knows_ends_the_command_before_a_file_is_read(jats: Jats, folder: Path) -> None:
    done = jats(folder, "validate", "missing.xml", "--target", "pcm")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no target is named 'pcm'; did you mean pmc" in done.stderr


def test_xml_that_is_not_an_article_is_skipped_in_a_folder_and_refused_if_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pom.xml").write_text('<project xmlns="http://maven.apache.org/POM/4.0.0"/>')
    assert run_quick(["validate", str(tmp_path)]) == 0
    assert "info SCH006" in capsys.readouterr().out
    assert run_quick(["validate", str(tmp_path / "pom.xml")]) == 1
    assert "error SCH006" in capsys.readouterr().out


def test_an_article_inside_a_servers_answer_is_an_error_in_a_folder_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answer.xml").write_text("<OAI-PMH><metadata><article/></metadata></OAI-PMH>")
    assert run_quick(["validate", str(tmp_path)]) == 1
    assert "SCH009 the article is inside <OAI-PMH>" in capsys.readouterr().out
