"""Statements on data and on ethics: their places, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, child_text, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import COMMON
from jats.rules.references.cited import DOI, doi_links, dois, linked_doi, work_text
from jats.vocab.identifiers import tidy_doi

_DATA = "data-availability"
_HEADING = re.compile(
    r"(?:\d+\.?\s*)?(?:(?:statement|declaration) (?:of|on) )?(?:research |code,? |materials?,? |software |and |supporting )*data"
    r"(?:,| and| &|sets?| code| materials?| software)*,? (?:availability|accessibility|sharing)(?: statements?)?"
    r"|availability of (?:the )?(?:supporting |research )?data(?: and (?:materials?|code))?"
    r"|(?:declaração de )?disponibilidade d[eo]s? dados(?: (?:de pesquisa|da pesquisa))?"
    r"|(?:declaración de )?disponibilidad de (?:los )?datos(?: de investigación)?|disponibilité des données"
    r"|verfügbarkeit (?:der|von) (?:forschungs)?daten|доступность данных|доступність даних",
    re.IGNORECASE,
)
_USES = ("data-available", "data-available-upon-request", "data-in-article", "data-not-available", "uninformed")
_NEED_DATA = ("research-article", "review-article", "brief-report", "rapid-communication", "data-article")
_WITHOUT_DATA = ("correction", "retraction", "partial-retraction")
_ETHICS = "ethics-statement"
_MARKS = (
    ("sec", "sec-type"),
    ("fn", "fn-type"),
    ("fn", "content-type"),
    ("p", "content-type"),
    ("notes", "notes-type"),
)
_DATA_WORDS = (_DATA, "data-availability-statement", "data-accessibility")
"""The mark of a statement on data as it is met, with hyphens for blanks and underscores."""


def data_statements(context: RuleContext) -> list[Element]:
    """The statements on whether the data can be had, in any place: known by their type or their heading."""
    return context.once("statements on data", lambda: list(_data_statements(context)))


def _data_statements(context: RuleContext) -> Iterator[Element]:
    for name, kind in (("sec", "sec-type"), ("notes", "notes-type"), ("fn", "fn-type"), ("p", "content-type")):
        for el in context.all(name):
            stated = el.get(kind)
            is_statement = (stated is not None and _DATA in stated.split("|")) or _is_headed(el)
            if is_statement and not within(el, "abstract", "trans-abstract"):
                yield el


def _is_headed(el: Element) -> bool:
    """Whether a section, note or footnote begins with a heading on data, or a paragraph with one in bold or italic."""
    if len(el) == 0 or (el.text and el.text.strip()):
        return False
    first = el[0]
    if el.tag == "p":
        return first.tag in ("bold", "italic") and _says_data(first)
    if first.tag == "label" and len(el) > 1:
        first = el[1]
    return first.tag == "title" and _says_data(first)


def _says_data(heading: Element) -> bool:
    text = (
        "".join(map(str, heading.itertext())).strip().rstrip(".:")
        if len(heading)
        else (heading.text or "").strip(" .:\n")
    )
    return 10 < len(text) < 90 and _HEADING.fullmatch(text) is not None


@rule("J4R610", on="/", services=("jats4r", COMMON), severities={COMMON: Severity.WARNING})
def data_statement_has_its_section(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """The statement on data must be in the back matter, in a section of type data-availability.

    Why: funders and indexes look for it there, to see whether the data can be had.
    Wrong (jats4r): <back>… <!-- no sec[@sec-type='data-availability'] --><!-- new --><notes notes-type="data-availability">
        <p>All data are in the supplementary file.</p></notes></back>
    Wrong: <back>… <!-- no sec[@sec-type='data-availability'] --><!-- new --><sec specific-use="data-available">
        <title>Data availability</title><p>All data are in the supplementary file.</p></sec></back>
    Right: <back>… <sec sec-type="data-availability" specific-use="data-available"><title>Data availability</title>
        <p>All data are in the supplementary file.</p></sec></back>
    Source: JATS4R Schematron 1.0, data-availability-errors; editors' practice
    """
    for el, attribute in _marked_as_data(context):
        yield from _misplaced_data(el, attribute)
    for el in data_statements(context):
        if el.tag == "sec" and not el.get("sec-type") and not _is_in_data_section(el):
            title = quoted(child_text(el, "title") or "")
            yield Hit(f'the section {title} has no type: write sec-type="{_DATA}"', el, services=(COMMON,))


def _marked_as_data(context: RuleContext) -> Iterator[tuple[Element, str]]:
    for name, attribute in _MARKS:
        for el in context.group(f"{name}/@{attribute}"):
            if _plain_word(el.attrib[attribute]) in _DATA_WORDS:
                yield el, attribute


def _misplaced_data(el: Element, attribute: str) -> Iterator[Hit]:
    value, wanted = el.attrib[attribute], f'<sec sec-type="{_DATA}"> in <back>'
    if el.tag == "sec" and parent_name(el) == "back":
        if value != _DATA:
            fix = Fix(value, _DATA)
            message = f'sec-type {quoted(value)} is not the usual word: write sec-type="{_DATA}"'
            yield Hit(message, el, attribute, services=("jats4r",), fix=fix)
    elif el.tag == "sec":
        yield Hit(f"the statement on data is in <{parent_name(el)}>: move it to {wanted}", el, services=("jats4r",))
    else:
        yield Hit(f"the statement on data is in {tagged(el)}: move it to {wanted}", el, services=("jats4r",))


def _plain_word(value: str) -> str:
    return "-".join(value.lower().replace("_", "-").split())


def _is_in_data_section(el: Element) -> bool:
    return any(around.get("sec-type") == _DATA for around in el.iterancestors("sec"))


@rule("SPS612", on="article", services=("scielo",))
def research_says_where_its_data_are(_el: Element, context: RuleContext) -> Iterator[Hit]:
    """A research article must say whether its data can be had, in words and in `specific-use`; a correction must not.

    Why: SciELO shows it as a mark of open science.
    Wrong: <back>… <!-- no sec[@sec-type='data-availability'] --></back>
    Wrong: <back>… <sec sec-type="data-availability" specific-use="open">…</sec></back>
    Right: <back>… <sec sec-type="data-availability" specific-use="data-available"><title>Data availability</title>
        <p>All data are in the supplementary file.</p></sec></back>
    YAML: data_availability: {text: All data are in the supplementary file., status: data-available}
    Source: SciELO Publishing Schema 1.10, data_availability_rules
    """
    found = [each for each in data_statements(context) if context.part_of(each) is context.root]
    typed = [each for each in found if _DATA in (each.get("sec-type"), each.get("fn-type"))]
    if context.article_type in _NEED_DATA and not typed:
        sections = [each for each in found if each.tag == "sec" and not _is_in_data_section(each)]
        if sections:
            yield Hit(f'the statement on data is not marked: write sec-type="{_DATA}"', sections[0])
        else:
            yield Hit(f'the article has no statement on its data: add <sec sec-type="{_DATA}"> to <back>')
    for each in typed:
        if context.article_type in _WITHOUT_DATA:
            yield Hit(f"a {context.article_type} must not have a statement on data: remove it", each)
        elif (use := each.get("specific-use")) not in _USES:
            wrong = "is missing" if use is None else f"{quoted(use)} is not known"
            yield Hit(f"specific-use of the statement on data {wrong}: write {any_of(_USES)}", each)


@rule("J4R611", on=("sec/@sec-type", "p/@content-type", "named-content/@content-type"), services=("jats4r",))
def ethics_statement_is_one(el: Element, context: RuleContext) -> Iterator[Hit]:
    """There must be at most one section on ethics, with its type in small letters, and parts whose types begin with "ethics-".

    Why: programs look for the statement by its type.
    Wrong: <sec sec-type="Ethics-Statement" id="s2">…</sec>
    Wrong: <sec sec-type="ethics-statement" id="s2">… <!-- new --><sec sec-type="animals" id="s8"><title>Animals</title>
        <p>None.</p></sec></sec>
    Right: <sec sec-type="ethics-statement" id="s2">… <!-- new --><sec sec-type="ethics-animals" id="s8"><title>Animals</title>
        <p>None.</p></sec></sec>
    Source: JATS4R Schematron 1.0, ethics-errors and ethics-warnings
    """
    attribute = "sec-type" if el.tag == "sec" else "content-type"
    kind = el.attrib[attribute]
    inside = any(each.get("sec-type") == _ETHICS for each in el.iterancestors("sec"))
    if el.tag == "sec" and kind == _ETHICS:
        first = next(each for each in context.group("sec/@sec-type") if each.get("sec-type") == _ETHICS)
        if first is not el:
            yield Hit("there is a second section on ethics: put the statements into one")
    elif el.tag == "sec" and kind.lower().replace("_", "-") == _ETHICS:
        yield Hit(f'sec-type is {quoted(kind)}: write "{_ETHICS}"', attribute=attribute)
    elif inside and kind == _ETHICS:
        message = f'content-type {quoted(kind)} repeats the type of the section: write a part, such as "ethics-consent"'
        yield Hit(message, attribute=attribute)
    elif inside and not kind.startswith("ethics-"):
        short = kind.removesuffix("-ethics")
        message = (
            f'{attribute} {quoted(kind)} in the section on ethics does not begin with "ethics-": write "ethics-{short}"'
        )
        yield Hit(message, attribute=attribute, severity=Severity.WARNING)


@rule("J4R612", on="sec/@sec-type", services=("jats4r",), severity=Severity.WARNING)
def ethics_statement_has_a_title(el: Element) -> Iterator[str]:
    """The heading of a section on ethics must be a title, not a label.

    Why: programs that list the sections show titles.
    Wrong: <sec sec-type="ethics-statement" id="s2">… <!-- no title --><!-- new --><label>Ethics</label></sec>
    Right: <sec sec-type="ethics-statement" id="s2">… <title>Ethics</title></sec>
    Source: JATS4R Schematron 1.0, ethics-warnings
    """
    if el.attrib["sec-type"] == _ETHICS and el.find("label") is not None and el.find("title") is None:
        yield "the heading of the section on ethics is in <label>: write it into <title>"


@rule("J4R613", on="/", services=("jats4r", "datacite"), severity=Severity.WARNING)
def datasets_are_cited(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """A dataset that the statement on data names by DOI must be in the reference list.

    Why: only the works in the list are linked with the article and counted.
    Wrong: <back>… <sec sec-type="data-availability" specific-use="data-available"><title>Data availability</title><p>All data
        are at <ext-link ext-link-type="doi" xlink:href="10.70113/ta.2019.7">the archive</ext-link>.</p></sec></back>
    Right: <back>… <sec sec-type="data-availability" specific-use="data-available"><title>Data availability</title><p>All data
        are at <ext-link ext-link-type="doi" xlink:href="10.70113/er.2019.101">the archive</ext-link>.</p></sec></back>
    Source: JATS4R, "Data citations"; DataCite Metadata Schema 4.6, property 12
    """
    for el in data_statements(context):
        named = {doi.lower(): doi for doi in _dois_in(el)}
        for low, doi in named.items() if named else ():
            if low not in _cited(context) and low != tidy_doi(context.doi).lower():
                yield Hit(f"the dataset {quoted(doi)} is not in the reference list: add a <ref> for it", el)


def _dois_in(el: Element) -> Iterator[str]:
    blocks = [el] if el.tag == "p" else el.iter("p", "title")
    sources = [*map(text_of, blocks), *(link.get(HREF, "") for link in el.iter("ext-link", "uri"))]
    for text in sources:
        for match in DOI.finditer(text):
            yield tidy_doi(match[0])


def _cited(context: RuleContext) -> frozenset[str]:
    return context.once("DOIs of the references", lambda: frozenset(each.lower() for each in _all_dois(context)))


def _all_dois(context: RuleContext) -> Iterator[str]:
    for ids in dois(context).values():
        yield from (tidy_doi(text_of(each)) for each in ids)
    for links in doi_links(context).values():
        yield from map(linked_doi, links)
    for ref in context.all("ref"):
        yield from (tidy_doi(match[0]) for match in DOI.finditer(work_text(context, ref)))
