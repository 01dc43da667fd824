"""Contributors: whether there are any, their kinds, how they are identified and reached."""

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
PART_CONTRIBUTOR = "front-stub//contrib"
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
    """Whether a contributor is a member of a group: listed in its `<collab>`, or in a list of its own as in SciELO's files."""
    return within(contrib, "collab", "collab-wrap") or any(
        each.get("content-type") == "collab-list" for each in contrib.iterancestors("contrib-group")
    )


@rule("COM102", on="front/article-meta", services=("doaj", "crossref", "scielo", "pubmed"), severity=Severity.WARNING)
def article_has_authors(el: Element, context: RuleContext) -> Iterator[str]:
    """An article of a kind that has authors must name them.

    Why: without names nobody is credited for the article, and no search for an author finds it.
    Wrong: <article-meta>… <!-- no contrib-group --><!-- no author-notes --></article-meta>
    Right: <contrib>… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
    Right (correction): <article-meta>… <!-- no contrib-group --><!-- no author-notes -->
        <article-title>Correction to the study of northern harbours</article-title></article-meta>
    YAML: authors: ["Roe, Jane", "Doe, John"]
    Source: DOAJ's article service; Crossref deposit Schematron, note 10
    """
    if context.article_type in _HAVE_AUTHORS and not context.group(CONTRIBUTOR) and context.part_of(el) is context.root:
        unnamed = "if they must stay unnamed, write <anonymous/> in <contrib>"
        yield f"the {context.article_type} names no contributor: write its authors in <contrib-group>; {unnamed}"


