"""The page on the article file: every example is built and makes the XML beside it; every field is in an example."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docs.make import models_of
from jats.article_file import read_article_file
from jats.draft import plain
from jats.findings import Finding
from jats.model.affiliations import InstitutionId
from jats.model.article import Article
from jats.model.base import Data, Identifier
from jats.options import Options
from jats.pipeline import Built, build_article, gated, read

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "article-file.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```yaml\n(.*?)^```\n\n```xml(?: (1\.\d))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [(found[1], found[2] or "1.3", found[3]) for found in BLOCK.finditer(PAGE)]


def nothing_said(finding: Finding) -> None:
    raise AssertionError(finding)


def fields_of(example: str) -> dict[str, Any]:
    draft = read_article_file(example.encode(), "example.yaml", nothing_said)
    assert draft is not None
    fields = plain(draft)
    assert isinstance(fields, dict)
    return fields


@cache
def host() -> dict[str, Any]:
    """The smallest article, into which every example is put."""
    return fields_of(EXAMPLES[0][0])


def whole(example: str) -> bytes:
    return json.dumps({**host(), **fields_of(example)}).encode()


def build(example: str, version: str) -> Built:
    with tempfile.TemporaryDirectory() as folder:
        return build_article(whole(example), str(Path(folder) / "article.json"), Options(version=version))


def flat(xml: str) -> str:
    """The XML without the white space between tags and the declarations of namespaces."""
    return re.sub(r"\s*(<[^<>]*>)\s*", r"\1", re.sub(r' xmlns:\w+="[^"]*"', "", " ".join(xml.split())))


@pytest.mark.parametrize(
    ("example", "version", "xml"), EXAMPLES, ids=[str(number) for number, _ in enumerate(EXAMPLES)]
)
def test_example_makes_the_xml_beside_it(example: str, version: str, xml: str) -> None:
    result = build(example, version)
    assert result.xml is not None, result.findings
    assert [finding.message for finding in result.findings] == []
    made = flat(result.xml.decode())
    for part in xml.split("\n…\n"):
        assert flat(part) in made


def test_every_block_is_an_example() -> None:
    assert PAGE.count("```yaml\n") == len(re.findall("^```xml", PAGE, re.MULTILINE)) == len(EXAMPLES)


def test_every_field_has_an_example() -> None:
    shown: set[str] = set()
    for example, _, _ in EXAMPLES:
        draft = read(whole(example), "article.json", nothing_said)
        assert draft is not None
        article = gated(draft, nothing_said)
        assert article is not None
        shown.update(said(article))
    fields = {field_of(model, name) for model in models_of(Article) for name in model.model_fields}
    assert sorted(fields - shown) == []


def field_of(model: type[Data], name: str) -> str:
    """A field with the model that has it first, of which others may be made."""
    first = next(kind for kind in reversed(model.__mro__) if name in getattr(kind, "model_fields", ()))
    return f"{first.__name__}.{name}"


def said(value: Any) -> Iterator[str]:
    """The fields that were given, in this model and in all below it."""
    if isinstance(value, Data):
        for name in value.model_fields_set:
            yield field_of(type(value), name)
            yield from said(getattr(value, name))
    elif isinstance(value, InstitutionId):  # read as a Registered
        given = {"value": value, "authority": value.authority, "vocabulary": value.vocabulary}
        yield from (f"Registered.{name}" for name, one in given.items() if one)
        yield from said(value.vocabulary)
    elif isinstance(value, Identifier):  # read as an Assigned or Linked, kept as a text
        yield from ("Assigned.value", *(["Assigned.authority"] if value.authority else []))
        yield from ["Linked.url"] if value.url else []
    elif isinstance(value, dict):
        for one in value.values():
            yield from said(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from said(one)
