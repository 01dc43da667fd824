"""Links between contributors and their affiliations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.affiliations.parts import begins_raised
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule

_AFFILIATIONS = ("aff", "aff-alternatives")


@rule("COM133", on="aff", services=("jats4r", "scielo"))
def affiliation_is_linked(el: Element, context: RuleContext) -> Iterator[Hit]:
    """If there are several affiliations and authors, a contributor must be linked to each affiliation.

    Why: nobody can tell who works where.
    Wrong (jats4r): <article-meta>… <!-- no xref[@ref-type='aff'] --></article-meta>
    Wrong (scielo): <article-meta>… <!-- new --><aff id="aff3"><label>3</label>
        <institution content-type="original">Department of Boats, Harbour Museum, Bergen, Vestland, Norway</institution>
        <institution content-type="orgname">Harbour Museum</institution>
        <institution content-type="orgdiv1">Department of Boats</institution>
        <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Norway</country></aff>
        </article-meta>
    Right: <contrib>… <xref ref-type="aff" rid="aff1">1</xref></contrib>
    YAML:
        authors:
          - name: Roe, Jane
            affiliations: a1
          - name: Doe, John
            affiliations: a2
        affiliations:
          - id: a1
            institution: University of Tides
          - id: a2
            institution: Harbour Museum
    Source: JATS4R Schematron 1.0, auths-affs-errors; SciELO Publishing Schema 1.10, elements_requires_xref_rid
    """
    name = el.get("id")
    if name in context.once("names in rid", lambda: _linked(context)):
        return
    # An article without contributors is COM102's.
    services = ("scielo",) if name and context.group("contrib") else ()
    if _needs_link(el, context):
        services = (*services, "jats4r")
    if services:
        # JATS4R's test passes over the last one.
        last = next(el.itersiblings("aff"), None) is None
        link = f'<xref ref-type="aff" rid="{name}">' if name else 'an id on <aff>, and <xref ref-type="aff">'
        severities = {"jats4r": Severity.WARNING} if last else None
        message = f"no contributor is linked to the affiliation: write {link} in <contrib>"
        yield Hit(message, services=services, severities=severities)


def _needs_link(aff: Element, context: RuleContext) -> bool:
    """Whether an affiliation is one of several beside, or after, several contributors."""
    around = aff.getparent()
    if around is None or around.tag not in ("contrib-group", "article-meta"):
        return False
    return aff in context.once(("affiliations that need a link", around), lambda: _need_links(around))


def _need_links(around: Element) -> frozenset[Element]:
    """The affiliations of several contributors who have several; in `<contrib-group>`, those after the second contributor."""
    affiliations, in_group = list(around.iterchildren("aff")), around.tag == "contrib-group"
    contributors = around.iterchildren("contrib") if in_group else around.iter("contrib")
    second = next(islice(contributors, 1, None), None)
    if second is None or len(affiliations) < 2:
        return frozenset()
    return frozenset(second.itersiblings("aff") if in_group else affiliations)


def _linked(context: RuleContext) -> set[str | None]:
    return {name for each in context.group("@rid") for name in each.get("rid", "").split()}


@rule("COM134", on="contrib/xref", services=("pmc", "scielo"))
def link_to_affiliation_leads_to_one(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A contributor's link of type `aff` must lead to an affiliation.

    Why: a note or another author is shown as the author's institution.
    Wrong: <contrib>… <!-- new --><xref ref-type="aff" rid="fn1">a</xref></contrib>
    Right: <contrib>… <xref ref-type="aff" rid="aff1">1</xref></contrib>
    Source: PMC Style Checker 5.31, xref-check; SciELO Publishing Schema 1.10, xref-reftype-integrity-aff
    """
    if el.get("ref-type") != "aff":
        return
    # A link without a target is COM006's.
    for name in el.get("rid", "").split():
        target = context.ids.get(name)
        if target is not None and target.tag != "aff":
            services = ("scielo",) if target.tag == "aff-alternatives" or within(target, *_AFFILIATIONS) else None
            message = f'the link has ref-type="aff", but {quoted(name)} is the id of {tagged(target)}: correct rid or ref-type'
            yield Hit(message, attribute="rid", services=services)


