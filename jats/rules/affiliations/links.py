"""Links between contributors and their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.affiliations.parts import begins_raised
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.people.contributors import CONTRIBUTOR

_AFFILIATIONS = ("aff", "aff-alternatives")


@rule("COM133", on="front/article-meta", services=("jats4r", "scielo", "pmc"))
def affiliation_is_linked(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Where there are several affiliations and authors, each affiliation is linked to by a contributor.

    Why: nobody can tell who works where.
    Wrong: <article-meta>… <!-- new --><aff id="aff3"><label>3</label>
        <institution content-type="original">Harbour Museum, Bergen, Vestland, Norway</institution>
        <institution content-type="orgname">Harbour Museum</institution>
        <city>Bergen</city><state>Vestland</state><country country="NO">Norway</country></aff></article-meta>
    Right: <article-meta>…</article-meta>
    Source: JATS4R Schematron 1.0, auths-affs-errors; SciELO Publishing Schema 1.10, elements_requires_xref_rid
    """
    if len(list(el.iter("aff"))) < 2 or len(context.group(CONTRIBUTOR)) < 2:
        return
    linked = context.once("names in rid", lambda: _linked(context))
    for each in el.iterchildren(*_AFFILIATIONS):
        names = {each.get("id"), *(aff.get("id") for aff in each.iterchildren("aff"))}
        if not linked.intersection(names):
            yield Hit('no contributor is linked to the affiliation: use <xref ref-type="aff"> in <contrib>', each)


def _linked(context: RuleContext) -> set[str | None]:
    return {name for each in context.group("@rid") for name in each.get("rid", "").split()}


@rule("COM134", on="contrib/xref", services=("pmc", "jats4r", "scielo"))
def link_to_affiliation_leads_to_one(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A contributor's link of type `aff` leads to an affiliation.

    Why: the author is shown with a note, or another author, as the institution.
    Wrong: <contrib>… <!-- new --><xref ref-type="aff" rid="fn1">a</xref></contrib>
    Right: <contrib>… <xref ref-type="aff" rid="aff1">1</xref></contrib>
    Source: PMC Style Checker 5.31, xref-check; JATS4R Schematron 1.0, auths-affs-errors
    """
    if el.get("ref-type") != "aff":
        return
    # A link without a target is COM006's.
    for name in el.get("rid", "").split():
        target = context.ids.get(name)
        if target is not None and target.tag not in _AFFILIATIONS:
            yield Hit(f'the link has ref-type="aff", but {name} is {tagged(target)}', attribute="rid")


@rule("COM135", on="/", services=("jats4r", "pmc"))
def link_to_affiliation_says_so(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A link to an affiliation has the ref-type `aff`.

    Why: programs find where an author works by that word.
    Wrong: <contrib>… <!-- new --><xref ref-type="other" rid="aff2">2</xref></contrib>
    Right: <contrib>… <!-- new --><xref ref-type="aff" rid="aff2">2</xref></contrib>
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    names = {each.get("id") for name in _AFFILIATIONS for each in context.all(name)}
    for link in context.all("xref") if names else ():
        kind = link.get("ref-type")
        if kind != "aff" and kind != "bibr" and names.intersection(link.get("rid", "").split()):
            stated = f"has the ref-type {quoted(kind)}" if kind else "has no ref-type"
            yield Hit(
                f"the link to an affiliation {stated}; write aff",
                link,
                fix=None,
                attribute="ref-type" if kind else None,
            )


@rule("COM139", on="aff", services=("jats4r",), severity=Severity.WARNING)
def affiliation_shows_its_mark(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Where authors carry a mark for an affiliation, the affiliation has that mark as its label.

    Why: readers see a number beside the author's name and don't find it.
    Wrong: <aff id="aff1">… <!-- no label --></aff>
    Right: <aff id="aff1">…</aff>
    Source: JATS4R Schematron 1.0, auths-affs-warnings
    """
    # A mark in superscript is COM138's.
    if el.find("label") is not None or begins_raised(el) or is_blank(el):
        return
    marks = context.once("marks of affiliations", lambda: _marks(context))
    if mark := marks.get(el.get("id", "")):
        yield Hit(f"authors carry the mark {quoted(mark)} for the affiliation, which has no <label>")


def _marks(context: RuleContext) -> dict[str, str]:
    """The text of the first link to each affiliation that shows any."""
    found: dict[str, str] = {}
    for link in context.group("contrib/xref"):
        if link.get("ref-type") == "aff" and (text := text_of(link)):
            for name in link.get("rid", "").split():
                found.setdefault(name, text)
    return found


@rule("PMC130", on="aff//xref", services=("pmc",))
def affiliation_leads_to_no_affiliation(el: Element) -> Iterator[str]:
    """An affiliation holds no link to an affiliation.

    Why: the link belongs to the contributor who works there; in the affiliation it joins two institutions.
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, Bergen, see
        <xref ref-type="aff" rid="aff2">2</xref></aff>
    Right: <aff id="aff1">…</aff>
    Source: PMC Style Checker 5.31, aff-xref-check
    """
    if el.get("ref-type") == "aff":
        yield "the affiliation holds a link to an affiliation: put it into <contrib>"


@rule("PMC131", on="contrib-group/aff", services=("pmc",))
def manuscript_affiliations_stand_in_one_way(el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript has its affiliations for all contributors of a group, or for each one, not both.

    Why: it can't be told whether those of the group are also those of who has their own.
    Wrong (manuscript): <contrib-group><contrib contrib-type="author" corresp="yes">
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <aff id="aff8"><institution>Institute of Marine Research</institution>, Bergen</aff>
        <xref ref-type="aff" rid="aff1">1</xref><xref ref-type="aff" rid="aff2">2</xref>
        <xref ref-type="corresp" rid="c1">*</xref></contrib>
        <aff id="aff9"><institution>Harbour Museum</institution>, Bergen</aff></contrib-group>
    Right (manuscript): <contrib-group>…</contrib-group>
    Source: PMC Style Checker 5.31, ms-contrib-group-aff-test
    """
    group = el.getparent()
    if (
        context.is_manuscript
        and group is not None
        and group.find("aff") is el
        and group.find("contrib/aff") is not None
    ):
        yield "the group has affiliations of its own and some of its contributors too: choose one way"
