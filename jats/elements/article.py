"""START HERE: the article as a whole, its front and its back, and the articles inside it."""

from __future__ import annotations

from lxml import etree

from jats.elements.abstracts import write_abstracts
from jats.elements.affiliations import gather_institutions
from jats.elements.back import write_back, write_front_notes
from jats.elements.body import write_body
from jats.elements.build import (
    Attributes,
    Children,
    Cursor,
    Element,
    WriteContext,
    element,
    empty_element,
    extend,
    set_attributes,
)
from jats.elements.conferences import write_conferences
from jats.elements.counts import write_counts
from jats.elements.custom import write_custom, write_custom_group
from jats.elements.dates import write_dates
from jats.elements.events import write_early_events, write_events
from jats.elements.funding import write_funding
from jats.elements.ids import write_article_ids
from jats.elements.issue import write_issue
from jats.elements.journal import write_journal
from jats.elements.keywords import write_keywords, write_subjects
from jats.elements.masthead import write_masthead
from jats.elements.notes import gather_notes, write_author_notes
from jats.elements.people import LinkTargets, write_contributors
from jats.elements.permissions import write_permissions
from jats.elements.pointers import resolve_pointers
from jats.elements.processing import write_content_languages, write_processing
from jats.elements.products import write_products
from jats.elements.related import write_related
from jats.elements.supplementary import write_supplementary
from jats.elements.titles import write_titles
from jats.elements.translations import translator
from jats.elements.versions import write_versions
from jats.elements.web import write_web_addresses
from jats.model.article import Article, SubArticle
from jats.model.translations import completed


def write_article(article: Article, context: WriteContext) -> Element:
    """The article as `<article>`; what it lacks for its variant is found by `jats.elements.required.missing`."""
    at = Cursor(context)
    root = context.root
    context.origins[root] = ()
    attributes: Attributes = {
        "article-type": (article.type, at / "type"),
        "dtd-version": context.version,
        "xml:lang": (context.language, at / "language"),
        "specific-use": (article.specific_use or context.forms.get("specific_use"), at / "specific_use"),
    }
    set_attributes(root, "article", at, attributes)
    body = write_body(article.body, at)  # first: its ids stay as they are
    back = write_back(article, at)
    front = empty_element("front", at)
    processing = write_processing(article.processing, "article", at / "processing")
    journal = write_journal(article.journal, at / "journal", *write_masthead(article.journal, at / "journal"))
    extend(front, "front", at, journal, _write_meta("article-meta", article, at))
    if article.back_notes:
        extend(front, "front", at, write_front_notes(article, at))
    extend(root, "article", at, processing, front, body, back, _write_sub_articles(article, "article", at))
    resolve_pointers(root, at, article)
    etree.cleanup_namespaces(root)
    return root


def _write_meta(tag: str, article: Article, at: Cursor) -> Element:
    """`<article-meta>`, or `<front-stub>`, which takes the same; the order of what is in it is the schema's."""
    meta = empty_element(tag, at)
    extend(meta, tag, at, *_write_parts(article, at))
    extend(meta, tag, at, write_custom_group(write_custom(article.custom, at / "custom"), at))
    return meta


def _write_parts(article: Article, at: Cursor) -> list[Children]:
    notes = gather_notes(article, at)
    people = LinkTargets(gather_institutions(article, at), notes)
    dates = write_dates(article, at)
    return [
        write_article_ids(article.doi, article.ids, at),
        write_versions(article.version, "article-meta", at / "version"),
        write_subjects(article, at),
        write_titles(article, at),
        write_contributors(article, people, at),
        write_author_notes(article, notes, at),
        write_content_languages(article, at / "content_languages"),
        dates.published,
        write_issue(article, people, at),
        element("history", at / "history", None, dates.history, write_early_events(article, at / "events")),
        element("pub-history", at, None, dates.events, write_events(article, at / "events")),
        write_permissions(article, at),
        write_web_addresses(article.url, at / "url"),
        write_products(article, at),
        write_supplementary(article, at),
        write_related(article, at),
        write_abstracts(article, at),
        write_keywords(article, at),
        *write_funding(article, at),
        write_conferences(article.conference, at / "conference"),
        write_counts(article, at / "counts"),
    ]


def _write_sub_articles(article: Article, parent: str, at: Cursor) -> list[Element | None]:
    """Translations and other articles inside an article; Authoring has none.

    JATS has either sub-articles or responses in one place: responses beside others are written as sub-articles.
    """
    beside = bool(article.translations or article.sub_articles)
    at.context.repeated.update(one.id for one in article.affiliations if one.id and parent == "article")
    made: list[Element | None] = []
    for way, part in article.parts():
        here = Cursor(at.context, at.path + way)
        if not at.can(parent, "sub-article"):
            here.lose("sub-article", parent)
            continue
        tag = "response" if way[0] == "responses" and not beside else "sub-article"
        if way[0] == "responses" and beside:
            here.lose("response beside sub-article", parent, "as sub-article")
        made.append(_write_sub_article(tag, completed(part, article), here))
    return made


def _write_sub_article(tag: str, part: SubArticle, at: Cursor) -> Element:
    """One article inside another, in its own language; what has no element of its own goes to its own `<custom-meta>`."""
    context = at.context
    outer = context.language, context.aside
    context.language, context.aside = part.language or context.language, []
    attributes: Attributes = {
        "response-type" if tag == "response" else "article-type": (part.type, at / "type"),
        "id": ((at / "id").identify(part.id, "s", tag), at / "id"),
        "xml:lang": (context.language, at / "language"),
        "specific-use": (part.specific_use, at / "specific_use"),
        **translator(part, tag, at / "translated_by"),
    }
    made = empty_element(tag, at, attributes)
    body = None if part.body is None else write_body(part.body, at)
    back = write_back(part, at)
    processing = write_processing(part.processing, tag, at / "processing")
    extend(
        made, tag, at, processing, _write_meta("front-stub", part, at), body, back, _write_sub_articles(part, tag, at)
    )
    context.language, context.aside = outer
    return made
