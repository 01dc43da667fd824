"""A person's own XSD explains itself, and its cache is loaded only when it is safe, whole and fresh."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from jats.errors import SchemaError
from jats.files.folders import cache_folder
from jats.options import Options
from jats.validation.explain import cache_path, load_schema, schema_at
from jats.validation.run import validate_bytes

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:include schemaLocation="parts.xsd"/>
<xs:element name="article"><xs:complexType><xs:sequence>
<xs:element ref="front"/><xs:element ref="body"/>
</xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
PARTS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="front" type="xs:string"/><xs:element name="body" type="xs:string"/>
</xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "parts.xsd").write_text(PARTS)
    (tmp_path / "own.xsd").write_text(XSD)
    return tmp_path / "own.xsd"


def test_what_was_expected_is_said_at_its_place(schema: Path) -> None:
    data = b"<article>\n  <front/>\n  <back/>\n</article>"
    result = validate_bytes(data, "a.xml", Options(schema=str(schema)))
    (finding,) = result.findings
    assert (result.verdict, finding.code, finding.xml_path) == ("invalid", "SCH097", "/article")
    assert "<body>" in finding.message
    assert finding.place.line == 1


def test_a_schema_is_taken_out_of_the_cache_the_second_time(schema: Path) -> None:
    schema_at(schema)
    kept = cache_path(schema)
    assert kept.parent == cache_folder()
    assert load_schema(kept) is not None
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_schema_whose_parts_changed_is_built_anew(schema: Path) -> None:
    schema_at(schema)
    (schema.parent / "parts.xsd").write_text(PARTS.replace("body", "text"))
    assert load_schema(cache_path(schema)) is None
    (schema.parent / "own.xsd").write_text(XSD.replace("body", "text"))
    assert "text" in schema_at(schema).elements


class Exploit:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("exploited",)


def test_a_damaged_cache_file_is_not_loaded(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(schema.parent)
    schema_at(schema)
    kept = cache_path(schema)
    digest, header, _pickled = kept.read_bytes().split(b"\n", 2)
    for damaged in (b"", b"\n\n", kept.read_bytes()[:-1], b"\n".join((digest, header, pickle.dumps(Exploit())))):
        kept.write_bytes(damaged)
        assert load_schema(kept) is None
        assert "body" in schema_at(schema).elements
    assert not Path("exploited").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no modes and owners")
def test_a_cache_that_others_may_write_to_is_not_loaded(schema: Path) -> None:
    schema_at(schema)
    kept = cache_path(schema)
    kept.chmod(0o620)
    assert load_schema(kept) is None
    kept.chmod(0o600)
    kept.parent.chmod(0o777)
    assert load_schema(kept) is None
    schema_at(schema)  # and it isn't written to either
    assert load_schema(kept) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no modes and owners")
def test_a_cache_of_another_owner_is_not_loaded(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema_at(schema)
    kept = cache_path(schema)
    assert load_schema(kept) is not None
    another = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: another)
    monkeypatch.setattr(os, "getuid", lambda: another)
    assert load_schema(kept) is None


def test_a_link_in_the_cache_is_not_followed(schema: Path) -> None:
    schema_at(schema)
    kept = cache_path(schema)
    kept.rename(kept.with_suffix(".else"))
    kept.symlink_to(kept.with_suffix(".else"))
    assert load_schema(kept) is None


def test_a_cache_that_cant_be_written_is_no_misfortune(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(schema))
    assert "body" in schema_at(schema).elements


def test_a_broken_schema_is_told_in_one_line(schema: Path) -> None:
    schema.write_text("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/></xs:schema>")
    with pytest.raises(SchemaError, match=r"own.xsd can't be loaded as a schema: "):
        schema_at(schema)
