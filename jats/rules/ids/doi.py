"""DOIs of articles, their parts, and of what they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, parent_name, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import SERVICES
from jats.rules.ids.landing import landing_addresses
from jats.vocab.identifiers import doi_fault, tidy_doi

_OLD_ALPHABET = re.compile(r"[A-Za-z0-9\-._;()/:]+")
_PLACEHOLDERS = ("10.5555", "10.1234")


@rule(
    "COM010",
    on="article-meta",
    services=("crossref", "scielo", "doaj"),
    severities={"doaj": Severity.INFO},
)
def article_has_a_doi(el: Element) -> Iterator[Hit]:
    """An article must have a DOI.

    Why: receivers that register the article, or merge records of it, know it by its DOI alone.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    YAML: doi: 10.9999/tides.8
    Source: Crossref deposit schema 5.5.0, doi_data; SciELO Publishing Schema 1.10, article_doi
    """
    if el.find("article-id[@pub-id-type='doi']") is not None:
        return
    # DOAJ takes an address instead; if there is neither, DOAJ001 speaks.
    services = None if landing_addresses(el) else ("crossref", "scielo")
    yield Hit('the article has no DOI: write <article-id pub-id-type="doi">', services=services)


@rule(
    "COM011",
    on=("article-id", "pub-id", "object-id", "issue-id", "related-article", "ext-link", "related-object"),
    services=("pmc", "crossref", "jats4r", "scielo", "doaj", "datacite", "pubmed"),
    severities=dict.fromkeys(("jats4r", "scielo", "pubmed"), Severity.WARNING),
)
def doi_is_bare(el: Element) -> Iterator[Hit]:
    """A DOI must be written bare, from `10.` on, and have the form of one.

    Why: receivers put a resolver before it or look it up as it is; with an address, a label or a full stop it leads nowhere.
    Wrong: <article-id pub-id-type="doi">https://doi.org/10.70112/jts.2024.15</article-id>
    Wrong (pmc, crossref, jats4r, scielo, datacite, pubmed): <pub-id pub-id-type="doi">10.70113/er.2019.101.</pub-id>
    Wrong (pmc, crossref, jats4r, scielo, datacite, pubmed): <pub-id pub-id-type="doi">10.70113</pub-id>
    Wrong (pmc): <ext-link ext-link-type="doi" xlink:href="https://doi.org/10.70113/er.2019.101">the report</ext-link>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    Right (pmc): <ext-link ext-link-type="doi" xlink:href="10.70113/er.2019.101">the report</ext-link>
    YAML: doi: 10.9999/tides.8
    Source: PMC Style Checker 5.31, doi-check and doi-format-test; Crossref deposit schema 5.5.0, doi_t
    """
    for attribute, value in _dois(el):
        services = _OF_ELEMENT.get(str(el.tag))
        bare, text = tidy_doi(value), value.strip()
        severities = {
            "pmc": _if(_is_refused_by_pmc(text)),
            **dict.fromkeys(("crossref", "datacite"), _if(not _REGISTERED.fullmatch(text))),
        }
        if fault := doi_fault(value):
            advice = (
                ": write the DOI, or another ext-link-type"
                if el.tag == "ext-link"
                else ": write it as it is registered"
            )
            message = f"the DOI {quoted(value)} {fault}{advice}"
            yield Hit(message, attribute=attribute, services=services, severities=severities | {"doaj": Severity.ERROR})
        elif bare != text:
            message, severities = f"the DOI is {quoted(value)}: write {bare}", severities | {"doaj": Severity.WARNING}
            yield Hit(message, attribute=attribute, services=services, severities=severities, fix=Fix(value, bare))
        elif value != text and attribute is None and "\n" not in value:
            message = f"the DOI {quoted(value)} has blanks around it: write {bare}"
            yield Hit(message, severity=Severity.INFO, services=services, fix=Fix(value, bare))


_LINKS = ("related-article", "ext-link")
"""Elements whose address is a DOI if their ext-link-type says so."""

_OF_ELEMENT = {
    "ext-link": ("pmc",),
    "related-object": ("pmc", "jats4r"),
    "object-id": tuple(name for name in SERVICES if name != "doaj"),
    "pub-id": tuple(name for name in SERVICES if name != "doaj"),
    "related-article": tuple(name for name in SERVICES if name != "doaj"),
}
"""The services that look at the DOIs of an element; DOAJ takes the article's own alone."""

_WORKS = ("source", "document", "object")
_REGISTERED = re.compile(r"10\.[0-9]{4,9}/.{1,200}")
"""What Crossref's schema takes."""


def _dois(el: Element) -> Iterator[tuple[str | None, str]]:
    """The DOIs that an element gives: the attribute that holds one, or None for its text, and the value, not blank."""
    found: list[tuple[str | None, str]]
    if el.tag in _LINKS:
        found = [("xlink:href", el.get(HREF, ""))] if el.get("ext-link-type") == "doi" else []
    elif el.tag == "related-object":
        found = [(f"{name}-id", el.get(f"{name}-id", "")) for name in _WORKS if el.get(f"{name}-id-type") == "doi"]
    else:
        found = [(None, "".join(el.itertext()))] if el.get("pub-id-type") == "doi" else []
    yield from ((attribute, value) for attribute, value in found if value.strip())


