from __future__ import annotations

import pytest

from jats.elements.article import write_article
from jats.elements.build import WriteContext
from jats.model.article import Article
from jats.schema.content import grammar
from jats.schema.dtd import load
from tests.elements.writing import VARIANTS, start
from tests.linear import is_linear

ARTICLE = Article.model_validate(
    {
        "language": "uk",
        "journal": {"title": "Вода", "ids": {"publisher-id": "w"}, "issn": "2520-6524"},
        "title": {"uk": "Вода", "en": "Water"},
        "doi": "10.5555/w1",
        "authors": [{"name": {"uk": "Вигаданська, О.", "en": "Vyhadanska, O."}, "affiliations": ["Інститут, Київ"]}],
        "published": {"electronic": "2023-03-30"},
        "pages": "8-14",
        "license": "CC BY 4.0",
        "abstract": {"uk": "Про воду.", "en": "On water."},
        "keywords": {"uk": "вода", "en": "water"},
        "references": ["One. 2020."],
    }
)


@pytest.mark.parametrize("variant", VARIANTS)
def test_article_is_valid_in_every_variant(variant: str) -> None:
    context = start(variant, "uk").context
    root = write_article(ARTICLE, context)
    dtd = load(variant)
    assert dtd.validate(root), dtd.error_log
    assert [root.get("article-type"), root.get("dtd-version")] == ["research-article", context.version]


def test_only_namespaces_that_are_used_are_declared() -> None:
    plain = write_article(ARTICLE.model_copy(update={"license": ()}), start().context)
    assert plain.nsmap == {}
    assert sorted(key or "" for key in write_article(ARTICLE, start().context).nsmap) == ["ali", "xlink"]


def test_authoring_has_an_empty_body_and_a_remark() -> None:
    context = start("authoring-1.3-mathml3").context
    body = write_article(ARTICLE, context).find("body")
    assert body is not None
    assert (len(body), body.text) == (0, None)
    assert [path for path, _ in context.remarks] == [()]
    assert write_article(ARTICLE, start().context).find("body") is None


def test_every_element_knows_the_field_that_made_it() -> None:
    context = start(language="uk").context
    root = write_article(ARTICLE, context)
    assert all(element in context.origins for element in root.iter())
    (given,) = root.iterfind(".//name[@{http://www.w3.org/XML/1998/namespace}lang='en']/given-names")
    assert context.origins[given] == ("authors", 0, "name", 1, "given")


def test_what_has_no_element_stands_at_the_end_as_custom_meta() -> None:
    root = write_article(ARTICLE.model_copy(update={"elocation_id": "e1"}), start().context)
    meta = root.find("front/article-meta")
    assert meta is not None
    assert [one.tag for one in meta][-1] == "custom-meta-group"
    assert [one.text for one in meta[-1].iter("meta-name", "meta-value")] == ["elocation_id", "e1"]


def test_article_without_references_has_no_back() -> None:
    assert write_article(ARTICLE.model_copy(update={"references": ()}), start().context).find("back") is None


@pytest.mark.slow
def test_time_grows_with_the_number_of_affiliations_and_not_with_its_square() -> None:
    def article(number: int) -> Article:
        people = [{"name": f"A, {n}", "affiliations": [{"institution": f"I {n}"}]} for n in range(number)]
        return Article.model_validate({"authors": people})

    rules = grammar("publishing-1.3-mathml3")
    assert is_linear(lambda data: write_article(data, WriteContext(rules, "1.3", "publishing")), article, 8_000)
