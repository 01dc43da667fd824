"""Sub-articles and responses, and attributes of types."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_child

_SCIELO_PARTS = ("translation", "reviewer-report", "letter", "reply", "abstract")
_SCIELO_RESPONSES = ("addendum", "discussion", "reply")
_TYPED = {
    "article-id": "pub-id-type",
    "pub-id": "pub-id-type",
    "fn": "fn-type",
    "person-group": "person-group-type",
    "xref": "ref-type",
}
"""The standard attribute that `custom-type` completes, by element (JATS 1.3)."""


required_child(
    Row(
        "PMC009",
        on="front",
        services=("pmc",),
        page="""The front must hold the journal's metadata.

        Why: PMC files an article by its journal; without it the article belongs nowhere.
        Wrong: <front>… <!-- no journal-meta --></front>
        Right: <front>… <journal-meta>… <journal-title>Journal of Tidal Studies</journal-title></journal-meta></front>
        Source: PMC Style Checker 5.31, front-content-test
        """,
    ),
    "journal-meta",
    blank_counts=True,
)


@rule("PMC007", on=("sub-article", "response"), services=("pmc", "scielo"))
def parts_are_named(el: Element) -> Iterator[Hit]:
    """A sub-article or response must have an id and a type.

    Why: without them it cannot be linked, and nobody knows whether it is a letter, a translation or a review.
    Wrong: <response xml:lang="en"><front-stub><title-group><article-title>A reply</article-title></title-group></front-stub>
        <body><p>We thank the readers.</p></body></response>
    Right: <response id="x1" response-type="reply" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub><body><p>We thank the readers.</p></body></response>
    Source: PMC Style Checker 5.31, id-present-test; SciELO Publishing Schema 1.10, response_rules
    """
    kind = "article-type" if el.tag == "sub-article" else "response-type"
    missing = [name for name in ("id", kind) if not el.get(name, "").strip()]
    if missing:
        yield Hit(f"{tagged(el)} has no {all_of(missing)}: add what is missing")


@rule("SPS004", on="sub-article", services=("scielo",))
def scielo_sub_article(el: Element) -> Iterator[Hit]:
    """A sub-article must have a language and a type that SciELO knows.

    Why: SciELO shows each part as a page of its own, under its language and kind.
    Wrong: <sub-article id="x1" article-type="poster" xml:lang="en"><front-stub><title-group>
        <article-title>A poster</article-title></title-group></front-stub><body><p>Thanks.</p></body></sub-article>
    Wrong: <sub-article id="x1" article-type="reply"><front-stub><title-group><article-title>A reply</article-title>
        </title-group></front-stub><body><p>Thanks.</p></body></sub-article>
    Right: <sub-article id="x1" article-type="reply" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub><body><p>Thanks.</p></body></sub-article>
    Source: SciELO Publishing Schema 1.10, sub-article
    """
    # PMC007 speaks of a part without id or type.
    kind = el.get("article-type", "").strip()
    if not el.get(XML_LANG, "").strip():
        yield Hit("<sub-article> has no xml:lang: write its language")
    if kind and kind not in _SCIELO_PARTS:
        message = f"article-type of <sub-article> is {quoted(kind)}: write {any_of(_SCIELO_PARTS)}"
        yield Hit(message, attribute="article-type")


@rule("SPS005", on="response", services=("scielo",))
def scielo_response(el: Element) -> Iterator[Hit]:
    """A response must have a language and be an addendum, a discussion or a reply.

    Why: SciELO shows each response under its kind and language.
    Wrong: <response id="x1" response-type="letter" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub><body><p>Thanks.</p></body></response>
    Right: <response id="x1" response-type="reply" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub><body><p>Thanks.</p></body></response>
    Source: SciELO Publishing Schema 1.10, response_rules
    """
    kind = el.get("response-type", "")
    if kind and kind not in _SCIELO_RESPONSES:
        yield Hit(f"response-type is {quoted(kind)}: write {any_of(_SCIELO_RESPONSES)}", attribute="response-type")
    if not el.get(XML_LANG, "").strip():
        yield Hit("<response> has no xml:lang: write its language")


@rule("SPS006", on="response", services=("scielo",), severity=Severity.WARNING)
def response_is_whole(el: Element) -> Iterator[str]:
    """A response must have a front and a body.

    Why: without them it has neither title and authors nor text to show.
    Wrong: <response id="x1" response-type="reply" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub></response>
    Right: <response id="x1" response-type="reply" xml:lang="en"><front-stub><title-group>
        <article-title>A reply</article-title>
        </title-group></front-stub><body><p>Thanks.</p></body></response>
    Source: SciELO Publishing Schema 1.10, response_rules
    """
    missing = [name for name in ("front-stub", "body") if el.find(name) is None]
    if missing and el.find("front") is None:
        yield f"<response> has no {all_of(f'<{name}>' for name in missing)}: add what is missing"


@rule("PMC008", on="sub-article//article-id", services=("pmc", "scielo", "crossref"), severity=Severity.WARNING)
def part_has_its_own_doi(el: Element, context: RuleContext) -> Iterator[str]:
    """A part of an article must have another DOI than the article.

    Why: a DOI leads to one work; citations of the part are counted for the whole.
    Wrong: <sub-article id="x1" article-type="reply" xml:lang="en"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.15</article-id>
        <title-group><article-title>A reply</article-title></title-group></front-stub><body><p>Thanks.</p></body>
        </sub-article>
    Right: <sub-article id="x1" article-type="reply" xml:lang="en"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.16</article-id>
        <title-group><article-title>A reply</article-title></title-group></front-stub><body><p>Thanks.</p></body>
        </sub-article>
    YAML: translations: {es: {doi: 10.9999/tides.8.es, title: Mareas y barro}}
    Source: PMC Style Checker 5.31, subarticle-doi-check; SciELO Publishing Schema 1.10, article_doi
    """
    if el.get("pub-id-type") == "doi" and context.doi and text_of(el).lower() == context.doi.lower():
        yield f"the part's DOI {quoted(context.doi)} is that of the article itself: give the part its own"


@rule("PMC014", on=tuple(_TYPED), services=("pmc",))
def custom_types_are_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A custom type must be written with two attributes: the standard one is `custom`, and `custom-type` names it.

    Why: a program that knows only the standard list sees from `custom` that it must look further.
    Wrong: <article-id pub-id-type="publisher-id" custom-type="internal">15</article-id>
    Wrong: <article-id pub-id-type="custom">15</article-id>
    Right: <article-id pub-id-type="custom" custom-type="internal">15</article-id>
    Source: PMC Style Checker 5.31, custom-type-check
    """
    if context.version < (1, 3):
        return  # the attribute came with JATS 1.3
    standard = _TYPED[str(el.tag)]
    value = el.get(standard)
    if "custom-type" not in el.attrib:
        if value == "custom":
            yield Hit(f'{standard} is "custom": write in custom-type which one', attribute=standard)
    elif value != "custom":
        yield Hit(f'custom-type is only for {standard}="custom": write that, or remove it', attribute="custom-type")
