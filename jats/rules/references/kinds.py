"""Citations of data, software and preprints, and what SciELO wants of each kind of work."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank
from jats.rules.engine.registry import rule
from jats.rules.engine.tables import Row, required_attribute
from jats.rules.references.cited import FORMS

_LINKS = ("pub-id", "ext-link", "uri")
_PEOPLE = ("person-group", "name", "string-name", "collab")
_OF_PEOPLE = ("book", "confproc", "data", "journal", "legal-doc", "letter", "patent", "report", "thesis")
_WITH_YEAR_AND_SOURCE = (*_OF_PEOPLE, "newspaper")

required_attribute(
    Row(
        "J4R502",
        on=("element-citation/version", "mixed-citation/version"),
        services=("jats4r",),
        page="""The version of a cited work is given for machines too, in `designator`.

        Why: "version 2.1 (beta)" can't be compared with "2.1".
        Wrong: <ref id="B1"><label>1</label><element-citation publication-type="software"><person-group
            person-group-type="author"><collab>Tide Group</collab></person-group><source>TideTool</source>
            <year>2021</year><version>version 2.1</version></element-citation></ref>
        Right: <ref id="B1"><label>1</label><element-citation publication-type="software"><person-group
            person-group-type="author"><collab>Tide Group</collab></person-group><source>TideTool</source>
            <year>2021</year><version designator="2.1">version 2.1</version></element-citation></ref>
        Source: JATS4R Schematron 1.0, data-citations-errors
        """,
    ),
    "designator",
)


@rule("J4R501", on=(*FORMS, "data-title"), services=("jats4r",))
def dataset_has_a_data_title(el: Element) -> Iterator[str]:
    """A cited dataset has its title in `<data-title>` or a `<source>`, and no other kind of work has a data title.

    Why: links between articles and data are made from it.
    Wrong: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><article-title>Loads of mud
        </article-title><source>Tide Archive</source><year>2019</year>
        <pub-id pub-id-type="doi">10.70113/ta.2019.7</pub-id></element-citation>
    Wrong: <element-citation publication-type="journal">… <data-title>Loads of mud</data-title></element-citation>
    Right: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><data-title>Loads of mud</data-title>
        <source>Tide Archive</source><year>2019</year><pub-id pub-id-type="doi">10.70113/ta.2019.7</pub-id></element-citation>
    Source: JATS4R Schematron 1.0, data-citations-errors
    """
    if el.tag == "data-title":
        parent = el.getparent()
        if parent is not None and parent.tag in FORMS and parent.get("publication-type", "data") != "data":
            yield f'<data-title> stands in the citation of a {parent.get("publication-type")}, not of "data"'
    elif el.get("publication-type") == "data" and not child_text(el, "data-title"):
        if el.find("article-title") is not None:
            yield "the title of the dataset stands in <article-title>: use <data-title>"
        elif not child_text(el, "source"):
            yield "the citation of a dataset has neither <data-title> nor <source>"


@rule("J4R503", on="element-citation", services=("jats4r", "scielo"))
def preprint_is_cited_whole(el: Element) -> Iterator[str]:
    """A cited preprint has authors, title, server, one date, and an identifier or link.

    Why: preprints have no volume and no pages; nothing else leads to them.
    Wrong: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><date-in-citation content-type="access-date">2024-01-05</date-in-citation>
        </element-citation>
    Wrong (scielo): <ref id="B1">… <mixed-citation publication-type="preprint">Osei K. Mud in estuaries. TideRxiv; 2019.
        </mixed-citation><element-citation publication-type="preprint"><person-group person-group-type="author"><name>
        <surname>Osei</surname><given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year></element-citation></ref>
    Right: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><date-in-citation content-type="access-date">2024-01-05</date-in-citation>
        <pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation>
    Right (scielo): <ref id="B1">… <mixed-citation publication-type="preprint">Osei K. Mud in estuaries. TideRxiv; 2019. doi:
        10.70113/tr.2019.101</mixed-citation><element-citation publication-type="preprint"><person-group
        person-group-type="author"><name><surname>Osei</surname><given-names>K</given-names></name></person-group>
        <article-title>Mud in estuaries</article-title><source>TideRxiv</source><year>2019</year>
        <pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation></ref>
    Source: JATS4R Schematron 1.0, preprint-citations-errors
    """
    if el.get("publication-type") != "preprint" or is_blank(el):
        return
    missing = [f"<{name}>" for name in ("article-title", "source") if not child_text(el, name)]
    # Authors outside a group are told by COM512 and SPS504.
    if next(el.iterchildren(*_PEOPLE), None) is None:
        missing.insert(0, "<person-group>")
    dated = el.find("date[@date-type='published']") is not None
    if not dated and el.find("year") is None:
        missing.append("<year>")
    if not any(el.find(f".//{name}") is not None for name in _LINKS):
        missing.append("<pub-id> or <ext-link>")
    if missing:
        yield f"the citation of a preprint has no {all_of(missing)}"
    elif dated and el.find("year") is not None:
        yield 'the citation of a preprint has a <year> and a <date date-type="published">: keep one'


@rule("J4R504", on="element-citation", services=("jats4r",), severity=Severity.WARNING)
def preprint_says_when_it_was_read(el: Element) -> Iterator[str]:
    """A cited preprint says when it was read.

    Why: preprints change after they were cited.
    Wrong: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation>
    Right: <element-citation publication-type="preprint"><person-group person-group-type="author"><name><surname>Osei</surname>
        <given-names>K</given-names></name></person-group><article-title>Mud in estuaries</article-title>
        <source>TideRxiv</source><year>2019</year><date-in-citation content-type="access-date">2024-01-05</date-in-citation>
        <pub-id pub-id-type="doi">10.70113/tr.2019.101</pub-id></element-citation>
    Source: JATS4R Schematron 1.0, preprint-citations-warnings
    """
    if el.get("publication-type") == "preprint" and el.find("date-in-citation[@content-type='access-date']") is None:
        yield 'the citation of a preprint has no <date-in-citation content-type="access-date">'


@rule("J4R505", on="element-citation", services=("jats4r", "scielo"), severity=Severity.WARNING)
def software_is_cited_whole(el: Element) -> Iterator[str]:
    """Cited software has its name in `<source>`, its version, and the people who made it.

    Why: results depend on the version, and who writes software lives by being cited.
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
        yield f"the citation of software has no {all_of(missing)}"


