"""Related articles: corrections and what they correct, reviews, replies, versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jats.findings import Fix, Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, parent_name, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list
from jats.vocab.article_types import LISTS, article_types
from jats.vocab.identifiers import tidy_doi

_FOR_PMC = {
    "correction": ("corrected-article",),
    "retraction": ("retracted-article", "retracted-republished-article"),
    "expression-of-concern": ("object-of-concern",),
}
FOR_SCIELO = {
    "correction": ("corrected-article",),
    "retraction": ("retracted-article",),
    "partial-retraction": ("retracted-article",),
    "article-commentary": ("commentary-article",),
    "reply": ("letter",),
    "addendum": ("article",),
    "reviewer-report": ("peer-reviewed-material",),
}
_FOR_OTHERS = {**_FOR_PMC, "addendum": ("addended-article",)}
"""What a notice must be linked to, by its article type."""

NOTICES_OF = {
    "corrected-article": ("correction",),
    "retracted-article": ("retraction",),
    "retracted-republished-article": ("retraction",),
    "addended-article": ("addendum",),
    "commentary-article": ("editorial", "letter", "discussion", "expression-of-concern", "article-commentary"),
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
_SELF_ALLOWED = ("peer-reviewed-article", "reviewed-article", "editor-report", "referee-report")
_PMCID = re.compile(r"(?:PMC)?\d+")
_BARE_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NOTICES = ("correction", "retraction", "article-commentary", "expression-of-concern")
_ALWAYS_LINKED = (
    "republished-article concurrent-pub updated-article addended-article reprinted-article repub-note".split()
)
_MANUSCRIPT_RELATIONS = (
    *(
        "corrected-article",
        "retracted-article",
        "retracted-republished-article",
        "commentary-article",
        "object-of-concern",
    ),
    *_ALWAYS_LINKED,
)

closed_list(
    Row(
        "PMC440",
        on="related-article/@related-article-type",
        services=("pmc",),
        page="""The kind of a related article must be one that PMC knows.

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
        page="""The kind of link to a related article must be one that PMC knows.

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


@rule(
    "COM440",
    on="article",
    services=("pmc", "scielo", "crossref", "pubmed"),
    severities={"crossref": Severity.WARNING, "pubmed": Severity.WARNING},
)
def notice_names_its_article(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A correction, retraction or comment must be linked to the article that it is about.

    Why: The readers of that article don't learn of it otherwise.
    Wrong (correction): <article>… <!-- no related-article --></article>
    Right (correction): <related-article related-article-type="corrected-article" id="ra1" xlink:href="10.70112/jts.2023.77"
        ext-link-type="doi"/>
    YAML: type: correction
        related_articles: [{type: corrected-article, doi: 10.70112/jts.2023.77}]
    Source: PMC Style Checker 5.31, article-type-to-related-article-check; SciELO Publishing Schema 1.10, related_article_rules
    """
    if context.meta is None:
        return
    linked = {each.get("related-article-type") for each in context.meta.iter("related-article")}
    objects = {
        each.get("link-type") or each.get("related-article-type") for each in context.meta.iter("related-object")
    }
    asking: dict[tuple[str, ...], list[str]] = {}
    for service, wanted_by in (
        ("pmc", _FOR_PMC),
        ("scielo", FOR_SCIELO),
        ("crossref", _FOR_OTHERS),
        ("pubmed", _FOR_OTHERS),
    ):
        wanted = wanted_by.get(context.article_type, ())
        found = linked if service == "scielo" else linked | objects
        if wanted and not found.intersection(wanted):
            asking.setdefault(wanted, []).append(service)
    for wanted, services in asking.items():
        what = f"add a <related-article> with related-article-type='{wanted[0]}'"
        if linked:
            what = f"write related-article-type='{wanted[0]}' on the <related-article> that leads to it, or add one"
        yield Hit(f"this {context.article_type} names no article that it is about: {what}", services=tuple(services))


@cache
def _types() -> frozenset[str]:
    """All types of articles that somebody lists."""
    return frozenset().union(*map(article_types, LISTS))


