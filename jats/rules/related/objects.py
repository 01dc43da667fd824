"""Related objects: clinical trials, data, and works that are not journal articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, rule

_REGISTRIES = frozenset(
    "anzctr chictr clinicaltrials.gov cris ctri drks eu-ctr eudract irct isrctn itmctr japiccti jmacct jprn jrct lbctr nl-omon "
    "ntr pactr rebec repec rpcec slctr tctr umin-ctr uminctr".split()
)
_REGISTRY_DOI = re.compile(r"10\.18810/[\w.-]+")
_STAGES = ("pre-results", "results", "post-results")
_LINK_TYPES = frozenset(
    "addendum addended-article alt-language article-reference article-response commentary commentary-article companion "
    "concurrent-pub continued-by continues corrected-article correction-forward letter letter-reply object-of-concern "
    "repub-note repub-note-target republication republished-article retracted-article retraction-forward "
    "retraction-republication retracted-republished-article update-in update-of updated-article update peer-review "
    "peer-reviewed-article".split()
)
"""The values of `link-type` that PMC knows for an article (PMC Style Checker 5.31, related-object-check)."""
_TRIAL = "clinical-trials-registry"


def is_trial(el: Element) -> bool:
    """Whether JATS4R judges a related object as the registration of a clinical trial."""
    if el.get("content-type"):
        return el.get("content-type") in _STAGES
    return el.get("source-id-type") in ("crossref-doi", "registry-name")


@rule("PMC445", on="related-object", services=("pmc",))
def object_is_identified(el: Element) -> Iterator[str]:
    """A related object must have an id, and an identifier of known kind.

    Why: PMC can't link to what it can't identify.
    Wrong: <related-object id="ro1" document-id="12"/>
    Right: <related-object id="ro1" document-id="12" document-id-type="other"/>
    YAML: related_objects: [{type: trial, document: {id: T-1, id_type: other}, url: "https://trials.example/T-1"}]
    Source: PMC Style Checker 5.31, related-object-check
    """
    missing = [] if el.get("id") else ["id"]
    kinds = ("source", "document", "object")
    missing += [f"{kind}-id-type" for kind in kinds if el.get(f"{kind}-id") and not el.get(f"{kind}-id-type")]
    if not any(el.get(f"{kind}-id") for kind in kinds):
        missing.append("source-id, document-id or object-id")
    if missing:
        yield f"<related-object> has no {all_of(missing)}: add what is missing"


@rule("PMC446", on="related-object", services=("pmc",))
def article_as_object_is_identified(el: Element) -> Iterator[str]:
    """An article that is linked as an object must be named by its DOI, PMCID or PubMed number, with a kind that PMC knows.

    Why: PMC shows it like a related article.
    Wrong: <related-object id="ro1" document-type="article" document-id="12" document-id-type="publisher-id"
        link-type="companion"/>
    Right: <related-object id="ro1" document-type="article" document-id="10.70112/jts.2024.30" document-id-type="doi"
        link-type="companion"/>
    Source: PMC Style Checker 5.31, related-object-check
    """
    if el.get("document-type") != "article":
        return
    if not el.get("document-id"):
        yield "the related article has no document-id: write its DOI there"
    elif el.get("document-id-type") not in ("doi", "pmcid", "pmid"):
        yield f"document-id-type is {quoted(el.get('document-id-type', ''))}: write 'doi', 'pmcid' or 'pmid'"
    if (kind := el.get("link-type")) and kind not in _LINK_TYPES:
        yield f"link-type {quoted(kind)} is not one of PMC's kinds of related articles: write one of them, such as 'companion'"


@rule(
    "J4R440",
    on="related-object",
    services=("jats4r", "crossref", "pubmed"),
)
def trial_is_identified(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A clinical trial must have its registry and its number, in one element for each trial.

    Why: The publications of a trial are found by these two.
    Wrong: <related-object source-type="clinical-trials-registry" source-id="10.99999/unt" source-id-type="crossref-doi"
        document-id="NCT02968459" document-id-type="clinical-trial-number"/>
    Wrong: <related-object source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name"
        document-id="ISRCTN98371961 ISRCTN98371962" document-id-type="clinical-trial-number"/>
    Right: <related-object source-type="clinical-trials-registry" source-id="ClinicalTrials.gov"
        source-id-type="registry-name"
        document-id="NCT02968459" document-id-type="clinical-trial-number"/>
    Source: JATS4R Schematron 1.0, clinical-trial-errors-1 and -2
    """
    number = el.get("document-id", "").strip()
    if is_trial(el):
        yield from _unidentified(el, number)
    if re.search(r"[\s,;]", number):
        yield Hit(f"{quoted(number)} is several trials: write a <related-object> for each", attribute="document-id")
    elif el.get("document-id-type") == "doi" and number and not number.startswith("10."):
        yield Hit(
            f"document-id is {quoted(number)}, which is not a DOI: a DOI begins with 10.", attribute="document-id"
        )
    if number and _is_numbered(el) and _is_repeated(el, number, context):
        yield Hit(f"the trial {number} is here a second time: keep one <related-object>", attribute="document-id")


