"""What Crossref and those who read it need of a citation: DOIs that are tagged, clean values, something to match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank, spaced_text, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, well_formed
from jats.rules.references.citations import odd_years
from jats.rules.references.cited import (
    FORMS,
    citations_of,
    doi_links,
    dois,
    dois_in_text,
    is_in_citation,
    linked_doi,
)
from jats.vocab.identifiers import issn_fault, tidy_doi
from jats.vocab.numbers import whole_number

_TITLES = ("source", "article-title", "chapter-title", "part-title")
_ABBREVIATION = re.compile(r"(?:^|\W)(?:\w{1,5}|\w+\.\w+)\.$")
_LONG = 9
_IN = re.compile(r"(?:^|[\s.,])In:?$")
_YEAR = re.compile(r"\d{4}[a-z]?", re.ASCII)
_IN_PRESS = re.compile(r"press|forthcoming|submitted|prelo|prensa|n\.?\s?d\b|s\.?\s?[da]\b", re.IGNORECASE)
_EDITION = re.compile(r"\d{1,15}|[IVXLCDM]{1,15}", re.ASCII)
_NUMBER = re.compile(r"\d{1,3}(?!\d)", re.ASCII)
_ONCE = ("volume", "issue", "year", "source", "article-title", "issn")
_PEOPLE = ("person-group", "name", "string-name", "collab")

well_formed(
    Row(
        "CRF505",
        on=("element-citation/issn", "mixed-citation/issn"),
        services=("crossref",),
        page="""The ISSN of a cited journal must have the form of one and a correct check digit.

        Why: Crossref refuses the deposit.
        Wrong: <element-citation publication-type="journal">… <issn>2345-6788</issn></element-citation>
        Right: <element-citation publication-type="journal">… <issn>2345-6787</issn></element-citation>
        YAML:
            references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, issn: 1234-5679, date: 2020, volume: 3}]
        Source: Crossref deposit schema 5.5.0, issn_t
        """,
    ),
    issn_fault,
)


@rule("COM517", on="/", services=("crossref",), severity=Severity.WARNING)
def doi_is_more_than_a_link(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The DOI of a cited work is only in a link, not in `<pub-id>`.

    Why: Programs that count and link citations read the tagged DOI.
    Wrong: <element-citation publication-type="journal">… <!-- no pub-id --><ext-link ext-link-type="uri"
        xlink:href="https://doi.org/10.70113/er.2019.101">Full text</ext-link></element-citation>
    Right: <element-citation publication-type="journal">… <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id>
        </element-citation>
    Source: Crossref, "Depositing references"; editors' practice
    """
    tagged_too = dois(context)
    for work, links in doi_links(context).items():
        if work not in tagged_too:
            wanted = f'<pub-id pub-id-type="doi">{linked_doi(links[0])}</pub-id>'
            yield Hit(f"the DOI is only the address of a link: write {wanted}", links[0])


@rule("COM518", on=FORMS, services=("crossref",), severity=Severity.WARNING)
def doi_is_tagged(el: Element, context: RuleContext) -> Iterator[str]:
    """A DOI in the text of a citation is not tagged.

    Why: Crossref links a work by its tagged DOI, and has to guess without one.
    Wrong: <ref id="B1">… <!-- no element-citation --><mixed-citation publication-type="journal">Osei K. Mud. Estuar Res.
        2019;8:101. doi: 10.70113/er.2019.101</mixed-citation></ref>
    Right: <ref id="B1">… <!-- no element-citation --><mixed-citation publication-type="journal">Osei K. Mud. Estuar Res.
        2019;8:101. doi: <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></mixed-citation></ref>
    Source: Crossref, "Depositing references"
    """
    work = next(el.iterancestors("ref"), el)
    if work in dois(context) or work in doi_links(context):
        return
    if el.tag == "element-citation" and any(True for _ in work.iterchildren("mixed-citation")):
        return  # what both say is reported once
    for doi in dois_in_text(el)[:1]:
        yield f'the DOI {doi} is only text: write <pub-id pub-id-type="doi">{doi}</pub-id>'


@rule("COM519", on="element-citation", services=("scielo", "crossref"), severities={"crossref": Severity.WARNING})
def journal_article_is_cited_whole(el: Element) -> Iterator[Hit]:
    """The citation of a journal article must name the journal and the year, for SciELO also the article's title.

    Why: Nobody finds the article without them.
    Wrong: <element-citation publication-type="journal">… <!-- no source --></element-citation>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    Right (scielo): <ref id="B1">… <mixed-citation publication-type="journal">Osei K. Mud in
        estuaries. Estuar Res. 2019;8:101-112. doi: 10.70113/er.2019.101</mixed-citation>
        <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation></ref>
    YAML:
        references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: SciELO Publishing Schema 1.10, publication_type_requires; Crossref deposit schema 5.5.0, journal_title and cYear
    """
    if el.get("publication-type") != "journal" or is_blank(el):
        return
    missing = [f"<{name}>" for name in ("source", "article-title") if not child_text(el, name)]
    if el.find(".//year") is None:
        missing.append("<year>")
    # Physicists cite without titles, and Crossref doesn't ask for them, nor for the year of what is in press.
    excused = {"<article-title>"} | ({"<year>"} if _IN_PRESS.search(spaced_text(el)) else set())
    if missing:
        services = ("scielo",) if excused.issuperset(missing) else None
        yield Hit(f"the citation of a journal article has no {all_of(missing)}: add what is missing", services=services)


