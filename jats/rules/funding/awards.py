"""Funders and awards: each award with its funder, each funder with its identifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, elements_of, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, at_most_one

_REGISTRY = "open-funder-registry"
_REGISTRY_DOI = "10.13039/open_funder_registry"
_IDENTIFIED = re.compile(r"10\.13039/|ror\.org/|^0[a-z0-9]{6}\d\d$", re.IGNORECASE)
_RECIPIENTS = ("name", "string-name", "institution", "institution-wrap")
_LABEL = re.compile(r"^(?:grants?|awards?|contracts?|projects?|процесс?о?|nos?|nr|numbers?|№)\b[\s.:#]*", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<!\S)[^\s\d]*+\d\S*(?:\s+(?:and|und|y|e|et|та|и)\s+|\s*[;,]\s+)\S*\d")
GRANT_NUMBER = re.compile(
    r"\b(?:grants?|awards?|contracts?|scholarships?|fellowships?|projects?)\s*(?:agreement\s*)?(?:\(?(?:nos?|nr|numbers?|#|ids?)\b[.:]?\s*)"
    r"[A-Z]{0,6}[-/ ]?\d[\w./-]{2,}",
    re.IGNORECASE,
)
"""An award with its number in running text."""
_FUNDING_NOTE = "financial-disclosure"

at_most_one(
    Row(
        "COM420",
        on=("article-meta", "front-stub"),
        services=("jats4r", "scielo"),
        page="""An article must have one group of funders only.

        Why: Programs read the first group, and the funders of the second are lost.
        Wrong: <funding-group>…</funding-group><funding-group><award-group><funding-source><institution-wrap>
            <institution>Harbour Fund</institution>
            <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id></institution-wrap>
            </funding-source><award-id>HF-17</award-id></award-group>
            <funding-statement>The fund paid.</funding-statement></funding-group>
        Right: <funding-group><award-group><funding-source><institution-wrap>
            <institution>Research Council of Norway</institution>
            <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id></institution-wrap>
            </funding-source><award-id>314159</award-id></award-group>
            <funding-statement>The council paid for this work.</funding-statement></funding-group>
        Source: JATS4R Schematron 1.0, funding-errors; SciELO Publishing Schema 1.10, uniqueness
        """,
    ),
    "funding-group",
    "merge them",
)


@rule(
    "COM421",
    on="award-group",
    services=("jats4r", "crossref", "scielo"),
    severities={"crossref": Severity.WARNING},
)
def award_has_one_funder(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A group of awards must name its funder; for JATS4R it must name one funder only.

    Why: An award without a funder belongs to nobody; with two, nobody knows who gave it.
    Wrong: <award-group>… <!-- no funding-source --></award-group>
    Right: <award-group>… <funding-source><institution-wrap><institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi" vocab="open-funder-registry"
        vocab-identifier="10.13039/open_funder_registry">10.13039/501100005416</institution-id></institution-wrap>
        </funding-source></award-group>
    YAML: funding: [{funder: Research Council of Norway, numbers: "314159"}]
    Source: JATS4R Schematron 1.0, funding-errors; SciELO Publishing Schema 1.10, funding_group; Crossref deposit schema
        5.5.0, fundref
    """
    sources = len(el.findall("funding-source"))
    supported = el.find("support-source") is not None and context.version >= (1, 2)
    if not sources:
        services = ("crossref", "scielo") if supported else None
        yield Hit("the group of awards has no funder: add <funding-source>", services=services)
    elif sources > 1:
        message = f"the group of awards has {sources} funders: write a group for each"
        yield Hit(message, services=("jats4r",))


