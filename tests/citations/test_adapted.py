"""A journal's own model: trained on corrected references, measured on others, used beside the journal's file."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from jats.citations.adapted import AdaptedTagger, current, load_model, model_text, reading_with
from jats.citations.adapting import adapt
from jats.citations.corrections import Refused, align, read_corrected, rows_of_json
from jats.citations.parse import parse
from jats.citations.tagger import shipped
from jats.errors import InputError
from jats.inheritance import MODEL
from jats.options import Options
from jats.pipeline import build_article

_SURNAMES = [
    "Roe",
    "Doe",
    "Poe",
    "Moreau",
    "Osei",
    "Novak",
    "Silva",
    "Kowal",
    "Lind",
    "Berg",
    "Haas",
    "Ruiz",
    "Costa",
    "Meyer",
    "Ito",
    "Kim",
]
_WORDS = [
    "tides",
    "salt",
    "harbours",
    "estuaries",
    "currents",
    "sediments",
    "shores",
    "plankton",
    "storms",
    "islands",
    "reefs",
    "fjords",
]
_JOURNALS = ["Journal of Tides", "Annals of the Sea", "Estuarine Letters", "Coastal Review"]


def odd_references(number: int, seed: int = 1) -> list[dict[str, Any]]:
    """References in a form of a journal's own, with their right fields."""
    random = Random(seed)  # noqa: S311 - invented references need no secrets
    rows = []
    for _ in range(number):
        person = {"given": f"{random.choice('ABCDEHJKLM')}.", "surname": random.choice(_SURNAMES)}
        title = f"The {random.choice(_WORDS)} and {random.choice(_WORDS)} of northern {random.choice(_WORDS)}"
        fields = {
            "authors": [person],
            "article_title": title,
            "source": random.choice(_JOURNALS),
            "year": str(random.randint(1970, 2023)),
            "volume": str(random.randint(1, 60)),
            "fpage": str(random.randint(1, 90)),
            "lpage": str(random.randint(91, 180)),
        }
        text = (
            f"{title} / {person['given']} {person['surname']} = {fields['source']} {fields['year']} "
            f"({fields['volume']}) {fields['fpage']}..{fields['lpage']}"
        )
        rows.append({"text": text, "fields": fields})
    return rows


def learnt(number: int) -> Any:
    lines = "\n".join(json.dumps(row) for row in odd_references(number))
    corrected, refused = read_corrected(rows_of_json(lines), shipped())
    assert refused == []
    return adapt(corrected, shipped())


def test_an_odd_form_is_learnt_and_the_figures_are_of_references_that_were_held_back() -> None:
    made = learnt(40)
    assert made.is_better
    assert made.after.whole > made.before.whole + 0.2
    tagger = AdaptedTagger(made.weights)
    others = odd_references(20, seed=2)
    right = sum(parse(row["text"], tagger).fields.get("volume") == row["fields"]["volume"] for row in others)
    assert right >= 18


def test_the_same_corrections_give_the_same_file() -> None:
    first, second = learnt(12), learnt(12)
    assert model_text(first.weights, 12, "a", "b") == model_text(second.weights, 12, "a", "b")


def test_a_model_is_kept_and_used_in_its_block_only(tmp_path: Path) -> None:
    path = tmp_path / MODEL
    made = learnt(40)
    path.write_text(model_text(made.weights, 40, str(made.before), str(made.after)), encoding="utf-8")
    tagger = load_model(str(path))
    assert tagger.weights == made.weights
    with reading_with(tagger):
        assert current() is tagger
    assert current() is shipped()


def test_values_are_found_in_the_text() -> None:
    text = "Roe, J. (2021). Tides. Journal of Tides, 12(3), 754–66."
    fields = {
        "authors": [{"surname": "Roe", "given": "J."}],
        "year": "2021",
        "source": "Journal of Tides",
        "lpage": "766",
    }
    made = align(text, fields, shipped())
    assert not isinstance(made, str)
    assert made.fields["lpage"] == "66"
    assert isinstance(align(text, {"source": "Another"}, shipped()), str)


@pytest.mark.parametrize(
    "line", ["{", "[]", "3", '{"text": 1, "fields": {}}', '{"text": "a"}', '{"text": "a", "fields": []}']
)
def test_a_line_that_is_no_reference_is_refused_with_its_number(line: str) -> None:
    _, refused = read_corrected(rows_of_json(f"\n{line}\n"), shipped())
    assert [one.line for one in refused] == [2]
    assert all(isinstance(one, Refused) and one.words for one in refused)


@pytest.mark.parametrize(
    "text",
    ["", "\0\1", "{}", '{"format": "jats references 1", "weights": {"b O": {"title": "x"}}}',
     '{"format": "jats references 1", "weights": {"b O": {"no label": 1.0}}}',
     '{"format": "jats references 1", "weights": {"b O": {"title": 1e9}}}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_not_a_model_is_one_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / MODEL
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="train-refs"):
        load_model(str(path))


def test_the_model_beside_the_journals_file_is_used_when_an_article_is_built(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "journal.yaml").write_text(
        "title: Journal of Tides\nids: {publisher-id: jt}\nissn: {electronic: 1234-5679}\n", encoding="utf-8"
    )
    row = odd_references(1, seed=7)[0]
    article = tmp_path / "article.yaml"
    article.write_text(
        "language: en\ntitle: Tides\ndoi: 10.5555/tides.1\nauthors: Roe, Jane\npublished: 2024-03-30\n"
        f"references:\n  - {json.dumps(row['text'])}\n",
        encoding="utf-8",
    )
    volume = f"<volume>{row['fields']['volume']}</volume>".encode()
    before = build_article(article.read_bytes(), str(article), Options()).xml
    made = learnt(40)
    (tmp_path / MODEL).write_text(model_text(made.weights, 40, "", ""), encoding="utf-8")
    after = build_article(article.read_bytes(), str(article), Options()).xml
    assert before is not None
    assert after is not None
    assert after != before
    assert volume in after
