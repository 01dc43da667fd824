"""Groups as contributors, and names that are there in several languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, elements_of, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.people.contributors import CONTRIBUTOR, NAMES, in_collab
from jats.rules.people.names import own_text

_ALTERNATIVES = ("collab-alternatives", "name-alternatives", "aff-alternatives")


@rule("COM117", on=("contrib/collab", "contrib/collab-alternatives/collab"), services=("pmc", "scielo"))
def group_has_a_name(el: Element) -> Iterator[Hit]:
    """A group of contributors has a name, and no identifier of a person.

    Why: a list of members without the group's name is shown as nothing; an ORCID is one person's.
    Wrong (pmc): <contrib>… <!-- no contrib-id --><!-- no name --><!-- no role --><collab><contrib-group>
        <contrib contrib-type="collab-member"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Wrong: <contrib>… <!-- no name --><collab>Harbour Study Group</collab></contrib>
    Right: <contrib>… <!-- no contrib-id --><!-- no name --><collab>Harbour Study Group</collab></contrib>
    Source: PMC Style Checker 5.31, collab-content-check and contrib-content-test
    """
    if el.find("contrib-group") is not None and not own_text(el):
        yield Hit("the group has members but no name: write it as text in <collab>")
    contrib = next(el.iterancestors("contrib"), None)
    identifier = None if contrib is None else contrib.find("contrib-id")
    if identifier is not None:
        yield Hit("a group has no <contrib-id>: give it to the member whose it is", identifier)


@rule("COM118", on="contrib/collab", services=("jats4r",), severity=Severity.WARNING)
def group_is_the_author(el: Element) -> Iterator[Hit]:
    """A group that is an author has the contrib-type `author`, its members another one.

    Why: members marked as authors are counted as authors of the article beside their group.
    Wrong: <contrib contrib-type="group">… <!-- no name --><collab>Harbour Study Group</collab></contrib>
    Wrong: <contrib>… <!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="author"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Right: <contrib>… <!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="collab-member"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    contrib = el.getparent()
    if contrib is None or in_collab(contrib) or next(el.iterancestors("article-meta"), None) is None:
        return
    kind = contrib.get("contrib-type", "author")
    if kind not in ("author", "editor", "reviewer"):
        yield Hit(f"the group has the contrib-type {quoted(kind)}; a group that is an author has author", contrib)
    members = el.findall("contrib-group/contrib[@contrib-type='author']")
    if members:
        message = f'{len(members)} members of the group have contrib-type="author", which is the group\'s'
        yield Hit(message, members[0])


@rule("PMC101", on="collab/contrib-group", services=("pmc",))
def groups_are_not_nested(el: Element) -> Iterator[Hit]:
    """The members of a group are people, not groups with members of their own.

    Why: PMC shows one level of members and loses those below it.
    Wrong: <contrib>… <!-- no contrib-id --><!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="collab-member"><collab>Southern branch</collab></contrib></contrib-group></collab></contrib>
    Right: <contrib>… <!-- no contrib-id --><!-- no name --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="collab-member"><name><surname>Moreau</surname><given-names>Luc</given-names></name>
        </contrib></contrib-group></collab></contrib>
    Source: PMC Style Checker 5.31, collab-contribgrp-check
    """
    inner = el.find(".//collab")
    if inner is not None:
        yield Hit("a group stands among the members of a group: list its people there", inner)


@rule("PMC102", on=_ALTERNATIVES, services=("pmc",))
def alternatives_are_told_apart(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Names and affiliations in several languages say their language, and one is in the article's.

    Why: PMC shows the one in the article's language, and can't tell which it is.
    Wrong: <contrib>… <!-- no name --><name-alternatives>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name><surname>Коваленко</surname><given-names>Дарія</given-names></name></name-alternatives></contrib>
    Right: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name></name-alternatives></contrib>
    Source: PMC Style Checker 5.31, name-alternatives-content-check and alternatives-xml-lang-check
    """
    # A name for the index is told apart by its content-type.
    members = [each for each in elements_of(el) if each.get("content-type") != "index"]
    unmarked = [each for each in members if not each.get(XML_LANG) and not each.get("specific-use")]
    language = context.language_of(context.part_of(el)).lower().partition("-")[0]
    languages = Counter(each.get(XML_LANG, "").lower().partition("-")[0] for each in members)
    if len(members) > 1 and unmarked:
        yield Hit(
            f"{tagged(unmarked[0])} in {tagged(el)} needs xml:lang or specific-use, to be told apart", unmarked[0]
        )
    elif "" not in languages and language not in languages:
        yield Hit(f"no {tagged(members[0])} in {tagged(el)} is in the article's language, {language}")


@rule("PMC103", on=_ALTERNATIVES, services=("pmc",), severity=Severity.WARNING)
def alternatives_differ(el: Element) -> Iterator[Hit]:
    """No two names or affiliations in several languages have the same language and use.

    Why: PMC takes one of the two by chance.
    Wrong: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="en"><surname>Kowalenko</surname><given-names>Darja</given-names></name></name-alternatives></contrib>
    Right: <contrib>… <!-- no name --><name-alternatives>
        <name xml:lang="en"><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <name xml:lang="uk"><surname>Коваленко</surname><given-names>Дарія</given-names></name></name-alternatives></contrib>
    Source: PMC Style Checker 5.31, alternatives-xml-lang-check
    """
    seen: set[tuple[str, str]] = set()
    for each in elements_of(el):
        marks = (each.get(XML_LANG, ""), each.get("specific-use", ""))
        if each.get("content-type") != "index" and any(marks) and marks in seen:
            stated = " and ".join(filter(None, marks))
            yield Hit(f"two alternatives in {tagged(el)} are marked {stated}", each)
        seen.add(marks)


@rule("SPS106", on=CONTRIBUTOR, services=("scielo",))
def member_is_complete(el: Element) -> Iterator[str]:
    """A member of a group has a name and an affiliation.

    Why: SciELO lists the members as people with their institutions.
    Wrong: <contrib>… <!-- no contrib-id --><!-- no name --><!-- no role --><collab>Harbour Study Group<contrib-group>
        <contrib contrib-type="author"><name><surname>Moreau</surname><given-names>Luc</given-names></name></contrib>
        </contrib-group></collab></contrib>
    Right: <contrib>… <!-- no contrib-id --><!-- no name --><!-- no role --><collab>Harbour Study Group<contrib-group>
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
        yield f"a member of the group has no {all_of(lacking)}"
