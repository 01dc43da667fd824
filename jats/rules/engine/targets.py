"""The services that rules speak for: each one's guide and its date, and which rules are on for a choice of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jats.errors import TargetError
from jats.messages.words import did_you_mean, nearest, quoted
from jats.rules.engine.registry import Rule, load_foreign_rules, load_rules

COMMON = "common"
SERVICES = ("pmc", "pubmed", "crossref", "doaj", "scielo", "jats4r", "datacite")
ALL = (COMMON, *SERVICES)
"""For rules that hold whoever reads; with `common` a rule is on even when no target is named."""


@dataclass(frozen=True, slots=True)
class Target:
    """A receiver: its names for people, the guide that its rules come from, and that guide's date (`YYYY-MM`)."""

    name: str
    title: str
    guide: str
    date: str
    form: str
    """What it takes, in one phrase."""


TARGETS = {
    target.name: target
    for target in (
        Target("pmc", "PubMed Central", "PMC Style Checker 5.31; PMC tagging guidelines", "2021-10", "JATS full text"),
        Target("pubmed", "PubMed", "PubMed.dtd 2.6; NLM's help for data providers", "2026-08", "an ArticleSet record"),
        Target(
            "crossref", "Crossref", "Deposit schema 5.5.0 and its Schematron notes", "2026-08", "a doi_batch record"
        ),
        Target("doaj", "DOAJ", "doajArticles.xsd 1.3; DOAJ's article service", "2026-08", "a DOAJ or Crossref record"),
        Target("scielo", "SciELO", "SciELO Publishing Schema 1.10", "2026-08", "JATS full text"),
        Target("jats4r", "JATS4R", "JATS4R Schematron 1.0", "2024-09", "JATS, by recommendation"),
        Target("datacite", "DataCite", "DataCite Metadata Schema 4.6", "2024-12", "a resource record"),
        Target(COMMON, "Common rules", "JATS Tag Library; standards of the identifiers", "2026-08", "any JATS"),
    )
}


UNKNOWN = {
    "pmc": (
        "whether the journal is accepted by PMC, and under which NLM title abbreviation",
        "whether the images and files that the article names are in the package, and of the kind PMC takes",
    ),
    "pubmed": (
        "whether the journal is indexed, and its NLM title abbreviation",
        "the record itself: export it and check it",
    ),
    "crossref": (
        "whether the DOI's prefix is the depositor's, and the DOI is registered already",
        "whether the landing page answers",
        "the record itself: export it and check it",
    ),
    "doaj": ("whether the journal and its ISSNs are in DOAJ", "whether the full text's address answers"),
    "scielo": (
        "whether the journal is in a SciELO collection, and its acronym",
        "whether DOI and ORCIDs are registered, and of these authors",
        "whether the images and files that the article names are in the package",
    ),
    "jats4r": (),
    "datacite": ("whether the DOI's prefix is the depositor's", "the record itself: export it and check it"),
}
"""What the network, a service's database or the package alone can tell."""


def find_target(name: str) -> Target:
    """The target of that name, `common` included; a TargetError names the nearest ones."""
    found = TARGETS.get(name.lower())
    if found is None:
        near = nearest(name, TARGETS, most=2, cutoff=0.6) or SERVICES
        raise TargetError(f"no target is named {quoted(name)}{did_you_mean(near)}")
    return found


def rules_for(targets: Sequence[str], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that are on: common ones and those of `targets`, which may be a plug-in's; raises TargetError.

    `select` and `ignore` are codes or their beginnings (`COM1`); the longer one wins if both fit.
    """
    wanted = {COMMON, *(name.lower() for name in targets)}
    foreign = [rule for name in targets if name.lower() not in TARGETS for rule in _foreign(name)]
    ours = [rule for rule in load_rules() if wanted.intersection(rule.services)]
    return tuple(rule for rule in (*ours, *foreign) if _chosen(rule.code, select, ignore))


def _foreign(name: str) -> tuple[Rule, ...]:
    rules = load_foreign_rules(name)
    if not rules:
        find_target(name)
    return rules


def _chosen(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    chosen = max((len(start) for start in select if code.startswith(start.upper())), default=-1 if select else 0)
    ignored = max((len(start) for start in ignore if code.startswith(start.upper())), default=-1)
    return chosen > ignored