@rule("COM135", on="/", services=("jats4r",))
def link_to_affiliation_says_so(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A link to an affiliation must have the ref-type `aff`.

    Why: programs find where an author works by that word.
    Wrong: <contrib>… <!-- new --><xref ref-type="other" rid="aff2">2</xref></contrib>
    Right: <contrib>… <!-- new --><xref ref-type="aff" rid="aff2">2</xref></contrib>
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    names = {each.get("id") for each in context.all("aff")}
    for link in context.all("xref") if names else ():
        kind, targets = link.get("ref-type"), link.get("rid", "").split()
        if kind != "aff" and kind != "bibr" and names.intersection(targets):
            stated = f"has the ref-type {quoted(kind)}" if kind else "has no ref-type"
            # JATS4R's test does not judge a link to several targets.
            severity = None if len(targets) == 1 else Severity.WARNING
            message = f'the link to an affiliation {stated}: write ref-type="aff"'
            yield Hit(message, link, "ref-type" if kind else None, severity=severity)


@rule("COM139", on="aff", services=("jats4r",), severity=Severity.WARNING)
def affiliation_shows_its_mark(el: Element, context: RuleContext) -> Iterator[Hit]:
    """If authors show a mark for an affiliation, the affiliation must have that mark as its label.

    Why: readers see a number beside the author's name and do not find it.
    Wrong: <aff id="aff1">… <!-- no label --></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: JATS4R Schematron 1.0, auths-affs-warnings
    """
    # A mark in superscript is COM138's.
    if el.find("label") is not None or begins_raised(el) or is_blank(el):
        return
    marks = context.once("marks of affiliations", lambda: _marks(context))
    if mark := marks.get(el.get("id", "")):
        yield Hit(
            f"authors show the mark {quoted(mark)} for the affiliation, which has no <label>: add <label>{mark}</label>"
        )


def _marks(context: RuleContext) -> dict[str, str]:
    """The text of the first link of an author to each affiliation that shows any."""
    found: dict[str, str] = {}
    for link in context.group("contrib/xref"):
        contrib = link.getparent()
        author = contrib is not None and contrib.get("contrib-type") == "author"
        if author and link.get("ref-type") == "aff" and (text := text_of(link)):
            for name in link.get("rid", "").split():
                found.setdefault(name, text)
    return found


@rule("PMC130", on="aff//xref", services=("pmc",))
def affiliation_leads_to_no_affiliation(el: Element) -> Iterator[str]:
    """An affiliation must not hold a link to another affiliation.

    Why: the link belongs to the contributor who works there; in the affiliation it joins two institutions.
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, Bergen, see
        <xref ref-type="aff" rid="aff2">2</xref></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: PMC Style Checker 5.31, aff-xref-check
    """
    if el.get("ref-type") == "aff":
        yield "the affiliation holds a link to an affiliation: move the link to <contrib>"


@rule("PMC131", on="contrib-group/aff", services=("pmc",))
def manuscript_affiliations_stand_in_one_way(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript must have its affiliations for all contributors of a group, or for each one, not both.

    Why: nobody can tell whether those of the group also hold for a contributor who has their own.
    Wrong (manuscript): <contrib-group><contrib contrib-type="author" corresp="yes">
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <aff id="aff3"><institution>Institute of Marine Research</institution>, Bergen</aff>
        <xref ref-type="aff" rid="aff1">1</xref><xref ref-type="aff" rid="aff2">2</xref>
        <xref ref-type="corresp" rid="c1">*</xref></contrib>
        <aff id="aff4"><institution>Harbour Museum</institution>, Bergen</aff></contrib-group>
    Right (manuscript): <contrib-group>… <xref ref-type="aff" rid="aff1">1</xref></contrib-group>
    Source: PMC Style Checker 5.31, ms-contrib-group-aff-test
    """
    group = el.getparent()
    if (
        context.is_manuscript
        and group is not None
        and group.find("aff") is el
        and group.find("contrib/aff") is not None
    ):
        yield "the group has affiliations of its own, and so have some of its contributors: choose one way"
