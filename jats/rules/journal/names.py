"""Names and identifiers of the journal and its publisher."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list, required_attribute, required_child
from jats.rules.engine.targets import ALL

PMC_JOURNAL_ID_TYPES = tuple(
    "aggregator archive coden doi hwp index iso-abbrev issn nlm-journal-id nlm-ta pmc publisher-id pubmed-jr-id sc".split()
)

required_child(
    Row(
        "COM020",
        on="journal-meta",
        services=("pmc", "scielo", "crossref", "doaj", "pubmed"),
        page="""The journal must have its full title.

        Why: every receiver files the article under its journal, and people look for it by that title.
        Wrong: <journal-meta>… <!-- no journal-title --></journal-meta>
        Right: <journal-title>Journal of Tidal Studies</journal-title>
        YAML:
            journal:
              title: Journal of Tides
        Source: PMC Style Checker 5.31, journal-meta-check; Crossref deposit schema 5.5.0, full_title
        """,
    ),
    "journal-title-group/journal-title",
    or_path="journal-title",
)

required_child(
    Row(
        "COM025",
        on="journal-meta",
        services=("pmc", "scielo", "pubmed"),
        page="""The journal must name its publisher.

        Why: receivers check who sends the article, and readers cite the publisher.
        Wrong: <journal-meta>… <!-- no publisher --></journal-meta>
        Right: <publisher><publisher-name>Harbour Press</publisher-name></publisher>
        YAML:
            journal:
              publisher: {name: Tides Press, place: Kyiv}
        Source: PMC, minimum data criteria; SciELO Publishing Schema 1.10, publisher; PubMed.dtd 2.6, PublisherName
        """,
    ),
    "publisher/publisher-name",
    blank_counts=True,  # a blank name is COM026's
)

required_attribute(
    Row(
        "PMC030",
        on="journal-id",
        services=("pmc",),
        page="""An identifier of the journal must state its kind.

        Why: PMC finds the journal by its kind of identifier.
        Wrong: <journal-id journal-id-type="nlm-ta">J Tidal Stud</journal-id><journal-id>jts</journal-id>
        Right: <journal-id journal-id-type="publisher-id">jts</journal-id>
        Source: PMC Style Checker 5.31, journal-id-check
        """,
    ),
    "journal-id-type",
)

closed_list(
    Row(
        "PMC031",
        on="journal-id/@journal-id-type",
        services=("pmc",),
        page="""The kind of a journal's identifier must be one that PMC knows.

        Why: PMC refuses kinds that platforms invent for themselves.
        Wrong: <journal-id journal-id-type="nlm-ta">J Tidal Stud</journal-id><journal-id journal-id-type="ojs">jts</journal-id>
        Right: <journal-id journal-id-type="publisher-id">jts</journal-id>
        YAML:
            journal:
              ids: {publisher-id: tides}
        Source: PMC Style Checker 5.31, journal-id-check
        """,
    ),
    PMC_JOURNAL_ID_TYPES,
    advice=": write publisher-id for a name of your own, and remove what PMC adds itself, such as pmc-domain",
)

required_child(
    Row(
        "SPS021",
        on="journal-meta",
        services=("scielo",),
        page="""The journal must have the abbreviated title that its publisher uses.

        Why: SciELO cites the journal by it.
        Wrong: <journal-meta>… <!-- no abbrev-journal-title --></journal-meta>
        Right: <abbrev-journal-title abbrev-type="publisher">J. Tidal Stud.</abbrev-journal-title>
        YAML:
            journal:
              abbreviation: {type: publisher, text: J. Tides}
        Source: SciELO Publishing Schema 1.10, abbrev-journal-title
        """,
    ),
    "journal-title-group/abbrev-journal-title[@abbrev-type='publisher']",
)


@rule("CRF010", on=("journal-title", "abbrev-journal-title"), services=("crossref",))
def journal_title_is_not_too_long(el: Element) -> Iterator[str]:
    """The title of the journal must have at most 255 characters, its abbreviation at most 150.

    Why: Crossref refuses the deposit.
    Wrong: <journal-title>Journal of Tides, Sediments, Harbours, Estuaries, Lagoons, Deltas, Fjords, Marshes, Mangroves, Reefs,
        Dunes, Beaches, Cliffs, Islands, Straits, Bays, Capes, Canals, Docks, Quays, Piers, Moles, Locks, Sluices, Dykes,
        Polders, Groynes, Breakwaters, Lighthouses and Buoys</journal-title>
    Right: <journal-title>Journal of Tidal Studies</journal-title>
    Source: Crossref deposit schema 5.5.0, full_title and abbrev_title
    """
    limit, length = (255 if el.tag == "journal-title" else 150), len(text_of(el))
    if length > limit:
        yield f"{tagged(el)} has {length} characters: shorten it to {limit}"


@rule(
    "COM026",
    on=("journal-id", "issn", "publisher-name", "surname", "aff"),
    services=ALL,
    severities={"jats4r": Severity.WARNING},
)
def nothing_is_written_empty(el: Element) -> Iterator[Hit]:
    """An element that a receiver reads must have a value.

    Why: an empty element, written only because the schema asks for one, is filed as if it were the value.
    Wrong: <issn pub-type="epub"/>
    Wrong: <publisher-name> </publisher-name>
    Right: <issn pub-type="epub">2345-6787</issn>
    Source: PMC Style Checker 5.31, journal-id-check and empty-element-check; SciELO Publishing Schema 1.10, journal-id, issn
        and publisher; JATS Tag Library
    """
    if is_blank(el):
        mild = {"aff": ("pmc", "scielo"), "surname": ("scielo",)}.get(str(el.tag), ())
        severities = dict.fromkeys(mild, Severity.WARNING)
        # PMC637 reports other empty elements to PMC.
        services = None if el.tag in ("journal-id", "issn", "aff") else tuple(name for name in ALL if name != "pmc")
        yield Hit(f"{tagged(el)} is empty: write its value, or remove it", severities=severities, services=services)


@rule("PMC032", on="journal-meta", services=("pmc", "pubmed", "scielo"), severity=Severity.WARNING)
def nlm_abbreviation_is_given(el: Element) -> Iterator[str]:
    """A journal of the NLM catalogue must have its NLM title abbreviation.

    Why: PubMed and PMC name the journal by it, and match references with it.
    Wrong: <journal-meta>… <!-- no journal-id[@journal-id-type='nlm-ta'] --></journal-meta>
    Right: <journal-id journal-id-type="nlm-ta">J Tidal Stud</journal-id>
    YAML:
        journal:
          ids: {publisher-id: tides, nlm-ta: J Tides}
    Source: PMC tagging guidelines, journal-id; SciELO Publishing Schema 1.10, journal_meta
    """
    if el.find("journal-id[@journal-id-type='nlm-ta']") is None:
        yield 'there is no <journal-id journal-id-type="nlm-ta">: write the NLM title abbreviation if the journal has one'


@rule("PUB010", on="journal-id", services=("pubmed",))
def nlm_abbreviation_is_abbreviated(el: Element, context: RuleContext) -> Iterator[str]:
    """The NLM title abbreviation must be the one of the NLM catalogue: words cut short, without full stops.

    Why: PubMed refuses a record whose journal title is not the abbreviation on its list.
    Wrong: <journal-id journal-id-type="nlm-ta">Journal of Tidal Studies</journal-id>
    Wrong: <journal-id journal-id-type="nlm-ta">J. Tidal Stud.</journal-id>
    Right: <journal-id journal-id-type="nlm-ta">J Tidal Stud</journal-id>
    Source: NLM's help for data providers, JournalTitle; NLM catalogue, title abbreviations
    """
    value, parent = text_of(el), el.getparent()
    if el.get("journal-id-type") != "nlm-ta" or parent is None:
        return
    titles = (context.child_text(parent, path) for path in ("journal-title-group/journal-title", "journal-title"))
    title = next(filter(None, titles), "")
    if "." in value and "(" not in value:
        yield f"the NLM title abbreviation {quoted(value)} has full stops; NLM's have none, remove them"
    elif " of " in f" {value.lower()} " and value.casefold() == title.casefold():
        yield f"the NLM title abbreviation {quoted(value)} is the full title: write the one of the NLM catalogue"


@rule("SPS020", on="journal-meta", services=("scielo",))
def acronym_is_given(el: Element) -> Iterator[Hit]:
    """The journal must have its acronym as `publisher-id`, and beside it at most its NLM abbreviation.

    Why: names of files and addresses at SciELO are made from the acronym.
    Wrong: <journal-meta>… <!-- no journal-id[@journal-id-type='publisher-id'] --></journal-meta>
    Wrong: <journal-id journal-id-type="publisher-id">jts</journal-id>
        <journal-id journal-id-type="iso-abbrev">J. Tidal Stud.</journal-id>
    Right: <journal-id journal-id-type="publisher-id">jts</journal-id>
    YAML:
        journal:
          ids: {publisher-id: tides}
    Source: SciELO Publishing Schema 1.10, journal-id
    """
    if el.find("journal-id[@journal-id-type='publisher-id']") is None:
        yield Hit('there is no <journal-id journal-id-type="publisher-id">: write the journal\'s acronym in it')
    for each in el.iterchildren("journal-id"):
        if (kind := each.get("journal-id-type")) not in ("publisher-id", "nlm-ta"):
            yield Hit(f"journal-id-type is {quoted(kind or '')}; SciELO takes publisher-id and nlm-ta: remove it", each)


@rule("CRF011", on="journal-meta", services=("crossref",), severity=Severity.WARNING)
def crossref_knows_the_journal(el: Element) -> Iterator[str]:
    """The journal must have an ISSN or a DOI of its own.

    Why: Crossref knows a journal by its ISSN; without one it must be registered by a DOI for the title.
    Wrong: <journal-meta>… <!-- no issn --></journal-meta>
    Right: <issn pub-type="epub">2345-6787</issn>
    Source: Crossref deposit schema 5.5.0, journal_metadata
    """
    if el.find("issn") is None and el.find("issn-l") is None and el.find("journal-id[@journal-id-type='doi']") is None:
        remedy = 'write its <issn>, or register a DOI for its title and write it in <journal-id journal-id-type="doi">'
        yield f"the journal has neither an ISSN nor a DOI: {remedy}"
