"""The address at which an article can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import HREF, Element
from jats.rules.engine.registry import Hit, rule

_ADDRESS = re.compile(
    r"https?://(?:[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_WEB = ("http://", "https://", "ftp://")
_DOI = "article-id[@pub-id-type='doi']"


def landing_addresses(meta: Element) -> list[Element]:
    """The self-uris that may be the article's page: web addresses, but not that of the PDF."""
    return [each for each in _candidates(meta) if each.get(HREF, "").strip().lower().startswith(_WEB)]


def _candidates(meta: Element) -> list[Element]:
    """The self-uris that look like an address; not a bare file name, nor another scheme such as info:."""
    found = []
    for each in meta.iterchildren("self-uri"):
        value = each.get(HREF, "").strip()
        looks = value.lower().startswith(_WEB) or (("/" in value or value.startswith("www.")) and ":" not in value)
        if looks and "pdf" not in each.get("content-type", "").lower():
            found.append(each)
    return found


@rule("DOAJ002", on="article-meta", services=("doaj",))
def full_text_address_is_public(el: Element) -> Iterator[Hit]:
    """The address of the full text must be a public one: http or https, and a host with a top-level name.

    Why: DOAJ refuses the record; readers cannot reach a file or a host inside the house.
    Wrong: <self-uri xlink:href="http://localhost:8080/articles/15" xlink:title="Article page">Online</self-uri>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    YAML: url: https://tides.example/8
    Source: doajArticles.xsd 1.3, fullUrl
    """
    # The export takes the first one; one that is not a web address is CRF001's.
    for each in landing_addresses(el)[:1]:
        value = each.get(HREF, "").strip()
        if not _ADDRESS.fullmatch(value):
            message = (
                f"the article's address {quoted(value)} is not one that the public can open: write its public address"
            )
            yield Hit(message, each, "xlink:href")


@rule("DOAJ001", on="article-meta", services=("doaj",))
def doaj_can_link(el: Element) -> Iterator[str]:
    """An article for DOAJ must have a DOI or an address of its full text.

    Why: DOAJ lists only what it can link to, and refuses the record.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --><!-- no self-uri --></article-meta>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    YAML: doi: 10.9999/tides.8
    Source: DOAJ, article service: no DOI and no full text; doajArticles.xsd 1.3, fullTextUrl
    """
    if el.find(_DOI) is None and not _candidates(el):
        yield "the article has neither a DOI nor an address of its full text: write one of them"


@rule("COM027", on="article-meta", services=("crossref", "doaj"), severity=Severity.WARNING)
def article_has_a_landing_page(el: Element) -> Iterator[Hit]:
    """An article that is registered must have an address at which it can be read.

    Why: the DOI must lead somewhere; without `<self-uri>` the address has to come from a setting of the journal.
    Wrong: <article-meta>… <!-- no self-uri --></article-meta>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    YAML: url: https://tides.example/8
    Source: Crossref deposit schema 5.5.0, resource; doajArticles.xsd 1.3, fullTextUrl
    """
    if not _candidates(el):
        # Without a DOI either, DOAJ001 says it, as an error.
        registered = el.find(_DOI) is not None
        message = "the article has no web address of its page: write it in <self-uri>"
        yield Hit(message, services=None if registered else ("crossref",))


@rule("CRF001", on="article-meta", services=("crossref", "doaj"))
def landing_page_is_on_the_web(el: Element) -> Iterator[Hit]:
    """The address of an article must begin with http, https or ftp and have at most 2,048 characters.

    Why: Crossref and DOAJ refuse a record whose address leads nowhere.
    Wrong: <self-uri xlink:href="articles/15.html" xlink:title="Article page">Online</self-uri>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    YAML: url: https://tides.example/8
    Source: Crossref deposit schema 5.5.0, resource_t; doajArticles.xsd 1.3, fullUrl
    """
    web = landing_addresses(el)
    for each in (web or _candidates(el))[:1]:
        value = each.get(HREF, "").strip()
        if not web:
            message = (
                f"the article's address {quoted(value)} is not a web address: write the whole address with https://"
            )
            yield Hit(message, each, "xlink:href")
        elif len(value) > 2048:
            message = f"the article's address has {len(value):,} characters: write one of at most 2,048"
            yield Hit(message, each, "xlink:href", services=("crossref",))
