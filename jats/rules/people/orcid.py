"""ORCIDs of contributors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.identifiers import orcid_fault, orcid_url, tidy_orcid

_BARE = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]")
_STARTS = ("orcid.org", "http://orcid.org", "https://orcid.org")
"""What PMC wants an ORCID iD to begin with."""

_ASK = "ask the author for the right one"
_READ_ANY = ("crossref", "doaj", "jats4r")
"""Services whose record gets the usual form, however the file has it."""


def _is_orcid(el: Element) -> bool:
    return el.get("contrib-id-type", "").lower() == "orcid"


@rule(
    "COM104",
    on="contrib-id",
    services=("common", "pmc", "crossref", "doaj", "jats4r", "scielo"),
    severities={"jats4r": Severity.WARNING},
)
def orcid_is_written_in_full(el: Element) -> Iterator[Hit]:
    """An ORCID iD must be 16 characters in four groups after https://orcid.org/; only SciELO wants it bare.

    Why: a link to the person is made from it; what cannot be read as an ORCID iD is refused or lost.
    Wrong (pmc, crossref, doaj, jats4r): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Wrong (crossref, doaj, jats4r): <contrib-id contrib-id-type="orcid">http://orcid.org/0000-0002-1825-0097</contrib-id>
    Wrong (common, crossref, doaj): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825</contrib-id>
    Wrong (scielo): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (common, pmc, crossref, doaj, jats4r): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (pmc): <contrib-id contrib-id-type="orcid">http://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Source: PMC Style Checker 5.31, contrib-id-check; Crossref deposit schema 5.5.0, orcid_t; doajArticles.xsd 1.3, orcid_id;
        SciELO Publishing Schema 1.10, contrib-id
    """
    if not _is_orcid(el):
        return
    given = "".join(el.itertext())
    text, bare = text_of(el), tidy_orcid(text_of(el))
    if not text:
        # PMC637 reports empty elements to PMC.
        message = "the ORCID iD is empty: remove <contrib-id>"
        yield Hit(message, services=("crossref", "doaj", "jats4r", "scielo"))
    elif not _BARE.fullmatch(bare):
        services = ("common", "crossref", "doaj", "jats4r", "scielo") if given.startswith(_STARTS) else None
        yield Hit(f"{quoted(text)} is not an ORCID iD: {orcid_fault(text)}; {_ASK}", services=services)
    elif text == bare:
        yield _not_the_usual(text, bare, ("pmc", *_READ_ANY))
    else:
        yield Hit(
            f"SciELO takes the ORCID iD without an address: write {bare}", services=("scielo",), fix=Fix(text, bare)
        )
        refused = () if given.startswith(_STARTS) else ("pmc",)
        if text != orcid_url(bare) or refused:
            yield _not_the_usual(text, bare, (*refused, *_READ_ANY))


def _not_the_usual(text: str, bare: str, services: tuple[str, ...]) -> Hit:
    """PMC refuses what does not begin with the address; the others can read it."""
    wanted = orcid_url(bare)
    message = f"the ORCID iD is {quoted(text)}: write {wanted}"
    return Hit(message, services=services, severities=dict.fromkeys(_READ_ANY, Severity.WARNING), fix=Fix(text, wanted))


@rule(
    "COM105",
    on="contrib-id",
    services=("common", "pmc", "crossref", "doaj", "scielo"),
    severities=dict.fromkeys(("pmc", "doaj", "scielo"), Severity.WARNING),
)
def orcid_check_digit(el: Element) -> Iterator[str]:
    """An ORCID iD must have a correct check digit.

    Why: a digit was lost or swapped, so the work is credited to another person or to nobody; Crossref refuses the deposit.
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>
    Wrong (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0098</contrib-id>
    Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    YAML:
        authors:
          - name: Roe, Jane
            orcid: 0000-0002-1825-0097
    Source: ISO/IEC 7064 MOD 11-2; ORCID, "Structure of the ORCID Identifier"
    """
    if _is_orcid(el) and "check digit" in (fault := orcid_fault(text_of(el)) or ""):
        yield f"ORCID iD {quoted(tidy_orcid(text_of(el)))}: {fault}; {_ASK}"


@rule(
    "COM106",
    on="contrib/contrib-id",
    services=("common", "scielo", "crossref"),
    severities=dict.fromkeys(("common", "crossref"), Severity.WARNING),
)
def orcid_belongs_to_one_person(el: Element, context: RuleContext) -> Iterator[str]:
    """Two contributors with different names must not have the same ORCID iD.

    Why: one of them gets the other's work on their record, and the other one nothing.
    Wrong (crossref): <contrib-group>… <contrib contrib-type="author">
        <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0001-5109-3700</contrib-id>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref></contrib></contrib-group>
    Wrong (scielo): <contrib-group>… <contrib contrib-type="author" corresp="yes">…
        <contrib-id contrib-id-type="orcid">0000-0001-5109-3700</contrib-id></contrib></contrib-group>
    Right (crossref): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    YAML:
        authors:
          - name: Roe, Jane
            orcid: 0000-0002-1825-0097
          - name: Doe, John
            orcid: 0000-0001-5109-3700
    Source: SciELO Publishing Schema 1.10, orcid_is_unique; ORCID, one identifier for one person
    """
    if not _is_orcid(el) or not _BARE.fullmatch(bare := tidy_orcid(text_of(el))):
        return
    contrib = el.getparent()
    if contrib is None:
        return
    # The same person may be named again in a translation, among the members of a group, or as an editor.
    first, own = context.once(("name of an ORCID", bare), lambda: _name(contrib)), _name_once(contrib, context)
    if first and own and first.casefold() != own.casefold():
        yield f"the ORCID iD {quoted(bare)} is given for {quoted(first)} and {quoted(own)}: give each person their own, or none"


def _name_once(contrib: Element, context: RuleContext) -> str:
    return context.once(("name for an ORCID", contrib), lambda: _name(contrib))


def _name(contrib: Element) -> str:
    """A person's name as its parts give it, empty for groups."""
    name = next(contrib.iter("name", "string-name"), None)
    if name is None:
        return ""
    parts = [child_text(name, part) for part in ("given-names", "surname")]
    return " ".join(filter(None, parts)) or text_of(name)


@rule("PMC106", on="uri", services=("pmc",))
def orcid_in_uri_is_an_address(el: Element) -> Iterator[str]:
    """An ORCID iD in `<uri>` must begin with https://orcid.org/.

    Why: PMC shows it as a link, and takes ORCID iDs from `<contrib-id>` only.
    Wrong: <contrib>… <uri content-type="orcid">0000-0002-1825-0097</uri></contrib>
    Right: <contrib>… <uri content-type="orcid">https://orcid.org/0000-0002-1825-0097</uri></contrib>
    Source: PMC Style Checker 5.31, orcid-in-uri-check
    """
    if el.get("content-type") == "orcid" and text_of(el) and not text_of(el).startswith(_STARTS):
        yield f"{quoted(text_of(el))} does not begin with https://orcid.org/; better, write it in <contrib-id>"


@rule("PUB102", on="contrib-id", services=("pubmed",), severity=Severity.WARNING)
def orcid_for_pubmed_is_one(el: Element) -> Iterator[str]:
    """An ORCID iD for PubMed must have 16 characters and a correct check digit.

    Why: PubMed drops an identifier that cannot be one, and the author is not found by it.
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id>
    Wrong: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825</contrib-id>
    Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    YAML:
        authors:
          - name: Roe, Jane
            orcid: 0000-0002-1825-0097
    Source: NLM's help for data providers, Identifier
    """
    if _is_orcid(el) and text_of(el) and (fault := orcid_fault(text_of(el))):
        yield f"{quoted(text_of(el))} is not an ORCID iD: {fault}; {_ASK}"
