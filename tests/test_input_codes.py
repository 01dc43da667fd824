"""Every code of the input layer: its wrong example is found by it, its right one by nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jats.article_file import read_article_file
from jats.body_files import with_body
from jats.findings import Finding, Severity
from jats.gate import gate
from jats.inheritance import apply_settings, inherit
from jats.input_codes import CODES, pages
from jats.messages.explanations import parse_explanation
from jats.options import Options
from jats.pipeline import build_article
from jats.reference_files import with_reference_files
from jats.tidy.steps import run

HEADER = re.compile(r"# (?P<name>[\w.]+),? ?(?P<about>.*)")
BUILDING = ("INP601", "INP602", "INP603", "INP604", "INP605", "INP606", "INP607", "INP701")
"""What is found when the article is written."""

EXAMPLES = [(code, page.wrong, page.right) for code, page in pages().items()]


def findings_of(example: str, folder: Path) -> list[Finding]:
    """What is found in an example, whose first line names the file and says how it is saved or called."""
    header, _, text = example.partition("\n")
    match = HEADER.fullmatch(header)
    assert match is not None, example
    text, *beside = re.split(r"^# (tides\.\w+)\n", text, flags=re.MULTILINE)
    for other, content in zip(beside[::2], beside[1::2], strict=True):
        (folder / other).write_text(content, encoding="utf-8")
    name, about = match["name"], match["about"]
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda found: chr(int(found[1], 16)), text.replace("<TAB>", "\t"))
    data = text.encode(about.removeprefix("saved as ") if about.startswith("saved") else "utf-8")
    if about == "damaged":
        data = data.replace("�".encode(), b"\xba")
    (folder / name).write_bytes(data)
    if "journal.json" in about:
        (folder / "journal.json").write_text("{}")
    settings = tuple(re.findall(r"--set (\S+?)=(\S+)", about))
    return findings_in(folder, name, settings)


def findings_of_building(example: str) -> list[Finding]:
    """What is found when the article in an example is built, with the tag set that its first line names."""
    header, _, text = example.partition("\n")
    tag_set = header.rpartition("--tag-set ")[2] if "--tag-set" in header else "publishing"
    citation = header.rpartition("--citation ")[2] if "--citation" in header else None
    targets = tuple(re.findall(r"--target (\w+)", header))
    return list(
        build_article(text.encode(), "-", Options(tag_set=tag_set, targets=targets, citation=citation)).findings
    )


def findings_in(folder: Path, name: str, settings: tuple[tuple[str, str], ...]) -> list[Finding]:
    """What is found in an article whose folder holds that file, or that is that file."""
    findings: list[Finding] = []
    note = findings.append
    is_article = not name.startswith(("journal", "issue"))
    data = (folder / name).read_bytes() if is_article else b"title: Tides"
    draft = read_article_file(data, name if is_article else "article.yaml", note)
    if draft is not None:
        inherited = apply_settings(inherit(draft, folder, None, note), settings, note)
        gate(run(with_body(with_reference_files(inherited, folder, note), folder, note), note), note)
    return findings


@pytest.mark.parametrize(("code", "wrong", "right"), EXAMPLES, ids=[code for code, _, _ in EXAMPLES])
def test_the_wrong_example_has_the_code_and_the_right_one_nothing(
    code: str, wrong: str, right: str, tmp_path: Path
) -> None:
    for name in ("wrong", "right"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".git").mkdir()
    if code in BUILDING:
        assert code in {finding.code for finding in findings_of_building(wrong)}
        assert code not in {finding.code for finding in findings_of_building(right)}
        return
    assert code in {finding.code for finding in findings_of(wrong, tmp_path / "wrong")}
    assert findings_of(right, tmp_path / "right") == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page_with_all_its_parts(code: str) -> None:
    severity, function = CODES[code]
    page = parse_explanation(code, severity.word, function.__doc__ or "")
    assert page.title.endswith(".")
    assert all((page.why, page.wrong, page.right, page.source))


def test_every_finding_comes_from_a_code_with_its_severity(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    found = findings_of("# article.yaml\ndoi: https://doi.org/10.5555/x\ntitel: x\n", tmp_path)
    assert [(finding.code, finding.severity) for finding in found] == [
        ("INP201", Severity.INFO),
        ("INP101", Severity.ERROR),
    ]
    assert all(CODES[finding.code][0] == finding.severity for finding in found)
