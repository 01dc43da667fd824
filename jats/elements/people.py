"""Contributors: persons and groups, what they are and did, and where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jats.elements.affiliations import InstitutionTable, write_institution
from jats.elements.back import write_biography
from jats.elements.blocks import write_blocks
from jats.elements.build import Attributes, Cursor, Element, element, empty_element, extend, lose_all
from jats.elements.custom import all_to_custom_meta
from jats.elements.ids import authority, id_attribute, orcid_text
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import foreign, versions
from jats.elements.names import write_forms
from jats.elements.notes import AuthorNotes, write_note_links
from jats.elements.places import write_address
from jats.elements.pointers import point
from jats.elements.roles import write_role
from jats.elements.shapes import prefixed
from jats.elements.vocabulary import allowed
from jats.model.affiliations import Affiliation
from jats.model.article import Article
from jats.model.people import Collaboration, Comment, Contributor, ContributorGroup

_ON_BEHALF_OF, _COMMENT = "on-behalf-of", "author-comment"


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """What contributors of one article point to: affiliations, and notes."""

    institutions: InstitutionTable
    notes: AuthorNotes


def write_contributors(article: Article, people: LinkTargets, at: Cursor) -> list[Element | None]:
    """Authors and other contributors, a `<contrib-group>` each, then the affiliations; Authoring has them all in one group."""
    authors = write_contribs(article.authors, "author", people, at / "authors")
    others = write_contribs(article.contributors, None, people, at / "contributors")
    if not at.repeats("article-meta", "contrib-group"):
        grouped = _members_alone(article, people, at)
        for row in people.institutions.rows:
            if not row.written:
                row.at.lose("aff", "article-meta")
        return [element("contrib-group", at, None, authors, others, grouped)]
    groups = [element("contrib-group", at / "authors", None, authors)]
    groups.append(element("contrib-group", at / "contributors", None, others))
    for index, group in enumerate(article.contributor_groups):
        groups.append(_write_contributor_group(group, people, at / "contributor_groups" / index))
    return [*groups, *(write_institution(row) for row in people.institutions.rows)]


def _members_alone(article: Article, people: LinkTargets, at: Cursor) -> list[Element | None]:
    """Members of contributor groups, without what applies to the group as a whole."""
    made: list[Element | None] = []
    for index, group in enumerate(article.contributor_groups):
        here = at / "contributor_groups" / index
        for name, value in group:
            if value and name not in ("members", "affiliations", "correspondence", "notes"):
                all_to_custom_meta(value, "contrib-group beside another", "article-meta", here / name)
        made += write_contribs(group.members, None, people, here / "members")
        at.context.lost_ids.update([group.id] if group.id else [])
    return made


def _write_contributor_group(group: ContributorGroup, people: LinkTargets, at: Cursor) -> Element | None:
    return element(
        "contrib-group",
        at,
        {**id_attribute(group.id, "contrib-group", at / "id"), "content-type": (group.type, at / "type")},
        write_contribs(group.members, None, people, at / "members"),
        _write_details(group, people, at),
    )


def _write_details(party: Contributor | ContributorGroup, people: LinkTargets, at: Cursor) -> list[Element | None]:
    """What may be said of one contributor and of a group of them."""
    made = [one for index, role in enumerate(party.roles) for one in write_role(role, at / "roles" / index)]
    made += [element("email", at / "email" / index, None, one) for index, one in enumerate(party.email)]
    if party.url:
        made.append(element("uri", at / "url", None, party.url))
    if party.address or party.phone or party.fax:
        made += _write_addresses(party, at)
    made += _write_links(party, people, at)
    if party.biography or party.on_behalf_of or party.comment:
        made += _write_texts(party, at)
    return made


def write_contribs(
    contributors: Sequence[Contributor], kind: str | None, people: LinkTargets, at: Cursor
) -> list[Element | None]:
    """Each as `<contrib>`, of that kind if it names none."""
    return [_write_contrib(person, kind, people, at / index) for index, person in enumerate(contributors)]


def _write_contrib(person: Contributor, kind: str | None, people: LinkTargets, at: Cursor) -> Element | None:
    made = element(
        "contrib",
        at,
        _contrib_attributes(person, kind, at),
        _write_ids(person, at),
        _write_names(person, at),
        _write_group(person, people, at),
        empty_element("anonymous", at / "anonymous") if person.anonymous else None,
        [element("degrees", at / "degrees" / index, None, one) for index, one in enumerate(person.degrees)],
        _write_details(person, people, at),
    )
    return point(made, person.belongs_to, at / "belongs_to") if person.belongs_to else made


def _contrib_attributes(person: Contributor, kind: str | None, at: Cursor) -> Attributes:
    attributes = id_attribute(person.id, "contrib", at / "id")
    attributes["contrib-type"] = (person.type, at / "type") if person.type else kind
    if person.corresponding or person.correspondence:
        attributes["corresp"] = "yes", at / ("corresponding" if person.corresponding else "correspondence")
    if person.equal_contribution:
        attributes["equal-contrib"] = "yes", at / "equal_contribution"
    if person.deceased:
        attributes["deceased"] = "yes", at / "deceased"
    if person.link:
        attributes["xlink:href"] = person.link, at / "link"
    return attributes


def _write_ids(person: Contributor, at: Cursor) -> list[Element | None]:
    """The ORCID iD as its address, which is how it must be shown (ORCID display guidelines, 2024), then the others.

    For SciELO it is written without the address (SPS 1.10, contrib-id).
    """
    return [
        _write_orcid(person, at),
        *(_write_id(kind, value, at / "ids" / kind) for kind, value in person.ids.items()),
    ]


def _write_id(kind: str, value: str, at: Cursor) -> Element | None:
    return element("contrib-id", at, {"contrib-id-type": kind, **authority("contrib-id", value, at)}, value)


def _write_orcid(person: Contributor, at: Cursor) -> Element | None:
    proved, here = person.orcid_authenticated, at / "orcid_authenticated"
    if proved is not None and not (person.orcid and at.has("contrib-id", "authenticated")):
        here.lose("@authenticated", "contrib-id")
        proved = None
    if person.orcid is None:
        return None
    authenticated = None if proved is None else str(proved).lower()
    attributes: Attributes = {"contrib-id-type": "orcid", "authenticated": (authenticated, here)}
    return element("contrib-id", at / "orcid", attributes, orcid_text(person.orcid, at))


def _write_names(person: Contributor, at: Cursor) -> Element | None:
    """The name; its forms in several scripts are alternatives, and so is a whole name if only those may be one."""
    several = len(person.name) > 1
    forms = [
        form
        for index, name in enumerate(person.name)
        for form in write_forms(name, name.language or (at.context.language if several else None), at / "name" / index)
    ]
    if len(forms) == 1 and at.can("contrib", prefixed(forms[0])):
        return forms[0]
    return element("name-alternatives", at / "name", None, forms)


def _write_group(person: Contributor, people: LinkTargets, at: Cursor) -> Element | None:
    """The group with its members; since JATS 1.4 its name is apart from them, before that all are in `<collab>`."""
    group, here = person.collaboration, at / "collaboration"
    if group is None:
        return None
    members = _write_members(person, people, at / "members") if person.members else None
    wrapped = members is not None and at.can("contrib", "collab-wrap")
    attributes: Attributes = {
        "collab-type": (group.type, here / "type"),
        "symbol": allowed("collab-wrap" if wrapped else "collab", "symbol", group.symbol, here / "symbol"),
        "xlink:href": (group.url, here / "url"),
    }
    if wrapped:
        names = _write_group_names(group, "collab-name", {}, here)
        return element("collab-wrap", here, attributes, _one_of("collab-name", names, here), members)
    groups = _write_group_names(group, "collab", attributes, here)
    if groups and members is not None:
        groups[0].append(members)
    return _one_of("collab", groups, here)


def _write_group_names(group: Collaboration, tag: str, attributes: Attributes, at: Cursor) -> list[Element]:
    """The group's name in each language; the attributes are on the first."""
    names = versions(group.name, at / "name")
    own = at.context.language if len(names) > 1 else None
    made = [
        element(
            tag, here, {"xml:lang": language or own, **({} if number else attributes)}, write_inline(name, here, tag)
        )
        for number, (language, name, here) in enumerate(names)
    ]
    return [one for one in made if one is not None]


