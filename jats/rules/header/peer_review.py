"""Peer reviews published as articles or as parts of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.vocab.article_types import article_types, find_article_type

_TYPES = article_types("jats4r")
_JUDGING = ("reviewer-report", "editor-report", "author-comment")
"""Types of documents that are about another one."""

_JUDGED = (
    "peer-reviewed-article",
    "reviewer-report",
    "editor-report",
    "author-comment",
    "community-comment",
    "aggregated-review-documents",
    "peer-review-report",
)
_EVENTS = ("reviewer-report-received", "author-comment-received", "editor-decision-sent")
_USES = ("reviewer", "reader", "author", "editor")
_RECOMMENDATIONS = (
    "revision major-revision minor-revision reject reject-with-resubmit accept formal-accept accept-in-principle"
).split()
_VISIBLE = "all-identities-visible single-anonymized double-anonymized triple-anonymized".split()
_META = {
    "stage": re.compile("pre-publication|post-publication"),
    "revision-round": re.compile(r"\d+"),
    "transfer": re.compile("yes"),
    "recommendation": re.compile("|".join(_RECOMMENDATIONS)),
    "identity-transparency": re.compile("|".join(_VISIBLE)),
}
_EXPECTED = {
    "stage": "pre-publication or post-publication",
    "revision-round": "a number in digits",
    "transfer": "yes",
    "recommendation": any_of(_RECOMMENDATIONS, 10),
    "identity-transparency": any_of(_VISIBLE),
}


def is_review(part: Element) -> bool:
    """Whether an article or sub-article is a report, a comment or a reply of a peer review."""
    return part.get("article-type") in _TYPES


@rule("J4R001", on=("article", "sub-article"), services=("jats4r",))
def review_has_one_of_five_types(el: Element) -> Iterator[Hit]:
    """The documents of a peer review must have one of the five types that JATS4R names.

    Why: programs that collect reviews look for these five and miss all others.
    Wrong (review): <article article-type="Reviewer Report">…</article>
    Right (review): <article article-type="reviewer-report">…
        <article-title>Review of the study of northern harbours</article-title></article>
    Source: JATS4R Schematron 1.0, peer-review-errors
    """
    value = el.get("article-type", "")
    if not value or value in _TYPES:
        return
    spelt = next((kind for kind in _TYPES if _letters(kind) == _letters(value)), None)
    meant = spelt or find_article_type(value.replace("-", " "))
    if meant in _TYPES:
        # Other words for a review pass JATS4R's test.
        severity = None if spelt else Severity.INFO
        message = f"article-type is {quoted(value)}: write {meant}"
        yield Hit(message, attribute="article-type", severity=severity)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


@rule("J4R002", on=("article-meta", "front-stub"), services=("jats4r", "crossref"))
def review_is_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A peer review must have a DOI, a title, an author and a date.

    Why: without them it can be neither cited nor credited to its reviewer.
    Wrong (review): <article-meta>… <!-- no contrib-group --></article-meta>
    Right (review): <contrib-group>… <contrib contrib-type="author">… <role specific-use="reviewer">Reviewer</role>
        </contrib></contrib-group>
    Source: JATS4R Schematron 1.0, peer-review-errors; Crossref deposit schema 5.5.0, peer_review
    """
    part = context.part_of(el)
    if not is_review(part):
        return
    wanted = {
        "an author": "contrib-group/contrib",
        "a DOI": "article-id[@pub-id-type='doi']",
        "a title": "title-group/article-title",
        "a publication date": "pub-date",
    }
    missing = [name for name, path in wanted.items() if el.find(path) is None]
    if el.tag == "front-stub" and context.meta is not None and context.meta.find("pub-date") is not None:
        missing = [name for name in missing if name != "a publication date"]
    if missing:
        # For Crossref other rules speak of an article's own DOI, title and date.
        services = None if el.tag == "front-stub" or "an author" in missing else ("jats4r",)
        yield Hit(
            f"the {part.get('article-type')} has no {all_of(each[2:].strip() for each in missing)}: add it",
            services=services,
        )


