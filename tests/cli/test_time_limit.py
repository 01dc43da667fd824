"""`--time-limit`: an input that takes longer is reported, and the others are made, checked and validated."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.cli.main import run
from tests.validation.host import DOCTYPE, HOST

GOOD = DOCTYPE + HOST
LARGE = GOOD.replace("</article>", "<body>" + '<p id="p">a <foo/></p>' * 100_000 + "</body></article>")
YAML = "title: On tides\nlanguage: en\njournal: {title: J, ids: {publisher-id: j}, issn: 1234-5679}\n"
LONG = YAML + "keywords:\n" + "".join(f"- term {number}\n" for number in range(100_000))
REASON = "was not finished in 0.5 seconds: give it more with --time-limit, or divide the file"


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("command", "suffix", "good", "large", "code"),
    [
        ("validate", ".xml", GOOD, LARGE, 2),
        ("check", ".xml", GOOD, LARGE, 2),
        ("build -o out", ".yaml", YAML, LONG, 1),
    ],
)
def test_an_input_that_takes_long_is_reported_and_the_others_go_on(
    command: str,
    suffix: str,
    good: str,
    large: str,
    code: int,
    jobs: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [f"{name}{suffix}" for name in "abc"]
    for name, text in zip(names, (good, large, good), strict=True):
        Path(name).write_text(text)
    assert run([*command.split(), "--jobs", jobs, "--time-limit", "0.5", *names]) == code
    out = "".join(capfd.readouterr())
    assert f"b{suffix} error SCH005 {REASON}" in out
    assert out.count(REASON) == 1
    for name in ("a", "c"):
        assert f"{name}.xml" in out


def test_a_limit_of_zero_is_no_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text(GOOD)
    assert run(["validate", "--time-limit", "0", "a.xml"]) == 0
