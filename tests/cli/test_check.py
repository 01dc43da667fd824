"""`jats check` as a person calls it: what is printed, what is written, the exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from jats.cli.main import run
from tests.checking.journals import ARTICLE, CLEAN, FAULTY, JOURNAL, XML, journal
from tests.cli.conftest import Jats


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


Check = Callable[..., Said]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Check:
    """`jats check` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str) -> Said:
        code = run(["check", *arguments])
        out, err = capfd.readouterr()
        return Said(code, out, err)

    return called


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_journals_folder_is_checked_and_nothing_is_written(tmp_path: Path, check: Check) -> None:
    journal(tmp_path)
    (tmp_path / "old.xml").write_text(FAULTY, encoding="utf-8")
    before = files(tmp_path)
    said = check()
    assert said.code == 1
    assert "articles/tides/article.yaml:3:6 error CHK010 doi: " in said.out
    assert "old.xml:9:32 error COM105 " in said.out
    assert files(tmp_path) == before


def test_the_example_of_init_is_a_finding_and_all_that_is_wrong_with_it(tmp_path: Path, check: Check) -> None:
    run(["init", "."])
    said = check("--format", "json")
    (result,) = json.loads(said.out[said.out.index("[\n") :])
    errors = [finding for finding in result["findings"] if finding["severity"] == "error"]
    assert [finding["data_path"] for finding in errors if finding["code"] == "CHK010"] == ["doi", "ids.publisher-id"]
    assert {finding["code"] for finding in errors} <= {"CHK010", "CRF002"}  # the prefix of examples is nobody's


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, check: Check) -> None:
    journal(tmp_path, CLEAN)
    (tmp_path / "a.xml").write_text("<article>", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("title: [", encoding="utf-8")
    (tmp_path / "c.xml").write_text(XML, encoding="utf-8")
    rows = [
        json.loads(line)
        for line in check("a.xml", "b.yaml", "missing.xml", "c.xml", "--format", "jsonl").out.splitlines()
    ]
    assert [row["verdict"] for row in rows] == ["malformed", "invalid", "unreadable", "valid"]


@pytest.mark.parametrize(("name", "code"), [("good.xml", 0), ("bad.xml", 1), ("missing.xml", 2)])
def test_exit_codes(tmp_path: Path, check: Check, name: str, code: int) -> None:
    (tmp_path / "good.xml").write_text(XML, encoding="utf-8")
    (tmp_path / "bad.xml").write_text(FAULTY, encoding="utf-8")
    assert check(name).code == code


def test_files_of_other_programs_are_passed_over_in_folders(tmp_path: Path, check: Check) -> None:
    journal(tmp_path, CLEAN)
    for name, text in {
        "mkdocs.yml": "site_name: x\n",
        "package.json": '{"name": "x"}',
        ".lint.yaml": "title: x\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [json.loads(line)["file"] for line in check("--format", "jsonl").out.splitlines()] == [
        "articles/tides/article.yaml"
    ]
    assert "INP101" in check("mkdocs.yml").out


@pytest.mark.parametrize(
    "text", ["format: 1\ntitle: Tides\n", 'format: 1\ntitle: "Tides\n', "format = 1\ntitle = 'Tides\n"]
)
def test_a_file_that_says_its_format_is_checked_in_folders_however_little_else_it_has(
    text: str, tmp_path: Path, check: Check
) -> None:
    name = f"begun.{'toml' if '=' in text else 'yaml'}"
    (tmp_path / name).write_text(text, encoding="utf-8")
    said = check(str(tmp_path))
    assert said.code == 1
    assert f"{name}:" in said.out


def test_a_folder_without_articles_is_told(tmp_path: Path, check: Check) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    said = check()
    assert said.code == 2
    assert "nothing to check in ." in said.err


def test_standard_input_is_article_data_or_xml(tmp_path: Path, jats: Jats) -> None:
    for text, verdict in ((XML, "valid"), (CLEAN, "invalid")):  # without its journal's file an article lacks an ISSN
        done = jats(tmp_path, "check", "-", "--format", "jsonl", stdin=text)
        assert json.loads(done.stdout)["verdict"] == verdict


def test_mending_rewrites_the_files_and_says_so(tmp_path: Path, check: Check) -> None:
    name = journal(tmp_path, CLEAN.replace("10.9999/tides.1", "https://doi.org/10.9999/tides.1  # ours"))
    said = check("--fix")
    assert said.code == 0
    assert said.err == "jats: 1 finding fixed in 1 file\n"
    assert "doi: 10.9999/tides.1  # ours  # to be replaced\n" in Path(name).read_text(encoding="utf-8")
    assert check("--fix").err == "jats: 0 findings fixed in 0 files\n"


def test_a_diff_is_shown_and_nothing_written(tmp_path: Path, check: Check) -> None:
    name = journal(tmp_path, CLEAN.replace("10.9999/tides.1", "https://doi.org/10.9999/tides.1"))
    before = files(tmp_path)
    said = check("--diff")
    assert said.code == 1
    assert said.out.startswith("--- a/articles/tides/article.yaml\n+++ b/articles/tides/article.yaml\n@@")
    assert files(tmp_path) == before
    done = subprocess.run(["patch", "-p1"], input=said.out.encode(), capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "doi: 10.9999/tides.1  # to be" in Path(name).read_text(encoding="utf-8")


def test_a_baseline_accepts_todays_findings_and_shows_new_ones(tmp_path: Path, check: Check) -> None:
    name = journal(tmp_path)
    assert check("--write-baseline", "known.json").code == 0
    assert check("--baseline", "known.json").code == 0
    changed = ARTICLE.replace("format: 1\n", "format: 1\n\n\n").replace("title: On tides", "title: On the tides")
    Path(name).write_text(changed + "ids: {publisher-id: jats-init-example}\n", encoding="utf-8")
    said = check("--baseline", "known.json")
    assert said.code == 1
    assert "ids.publisher-id" in said.out
    assert "10.5555" not in said.out


def test_unchanged_files_are_skipped_with_a_cache(tmp_path: Path, check: Check) -> None:
    journal(tmp_path)
    first = check("--cache-dir", "kept")
    second = check("--cache-dir", "kept")
    assert second.out == first.out
    assert (first.code, second.code) == (1, 1)
    assert second.err == "jats: 1 file unchanged since the last run\n"
    assert (tmp_path / "kept" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert check("kept").code == 2  # what is kept is no article


def test_two_processes_say_the_same_as_one(tmp_path: Path, check: Check) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.xml").write_text(FAULTY if number % 3 else XML, encoding="utf-8")
    assert check("--jobs", "2").out == check("--jobs", "1").out


def test_a_long_report_ends_with_rules_and_journals(tmp_path: Path, check: Check) -> None:
    for number, title in enumerate(("Tides", "Tides", "Mud")):
        text = FAULTY.replace(
            "<issn>", f"<journal-title-group><journal-title>{title}</journal-title></journal-title-group><issn>"
        )
        (tmp_path / f"{number}.xml").write_text(text if number else XML, encoding="utf-8")
    lines = check().out.splitlines()
    assert "  COM105     error         2 in 2 files    An ORCID iD must have a correct check digit." in lines
    assert lines[lines.index("By journal:") + 1 :] == [
        "  Mud: 1 file, 1 with errors",
        "  Tides: 1 file, 1 with errors",
        "  (no journal named): 1 file, none with errors",
    ]


def test_a_readiness_report_tells_who_would_take_it(tmp_path: Path, check: Check) -> None:
    journal(tmp_path, CLEAN)
    said = check("--target", "pmc", "--target", "crossref", "--report", "readiness")
    assert said.code == 1
    assert "article.yaml: pmc: not ready, " in said.out
    assert "article.yaml: crossref: ready, as far as can be known offline\n" in said.out
    assert "  unknown  whether the journal is accepted by PMC" in said.out
    assert check("--target", "crossref", "--report", "readiness").code == 0
    (answer,) = json.loads(check("--target", "pmc", "--report", "readiness", "--format", "json").out)
    assert answer["targets"]["pmc"]["ready"] is False
    assert "CHK011" in [finding["code"] for finding in answer["targets"]["pmc"]["blocks"]]


def test_dates_after_today_are_findings_only_when_today_is_given(tmp_path: Path, check: Check) -> None:
    journal(tmp_path, CLEAN)
    assert "2023" not in check("--format", "jsonl").out
    assert check("--today", "2023-13-01").code == 2
    assert check("--today", "2024-01-01").code == 0


def test_own_schematron_files_are_asked(tmp_path: Path, check: Check) -> None:
    pytest.importorskip("saxonche", reason="Schematron needs the extra [schematron]")
    journal(tmp_path, CLEAN)
    (tmp_path / "jats.toml").write_text('schematron = ["house.sch"]\n', encoding="utf-8")
    (tmp_path / "house.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern>'
        '<rule context="article-title"><assert test="ends-with(., \'.\')" id="house-stop">'
        "The title ends without a full stop.</assert></rule></pattern></schema>",
        encoding="utf-8",
    )
    said = check()
    assert said.code == 1
    assert "articles/tides/article.yaml:4:8 error HOUSE-STOP title: The title ends without a full stop." in said.out
    assert check("--ignore", "HOUSE-STOP").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--target", "pcm"], "did you mean pmc?"),
        (["--select", "peple"], "did you mean people?"),
        (["--baseline", "none.json"], "there is no baseline none.json"),
        (["--schema", "nonsense"], "nonsense"),
        (["--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff"),
        (["--report", "readiness", "--format", "sarif"], "text or json"),
        (["--set", "volume"], "--set needs KEY=VALUE"),
    ],
)
def test_a_wrong_wish_is_one_line(tmp_path: Path, check: Check, arguments: list[str], message: str) -> None:
    journal(tmp_path)
    said = check(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert message in said.err
    assert said.err.count("\n") == 1


def test_a_wrong_configuration_is_one_line(tmp_path: Path, check: Check) -> None:
    journal(tmp_path, CLEAN, JOURNAL)
    (tmp_path / "jats.toml").write_text("slect = []\n", encoding="utf-8")
    said = check()
    assert said.code == 2
    assert "did you mean select?" in said.err


def test_what_is_said_of_the_journals_file_is_said_once_to_people(tmp_path: Path, check: Check) -> None:
    name = journal(tmp_path, CLEAN)
    other = tmp_path / "articles" / "mud" / "article.yaml"
    other.parent.mkdir()
    other.write_bytes(Path(name).read_bytes())
    said = check("--target", "pmc", "--ignore", "CHK")
    assert said.out.count("journal.yaml:1:1 warning PMC032") == 1
    rows = [json.loads(line) for line in check("--target", "pmc", "--format", "jsonl").out.splitlines()]
    assert all("PMC032" in [finding["code"] for finding in row["findings"]] for row in rows)


def test_a_link_to_an_article_stays_a_link(tmp_path: Path, check: Check) -> None:
    name = Path(journal(tmp_path, CLEAN.replace("10.9999/tides.1", "https://doi.org/10.9999/tides.1")))
    link = name.parent / "link.yaml"
    link.symlink_to("article.yaml")
    assert check("--fix", str(link)).code == 0
    assert link.is_symlink()
    assert "doi: 10.9999/tides.1 " in name.read_text(encoding="utf-8")
