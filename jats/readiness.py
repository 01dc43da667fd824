"""Whether a service would take an article: what blocks it, what the service would like, and what can't be known offline."""

from __future__ import annotations

from dataclasses import dataclass

from jats.findings import Finding

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


@dataclass(frozen=True, slots=True)
class Readiness:
    """One service's answer about one file, as far as the file tells: `blocks` keep it back, `likes` are what would be better."""

    target: str
    blocks: tuple[Finding, ...] = ()
    likes: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing that is known here keeps the file back."""
        return not self.blocks