def _unidentified(el: Element, number: str) -> Iterator[Hit]:
    source, kind = el.get("source-id", ""), el.get("source-id-type", "")
    if kind not in ("registry-name", "crossref-doi"):
        yield Hit(f"source-id-type is {quoted(kind)}: write 'registry-name' or 'crossref-doi'")
    elif kind == "crossref-doi" and not _REGISTRY_DOI.fullmatch(source):
        yield Hit(
            f"source-id is {quoted(source)}, not the DOI of a registry of trials: write one that begins with 10.18810/"
        )
    if not number:
        yield Hit("the trial has no number: write it in document-id")
    if el.get("document-id-type") not in ("clinical-trial-number", "doi"):
        given = quoted(el.get("document-id-type", ""))
        yield Hit(f"document-id-type is {given}: write 'clinical-trial-number' or 'doi'")


def _is_numbered(el: Element) -> bool:
    return el.get("document-id-type") in (None, "clinical-trial-number")


def _is_repeated(el: Element, number: str, context: RuleContext) -> bool:
    return context.once("first trials", lambda: _first_trials(context)).get(number, el) is not el


def _first_trials(context: RuleContext) -> dict[str, Element]:
    """The first trial of each number."""
    first: dict[str, Element] = {}
    for each in context.all("related-object"):
        if _is_numbered(each):
            first.setdefault(each.get("document-id", "").strip(), each)
    return first


@rule("J4R441", on="related-object", services=("jats4r",), severity=Severity.WARNING)
def trial_says_what_it_is(el: Element) -> Iterator[Hit]:
    """A clinical trial lacks the source type `clinical-trials-registry`, or the name of a registry that the WHO knows.

    Why: Programs know a trial by its source type, and look it up in its registry.
    Wrong: <related-object source-id="ISRCTN" source-id-type="registry-name" document-id="ISRCTN98371961"
        document-id-type="clinical-trial-number"/>
    Wrong: <related-object source-type="clinical-trials-registry" source-id="UNT" source-id-type="registry-name"
        document-id="UNT98371961" document-id-type="clinical-trial-number"/>
    Right: <related-object source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name"
        document-id="ISRCTN98371961" document-id-type="clinical-trial-number"/>
    Source: JATS4R Schematron 1.0, clinical-trial-warnings
    """
    source = el.get("source-id", "")
    known = source.lower() in _REGISTRIES or _REGISTRY_DOI.fullmatch(source) is not None
    if known and el.get("source-type") != _TRIAL:
        yield Hit(f"the trial has no source-type: write source-type='{_TRIAL}'")
    elif el.get("source-id-type") == "registry-name" and not known:
        yield Hit(f"source-id is {quoted(source)}, no name of a registry that the WHO knows: write one, such as ISRCTN")


@rule("J4R442", on="related-object", services=("jats4r",), severity=Severity.WARNING)
def stage_of_a_trial_is_known(el: Element) -> Iterator[Hit]:
    """The `content-type` of a clinical trial is not pre-results, results or post-results.

    Why: Readers see from it whether the article reports the results; programs skip a trial with another word.
    Wrong: <related-object source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name"
        document-id="ISRCTN98371961" document-id-type="clinical-trial-number" content-type="final"/>
    Right: <related-object source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name"
        document-id="ISRCTN98371961" document-id-type="clinical-trial-number" content-type="results"/>
    YAML:
        related_objects:
          - type: pre-results
            source: {id: 10.18810/isrctn, id_type: crossref-doi}
            document: {type: clinical-trial, id: ISRCTN12345678, id_type: clinical-trial-number}
    Source: JATS4R Schematron 1.0, clinical-trial-errors-1; JATS4R, clinical trials
    """
    kind = el.get("content-type")
    marked = el.get("source-type") == _TRIAL or el.get("document-id-type") == "clinical-trial-number"
    if kind and kind not in _STAGES and (marked or el.get("source-id-type") == "registry-name"):
        message = f"content-type is {quoted(kind)}: write 'pre-results', 'results' or 'post-results', or remove it"
        yield Hit(message, attribute="content-type")
