"""Grants: who paid, under which numbers, to whom; and the funding statement as printed."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.ids import authority
from jats.elements.inline import write_text
from jats.elements.names import write_name
from jats.model.article import Article
from jats.model.funding import Award, Funder

_DOI = "https://doi.org/"
_REGISTRY = {"vocab": "open-funder-registry", "vocab-identifier": "10.13039/open_funder_registry"}
"""What JATS4R's recommendation on funding (2020) says of a funder's DOI; the attributes came with JATS 1.2."""


def write_funding(article: Article, at: At) -> Element | None:
    """`<funding-group>`: one `<award-group>` a grant, then the statement."""
    awards = [_write_award(award, at / "funding" / index) for index, award in enumerate(article.funding)]
    statement = write_text("funding-statement", article.funding_statement, at / "funding_statement")
    return element("funding-group", at / "funding", None, awards, statement)


def _write_award(award: Award, at: At) -> Element | None:
    recipients = [
        element("principal-award-recipient", here, None, write_name(recipient, here))
        for index, recipient in enumerate(award.recipients)
        for here in [at / "recipients" / index]
    ]
    return element(
        "award-group",
        at,
        None,
        _write_funder(award.funder, at / "funder") if award.funder else None,
        [element("award-id", at / "numbers" / index, None, number) for index, number in enumerate(award.numbers)],
        recipients,
    )


def _write_funder(funder: Funder, at: At) -> Element | None:
    attributes = {"country": funder.country_code}
    identifiers = _identifiers(funder, at)
    if not identifiers:
        return element("funding-source", at, attributes, funder.name)
    if not at.can("funding-source", "institution-wrap"):
        return element("funding-source", at, attributes | _link(identifiers), funder.name)
    institution = element("institution", at / "name", None, funder.name)
    made = [_write_identifier(kind, value, here) for kind, value, here in identifiers]
    return element("funding-source", at, attributes, element("institution-wrap", at, None, institution, made))


def _identifiers(funder: Funder, at: At) -> list[tuple[str, str, At]]:
    """Type, value and place of each."""
    found: list[tuple[str, str, At]] = [(kind, value, at / "ids" / kind) for kind, value in funder.ids.items()]
    if funder.ror:
        found.insert(0, ("ror", funder.ror, at / "ror"))
    if funder.doi:
        found.insert(0, ("doi", funder.doi, at / "doi"))
    return found


def _write_identifier(kind: str, value: str, at: At) -> Element | None:
    known = _REGISTRY if kind == "doi" and at.has("institution-id", "vocab") else {}
    return element(
        "institution-id", at, {"institution-id-type": kind, **known, **authority("institution-id", value, at)}, value
    )


def _link(identifiers: list[tuple[str, str, At]]) -> dict[str, str | None]:
    """JATS 1.0, which has no `<institution-id>`, can hold one identifier that is an address; the others are reported."""
    link: str | None = None
    for kind, value, here in identifiers:
        address = _DOI + value if kind == "doi" else value
        if link is None and address.startswith(("https://", "http://")):
            link = address
        else:
            here.set_aside(value, "institution-wrap", "funding-source")
    return {"xlink:href": link}