@rule("J4R003", on=("article-meta//contrib", "front-stub//contrib"), services=("jats4r",))
def reviewer_role_is_typed(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The contributor of a peer review must have a role with the `specific-use` reviewer, reader, author or editor.

    Why: a program cannot tell a reviewer from an editor by a word that may be in any language.
    Wrong (review): <role>Reviewer</role>
    Wrong (review): <contrib>… <!-- no role --></contrib>
    Right (review): <role specific-use="reviewer">Reviewer</role>
    YAML:
        type: reviewer-report
        authors: [{name: "Roe, Jane", roles: {text: Reviewer, part: reviewer}}]
    Source: JATS4R Schematron 1.0, peer-review-errors
    """
    part = context.part_of(el)
    if not is_review(part) or (part is not context.root and within(el, "collab")):
        return
    roles = el.findall("role")
    if any(role.get("specific-use") in _USES for role in roles):
        return
    stated = next((role.get("specific-use") for role in roles if role.get("specific-use")), None)
    if roles:
        fault = f"the role has the specific-use {quoted(stated)}" if stated else "the role has no specific-use"
    else:
        fault = "the contributor has no <role>"
    yield Hit(f'{fault}: write <role specific-use="reviewer">, or {any_of(_USES[1:])} for it', el)


@rule("J4R004", on=("article-meta//contrib", "front-stub//contrib"), services=("jats4r",), severity=Severity.WARNING)
def reviewer_is_the_author(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The person who wrote a peer review must be marked as its author.

    Why: `contrib-type` says what somebody did for this document; that they are the reviewer is said by `<role>`.
    Wrong (review): <contrib contrib-type="reviewer">…</contrib>
    Right (review): <contrib contrib-type="author">… <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        </contrib>
    YAML:
        type: reviewer-report
        authors: [{name: "Roe, Jane", roles: {text: Reviewer, part: reviewer}}]
    Source: JATS4R Schematron 1.0, peer-review-warnings
    """
    kind = el.get("contrib-type", "")
    if kind != "author" and is_review(context.part_of(el)):
        stated = f"has the contrib-type {quoted(kind)}" if kind else "has no contrib-type"
        message = f'the contributor of a peer review {stated}: write contrib-type="author"'
        yield Hit(message, attribute="contrib-type" if kind else None)


@rule(
    "J4R005",
    on=("article-meta", "front-stub"),
    services=("jats4r", "crossref"),
    severities={"crossref": Severity.WARNING},
)
def review_names_what_it_judges(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A peer review must be linked to the work that it judges, by the work's DOI.

    Why: readers of the article cannot find the review, nor readers of the review the article.
    Wrong (review): <article-meta>… <!-- no related-object --></article-meta>
    Wrong (review): <related-object id="ro1" document-id="12" document-id-type="publisher-id"
        document-type="peer-reviewed-article"/>
    Right (review): <related-object id="ro1" document-id="10.70112/jts.2024.12" document-id-type="doi"
        document-type="peer-reviewed-article"/>
    YAML:
        type: reviewer-report
        related_objects: [{document: {type: peer-reviewed-article, id: 10.9999/tides.6, id_type: doi}}]
    Source: JATS4R Schematron 1.0, peer-review-errors, peer-review-errors-2 and peer-review-warnings
    """
    part = context.part_of(el)
    if part.get("article-type") not in _JUDGING:
        return
    linked = [each for each in el.iterfind("related-object") if each.get("document-type") in _JUDGED]
    severities = None if part is context.root else {"jats4r": Severity.WARNING}
    if not linked:
        services = None if el.find("related-article") is None and el.find("related-object") is None else ("jats4r",)
        message = 'the peer review has no <related-object document-type="peer-reviewed-article">: link the work that it judges'
        yield Hit(message, services=services, severities=severities)
    for each in linked:
        if each.get("document-id-type") != "doi":
            message = (
                'the work that the peer review judges is not named by its DOI: write document-id-type="doi" and the DOI'
            )
            yield Hit(message, each)


@rule("J4R008", on=("article-meta", "front-stub"), services=("jats4r",), severity=Severity.WARNING)
def review_uses_known_words(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Events and sources in a peer review must be named by the words that JATS4R lists.

    Why: how long reviews take is counted by the words for these events.
    Wrong (review): <article-meta>… <!-- no history --><pub-history><event event-type="arrived"><date><year>2024</year></date>
        </event></pub-history></article-meta>
    Right (review): <article-meta>… <!-- no history --><pub-history><event event-type="reviewer-report-received">
        <date><year>2024</year></date></event></pub-history></article-meta>
    Source: JATS4R Schematron 1.0, peer-review-warnings
    """
    if not is_review(context.part_of(el)):
        return
    path, name = ("pub-history/event", "event-type") if context.version >= (1, 2) else ("history/date", "date-type")
    for each in el.iterfind(path):
        kind = each.get(name, "")
        # An event without a type is J4R007's.
        if kind and kind not in _EVENTS:
            yield Hit(f"{name} {quoted(kind)} is not one of a peer review: write {any_of(_EVENTS)}", each, name)
    for each in el.iterfind("related-object"):
        if "source-id" in each.attrib and "source-id-type" not in each.attrib:
            yield Hit('<related-object> has a source-id but no source-id-type: write its kind, such as "doi"', each)


@rule("J4R006", on="custom-meta", services=("jats4r", "scielo", "crossref"))
def review_metadata_have_known_values(el: Element) -> Iterator[Hit]:
    """What a peer review says of itself in custom metadata must have the values that JATS4R lists.

    Why: stage, round and recommendation are compared between journals, which only works with the same words.
    Wrong: <custom-meta-group><custom-meta><meta-name>peer-review-stage</meta-name><meta-value>before</meta-value>
        </custom-meta>
        </custom-meta-group>
    Right: <custom-meta-group><custom-meta><meta-name>peer-review-stage</meta-name>
        <meta-value>pre-publication</meta-value>
        </custom-meta></custom-meta-group>
    Source: JATS4R Schematron 1.0, peer-review-errors
    """
    name = child_text(el, "meta-name") or ""
    kind = name.removeprefix("peer-review-")
    value = el.find("meta-value")
    if (
        name.startswith("peer-review-")
        and kind in _META
        and value is not None
        and not _META[kind].fullmatch(text_of(value))
    ):
        yield Hit(f"{name} is {quoted(text_of(value))}: write {_EXPECTED[kind]}", value)


@rule("J4R007", on="pub-history/event", services=("jats4r",))
def event_has_type_and_date(el: Element, context: RuleContext) -> Iterator[str]:
    """An event in the history of a peer review must have a type and one date.

    Why: without them nobody can say what happened, or when.
    Wrong (review): <article-meta>… <!-- no history -->
        <pub-history><event><date><year>2024</year></date></event></pub-history></article-meta>
    Wrong (review): <article-meta>… <!-- no history --><pub-history><event event-type="reviewer-report-received">
        <event-desc>The report came by post.</event-desc></event></pub-history></article-meta>
    Right (review): <article-meta>… <!-- no history --><pub-history><event event-type="reviewer-report-received">
        <date><year>2024</year></date></event></pub-history></article-meta>
    Source: JATS4R Schematron 1.0, peer-review-errors
    """
    if not is_review(context.part_of(el)):
        return
    if not el.get("event-type", "").strip():
        yield f"<event> has no event-type: write {any_of(_EVENTS)}"
    dates = len(el.findall("date")) + len(el.findall("pub-date"))
    if dates != 1:
        yield f"<event> has {dates or 'no'} dates: write one"
