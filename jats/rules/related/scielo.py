"""Related works as SciELO asks for them: kinds of relations by type of article, reviewed works."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, parent_name
from jats.rules.engine.registry import Hit, rule
from jats.rules.related.articles import FOR_SCIELO, NOTICES_OF

_OF_EDITORIAL = "correction-forward retraction-forward partial-retraction addendum commentary".split()
_OF_RESEARCH = [*_OF_EDITORIAL, "reviewer-report", "preprint"]
_SCIELO_ALLOWED = {
    **dict.fromkeys(
        ("research-article", "review-article", "data-article", "case-report", "brief-report"), _OF_RESEARCH
    ),
    "editorial": _OF_EDITORIAL,
    "letter": ["article", "letter"],
    "preprint": ["article"],
    **{kind: list(wanted) for kind, wanted in FOR_SCIELO.items()},
}
"""The kinds of related articles that a type of article may have; types that SciELO has no rule for are not judged."""


@rule("SPS440", on="article-meta", services=("scielo",))
def scielo_relations(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The kind of a related article must be one that this type of article may have.

    Why: SciELO shows each pair of articles in a way of its own.
    Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    YAML: related_articles: {type: commentary, doi: 10.9999/tides.7}
    Source: SciELO Publishing Schema 1.10, related_article_rules
    """
    kind = context.part_of(el).get("article-type", "")
    allowed = _SCIELO_ALLOWED.get(kind, [])
    links = [(each, each.get("related-article-type", "")) for each in el.iterchildren("related-article")]
    if kind in FOR_SCIELO and not any(stated in allowed for _, stated in links):
        return  # COM440 asks for the one that it must have
    for each, stated in links if allowed else ():
        # A notice's link from another article is COM441's.
        if stated and stated not in allowed and stated not in NOTICES_OF:
            message = f"related-article-type {quoted(stated)} does not belong to a {kind}: write {any_of(allowed)}"
            yield Hit(message, each, "related-article-type")


@rule("SPS441", on="related-article", services=("scielo",), severity=Severity.INFO)
def scielo_order_of_attributes(el: Element) -> Iterator[str]:
    """The attributes of a related article are not in SciELO's order.

    Why: It is a matter of looks; some of SciELO's tools compare the text.
    Wrong: <related-article id="ra1" related-article-type="commentary" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: SciELO Publishing Schema 1.10, attrib_order
    """
    wanted = ("related-article-type", "id", HREF, "ext-link-type")
    order = [wanted.index(str(name)) for name in el.attrib if name in wanted]
    if order != sorted(order):
        yield "the attributes are in another order than SciELO's: write related-article-type, id, xlink:href, ext-link-type"


@rule("SPS442", on="product", services=("scielo",))
def scielo_product(el: Element) -> Iterator[str]:
    """A reviewed work must have its kind and its title, and its people must have their part.

    Why: SciELO shows the reviewed work beside the review.
    Wrong (editorial): <article article-type="book-review">… <subject>Book Review</subject>
        <product><source>Mud</source></product></article>
    Right (editorial): <article article-type="book-review">… <subject>Book Review</subject>
        <product product-type="book"><source>Mud</source></product></article>
    YAML:
        type: book-review
        products: [{type: book, reference: {authors: "Roe, J.", source: Mud, date: 2023}}]
    Source: SciELO Publishing Schema 1.10, product_rules
    """
    kinds = ("book", "article", "issue", "website", "film", "software", "hardware", "other")
    if parent_name(el) != "article-meta":
        return
    if el.get("product-type") not in kinds:
        yield f"product-type is {quoted(el.get('product-type', ''))}: write {any_of(kinds)}"
    if el.find("source") is None:
        yield "the product has no <source>: write its title there"
    if any(not each.get("person-group-type") for each in el.iterchildren("person-group")):
        yield "a <person-group> of the product has no person-group-type: write 'author' or 'editor'"
    if any(each.get("units") != "pages" for each in el.iterchildren("size")):
        yield "the <size> of the product needs units='pages'"
