"""Links to the web, `<ext-link>`: their addresses and their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import HREF, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, required_attribute

_FILE = Path(__file__).parents[2] / "data" / "rules" / "pmc_link_types.txt"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_TWO = re.compile(r"https?:[^\s;,]*[\s;,]+https?:|https?://https?:|doi\.org/https?:", re.IGNORECASE)
_EMAIL_TYPES = ("email", "e-mail")
_OF_ANY_ADDRESS = ("uri", "url", "doi")

required_attribute(
    Row(
        "COM902",
        on="ext-link",
        services=("pmc", "scielo"),
        page="""A link must state its kind.

        Why: Receivers make an address from the name of a database and a number, which they can't tell from a web address.
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
        page="""A link must be one to the web (`uri`) or to a clinical trial (`clinical-trial`).

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
    """A link must have an address.

    Why: Nobody can follow a link without one.
    Wrong: <ext-link ext-link-type="uri">open to all</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Source: PMC Style Checker 5.31, ext-link-attribute-check and href-content-check; SciELO Publishing Schema 1.10, ext-link
    """
    address = el.get(HREF)
    if address is None:
        yield Hit("<ext-link> has no xlink:href: write the address")
    elif not address.strip():
        yield Hit("xlink:href of <ext-link> is empty: write the address", attribute="xlink:href")


@rule("COM903", on="ext-link", services=("common", "pmc", "scielo"), severities={"common": Severity.WARNING})
def mail_address_is_no_web_link(el: Element) -> Iterator[Hit]:
    """An e-mail address must be in `<email>`, not in a link to the web.

    Why: PMC refuses links of the type email, and SciELO addresses that are not on the web.
    Wrong (pmc): <ext-link ext-link-type="email" xlink:href="office@tidal-studies.org">the office</ext-link>
    Wrong (common, scielo): <ext-link ext-link-type="uri" xlink:href="mailto:office@tidal-studies.org">the office</ext-link>
    Right: <email>office@tidal-studies.org</email>
    Source: PMC Style Checker 5.31, ext-link-attribute-check; SciELO Publishing Schema 1.10, xlink_href_format
    """
    if el.get("ext-link-type", "").lower() in _EMAIL_TYPES:
        yield Hit("the link is an e-mail address: write it in <email>", attribute="ext-link-type", services=("pmc",))
    if el.get(HREF, "").strip().lower().startswith("mailto:"):
        message = "the link leads to an e-mail address: write it in <email>, without mailto:"
        yield Hit(message, attribute="xlink:href", services=("common", "scielo"))


@rule("COM904", on="ext-link", services=("pmc", "scielo"), severities={"pmc": Severity.WARNING})
def web_address_is_whole(el: Element) -> Iterator[Hit]:
    """A web address must begin with http:// or https://, and must be one address without blanks.

    Why: Readers are sent to a page that does not exist.
    Wrong: <ext-link ext-link-type="uri" xlink:href="www.tidal-studies.org/tables">open to all</ext-link>
    Wrong: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tide tables">open to all</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Source: PMC Style Checker 5.31, web-ext-link-check; SciELO Publishing Schema 1.10, ext-link
    """
    address = el.get(HREF, "").strip()
    if not address or el.get("ext-link-type") != "uri" or address.lower().startswith("mailto:"):
        return
    if not _SCHEME.match(address):
        yield _about(address, "does not say how to reach it: begin it with https://")
    elif address.lower().startswith("file:"):
        yield _about(address, "is a file on somebody's computer: write its address on the web")
    elif not _WEB.match(address):
        yield replace(_about(address, "is not on the web: begin it with https://"), services=("scielo",))
    elif _TWO.search(address):
        yield replace(_about(address, "is two addresses: write a link for each"), severity=Severity.WARNING)
    elif any(map(str.isspace, address)):
        yield replace(_about(address, "has a blank in it: remove it, or write %20"), severity=Severity.WARNING)


def _about(address: str, fault: str) -> Hit:
    return Hit(f"the address {quoted(address)} {fault}", attribute="xlink:href")


@rule("COM905", on="ext-link", services=("common", "pmc"), severities={"common": Severity.WARNING})
def web_address_has_type_uri(el: Element) -> Iterator[Hit]:
    """A link with a web address must have the type `uri`.

    Why: PMC refuses the type url with an http address; with other types, programs take the address for a number in a database.
    Wrong (common): <ext-link ext-link-type="pmc" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Wrong (pmc): <ext-link ext-link-type="url" xlink:href="http://www.tidal-studies.org/tables">open to all</ext-link>
    Right: <ext-link ext-link-type="uri" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    YAML: related_articles: {type: companion, url: "https://tides.example/7"}
    Source: PMC Style Checker 5.31, web-ext-link-check; JATS Tag Library, attribute ext-link-type
    """
    kind, address = el.get("ext-link-type", ""), el.get(HREF, "").strip()
    fix = Fix(kind, "uri")
    if kind == "url" and "http://" in f"{address} {text_of(el)}":
        message = "the link has an http address and the type 'url': write 'uri'"
        yield Hit(message, attribute="ext-link-type", fix=fix, services=("pmc",))
    elif kind and kind not in _OF_ANY_ADDRESS and kind.lower() not in _EMAIL_TYPES and _WEB.match(address):
        message = f"the link has a web address, but its type is {quoted(kind)}: write 'uri'"
        yield Hit(message, attribute="ext-link-type", fix=fix, services=("common",))


@rule("PMC901", on="ext-link/@ext-link-type", services=("pmc",))
def link_is_of_a_known_type(el: Element) -> Iterator[Hit]:
    """The type of a link must be one that PMC knows: `uri`, `doi`, `ftp`, a trial registry or a database.

    Why: PMC refuses others.
    Wrong: <ext-link ext-link-type="web" xlink:href="https://www.tidal-studies.org/tables">open to all</ext-link>
    Right: <ext-link ext-link-type="ClinicalTrials.gov" xlink:href="NCT00001372">NCT00001372</ext-link>
    Source: PMC Style Checker 5.31, ext-link-attribute-check
    """
    kind = el.get("ext-link-type", "")
    # COM902 judges an empty type, COM903 mail.
    if kind.strip() and kind.lower() not in pmc_link_types() and kind.lower() not in _EMAIL_TYPES:
        web = _WEB.match(el.get(HREF, "").strip())
        fix = Fix(kind, "uri") if web else None
        wanted = "write 'uri'" if web else "write the name of a database that PMC knows, or 'uri' with a web address"
        yield Hit(f"ext-link-type {quoted(kind)} is not on PMC's list: {wanted}", attribute="ext-link-type", fix=fix)


@cache
def pmc_link_types() -> frozenset[str]:
    """The types of links that PMC knows, in lower case (PMC Style Checker 5.31, ext-link-attribute-check)."""
    lines = _FILE.read_text("utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())
