"""Draft → Article: everything that is wrong, at once, at its place in the editor's file and in the editor's words."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from jats.draft import Map, Path, plain
from jats.findings import Finding, Note
from jats.gate.faults import value_faults
from jats.gate.fields import Fields, without
from jats.gate.links import link_faults
from jats.gate.meant import read_as_meant
from jats.gate.shape import in_our_words
from jats.model.article import Article

__all__ = ["gate"]

_ROUNDS = 5
"""How often what has the wrong shape is taken out, to see what else is wrong."""

_OTHERS_NEED = frozenset(("affiliations", "language", "title"))
"""Fields without which others look wrong that are not."""


def gate(draft: Map, note: Note) -> Article | None:
    """The typed article, `None` if fields have the wrong shape; faulty values stay in it, each with its finding.

    What was plainly meant otherwise than it is written is changed in the draft, and reported.
    """
    findings: list[Finding] = []
    read_as_meant(draft, findings.append)
    article: Article | None = None
    try:
        article = Article.model_validate(plain(draft))
        findings += [*value_faults(article, Fields(draft)), *link_faults(article, Fields(draft))]
    except ValidationError as error:
        said = list(in_our_words(error, draft, Article))
        findings += [finding for finding, _ in said]
        findings += _faults_of_the_rest(draft, frozenset(way for _, way in said))
    for finding in sorted(findings, key=_order):
        note(finding)
    return article


def _faults_of_the_rest(draft: Map, removed: frozenset[Path]) -> Iterator[Finding]:
    """What is wrong with an article besides fields of the wrong shape, so that everything is said at once."""
    for _ in range(_ROUNDS):
        fields = Fields(without(draft, removed), removed)
        try:
            article = Article.model_validate(plain(fields.draft))
        except ValidationError as error:
            found = frozenset(fields.original(way) for _, way in in_our_words(error, fields.draft, Article))
            if () in found or found <= removed:
                return
            removed |= found
            continue
        yield from value_faults(article, fields)
        if not any(way and way[0] in _OTHERS_NEED for way in removed):
            yield from link_faults(article, fields)
        return


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.file, place.line or 0, place.column or 0, finding.code, finding.message
