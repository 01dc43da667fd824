"""Related articles: corrections and what they correct, reviews, replies, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, child_text, parent_name
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.vocab.identifiers import doi_fault, tidy_doi

_TYPE_OF = {
    "correction": ("corrected-article",),
    "retraction": ("retracted-article",),
    "partial-retraction": ("retracted-article", "partial-retraction"),
    "expression-of-concern": ("object-of-concern",),
    "addendum": ("addended-article",),
    "article-commentary": ("commentary-article",),
}
"""What a notice must be linked to, by its article type."""

_NOTICES_OF = {
    "corrected-article": ("correction",),
    "retracted-article": ("retraction", "partial-retraction"),
    "addended-article": ("addendum",),
    "commentary-article": ("article-commentary", "editorial", "discussion"),
}
"""Which article types a link of that type belongs to."""

PMC_RELATIONS = frozenset(
    "addendum addended-article alt-language article-reference article-response commentary commentary-article companion "
    "concurrent-pub continued-by continues corrected-article correction-forward data-paper data-paper-referrer editor-report "
    "letter letter-reply object-of-concern preprint published-article reprint reprinted-article repub-note "
    "repub-note-target republication republished-article retracted-article retracted-republished-article "
    "retraction-forward retraction-republication reviewed-article update update-in update-of updated-article "
    "peer-review peer-reviewed-article".split()
)
"""The values of `related-article-type` that PMC knows (PMC Style Checker 5.31, related-article-check)."""

_LINK_TYPES = "aoi doi ec email ftp gen genpept highwire pdb pgr pir pirdb pmc pmcid pmid pubmed sprot uri".split()
_OF_TYPE = {
    "in-brief": ("article-reference",),
    "reply": ("letter", "letter-reply"),
}
_SELF_ALLOWED = ("letter", "letter-reply", "reply", "alt-language", "article-reference")
_PMCID = re.compile(r"(?:PMC)?\d+")
_MANUSCRIPT_RELATIONS = (
    "corrected-article",
    "retracted-article",
    "addended-article",
    "object-of-concern",
    "commentary-article",
)
_OF_RESEARCH = (
    "correction-forward retraction-forward partial-retraction addendum commentary reviewer-report preprint".split()
)
_SCIELO_ALLOWED = {
    "research-article": _OF_RESEARCH,
    "review-article": _OF_RESEARCH,
    "reply": ["letter"],
    "letter": ["reply", "letter-reply", "commentary-article"],
    "reviewer-report": ["peer-reviewed-material"],
}

closed_list(
    Row(
        "PMC440",
        on="related-article/@related-article-type",
        services=("pmc",),
        page="""The kind of a related article is one that PMC knows.

        Why: PMC shows the link under the words for that kind.
        Wrong: <related-article related-article-type="erratum" id="ra1" xlink:href="10.70112/jts.2024.30"
            ext-link-type="doi"/>
        Right: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
            ext-link-type="doi"/>
        Source: PMC Style Checker 5.31, related-article-check
        """,
    ),
    PMC_RELATIONS,
)

closed_list(
    Row(
        "PMC441",
        on="related-article/@ext-link-type",
        services=("pmc",),
        page="""The kind of link to a related article is one that PMC knows.

        Why: PMC can't follow others.
        Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="https://www.tidal-studies.org/30"
            ext-link-type="url"/>
        Right: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
            ext-link-type="doi"/>
        Source: PMC Style Checker 5.31, related-article-check
        """,
    ),
    _LINK_TYPES,
)


@rule("COM440", on="article", services=("pmc", "scielo", "crossref", "pubmed"))
def notice_names_its_article(el: Element, context: RuleContext) -> Iterator[str]:
    """A correction, retraction or comment is linked to the article that it is about.

    Why: the readers of that article never learn of it otherwise.
    Wrong (correction): <article>… <!-- no related-article --></article>
    Right (correction): <article>…</article>
    Source: PMC Style Checker 5.31, article-type-to-related-article-check; SciELO Publishing Schema 1.10, related_article_rules
    """
    wanted = _TYPE_OF.get(context.article_type)
    if wanted is None or context.meta is None:
        return
    linked = {each.get("related-article-type") for each in context.meta.iter("related-article", "related-object")}
    if not linked.intersection(wanted):
        yield f"this {context.article_type} is linked to no article of type {any_of(wanted)} (<related-article>)"


@rule("COM441", on="article-meta/related-article", services=("pmc", "scielo"))
def link_fits_the_article_type(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Only a notice is linked to what it corrects, retracts, adds to or comments on.

    Why: either the notice is filed as research, or the relation is the wrong way round.
    Wrong (pmc): <related-article related-article-type="corrected-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Wrong (scielo, editorial): <related-article related-article-type="corrected-article" id="ra1"
        xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/>
    Right (correction): <article>…</article>
    Source: PMC Style Checker 5.31, related-article-to-article-type-attribute
    """
    kind = el.get("related-article-type", "")
    allowed, actual = _NOTICES_OF.get(kind), context.part_of(el).get("article-type", "")
    if allowed and actual not in allowed:
        message = f"a {kind} is linked from an article of type {quoted(actual)}; that belongs to {any_of(allowed)}"
        yield Hit(message, attribute="related-article-type")


