"""Awards: who paid, under which numbers, to whom."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element, set_attributes
from jats.elements.ids import authority, id_attribute, orcid_text
from jats.elements.institutions import Known, institution_ids, institution_wrap
from jats.elements.languages import foreign
from jats.elements.names import write_name
from jats.elements.pointers import point
from jats.elements.vocabulary import allowed
from jats.model.funding import Award, AwardNumber, AwardWords, Funder, Investigator, Organization, Recipient
from jats.model.identifiers import Doi

_REGISTRY: Attributes = {"vocab": "open-funder-registry", "vocab-identifier": "10.13039/open_funder_registry"}
"""What JATS4R's recommendation on funding (2020) says of a funder's DOI; the attributes came with JATS 1.2."""

_NUMBER_ATTRIBUTES = {
    "type": "award-id-type",
    "authority": "assigning-authority",
    "award_type": "award-type",
    "url": "xlink:href",
}


def write_award(award: Award, at: Cursor) -> Element | None:
    """`<award-group>`: the funders, the numbers, the names of the award, then persons."""
    tag = _source_tag(award, at)
    made = element(
        "award-group",
        at,
        {
            "award-type": (award.type, at / "type"),
            "xlink:href": (award.url, at / "url"),
            **id_attribute(award.id, "award-group", at / "id"),
        },
        [_write_funder(funder, tag, at / "funder" / index) for index, funder in enumerate(award.funder)],
        [_write_number(number, at / "numbers" / index) for index, number in enumerate(award.numbers)],
        _write_words("award-name", award.name, at / "name"),
        _write_words("award-desc", award.description, at / "description"),
        [_write_recipient(one, at / "recipients" / index) for index, one in enumerate(award.recipients)],
        [
            _write_person("principal-investigator", one, at / "investigators" / index)
            for index, one in enumerate(award.investigators)
        ],
    )
    return point(made, award.refers_to, at / "refers_to")


def _source_tag(award: Award, at: Cursor) -> str:
    """The element of the award's funders: all of an award are of one kind."""
    if not award.in_kind or at.can("award-group", "support-source"):
        return "support-source" if award.in_kind else "funding-source"
    (at / "in_kind").lose("support-source", "award-group", "as funding-source")
    return "funding-source"


def _write_words(tag: str, words: Sequence[AwardWords], at: Cursor) -> list[Element | None]:
    """One element each, as many as the variant takes."""
    made: list[Element | None] = []
    for index, one in enumerate(words):
        here = at / index
        if not at.can("award-group", tag):
            _to_custom_meta(one, tag, here)
        elif made and not at.repeats("award-group", tag):
            _to_custom_meta(one, f"{tag} beside another", here)
        else:
            kind = allowed(tag, "award-type", one.type, here / "type")
            attributes = {**_language(one, here), "award-type": kind, "xlink:href": (one.url, here / "url")}
            made.append(element(tag, here, attributes, one.text))
    return made


def _language(given: Funder | AwardWords, at: Cursor) -> Attributes:
    return {"xml:lang": (foreign(given.language, at.context.language), at / "language")} if given.language else {}


def _to_custom_meta(words: AwardWords, tag: str, at: Cursor) -> None:
    for step in ("text", "language", "type", "url"):
        (at / step).to_custom_meta(getattr(words, step) or "", tag, "award-group")


def _write_number(number: AwardNumber, at: Cursor) -> Element | None:
    attributes: Attributes = {
        attribute: allowed("award-id", attribute, getattr(number, step), at / step)
        for step, attribute in _NUMBER_ATTRIBUTES.items()
    }
    return point(element("award-id", at, attributes, number.number), number.refers_to, at / "refers_to")


def _write_recipient(recipient: Recipient, at: Cursor) -> Element | None:
    tag = "principal-award-recipient"
    if recipient.institution is None:
        return _write_person(tag, recipient, at)
    here = at / "institution"
    known = institution_ids(recipient.institution.ror, recipient.institution.ids, here)
    organization = _write_organization(recipient.institution, known, tag, here)
    return element(tag, at, None, _write_ids(recipient, at), organization)


def _write_person(tag: str, person: Investigator, at: Cursor) -> Element | None:
    if person.name is None:
        return None
    return element(tag, at, None, _write_ids(person, at), write_name(person.name, at / "name"))


def _write_ids(person: Investigator, at: Cursor) -> list[Element | None]:
    tag = "contrib-id"
    made = [
        element(tag, here, {"contrib-id-type": kind, **authority(tag, value, here)}, value)
        for kind, value in person.ids.items()
        for here in [at / "ids" / kind]
    ]
    if person.orcid is None:
        return made
    return [element(tag, at / "orcid", {"contrib-id-type": "orcid"}, orcid_text(person.orcid, at)), *made]


def _write_organization(one: Organization, known: Known, parent: str, at: Cursor) -> Element | None:
    """The name with its identifiers; alone if the variant's `parent` has no `<institution-wrap>`, as in JATS 1.0."""
    if not known:
        return element("institution", at / "name", None, one.name)
    if not at.can(parent, "institution-wrap"):
        for _, value, here in known:
            here.to_custom_meta(value, "institution-wrap", parent)
        return element("institution", at / "name", None, one.name)
    return institution_wrap(one.name, at, known)


def _write_funder(funder: Funder, tag: str, at: Cursor) -> Element | None:
    kind = "source-type" if tag == "funding-source" else "support-type"
    attributes: Attributes = {
        **_language(funder, at),
        "country": (funder.country_code, at / "country_code"),
        kind: (funder.type, at / "type"),
        "xlink:href": (funder.url, at / "url"),
    }
    known = institution_ids(funder.ror, funder.ids, at)
    if funder.doi:
        known.insert(0, ("doi", funder.doi, at / "doi"))
    if not known:
        made = element(tag, at, attributes, funder.name)
    elif at.can(tag, "institution-wrap"):
        wrap = institution_wrap(funder.name, at, known)
        made = element(tag, at, attributes, _in_registry(wrap, at / "doi") if funder.doi else wrap)
    else:
        made = element(tag, at, attributes | _link(known, funder.url, at / "url"), funder.name)
    return point(made, funder.refers_to, at / "refers_to")


def _in_registry(made: Element | None, at: Cursor) -> Element | None:
    """The same, saying of its first identifier, the funder's DOI, which registry it is from."""
    if made is not None and at.has("institution-id", "vocab"):
        set_attributes(made[1], "institution-id", at, _REGISTRY)
    return made


def _link(known: Known, url: str | None, at: Cursor) -> Attributes:
    """JATS 1.0, which has no `<institution-id>`, can hold one identifier that is an address; the others are `<custom-meta>`."""
    link, origin = url, at
    for _, value, here in known:
        address = value.address if isinstance(value, Doi) else value
        if link is None and address.startswith(("https://", "http://")):
            link, origin = address, here
        else:
            here.to_custom_meta(value, "institution-wrap", "funding-source")
    return {"xlink:href": (link, origin)}