@rule("J4R506", on="element-citation", services=("jats4r",), severity=Severity.WARNING)
def dataset_is_cited_whole(el: Element, context: RuleContext) -> Iterator[str]:
    """A cited dataset has a year, a repository, an identifier or link, and says how it was used.

    Why: readers want the data themselves, and need to know whether they were made or taken for this work.
    Wrong: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><data-title>Loads of mud</data-title>
        <source>Tide Archive</source><year>2019</year></element-citation>
    Right: <element-citation publication-type="data" use-type="generated-data"><person-group person-group-type="author">
        <name><surname>Osei</surname><given-names>K</given-names></name></person-group><data-title>Loads of mud</data-title>
        <source>Tide Archive</source><year>2019</year><pub-id pub-id-type="doi">10.70113/ta.2019.7</pub-id></element-citation>
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
        missing.append("attribute use-type")
    if missing:
        yield f"the citation of a dataset has no {all_of(missing)}"


@rule("SPS503", on="element-citation", services=("scielo",))
def work_is_cited_whole(el: Element) -> Iterator[str]:
    """A citation has what its kind of work needs: a source, and mostly a year and people.

    Why: SciELO's index of citations is made of them.
    Wrong: <ref id="B2">… <mixed-citation publication-type="book">The North Sea coast. Bergen: Harbour Press; 2011.
        </mixed-citation><element-citation publication-type="book">… <!-- no person-group --></element-citation></ref>
    Right: <ref id="B2">…</ref>
    Source: SciELO Publishing Schema 1.10, publication_type_requires
    """
    kind = el.get("publication-type", "")
    missing = []
    others = kind != "journal"  # of which COM519 speaks
    if kind in _OF_PEOPLE and next(el.iterchildren(*_PEOPLE), None) is None:
        missing.append("<person-group>")
    if others and kind in (*_WITH_YEAR_AND_SOURCE, "database", "webpage") and not child_text(el, "source"):
        missing.append("<source>")
    if others and kind in (*_WITH_YEAR_AND_SOURCE, "software") and not child_text(el, "year"):
        missing.append("<year>")
    if missing and not is_blank(el):
        yield f"the citation of a {kind} has no {all_of(missing)}"