def _is_refused_by_pmc(value: str) -> bool:
    """PMC's test looks at the beginning, at blanks and at the slash; a full stop at the end passes."""
    prefix, slash, suffix = value.partition("/")
    return not (prefix.startswith("10.") and len(prefix) > 3 and prefix[3] != "." and slash and suffix) or bool(
        re.search(r"\s", value)
    )


def _if(refused: bool) -> Severity:
    return Severity.ERROR if refused else Severity.WARNING


@rule("COM014", on="article-id", services=("crossref", "scielo"), severity=Severity.WARNING)
def doi_has_plain_characters(el: Element) -> Iterator[str]:
    """The DOI of an article must have only Latin letters, digits and `- . _ ; ( ) / :`, and a suffix of at most 200 characters.

    Why: Crossref registers no others; in addresses such characters must be encoded, and half of all programs do not do so.
    Wrong: <article-id pub-id-type="doi">10.70112/jts&lt;2024&gt;15</article-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    YAML: doi: 10.9999/tides.8
    Source: Crossref, "Suggested form of a DOI suffix"; Crossref deposit schema 5.5.0, doi_t
    """
    value = tidy_doi(text_of(el)) if el.get("pub-id-type") == "doi" else ""
    if not value or doi_fault(value):
        return
    if odd := _OLD_ALPHABET.sub("", value):
        yield f"the DOI {quoted(value)} holds {quoted(odd[0])}, which Crossref no longer registers: register new DOIs without it"
    elif len(value.partition("/")[2]) > 200:
        yield f"the DOI's suffix has {len(value.partition('/')[2])} characters; Crossref registers 200: register a shorter one"


@rule("COM015", on="article", services=("crossref", "scielo", "doaj"))
def records_have_different_dois(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Two records of a file must not have the same DOI.

    Why: the second record overwrites the first, or the whole deposit is refused.
    Wrong: <article>… <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id>
        <title-group><article-title>Mareas y sedimentos</article-title></title-group></front-stub></sub-article>
        <sub-article id="x2" article-type="translation" xml:lang="pt"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id>
        <title-group><article-title>Marés e sedimentos</article-title></title-group></front-stub></sub-article></article>
    Right: <article>… <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id>
        <title-group><article-title>Mareas y sedimentos</article-title></title-group></front-stub></sub-article></article>
    YAML: translations: {es: {doi: 10.9999/tides.8.es, title: Mareas y barro}}
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
            yield Hit(
                f"the DOI {quoted(text_of(each))} is given for two records: give each its own", each, services=only
            )
        seen.add(value)


@rule("CRF002", on="article-meta/article-id", services=("crossref",))
def doi_prefix_is_real(el: Element) -> Iterator[str]:
    """The prefix of an article's DOI must be that of its publisher, not one from examples.

    Why: Crossref registers only DOIs of the depositor's own prefix.
    Wrong: <article-id pub-id-type="doi">10.5555/12345678</article-id>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    YAML: doi: 10.9999/tides.8
    Source: Crossref, "Creating and managing DOIs"
    """
    value = tidy_doi(text_of(el)) if el.get("pub-id-type") == "doi" else ""
    if value.partition("/")[0] in _PLACEHOLDERS:
        yield f"the prefix {quoted(value.partition('/')[0])} is for examples only: write the publisher's own"


@rule("SPS012", on="sub-article", services=("scielo",))
def translation_has_a_doi(el: Element) -> Iterator[str]:
    """A translation must have a DOI of its own.

    Why: SciELO registers each language version, so that readers of that language can cite it.
    Wrong: <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub><title-group><article-title>Mareas
        y barro</article-title></title-group></front-stub></sub-article>
    Right: <sub-article id="x1" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id>
        <title-group><article-title>Mareas y barro</article-title></title-group></front-stub></sub-article>
    YAML: translations: {es: {doi: 10.9999/tides.8.es, title: Mareas y barro}}
    Source: SciELO Publishing Schema 1.10, article_doi
    """
    if el.get("article-type") == "translation":
        front = el.find("front-stub") if el.find("front-stub") is not None else el.find("front/article-meta")
        if front is None or front.find("article-id[@pub-id-type='doi']") is None:
            yield 'the translation has no DOI of its own: write <article-id pub-id-type="doi">'


@rule("DCT001", on="article-meta", services=("datacite",))
def datacite_needs_a_doi(el: Element) -> Iterator[str]:
    """An article that is registered with DataCite must have a DOI.

    Why: the DOI is what DataCite registers.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --></article-meta>
    Right: <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
    YAML: doi: 10.9999/tides.8
    Source: DataCite Metadata Schema 4.6, property 1
    """
    if el.find("article-id[@pub-id-type='doi']") is None and parent_name(el) == "front":
        yield 'the article has no DOI, which DataCite registers: write <article-id pub-id-type="doi">'
