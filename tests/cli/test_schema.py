"""`jats schema`: what it prints is a schema of its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from jats.cli.main import run
from jats.model.json_schema import json_schema
from jats.schema.catalog import dtd_bytes

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["article", "journal", "issue"])
def test_the_json_schema_of_a_file_is_printed_by_its_name(
    name: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["schema", name]) == 0
    printed = json.loads(capsysbinary.readouterr().out)
    assert printed == json_schema(name)  # which tests/model/test_json_schema.py proves to be a schema
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_json_schema_of_results_is_printed_by_its_name(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["schema", "results"]) == 0
    printed = json.loads(capsysbinary.readouterr().out)
    Draft202012Validator.check_schema(printed)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_variant_is_printed_as_its_dtd(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["schema", "archiving-1.2-mathml2-oasis", "--as", "dtd"]) == 0
    assert capsysbinary.readouterr().out == dtd_bytes("archiving-1.2-mathml2-oasis")


def test_a_schema_is_written_into_a_folder(tmp_path: Path) -> None:
    assert run(["schema", "article", "-o", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "article.schema.json").read_text(encoding="utf-8"))["title"] == "jats article file"


def test_an_unknown_name_is_told_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "publishing-1.3-mathml4"]) == 2
    assert "publishing-1.3-mathml3" in capsys.readouterr().err
