"""Funders and awards: each award with its funder, each funder with its identifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, elements_of, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, at_most_one
from jats.vocab.identifiers import doi_fault

_FUNDERS = ("funding-source", "support-source")
_REGISTRY = "open-funder-registry"
_REGISTRY_DOI = "10.13039/open_funder_registry"
_FUNDER_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?10\.13039/\d+")
_IDENTIFIED = re.compile(r"10\.13039/|ror\.org/|^0[a-z0-9]{6}\d\d$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:grants?|awards?|contracts?|projects?|процесс?о?|nos?|nr|numbers?|№)\b[\s.:#]*", re.IGNORECASE)
_SEVERAL = re.compile(r"\d\S*(?:\s+(?:and|und|y|e|et|та|и)\s+|\s*[;,]\s+)\S*\d")
GRANT_NUMBER = re.compile(
    r"\b(?:grants?|awards?|contracts?|scholarships?|fellowships?|projects?)\s*(?:agreement\s*)?(?:\(?(?:nos?|nr|numbers?|#|ids?)\b[.:]?\s*)"
    r"[A-Z]{0,6}[-/ ]?\d[\w./-]{2,}",
    re.IGNORECASE,
)
"""An award with its number in running text."""
_FUNDING_NOTES = ("financial-disclosure", "supported-by")

at_most_one(
    Row(
        "COM420",
        on="article-meta",
        services=("jats4r", "scielo"),
        page="""An article has one group of funders.

        Why: a program reads the first group, and the funders of the second are lost.
        Wrong: <funding-group>…</funding-group><funding-group><award-group><funding-source><institution-wrap>
            <institution>Harbour Fund</institution>
            <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id></institution-wrap>
            </funding-source></award-group>
            </funding-group>
        Right: <funding-group>…</funding-group>
        Source: JATS4R Schematron 1.0, funding-errors; SciELO Publishing Schema 1.10, uniqueness
        """,
    ),
    "funding-group",
    "merge them",
)


@rule("COM421", on="award-group", services=("jats4r", "crossref", "scielo"))
def award_has_one_funder(el: Element) -> Iterator[str]:
    """A group of awards names one funder.

    Why: of two funders nobody knows who gave the award; without one it belongs to nobody.
    Wrong: <award-group>… <!-- no funding-source --></award-group>
    Right: <award-group>…</award-group>
    Source: JATS4R Schematron 1.0, funding-errors
    """
    funders = sum(len(el.findall(name)) for name in _FUNDERS)
    if funders != 1:
        found = f"{funders} funders" if funders else "no funder (<funding-source>)"
        yield f"the group of awards has {found}; one group a funder"


@rule("COM422", on="article", services=("scielo", "crossref"))
def award_in_words_is_tagged(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An award that the acknowledgements or notes name by number is tagged too.

    Why: funders find the works that they paid for by the tagged number.
    Wrong: <article>… <!-- no funding-group --><ack><title>Acknowledgements</title>
        <p>We thank the council for its help (grant no.
        NRC-314159).</p></ack></article>
    Right: <ack><title>Acknowledgements</title><p>We thank the council for its help (grant no. NRC-314159).</p></ack>
    Source: SciELO Publishing Schema 1.10, funding_group
    """
    if context.meta is None or next(context.meta.iter("award-id"), None) is not None:
        return
    notes = (each for each in context.all("fn") if each.get("fn-type") not in _FUNDING_NOTES)  # those are SPS420's
    for each in (*context.all("ack"), *notes):
        if context.part_of(each) is el and (match := GRANT_NUMBER.search(text_of(each))):
            yield Hit(f"the text names an award ({quoted(match[0])}), but no <award-group> does", each)


@rule("COM423", on=("funding-source", "support-source"), services=("jats4r", "crossref"), severity=Severity.WARNING)
def funder_has_an_identifier(el: Element) -> Iterator[str]:
    """A funder has an identifier: a DOI of the funder registry, or a ROR.

    Why: names of funders are written in a hundred ways; reports of funders go by the identifier.
    Wrong: <funding-source>Research Council of Norway</funding-source>
    Right: <funding-source>…</funding-source>
    Source: JATS4R Schematron 1.0, funding-errors; Crossref deposit schema 5.5.0, fundref
    """
    if not any(_IDENTIFIED.search(text_of(each)) for each in el.iter("institution-id")):
        yield f"the funder {quoted(text_of(el))} has no identifier (funder DOI 10.13039/… or ROR)"


