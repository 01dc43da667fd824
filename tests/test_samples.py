"""Each sample is built, judged by the official schema, and only then compared with what is expected of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from lxml import etree

from docs.make import models_of
from jats.model.article import Article, JournalFile
from jats.model.json_schema import json_schema
from jats.options import Options
from jats.pipeline import Built, build_article, gated, inherited, read
from jats.schema.dtd import load
from tests.conftest import ROOT
from tests.docs.test_article_file_page import field_of, nothing_said, said

SAMPLES = sorted(path.parent for path in (ROOT / "samples").glob("*/article.yaml"))
ARTICLES = sorted(
    path for path in (ROOT / "samples").glob("*/*.yaml") if path.name not in ("journal.yaml", "issue.yaml")
)
VARIANTS = [
    (tag_set, version)
    for tag_set in ("publishing", "archiving", "authoring")
    for version in ("1.0", "1.1", "1.2", "1.3", "1.4")
]


WHOLE = {"04-everything": "1.4"}
"""The version that holds all of a sample, where 1.3 doesn't."""


def version_of(sample: Path) -> str:
    return WHOLE.get(sample.name, "1.3")


def built(source: Path, tag_set: str, version: str) -> Built:
    return build_article(source.read_bytes(), str(source), Options(version=version, tag_set=tag_set))


def expected(source: Path) -> bytes:
    name = "expected.xml" if source.stem == "article" else f"expected-{source.stem}.xml"
    return (source.parent / name).read_bytes()


def judged(xml: bytes, tag_set: str, version: str) -> list[str]:
    """What the official DTD has against the bytes."""
    dtd = load(f"{tag_set}-{version}-mathml{2 if version == '1.0' else 3}")
    return [] if dtd.validate(etree.fromstring(xml)) else [entry.message for entry in dtd.error_log]


@pytest.mark.parametrize("source", ARTICLES, ids=lambda source: f"{source.parent.name}-{source.stem}")
class TestArticle:
    def test_what_comes_out_is_valid_and_as_expected(self, source: Path) -> None:
        version = version_of(source.parent)
        result = built(source, "publishing", version)
        assert result.findings == ()
        assert result.xml is not None
        assert judged(result.xml, "publishing", version) == []
        assert result.xml == expected(source)

    @pytest.mark.slow
    @pytest.mark.parametrize(("tag_set", "version"), VARIANTS)
    def test_every_variant_takes_it_and_gives_the_same_bytes_twice(
        self, source: Path, tag_set: str, version: str
    ) -> None:
        result = built(source, tag_set, version)
        assert result.xml is not None, result.findings
        assert judged(result.xml, tag_set, version) == []
        assert built(source, tag_set, version) == result

    @pytest.mark.slow
    def test_editors_schema_accepts_it(self, source: Path) -> None:
        assert refused_by_schema(source, "article") == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
class TestSample:
    @pytest.mark.slow
    def test_folder_locale_and_hash_seed_change_no_byte(self, sample: Path, tmp_path: Path) -> None:
        environment = {**os.environ, "LC_ALL": "tr_TR.ISO-8859-9", "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
        command = [sys.executable, "-m", "jats", "build", str(sample / "article.yaml"), "-o", "-"]
        command += ["--jats-version", version_of(sample)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
        assert done.stdout == (sample / "expected.xml").read_bytes()

    @pytest.mark.slow
    @pytest.mark.parametrize("kind", ["journal", "issue"])
    def test_editors_schema_accepts_its_other_files(self, sample: Path, kind: str) -> None:
        assert refused_by_schema(sample / f"{kind}.yaml", kind) == []


def refused_by_schema(source: Path, kind: str) -> list[str]:
    # Scalars as texts, as the article file is read.
    data = yaml.load(source.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return [error.message for error in Draft202012Validator(json_schema(kind)).iter_errors(data)]


def test_each_field_of_the_model_is_in_the_sample_of_everything() -> None:
    folder = ROOT / "samples" / "04-everything"
    used = {field for source in ARTICLES if source.parent == folder for field in said(article_of(source))}
    fields = {field_of(model, name) for model in models_of(Article) for name in model.model_fields}
    assert sorted(fields - used) == []
    journal = read((folder / "journal.yaml").read_bytes(), "journal.yaml", nothing_said)
    assert journal is not None
    assert sorted(JournalFile.model_fields.keys() - journal.items) == []


def article_of(source: Path) -> Article:
    draft = read(source.read_bytes(), str(source), nothing_said)
    assert draft is not None
    article = gated(inherited(draft, str(source), Options(), nothing_said), nothing_said)
    assert article is not None
    return article


def test_real_article_has_neither_telephone_numbers_nor_addresses() -> None:
    for path in (ROOT / "samples" / "01-science-technologies-innovations").iterdir():
        text = path.read_text("utf-8")
        assert not re.search(r"\+\d|@[\w.]+\.\w", text), path.name
        assert "<email" not in text
        assert "<phone" not in text


def test_real_article_has_all_that_its_page_says(shared: Path) -> None:
    """Every word of the page except the abstract, telephone numbers, and words that only name what follows."""
    page = (shared / "seed" / "page.txt").read_text("utf-8").replace("\u2010", "-")
    said = re.sub(r"Abstract\..*?(?=Keywords)|\+38[^;]*;;", "", page, flags=re.DOTALL)
    root = etree.parse(ROOT / "samples" / "01-science-technologies-innovations" / "expected.xml").getroot()
    written = " ".join(str(text) for text in root.itertext())
    missing = {word for word in re.findall(r"[^\W\d]+(?:-[^\W\d]+)*|\d+", said) if word not in written}
    assert missing <= {"DOI", "Keywords", "ORCID", "Ukr", "Vol", "p"}
