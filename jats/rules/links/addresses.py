"""Addresses: links by DOI, e-mail addresses, and elements that carry no link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.identifiers import doi_fault, doi_url
from jats.vocab.namespaces import NAMESPACES

_BY_DOI = re.compile(r"(https?://)?((?:[\w-]+\.)?doi\.org)/+(?=\s*(?:10\b|https?:|doi:))", re.IGNORECASE)
_BARE_ELSEWHERE = ("related-article", "related-object", "pub-id", "article-id", "object-id")
"""Where a DOI stands bare, which COM011 tells."""

_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_XLINK = "{" + NAMESPACES["xlink"] + "}"
_WITH_LINKS = frozenset(
    "abbrev article-version award-desc award-group award-id award-name bio chem-struct citation collab collab-name collab-wrap "
    "conference contract-num contract-sponsor contrib custom-meta element-citation email ext-link extended-by funding-source "
    "funding-statement graphic inline-graphic inline-media inline-supplementary-material institution issue-id license long-desc "
    "media mixed-citation named-content nlm-citation product pub-id related-article related-object resource-name restricted-by "
    "self-uri supplementary-material support-source uri volume-id".split()
)
"""Elements that have attributes of XLink in some version of JATS (archiving and publishing tag sets, up to 1.4)."""


@rule("COM906", on="@xlink:href", services=("crossref",), severity=Severity.WARNING)
def doi_link_is_the_usual_one(el: Element) -> Iterator[Hit]:
    """A link by DOI is https://doi.org/ and the DOI.

    Why: older forms still lead on but are not recognised as DOIs; a malformed one leads nowhere.
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
        yield Hit(f"the DOI in {quoted(address)} {fault}", attribute="xlink:href")
    elif found[1] != "https://" or found[2] != "doi.org":
        wanted = doi_url(doi)
        # An address may go on behind the DOI, or be escaped already.
        fix = Fix(address, wanted) if not re.search(r"[%?#\s]", doi) else None
        yield Hit(f"{quoted(address)} should be {wanted}", attribute="xlink:href", fix=fix)


@rule("COM907", on="email", services=("pmc", "scielo", "crossref"), severity=Severity.WARNING)
def email_is_one_address(el: Element) -> Iterator[str]:
    """`<email>` holds one address and nothing else.

    Why: a reader's mail program gets what is no address.
    Wrong: <corresp id="c1"><label>*</label> <email>daria.kovalenko at imr-bergen.no</email></corresp>
    Wrong: <corresp id="c1"><label>*</label> <email>daria@imr-bergen.no; marcus@uni-valencia.es</email></corresp>
    Right: <corresp id="c1"><label>*</label> <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Source: RFC 5322, addr-spec
    """
    text = text_of(el)
    if not _EMAIL.fullmatch(text):
        if not text:
            yield "<email> is empty"
        elif len(_EMAIL.findall(text)) > 1:
            yield f"<email> holds several addresses, {quoted(text)}: one <email> each"
        else:
            yield f"{quoted(text)} is not an e-mail address"


@rule("PMC902", on="/", services=("pmc",))
def only_links_have_link_attributes(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """Attributes of XLink stand only on elements that can be links.

    Why: PMC's tag set has none there and refuses the file.
    Wrong: <p xlink:href="https://www.tidal-studies.org/tables">Harbours fill with sediments
        <xref ref-type="bibr" rid="B1">1</xref>, as older work shows <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Right: <p>The tide tables are <ext-link ext-link-type="uri"
        xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>, as older work shows
        <xref ref-type="bibr" rid="B1">1</xref> <xref ref-type="bibr" rid="B2">2</xref>.</p>
    Source: PMC Style Checker 5.31, xlink-attribute-check
    """
    for name, elements in context.attributes.items():
        if name.startswith(_XLINK):
            attribute = f"xlink:{name.removeprefix(_XLINK)}"
            for each in elements:
                # What stands in a foreign vocabulary, such as TaxPub's, follows that one's rules.
                if each.tag not in _WITH_LINKS and "}" not in f"{parent_name(each)}{each.tag!s}":
                    yield Hit(f"{tagged(each)} can't be a link: take {attribute} away", each, attribute)
