"""The findings of `jats check` itself: one function a code, whose docstring is the code's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jats.acceptance.selection import ALWAYS_ON
from jats.acceptance.suppressions import Suppression
from jats.findings import Finding, Place, Severity
from jats.messages.explanations import Explanation, parse_explanation
from jats.messages.words import any_of
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, text_of
from jats.rules.engine.registry import Check, Hit, Rule

EXAMPLE = ("10.5555/jats-init-example", "jats-init-example")
"""The DOI and the publisher's identifier of the article that `jats init` writes."""

_WHO = ("common", "pmc", "pubmed", "crossref", "doaj", "scielo", "jats4r", "datacite")


def unused(suppression: Suppression) -> Finding:
    """A suppression has nothing to suppress.

    Why: the finding that it was written for is gone, or was never there. If the suppression stays, it hides the next such
        finding, and nobody decided that.
    Wrong: # article.yaml
        # jats: ignore COM105 the person's own spelling
        title: On tides
    Right: # article.yaml
        title: On tides
    Source: this program, `jats check`
    """
    message = f"this suppresses nothing: {any_of(suppression.codes)} was not found here; delete it"
    if any(code.startswith(ALWAYS_ON) for code in suppression.codes):
        message = "this suppresses nothing: errors of the input and of the schema can't be suppressed; fix them"
    return Finding("CHK001", Severity.WARNING, message, suppression.place)


def without_reason(suppression: Suppression) -> Finding:
    """A suppression must name a code and a reason.

    Why: without them, nobody can see later whether the finding was understood. So it suppresses nothing.
    Wrong: # article.yaml
        orcid: 0000-0002-1825-0098  # jats: ignore COM105
    Right: # article.yaml
        orcid: 0000-0002-1825-0098  # jats: ignore COM105 the person's own spelling, asked in May
    Source: this program, `jats check`
    """
    lacks = "which codes (COM105)" if not suppression.codes else "the reason after the code"
    return Finding("CHK002", Severity.ERROR, f"this suppresses nothing: write {lacks}", suppression.place)


def built_from(name: str, article: str) -> Finding:
    """XML that was built from an article file beside it is not checked again.

    Why: the article file is what you correct; the same faults in XML terms would only be reported twice.
    Wrong: jats check articles
    Right: jats check articles/tides/article.yaml
    Source: this program, `jats check`
    """
    message = f"skipped: it was built from {article}, which is checked itself"
    return Finding("CHK003", Severity.INFO, message, Place(name))


def untouched_example(el: Element) -> Iterator[str]:
    """An article must not keep the example's DOI or identifier.

    Why: the article that `jats init` writes is there to be replaced. Its DOI belongs to nobody: services refuse it or, worse,
        accept it.
    Wrong: <article-id pub-id-type="doi">10.5555/jats-init-example</article-id>
    Right: <article-id pub-id-type="doi">10.9999/tides.2026.7</article-id>
    Source: this program, `jats init`
    """
    if text_of(el) in EXAMPLE:
        yield f"{text_of(el)} is the example of jats init: write the article's own"


NO_FULL_TEXT = "there is no <body>: PMC needs the full text, not only the front matter and the references"


def full_text(root: Element, context: RuleContext) -> Iterator[str | Hit]:
    """An article for PMC must have its full text.

    Why: PubMed Central archives full text. An article without a body is sent back, however good its front matter is.
    Wrong: <article>… <!-- no body --></article>
    Right: <article>… <body><sec><title>Tides</title><p>They come and go.</p></sec></body></article>
    Source: PMC, "Publisher participation: technical requirements", full-text XML of every article
    """
    body = root.find("body")
    if root.tag == "article" and (body is None or is_blank(body)):
        yield Hit(NO_FULL_TEXT, context.root)


def _rule(code: str, on: str, services: Sequence[str], check: Check, *, wants_context: bool = False) -> Rule:
    page = check.__doc__ or ""
    return Rule(code, (on,), tuple(services), Severity.ERROR, check, page, wants_context=wants_context)


RULES = (
    _rule("CHK010", "article-meta/article-id", _WHO, untouched_example),
    _rule("CHK011", "/", ("pmc",), full_text, wants_context=True),
)
"""Rules that no service's guide lists."""


def pages() -> dict[str, Explanation]:
    """The pages of this file's codes."""
    said = {
        "CHK001": ("warning", unused),
        "CHK002": ("error", without_reason),
        "CHK003": ("info", built_from),
        "CHK010": ("error", untouched_example),
        "CHK011": ("error", full_text),
    }
    return {
        code: parse_explanation(code, severity, function.__doc__ or "") for code, (severity, function) in said.items()
    }
