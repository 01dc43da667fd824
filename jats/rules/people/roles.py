"""Roles of contributors: CRediT, and who did what in a peer review."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.header.peer_review import is_review
from jats.rules.people.contributors import CONTRIBUTOR, PART_CONTRIBUTOR, in_collab
from jats.vocab.credit import VOCABULARY, CreditRole, find_role, meant_role, roles

_ATTRIBUTES = ("vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier")
_IN_CONTRIBUTORS = ("contrib/role", "collab/role", "contrib-group/role")
_TERMS = {role.term: role for role in roles()} | {"Formal Analysis": CreditRole("formal-analysis", "Formal Analysis")}
"""The terms as CRediT spells them, and the one that JATS4R spells in its own way."""

_ADDRESSES = {role.url: role for role in roles()}
_SITES = ("credit.niso.org", "casrai.org")


def _is_new(context: RuleContext) -> bool:
    """Whether the document's version has the attributes for vocabularies, which came with JATS 1.2."""
    return context.version >= (1, 2)


def _is_old(context: RuleContext) -> bool:
    """Whether JATS4R judges a CRediT role by its content-type: up to JATS 1.1, drafts apart, or if no version is given."""
    return not _is_new(context) and "d" not in context.root.get("dtd-version", "")


def _is_credit(role: Element) -> bool:
    """Whether a role is tagged as one of CRediT, in either way."""
    return role.get("vocab") == "credit" or any(site in value for value in role.attrib.values() for site in _SITES)


@rule("J4R101", on=_IN_CONTRIBUTORS, services=("jats4r", "crossref"), severities={"crossref": Severity.WARNING})
def credit_role_is_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A CRediT role must name the vocabulary, the term and the term's address, and they must belong together.

    Why: a program reads the address; if it is missing or that of another role, the work is credited wrongly.
    Wrong: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Writing"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Writing</role>
    Wrong: <role vocab="credit" vocab-identifier="http://credit.niso.org" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Source: JATS4R Schematron 1.0, credit-errors; Crossref deposit schema 5.5.0, role
    """
    if el.get("vocab") != "credit" or not _is_new(context):
        return
    if el.get("vocab-identifier") != VOCABULARY:
        yield _wrong(el, "vocab-identifier", VOCABULARY)
    address = el.get("vocab-term-identifier", "").lower()
    known = _TERMS.get(el.get("vocab-term", "")) or _ADDRESSES.get(address)
    meant = known or find_role(el.get("vocab-term", "")) or find_role(address) or find_role(text_of(el))
    # A term and an address that CRediT does not know pass JATS4R's test: that they are none of CRediT's is only a warning.
    unknown = known is None and "vocab-term" in el.attrib and "vocab-term-identifier" in el.attrib
    severity = Severity.WARNING if unknown else None
    if el.get("vocab-term") not in _TERMS:
        yield _wrong(el, "vocab-term", meant.term if meant else "one of the 14 terms of CRediT", severity)
    if meant is None or address != meant.url:
        yield _wrong(el, "vocab-term-identifier", meant.url if meant else "the term's address", severity)


@rule("COM121", on=_IN_CONTRIBUTORS, services=("common",), severity=Severity.WARNING)
def credit_term_is_one(el: Element) -> Iterator[Hit]:
    """A role with `vocab="credit"` must name one of the 14 terms of CRediT.

    Why: programs count the work of each person by these terms, and skip any other.
    Wrong: <role vocab="credit" vocab-term="Sofware">Sofware</role>
    Wrong: <role vocab="credit">Conceptualisation and design</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    YAML: authors: [{name: "Kovalenko, Daria", roles: {credit: Software}}]
    Source: ANSI/NISO Z39.104, CRediT
    """
    named = el.get("vocab-term") or text_of(el)
    given = (named, el.get("vocab-term-identifier", ""))
    if el.get("vocab") != "credit" or not named or any(map(find_role, given)):
        return
    meant = meant_role(named)
    advice = f"did you mean {quoted(meant.term)}?" if meant else "write one of them, or the words without credit"
    attribute = "vocab-term" if el.get("vocab-term") else None
    yield Hit(f"{quoted(named, 90)} is not one of the 14 terms of CRediT; {advice}", attribute=attribute)


def _wrong(el: Element, attribute: str, wanted: str, severity: Severity | None = None) -> Hit:
    value = el.get(attribute)
    if value is None:
        return Hit(f"the CRediT role has no {attribute}: write {wanted}", severity=severity)
    fix = Fix(value, wanted) if wanted in _TERMS or wanted.startswith("https:") else None
    message = f"{attribute} is {quoted(value, 90)}: write {wanted}"
    return Hit(message, attribute=attribute, fix=fix, severity=severity)


@rule("J4R102", on=_IN_CONTRIBUTORS, services=("jats4r",))
def credit_role_names_its_vocabulary(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A role with a term or an address of CRediT in its attributes must have `vocab="credit"`.

    Why: programs look for that word, not for the address.
    Wrong: <role vocab-term="Software" vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Source: JATS4R Schematron 1.0, credit-errors
    """
    if el.get("vocab") == "credit" or not _is_new(context):
        return
    if el.get("vocab-term") in _TERMS or el.get("vocab-term-identifier", "").lower() in _ADDRESSES:
        yield Hit('the role has a term or address of CRediT but no vocab="credit": add it')


