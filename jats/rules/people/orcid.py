"""ORCIDs of contributors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, ancestor, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.people.contributors import in_collab
from jats.vocab.identifiers import orcid_fault, orcid_url, tidy_orcid

_BARE = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]")
_ADDRESS = "https://orcid.org/"
_WANT_ADDRESS = ("pmc", "crossref", "doaj", "jats4r")


def _is_orcid(el: Element) -> bool:
    return el.get("contrib-id-type", "").lower() == "orcid"


@rule("COM104", on="contrib-id", services=("common", *_WANT_ADDRESS, "scielo"))
def orcid_is_written_in_full(el: Element) -> Iterator[Hit]:
    """An ORCID is 16 characters in four groups, after https://orcid.org/; SciELO alone takes it bare.

    Why: Crossref refuses the whole deposit, and other receivers lose the link to the person.
    Wrong (pmc, crossref, doaj, jats4r): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Wrong (pmc, doaj, jats4r): <contrib-id contrib-id-type="orcid">http://orcid.org/0000-0002-1825-0097</contrib-id>
    Wrong (common): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825</contrib-id>
    Wrong (scielo): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (common, pmc, crossref, doaj, jats4r): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Source: PMC Style Checker 5.31, contrib-id-check; Crossref deposit schema 5.5.0, orcid_t; doajArticles.xsd 1.3, orcid_id;
        SciELO Publishing Schema 1.10, contrib-id
    """
    if not _is_orcid(el):
        return
    text, bare = text_of(el), tidy_orcid(text_of(el))
    if not text:
        # PMC637 tells PMC of empty elements.
        yield Hit("the ORCID is empty: leave <contrib-id> out", services=("crossref", "doaj", "jats4r", "scielo"))
    elif not _BARE.fullmatch(bare):
        yield Hit(f"{quoted(text)} is not an ORCID: {orcid_fault(text)}")
    elif text != bare:
        yield from _not_bare(text, bare)
    else:
        yield Hit(
            f"the ORCID {bare} is written without {_ADDRESS}", services=_WANT_ADDRESS, fix=Fix(text, orcid_url(bare))
        )


def _not_bare(text: str, bare: str) -> Iterator[Hit]:
    """SciELO minds any address; the others one that is not the usual. Crossref takes http too."""
    yield Hit(f"SciELO takes the ORCID bare: {bare}", services=("scielo",), fix=Fix(text, bare))
    wanted = orcid_url(bare)
    if text != wanted:
        minding = tuple(name for name in _WANT_ADDRESS if name != "crossref" or text != f"http://orcid.org/{bare}")
        yield Hit(f"the ORCID is written {quoted(text)}, not {wanted}", services=minding, fix=Fix(text, wanted))


@rule("COM105", on="contrib-id", services=("common", "pmc", "crossref", "doaj", "scielo"))
def orcid_check_digit(el: Element) -> Iterator[str]:
    """An ORCID has the right check digit.

    Why: a digit was lost or swapped, so the work is credited to another person or to nobody.
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>
    Wrong (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0098</contrib-id>
    Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Source: ISO/IEC 7064 MOD 11-2; ORCID, "Structure of the ORCID Identifier"
    """
    if _is_orcid(el) and "check digit" in (fault := orcid_fault(text_of(el)) or ""):
        yield f"ORCID {tidy_orcid(text_of(el))}: {fault}"


@rule("COM106", on="contrib/contrib-id", services=("scielo", "crossref"))
def orcid_belongs_to_one_person(el: Element, context: RuleContext) -> Iterator[str]:
    """No two contributors of an article have the same ORCID.

    Why: one of them gets the other's work on their record, and the other one nothing.
    Wrong (crossref): <contrib-group>… <contrib contrib-type="author">
        <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0001-5109-3700</contrib-id>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref></contrib></contrib-group>
    Wrong (scielo): <contrib-group>… <contrib contrib-type="author" corresp="yes">…
        <contrib-id contrib-id-type="orcid">0000-0001-5109-3700</contrib-id></contrib></contrib-group>
    Right (crossref): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Source: SciELO Publishing Schema 1.10, orcid_is_unique; ORCID, one identifier for one person
    """
    if not _is_orcid(el) or not _BARE.fullmatch(bare := tidy_orcid(text_of(el))):
        return
    contrib = el.getparent()
    if contrib is None:
        return
    # Members of a group may be listed among the authors too, and an editor may be an author.
    among = ancestor(el, "collab") if in_collab(contrib) else context.part_of(el)
    first = context.once(("ORCID", among, contrib.get("contrib-type"), bare), lambda: contrib)
    if first is not contrib:
        yield f"the ORCID {bare} stands at two contributors; one of them is wrong"


@rule("PMC106", on="uri", services=("pmc",))
def orcid_in_uri_is_an_address(el: Element) -> Iterator[str]:
    """An ORCID in `<uri>` begins with https://orcid.org/.

    Why: PMC shows it as a link, and takes ORCIDs from `<contrib-id>` only.
    Wrong: <contrib>… <uri content-type="orcid">0000-0002-1825-0097</uri></contrib>
    Right: <contrib>… <uri content-type="orcid">https://orcid.org/0000-0002-1825-0097</uri></contrib>
    Source: PMC Style Checker 5.31, orcid-in-uri-check
    """
    if el.get("content-type") == "orcid" and not text_of(el).startswith(_ADDRESS):
        yield f"{quoted(text_of(el))} doesn't begin with {_ADDRESS}; better, use <contrib-id>"


@rule("PUB102", on="contrib-id", services=("pubmed",), severity=Severity.WARNING)
def orcid_for_pubmed_is_one(el: Element) -> Iterator[str]:
    """An ORCID for PubMed has 16 characters and the right check digit.

    Why: PubMed drops an identifier that can't be one, and the author is not found by it.
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825</contrib-id>
    Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Source: NLM's help for data providers, Identifier
    """
    if _is_orcid(el) and text_of(el) and (fault := orcid_fault(text_of(el))):
        yield f"{quoted(text_of(el))} is not an ORCID: {fault}"