@rule("COM422", on="article", services=("scielo", "crossref"), severities={"crossref": Severity.WARNING})
def award_in_words_is_tagged(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An award that the text names by its number must be tagged, with its number and its funder.

    Why: Funders find the works that they paid for by the tagged number.
    Wrong: <article>… <!-- no award-group --><ack><title>Acknowledgements</title>
        <p>We thank the council for its help (grant no. NRC-314159).</p></ack></article>
    Wrong (scielo): <article>… <!-- no award-id --></article>
    Right: <article>… <funding-group><award-group><funding-source><institution-wrap>
            <institution>Research Council of Norway</institution>
            <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id></institution-wrap>
            </funding-source><award-id>314159</award-id></award-group>
            <funding-statement>The council paid for this work.</funding-statement></funding-group>
        <ack><title>Acknowledgements</title>
        <p>We thank the council for its help (grant no. NRC-314159).</p></ack></article>
    YAML: acknowledgements: We thank the council for its help (grant no. NRC-314159).
        funding: [{funder: Research Council of Norway, numbers: NRC-314159}]
    Source: SciELO Publishing Schema 1.10, funding_group; Crossref, "Funding data overview"
    """
    if context.meta is None:
        return
    awards = list(context.meta.iterfind("funding-group/award-group"))
    for award in awards:
        if award.find("award-id") is None:  # one without a funder is COM421's
            yield Hit("the group of awards has no number: add <award-id>", award, services=("scielo",))
    if any(award.find("award-id") is not None for award in awards):
        return
    for each in (*context.all("ack"), *context.all("fn"), *context.all("funding-statement")):
        if context.part_of(each) is el and (match := _award_in(each)):
            message = (
                f"the text names an award ({quoted(match[0])}) that no <award-group> names: add one with <award-id>"
            )
            yield Hit(message, each)


def _award_in(el: Element) -> re.Match[str] | None:
    """The first award with its number in a paragraph of an element."""
    return next(filter(None, map(GRANT_NUMBER.search, map(text_of, el.iter("p")))), None)


@rule("COM423", on="funding-source", services=("jats4r", "crossref"), severities={"crossref": Severity.WARNING})
def funder_has_an_identifier(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A funder must be in one `<institution-wrap>` (JATS4R), with its identifier (Crossref).

    Why: Names of funders are written in a hundred ways; reports of funders go by the identifier.
    Wrong: <funding-source>Research Council of Norway</funding-source>
    Right: <funding-source><institution-wrap><institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi" vocab="open-funder-registry"
        vocab-identifier="10.13039/open_funder_registry">10.13039/501100005416</institution-id></institution-wrap>
        </funding-source>
    YAML: funding: [{funder: {name: Research Council of Norway, ror: "https://ror.org/00epmv149"}, numbers: "314159"}]
    Source: JATS4R Schematron 1.0, funding-errors (from JATS 1.1d1 on); Crossref deposit schema 5.5.0, fundref
    """
    wraps = len(el.findall("institution-wrap"))
    if wraps != 1 and context.release >= (1, 1, 1):
        count = f"{wraps} <institution-wrap>" if wraps else "no <institution-wrap>"
        message = f"the funder {quoted(text_of(el))} has {count}: put its name and identifier into one"
        yield Hit(message, services=("jats4r",))
    if not any(_IDENTIFIED.search(text_of(each)) for each in el.iter("institution-id")):
        message = f"the funder {quoted(text_of(el))} has no identifier: add its ROR, or its DOI 10.13039/…"
        yield Hit(message, services=("crossref",))


@rule("COM424", on="funding-group//institution-id", services=("jats4r",))
def funder_registry_is_named_whole(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An identifier of the funder registry must have its three attributes and a DOI that begins with 10.13039.

    Why: Programs know by them where to look the funder up.
    Wrong: <funding-source><institution-wrap><institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi"
        vocab="open-funder-registry">10.13039/501100005416</institution-id></institution-wrap></funding-source>
    Right: <funding-source><institution-wrap><institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi" vocab="open-funder-registry"
        vocab-identifier="10.13039/open_funder_registry">10.13039/501100005416</institution-id></institution-wrap>
        </funding-source>
    YAML: funding: [{funder: {name: Harbour Fund, doi: 10.13039/100000001}, numbers: HF-17}]
    Source: JATS4R Schematron 1.0, funding-errors (from JATS 1.2 on)
    """
    if el.get("vocab") != _REGISTRY or context.version < (1, 2):
        return
    wrong = []
    if el.get("vocab-identifier") != _REGISTRY_DOI:
        wrong.append(f"vocab-identifier must be '{_REGISTRY_DOI}'")
    if el.get("institution-id-type") != "doi":
        wrong.append("institution-id-type must be 'doi'")
    if not text_of(el).startswith("10.13039/"):
        wrong.append("the identifier must begin with 10.13039/")
    if wrong:
        yield Hit(f"the identifier {quoted(text_of(el))} of the funder registry: {all_of(wrong)}")


@rule("COM428", on="funding-group//institution-id", services=("jats4r",))
def doi_of_funder_is_one(el: Element, context: RuleContext) -> Iterator[str]:
    """The identifier of a funder that is marked as a DOI must be a DOI, in JATS 1.1 and before.

    Why: Programs look the funder up by its DOI in the funder registry.
    Wrong: <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"
        "JATS-journalpublishing1.dtd"><article dtd-version="1.1">… <funding-source><institution-wrap>
        <institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi">https://doi.org/10.13039/501100005416</institution-id>
        </institution-wrap></funding-source><!-- no role --></article>
    Right: <funding-source><institution-wrap><institution>Research Council of Norway</institution>
        <institution-id institution-id-type="doi">10.13039/501100005416</institution-id></institution-wrap>
        </funding-source>
    Source: JATS4R Schematron 1.0, funding-errors
    """
    if context.version < (1, 2) and el.get("institution-id-type") == "doi" and not text_of(el).startswith("10"):
        yield f"the funder's DOI is {quoted(text_of(el))}: write it bare, as 10.13039/…"


@rule("COM425", on="award-id", services=("jats4r", "crossref"), severities={"crossref": Severity.WARNING})
def doi_of_award_is_one(el: Element) -> Iterator[str]:
    """An award identifier of type doi must be a DOI.

    Why: Crossref links the grant by its DOI.
    Wrong: <award-id award-id-type="doi">314159</award-id>
    Right: <award-id award-id-type="doi">10.70114/grant.314159</award-id>
    YAML: funding: [{funder: Harbour Fund, numbers: {number: 10.9999/hf.17, type: doi}}]
    Source: JATS4R Schematron 1.0, funding-errors; Crossref deposit schema 5.5.0, grant_doi
    """
    if el.get("award-id-type", "").lower() == "doi" and not text_of(el).startswith("10"):
        yield f"the award's DOI is {quoted(text_of(el))}: write the DOI, which begins with 10."


@rule("COM426", on="principal-award-recipient", services=("jats4r",))
def recipient_is_one(el: Element) -> Iterator[str]:
    """A recipient of an award must be one person or one institution, in an element for it.

    Why: Programs take the whole element as one name.
    Wrong: <award-group>… <principal-award-recipient><name><surname>Osei</surname></name><name>
        <surname>Moreau</surname></name></principal-award-recipient></award-group>
    Wrong: <award-group>… <principal-award-recipient>Not applicable</principal-award-recipient></award-group>
    Right: <award-group>… <principal-award-recipient><name><surname>Osei</surname></name></principal-award-recipient>
        </award-group>
    Source: JATS4R Schematron 1.0, funding-errors
    """
    names = [each for each in elements_of(el) if each.tag in _RECIPIENTS]
    if len(names) > 1:
        yield f"{len(names)} recipients are in one {tagged(el)}: give each an element of its own"
    elif not names:
        yield f"the recipient {quoted(text_of(el))} is text: write it in <name> or <institution>, or remove the element"


@rule("COM427", on="award-id", services=("crossref", "scielo"), severity=Severity.WARNING)
def award_is_one_number(el: Element) -> Iterator[str]:
    """An award identifier must be one number, without words.

    Why: Funders look for the number letter by letter.
    Wrong: <award-id>grant no. 314159</award-id>
    Wrong: <award-id>314159 and 271828</award-id>
    Right: <award-id>314159</award-id>
    YAML: funding: [{funder: Research Council of Norway, numbers: ["314159", "271828"]}]
    Source: Crossref, "Funding data overview"; SciELO Publishing Schema 1.10, special_chars_award_id
    """
    value = text_of(el)
    if _SEVERAL.search(value):
        yield f"{quoted(value)} is several awards: give each its own <award-id>"
    elif (match := _LABEL.match(value)) and re.search(r"\d", value):
        yield f"{quoted(value)} has the word {quoted(match[0].strip())} in it: write the number alone"


@rule("PMC420", on=("contract-num", "contract-sponsor"), services=("pmc",))
def contracts_are_linked(el: Element, context: RuleContext) -> Iterator[str]:
    """A contract and its sponsor must link to each other, in documents of the old tag set.

    Why: Otherwise nobody knows whose contract it is. Newer documents have `<award-group>` for both.
    Wrong: <article-meta>… <contract-num id="cn1">314159</contract-num></article-meta>
    Right: <article-meta>… <contract-num id="cn1" rid="cs1">314159</contract-num>
        <contract-sponsor id="cs1" rid="cn1">Harbour Fund</contract-sponsor>
        </article-meta>
    Source: PMC Style Checker 5.31, contract-num-linking and contract-sponsor-linking
    """
    other = "contract-sponsor" if el.tag == "contract-num" else "contract-num"
    linked = [context.ids[name] for name in el.get("rid", "").split() if name in context.ids]
    pointed_at = context.once(("linked by", other), lambda: _linked_by(other, context))
    if el.get("id") not in pointed_at and not any(each.tag == other for each in linked):
        yield f"{tagged(el)} links to no <{other}>: write both in an <award-group>"


def _linked_by(name: str, context: RuleContext) -> frozenset[str]:
    """The ids that elements of a name link to."""
    return frozenset(target for each in context.all(name) for target in each.get("rid", "").split())


@rule("SPS420", on="article", services=("scielo",))
def funding_is_tagged_whole(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A funding group must have an award group and a funding statement, and no title; a note on funding needs such a group.

    Why: SciELO reports to funders from the tagged data.
    Wrong: <funding-group>… <!-- no funding-statement --></funding-group>
    Wrong: <article>… <!-- no funding-group --><back>… <fn-group><fn fn-type="financial-disclosure" id="fn9">
        <label>b</label><p>Paid by the council.</p></fn></fn-group></back></article>
    Right: <article>… <funding-group><award-group><funding-source><institution-wrap>
            <institution>Research Council of Norway</institution>
            <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id></institution-wrap>
            </funding-source><award-id>314159</award-id></award-group>
            <funding-statement>The council paid for this work.</funding-statement></funding-group>
        <back>… <fn-group><fn fn-type="financial-disclosure" id="fn9"><label>b</label>
        <p>Paid by the council.</p></fn></fn-group></back></article>
    YAML: funding: [{funder: Research Council of Norway, numbers: "314159"}]
        funding_statement: The Research Council of Norway paid for this work.
    Source: SciELO Publishing Schema 1.10, funding and funding_group
    """
    if context.meta is None:
        return
    groups = context.meta.findall("funding-group")
    for group in groups:
        missing = [f"<{name}>" for name in ("award-group", "funding-statement") if group.find(name) is None]
        if missing:
            yield Hit(f"<funding-group> has no {all_of(missing)}: add what is missing", group)
        for named in group:
            if named.tag in ("title", "label"):
                yield Hit(f"<funding-group> has a {named.tag}: remove it", named)
    notes = [each for each in context.all("fn") if each.get("fn-type") == _FUNDING_NOTE and within(each, "back")]
    for note in notes if not groups else ():
        if context.part_of(note) is el:
            yield Hit(
                "a note names funding, and the front has no <funding-group>: add one, with the note as <funding-statement>",
                note,
            )
