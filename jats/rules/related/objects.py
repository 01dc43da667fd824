"""Related objects: clinical trials, data, and works that are no journal articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, rule
from jats.rules.related.articles import PMC_RELATIONS

_REGISTRIES = frozenset(
    "anzctr chictr clinicaltrials.gov cris ctri drks eu-ctr eudract irct isrctn itmctr japiccti jmacct jprn jrct lbctr nl-omon "
    "ntr pactr rebec repec rpcec slctr tctr umin-ctr uminctr".split()
)
_REGISTRY_DOI = re.compile(r"10\.18810/[\w.-]+")
_TRIAL = "clinical-trials-registry"


def is_trial(el: Element) -> bool:
    """Whether a related object is the registration of a clinical trial."""
    return (
        el.get("source-type") == _TRIAL
        or el.get("document-id-type") == "clinical-trial-number"
        or el.get("content-type") in ("pre-results", "results", "post-results")
        or el.get("source-id-type") == "registry-name"
    )


@rule("PMC445", on="related-object", services=("pmc",))
def object_is_identified(el: Element) -> Iterator[str]:
    """A related object has an id, and is named by an identifier of known kind.

    Why: PMC can't link to what it can't identify.
    Wrong: <related-object id="ro1" document-id="12"/>
    Right: <related-object id="ro1" document-id="12" document-id-type="other"/>
    Source: PMC Style Checker 5.31, related-object-check
    """
    missing = [] if el.get("id") else ["id"]
    kinds = ("source", "document", "object")
    missing += [f"{kind}-id-type" for kind in kinds if el.get(f"{kind}-id") and not el.get(f"{kind}-id-type")]
    if not any(el.get(f"{kind}-id") for kind in kinds):
        missing.append("source-id, document-id or object-id")
    if missing:
        yield f"<related-object> has no {all_of(missing)}"


@rule("PMC446", on="related-object", services=("pmc",))
def article_as_object_is_identified(el: Element) -> Iterator[str]:
    """An article that is linked as an object is named by DOI, PMCID or PubMed number, and its kind is that of a related article.

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
        yield "the related article has no document-id"
    elif el.get("document-id-type") not in ("doi", "pmcid", "pmid"):
        yield f"document-id-type {quoted(el.get('document-id-type', ''))} must be doi, pmcid or pmid"
    if (kind := el.get("link-type")) and kind not in PMC_RELATIONS:
        yield f"link-type {quoted(kind)} is none of PMC's kinds of related articles"


@rule("J4R440", on="related-object", services=("jats4r", "crossref", "pubmed"))
def trial_is_identified(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A clinical trial is named by its registry and its number, one element for each trial.

    Why: who collects the publications of a trial finds them by these two.
    Wrong: <related-object source-type="clinical-trials-registry" source-id="UNT" source-id-type="registry-name"
        document-id="NCT02968459"
        document-id-type="clinical-trial-number"/>
    Wrong: <related-object source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name"
        document-id="ISRCTN98371961 ISRCTN98371962" document-id-type="clinical-trial-number"/>
    Right: <related-object source-type="clinical-trials-registry" source-id="ClinicalTrials.gov"
        source-id-type="registry-name"
        document-id="NCT02968459" document-id-type="clinical-trial-number"/>
    Source: JATS4R Schematron 1.0, clinical-trial-errors
    """
    if not is_trial(el):
        return
    source, kind, number = el.get("source-id", ""), el.get("source-id-type", ""), el.get("document-id", "")
    if kind not in ("registry-name", "crossref-doi"):
        yield Hit(f"source-id-type {quoted(kind)} must be registry-name or crossref-doi")
    elif not (source.lower() in _REGISTRIES if kind == "registry-name" else _REGISTRY_DOI.fullmatch(source)):
        yield Hit(f"{quoted(source)} is no registry that the WHO approves (source-id)")
    if not number:
        yield Hit("the trial has no number (document-id)")
    elif re.search(r"[\s,;]", number.strip()):
        yield Hit(f"{quoted(number)} are several trials: one <related-object> each")
    if el.get("document-id-type") not in ("clinical-trial-number", "doi"):
        yield Hit(f"document-id-type {quoted(el.get('document-id-type', ''))} must be clinical-trial-number or doi")
    same = [
        each
        for each in context.all("related-object")
        if number and each.get("document-id") == number and is_trial(each)
    ]
    if same and same[0] is not el and same[0].get("content-type") == el.get("content-type"):
        yield Hit(f"the trial {number} stands twice")


@rule("J4R441", on="related-object", services=("jats4r",), severity=Severity.WARNING)
def trial_says_what_it_is(el: Element) -> Iterator[str]:
    """A clinical trial has the source type `clinical-trials-registry`.

    Why: it is known as a trial by that.
    Wrong: <related-object source-id="ISRCTN" source-id-type="registry-name" document-id="ISRCTN98371961"
        document-id-type="clinical-trial-number"/>
    Right: <related-object source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name"
        document-id="ISRCTN98371961" document-id-type="clinical-trial-number"/>
    Source: JATS4R Schematron 1.0, clinical-trial-warnings
    """
    if is_trial(el) and el.get("source-type") != _TRIAL:
        yield f'the trial has no source-type="{_TRIAL}"'
