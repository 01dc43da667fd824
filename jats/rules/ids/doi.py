"""DOIs of articles, their parts, and of what they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import SERVICES
from jats.rules.ids.landing import landing_addresses
from jats.vocab.identifiers import doi_fault, tidy_doi

_OLD_ALPHABET = re.compile(r"[A-Za-z0-9\-._;()/:]+")
_PLACEHOLDERS = ("10.5555", "10.1234")
_NOT_OBJECTS = tuple(service for service in SERVICES if service not in ("pmc", "jats4r"))


@rule(
    "COM010",
    on="article-meta",
    services=("crossref", "scielo", "jats4r", "doaj"),
    severities={"doaj": Severity.WARNING},
)
def article_has_a_doi(el: Element) -> Iterator[Hit]:
    """An article has a DOI.

    Why: who registers the article or merges it with other records knows it by nothing else.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: Crossref deposit schema 5.5.0, doi_data; SciELO Publishing Schema 1.10, article_doi
    """
    if el.find("article-id[@pub-id-type='doi']") is not None:
        return
    # DOAJ takes an address instead; where there is neither, DOAJ001 speaks.
    yield Hit("the article has no DOI", services=None if landing_addresses(el) else ("crossref", "scielo", "jats4r"))


@rule(
    "COM011",
    on=("article-id", "pub-id", "object-id", "related-article"),
    services=("pmc", "crossref", "jats4r", "scielo", "doaj", "datacite", "pubmed"),
)
def doi_is_bare(el: Element) -> Iterator[Hit]:
    """A DOI is written bare, from `10.` on, and has the form of one.

    Why: receivers put a resolver before it or look it up as it is; with an address, a label or a full stop it leads nowhere.
    Wrong: <article-id pub-id-type="doi">https://doi.org/10.70112/jts.2024.15</article-id>
    Wrong: <pub-id pub-id-type="doi">10.70113/er.2019.101.</pub-id>
    Wrong: <pub-id pub-id-type="doi">10.70113</pub-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: PMC Style Checker 5.31, doi-check; Crossref deposit schema 5.5.0, doi_t
    """
    related = el.tag == "related-article"
    if el.get("ext-link-type" if related else "pub-id-type") != "doi":
        return
    value = el.get(HREF, "") if related else "".join(el.itertext())
    if not value.strip():
        return
    bare, attribute = tidy_doi(value), "xlink:href" if related else None
    services = _NOT_OBJECTS if el.tag == "object-id" else None
    if fault := doi_fault(value):
        yield Hit(f"the DOI {quoted(value)} {fault}", attribute=attribute, services=services)
    elif bare != value.strip() or (value != value.strip() and not related and "\n" not in value):
        yield Hit(
            f"the DOI is {quoted(value)}; write {bare}", attribute=attribute, services=services, fix=Fix(value, bare)
        )


@rule("COM014", on="article-id", services=("crossref", "scielo"), severity=Severity.WARNING)
def doi_has_plain_characters(el: Element) -> Iterator[str]:
    """The DOI of an article has only letters of the Latin alphabet, digits and `- . _ ; ( ) / :`, and a suffix of at most 200.

    Why: Crossref registers no others; in addresses such characters must be encoded, and half of all programs don't.
    Wrong: <article-id pub-id-type="doi">10.70112/jts&lt;2024&gt;15</article-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: Crossref, "Suggested form of a DOI suffix"; Crossref deposit schema 5.5.0, doi_t
    """
    value = tidy_doi(text_of(el)) if el.get("pub-id-type") == "doi" else ""
    if not value or doi_fault(value):
        return
    if odd := _OLD_ALPHABET.sub("", value):
        yield f"the DOI {value} holds {quoted(odd[0])}, which Crossref registers no more"
    elif len(value.partition("/")[2]) > 200:
        yield f"the DOI's suffix has {len(value.partition('/')[2])} characters, at most 200 are registered"


@rule("COM015", on="article", services=("crossref", "scielo", "doaj"))
def records_have_different_dois(el: Element, context: RuleContext) -> Iterator[Hit]:
    """No two records of a file have the same DOI.

    Why: the second record overwrites the first, or the whole deposit is refused.
    Wrong: <article>… <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id></front-stub></sub-article>
        <sub-article id="x2" article-type="translation" xml:lang="pt"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id></front-stub></sub-article></article>
    Right: <article>… <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id></front-stub></sub-article></article>
    Source: SciELO Publishing Schema 1.10, article_doi; DOAJ, article service: duplicates in a batch
    """
    ids = [each for each in context.all("article-id") if each.get("pub-id-type") == "doi" and text_of(each)]
    counts = Counter(text_of(each).lower() for each in ids)
    seen: set[str] = set()
    for each in ids:
        value = text_of(each).lower()
        if counts[value] > 1 and value in seen and context.part_of(each) is not el:
            # A part that has the article's own DOI is PMC008's for the others.
            only = ("doaj",) if value == context.doi.lower() else None
            yield Hit(f"the DOI {text_of(each)} stands on two records", each, services=only)
        seen.add(value)


@rule("CRF002", on="article-meta/article-id", services=("crossref",))
def doi_prefix_is_real(el: Element) -> Iterator[str]:
    """The prefix of an article's DOI is that of its publisher, not one that stands in examples.

    Why: Crossref registers only DOIs of the depositor's own prefix.
    Wrong: <article-id pub-id-type="doi">10.5555/12345678</article-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: Crossref, "Creating and managing DOIs"
    """
    value = tidy_doi(text_of(el)) if el.get("pub-id-type") == "doi" else ""
    if value.partition("/")[0] in _PLACEHOLDERS:
        yield f"the prefix {value.partition('/')[0]} stands in examples only; write the publisher's own"


@rule("SPS012", on="sub-article", services=("scielo",))
def translation_has_a_doi(el: Element) -> Iterator[str]:
    """A translation has a DOI of its own.

    Why: SciELO registers each language version, so that readers of that language can cite it.
    Wrong: <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub><title-group><article-title>Mareas
        y barro</article-title></title-group></front-stub></sub-article>
    Right: <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id></front-stub></sub-article>
    Source: SciELO Publishing Schema 1.10, article_doi
    """
    if el.get("article-type") == "translation":
        front = el.find("front-stub") if el.find("front-stub") is not None else el.find("front/article-meta")
        if front is None or front.find("article-id[@pub-id-type='doi']") is None:
            yield "the translation has no DOI of its own"


@rule("DCT001", on="article-meta", services=("datacite",))
def datacite_needs_a_doi(el: Element) -> Iterator[str]:
    """An article that DataCite is to register has a DOI.

    Why: the DOI is what DataCite registers.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Source: DataCite Metadata Schema 4.6, property 1
    """
    if el.find("article-id[@pub-id-type='doi']") is None and parent_name(el) == "front":
        yield f"{tagged(el)} has no DOI, which DataCite registers"
