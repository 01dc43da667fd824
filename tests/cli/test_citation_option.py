"""`--citation` of `jats build` and `jats check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jats.cli.main import app
from tests.elements.test_printed_references import ARTICLE

LINE = "Roe MF, Doe AB. Salt deficiency. J Tides. 2007;357:266-81."


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.json"
    file.write_text(json.dumps({**ARTICLE, "references": [LINE]}))
    return str(file)


def test_build_writes_the_form(article: str) -> None:
    result = CliRunner().invoke(app, ["build", article, "-o", "-", "--citation", "element"])
    assert "<lpage>281</lpage>" in result.stdout
    assert "mixed-citation" not in result.stdout


def test_check_judges_the_form(article: str) -> None:
    codes = []
    for form in ("both", "mixed"):
        result = CliRunner().invoke(
            app, ["check", article, "--target", "scielo", "--format", "json", "--citation", form]
        )
        codes.append({finding["code"] for finding in json.loads(result.stdout)[0]["findings"]})
    assert codes[1] - codes[0]


def test_an_unknown_form_is_a_usage_error(article: str) -> None:
    assert CliRunner().invoke(app, ["build", article, "--citation", "plain"]).exit_code == 2
