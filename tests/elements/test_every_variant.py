"""Whatever the model holds comes out valid in every variant, and nothing of it is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, given

from jats.draft import Path, show_path
from jats.elements.article import write_article
from jats.elements.build import WriteContext
from jats.elements.required import missing
from jats.model.abstracts import Abstract
from jats.model.article import Article
from jats.model.dates import Publication
from jats.model.journal import Journal
from jats.model.people import Contributor
from jats.schema.content import grammar
from jats.schema.dtd import load
from tests.elements.leaves import SHARED, Said
from tests.elements.writing import VARIANTS
from tests.examples import examples
from tests.strategies import articles

WHOLE = ("publishing-1.3-mathml3", "publishing-1.4-mathml3")
"""Variants that must hold every value."""

SETTINGS = examples(150, *HealthCheck)


def write(article: Article, variant: str) -> WriteContext:
    tag_set, version, _ = variant.split("-")
    context = WriteContext(grammar(variant), version, tag_set, article.language)
    write_article(article, context)
    return context


def covered(path: Path, told: list[Path]) -> bool:
    """Whether a loss names the field or one around it; equal affiliations and notes are written, and told, once."""
    return any(path[: len(one)] == one for one in told) or any(
        name in path and _within(path, name) in {_within(one, name) for one in told} for name in SHARED
    )


def _within(path: Path, name: str) -> Path:
    """The field within the affiliation or note."""
    return path[path.index(name) + 2 :] if name in path else path


FILLED = {
    "journal": Journal.model_validate({"ids": {"publisher-id": "tides"}, "issn": "2520-6524"}),
    "authors": (Contributor.model_validate("Carberry, Josiah"),),
    "abstract": (Abstract.model_validate("What it is about."),),
    "published": (Publication.model_validate({"date": "2023"}),),
}
"""A value for each field that some variant wants."""


def filled(article: Article) -> Article:
    """The article with all that any variant wants."""
    given = {name: value for name, value in FILLED.items() if not getattr(article, name)}
    if article.journal:
        wanted = {name: getattr(FILLED["journal"], name) for name in ("ids", "issn")}
        issn = {kind: value for kind, value in article.journal.issn.items() if kind != "linking"}
        lacks = {"ids": not article.journal.ids, "issn": not issn}
        given["journal"] = article.journal.model_copy(update={name: wanted[name] for name in wanted if lacks[name]})
    return article.model_copy(update=given)


@pytest.mark.slow
@SETTINGS
@given(article=articles())
def test_every_article_is_accepted_by_the_schema_once_the_fields_that_it_lacks_are_filled(article: Article) -> None:
    for variant in VARIANTS:
        context = write(article, variant)
        lacking, dtd = missing(context.root, context), load(variant)
        assert dtd.validate(context.root) is not bool(lacking), (variant, lacking, str(dtd.error_log))
        if lacking:
            event(f"{variant}: a field is missing")
            complete = write(filled(article), variant)
            assert missing(complete.root, complete) == []
            assert dtd.validate(complete.root), (variant, str(dtd.error_log))


@pytest.mark.slow
@SETTINGS
@given(article=articles())
def test_every_value_is_in_the_document_or_told_as_lost(article: Article) -> None:
    for variant in VARIANTS:
        context = write(article, variant)
        unsaid = Said(article, context).unsaid()
        if variant in WHOLE:
            assert not unsaid, (variant, unsaid)
        told = [loss.path for loss in context.losses]
        silent = [(show_path(path), text) for path, text in unsaid if not covered(path, told)]
        assert not silent, (variant, silent)
