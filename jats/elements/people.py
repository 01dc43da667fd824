"""Contributors: persons and groups, what they are and did, and where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jats.elements.affiliations import Institutions, write_institution
from jats.elements.build import At, Attributes, Element, bare, element
from jats.elements.ids import authority
from jats.elements.inline import write_inline
from jats.elements.languages import foreign, versions
from jats.elements.names import write_forms
from jats.elements.notes import AuthorNotes, write_note_links
from jats.elements.pointers import point
from jats.elements.shapes import prefixed
from jats.model.affiliations import Affiliation
from jats.model.article import Article
from jats.model.people import Contributor, Role
from jats.vocab.credit import VOCABULARY, find_role

_ORCID = "https://orcid.org/"


@dataclass(frozen=True, slots=True)
class People:
    """What contributors of one article point to: affiliations, and notes."""

    institutions: Institutions
    notes: AuthorNotes


def write_contributors(article: Article, people: People, at: At) -> list[Element | None]:
    """Authors and other contributors, a `<contrib-group>` each, then the affiliations; Authoring has them all in one group."""
    authors = write_contribs(article.authors, "author", people, at / "authors")
    others = write_contribs(article.contributors, None, people, at / "contributors")
    if not at.repeats("article-meta", "contrib-group"):
        for row in people.institutions.rows:
            if not row.written:
                row.at.lose("aff", "article-meta")
        return [element("contrib-group", at, None, authors, others)]
    groups = [element("contrib-group", at / "authors", None, authors)]
    groups.append(element("contrib-group", at / "contributors", None, others))
    return [*groups, *(write_institution(row) for row in people.institutions.rows)]


def write_contribs(
    contributors: Sequence[Contributor], kind: str | None, people: People, at: At
) -> list[Element | None]:
    """Each as `<contrib>`, of that kind where it names none."""
    return [
        _write_contrib(person, person.type or kind, people, at / index) for index, person in enumerate(contributors)
    ]


def _write_contrib(person: Contributor, kind: str | None, people: People, at: At) -> Element | None:
    made = element(
        "contrib",
        at,
        {
            "id": (at / "id").identify(person.id, "contrib", "contrib") if person.id else None,
            "contrib-type": kind,
            "corresp": "yes" if person.corresponding or person.correspondence else None,
            "equal-contrib": "yes" if person.equal_contribution else None,
            "deceased": "yes" if person.deceased else None,
        },
        _write_ids(person, at),
        _write_names(person, at),
        _write_group(person, people, at),
        bare("anonymous", at / "anonymous") if person.anonymous else None,
        [element("degrees", at / "degrees" / index, None, one) for index, one in enumerate(person.degrees)],
        [made for index, role in enumerate(person.roles) for made in _write_role(role, at / "roles" / index)],
        [element("email", at / "email" / index, None, one) for index, one in enumerate(person.email)],
        element("uri", at / "url", None, person.url),
        _write_links(person, people, at),
        _write_biography(person, at / "biography"),
    )
    point(made, person.belongs_to, at / "belongs_to")
    return made


def _write_ids(person: Contributor, at: At) -> list[Element | None]:
    """The ORCID iD as its address, which is how it must be shown (ORCID display guidelines, 2024), then the others."""
    return [
        _write_orcid(person, at),
        *(_write_id(kind, value, at / "ids" / kind) for kind, value in person.ids.items()),
    ]


def _write_id(kind: str, value: str, at: At) -> Element | None:
    return element("contrib-id", at, {"contrib-id-type": kind, **authority("contrib-id", value, at)}, value)


def _write_orcid(person: Contributor, at: At) -> Element | None:
    proved, here = person.orcid_authenticated, at / "orcid_authenticated"
    if proved is not None and not (person.orcid and at.has("contrib-id", "authenticated")):
        here.lose("@authenticated", "contrib-id")
        proved = None
    if person.orcid is None:
        return None
    authenticated = None if proved is None else str(proved).lower()
    attributes = {"contrib-id-type": "orcid", "authenticated": authenticated}
    return element("contrib-id", at / "orcid", attributes, _ORCID + person.orcid)


def _write_names(person: Contributor, at: At) -> Element | None:
    """The name; its forms in several scripts are alternatives, and so is a whole name where only those may be one."""
    several = len(person.name) > 1
    forms = [
        form
        for index, name in enumerate(person.name)
        for form in write_forms(name, name.language or (at.writing.language if several else None), at / "name" / index)
    ]
    if len(forms) == 1 and at.can("contrib", prefixed(forms[0])):
        return forms[0]
    return element("name-alternatives", at / "name", None, forms)


def _write_group(person: Contributor, people: People, at: At) -> Element | None:
    """`<collab>` with its members in it; its names in several languages are alternatives."""
    names = versions(person.collaboration, at / "collaboration")
    own = at.writing.language if len(names) > 1 else None
    groups = [element("collab", here, {"xml:lang": language or own}, name) for language, name, here in names]
    if groups and person.members:
        _add_members(groups[0], person, people, at)
    return groups[0] if len(groups) == 1 else element("collab-alternatives", at / "collaboration", None, groups)


def _add_members(group: Element | None, person: Contributor, people: People, at: At) -> None:
    here = at / "members"
    if group is None or not at.can("collab", "contrib-group"):
        here.lose("contrib-group", "collab")
        return
    members = element("contrib-group", here, None, write_contribs(person.members, None, people, here))
    if members is not None:
        group.append(members)


def _write_role(role: Role, at: At) -> list[Element | None]:
    """The role in its words, in each language; a CRediT role with what identifies it, before JATS 1.2 its address."""
    attributes = _credit_attributes(role, at)
    words = versions(role.text, at / "text")
    if not words:
        return [_write_term(role, attributes, at)]
    return [element("role", at, {**attributes, "xml:lang": language}, text) for language, text, _ in words]


def _write_term(role: Role, attributes: Attributes, at: At) -> Element | None:
    """A role without words of its own: its CRediT term, as given unless an address was; CRediT's terms are English."""
    if role.credit is None:
        (at / "degree").set_aside(role.degree or "", "role without words", "contrib")
        return None
    known = find_role(role.credit)
    term = known.term if known and "://" in role.credit else role.credit
    language = foreign("en", at.writing.language or "en") if known and term == known.term else None
    return element("role", at, {**attributes, "xml:lang": language}, term)


