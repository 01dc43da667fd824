"""Contributors: that there are some, of which kind they are, how they are identified and reached."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, children, elements_of, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, pattern, required_attribute
from jats.rules.header.peer_review import is_review

CONTRIBUTOR = "article-meta//contrib"
NAMES = ("name", "string-name", "name-alternatives", "collab", "collab-alternatives", "collab-wrap", "anonymous")
"""What a contributor may be called by."""

_HAVE_AUTHORS = frozenset(
    "research-article review-article systematic-review case-report brief-report rapid-communication methods-article data-paper "
    "data-article article-commentary letter book-review discussion report meeting-report".split()
)
_KINDS = ("author", "editor", "reviewer")
_SCIELO_IDENTIFIERS = ("orcid", "lattes", "researchid", "scopus")
_NOT_IN_MANUSCRIPTS = ("address", "bio", "author-comment")
_IN_MANUSCRIPT_GROUPS = ("contrib", "aff", "on-behalf-of", "xref")


def in_collab(contrib: Element) -> bool:
    """Whether a contributor is a member of a group: listed in its `<collab>`, or in a list of its own as SciELO has it."""
    return within(contrib, "collab", "collab-wrap") or any(
        each.get("content-type") == "collab-list" for each in contrib.iterancestors("contrib-group")
    )


@rule("COM102", on="front/article-meta", services=("doaj", "crossref", "scielo", "pubmed"), severity=Severity.WARNING)
def article_has_authors(el: Element, context: RuleContext) -> Iterator[str]:
    """An article of a kind that has authors names them.

    Why: the article is credited to nobody, and found under no name.
    Wrong: <article-meta>… <!-- no contrib-group --></article-meta>
    Right: <article-meta>…</article-meta>
    Right (correction): <article-meta>… <!-- no contrib-group --></article-meta>
    Source: DOAJ's article service; Crossref deposit Schematron, note 10
    """
    if context.article_type in _HAVE_AUTHORS and not context.group(CONTRIBUTOR) and context.part_of(el) is context.root:
        yield f"the {context.article_type} has no contributor; where the authors are not to be named, write <anonymous/>"


required_attribute(
    Row(
        "COM107",
        on="contrib-id",
        services=("pmc", "jats4r", "scielo"),
        page="""An identifier of a contributor says of which kind it is.

        Why: nobody can tell an ORCID from a number in another database.
        Wrong: <contrib>… <!-- no contrib-id -->
            <!-- new --><contrib-id>https://orcid.org/0000-0002-1825-0097</contrib-id></contrib>
        Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
        Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
        Source: PMC Style Checker 5.31, contrib-id-check; JATS4R Schematron 1.0, auths-affs-errors
        """,
    ),
    "contrib-id-type",
)
required_attribute(
    Row(
        "DCT102",
        on="contrib-id",
        services=("datacite",),
        page="""An identifier of a creator names its scheme.

        Why: DataCite requires the scheme of each name identifier and refuses the record without.
        Wrong: <contrib>… <!-- no contrib-id -->
            <!-- new --><contrib-id>https://orcid.org/0000-0002-1825-0097</contrib-id></contrib>
        Right: <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
        Source: DataCite Metadata Schema 4.6, property 2.4
        """,
    ),
    "contrib-id-type",
)
closed_list(
    Row(
        "SPS101",
        on=("article-meta//contrib/@contrib-type", "front-stub//contrib/@contrib-type"),
        services=("scielo",),
        page="""A contributor is an author or a compiler.

        Why: SciELO lists only these two among the article's authors.
        Wrong: <contrib contrib-type="person">…</contrib>
        Right: <contrib contrib-type="author">…</contrib>
        Source: SciELO Publishing Schema 1.10, contrib_type_list
        """,
    ),
    ("author", "compiler"),
)
closed_list(
    Row(
        "SPS102",
        on="contrib-id/@contrib-id-type",
        services=("scielo",),
        # An empty one is COM107's.
        when=lambda el: bool(el.get("contrib-id-type", "").strip()),
        page="""An identifier of a contributor is of a kind that SciELO knows.

        Why: SciELO links to these databases and to no other.
        Wrong: <contrib>… <contrib-id contrib-id-type="email">kovalenko</contrib-id></contrib>
        Right: <contrib>… <contrib-id contrib-id-type="lattes">4760273612238540</contrib-id></contrib>
        Source: SciELO Publishing Schema 1.10, contrib-id
        """,
    ),
    _SCIELO_IDENTIFIERS,
)
pattern(
    Row(
        "J4R105",
        on="@initials",
        services=("jats4r",),
        severity=Severity.WARNING,
        page="""Initials are letters, with or without full stops.

        Why: they are shown where the text speaks of an author, and searched there.
        Wrong: <given-names initials="D1">Daria</given-names>
        Right: <given-names initials="D.">Daria</given-names>
        Source: JATS4R Schematron 1.0, auths-affs-warnings
        """,
    ),
    r"(?:[^\W\d_][\u0300-\u036f]?\.?[\s-]?)+",
    "initials: letters, with full stops or without",
)


@rule("COM108", on=CONTRIBUTOR, services=("pmc", "jats4r", "scielo"), severity=Severity.WARNING)
def contributor_says_its_kind(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A contributor is marked as author, editor or reviewer.

    Why: receivers take who is not marked for an author, or for nobody.
    Wrong: <contrib>… <!-- no @contrib-type --></contrib>
    Wrong (pmc, jats4r): <contrib contrib-type="professor">…</contrib>
    Right: <contrib contrib-type="author">…</contrib>
    Source: PMC Style Checker 5.31, contrib-attribute-checking; JATS4R Schematron 1.0, auths-affs-warnings
    """
    kind = el.get("contrib-type", "").strip()
    # PMC105 speaks in manuscripts, J4R004 in reviews, SPS101 for SciELO, COM118 of groups and their members.
    if kind in _KINDS or context.is_manuscript:
        return
    if not kind:
        yield Hit(f"<contrib> has no contrib-type; it should be {any_of(_KINDS)}", services=_who_minds(el))
    elif not is_review(context.part_of(el)) and el.find("collab") is None and not in_collab(el):
        message = f"contrib-type {quoted(kind)} should be {any_of(_KINDS)}; a task may be named in <role>"
        yield Hit(message, attribute="contrib-type", services=("pmc", "jats4r"))


