"""Builds JATS XML from article data, and checks any JATS file.

    import jats
    built = jats.build("article.yaml")
    result = jats.check("article.xml", jats.Options(targets=("pmc",)))

The names in `__all__` are the library; everything else may change. Each is loaded when it is first used, so that
`import jats` is fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know it by its name; importing `typing` would slow every cold start
if TYPE_CHECKING:
    from jats.errors import InputError, JatsError, PluginError, SchemaError, TargetError
    from jats.findings import Finding, Fix, Place, Severity
    from jats.library import Reading, build, build_each, check, read, read_each, validate
    from jats.model.abstracts import Abstract
    from jats.model.affiliations import Affiliation
    from jats.model.article import Article
    from jats.model.cited import Cited
    from jats.model.dates import Date, Event, Publication
    from jats.model.funding import Award, Funder
    from jats.model.journal import Journal
    from jats.model.keywords import KeywordGroup
    from jats.model.people import Collaboration, Contributor, Name, Role
    from jats.model.permissions import License
    from jats.model.references import Pages, Reference
    from jats.options import Options
    from jats.pipeline import Built
    from jats.results import Result, Verdict

__all__ = [
    "Abstract",
    "Affiliation",
    "Article",
    "Award",
    "Built",
    "Cited",
    "Collaboration",
    "Contributor",
    "Date",
    "Event",
    "Finding",
    "Fix",
    "Funder",
    "InputError",
    "JatsError",
    "Journal",
    "KeywordGroup",
    "License",
    "Name",
    "Options",
    "Pages",
    "Place",
    "PluginError",
    "Publication",
    "Reading",
    "Reference",
    "Result",
    "Role",
    "SchemaError",
    "Severity",
    "TargetError",
    "Verdict",
    "build",
    "build_each",
    "check",
    "read",
    "read_each",
    "validate",
]

_HOMES = {
    "jats.errors": ("InputError", "JatsError", "PluginError", "SchemaError", "TargetError"),
    "jats.findings": ("Finding", "Fix", "Place", "Severity"),
    "jats.library": ("Reading", "build", "build_each", "check", "read", "read_each", "validate"),
    "jats.model.article": ("Article",),
    "jats.model.abstracts": ("Abstract",),
    "jats.model.affiliations": ("Affiliation",),
    "jats.model.cited": ("Cited",),
    "jats.model.dates": ("Date", "Event", "Publication"),
    "jats.model.funding": ("Award", "Funder"),
    "jats.model.journal": ("Journal",),
    "jats.model.keywords": ("KeywordGroup",),
    "jats.model.people": ("Collaboration", "Contributor", "Name", "Role"),
    "jats.model.permissions": ("License",),
    "jats.model.references": ("Pages", "Reference"),
    "jats.options": ("Options",),
    "jats.pipeline": ("Built",),
    "jats.results": ("Result", "Verdict"),
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("jats-export")
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'jats' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
