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
_DOI = "article-id[@pub-id-type='doi']"


def landing_addresses(meta: Element) -> list[Element]:
    """The self-uris that are addresses; a bare file name is that of the PDF or XML in the package."""
    return [each for each in meta.iterchildren("self-uri") if _is_address(each.get(HREF, ""))]


def _is_address(value: str) -> bool:
    return "/" in value or value.startswith("www.")


@rule("DOAJ002", on="article-meta/self-uri", services=("doaj",))
def full_text_address_is_public(el: Element) -> Iterator[Hit]:
    """The address of the full text is a public one: http or https, and a host with a top-level name.

    Why: DOAJ refuses the record; readers can't reach a file or a host inside the house.
    Wrong: <self-uri xlink:href="http://localhost:8080/articles/15" xlink:title="Article page">Online</self-uri>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    Source: doajArticles.xsd 1.3, fullUrl
    """
    value = el.get(HREF, "").strip()
    if _is_address(value) and not _ADDRESS.fullmatch(value):
        yield Hit(f"the address {quoted(value)} is not one that the public can open", attribute="xlink:href")


@rule("DOAJ001", on="article-meta", services=("doaj",))
def doaj_can_link(el: Element) -> Iterator[str]:
    """An article for DOAJ has a DOI or an address of its full text.

    Why: DOAJ lists only what it can link to, and refuses the record.
    Wrong: <article-meta>… <!-- no article-id[@pub-id-type='doi'] --><!-- no self-uri --></article-meta>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    Source: DOAJ, article service: no DOI and no full text; doajArticles.xsd 1.3, fullTextUrl
    """
    if el.find(_DOI) is None and not landing_addresses(el):
        yield "the article has neither a DOI nor an address of its full text (<self-uri>)"


@rule("COM027", on="article-meta", services=("crossref", "doaj"), severity=Severity.WARNING)
def article_has_a_landing_page(el: Element) -> Iterator[Hit]:
    """An article that is registered has an address where it can be read.

    Why: the DOI must lead somewhere; without `<self-uri>` the address has to come from a setting of the journal.
    Wrong: <article-meta>… <!-- no self-uri --></article-meta>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    Source: Crossref deposit schema 5.5.0, resource; doajArticles.xsd 1.3, fullTextUrl
    """
    if not landing_addresses(el):
        # Without a DOI either, DOAJ001 has the graver word.
        registered = el.find(_DOI) is not None
        yield Hit("no address of the article (<self-uri>)", services=None if registered else ("crossref",))


@rule("CRF001", on="article-meta/self-uri", services=("crossref", "doaj"))
def landing_page_is_on_the_web(el: Element) -> Iterator[Hit]:
    """The address of an article begins with http, https or ftp and has at most 2,048 characters.

    Why: Crossref refuses the deposit of a DOI that leads nowhere.
    Wrong (crossref): <self-uri xlink:href="articles/15.html" xlink:title="Article page">Online</self-uri>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online</self-uri>
    Source: Crossref deposit schema 5.5.0, resource_t
    """
    value = el.get(HREF, "").strip()
    if len(value) > 2048:
        yield Hit(
            f"the article's address has {len(value):,} characters, at most 2,048 are taken", attribute="xlink:href"
        )
    elif _is_address(value) and not value.startswith(("http://", "https://", "ftp://")):
        hint = "the article's address {} must begin with https://"
        yield Hit(hint.format(quoted(value)), attribute="xlink:href", services=("crossref",))