@rule("COM520", on="/", services=("crossref",), severity=Severity.WARNING)
def titles_end_with_a_word(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """Titles in a structured citation must not end with the punctuation of the printed reference.

    Why: Crossref compares the titles as they are.
    Wrong: <element-citation publication-type="journal">… <source>Estuar Res,</source></element-citation>
    Wrong: <element-citation publication-type="journal">… <article-title>Mud in estuaries. In:</article-title>
        </element-citation>
    Right: <element-citation publication-type="journal">… <source>Estuar Res</source></element-citation>
    YAML:
        references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: editors' practice
    """
    for name in _TITLES:
        for el in context.all(name):
            text = (el.text or "").rstrip() if len(el) == 0 else text_of(el)
            if text[-1:] in (",", ".", ":", "n") and (ending := _ending(text, name)) and _is_structured(el):
                fix = Fix(el.text or "", text[: -len(ending)].rstrip()) if len(el) == 0 else None
                yield Hit(f"{tagged(el)} ends with {quoted(ending)}: remove it", el, fix=fix)


def _ending(text: str, name: str) -> str:
    if match := _IN.search(text):
        return match[0].strip(" .,") if match.start() else ""
    if text[-1] in ",:":
        return text[-1]
    if text[-1] != "." or _ABBREVIATION.search(text):
        return ""
    # Names of journals are abbreviated in longer words too: "Cell Biosci."
    abbreviated = name == "source" and (text.count(".") > 1 or len(text.split()[-1]) < _LONG)
    return "" if abbreviated else "."


def _is_structured(el: Element) -> bool:
    parent = el.getparent()
    return parent is not None and parent.tag == "element-citation"


@rule("COM521", on="/", services=("crossref", "scielo"), severity=Severity.WARNING)
def others_are_no_name(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The words "et al." must be in `<etal>`, not in a name.

    Why: They become part of the name by which the work is looked up.
    Wrong: <ref id="B1">… <!-- no mixed-citation --><element-citation publication-type="journal"><person-group
        person-group-type="author"><name><surname>Osei et al.</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage></element-citation></ref>
    Wrong (scielo): <ref id="B1">… <mixed-citation publication-type="journal">Osei et al. K. Mud in estuaries. Estuar Res.
        2019.</mixed-citation><element-citation publication-type="journal"><person-group person-group-type="author"><name>
        <surname>Osei et al.</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year></element-citation></ref>
    Right: <element-citation publication-type="journal">… <person-group person-group-type="author"><name>
        <surname>Osei</surname><given-names>K</given-names></name><etal/></person-group></element-citation>
    YAML:
        references: [{type: journal, authors: "Doe, J.", etal: yes, title: Mud, source: Tides, date: 2020, volume: 3}]
    Source: editors' practice; Crossref deposit schema 5.5.0, author
    """
    for name in ("surname", "given-names"):
        for el in context.all(name):
            text = el.text
            if text and "et al" in text and is_in_citation(el):
                yield Hit(f"{tagged(el)} has 'et al.' in it: write <etal/> after the last name", el)


@rule("COM522", on="/", services=("crossref",))
def article_does_not_cite_itself(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """A reference must not have the article's own DOI.

    Why: Crossref shows the article as citing itself, and the cited work is not linked.
    Wrong: <element-citation publication-type="journal">… <pub-id pub-id-type="doi">10.70112/jts.2024.15</pub-id>
        </element-citation>
    Right: <element-citation publication-type="journal">… <pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id>
        </element-citation>
    Source: editors' practice
    """
    own = tidy_doi(context.doi).lower()
    for found in dois(context).values() if own else ():
        for each in found:
            # Replies and reviews in the same file do cite the article.
            if text_of(each).lower() == own and context.part_of(each) is context.root:
                yield Hit("the reference has the DOI of the article itself: write that of the cited work", each)


@rule("COM523", on="/", services=("crossref",), severity=Severity.WARNING)
def work_is_not_of_the_future(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """A cited work must not be more than a year younger than the article.

    Why: One digit of the year is wrong, and nobody finds the work.
    Wrong: <element-citation publication-type="journal">… <year>2091</year></element-citation>
    Right: <element-citation publication-type="journal">… <year>2019</year></element-citation>
    YAML:
        references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: editors' practice
    """
    own = [] if context.meta is None else [text_of(each) for each in context.meta.iterfind("pub-date/year")]
    years = [int(year) for year in own if _YEAR.fullmatch(year) and year.isdigit()]
    latest = max(years, default=0)
    for year in context.all("year") if years else ():
        text = (year.text or "").strip()
        if len(text) == 4 and (whole_number(text) or 0) > latest + 1 and is_in_citation(year):
            yield Hit(f"the cited work is from {text}, but the article is from {latest}: correct the wrong year", year)


@rule("CRF504", on="element-citation", services=("crossref",))
def part_of_a_citation_stands_once(el: Element) -> Iterator[Hit]:
    """A citation must not have two journals, years, volumes, issues or titles.

    Why: Crossref takes one of each. The second is lost, or two works were written as one.
    Wrong: <element-citation publication-type="journal">… <!-- new --><volume>9</volume></element-citation>
    Right: <element-citation publication-type="journal">
        <person-group person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>Estuar Res</source><year>2019</year><volume>8</volume>
        <fpage>101</fpage><lpage>112</lpage><pub-id pub-id-type="doi">10.70113/er.2019.101</pub-id></element-citation>
    Source: Crossref deposit schema 5.5.0, citation_t
    """
    seen: dict[str, str | None] = {}
    for child in el.iterchildren(*_ONCE):
        name = str(child.tag)
        if name in seen and text_of(child) != seen[name]:
            yield Hit(f"the citation has a second {tagged(child)}: keep one", child)
            return
        seen[name] = text_of(child)


@rule("CRF506", on="element-citation", services=("crossref",), severity=Severity.WARNING)
def citation_can_be_matched(el: Element, context: RuleContext) -> Iterator[str]:
    """A citation without a DOI must say enough to find the work by.

    Why: Crossref matches a journal article by journal, author, volume, first page and year, another work by its title and year.
    Wrong: <element-citation publication-type="journal">… <!-- no pub-id --><!-- no fpage --></element-citation>
    Right: <element-citation publication-type="journal">… <!-- no pub-id --></element-citation>
    YAML: references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: Crossref, "Reference matching"
    """
    work = next(el.iterancestors("ref"), el)
    if work in dois(context) or work in doi_links(context) or is_blank(el):
        return
    if work.tag == "ref" and context.once(("is printed", work), lambda: _is_printed(work)):
        return
    if missing := _missing(el):
        yield f"the citation has no DOI and no {missing}, so that Crossref can't match it: add one of them"


def _is_printed(ref: Element) -> bool:
    return any(text_of(each) for each in citations_of(ref, "mixed-citation"))


def _missing(el: Element) -> str | None:
    titled = any(text_of(each) for each in el.iterchildren(*_TITLES, "data-title", "conf-name", "patent"))
    if el.get("publication-type") != "journal":
        linked = any(el.find(f".//{name}") is not None for name in ("ext-link", "uri", "pub-id"))
        return None if titled or linked else "title"
    if not child_text(el, "source") or not child_text(el, "year"):
        return None  # COM519 reports it
    if next(el.iterchildren(*_PEOPLE), None) is None:
        return "author"
    if child_text(el, "volume") or child_text(el, "issue"):
        return None if any(child_text(el, name) for name in ("fpage", "elocation-id", "page-range")) else "first page"
    return None if _IN_PRESS.search(spaced_text(el)) else "volume"


@rule("CRF508", on="/", services=("crossref",), severity=Severity.WARNING)
def year_can_be_deposited(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The year of a cited work must be four digits, perhaps with a letter that distinguishes two works of one year.

    Why: Crossref takes nothing else as a year, and the work has none then.
    Wrong: <element-citation publication-type="journal">… <year>in press</year></element-citation>
    Right: <element-citation publication-type="journal">… <year>2019a</year></element-citation>
    YAML:
        references: [{type: journal, authors: "Doe, J.", title: Mud, source: Tides, date: 2020, volume: 3, pages: 1-9}]
    Source: Crossref deposit schema 5.5.0, cYear
    """
    for year in odd_years(context):
        if not _YEAR.fullmatch(text_of(year)) and not is_blank(year):
            words = text_of(year)
            apart = "" if any(map(str.isdigit, words)) else f", or write {quoted(words)} in <comment> if it has none"
            yield Hit(f"the year is {quoted(words)}: write four digits{apart}", year)


@rule(
    "CRF509",
    on=("element-citation/edition", "mixed-citation/edition"),
    services=("crossref",),
    severity=Severity.WARNING,
)
def edition_is_a_number(el: Element) -> Iterator[Hit]:
    """The edition of a cited work must be its number alone, of at most 15 characters.

    Why: Crossref files it as a number, and refuses the deposit if it is longer.
    Wrong: <element-citation publication-type="book">… <edition>3rd edition</edition></element-citation>
    Right: <element-citation publication-type="book">… <edition>3</edition></element-citation>
    YAML: references: [{type: book, authors: "Hansen, P.", source: The North Sea coast, date: 2011, edition: "3"}]
    Source: Crossref deposit schema 5.5.0, edition_number
    """
    value = text_of(el)
    if not value or _EDITION.fullmatch(value):
        return
    number = _NUMBER.search(value)
    wanted = f"write {number[0]}" if number else "write its number"
    fix = Fix(el.text or "", number[0]) if number and len(el) == 0 else None
    severity = Severity.ERROR if len(value) > 15 else None
    yield Hit(f"the edition is {quoted(value)}: {wanted} alone", fix=fix, severity=severity)