@rule("COM424", on="funding-source//institution-id", services=("jats4r",))
def funder_registry_is_named_whole(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An identifier of the funder registry has its three attributes and a DOI that begins with 10.13039.

    Why: a program knows by them where to look the funder up.
    Wrong: <funding-source><institution-wrap><institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi"
        vocab="open-funder-registry">10.13039/501100005416</institution-id></institution-wrap></funding-source>
    Right: <funding-source>…</funding-source>
    Source: JATS4R Schematron 1.0, funding-errors
    """
    if el.get("vocab") != _REGISTRY or (0, 0) < context.version < (1, 2):
        return
    wrong = []
    if el.get("vocab-identifier") not in (_REGISTRY_DOI, f"https://doi.org/{_REGISTRY_DOI}"):
        wrong.append(f"vocab-identifier must be {_REGISTRY_DOI}")
    if el.get("institution-id-type") != "doi":
        wrong.append("institution-id-type must be doi")
    if not _FUNDER_DOI.fullmatch(text_of(el)):
        wrong.append("the value must begin with 10.13039/")
    if wrong:
        yield Hit(f"identifier of the funder registry: {all_of(wrong)}")


@rule("COM425", on="award-id", services=("jats4r", "crossref"))
def doi_of_award_is_one(el: Element) -> Iterator[str]:
    """An award identifier of type doi is a DOI.

    Why: Crossref links the grant by it.
    Wrong: <award-id award-id-type="doi">314159</award-id>
    Right: <award-id award-id-type="doi">10.70114/grant.314159</award-id>
    Source: JATS4R Schematron 1.0, funding-errors; Crossref deposit schema 5.5.0, grant_doi
    """
    if el.get("award-id-type", "").lower() == "doi" and (fault := doi_fault(text_of(el))):
        yield f"the award's DOI {quoted(text_of(el))} {fault}"


@rule("COM426", on="principal-award-recipient", services=("jats4r",))
def recipient_is_one(el: Element) -> Iterator[str]:
    """A recipient of an award is one person or organisation.

    Why: two names in one element are one person to a program.
    Wrong: <award-group>… <principal-award-recipient><name><surname>Osei</surname></name><name>
        <surname>Moreau</surname></name>
        </principal-award-recipient></award-group>
    Right: <award-group>… <principal-award-recipient><name><surname>Osei</surname></name></principal-award-recipient>
        </award-group>
    Source: JATS4R Schematron 1.0, funding-errors
    """
    names = [
        each
        for each in elements_of(el)
        if each.tag in ("name", "string-name", "institution", "institution-wrap", "name-alternatives")
    ]
    if len(names) > 1 or (not names and " and " in text_of(el)):
        yield f"more than one recipient stands in one element: {quoted(text_of(el))}"


@rule("COM427", on="award-id", services=("crossref", "scielo"), severity=Severity.WARNING)
def award_is_one_number(el: Element) -> Iterator[str]:
    """An award identifier is one number, without words.

    Why: funders look for the number letter for letter.
    Wrong: <award-id>grant no. 314159</award-id>
    Wrong: <award-id>314159 and 271828</award-id>
    Right: <award-id>314159</award-id>
    Source: Crossref, "Funding data overview"; SciELO Publishing Schema 1.10, special_chars_award_id
    """
    value = text_of(el)
    if _SEVERAL.search(value):
        yield f"{quoted(value)} are several awards: give each its own <award-id>"
    elif (match := _LABEL.match(value)) and re.search(r"\d", value):
        yield f"{quoted(value)} holds the word {quoted(match[0].strip())}: write the number alone"


@rule("PMC420", on=("contract-num", "contract-sponsor"), services=("pmc",))
def contracts_are_linked(el: Element, context: RuleContext) -> Iterator[str]:
    """A contract and its sponsor are linked with each other, in documents of the old tag set.

    Why: nobody knows otherwise whose contract it is; newer documents have `<award-group>` for both.
    Wrong: <article-meta>… <contract-num id="cn1">314159</contract-num></article-meta>
    Right: <article-meta>… <contract-num id="cn1" rid="cs1">314159</contract-num>
        <contract-sponsor id="cs1" rid="cn1">Harbour Fund</contract-sponsor>
        </article-meta>
    Source: PMC Style Checker 5.31, contract-num-linking and contract-sponsor-linking
    """
    other = "contract-sponsor" if el.tag == "contract-num" else "contract-num"
    linked = [context.ids[name] for name in el.get("rid", "").split() if name in context.ids]
    pointing = [each for each in context.all(other) if el.get("id") and el.get("id") in each.get("rid", "").split()]
    if not pointing and not any(each.tag == other for each in linked):
        yield f"it is linked to no <{other}>: use <award-group>"


@rule("SPS420", on="article", services=("scielo",))
def funding_notes_are_tagged(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A note on funding stands beside tagged funding data, whose group has no title or label.

    Why: SciELO reports to funders from the tagged data.
    Wrong: <article>… <!-- no funding-group --><back>… <fn-group><fn fn-type="financial-disclosure" id="fn9">
        <label>b</label>
        <p>Paid by the council.</p></fn></fn-group></back></article>
    Wrong: <article>… <!-- no award-group --><!-- no funding-statement --><back>… <fn-group>
        <fn fn-type="supported-by" id="fn9"><label>b</label>
        <p>Paid by the council.</p></fn></fn-group></back></article>
    Right: <back>… <fn-group><fn fn-type="financial-disclosure" id="fn9"><label>b</label><p>Paid by the council.</p>
        </fn></fn-group></back>
    Source: SciELO Publishing Schema 1.10, funding and funding_group
    """
    if context.meta is None:
        return
    tagged = any(
        context.meta.find(f"funding-group/{name}") is not None for name in ("award-group", "funding-statement")
    )
    for each in context.all("fn"):
        if each.get("fn-type") in _FUNDING_NOTES and context.part_of(each) is el and not tagged:
            yield Hit("a note on funding stands without <award-group> or <funding-statement> in the front", each)
    for named in context.meta.iterfind("funding-group/*"):
        if named.tag in ("title", "label"):
            yield Hit(f"<funding-group> has a {named.tag}: take it away", named)
