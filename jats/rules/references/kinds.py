"""Citations of data, software and preprints, and what SciELO wants of each kind of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank, parent_name, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.rules.references.cited import FORMS

_LINKS = ("pub-id", "ext-link", "uri")
_PEOPLE = ("person-group", "name", "string-name", "collab")
_WITHOUT_PEOPLE = ("database", "newspaper", "software", "webpage", "other")
_FOUR_DIGITS = re.compile(r"\d{4}", re.ASCII)
_DIGITS = re.compile(r"\d{1,9}", re.ASCII)

required_attribute(
    Row(
        "J4R502",
        on="version",
        services=("jats4r",),
        page="""The version of a cited work must be given for programs too, in `designator`.

        Why: "version 2.1 (beta)" can't be compared with "2.1".
        Wrong: <ref id="B1"><label>1</label><element-citation publication-type="software"><person-group
            person-group-type="author"><collab>Tide Group</collab></person-group><source>TideTool</source>
            <year>2021</year><version>version 2.1</version></element-citation></ref>
        Right: <ref id="B1"><label>1</label><element-citation publication-type="software"><person-group
            person-group-type="author"><collab>Tide Group</collab></person-group><source>TideTool</source>
            <year>2021</year><version designator="2.1">version 2.1</version></element-citation></ref>
        YAML: references: [{type: software, authors: "Doe, J.", title: Mudflow, version: "2.1", date: 2019}]
        Source: JATS4R Schematron 1.0, data-citations-errors
        """,
    ),
    "designator",
)


@rule("J4R501", on=(*FORMS, "data-title"), services=("jats4r",))
def dataset_has_a_data_title(el: Element, context: RuleContext) -> Iterator[str]:
    """A cited dataset must have its title in `<data-title>` or a `<source>`; other works must not have a data title.

    Why: Links between articles and data are made from it. Before JATS 1.1 there is no `<data-title>`.
    Wrong: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><article-title>Loads of mud
        </article-title><source>Tide Archive</source><year>2019</year>
        <pub-id pub-id-type="doi">10.70113/ta.2019.7</pub-id></element-citation>
    Wrong: <element-citation publication-type="journal">… <data-title>Loads of mud</data-title></element-citation>
    Right: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><data-title>Loads of mud</data-title>
        <source>Tide Archive</source><year>2019</year><pub-id pub-id-type="doi">10.70113/ta.2019.7</pub-id></element-citation>
    YAML: references: [{type: data, authors: "Doe, J.", title: Loads, source: Archive, date: 2019, doi: 10.9999/t.7}]
    Source: JATS4R Schematron 1.0, data-citations-errors
    """
    if el.tag == "data-title":
        parent = el.getparent()
        if parent is not None and parent.tag in FORMS and parent.get("publication-type", "data") != "data":
            yield f"<data-title> is in a citation of type {quoted(parent.get('publication-type', ''))}: write it for data only"
    elif el.get("publication-type") == "data" and not child_text(el, "data-title"):
        known = context.release >= (1, 1, 2)
        if el.find("article-title") is not None and known:
            yield "the title of the dataset is in <article-title>: write it in <data-title>"
        elif not child_text(el, "source"):
            yield f"the citation of a dataset has {'neither <data-title> nor' if known else 'no'} <source>: add its title"


@rule("J4R503", on=FORMS, services=("jats4r",))
def preprint_is_cited_whole(el: Element) -> Iterator[str]:
    """A cited preprint must have authors, title, server, one date, and an identifier or link.

    Why: Preprints have no volume and no pages; nothing else leads to them.
    Wrong: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><date-in-citation content-type="access-date">2024-01-05</date-in-citation>
        </element-citation>
    Right: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><date-in-citation content-type="access-date">2024-01-05</date-in-citation>
        <pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation>
    YAML:
        references: [{type: preprint, authors: "Doe, J.", title: Mud, source: SeaRxiv, date: 2020, doi: 10.9999/s.2}]
    Source: JATS4R Schematron 1.0, preprint-citations-errors
    """
    if el.get("publication-type") != "preprint" or is_blank(el):
        return
    missing = [f"<{name}>" for name in ("article-title", "source") if el.find(f".//{name}") is None]
    if el.find(".//person-group[@person-group-type]") is None:
        missing.insert(0, "<person-group> with a person-group-type")
    dated = el.find(".//date[@date-type='published']")
    years = [each for each in el.iterdescendants("year") if parent_name(each) != "date"]
    if dated is None and not years:
        missing.append("<year>")
    if not any(el.find(f".//{name}") is not None for name in ("pub-id", "ext-link")):
        missing.append("<pub-id> or <ext-link>")
    if missing:
        yield f"the citation of a preprint has no {all_of(missing)}: add what is missing"
    elif dated is not None and years:
        yield "the citation of a preprint has a <year> and a <date date-type='published'>: keep one"


@rule("J4R504", on="element-citation", services=("jats4r",), severity=Severity.WARNING)
def preprint_says_when_it_was_read(el: Element) -> Iterator[str]:
    """A cited preprint has no date on which it was read.

    Why: Preprints change after they were cited.
    Wrong: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation>
    Right: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><date-in-citation content-type="access-date">2024-01-05</date-in-citation>
        <pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation>
    YAML:
        references:
          - type: preprint
            authors: Doe, J.
            title: Mud
            source: SeaRxiv
            date: 2020
            doi: 10.9999/s.2
            accessed: 2023-02-01
    Source: JATS4R Schematron 1.0, preprint-citations-warnings
    """
    if el.get("publication-type") == "preprint" and el.find("date-in-citation[@content-type='access-date']") is None:
        yield "the citation of a preprint has no <date-in-citation content-type='access-date'>: add the date on which it was read"


@rule("J4R505", on="element-citation", services=("jats4r", "scielo"), severity=Severity.WARNING)
def software_is_cited_whole(el: Element) -> Iterator[str]:
    """Cited software lacks its name in `<source>`, its version, or the people who made it.

    Why: Results depend on the version, and authors of software need to be cited.
    Wrong: <element-citation publication-type="software"><person-group person-group-type="author"><collab>Tide Group</collab>
        </person-group><source>TideTool</source><year>2021</year></element-citation>
    Wrong (scielo): <ref id="B1">… <mixed-citation publication-type="software">Tide Group. TideTool; 2021.</mixed-citation>
        <element-citation publication-type="software"><person-group person-group-type="author"><collab>Tide Group</collab>
        </person-group><source>TideTool</source><year>2021</year></element-citation></ref>
    Right: <element-citation publication-type="software"><person-group person-group-type="author"><collab>Tide Group</collab>
        </person-group><source>TideTool</source><year>2021</year><version designator="2.1">2.1</version></element-citation>
    Right (scielo): <ref id="B1">… <mixed-citation publication-type="software">Tide Group. TideTool 2.1; 2021.
        </mixed-citation><element-citation publication-type="software"><person-group person-group-type="author">
        <collab>Tide Group</collab></person-group><source>TideTool</source><year>2021</year><version>2.1</version>
        </element-citation></ref>
    YAML: references: [{type: software, authors: "Doe, J.", title: Mudflow, version: "2.1", date: 2019}]
    Source: JATS4R, "Software citations"
    """
    if el.get("publication-type") != "software" or is_blank(el):
        return
    missing = [f"<{name}>" for name in ("source", "version") if not child_text(el, name)]
    if el.find("data-title") is not None:  # its name, in an element that J4R501 refuses
        missing = [name for name in missing if name != "<source>"]
    if next(el.iterchildren(*_PEOPLE), None) is None:
        missing.append("<person-group>")
    if missing:
        yield f"the citation of software has no {all_of(missing)}: add what is missing"


@rule("J4R506", on="element-citation", services=("jats4r",), severity=Severity.WARNING)
def dataset_is_cited_whole(el: Element, context: RuleContext) -> Iterator[str]:
    """A cited dataset lacks a year, a repository, an identifier or link, or what it was used for.

    Why: Readers want the data themselves, and need to know whether they were made or taken for this work.
    Wrong: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><data-title>Loads of mud</data-title>
        <source>Tide Archive</source><year>2019</year></element-citation>
    Right: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><data-title>Loads of mud</data-title>
        <source>Tide Archive</source><year>2019</year><pub-id pub-id-type="doi">10.70113/ta.2019.7</pub-id></element-citation>
    YAML:
        references:
          - {type: data, use: generated-data, authors: "Doe, J.", title: Loads, source: Archive, date: 2019, doi: 10.9999/t.7}
    Source: JATS4R, "Data citations"
    """
    if el.get("publication-type") != "data" or is_blank(el):
        return
    missing = [] if el.find(".//year") is not None else ["<year>"]
    if el.find("data-title") is not None and not child_text(el, "source"):  # neither of them is J4R501's
        missing.append("<source>")
    if not any(el.find(f".//{name}") is not None for name in _LINKS):
        missing.append("<pub-id> or <ext-link>")
    if "use-type" not in el.attrib and not (0, 0) < context.version < (1, 2):
        missing.append("use-type")
    if missing:
        yield f"the citation of a dataset has no {all_of(missing)}: add what is missing"


@rule("SPS503", on="element-citation", services=("scielo",))
def work_is_cited_whole(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A citation must have what its kind of work needs: a year in digits, a source, and for most kinds people.

    Why: SciELO's index of citations is made of them.
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">The North Sea coast. Bergen: Harbour Press; 2011.
        </mixed-citation><element-citation publication-type="book">… <!-- no person-group --></element-citation></ref>
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">Hansen P. The North Sea coast. Bergen: Harbour Press; 2011a.
        </mixed-citation><element-citation publication-type="book">… <year>2011a</year></element-citation></ref>
    Right: <ref id="B2"><label>2</label><mixed-citation publication-type="book">Hansen P. The North Sea coast. Bergen: Harbour
        Press; 2011.</mixed-citation><element-citation publication-type="book"><person-group person-group-type="author"><name>
        <surname>Hansen</surname><given-names>P</given-names></name></person-group><source>The North Sea coast</source>
        <year>2011</year><publisher-name>Harbour Press</publisher-name><publisher-loc>Bergen</publisher-loc>
        </element-citation></ref>
    YAML: references: [{type: book, authors: "Doe, J.", source: Mud, date: 2020, publisher: Harbour Press, place: Odesa}]
    Source: SciELO Publishing Schema 1.10, publication_type_requires
    """
    kind = el.get("publication-type", "")
    if not kind or is_blank(el):
        return
    missing = []
    if kind not in _WITHOUT_PEOPLE and next(el.iterchildren(*_PEOPLE), None) is None:
        missing.append("<person-group>")
    if kind not in ("journal", "other") and not child_text(el, "source"):  # those of journals are COM519's
        missing.append("<source>")
    year = next(el.iterdescendants("year"), None)
    if year is None and kind != "journal":
        missing.append("<year>")
    if missing:
        yield Hit(f"the citation of type {quoted(kind)} has no {all_of(missing)}: add what is missing")
    if year is not None:
        yield from _wrong_year(year, context)


def _wrong_year(year: Element, context: RuleContext) -> Iterator[Hit]:
    text = text_of(year)
    dates = [] if context.meta is None else context.meta.iterfind("pub-date/year")
    own = [int(text_of(each)) for each in dates if _FOUR_DIGITS.fullmatch(text_of(each))]
    if not _DIGITS.fullmatch(text):
        yield Hit(f"the year is {quoted(text)}: write digits alone", year)
    elif own and int(text) > max(own):
        yield Hit(f"the year is {text}, but the article is from {max(own)}: correct the wrong one", year)
