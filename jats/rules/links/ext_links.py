"""Links to the web, `<ext-link>`: where they lead and of which kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import HREF, Element
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, required_attribute

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_TWO = re.compile(r"https?:[^\s;,]*[\s;,]+https?:|https?://https?:|doi\.org/https?:", re.IGNORECASE)
_EMAIL_TYPES = ("email", "e-mail")
_REGISTRIES = (
    "ANZCTR ChiCTR ClinicalTrials.gov CRiS CTRI DRKS EU-CTR EudraCT IRCT ISRCTN JapicCTI JMACCT JPRN NTR PACTR ReBec SLCTR TCTR "
    "UMINCTR"
).split()
_DATABASES = "bmrb DDBJ/EMBL/GenBank Omim PDB sasbdb SwissProt UniProt".split()
_PMC_TYPES = frozenset(("uri", "doi", "ftp", *_REGISTRIES, *_DATABASES))
_FAMILIES = ("EBI:", "NCBI:", "geneweaver:")

required_attribute(
    Row(
        "COM902",
        on="ext-link",
        services=("pmc", "scielo"),
        page="""A link says of which kind it is.

        Why: receivers make an address from a database's name and number, which they can't tell from a web address without.
        Wrong: <ext-link xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
        Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
        Source: PMC Style Checker 5.31, ext-link-attribute-check; SciELO Publishing Schema 1.10, ext-link
        """,
    ),
    "ext-link-type",
)
closed_list(
    Row(
        "SPS901",
        on="ext-link/@ext-link-type",
        services=("scielo",),
        # An empty one is COM902's.
        when=lambda el: bool(el.get("ext-link-type", "").strip()),
        page="""A link is one to the web or to a clinical trial.

        Why: SciELO makes a link of these two kinds and shows others as plain text.
        Wrong: <ext-link ext-link-type="url" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
        Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
        Source: SciELO Publishing Schema 1.10, ext-link
        """,
    ),
    ("uri", "clinical-trial"),
)


@rule("COM901", on="ext-link", services=("pmc", "scielo"))
def link_leads_somewhere(el: Element) -> Iterator[Hit]:
    """A link has an address, without blanks around it.

    Why: the link can't be followed.
    Wrong: <ext-link ext-link-type="uri">open to all</ext-link>
    Wrong: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables ">open to all</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Source: PMC Style Checker 5.31, ext-link-attribute-check and href-content-check
    """
    address = el.get(HREF)
    if address is None:
        yield Hit("<ext-link> has no xlink:href")
    elif not address.strip():
        yield Hit("xlink:href of <ext-link> is empty", attribute="xlink:href")
    elif address != address.strip():
        fix = Fix(address, address.strip())
        yield Hit(f"the address {quoted(address.strip())} has blanks around it", attribute="xlink:href", fix=fix)


@rule("COM903", on="ext-link", services=("pmc",))
def mail_address_is_no_web_link(el: Element) -> Iterator[str]:
    """An e-mail address stands in `<email>`, not in a link to the web.

    Why: PMC protects addresses in `<email>` from collectors, and no others.
    Wrong: <ext-link ext-link-type="uri" xlink:href="mailto:office@tidal-studies.org">the office</ext-link>
    Right: <email>office@tidal-studies.org</email>
    Source: PMC Style Checker 5.31, ext-link-attribute-check
    """
    if _is_mail(el):
        yield "the link is an e-mail address: use <email>"


def _is_mail(link: Element) -> bool:
    return link.get("ext-link-type") in _EMAIL_TYPES or link.get(HREF, "").lower().startswith("mailto:")


@rule("COM904", on="ext-link", services=("pmc", "scielo"))
def web_address_is_whole(el: Element) -> Iterator[Hit]:
    """A web address begins with its scheme, leads to no file of one's own, and is one address.

    Why: readers are sent to a page that doesn't exist.
    Wrong: <ext-link ext-link-type="uri" xlink:href="www.tidal-studies.org/tables">open to all</ext-link>
    Wrong: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tide tables">open to all</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Source: PMC Style Checker 5.31, web-ext-link-check; SciELO Publishing Schema 1.10, ext-link
    """
    address = el.get(HREF, "").strip()
    if not address or el.get("ext-link-type") != "uri":
        return
    fault = None
    if not _SCHEME.match(address):
        fault = "has no scheme such as https://"
    elif address.lower().startswith("file:"):
        fault = "is a file on somebody's computer"
    elif _TWO.search(address):
        fault = "is two addresses in one"
    elif any(map(str.isspace, address)) and not _is_mail(el):
        fault = "holds a blank"
    if fault:
        yield Hit(f"the address {quoted(address)} {fault}", attribute="xlink:href")


@rule("COM905", on="ext-link", services=("pmc",), severity=Severity.WARNING)
def web_address_has_type_uri(el: Element) -> Iterator[Hit]:
    """A link with a web address is of the type `uri`.

    Why: PMC takes what belongs to the other types for a number in a database.
    Wrong: <ext-link ext-link-type="doi" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Source: PMC Style Checker 5.31, web-ext-link-check
    """
    kind = el.get("ext-link-type", "")
    if kind != "uri" and _is_pmc_type(kind) and _WEB.match(el.get(HREF, "")):
        message = f"the link has a web address, but its type is {kind}; write uri"
        yield Hit(message, attribute="ext-link-type", fix=Fix(kind, "uri"))


@rule("PMC901", on="ext-link/@ext-link-type", services=("pmc",))
def link_is_of_a_known_type(el: Element) -> Iterator[Hit]:
    """The type of a link is one that PMC knows: `uri`, `doi`, `ftp`, a trial registry or a database.

    Why: PMC refuses others.
    Wrong: <ext-link ext-link-type="url" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Right: <ext-link ext-link-type="ClinicalTrials.gov" xlink:href="NCT00001372">NCT00001372</ext-link>
    Source: PMC Style Checker 5.31, ext-link-attribute-check
    """
    kind = el.get("ext-link-type", "")
    # COM902 speaks of an empty type, COM903 of mail, PMC014 of a type of one's own.
    if kind.strip() and not _is_pmc_type(kind) and kind != "custom" and not _is_mail(el):
        fix = Fix(kind, "uri") if _WEB.match(el.get(HREF, "")) else None
        yield Hit(f"ext-link-type {quoted(kind)} is not in PMC's list; write uri", attribute="ext-link-type", fix=fix)


def _is_pmc_type(kind: str) -> bool:
    return kind in _PMC_TYPES or kind.startswith(_FAMILIES)
