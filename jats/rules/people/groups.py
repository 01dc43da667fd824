"""Groups as contributors, and names that are given in several languages."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, elements_of, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.people.contributors import CONTRIBUTOR, NAMES, in_collab
from jats.rules.people.names import own_text

_ALTERNATIVES = ("collab-alternatives", "name-alternatives", "aff-alternatives")


@rule("COM117", on=("contrib/collab", "contrib/collab-alternatives/collab"), services=("pmc",))
def group_has_a_name(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A group of contributors must have a name, and must not have a person's identifier.

    Why: a list of members without the group's name is shown as nothing; an ORCID iD belongs to one person.
    Wrong: <contrib>… <!-- no contrib-id --><!-- no name --><!-- no role --><collab><contrib-group>
        <contrib contrib-type="collab-member"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Wrong: <contrib>… <!-- no name --><collab>Harbour Study Group</collab></contrib>
    Right: <contrib>… <!-- no contrib-id --><!-- no name --><collab>Harbour Study Group</collab></contrib>
    Source: PMC Style Checker 5.31, collab-content-check and contrib-content-test
    """
    if el.find("contrib-group") is not None and not own_text(el):
        yield Hit("the group has members but no name: write the name as text in <collab>")
    contrib = el.getparent()
    identifier = None if contrib is None or contrib.tag != "contrib" else context.child(contrib, "contrib-id")
    if identifier is not None:
        yield Hit("<contrib-id> is that of a group: move it to the member whose identifier it is", identifier)


@rule("COM118", on=("contrib/collab", "collab//contrib"), services=("jats4r",))
def group_is_the_author(el: Element) -> Iterator[Hit]:
    """A group that is an author must have the contrib-type `author`, and its members another one.

    Why: members who are marked as authors are counted as authors of the article beside their group.
    Wrong: <contrib-group>… <!-- new --><contrib contrib-type="group"><collab>Harbour Study Group</collab></contrib>
        </contrib-group>
    Wrong: <contrib>… <!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="author"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Right: <contrib>… <!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="collab-member"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Source: JATS4R Schematron 1.0, auths-affs-errors and auths-affs-warnings
    """
    if el.tag == "contrib":
        if el.get("contrib-type") == "author":
            message = 'a member of the group has contrib-type="author": write another one, such as "collab-member"'
            yield Hit(message, attribute="contrib-type")
        return
    contrib = el.getparent()
    if contrib is None or in_collab(contrib) or next(el.iterancestors("article-meta"), None) is None:
        return
    kind = contrib.get("contrib-type", "author")
    if kind not in ("author", "editor", "reviewer"):
        message = f'the group has the contrib-type {quoted(kind)}; if it is an author, write contrib-type="author"'
        yield Hit(message, contrib, "contrib-type", severity=Severity.WARNING)


@rule("PMC102", on=_ALTERNATIVES, services=("pmc",))
def alternatives_are_told_apart(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Each form of a name in several languages must say how it differs, and exactly one must be in the article's language.

    Why: PMC shows the form in the article's language and must know which one it is.
    Wrong: <contrib>… <!-- no name --><name-alternatives>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name><surname>Коваленко</surname><given-names>Дарія</given-names></name></name-alternatives></contrib>
    Right: <contrib>… <!-- no name --><name-alternatives>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name></name-alternatives></contrib>
    Source: PMC Style Checker 5.31, name-alternatives-content-check and alternatives-xml-lang-check
    """
    forms = _forms(el)
    if len(forms) < (2 if el.tag == "name-alternatives" else 1):
        return
    languages = [_language(each.get(XML_LANG)) for each in forms]
    own = _language(context.language_of(context.part_of(el)))
    # PMC706 speaks of forms of which only some have a use.
    if not any(languages) and not any("specific-use" in each.attrib for each in forms):
        yield Hit(f"no {tagged(forms[0])} in {tagged(el)} has xml:lang or specific-use: write its language on each", el)
    elif any(languages) and (number := sum(each in ("", own) for each in languages)) != 1:
        stated = f"{number} forms are" if number else "no form is"
        yield Hit(f"{stated} in the article's language, {quoted(own)}, or without xml:lang; there must be one", el)


def _forms(alternatives: Element) -> list[Element]:
    """The names, groups or affiliations to choose from; a name for the index is not one of them."""
    name = str(alternatives.tag).removesuffix("-alternatives")
    return [each for each in alternatives.iterchildren(name) if each.get("content-type") != "index"]


def _language(tag: str | None) -> str:
    return (tag or "").lower().partition("-")[0]


@rule("PMC103", on=(*_ALTERNATIVES, "citation-alternatives"), services=("pmc",), severity=Severity.WARNING)
def alternatives_differ(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Two forms of a name, affiliation or citation must not have the same language or use.

    Why: PMC takes one of the two by chance.
    Wrong: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарина</given-names></name></name-alternatives></contrib>
    Right: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name></name-alternatives></contrib>
    Source: PMC Style Checker 5.31, alternatives-xml-lang-check
    """
    own = _language(context.language_of(context.part_of(el)))
    seen: set[tuple[str, ...]] = set()
    for each in elements_of(el):
        if each.get("content-type") == "index":
            continue
        for name, shown in ((XML_LANG, "xml:lang"), ("specific-use", "specific-use")):
            mark = (str(each.tag), name, each.get(name, ""))
            # The article's own language twice is PMC102's.
            doubled = mark in seen and (name != XML_LANG or _language(mark[2]) != own or el.tag not in _ALTERNATIVES)
            if mark[2] and doubled:
                yield Hit(f"a second {tagged(each)} in {tagged(el)} has {shown}={quoted(mark[2])}: keep one", each)
            seen.add(mark)


@rule("SPS106", on=CONTRIBUTOR, services=("scielo",))
def member_is_complete(el: Element) -> Iterator[str]:
    """A member of a group must have a name and an affiliation.

    Why: SciELO lists the members as people with their institutions.
    Wrong: <contrib>… <!-- no contrib-id --><!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="author"><name><surname>Moreau</surname><given-names>Luc</given-names></name></contrib>
        </contrib-group></collab></contrib>
    Right: <contrib>… <!-- no contrib-id --><!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="author"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref></contrib></contrib-group></collab></contrib>
    Source: SciELO Publishing Schema 1.10, collab_member
    """
    if not in_collab(el):
        return
    parts = {each.tag for each in elements_of(el)}
    lacking = [] if parts.intersection(NAMES) else ["name"]
    if "aff" not in parts and el.find("xref[@ref-type='aff']") is None:
        lacking.append("affiliation")
    if lacking:
        yield f"a member of the group has no {all_of(lacking)}: add what is missing"
