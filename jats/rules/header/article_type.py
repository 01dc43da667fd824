"""Types of articles and what each type must contain."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.article_types import article_type_for, article_types, find_article_type

_REVIEWS = ("book-review", "product-review")
_ALONE = ("correction", "retraction", "expression-of-concern")
_PMC = article_types("pmc")
_SCIELO = article_types("sps")
_SAME_TO_A_READER = {
    frozenset(pair)
    for pair in (
        ("data-paper", "data-article"),
        ("article-commentary", "letter"),
        ("article-commentary", "discussion"),
        ("article-commentary", "reply"),
        ("letter", "reply"),
        ("brief-report", "rapid-communication"),
        ("brief-report", "research-article"),
        ("systematic-review", "review-article"),
        ("partial-retraction", "retraction"),
        ("editorial", "introduction"),
        ("book-review", "product-review"),
        ("correction", "retraction"),
    )
}
"""Types that one section of a journal often holds side by side."""


@rule("PMC001", on="article/@article-type", services=("pmc",))
def type_is_on_pmc_list(el: Element) -> Iterator[Hit]:
    """The article type must be one that PMC knows.

    Why: PMC refuses other values; it decides by the type what must be in the article and where it is listed.
    Wrong: <article article-type="research-note">…</article>
    Right: <article article-type="brief-report">…
        <article-title>Tides and sediments in northern harbours</article-title></article>
    YAML: type: research-article
    Source: PMC Style Checker 5.31, article-type-content-check
    """
    yield from _not_listed(el, "pmc", "PMC's")


@rule("SPS003", on="article/@article-type", services=("scielo",))
def type_is_on_scielo_list(el: Element) -> Iterator[Hit]:
    """The article type must be one that SciELO knows.

    Why: SciELO refuses other values; statistics and the rules of a type depend on them.
    Wrong: <article article-type="protocol">…</article>
    Right: <article article-type="research-article">…
        <article-title>Tides and sediments in northern harbours</article-title></article>
    YAML: type: research-article
    Source: SciELO Publishing Schema 1.10, article_type_rules
    """
    yield from _not_listed(el, "sps", "SciELO's")


def _not_listed(el: Element, source: str, whose: str) -> Iterator[Hit]:
    value = el.attrib["article-type"].strip()
    if value and value not in (_PMC if source == "pmc" else _SCIELO):
        near = article_type_for(value, source)
        hint = f": write {near}" if near else ": take the nearest of that list, such as research-article or other"
        yield Hit(f"article-type {quoted(value)} is not on {whose} list{hint}", attribute="article-type")


@rule("PMC002", on=("sub-article", "response"), services=("pmc",))
def notices_are_articles_of_their_own(el: Element, context: RuleContext) -> Iterator[str]:
    """A correction, a retraction or an expression of concern must be an article of its own.

    Why: inside another article nobody finds it, and it cannot be linked to the work that it is about.
    Wrong: <sub-article id="x1" article-type="correction" xml:lang="en"><front-stub><title-group>
        <article-title>Correction</article-title></title-group></front-stub><body><p>A number was wrong.</p></body>
        </sub-article>
    Right: <sub-article id="x1" article-type="reply" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub><body><p>We thank the readers.</p></body></sub-article>
    Source: PMC Style Checker 5.31, article-type-content-check
    """
    kind = el.get("article-type") or el.get("response-type") or ""
    translated = (
        el.tag == "sub-article" and kind == context.article_type and context.language_of(el) != context.language
    )
    if kind in _ALONE and not translated:
        yield f"{tagged(el)} in another article is a {kind}: publish it as an article of its own"


@rule("PMC003", on="article", services=("pmc", "scielo"), severity=Severity.WARNING)
def review_names_its_product(el: Element, context: RuleContext) -> Iterator[str]:
    """A review of a book or product must describe what it reviews.

    Why: without `<product>` nobody can find the review by the title of the book.
    Wrong (editorial): <article article-type="book-review">… <subject>Book Review</subject></article>
    Right (editorial): <article article-type="book-review">… <subject>Book Review</subject>
        <product product-type="book"><source>Mud</source></product></article>
    YAML:
        type: book-review
        products: "Roe J. Mud. Kyiv: Sea Press; 2023. 300 p."
    Source: PMC Style Checker 5.31, article-type-to-product-check
    """
    if context.article_type in _REVIEWS and context.meta is not None and context.meta.find("product") is None:
        yield f"the {context.article_type} has no <product>: describe in it the work that is reviewed"


@rule("PMC004", on="article-meta/product", services=("pmc", "scielo"))
def product_means_a_review(el: Element, context: RuleContext) -> Iterator[str]:
    """A product must be in a review of a book or product, not in another kind of article.

    Why: either the type is wrong, and the review is listed as research, or a cited book is in the wrong place.
    Wrong: <product product-type="book"><source>Mud</source></product>
    Right (editorial): <article article-type="book-review">… <subject>Book Review</subject>
        <product product-type="book"><source>Mud</source></product></article>
    YAML:
        type: book-review
        products: {type: book, reference: {source: Mud, authors: "Doe, John", date: 2020}}
    Source: PMC Style Checker 5.31, product-to-article-type-check; SciELO Publishing Schema 1.10, product
    """
    kind = context.part_of(el).get("article-type", "")
    if kind not in _REVIEWS:
        only = f"only {' and '.join(_REVIEWS)} may have one"
        yield f"<product> is in an article of type {quoted(kind)}; {only}: correct article-type, or cite the work as a reference"


@rule("PMC005", on="article", services=("pmc",))
def collection_has_members(el: Element, context: RuleContext) -> Iterator[str]:
    """A collection must hold at least two parts.

    Why: PMC shows a collection as a list of its parts; with fewer than two there is nothing to list.
    Wrong: <article article-type="collection">…</article>
    Right: <article article-type="collection">… <sub-article id="x1" article-type="letter"><front-stub><title-group>
        <article-title>A letter</article-title></title-group></front-stub><body><p>We saw mud, too.</p></body></sub-article>
        <sub-article id="x2" article-type="letter"><front-stub><title-group><article-title>Another letter</article-title>
        </title-group></front-stub><body><p>We saw none.</p></body></sub-article></article>
    Source: PMC Style Checker 5.31, collection-content-check
    """
    if context.article_type == "collection" and len(el.findall("sub-article")) + len(el.findall("response")) < 2:
        yield "the collection has fewer than two <sub-article> or <response>: add them, or write another article-type"


@rule("PMC006", on="article", services=("pmc",))
def correction_has_body(el: Element, context: RuleContext) -> Iterator[str]:
    """The text of a correction must be in its body.

    Why: PMC shows the body; a correction whose text is in the abstract alone is shown as an article without text.
    Wrong (correction): <article>… <abstract><p>In Table 1 the level at the quay is 1.9 metres.</p></abstract>
        <!-- no body --></article>
    Right (correction): <body><p>In Table 1 the level at the quay is 1.9 metres
        <xref ref-type="bibr" rid="B1">1</xref>, <xref ref-type="bibr" rid="B2">2</xref>.</p></body>
    Source: PMC Style Checker 5.31, correction-content-check
    """
    if context.article_type != "correction" or context.meta is None:
        return
    body = el.find("body")
    if context.meta.find("abstract") is not None and (body is None or is_blank(body)):
        yield "the correction has its text in the abstract: move it to <body>"


@rule("SPS007", on="article", services=("scielo",), severity=Severity.WARNING)
def heading_fits_the_type(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The heading of the table of contents must fit the article type.

    Why: an editorial under "Original articles", or the reverse, is counted wrongly in the journal's statistics.
    Wrong: <subj-group subj-group-type="heading"><subject>Editorial</subject></subj-group>
    Right: <subj-group subj-group-type="heading"><subject>Original Article</subject></subj-group>
    Source: SciELO Publishing Schema 1.10, article_type_rules
    """
    if context.meta is None:
        return
    for subject in context.meta.iterfind("article-categories/subj-group[@subj-group-type='heading']/subject"):
        meant, kind = find_article_type(text_of(subject)), context.article_type
        if meant and kind in _SCIELO and meant != kind and frozenset((meant, kind)) not in _SAME_TO_A_READER:
            yield Hit(
                f"the heading {quoted(text_of(subject))} means {meant}, but article-type is {kind}: correct one",
                subject,
            )
