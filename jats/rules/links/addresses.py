"""Addresses: links by DOI, e-mail and web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.identifiers import doi_fault, doi_url

_BY_DOI = re.compile(r"(https?://)?((?:[\w-]+\.)?doi\.org)/+(?=\s*(?:10\b|https?:|doi:))", re.IGNORECASE)
_BARE_ELSEWHERE = ("related-article", "related-object", "pub-id", "article-id", "object-id")
"""Where a DOI is written bare, which COM011 judges."""

_EMAIL = re.compile(r"(?<![^\s@<>(),;:\"])[^\s@<>(),;:\"]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_WEB = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_BLANK = re.compile(r"\s")


@rule("COM906", on="@xlink:href", services=("crossref",), severity=Severity.WARNING)
def doi_link_is_the_usual_one(el: Element) -> Iterator[Hit]:
    """A link by DOI must be https://doi.org/ and the DOI.

    Why: Older forms still work but are not recognised as DOIs; a malformed one leads nowhere.
    Wrong: <ext-link ext-link-type="uri" xlink:href="http://dx.doi.org/10.70113/er.2019.101">older work</ext-link>
    Wrong: <ext-link ext-link-type="uri" xlink:href="https://doi.org/10.70113">older work</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://doi.org/10.70113/er.2019.101">older work</ext-link>
    Source: Crossref, "DOI display guidelines"
    """
    address = el.attrib[HREF]
    if "doi.org" not in address or el.tag in _BARE_ELSEWHERE or not (found := _BY_DOI.match(address.strip())):
        return
    doi = address.strip()[found.end() :]
    if fault := doi_fault(doi):
        yield Hit(f"the DOI in {quoted(address)} {fault}: write the whole DOI", attribute="xlink:href")
    elif found[1] != "https://" or found[2] != "doi.org":
        wanted = doi_url(doi)
        # An address may go on after the DOI, or be escaped already.
        fix = Fix(address, wanted) if not re.search(r"[%?#\s]", doi) else None
        yield Hit(
            f"the address {quoted(address)} is an old form of a link by DOI: write {wanted}",
            attribute="xlink:href",
            fix=fix,
        )


@rule("COM907", on="/", services=("common", "pmc", "scielo", "crossref"), severity=Severity.WARNING)
def address_is_one(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """An e-mail or web address must be one address and nothing else, without blanks.

    Why: A reader's browser or mail program gets something that is not an address.
    Wrong: <corresp id="c1"><label>*</label> <email>daria.kovalenko at imr-bergen.no</email></corresp>
    Wrong: <corresp id="c1"><label>*</label> <email>daria@imr-bergen.no; marcus@uni-valencia.es</email></corresp>
    Wrong: <self-uri xlink:href="https://www.tidal-studies.org/articles/ 15" xlink:title="Article page">Online version</self-uri>
    Right: <corresp id="c1"><label>*</label> <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Right: <self-uri xlink:href="https://www.tidal-studies.org/articles/15" xlink:title="Article page">Online version</self-uri>
    YAML: authors: [{name: "Kovalenko, Daria", email: daria.kovalenko@imr-bergen.no}]
        url: https://www.tidal-studies.org/articles/15
    Source: RFC 5322, addr-spec; RFC 3986, URI
    """
    for mail in context.all("email"):
        yield from _mail_fault(mail)
    for link in context.group("@xlink:href"):
        yield from _blank_in(link.attrib[HREF].strip(), link, "xlink:href")
    for text in (*context.all("uri"), *context.all("ali:license_ref")):
        if HREF not in text.attrib:
            yield from _blank_in(text_of(text), text)


def _blank_in(address: str, el: Element, attribute: str | None = None) -> Iterator[Hit]:
    if _WEB.match(address) and _BLANK.search(address):
        yield Hit(f"the address {quoted(address)} has a blank in it: remove it, or write %20", el, attribute)


def _mail_fault(el: Element) -> Iterator[Hit]:
    """What is wrong with the text of `<email>`; an empty one is another rule's."""
    text = text_of(el)
    if not text or _EMAIL.fullmatch(text):
        return
    if len(_EMAIL.findall(text)) > 1:
        yield Hit(f"{quoted(text)} is several e-mail addresses: write an <email> for each", el)
    elif found := _EMAIL.search(text):
        yield Hit(f"{quoted(text)} has more in it than the e-mail address: write {found[0]}", el)
    else:
        yield Hit(f"{quoted(text)} is not an e-mail address: write it as name@host.org", el)
