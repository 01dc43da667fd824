"""The table of what variants can't hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given

from jats.draft import show_path
from jats.elements.build import Loss
from jats.elements.losses.page import page
from jats.elements.losses.rows import LossRow, matches
from jats.elements.losses.table import ROWS, is_on_the_table, rows
from jats.model.article import Article
from jats.schema.content import grammar
from tests.elements.test_every_variant import write
from tests.elements.writing import VARIANTS
from tests.examples import examples
from tests.strategies import articles


@pytest.mark.slow
@examples(100, *HealthCheck)
@given(article=articles())
def test_every_loss_is_on_the_table_of_its_variant(article: Article) -> None:
    for variant in VARIANTS:
        context = write(article, variant)
        off = [loss for loss in context.losses if not is_on_the_table(loss, context.grammar)]
        assert not off, (variant, [(show_path(loss.path), loss) for loss in off])


@pytest.mark.parametrize("row", [row for row in ROWS if not row.when], ids=lambda row: f"{row.field} {row.tag}")
def test_row_is_about_some_variants_and_not_about_others(row: LossRow) -> None:
    assert {row.holds(grammar(variant)) for variant in VARIANTS} == {True, False}


def test_publishing_holds_every_field_since_1_3() -> None:
    for variant in ("publishing-1.3-mathml3", "publishing-1.4-mathml3"):
        assert [row for row in rows(grammar(variant)) if row.instead is None and not row.when] == []


def test_authoring_has_no_journal_and_its_titles_are_in_one_language() -> None:
    lost = {row.field for row in rows(grammar("authoring-1.3-mathml3")) if row.instead is None}
    assert {"journal", "doi", "title.*", "published[]", "volume", "pages", "history[]"} <= lost


def test_page_of_the_table_is_up_to_date(root: Path) -> None:
    grammars = {
        (tag_set, version): grammar(variant) for variant in VARIANTS for tag_set, version, _ in [variant.split("-")]
    }
    assert (root / "docs" / "editors" / "variants.md").read_text("utf-8") == page(grammars)


def test_marks_that_an_element_lacks_are_computed_from_the_schema() -> None:
    (row,) = [row for row in rows(grammar("publishing-1.4-mathml3")) if row.field == "funding_statement"]
    assert row == LossRow("funding_statement", "sub, sup", "funding-statement", "as plain text")


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("authors[].affiliations[].ids.*", ("affiliations", 0, "ids", "grid")),
        ("authors[].roles[]", ("contributors", 1, "members", 0, "roles", 2)),
        ("title.*", ("title", "")),
        ("references[]*", ("references", 3, "authors", 0)),
    ],
)
def test_paths_are_matched_by_their_general_form(field: str, path: tuple[str | int, ...]) -> None:
    assert matches(field, path)


def test_a_loss_that_nobody_foresaw_is_off_the_table() -> None:
    assert not is_on_the_table(Loss(("doi",), "article-id", "article-meta"), grammar("publishing-1.3-mathml3"))
