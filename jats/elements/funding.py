"""Funding: grants, the statement as printed; and support in other ways than by money."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.awards import write_award
from jats.elements.blocks import write_blocks
from jats.elements.build import Attributes, Cursor, Element, element, set_attributes
from jats.elements.ids import authority
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import foreign
from jats.elements.pointers import point
from jats.elements.vocabulary import scheme_attributes
from jats.model.article import Article
from jats.model.blocks import plain
from jats.model.funding import FundingStatement, Resource, Support


def write_funding(article: Article, at: Cursor) -> list[Element | None]:
    """`<funding-group>`: one `<award-group>` a grant, then the statements; then `<support-group>`, if the variant has it."""
    awards = [write_award(award, at / "funding" / index) for index, award in enumerate(article.funding)]
    support = _write_support(article.support, at / "support")
    statements = [
        _write_statement(one, at / "funding_statement" / index) for index, one in enumerate(article.funding_statement)
    ]
    here = at / "open_access_statement"
    access = element("open-access", here, None, write_blocks(article.open_access_statement, here, "open-access"))
    if not at.can("article-meta", "support-group"):
        awards, support = [*awards, *support], []
    group = element("funding-group", at / "funding", None, awards, statements, access)
    return [group, element("support-group", at / "support", None, support)]


def _write_statement(statement: FundingStatement, at: Cursor) -> Element | None:
    language: Attributes = {"xml:lang": (foreign(statement.language, at.context.language), at / "language")}
    content = write_inline(statement.text, at / "text", "funding-statement")
    return point(element("funding-statement", at, language, content), statement.refers_to, at / "refers_to")


def _write_support(given: Sequence[Support], at: Cursor) -> list[Element | None]:
    """One `<contributed-resource-group>` each; before JATS 1.2 the awards alone, with all else in `<custom-meta>`."""
    if at.can("article-meta", "support-group"):
        return [_write_group(one, at / index) for index, one in enumerate(given)]
    return [award for index, one in enumerate(given) for award in _write_without_group(one, at / index)]


def _write_group(support: Support, at: Cursor) -> Element | None:
    here = at / "description"
    description = element(
        "support-description", here, None, write_blocks(support.description, here, "support-description")
    )
    resources = [_write_resource(one, at / "resources" / index) for index, one in enumerate(support.resources)]
    return element(
        "contributed-resource-group",
        at,
        {"resource-type": (support.type, at / "type")},
        [write_award(award, at / "awards" / index) for index, award in enumerate(support.awards)],
        point(description, support.refers_to, at / "refers_to"),
        element("resource-group", at / "resources", None, resources),
    )


def _write_resource(resource: Resource, at: Cursor) -> Element | None:
    tag = "resource-id"
    name = write_text("resource-name", resource.name, at / "name")
    if name is not None and (resource.type or resource.url):
        attributes: Attributes = {
            "content-type": (resource.type, at / "type"),
            "xlink:href": (resource.url, at / "url"),
        }
        set_attributes(name, "resource-name", at, attributes)
    ids = [
        element(
            tag,
            here,
            {
                "resource-id-type": kind,
                **scheme_attributes(tag, resource.vocabulary, at / "vocabulary"),
                **authority(tag, value, here),
            },
            value,
        )
        for kind, value in resource.ids.items()
        for here in [at / "ids" / kind]
    ]
    return element("resource-wrap", at, None, name, ids) if ids else name


def _write_without_group(support: Support, at: Cursor) -> list[Element | None]:
    """The awards; the rest goes to `<custom-meta>`, field by field."""
    tag, parent = "support-group", "article-meta"
    (at / "type").to_custom_meta(support.type or "", tag, parent)
    for index, block in enumerate(support.description):
        (at / "description" / index).to_custom_meta(plain(block), tag, parent)
    for index, one in enumerate(support.resources):
        here = at / "resources" / index
        for step, value in (("name", one.name.plain()), ("type", one.type), ("url", one.url)):
            (here / step).to_custom_meta(value or "", tag, parent)
        for kind, value in one.ids.items():
            (here / "ids" / kind).to_custom_meta(value, tag, parent)
            authority_of = getattr(value, "authority", None)
            (here / "ids" / kind).to_custom_meta(authority_of or "", tag, parent)
        if one.vocabulary:
            for step in ("name", "identifier"):
                (here / "vocabulary" / step).to_custom_meta(getattr(one.vocabulary, step) or "", tag, parent)
    for index in range(len(support.awards)):
        (at / "awards" / index).lose(tag, parent, "in funding-group")
    return [write_award(award, at / "awards" / index) for index, award in enumerate(support.awards)]