@rule("COM441", on=("related-article", "related-object"), services=("pmc", "scielo"))
def link_fits_the_article_type(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A link to what an article corrects, retracts, adds to or comments on must be in a notice of that type.

    Why: Either the notice is filed as research, or the relation is the wrong way round.
    Wrong (pmc): <related-article related-article-type="corrected-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Wrong (scielo, editorial): <related-article related-article-type="addended-article" id="ra1"
        xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/>
    Right (correction): <related-article related-article-type="corrected-article" id="ra1" xlink:href="10.70112/jts.2023.77"
        ext-link-type="doi"/>
    YAML:
        type: correction
        related_articles: {type: corrected-article, doi: 10.9999/tides.0}
    Source: PMC Style Checker 5.31, related-article-to-article-type-attribute; SciELO Publishing Schema 1.10, related-article
    """
    is_object = el.tag == "related-object"
    if parent_name(el) not in ("article-meta", "front-stub") or (is_object and el.get("document-type") != "article"):
        return
    attribute = "link-type" if is_object else "related-article-type"
    kind = el.get(attribute, "")
    part = context.part_of(el)
    actual = context.article_type if part.get("article-type") == "translation" else part.get("article-type", "")
    allowed = NOTICES_OF.get(kind)
    # A type that is missing or on no list is PMC001's or COM003's.
    if allowed and actual not in allowed and actual in _types():
        # What SciELO asks for in an article of this type is not wrong for it: COM440.
        services = ("pmc",) if kind in FOR_SCIELO.get(actual, ()) else None
        message = (
            f"the link has the type {quoted(kind)}, which belongs to an article of type {any_of(allowed)},"
            f" but this is {quoted(actual)}: correct one of the two"
        )
        yield Hit(message, attribute=attribute, services=services)


@rule("COM442", on="related-article", services=("pmc", "scielo"))
def link_is_complete(el: Element) -> Iterator[Hit]:
    """A link to a related article must have its kind and an id; for SciELO also its address and the kind of address.

    Why: Without them nobody can show or follow it.
    Wrong: <related-article related-article-type="preprint" xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/>
    Wrong (scielo): <related-article related-article-type="commentary" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    YAML: related_articles: [{type: commentary, doi: 10.70112/jts.2024.30}]
    Source: PMC Style Checker 5.31, related-article-check; SciELO Publishing Schema 1.10, related-article
    """
    missing = [name for name in ("related-article-type", "id") if not el.get(name, "").strip()]
    if missing:
        yield Hit(f"<related-article> has no {all_of(missing)}: add what is missing")
    address = el.get(HREF, "").strip()
    if not address:
        yield Hit("<related-article> has no address: write the DOI in xlink:href", services=("scielo",))


@rule("COM443", on="article-meta/related-article", services=("pmc",))
def link_leads_elsewhere(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A related article must be another article.

    Why: The link leads from the article to itself; the DOI was copied from the wrong place.
    Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.15"
        ext-link-type="doi"/>
    Right: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    YAML: related_articles: [{type: companion, doi: 10.9999/tides.30}]
    Source: PMC Style Checker 5.31, related-article-self-test
    """
    meta, kind = el.getparent(), el.get("related-article-type")
    by_doi = el.get("ext-link-type") == "doi"
    same_doi = by_doi and bool(context.doi) and tidy_doi(el.get(HREF, "")).lower() == context.doi.lower()
    pages = context.child_text(meta, "volume"), context.child_text(meta, "fpage")
    placed = not by_doi and not el.get("journal-id") and bool(el.get("vol") and el.get("page"))
    same_page = placed and pages == (el.get("vol"), el.get("page"))
    if (same_doi and kind not in _SELF_ALLOWED) or same_page:
        mild = kind == "alt-language" or context.article_type in ("letter", "reply")
        what = f"DOI {context.doi}" if same_doi else "volume and page"
        message = f"the related article has this article's own {what}: write that of the other article"
        yield Hit(message, severity=Severity.WARNING if mild else None)


@rule("COM444", on="related-article", services=("pmc", "scielo"))
def kind_of_link_is_stated(el: Element) -> Iterator[Hit]:
    """A link to a related article must state the kind of its address: `doi` for a DOI.

    Why: Programs can't follow an address of unknown kind. SciELO takes only the kinds `doi` and `uri`, and prefers the DOI.
    Wrong: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"/>
    Wrong: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="uri"/>
    Right: <related-article related-article-type="commentary" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    YAML: related_articles: [{type: companion, doi: 10.9999/tides.30}]
    Source: PMC Style Checker 5.31, related-article-xlink-extlinktype-check; SciELO Publishing Schema 1.10, ext_link_type_list
    """
    address, kind = el.get(HREF, "").strip(), el.get("ext-link-type", "")
    is_doi = _BARE_DOI.fullmatch(address) is not None
    if not kind:
        if address:
            wanted = "doi" if is_doi else "uri"
            yield Hit(f"<related-article> has an address but no ext-link-type: write '{wanted}'")
    elif kind != "doi" and is_doi:
        message = f"the address {quoted(address)} is a DOI, but ext-link-type is {quoted(kind)}: write 'doi'"
        yield Hit(message, attribute="ext-link-type", fix=Fix(kind, "doi"))
    elif kind not in ("doi", "uri"):
        message = f"ext-link-type is {quoted(kind)}: SciELO takes 'doi' or 'uri'"
        yield Hit(message, attribute="ext-link-type", services=("scielo",))
    elif kind == "uri" and address:
        message = "the related article is named by a web address: if it has a DOI, write that, with ext-link-type='doi'"
        yield Hit(message, attribute="ext-link-type", services=("scielo",), severity=Severity.WARNING)


@rule("PMC442", on="related-article", services=("pmc",))
def pmc_link_identifies_its_target(el: Element) -> Iterator[str]:
    """A link of the type pmc must give volume and page; a PMCID needs the type pmcid.

    Why: PMC finds the article by its volume and page in the same journal.
    Wrong: <related-article related-article-type="companion" id="ra1" xlink:href="J Tidal Stud" ext-link-type="pmc"/>
    Right: <related-article related-article-type="companion" id="ra1" xlink:href="PMC1234567" ext-link-type="pmcid"/>
    Right: <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/>
    Source: PMC Style Checker 5.31, related-article-check
    """
    if el.get("ext-link-type") != "pmc":
        return
    address = el.get(HREF, "").strip()
    placed = el.get("vol") and (el.get("page") or el.get("elocation-id"))
    if not placed and _PMCID.fullmatch(address):
        yield f"the link has the PMCID {quoted(address)}: write ext-link-type='pmcid'"
    elif not placed:
        yield "the link to an article in PMC has no vol and page: write the DOI, with ext-link-type='doi'"
    elif address and not _PMCID.fullmatch(address):
        yield f"the link to an article in PMC has the address {quoted(address)}: write its PMCID, or remove it"


@rule("PMC443", on="article-meta/related-article", services=("pmc",))
def preprint_says_so(el: Element, context: RuleContext) -> Iterator[str]:
    """An article that is linked to its published form must say that it is a preprint.

    Why: PMC shows preprints with a warning, because their text was not reviewed. `<article-version>` exists from JATS 1.2.
    Wrong: <related-article related-article-type="published-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right: <article-meta>… <article-version article-version-type="status">preprint</article-version>
        <related-article related-article-type="published-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/></article-meta>
    YAML:
        version: {type: status, text: preprint}
        related_articles: [{type: published-article, doi: 10.9999/tides.30}]
    Source: PMC Style Checker 5.31, related-article-to-article-type-attribute
    """
    meta = el.getparent()
    if el.get("related-article-type") != "published-article" or meta is None:
        return
    stated = (each for each in meta.iter("article-version") if each.get("article-version-type") == "status")
    if any(text_of(each).lower() == "preprint" for each in stated):
        return
    if context.version >= (1, 2):
        remedy = (
            "add <article-version article-version-type='status'>preprint</article-version>, or take another relation"
        )
    else:
        remedy = "take another relation; JATS has <article-version> from 1.2 on"
    yield f"the published article is linked, but nothing says that this is a preprint: {remedy}"


@rule("PMC444", on="article", services=("pmc",), severity=Severity.WARNING)
def short_article_is_linked_by_kind(el: Element, context: RuleContext) -> Iterator[str]:
    """A comment, a reply or an article in brief has no link of the right kind to what it is about.

    Why: PMC shows each of the two on the page of the other.
    Wrong (editorial): <article article-type="reply">… <subject>Reply</subject></article>
    Right (editorial): <article article-type="reply">… <subject>Reply</subject>
        <related-article related-article-type="letter" id="ra1"
        xlink:href="10.70112/jts.2024.30" ext-link-type="doi"/></article>
    Source: PMC Style Checker 5.31, article-type-to-related-article-check
    """
    kinds = {"article-commentary": "commentary-article", "reply": "letter", "in-brief": "article-reference"}
    wanted, scanned = (
        kinds.get(context.article_type),
        any(each.target == "scanned_data" for each in context.instructions),
    )
    if wanted is None or context.meta is None or scanned:
        return
    linked = {each.get("related-article-type") for each in context.meta.iter("related-article")}
    if wanted not in linked and (linked or context.article_type != "in-brief"):
        yield f"this {context.article_type} has no related article of type '{wanted}': add one"


@rule("PMC447", on="article-meta/related-article", services=("pmc",))
def manuscript_links_are_few(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript must only be linked to an article that it corrects, retracts, comments on or repeats.

    Why: PMC takes the other links from the published article.
    Wrong (manuscript): <related-article related-article-type="companion" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Right (manuscript): <related-article related-article-type="republished-article" id="ra1" xlink:href="10.70112/jts.2024.30"
        ext-link-type="doi"/>
    Source: PMC Style Checker 5.31, ms-related-article-check and ms-article-meta-content-test
    """
    if not context.is_manuscript:
        return
    kind, address = el.get("related-article-type", ""), el.get(HREF, "").strip()
    if kind not in _MANUSCRIPT_RELATIONS or (context.article_type not in _NOTICES and kind not in _ALWAYS_LINKED):
        own = f"an author manuscript of type {context.article_type}"
        yield f"{own} must not have a related article of type {quoted(kind)}: remove it"
    elif el.get("ext-link-type") not in ("pmcid", "pmid", "doi"):
        yield f"ext-link-type is {quoted(el.get('ext-link-type', ''))}: write 'pmcid', 'pmid' or 'doi'"
    elif not address.isdecimal() and not address.startswith("10."):
        yield f"the address {quoted(address)} is neither a number nor a DOI: write one of them"
