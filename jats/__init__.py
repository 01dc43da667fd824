"""JATS XML from article data, and the verdict on anybody's JATS.

    import jats
    built = jats.build("article.yaml")
    result = jats.check("article.xml", jats.Options(targets=("pmc",)))

The names in `__all__` are the library; everything else may change. Each is loaded when it is first asked for, so that
`import jats` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know it by its name; importing `typing` would slow every cold start
if TYPE_CHECKING:
    from jats.errors import InputError, JatsError, PluginError, SchemaError, TargetError
    from jats.findings import Finding, Fix, Place, Severity
    from jats.library import Reading, build, check, read, validate
    from jats.model.article import Article
    from jats.options import Options
    from jats.pipeline import Built
    from jats.results import Result, Verdict

__all__ = [
    "Article",
    "Built",
    "Finding",
    "Fix",
    "InputError",
    "JatsError",
    "Options",
    "Place",
    "PluginError",
    "Reading",
    "Result",
    "SchemaError",
    "Severity",
    "TargetError",
    "Verdict",
    "build",
    "check",
    "read",
    "validate",
]

_HOMES = {
    "jats.errors": ("InputError", "JatsError", "PluginError", "SchemaError", "TargetError"),
    "jats.findings": ("Finding", "Fix", "Place", "Severity"),
    "jats.library": ("Reading", "build", "check", "read", "validate"),
    "jats.model.article": ("Article",),
    "jats.options": ("Options",),
    "jats.pipeline": ("Built",),
    "jats.results": ("Result", "Verdict"),
}


def __getattr__(name: str) -> object:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'jats' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