@rule("COM119", on="/", services=("jats4r",), severity=Severity.WARNING)
def some_contributor_is_an_author(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """An article with contributors must have an author among them.

    Why: programs list as authors only those who are marked as such; an article with editors alone has no author.
    Wrong: <contrib-group><contrib contrib-type="editor">
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref><xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    Right: <contrib-group><contrib contrib-type="author">
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <xref ref-type="aff" rid="aff1">1</xref><xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    YAML:
        contributors:
          - name: Roe, Jane
            type: author
    Source: JATS4R Schematron 1.0, auths-affs-warnings
    """
    # In a peer review J4R004 speaks of a contributor who is not an author.
    if context.meta is None or is_review(context.root):
        return
    contribs = list(context.meta.iter("contrib"))
    if contribs and not any(each.get("contrib-type") == "author" for each in contribs):
        kinds = ", ".join(dict.fromkeys(filter(None, (each.get("contrib-type") for each in contribs))))
        stated = f"they are marked as {kinds}" if kinds else "none has a contrib-type"
        message = f'no contributor is marked as an author, {stated}: write contrib-type="author" on each author'
        yield Hit(message, context.meta)


@rule("COM107", on="contrib-id", services=("pmc", "jats4r", "scielo"))
def identifier_says_its_kind(el: Element) -> Iterator[Hit]:
    """An identifier of a contributor must state its kind.

    Why: without the kind nobody can tell an ORCID iD from a number in another database.
    Wrong (pmc, jats4r): <contrib>… <!-- no contrib-id -->
        <!-- new --><contrib-id>https://orcid.org/0000-0002-1825-0097</contrib-id></contrib>
    Wrong (scielo): <contrib>… <!-- new --><contrib-id>4760273612238540</contrib-id></contrib>
    Right (pmc, jats4r): <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
    Right (scielo): <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
    Source: PMC Style Checker 5.31, contrib-id-check; JATS4R Schematron 1.0, auths-affs-errors
    """
    if "contrib-id-type" not in el.attrib:
        yield Hit('<contrib-id> has no contrib-id-type: write contrib-id-type="orcid" or the kind that it is')
    elif not el.get("contrib-id-type", "").strip():
        yield Hit(
            'contrib-id-type is empty: write "orcid" or the kind that it is',
            attribute="contrib-id-type",
            services=("jats4r", "scielo"),
        )


required_attribute(
    Row(
        "DCT102",
        on="contrib-id",
        services=("datacite",),
        page="""An identifier of a creator must name its scheme.

        Why: DataCite requires the scheme of each name identifier and refuses a record without it.
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
        page="""A contributor must be an author or a compiler.

        Why: SciELO lists only these two kinds among the article's authors.
        Wrong: <contrib contrib-type="person">…</contrib>
        Right: <contrib contrib-type="compiler">…
            <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
        YAML: authors: ["Roe, Jane"]
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
        page="""An identifier of a contributor must be of a kind that SciELO knows.

        Why: SciELO links to ORCID, Lattes, ResearcherID and Scopus, and to no other database.
        Wrong: <contrib>… <!-- new --><contrib-id contrib-id-type="email">kovalenko</contrib-id></contrib>
        Right: <contrib>… <!-- new --><contrib-id contrib-id-type="lattes">4760273612238540</contrib-id></contrib>
        YAML: authors: [{name: "Roe, Jane", ids: {scopus: "7004212771"}}]
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
        page="""Initials must be letters, with or without full stops.

        Why: they are shown where the text speaks of an author, and searched there.
        Wrong: <given-names initials="D1">Daria</given-names>
        Right: <given-names initials="D.">Daria</given-names>
        YAML: authors: [{surname: Roe-Doe, surname_initials: R-D, given: Martin Luther, given_initials: ML}]
        Source: JATS4R Schematron 1.0, auths-affs-warnings
        """,
    ),
    r"(?:[^\W\d_][\u0300-\u036f]?\.?[\s-]?)+",
    "initials: write letters, with or without full stops",
)


@rule("COM108", on="contrib", services=("pmc",), severity=Severity.WARNING)
def contributor_says_its_kind(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A contributor must be marked as author, editor or reviewer.

    Why: PMC cannot tell who wrote the article and who edited it.
    Wrong: <contrib>… <!-- no @contrib-type --></contrib>
    Wrong: <contrib contrib-type="professor">…</contrib>
    Right: <contrib contrib-type="author">… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
    YAML:
        contributors:
          - name: Roe, Jane
            type: editor
    Source: PMC Style Checker 5.31, contrib-attribute-checking
    """
    kind = el.get("contrib-type", "").strip()
    # Members of a group need no kind; PMC105 speaks in manuscripts.
    if kind in _KINDS or context.is_manuscript or within(el, "collab", "collab-wrap"):
        return
    if not kind:
        yield Hit(f"<contrib> has no contrib-type: write {any_of(_KINDS)}")
    else:
        message = f"contrib-type {quoted(kind)} is not one of PMC's: write {any_of(_KINDS)}, and the task in <role>"
        yield Hit(message, attribute="contrib-type")


@rule("COM114", on="/", services=("jats4r",))
def equal_contribution_is_of_several(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """If one author is marked as having contributed equally, another one must be marked too.

    Why: readers see that the work was equal but not with whom; the mark of the other author was forgotten.
    Wrong: <contrib equal-contrib="yes">…</contrib>
    Right: <contrib equal-contrib="no">… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name></contrib>
    YAML:
        authors:
          - {name: "Roe, Jane", equal_contribution: yes}
          - {name: "Doe, John", equal_contribution: yes}
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    if context.meta is None:
        return
    marked = [
        each
        for each in context.group("contrib/@equal-contrib")
        if each.get("equal-contrib") == "yes"
        and each.get("contrib-type") == "author"
        and context.part_of(each) is context.root
    ]
    if len(marked) == 1:
        message = 'only one author has equal-contrib="yes": mark the others who contributed equally'
        yield Hit(message, marked[0], "equal-contrib")


@rule("COM115", on="front/article-meta", services=("jats4r", "scielo"), severity=Severity.WARNING)
def corresponding_author_can_be_reached(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have a corresponding author, with an e-mail address or a link to the note that holds it.

    Why: readers do not know whom to write to.
    Wrong (jats4r): <contrib-group>… <!-- new --><contrib contrib-type="author" corresp="yes">
        <name><surname>Moreau</surname><given-names>Luc</given-names></name>
        <xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    Wrong (scielo): <contrib-group>… <!-- new --><contrib contrib-type="author" corresp="yes">
        <contrib-id contrib-id-type="orcid">0000-0001-5109-3700</contrib-id>
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role>
        <xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    Wrong: <article-meta>… <!-- no corresp -->
        <contrib>… <!-- no @corresp --><!-- no xref[@ref-type='corresp'] --></contrib></article-meta>
    Right: <contrib corresp="yes">… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <xref ref-type="corresp" rid="c1">*</xref></contrib>
    Right: <article-meta>… <!-- no corresp --><contrib corresp="yes">… <!-- no xref[@ref-type='corresp'] -->
        <email>daria.kovalenko@imr-bergen.no</email></contrib></article-meta>
    YAML:
        authors:
          - name: Roe, Jane
            corresponding: yes
            email: roe@tides.example
    Source: SciELO Publishing Schema 1.10, author_notes; JATS4R, "Authors and affiliations"
    """
    contribs = context.group(CONTRIBUTOR)
    corresponding = [each for each in contribs if each.get("corresp") == "yes"]
    notes = [each for each in el.iter("corresp", "author-notes") if each.tag == "corresp" or _has_address(each)]
    # One author and one note need no link to be seen as belonging together.
    for each in corresponding if not notes or len(corresponding) > 1 else ():
        if not _is_reachable(each, context):
            message = "the corresponding author has neither an e-mail address nor a link to a note that holds one"
            yield Hit(f'{message}: write <email>, or <xref ref-type="corresp"> in <contrib>', each)
    if corresponding or notes or not contribs or context.article_type not in _HAVE_AUTHORS:
        return
    if not any(map(_has_address, (*contribs, *el.iter("aff")))):
        yield Hit('no author is marked as corresponding: write corresp="yes" and an e-mail address')


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
    """Contributors of an author manuscript must be authors or editors, with their names and links and nothing more.

    Why: PMC joins the manuscript with the published article and takes the rest from there.
    Wrong (manuscript): <contrib contrib-type="reviewer">…</contrib>
    Wrong (manuscript): <contrib>… <bio><p>She studies harbours.</p></bio></contrib>
    Right (manuscript): <contrib contrib-type="author">… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        </contrib>
    Source: PMC Style Checker 5.31, ms-contrib-attribute-test, ms-contrib-content-test and ms-contrib-group-content-test
    """
    if not context.is_manuscript:
        return
    if el.tag == "contrib-group":
        extra = [each for each in elements_of(el) if each.tag not in _IN_MANUSCRIPT_GROUPS]
    else:
        if el.get("contrib-type") not in ("author", "editor"):
            yield 'a contributor of an author manuscript is neither author nor editor: write contrib-type="author" or "editor"'
        for name in ("id", "rid"):
            if name in el.attrib:
                yield f"a contributor of an author manuscript has the attribute {name}: remove it"
        extra = children(el, *_NOT_IN_MANUSCRIPTS)
        extra += [each for each in children(el, "uri") if "orcid.org" not in text_of(each)]
    for each in extra:
        yield f"{tagged(each)} is not allowed in {tagged(el)} of an author manuscript: remove it"


@rule("SPS103", on=CONTRIBUTOR, services=("scielo",))
def contributor_has_an_affiliation(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An author who is a person must be linked to an affiliation.

    Why: SciELO counts articles for institutions and countries by the affiliations of their authors.
    Wrong: <contrib-group>… <!-- new --><contrib contrib-type="author">
        <contrib-id contrib-id-type="orcid">0000-0001-5109-3700</contrib-id>
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role></contrib></contrib-group>
    Right: <contrib-group>… <!-- new --><contrib contrib-type="author">
        <contrib-id contrib-id-type="orcid">0000-0001-5109-3700</contrib-id>
        <name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>
        <role content-type="https://credit.niso.org/contributor-roles/software/">Software</role>
        <xref ref-type="aff" rid="aff2">2</xref></contrib></contrib-group>
    YAML:
        authors:
          - name: Roe, Jane
            affiliations: [{institution: University of Tides, country: Ukraine}]
    Source: SciELO Publishing Schema 1.10, contrib affiliations
    """
    if el.get("contrib-type", "author") not in ("author", "compiler"):
        return
    linked = "rid" in el.attrib or any(_leads_to_affiliation(link, context) for link in el.iterchildren("xref"))
    # SPS106 speaks of members of groups.
    if not (
        linked or in_collab(el) or any(el.find(name) is not None for name in ("aff", "aff-alternatives", *NAMES[3:]))
    ):
        yield Hit('the author is not linked to an affiliation: write <xref ref-type="aff"> in <contrib>')


def _leads_to_affiliation(link: Element, context: RuleContext) -> bool:
    """By its type, or by its target if the type is missing, which is COM135's."""
    if link.get("ref-type") == "aff":
        return True
    targets = (context.ids.get(name) for name in link.get("rid", "").split())
    return any(each is not None and (each.tag == "aff" or within(each, "aff")) for each in targets)


@rule("SPS109", on=(CONTRIBUTOR, PART_CONTRIBUTOR), services=("scielo",))
def person_has_an_orcid(el: Element) -> Iterator[str]:
    """A contributor who is named must have an ORCID iD.

    Why: SciELO requires it of every person; it distinguishes people of one name.
    Wrong: <contrib>… <!-- no contrib-id --></contrib>
    Right: <contrib>… <contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id></contrib>
    YAML:
        authors:
          - name: Roe, Jane
            orcid: 0000-0002-1825-0097
    Source: SciELO Publishing Schema 1.10, orcid_format
    """
    named = any(el.find(name) is not None for name in ("name", "name-alternatives"))
    if named and not in_collab(el) and el.find("contrib-id[@contrib-id-type='orcid']") is None:
        yield 'the contributor has no ORCID iD: write <contrib-id contrib-id-type="orcid"> with its 16 characters'