def _one_of(tag: str, names: list[Element], at: Cursor) -> Element | None:
    """One name itself, several as alternatives."""
    return names[0] if len(names) == 1 else element(f"{tag}-alternatives", at, None, names)


def _write_members(person: Contributor, people: LinkTargets, at: Cursor) -> Element | None:
    if not (at.can("collab", "contrib-group") or at.can("contrib", "collab-wrap")):
        at.lose("contrib-group", "collab")
        return None
    return element("contrib-group", at, None, write_contribs(person.members, None, people, at))


def _write_addresses(person: Contributor | ContributorGroup, at: Cursor) -> list[Element]:
    """`<address>`, which holds the telephone numbers too: those of the person in the first."""
    made = [
        one for index, address in enumerate(person.address) for one in write_address(address, at / "address" / index)
    ]
    numbers = [
        element(tag, at / tag / index, None, one)
        for tag in ("phone", "fax")
        for index, one in enumerate(getattr(person, tag))
    ]
    if numbers and made:
        extend(made[0], "address", at / "address", numbers)
    elif numbers and (whole := element("address", at, None, numbers)) is not None:
        made.append(whole)
    return [one for one in made if _is_whole(one, at)]


def _is_whole(address: Element, at: Cursor) -> bool:
    """Whether the variant takes the address; Authoring wants a country in it."""
    if at.context.grammar.accepts("address", [prefixed(child) for child in address]):
        return True
    lose_all(address, "contrib", at)
    return False


