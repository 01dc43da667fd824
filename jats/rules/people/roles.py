"""Roles of contributors: CRediT, and who did what in a peer review."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.header.peer_review import is_review
from jats.rules.people.contributors import CONTRIBUTOR
from jats.vocab.credit import VOCABULARY, Role, find_role, roles

_NEWER = (1, 2)
"""The version of JATS that brought the attributes for vocabularies."""

_ATTRIBUTES = ("vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier", "content-type")
_SITES = ("credit.niso.org", "casrai.org")
_TERMS = {role.term: role for role in roles()}
_ADDRESSES = {role.url: role for role in roles()}


def _speaks_of_credit(value: str) -> bool:
    return any(site in value for site in _SITES)


def _is_credit(role: Element) -> bool:
    """Whether a role is tagged as one of CRediT, in either way."""
    return role.get("vocab") == "credit" or any(_speaks_of_credit(value) for value in role.attrib.values())


@rule("J4R101", on="role", services=("jats4r", "scielo", "crossref"))
def credit_role_is_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A CRediT role names the vocabulary, the term and the term's address, and they belong together.

    Why: a program reads the address; where it is missing or of another role, the work is credited wrongly.
    Wrong: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Writing"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Writing</role>
    Wrong: <role vocab="credit" vocab-identifier="http://credit.niso.org" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Source: JATS4R Schematron 1.0, credit-errors; Crossref deposit schema 5.5.0, role
    """
    if el.get("vocab") != "credit" or (0, 0) < context.version < _NEWER:
        return
    if el.get("vocab-identifier") != VOCABULARY:
        yield _wrong(el, "vocab-identifier", VOCABULARY)
    meant = _meant(el)
    if el.get("vocab-term") not in _TERMS:
        yield _wrong(el, "vocab-term", meant.term if meant else "one of the 14 terms of CRediT")
    if meant is None or el.get("vocab-term-identifier") != meant.url:
        yield _wrong(el, "vocab-term-identifier", meant.url if meant else "the term's address")


def _meant(el: Element) -> Role | None:
    """The role that a role element speaks of: by its term, its address, its words."""
    return next(
        filter(None, map(find_role, (el.get("vocab-term", ""), el.get("vocab-term-identifier", ""), text_of(el)))), None
    )


def _wrong(el: Element, attribute: str, wanted: str) -> Hit:
    value = el.get(attribute)
    if value is None:
        return Hit(f"the CRediT role has no {attribute}; write {wanted}")
    fix = Fix(value, wanted) if wanted in _TERMS or wanted.startswith("https:") else None
    return Hit(f"{attribute} is {quoted(value, 90)}; it should be {wanted}", attribute=attribute, fix=fix)


@rule("J4R102", on="role", services=("jats4r",))
def credit_role_names_its_vocabulary(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A role that is tagged with a term or an address of CRediT has `vocab="credit"`.

    Why: programs look for that word, not for the address.
    Wrong: <role vocab-term="Software" vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Source: JATS4R Schematron 1.0, credit-errors
    """
    if el.get("vocab") == "credit" or (0, 0) < context.version < _NEWER:
        return
    if el.get("vocab-term") in _TERMS or any(_speaks_of_credit(el.get(name, "")) for name in _ATTRIBUTES):
        yield Hit('the role speaks of CRediT but has no vocab="credit"')


@rule("J4R103", on="role/@content-type", services=("jats4r", "scielo"))
def credit_address_is_exact(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The address of a CRediT role is written exactly as CRediT has it.

    Why: an address that differs in one sign is no role for a program.
    Wrong (scielo): <role content-type="http://credit.niso.org/contributor-roles/software">Software</role>
    Wrong (jats4r): <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
        "JATS-journalpublishing1.dtd">
        <article dtd-version="1.1">… <role content-type="http://credit.niso.org/contributor-roles/software">Software</role></article>
    Right (scielo): <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role>
    Right (jats4r): <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
        "JATS-journalpublishing1.dtd">
        <article dtd-version="1.1">… <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role></article>
    Source: JATS4R Schematron 1.0, credit-errors; SciELO Publishing Schema 1.10, credit_taxonomy
    """
    value = el.get("content-type", "")
    if not _speaks_of_credit(value) or value in _ADDRESSES:
        return
    meant = find_role(value)
    # From JATS 1.2 on JATS4R wants other attributes: J4R102.
    minding = ("jats4r", "scielo") if (0, 0) < context.version < _NEWER else ("scielo",)
    fix = Fix(value, meant.url) if meant else None
    advice = f"; write {meant.url}" if meant else ""
    yield Hit(
        f"{quoted(value, 90)} is not the address of a CRediT role{advice}",
        None,
        "content-type",
        services=minding,
        fix=fix,
    )


@rule("J4R104", on="contrib/role", services=("jats4r",), severity=Severity.WARNING)
def credit_term_is_tagged(el: Element) -> Iterator[Hit]:
    """A role that is a term of CRediT is tagged as one.

    Why: as plain words the role is seen by readers only.
    Wrong: <role>Software</role>
    Right: <role vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Software"
        vocab-term-identifier="https://credit.niso.org/contributor-roles/software/">Software</role>
    Source: JATS4R Schematron 1.0, credit-warnings
    """
    if any(name in el.attrib for name in _ATTRIBUTES):
        return
    words = text_of(el).casefold()
    if any(words == term.casefold() for term in _TERMS):
        yield Hit(f"{quoted(text_of(el))} is a role of CRediT; tag it with vocab and vocab-term")


@rule("SPS104", on="front/article-meta", services=("scielo",))
def roles_are_of_one_system(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """All authors have their roles by CRediT, or none has.

    Why: what each author did can be compared only in one system.
    Wrong: <role>Planning</role>
    Right: <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role>
    Source: SciELO Publishing Schema 1.10, credit_consistency
    """
    tagged_roles: list[Element] = []
    free: list[Element] = []
    for contrib in context.group(CONTRIBUTOR):
        # A role in a peer review, or of an editor, is of another kind.
        if contrib.get("contrib-type", "author") == "author" and context.part_of(contrib) is context.root:
            for role in contrib.iterchildren("role"):
                if "specific-use" not in role.attrib:
                    (tagged_roles if _is_credit(role) else free).append(role)
    if tagged_roles and free:
        message = f"{len(tagged_roles)} roles are of CRediT, {len(free)} are not, such as {quoted(text_of(free[0]))}"
        yield Hit(message, free[0])
    for role in free if not tagged_roles else ():
        if value := role.get("content-type"):
            yield Hit(f"content-type {quoted(value)} is no role of CRediT", role, "content-type")


@rule("SPS105", on="contrib", services=("scielo",))
def reviewer_has_a_role(el: Element, context: RuleContext) -> Iterator[str]:
    """Who wrote a peer review has a role that says reviewer or editor.

    Why: SciELO shows whether the report is a reviewer's or an editor's.
    Wrong (review): <contrib>… <!-- no role --></contrib>
    Right (review): <role specific-use="editor">Editor</role>
    Source: SciELO Publishing Schema 1.10, contrib_role_specific_use
    """
    # J4R003 speaks of a role that doesn't say which.
    part = context.part_of(el)
    if el.find("role") is None and is_review(part) and part.get("article-type") != "author-comment":
        yield f'the {part.get("article-type")} is by a contributor without <role specific-use="reviewer"> or "editor"'