@rule("J4R103", on=_IN_CONTRIBUTORS, services=("jats4r", "scielo"))
def credit_address_is_exact(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The address of a CRediT role must be written exactly as CRediT has it, and belong to the role that is named.

    Why: an address that differs in one character is not a role for a program.
    Wrong (scielo): <role content-type="http://credit.niso.org/contributor-roles/software">Software</role>
    Wrong (scielo): <role content-type="https://credit.niso.org/contributor-roles/software/">Supervision</role>
    Wrong (jats4r): <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
        "JATS-journalpublishing1.dtd">
        <article dtd-version="1.1">… <!-- no role --><role content-type="http://credit.niso.org/contributor-roles/software">Software</role></article>
    Right (scielo): <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role>
    Right (jats4r): <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
        "JATS-journalpublishing1.dtd">
        <article dtd-version="1.1">… <!-- no role --><role content-type="https://credit.niso.org/contributor-roles/software/">Software</role></article>
    YAML: authors: [{name: "Roe, Jane", roles: [software]}]
    Source: JATS4R Schematron 1.0, credit-errors; SciELO Publishing Schema 1.10, credit_taxonomy
    """
    value = el.get("content-type", "").strip()
    known = _ADDRESSES.get(value)
    services = ("scielo",) if known is None and _is_for_credit(el, context) and not _mixes_systems(el, context) else ()
    if "credit.niso.org" in value and value.lower() not in _ADDRESSES and _is_old(context):
        services = (*services, "jats4r")
    if services:
        meant = find_role(value) or find_role(text_of(el))
        stated = (
            f"{quoted(value, 90)} is not the address of a CRediT role" if value else "the role has no CRediT address"
        )
        advice = f": write {meant.url}" if meant else ": write it in content-type"
        fix = Fix(value, meant.url) if meant and value else None
        yield Hit(stated + advice, None, "content-type" if value else None, services=services, fix=fix)
    elif known and _is_for_credit(el, context) and (said := find_role(text_of(el))) and said.slug != known.slug:
        message = f"the role says {quoted(text_of(el))}, but its address is that of {known.term}: write {said.url}"
        yield Hit(message, None, "content-type", services=("scielo",))


def _is_for_credit(role: Element, context: RuleContext) -> bool:
    """Whether SciELO wants a CRediT address in a role: not if it says who did what in a peer review."""
    return "specific-use" not in role.attrib and not is_review(context.part_of(role)) and parent_name(role) == "contrib"


def _mixes_systems(role: Element, context: RuleContext) -> bool:
    """Whether a role is of another system than CRediT while others of the article are of CRediT: SPS104's fault."""
    if _is_credit(role) or context.part_of(role) is not context.root:
        return False
    return context.once("CRediT among roles of authors", lambda: any(map(_is_credit, _roles_of_authors(context))))


def _roles_of_authors(context: RuleContext) -> list[Element]:
    return context.once("roles of authors", lambda: list(_of_authors(context)))


def _of_authors(context: RuleContext) -> Iterator[Element]:
    for contrib in context.group(CONTRIBUTOR):
        # A role in a peer review, or of an editor, is of another kind.
        if contrib.get("contrib-type", "author") == "author" and context.part_of(contrib) is context.root:
            yield from (role for role in contrib.iterchildren("role") if "specific-use" not in role.attrib)


@rule("J4R104", on=_IN_CONTRIBUTORS, services=("jats4r",), severity=Severity.WARNING)
def credit_term_is_tagged(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A role whose text is a term of CRediT must be tagged as one.

    Why: as plain words the role is seen by readers only.
    Wrong: <role>Software</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    YAML: authors: [{name: "Roe, Jane", roles: {credit: Software, degree: lead}}]
    Source: JATS4R Schematron 1.0, credit-warnings
    """
    words = _flat(text_of(el))
    role = next((role for term, role in _TERMS.items() if words == _flat(term)), None)
    if role is None:
        return
    if _is_new(context):
        if not any(name in el.attrib for name in _ATTRIBUTES):
            advice = 'tag it with vocab="credit", vocab-identifier, vocab-term and vocab-term-identifier'
            yield Hit(f"{quoted(text_of(el))} is a role of CRediT: {advice}")
    elif _is_old(context) and "content-type" not in el.attrib:
        yield Hit(f'{quoted(text_of(el))} is a role of CRediT: write content-type="{role.url}"')


def _flat(text: str) -> str:
    """Words without case, blanks and kinds of dashes."""
    return re.sub(r"\s", "", re.sub("[—–-]", "-", text.lower()))


@rule("SPS104", on=_IN_CONTRIBUTORS, services=("scielo",))
def roles_are_of_one_system(el: Element, context: RuleContext) -> Iterator[Hit]:
    """All authors must have their roles from CRediT if one of them has.

    Why: what each author did can be compared only in one system.
    Wrong: <role>Planning</role>
    Right: <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role>
    YAML: authors: [{name: "Roe, Jane", roles: [software, validation]}]
    Source: SciELO Publishing Schema 1.10, credit_consistency
    """
    if _is_for_credit(el, context) and _mixes_systems(el, context):
        advice = (
            f": write {meant.url} in content-type" if (meant := find_role(text_of(el))) else ": choose a role of CRediT"
        )
        yield Hit(
            f"{quoted(text_of(el))} is not tagged as a role of CRediT, but other roles of the article are{advice}"
        )


@rule("SPS105", on="contrib", services=("scielo",))
def reviewer_has_a_role(el: Element, context: RuleContext) -> Iterator[str]:
    """The contributor of a peer review must have a role that says reviewer or editor.

    Why: SciELO shows whether the report is a reviewer's or an editor's.
    Wrong (review): <contrib>… <!-- no role --></contrib>
    Right (review): <role specific-use="editor">Editor</role>
    YAML:
        type: reviewer-report
        authors: [{name: "Roe, Jane", roles: {text: Reviewer, part: reviewer}}]
    Source: SciELO Publishing Schema 1.10, contrib_role_specific_use
    """
    part = context.part_of(el)
    if not is_review(part) or part.get("article-type") == "author-comment":
        return
    if not any(role.get("specific-use") in ("reviewer", "editor") for role in el.iterchildren("role")):
        kind = part.get("article-type")
        yield f'the contributor of the {kind} has no <role specific-use="reviewer"> or <role specific-use="editor">: add it'


@rule("SPS108", on=(CONTRIBUTOR, PART_CONTRIBUTOR), services=("scielo",))
def contributor_has_a_role(el: Element, context: RuleContext) -> Iterator[str]:
    """A contributor must have a role.

    Why: SciELO shows what each author contributed, in the terms of CRediT.
    Wrong: <contrib>… <!-- no role --></contrib>
    Right: <contrib>… <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role></contrib>
    YAML:
        authors:
          - name: Roe, Jane
            roles: [software, investigation]
    Source: SciELO Publishing Schema 1.10, contrib_role
    """
    # SPS105 speaks of peer reviews, SPS106 of a group's members.
    if el.find("role") is None and not is_review(context.part_of(el)) and not in_collab(el):
        yield "the contributor has no <role>: write one with the address of a CRediT role in content-type"