def _write_texts(person: Contributor | ContributorGroup, at: Cursor) -> list[Element | None]:
    """What is said of the person, and by the person."""
    here = at / "on_behalf_of"
    made = [
        element(_ON_BEHALF_OF, place, {"xml:lang": language}, write_inline(text, place, _ON_BEHALF_OF))
        for language, text, place in versions(person.on_behalf_of, here)
    ]
    made += [write_biography(one, at / "biography" / index) for index, one in enumerate(person.biography)]
    return [*made, *(_write_comment(one, at / "comment" / index) for index, one in enumerate(person.comment))]


def _write_comment(comment: Comment, at: Cursor) -> Element | None:
    attributes: Attributes = {
        "content-type": (comment.type, at / "type"),
        "xml:lang": (foreign(comment.language, at.context.language), at / "language"),
    }
    title = write_text("title", comment.title, at / "title")
    return element(_COMMENT, at, attributes, title, write_blocks(comment.text, at / "text", _COMMENT))


def _write_links(person: Contributor | ContributorGroup, people: LinkTargets, at: Cursor) -> list[Element | None]:
    """Pointers to the affiliations and notes; Authoring has the affiliations themselves here."""
    links = [_write_link(link, people, at / "affiliations" / index) for index, link in enumerate(person.affiliations)]
    return [*links, *write_note_links(person, people.notes, at)]


def _write_link(link: str | Affiliation, people: LinkTargets, at: Cursor) -> Element | None:
    row = people.institutions.find(link)
    if row is None:
        known = ", ".join(people.institutions.by_id) or "none is listed"
        at.refuse(f"no affiliation has the id '{link}'; known: {known}")
        return None
    if not at.can("contrib", "xref"):
        return write_institution(row)
    return None if row.empty else element("xref", at, {"ref-type": "aff", "rid": row.identifier}, row.label)