def _credit_attributes(role: Role, at: At) -> Attributes:
    known = find_role(role.credit) if role.credit else None
    if not at.has("role", "vocab"):
        return {"content-type": known.url if known else role.credit, "specific-use": role.degree}
    attributes: Attributes = {"degree-contribution": role.degree}
    if not role.credit:
        return attributes
    return {
        "vocab": "credit",
        "vocab-identifier": VOCABULARY if known else None,
        "vocab-term": known.term if known else role.credit,
        "vocab-term-identifier": known.url if known else None,
        **attributes,
    }


def _write_links(person: Contributor, people: People, at: At) -> list[Element | None]:
    """Pointers to the affiliations and notes; Authoring has the affiliations themselves here."""
    links = [_write_link(link, people, at / "affiliations" / index) for index, link in enumerate(person.affiliations)]
    return [*links, *write_note_links(person, people.notes, at)]


def _write_link(link: str | Affiliation, people: People, at: At) -> Element | None:
    row = people.institutions.find(link)
    if row is None:
        known = ", ".join(people.institutions.by_id) or "none is listed"
        at.refuse(f"no affiliation has the id '{link}'; known: {known}")
        return None
    if not at.can("contrib", "xref"):
        return write_institution(row)
    return None if row.empty else element("xref", at, {"ref-type": "aff", "rid": row.identifier}, row.label)


def _write_biography(person: Contributor, at: At) -> Element | None:
    if person.biography is None:
        return None
    return element("bio", at, None, element("p", at, None, write_inline(person.biography, at, "p")))
