"""Peer reviews published as articles or as parts of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.article_types import article_types, find_article_type

_TYPES = article_types("jats4r")
_JUDGED = (
    "preprint",
    "peer-reviewed-article",
    "peer-reviewed-material",
    "reviewed-article",
    "article",
    "journal-article",
)
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
    """The documents of a peer review have one of the five types that JATS4R names.

    Why: programs that collect reviews look for these five and miss all others.
    Wrong (review): <article article-type="referee-report">…</article>
    Right (review): <article article-type="reviewer-report">…</article>
    Source: JATS4R Schematron 1.0, peer-review-errors
    """
    value = el.get("article-type", "")
    meant = find_article_type(value.replace("-", " ")) if value not in _TYPES else None
    if meant in _TYPES:
        yield Hit(f"article-type {quoted(value)} should be {meant}", attribute="article-type")


@rule("J4R002", on=("article-meta", "front-stub"), services=("jats4r", "crossref"))
def review_is_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A peer review has a DOI, a title, an author and a date.

    Why: without them it can be neither cited nor credited to its reviewer.
    Wrong (review): <article-meta>… <!-- no contrib-group --></article-meta>
    Right (review): <article-meta>…</article-meta>
    Source: JATS4R Schematron 1.0, peer-review-errors; Crossref deposit schema 5.5.0, peer_review
    """
    part = context.part_of(el)
    if not is_review(part):
        return
    # Of an article's own metadata other rules speak (COM010, COM201, COM301, COM401); a review always needs its author.
    wanted = {"an author": ".//contrib"}
    if el.tag == "front-stub":
        doi = "article-id[@pub-id-type='doi']"
        wanted |= {"a DOI": doi, "a title": "title-group/article-title", "a publication date": "pub-date"}
    missing = [name for name, path in wanted.items() if el.find(path) is None]
    if missing:
        yield Hit(f"the {part.get('article-type')} lacks {all_of(missing)}")


@rule("J4R003", on="contrib/role", services=("jats4r", "scielo"))
def reviewer_role_is_typed(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The role of who wrote a peer review says `reviewer`, `reader`, `author` or `editor` in `specific-use`.

    Why: a program can't tell a reviewer from an editor by a word that may be in any language.
    Wrong (review): <role>Reviewer</role>
    Right (review): <role specific-use="reviewer">Reviewer</role>
    Source: JATS4R Schematron 1.0, peer-review-errors; SciELO Publishing Schema 1.10, peer_review_rules
    """
    if is_review(context.part_of(el)) and el.get("specific-use") not in _USES:
        stated = el.get("specific-use")
        yield Hit(f"specific-use of <role> must be {any_of(_USES)}" + (f", not {quoted(stated)}" if stated else ""))


@rule("J4R004", on="contrib", services=("jats4r",), severity=Severity.WARNING)
def reviewer_is_the_author(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Who wrote a peer review is its author.

    Why: `contrib-type` says what somebody did for this document; the role as reviewer is told by `<role>`.
    Wrong (review): <contrib contrib-type="reviewer">…</contrib>
    Right (review): <contrib contrib-type="author">…</contrib>
    Source: JATS4R Schematron 1.0, peer-review-warnings
    """
    kind = el.get("contrib-type", "")
    if kind and kind != "author" and is_review(context.part_of(el)):
        yield Hit(f"contrib-type {quoted(kind)} of a peer review should be author", attribute="contrib-type")


@rule("J4R005", on="article-meta", services=("jats4r", "scielo", "crossref"))
def review_names_what_it_judges(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A peer review is linked to the work that it judges, by its DOI.

    Why: a review that nobody can find from the article, or the article from it, serves neither.
    Wrong (review): <article-meta>… <!-- no related-object --></article-meta>
    Wrong (review): <related-object id="ro1" document-id="12" document-id-type="publisher-id"
        document-type="peer-reviewed-article"/>
    Right (review): <article-meta>…</article-meta>
    Source: JATS4R Schematron 1.0, peer-review-errors and peer-review-errors-2
    """
    if not is_review(context.part_of(el)):
        return
    linked = [each for each in el.iterfind("related-object") if each.get("document-type") in _JUDGED]
    if not linked and el.find("related-article") is None:
        yield Hit("the peer review has no <related-object> for the work that it judges")
    for each in linked:
        if each.get("document-id-type") != "doi":
            yield Hit("the work that the peer review judges is not named by its DOI (document-id-type)", each)


@rule("J4R006", on="custom-meta", services=("jats4r", "scielo", "crossref"))
def review_metadata_have_known_values(el: Element) -> Iterator[Hit]:
    """What a peer review says of itself in custom metadata has the values that JATS4R lists.

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
        yield Hit(f"{name} is {quoted(text_of(value))}; it must be {_EXPECTED[kind]}", value)


@rule("J4R007", on="pub-history/event", services=("jats4r",))
def event_has_type_and_date(el: Element) -> Iterator[str]:
    """An event of the publication history has a type and one date.

    Why: without them nobody can say what happened, or when.
    Wrong: <article-meta>… <!-- no history -->
        <pub-history><event><date><year>2024</year></date></event></pub-history></article-meta>
    Wrong: <article-meta>… <!-- no history -->
        <pub-history><event event-type="preprint"><event-desc>Posted as preprint</event-desc></event></pub-history>
        </article-meta>
    Right: <article-meta>… <!-- no history -->
        <pub-history><event event-type="preprint"><date><year>2024</year></date></event></pub-history></article-meta>
    Source: JATS4R Schematron 1.0, peer-review-errors
    """
    if not el.get("event-type", "").strip():
        yield "<event> has no event-type"
    dates = len(el.findall("date")) + len(el.findall("pub-date"))
    if dates != 1:
        yield f"<event> has {dates} dates; it needs one"