@rule("COM442", on="related-article", services=("pmc", "scielo"))
def link_is_complete(el: Element) -> Iterator[str]:
    """A link to a related article has its kind, its address and an id.

    Why: without them it can't be shown or followed.
    Wrong: <related-article related-article-type="preprint" xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/>
    Wrong (scielo): <related-article related-article-type="commentary" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: PMC Style Checker 5.31, related-article-check
    """
    named = {"related-article-type": el.get("related-article-type"), "id": el.get("id"), "xlink:href": el.get(HREF)}
    # In PMC a link may name volume and page in place of an address (PMC442).
    if el.get("vol") and (el.get("page") or el.get("elocation-id")):
        named.pop("xlink:href")
    missing = [name for name, value in named.items() if not (value or "").strip()]
    if missing:
        yield f"<related-article> has no {all_of(missing)}"


@rule("COM443", on="article-meta/related-article", services=("pmc",))
def link_leads_elsewhere(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A related article is another article.

    Why: the link leads from the article to itself; the DOI was copied from the wrong place.
    Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.15"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: PMC Style Checker 5.31, related-article-self-test
    """
    meta = el.getparent()
    same_doi = bool(context.doi) and tidy_doi(el.get(HREF, "")).lower() == context.doi.lower()
    pages = None if meta is None else (child_text(meta, "volume"), child_text(meta, "fpage"))
    same_page = bool(el.get("vol") and el.get("page")) and pages == (el.get("vol"), el.get("page"))
    if same_doi or same_page:
        mild = el.get("related-article-type") in _SELF_ALLOWED
        what = f"DOI {context.doi}" if same_doi else "volume and page"
        yield Hit(f"the related article has this article's own {what}", severity=Severity.WARNING if mild else None)


@rule("COM444", on="related-article", services=("pmc", "scielo"))
def kind_of_link_is_stated(el: Element) -> Iterator[Hit]:
    """A link to a related article says of which kind its address is: `doi` for a DOI.

    Why: a program can't follow an address of unknown kind.
    Wrong: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"/>
    Wrong: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="uri"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: PMC Style Checker 5.31, related-article-xlink-extlinktype-check; SciELO Publishing Schema 1.10, ext_link_type_list
    """
    address, kind = el.get(HREF, "").strip(), el.get("ext-link-type", "")
    if not address:
        return
    if not kind:
        yield Hit("<related-article> has an address but no ext-link-type")
    elif kind != "doi" and re.match(r"(?:https?://(?:dx\.)?doi\.org/)?10\.\d{4}", address) and not doi_fault(address):
        yield Hit(
            f"the address {quoted(address)} is a DOI; write doi as ext-link-type, not {kind}", attribute="ext-link-type"
        )


@rule("PMC442", on="related-article", services=("pmc",))
def pmc_link_identifies_its_target(el: Element) -> Iterator[str]:
    """A link to an article in PMC gives its PMCID, or its volume and page.

    Why: PMC can't tell which article is meant.
    Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="J Tidal Stud" ext-link-type="pmc"/>
    Right: <related-article related-article-type="companion" id="ra1" xlink:href="PMC1234567" ext-link-type="pmc"/>
    Source: PMC Style Checker 5.31, related-article-check
    """
    placed = el.get("vol") and (el.get("page") or el.get("elocation-id"))
    if el.get("ext-link-type") == "pmc" and not placed and not _PMCID.fullmatch(el.get(HREF, "").strip()):
        yield "the article in PMC is named neither by a PMCID nor by volume and page"


@rule("PMC443", on="article-meta/related-article", services=("pmc",))
def preprint_says_so(el: Element) -> Iterator[str]:
    """An article that is linked to its published form says that it is a preprint.

    Why: PMC shows preprints with a warning; readers must know that the text was not reviewed.
    Wrong: <related-article related-article-type="published-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <article-meta>… <article-version article-version-type="publication-state">preprint</article-version>
        <related-article related-article-type="published-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/></article-meta>
    Source: PMC Style Checker 5.31, related-article-to-article-type-attribute
    """
    meta = el.getparent()
    if el.get("related-article-type") == "published-article" and meta is not None:
        versions = [" ".join((*each.attrib.values(), each.text or "")).lower() for each in meta.iter("article-version")]
        if not any("preprint" in each for each in versions):
            yield "the published article is linked, but no <article-version> says that this is a preprint"


@rule("PMC444", on="article", services=("pmc",), severity=Severity.WARNING)
def short_article_is_linked_by_kind(el: Element, context: RuleContext) -> Iterator[str]:
    """An article in brief or a reply is linked to what it is about, by the kind for it.

    Why: PMC shows both on each other's page.
    Wrong (editorial): <article article-type="reply">… <subject>Reply</subject></article>
    Right (editorial): <article article-type="reply">… <subject>Reply</subject>
        <related-article related-article-type="letter" id="ra1"
        xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/></article>
    Source: PMC Style Checker 5.31, article-type-to-related-article-check
    """
    wanted = _OF_TYPE.get(context.article_type)
    if wanted and context.meta is not None:
        linked = {each.get("related-article-type") for each in context.meta.iter("related-article")}
        if not linked.intersection(wanted):
            yield f"this {context.article_type} has no related article of type {any_of(wanted)}"


@rule("PMC447", on="article-meta/related-article", services=("pmc",))
def manuscript_links_are_few(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript is linked only where it is a notice, to the article that it is about.

    Why: PMC links the rest from the published article.
    Wrong (manuscript): <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right (manuscript): <article-title>Tides and sediments in northern harbours</article-title>
    Source: PMC Style Checker 5.31, ms-related-article-check
    """
    if context.is_manuscript and (
        el.get("related-article-type") not in _MANUSCRIPT_RELATIONS or context.article_type not in _TYPE_OF
    ):
        yield f"an author manuscript of type {context.article_type} has a related article: take it out"


@rule("SPS440", on="article-meta", services=("scielo",))
def scielo_relations(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The kind of a related article is one that this type of article may have; replies and reviews have theirs.

    Why: SciELO shows each pair of articles in a way of its own.
    Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: SciELO Publishing Schema 1.10, related_article_rules
    """
    kind = context.part_of(el).get("article-type", "")
    allowed = _SCIELO_ALLOWED.get(kind)
    if allowed is None:
        return
    related = el.findall("related-article")
    for each in related:
        stated = each.get("related-article-type", "")
        # A notice's link from another article is COM441's.
        if stated and stated not in allowed and stated not in _NOTICES_OF:
            yield Hit(
                f"related-article-type {quoted(stated)} of a {kind} must be {any_of(allowed)}",
                each,
                "related-article-type",
            )
    if kind == "reply" and not any(each.get("related-article-type") == "letter" for each in related):
        yield Hit("the reply is linked to no letter (<related-article>)")


@rule("SPS441", on="related-article", services=("scielo",), severity=Severity.INFO)
def scielo_order_of_attributes(el: Element) -> Iterator[str]:
    """The attributes of a related article stand in SciELO's order.

    Why: it is a matter of looks; some tools of SciELO compare the text.
    Wrong: <related-article id="ra1" related-article-type="commentary" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: SciELO Publishing Schema 1.10, attrib_order
    """
    wanted = ("related-article-type", "id", HREF, "ext-link-type")
    order = [wanted.index(str(name)) for name in el.attrib if name in wanted]
    if order != sorted(order):
        yield "the attributes should stand in the order related-article-type, id, xlink:href, ext-link-type"


@rule("SPS442", on="product", services=("scielo",))
def scielo_product(el: Element) -> Iterator[str]:
    """A reviewed work says its kind and its title, and what its people did.

    Why: SciELO shows the reviewed work beside the review.
    Wrong (editorial): <article article-type="book-review">… <subject>Book Review</subject>
        <product><source>Mud</source></product></article>
    Right (editorial): <article article-type="book-review">… <subject>Book Review</subject>
        <product product-type="book"><source>Mud</source></product></article>
    Source: SciELO Publishing Schema 1.10, product_rules
    """
    kinds = ("book", "article", "issue", "website", "film", "software", "hardware", "other")
    if parent_name(el) != "article-meta":
        return
    if el.get("product-type") not in kinds:
        yield f"product-type {quoted(el.get('product-type', ''))} must be {any_of(kinds)}"
    if el.find("source") is None:
        yield "the product has no <source>: its title"
    if any(not each.get("person-group-type") for each in el.iterchildren("person-group")):
        yield "a group of people of the product has no person-group-type"
    if any(each.get("units") != "pages" for each in el.iterchildren("size")):
        yield 'the size of the product needs units="pages"'
