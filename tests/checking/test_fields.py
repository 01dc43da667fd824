"""A field that is proposed where a rule misses something takes the finding away."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

import jats
from jats.checking.fields import hints
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import SERVICES

ARTICLE: dict[str, Any] = {
    "title": "Tides of the Black Sea",
    "journal": {"issn": "2520-6524", "ids": {"nlm-ta": "Tides"}},
}
ITEMS: dict[str, dict[str, Any]] = {
    "contributors": {"name": "Roe, Jane"},
    "authors": {"name": "Doe, John"},
    "affiliations": {"id": "a1", "city": "Kyiv"},
    "funding": {"numbers": "TF-12"},
    "references": {"title": "Mud", "source": "Tides", "date": 2020, "authors": "Doe, John"},
    "license": {"name": "CC BY 4.0"},
    "products": {"reference": {"source": "Mud", "authors": "Doe, John"}},
    "related_articles": {"type": "companion", "reference": "Doe J. Mud. 2020."},
    "supplementary_material": {"file": "levels"},
    "translations": {"language": "es", "title": "Mareas del Mar Negro"},
}
LACKING: dict[str, dict[str, Any]] = {
    "COM021": {"journal": {"ids": {"nlm-ta": "Tides"}}},
    "COM120": {"authors": {"name": {"full": "John Doe"}}},
    "COM133": {"affiliations": ITEMS["affiliations"]},
    "COM131": {"authors": {"name": "Doe, John", "affiliations": "a1"}},
    "COM230": {"volume": 2, "issue": 1},
    "COM232": {"pages": {"first": 8}},
    "COM402": {"copyright": {"holder": "The Authors"}},
    "COM403": {"copyright": {"statement": "© 2024", "year": 2024}},
    "COM422": {"footnotes": "Paid by the Tides Foundation, grant number TF-1234."},
    "COM423": {"funding": {"funder": "Tides Foundation"}},
    "COM612": {"acknowledgements": "We thank the Tides Foundation for its financial support."},
    "J4R005": {"type": "reviewer-report"},
    "PMC003": {"type": "book-review"},
    "SPS001": {"specific_use": "web"},
    "SPS201": {"published": {"electronic": "2024-03-05"}},
    "SPS331": {"abstract": "What the article is about."},
    "SPS350": {"language": "en", "keywords": "tides"},
    "SPS740": {"supplementary_material": {"file": "levels.csv"}},
    "SPS442": {"type": "book-review", "products": ITEMS["products"]},
    "SPS420": {"funding": {"funder": "Tides Foundation", "numbers": "TF-12"}},
    "CRF202": {
        "journal": {"issn": {"print": "2520-6524", "electronic": "1234-5679"}, "ids": {"nlm-ta": "Tides"}},
        "published": {"print": "2024"},
    },
    "PMC201": {"published": "2024-03-05"},
    "PMC032": {"journal": {"issn": "2520-6524", "ids": {"publisher-id": "tides"}}},
    "PMC443": {"related_articles": {"type": "published-article", "doi": "10.9999/tides.7"}},
    "PUB202": {"issue": 1, "published": {"electronic": "2024"}},
    "PUB301": {"language": "uk", "title": {"uk": "Припливи"}},
    "PUB330": {"language": "uk", "abstract": {"uk": "Припливи Чорного моря."}},
}
"""What the article has besides, so that the rule misses something."""


def merged(under: Any, over: Any) -> Any:
    if not (isinstance(under, dict) and isinstance(over, dict)):
        return over
    return under | {key: merged(under.get(key), value) for key, value in over.items()}


def found(article: dict[str, Any], code: str) -> dict[str, str]:
    """What is found for the services of a rule: for all at once one fault may be told by another rule."""
    services = next(rule.services for rule in load_rules() if rule.code == code)
    result = jats.check(article, jats.Options(targets=tuple(name for name in services if name in SERVICES)))
    assert [finding.message for finding in result.findings if finding.code.startswith("INP1")] == []
    return {finding.code: finding.message for finding in result.findings}


@pytest.mark.parametrize("code", hints())
def test_the_field_that_is_proposed_takes_the_finding_away(code: str) -> None:
    holder, fields = hints()[code]
    proposed = yaml.safe_load("\n".join(fields))
    article = ARTICLE | LACKING.get(code, {})
    if holder in ITEMS:
        article[holder] = item = article.get(holder, ITEMS[holder])
        fixed_file = article | {holder: merged(item, proposed)}
    else:
        fixed_file = merged(article, {"journal": proposed} if holder == "journal" else proposed)
    before = found(article, code)
    assert code in before
    proposal = " and ".join(fields).replace("1234-5679", "2520-6524") if code == "COM024" else " and ".join(fields)
    there = re.escape(proposal)
    said = rf"write {there}( in (one of )?{holder}(\[1\])?)?" if holder in ITEMS else f"in the {holder} file: {there}"
    assert re.search(rf"; {said}$", before[code])
    assert code not in found(fixed_file, code)


SHORT = [
    ("SPS108", {"authors": "Doe, John"}, "authors"),
    ("SPS109", {"authors": ["Doe, John"]}, "authors"),
    ("COM108", {"contributors": "Doe, John"}, "contributors"),
    ("SPS401", {"copyright": "© 2024 The Authors", "license": "CC BY 4.0"}, "license"),
    ("COM509", {"references": "Doe J. Something printed."}, "references"),
    ("SPS740", {"supplementary_material": "levels.xyz"}, "supplementary_material"),
]


@pytest.mark.parametrize(("code", "article", "holder"), SHORT)
def test_an_item_in_short_is_proposed_in_full_and_so_loses_the_finding(
    code: str, article: dict[str, Any], holder: str
) -> None:
    before = ARTICLE | {"language": "en"} | article
    whole = re.search(r"; write it as (\{.*\})$", found(before, code)[code])
    assert whole is not None
    assert code not in found(before | {holder: yaml.safe_load(whole[1])}, code)


def test_a_finding_on_the_text_of_an_item_names_the_item() -> None:
    text = {"text": "Doe J. Something printed."}
    said = found(ARTICLE | {"references": [text, text]}, "COM509")["COM509"]
    assert re.search(r"; write type: journal in references\[\d\]$", said)
    assert "COM509" not in found(ARTICLE | {"references": [text | {"type": "journal"}] * 2}, "COM509")
