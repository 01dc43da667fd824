"""Hostile and damaged exports: one finding each, no traceback, nothing from outside the file."""

from __future__ import annotations

import json
import os
import random

import pytest

from jats import pipeline
from jats.importers import Source, importers, read_articles
from jats.options import Options
from tests.importers.reading import INPUTS, read
from tests.importers.test_crossref import DEPOSIT, UNIXREF, WORK
from tests.importers.test_datacite import INPUTS as DATACITE
from tests.importers.test_doaj import ARTICLE, XML
from tests.importers.test_endnote import RECORD
from tests.importers.test_ojs import ISSUE
from tests.importers.test_pubmed import ANSWER, SUBMISSION

SEEDS: dict[str, str] = {
    "ojs": ISSUE,
    "crossref-xml": DEPOSIT,
    "crossref-xml unixref": UNIXREF,
    "crossref-json": json.dumps(WORK, indent=1),
    "doaj-xml": XML,
    "doaj-json": json.dumps(ARTICLE, indent=1),
    "datacite-xml": DATACITE["xml"],
    "datacite-json": DATACITE["metadata"],
    "pubmed": SUBMISSION,
    "pubmed-efetch": ANSWER,
    "endnote-xml": RECORD,
}
XML_FORMATS = [name for name in SEEDS if "json" not in name]
MUTATIONS = int(os.environ.get("JATS_FUZZ", "1500"))

BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">' + "".join(
    "<!ENTITY a" + str(number) + ' "' + f"&a{number - 1};" * 12 + '">' for number in range(1, 12)
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">'


def _with_entity(text: str, declarations: str, entity: str) -> str:
    body = text[text.index("<", text.index("?>") + 2 if text.startswith("<?xml") else 0) :]
    body = body[body.index("<ArticleSet") :] if "<ArticleSet" in body else body
    return f"{declarations}]>{body.replace('10.5555', f'&{entity};', 1)}"


@pytest.mark.parametrize("name", XML_FORMATS)
def test_entities_that_grow_or_lead_outside_are_refused(name: str) -> None:
    importer = name.partition(" ")[0]
    for declarations, entity in ((BOMB, "a11"), (OUTSIDE, "out")):
        found = read(_with_entity(SEEDS[name], declarations, entity), "bomb.xml", importer)
        assert found.articles == []
        assert found.codes() == {"IMP005"}
        assert len(found.findings) == 1
        assert "root:" not in found.said[0]


@pytest.mark.parametrize("name", SEEDS)
def test_a_truncated_file_gives_one_finding(name: str) -> None:
    text = SEEDS[name]
    found = read(text[: len(text) // 2], "cut", name.partition(" ")[0])
    assert len([each for each in found.findings if each.severity.word == "error"]) == 1
    assert found.articles == []


@pytest.mark.parametrize("name", SEEDS)
def test_elements_and_lists_nested_deeply_do_no_harm(name: str) -> None:
    if "json" in name:
        text = SEEDS[name].replace('"title"', '"x": ' + "[" * 5000 + "]" * 5000 + ', "title"', 1)
    else:
        text = SEEDS[name].replace("10.5555", "<i>" * 5000 + "x" + "</i>" * 5000, 1)
    found = read(text, "deep", name.partition(" ")[0])
    assert found.articles or found.findings


STRANGE = [
    "\\ud800",
    "\\u0000",
    "1" * 5000,
    "-1e999999",
    "\\u202e",
    "<i>" * 3000,
    "&#0;",
    "&lt;script&gt;",
    "$x$" * 500,
    "",
]


@pytest.mark.parametrize("value", STRANGE, ids=range(len(STRANGE)))
def test_strange_values_in_json_are_values(value: str) -> None:
    for name in ("crossref-json", "doaj-json", "datacite-json"):
        for before in ("10.5555/tides.1", "2024", "Jane", "The sea"):
            text = SEEDS[name].replace(before, value)
            found = read(text, "strange.json", name)
            for article in found.articles:
                json.dumps(article, ensure_ascii=False).encode()


@pytest.mark.parametrize("value", [1, None, True, [], {}, [[[]]], "x", {"a": {"b": []}}, [None, 1, {}]])
def test_values_of_another_shape_in_json_do_no_harm(value: object) -> None:
    for name, whole in (("crossref-json", WORK), ("datacite-json", json.loads(DATACITE["metadata"]))):
        for key in whole:
            found = read(json.dumps({**whole, key: value}), "shape.json", name)
            assert len(found.articles) == 1


def mutated(text: str, chance: random.Random) -> str:
    """A text with pieces cut out, doubled, swapped or damaged."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) or 1)
        end = min(len(text), start + chance.choice((1, 3, 20, 200)))
        piece = text[start:end]
        other = chance.choice(
            (
                "",
                piece * 2,
                piece[::-1],
                "<",
                ">",
                '"',
                "&",
                "\0",
                "\ud800",
                "]]>",
                "<![CDATA[",
                "{",
                "[",
                "null",
                "9" * 30,
                "\u202e",
                "<p>",
                "\\",
            )
        )
        text = text[:start] + other + text[end:]
    return text


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_mutated_exports_never_raise(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same mutations in every run
    importer = name.partition(" ")[0]
    seeds = [SEEDS[name], *_real(importer)]
    for number in range(MUTATIONS // len(SEEDS)):
        text = mutated(chance.choice(seeds), chance)
        articles = list(read_articles(Source("fuzz", text.encode("utf-8", "replace")), importer))
        assert all(each.draft is not None or each.findings for each in articles)
        if number % 10 == 0:
            list(pipeline.run_articles(text.encode("utf-8", "replace"), "fuzz", Options(input_format=importer)))


def _real(importer: str) -> list[str]:
    """Small real exports, where they are at hand."""
    paths = sorted((INPUTS / importer).glob("*")) if INPUTS.is_dir() else []
    return [path.read_text("utf-8", "replace") for path in paths if path.stat().st_size < 20_000]


def test_every_seed_is_of_a_format_that_is_registered() -> None:
    assert {name.partition(" ")[0] for name in SEEDS} <= {each.name for each in importers()}
