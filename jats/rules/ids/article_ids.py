"""Other identifiers of articles, and the kinds of identifiers that receivers know."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Fix
from jats.messages.words import quoted
from jats.rules.engine.reading import Element, is_blank, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, pattern, well_formed
from jats.vocab.identifiers import pmid_fault

PMC_ID_TYPES = tuple(
    "accession aggregator archive art-access-id arxiv coden custom doaj doi index isbn manuscript medline other pii pmc "
    "pmc-scan pmcid pmid publisher-id publisher-manuscript sici std-designation".split()
)
"""The values of `pub-id-type` that PMC knows (PMC Style Checker 5.31, pub-id-type-check)."""

closed_list(
    Row(
        "PMC020",
        on="article-id/@pub-id-type",
        services=("pmc",),
        page="""The kind of an article's identifier is one that PMC knows.

        Why: an identifier of an unknown kind can't be looked up, and PMC refuses the file.
        Wrong: <article-id pub-id-type="ojs">15</article-id>
        Right: <article-id pub-id-type="publisher-id">jts-2024-15</article-id>
        Source: PMC Style Checker 5.31, pub-id-type-check
        """,
    ),
    PMC_ID_TYPES,
    advice="; write publisher-id or other",
)

closed_list(
    Row(
        "SPS010",
        on="article-id/@pub-id-type",
        services=("scielo",),
        page="""The kind of an article's identifier is doi, other or publisher-id.

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
        page="""The identifier of kind other is the article's place in the issue: up to five digits.

        Why: SciELO sorts the table of contents by it.
        Wrong: <article-id pub-id-type="other">first</article-id>
        Right: <article-id pub-id-type="other">00015</article-id>
        Source: SciELO Publishing Schema 1.10, article_ids_rules
        """,
    ),
    r"\d{1,5}",
    "a place in the issue: up to five digits",
)

well_formed(
    Row(
        "PMC022",
        on=("pub-id", "article-id"),
        services=("pmc", "pubmed"),
        when=lambda el: el.get("pub-id-type") == "pmid",
        page="""A PubMed number has only digits and doesn't begin with 0.

        Why: the link to PubMed leads to another article, or nowhere.
        Wrong: <pub-id pub-id-type="pmid">PMC1234567</pub-id>
        Right: <pub-id pub-id-type="pmid">31234567</pub-id>
        Source: PMC Style Checker 5.31, pmid-check
        """,
    ),
    pmid_fault,
)


@rule("COM012", on="article-id", services=("pmc", "scielo"))
def article_id_has_a_value(el: Element) -> Iterator[str]:
    """An identifier of an article is not empty.

    Why: an empty one promises an identifier that a receiver then looks for in vain.
    Wrong: <article-id pub-id-type="publisher-id"/>
    Right: <article-id pub-id-type="publisher-id">jts-2024-15</article-id>
    Source: PMC Style Checker 5.31, article-id-content-check
    """
    if is_blank(el):
        yield f"the article's {el.get('pub-id-type') or 'identifier'} is empty: fill it in or take it out"


@rule("COM013", on="article-meta", services=("pmc",))
def article_ids_differ_in_kind(el: Element) -> Iterator[Hit]:
    """An article has one identifier of a kind.

    Why: of two DOIs nobody knows which one is registered.
    Wrong: <article-meta>… <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: PMC Style Checker 5.31, dup-pub-id-type-check
    """
    seen: set[str] = set()
    for each in el.iterchildren("article-id"):
        kind = each.get("pub-id-type", "")
        if kind and kind in seen:
            yield Hit(f"there is a second identifier of kind {kind}: keep one", each)
        seen.add(kind)


@rule("PMC021", on="article-id", services=("pmc",))
def manuscript_number_has_no_blank(el: Element) -> Iterator[Hit]:
    """A manuscript number holds no blank.

    Why: PMC finds the manuscript by its number, letter for letter.
    Wrong (manuscript): <article-id pub-id-type="manuscript">NIHMS 271828</article-id>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, article-id-content-check
    """
    value = text_of(el)
    if el.get("pub-id-type") == "manuscript" and " " in value:
        joined = value.replace(" ", "")
        yield Hit(f"the manuscript number {quoted(value)} holds a blank; write {joined}", fix=Fix(value, joined))


@rule("PUB001", on="article-meta", services=("pubmed",))
def pubmed_can_locate(el: Element) -> Iterator[str]:
    """An article for PubMed has a DOI, a publisher's item identifier (PII) or a first page.

    Why: PubMed tells articles of an issue apart by their page or electronic location.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --><!-- no fpage --><!-- no lpage -->
        <elocation-id>e15</elocation-id></article-meta>
    Right: <article-meta>… <!-- no fpage --><!-- no lpage --><elocation-id>e15</elocation-id></article-meta>
    Source: PubMed.dtd 2.6, ELocationID
    """
    kinds = {each.get("pub-id-type") for each in el.iterchildren("article-id")}
    if not kinds.intersection(("doi", "pii")) and el.find("fpage") is None:
        yield "the article has no DOI, no PII and no first page: PubMed can't tell where it stands"
