"""Other identifiers of articles, and the kinds of identifiers that receivers know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, pattern
from jats.vocab.identifiers import tidy_pmid

PMC_ID_TYPES = tuple(
    "accession aggregator archive art-access-id arxiv coden custom doaj doi index isbn manuscript medline other pii pmc "
    "pmc-scan pmcid pmid publisher-id publisher-manuscript sici std-designation".split()
)
"""The values of `pub-id-type` that PMC knows (PMC Style Checker 5.31, pub-id-type-check)."""

_MANUSCRIPT_ID_TYPES = ("doi", "manuscript", "other", "publisher-id")
_REPEATED = ("publisher-id", "publisher-manuscript", "other", "custom")
"""Kinds of which PMC lets an article have several."""

_PMID = re.compile(r"[1-9]\d*")


@rule("PMC020", on="article-id", services=("pmc",))
def article_id_is_of_a_known_kind(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An identifier of an article must say its kind, and the kind must be one that PMC knows.

    Why: an identifier of an unknown kind cannot be looked up, and PMC refuses the file.
    Wrong: <article-id pub-id-type="ojs">15</article-id>
    Wrong: <article-meta>… <!-- new --><article-id>15</article-id></article-meta>
    Right: <article-id pub-id-type="publisher-id">jts-2024-15</article-id>
    YAML: ids: {publisher-id: jt-2023-1}
    Source: PMC Style Checker 5.31, pub-id-type-check
    """
    kind = el.get("pub-id-type")
    known = _MANUSCRIPT_ID_TYPES if context.is_manuscript else PMC_ID_TYPES
    if kind is None:
        yield Hit('<article-id> has no pub-id-type: write its kind, such as "publisher-id"')
    elif kind not in known:
        # PMC's own files have pmcaid, pmcid-ver and the like.
        advice = "remove the id, for PMC adds it itself" if kind.startswith("pmc") else "write publisher-id or other"
        yield Hit(f"pub-id-type {quoted(kind)} is not on PMC's list: {advice}", attribute="pub-id-type")


closed_list(
    Row(
        "SPS010",
        on="article-id/@pub-id-type",
        services=("scielo",),
        page="""The kind of an article's identifier must be doi, other or publisher-id.

        Why: SciELO knows articles by these three alone.
        Wrong: <article-id pub-id-type="pii">S2345-6787(24)00015-1</article-id>
        Right: <article-id pub-id-type="publisher-id">jts-2024-15</article-id>
        Source: SciELO Publishing Schema 1.10, article-id
        """,
    ),
    ("doi", "other", "publisher-id"),
)

pattern(
    Row(
        "SPS011",
        on="article-id",
        services=("scielo",),
        when=lambda el: el.get("pub-id-type") == "other",
        page="""The identifier of kind other must be the article's place in the issue: up to five digits.

        Why: SciELO sorts the table of contents by it.
        Wrong: <article-id pub-id-type="other">first</article-id>
        Right: <article-id pub-id-type="other">00015</article-id>
        Source: SciELO Publishing Schema 1.10, article_ids_rules
        """,
    ),
    r"\d{1,5}",
    "a place in the issue: write up to five digits",
)


@rule("PMC022", on=("pub-id", "article-id"), services=("pmc", "pubmed"))
def pmid_is_a_number(el: Element) -> Iterator[Hit]:
    """A PubMed number must have only digits and must not begin with 0.

    Why: the link to PubMed leads to another article, or nowhere.
    Wrong: <pub-id pub-id-type="pmid">PMC1234567</pub-id>
    Wrong: <pub-id pub-id-type="pmid">31234567.</pub-id>
    Right: <pub-id pub-id-type="pmid">31234567</pub-id>
    Source: PMC Style Checker 5.31, pmid-check
    """
    value = "".join(el.itertext()).strip()
    if el.get("pub-id-type") != "pmid" or not value or _PMID.fullmatch(value):
        return
    meant = tidy_pmid(value).rstrip(".,; ")
    advice = f"write {meant}" if _PMID.fullmatch(meant) else "write its digits alone"
    fix = Fix(value, meant) if _PMID.fullmatch(meant) and len(el) == 0 else None
    yield Hit(f"the PubMed number (PMID) is {quoted(value)}: {advice}", fix=fix)


@rule("COM012", on="article-id", services=("pmc", "scielo"))
def article_id_has_a_value(el: Element) -> Iterator[str]:
    """An identifier of an article must not be empty.

    Why: an empty one promises an identifier, and receivers look for it in vain.
    Wrong: <article-id pub-id-type="publisher-id"/>
    Right: <article-id pub-id-type="publisher-id">jts-2024-15</article-id>
    Source: PMC Style Checker 5.31, article-id-content-check
    """
    if is_blank(el):
        yield f"the article's {el.get('pub-id-type') or 'identifier'} is empty: write its value, or remove it"


@rule("COM013", on="article-meta", services=("pmc",))
def article_ids_differ_in_kind(el: Element) -> Iterator[Hit]:
    """An article must have one identifier of a kind.

    Why: nobody knows which of two DOIs is registered.
    Wrong: <article-meta>… <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: PMC Style Checker 5.31, dup-pub-id-type-check
    """
    seen: set[str] = set()
    for each in el.iterchildren("article-id"):
        kind = each.get("pub-id-type", "")
        if kind and kind in seen and kind not in _REPEATED:
            yield Hit(f"{quoted(text_of(each))} is a second identifier of kind {kind}: keep one", each)
        seen.add(kind)


@rule("PMC021", on="article-id", services=("pmc",))
def manuscript_number_has_no_blank(el: Element) -> Iterator[Hit]:
    """A manuscript number must not hold a blank.

    Why: PMC finds the manuscript by its number, letter for letter.
    Wrong (manuscript): <article-id pub-id-type="manuscript">NIHMS 271828</article-id>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, article-id-content-check
    """
    value = text_of(el)
    if el.get("pub-id-type") == "manuscript" and " " in value:
        joined = value.replace(" ", "")
        yield Hit(f"the manuscript number {quoted(value)} holds a blank: write {joined}", fix=Fix(value, joined))


@rule("PUB001", on="article-meta", services=("pubmed",))
def pubmed_can_locate(el: Element) -> Iterator[str]:
    """An article for PubMed must have a DOI, a publisher's item identifier (PII) or a first page.

    Why: PubMed distinguishes the articles of an issue by their page or electronic location.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --><!-- no fpage --><!-- no lpage -->
        <elocation-id>e15</elocation-id></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    YAML: doi: 10.9999/tides.8
    Source: PubMed.dtd 2.6, ELocationID
    """
    kinds = {each.get("pub-id-type") for each in el.iterchildren("article-id")}
    if not kinds.intersection(("doi", "pii")) and el.find("fpage") is None:
        yield "the article has no DOI, no PII and no first page: write one, so that PubMed can locate it"
