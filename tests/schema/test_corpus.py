"""Each real article gets the verdict that its index states."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from jats.schema.choose import choose
from jats.schema.dtd import load
from jats.xmlio import MalformedXml, parse
from tests.schema.corpus import Article, articles

pytestmark = pytest.mark.usefixtures("shared")


def verdict(article: Article) -> str:
    try:
        parsed = parse(article.file.read_bytes(), article.name)
    except MalformedXml:
        return "malformed"
    choice = choose(parsed)
    if choice.name is None:
        return "no-schema"
    return "valid" if load(choice.name).validate(parsed.tree) else "invalid"


@pytest.mark.slow
def test_verdicts_equal_the_index_where_a_public_identifier_is_declared() -> None:
    declared = [article for article in articles() if article.public_id]
    assert [(article.name, verdict(article)) for article in declared] == [(a.name, a.verdict) for a in declared]
    counts = Counter(article.verdict for article in declared)
    assert counts == {"valid": 79, "invalid": 14, "malformed": 3, "no-schema": 33}


def test_without_a_public_identifier_the_next_best_declaration_counts(shared: Path) -> None:
    """The index knows public identifiers only and calls these "no-schema"; three have a known system identifier."""
    bare = [article for article in articles() if not article.public_id]
    bases = Counter(choose(parse(article.file.read_bytes(), article.name)).basis for article in bare)
    assert bases == {"system-id": 3, "dtd-version": 4, "default": 2, "unknown": 2}