def _who_minds(contrib: Element) -> tuple[str, ...]:
    """JATS4R wants members of a group marked as something else than authors, or not at all."""
    return ("pmc", "scielo") if in_collab(contrib) else ("pmc", "jats4r", "scielo")


@rule("COM114", on="contrib/@equal-contrib", services=("jats4r",))
def equal_contribution_is_of_several(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Where an author contributed equally, another one did too.

    Why: a single one is equal to nobody, so somebody's share was left unmarked.
    Wrong: <contrib equal-contrib="yes">…</contrib>
    Right: <contrib equal-contrib="no">…</contrib>
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    if el.get("equal-contrib") != "yes":
        return
    part = context.part_of(el)
    marked = [each for each in context.group("contrib/@equal-contrib") if each.get("equal-contrib") == "yes"]
    if not any(each is not el and context.part_of(each) is part for each in marked):
        yield Hit('only one contributor has equal-contrib="yes"; mark the others', attribute="equal-contrib")


@rule("COM115", on="front/article-meta", services=("jats4r", "scielo", "pmc"), severity=Severity.WARNING)
def corresponding_author_can_be_reached(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article has a corresponding author, with an e-mail address or a link to the note that holds it.

    Why: readers don't know whom to write to.
    Wrong: <contrib-group>… <!-- new --><contrib contrib-type="author" corresp="yes">
        <name><surname>Moreau</surname><given-names>Luc</given-names></name>
        <xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    Wrong: <article-meta>… <!-- no corresp -->
        <contrib>… <!-- no @corresp --><!-- no xref[@ref-type='corresp'] --></contrib></article-meta>
    Right: <contrib corresp="yes">…</contrib>
    Right: <contrib>… <!-- no xref[@ref-type='corresp'] --><email>daria.kovalenko@imr-bergen.no</email></contrib>
    Source: SciELO Publishing Schema 1.10, author_notes; JATS4R, "Authors and affiliations"
    """
    contribs = context.group(CONTRIBUTOR)
    corresponding = [each for each in contribs if each.get("corresp") == "yes"]
    notes = [each for each in el.iter("corresp", "author-notes") if each.tag == "corresp" or _has_address(each)]
    # One author and one note need no link to be seen as belonging together.
    for each in corresponding if not notes or len(corresponding) > 1 else ():
        if not _is_reachable(each, context):
            yield Hit(
                "the corresponding author has neither an e-mail address nor a link to a note that holds one", each
            )
    if corresponding or notes or not contribs or context.article_type not in _HAVE_AUTHORS:
        return
    if not any(map(_has_address, (*contribs, *el.iter("aff")))):
        yield Hit("no author is marked as the corresponding one, and there is no e-mail address")


def _has_address(el: Element) -> bool:
    return el.find(".//email") is not None


def _is_reachable(contrib: Element, context: RuleContext) -> bool:
    if _has_address(contrib):
        return True
    named = [name for link in contrib.iter("xref") for name in link.get("rid", "").split()]
    targets = [context.ids[name] for name in named if name in context.ids]
    return any(each.tag == "corresp" or _has_address(each) for each in targets)


@rule("PMC105", on=("front//contrib", "front//contrib-group"), services=("pmc",))
def manuscript_contributors_are_simple(el: Element, context: RuleContext) -> Iterator[str]:
    """Contributors of an author manuscript are authors or editors with their names and links, nothing more.

    Why: PMC joins the manuscript with the published article and takes the rest from there.
    Wrong (manuscript): <contrib contrib-type="reviewer">…</contrib>
    Wrong (manuscript): <contrib>… <bio><p>She studies harbours.</p></bio></contrib>
    Right (manuscript): <contrib contrib-type="author">…</contrib>
    Source: PMC Style Checker 5.31, ms-contrib-attribute-test, ms-contrib-content-test and ms-contrib-group-content-test
    """
    if not context.is_manuscript:
        return
    if el.tag == "contrib-group":
        extra = [each for each in elements_of(el) if each.tag not in _IN_MANUSCRIPT_GROUPS]
    else:
        if el.get("contrib-type") not in ("author", "editor"):
            yield "a contributor of an author manuscript has the contrib-type author or editor"
        for name in ("id", "rid"):
            if name in el.attrib:
                yield f"a contributor of an author manuscript has no {name}"
        extra = children(el, *_NOT_IN_MANUSCRIPTS)
        extra += [each for each in children(el, "uri") if "orcid.org" not in text_of(each)]
    for each in extra:
        yield f"{tagged(el)} of an author manuscript holds no {tagged(each)}"


@rule("SPS103", on=CONTRIBUTOR, services=("scielo", "jats4r"))
def contributor_has_an_affiliation(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An author who is a person is linked to an affiliation.

    Why: where people work is how articles are counted for institutions and countries.
    Wrong: <contrib-group>… <!-- new --><contrib contrib-type="author">
        <name><surname>Moreau</surname><given-names>Luc</given-names></name></contrib></contrib-group>
    Right: <contrib-group>… <!-- new --><contrib contrib-type="author">
        <name><surname>Moreau</surname><given-names>Luc</given-names></name>
        <xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    Source: SciELO Publishing Schema 1.10, contrib affiliations; JATS4R, "Authors and affiliations"
    """
    if el.get("contrib-type", "author") not in ("author", "compiler"):
        return
    linked = "rid" in el.attrib or any(_leads_to_affiliation(link, context) for link in el.iterchildren("xref"))
    if linked or any(el.find(name) is not None for name in ("aff", "aff-alternatives", *NAMES[3:])) or in_collab(el):
        return  # SPS106 speaks of members of groups
    affiliations = context.once("affiliations of the article", lambda: _affiliations(context))
    if len(affiliations) > 1 and not _share_affiliations(el):
        yield Hit('the author has no affiliation: link one by <xref ref-type="aff">')
    else:
        yield Hit("the author is linked to no affiliation", services=("scielo",))


def _leads_to_affiliation(link: Element, context: RuleContext) -> bool:
    """By its type, or by its target where the type is forgotten, which is COM135's."""
    if link.get("ref-type") == "aff":
        return True
    targets = (context.ids.get(name) for name in link.get("rid", "").split())
    return any(each is not None and (each.tag == "aff" or within(each, "aff")) for each in targets)


def _affiliations(context: RuleContext) -> list[Element]:
    return [] if context.meta is None else list(context.meta.iter("aff"))


def _share_affiliations(contrib: Element) -> bool:
    """Whether the affiliations that stand in a group are those of all in it."""
    group = contrib.getparent()
    if group is None or group.find("aff") is None:
        return False
    return group.find("contrib/xref[@ref-type='aff']") is None
