"""First and last page, electronic location, and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, max_length
from jats.vocab.numbers import whole_number

_RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*[-–—_]\s*[A-Za-z]*(\d+)")
_LABEL = re.compile(r"(?:pp?|pages?|с|стр|s)\b\.?\s*\w*\d", re.IGNORECASE)
_CITED = ("element-citation", "mixed-citation", "citation", "nlm-citation", "product", "related-article")
_COUNTED = {
    "fig-count": "fig",
    "table-count": "table-wrap",
    "equation-count": "disp-formula",
    "ref-count": "ref",
}

max_length(
    Row(
        "CRF230",
        on=("article-meta/fpage", "article-meta/lpage", "article-meta/elocation-id"),
        services=("crossref",),
        page="""Pages and electronic locations must have at most 32 characters.

        Why: Crossref refuses the deposit.
        Wrong: <fpage>15, with a supplement of twelve more pages</fpage>
        Right: <fpage>15</fpage>
        YAML: pages: 8-14
        Source: Crossref deposit schema 5.5.0, pages and item_number
        """,
    ),
    32,
)


def number_of(text: str | None) -> tuple[str, int] | None:
    """The letters before a page's number and the number: `("S", 12)`; `None` for Roman numerals and other text."""
    match = re.fullmatch(r"([A-Za-z]*)(\d{1,7})", (text or "").strip())
    return (match[1].upper(), int(match[2])) if match else None


@rule("COM230", on="front/article-meta", services=("pmc", "scielo", "pubmed"))
def article_has_a_place(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article must have a first page or an electronic location.

    Why: references and receivers find it in its volume by nothing else.
    Wrong: <article-meta>… <!-- no fpage --><!-- no lpage --></article-meta>
    Right: <article-meta>… <!-- no fpage --><!-- no lpage --><elocation-id>e15</elocation-id></article-meta>
    YAML: pages: 15-24
    Source: PMC Style Checker 5.31, fpage-check; SciELO Publishing Schema 1.10, fpage; PubMed.dtd 2.6, FirstPage and
        ELocationID
    """
    placed = el.find("fpage") is not None or el.find("elocation-id") is not None
    if placed or context.part_of(el) is not context.root:
        return
    ahead = el.find("volume") is None and el.find("issue") is None
    services = ["scielo"]
    if not (context.is_manuscript or _is_ahead_of_print(context) or context.has_instruction("scanned_data")):
        services.append("pmc")
    if not ahead:
        services.append("pubmed")
    message = "the article has neither a first page nor an electronic location: write <fpage> or <elocation-id>"
    yield Hit(message, services=tuple(services))


def _is_ahead_of_print(context: RuleContext) -> bool:
    """Whether an instruction for PMC says that the article has no place in an issue yet."""
    return context.has_instruction("OLF") or context.has_instruction("aheadofprint-preload", "true")


@rule("COM231", on="article-meta/elocation-id", services=("scielo",))
def pages_or_location(el: Element, context: RuleContext) -> Iterator[str]:
    """An article must have pages or an electronic location, not both.

    Why: it is then cited in two ways, and counted as two articles.
    Wrong: <elocation-id>e15</elocation-id>
    Right: <article-meta>… <!-- no fpage --><!-- no lpage --><elocation-id>e15</elocation-id></article-meta>
    YAML: pages: 8-14
    Source: SciELO Publishing Schema 1.10, elocation-id
    """
    parent = el.getparent()
    if parent is not None and context.child(parent, "fpage") is not None:
        yield f"there is an electronic location, {quoted(text_of(el))}, and a first page: keep the one to cite by"


@rule("COM232", on="article-meta/fpage", services=("pmc", "scielo"))
def first_page_has_a_last(el: Element, context: RuleContext) -> Iterator[str]:
    """An article with a first page must have a last page, the same if it has one page.

    Why: nobody can tell an article of one page from one whose last page was forgotten.
    Wrong: <article-meta>… <!-- no lpage --></article-meta>
    Right: <article-meta>… <fpage>15</fpage><lpage>15</lpage></article-meta>
    YAML: pages: 15-24
    Source: PMC Style Checker 5.31, lpage-check; SciELO Publishing Schema 1.10, pagination
    """
    parent = el.getparent()
    if parent is not None and context.child(parent, "lpage") is None:
        yield f"there is a first page, {quoted(text_of(el))}, but no last page: write <lpage>"


@rule("COM233", on=("article-meta/lpage", "front-stub/lpage"), services=("common",), severity=Severity.WARNING)
def last_page_is_not_before_the_first(el: Element, context: RuleContext) -> Iterator[str]:
    """The last page must not be smaller than the first.

    Why: a shortened number (123–7) or a slip gives an article of minus 116 pages.
    Wrong: <fpage>123</fpage><lpage>7</lpage>
    Right: <fpage>123</fpage><lpage>127</lpage>
    YAML: pages: 123-127
    Source: editors' practice
    """
    parent = el.getparent()
    first = number_of(context.child_text(parent, "fpage"))
    last = number_of(text_of(el))
    if first and last and first[0] == last[0] and last[1] < first[1]:
        hint = ": write the number in full" if len(str(last[1])) < len(str(first[1])) else ": correct one of them"
        yield f"the last page, {quoted(text_of(el))}, is smaller than the first, {quoted(f'{first[0]}{first[1]}')}{hint}"


@rule("COM234", on=("fpage", "lpage"), services=("crossref", "pubmed"), severity=Severity.WARNING)
def page_is_one_page(el: Element) -> Iterator[str]:
    """A page must be one page: no range, no dash, no "pp.".

    Why: receivers take the whole text for the number of the first page.
    Wrong: <fpage>15-24</fpage>
    Right: <fpage>15</fpage>
    YAML: pages: 15-24
    Source: Crossref deposit Schematron, notes 2 and 3
    """
    value = (el.text or "").strip()
    if value.isdigit():
        return
    span = _RANGE.fullmatch(value)
    # A single article may have pages such as 12-1 (volume and page); in references only a rising range is a fault.
    if span and (not within(el, *_CITED) or (whole_number(span[3]) or 0) > (whole_number(span[2]) or 0)):
        yield f"{tagged(el)} is {quoted(value)}: split it into <fpage> and <lpage>"
    elif _LABEL.match(value):
        yield f"{tagged(el)} is {quoted(value)}: write the page alone"


@rule("COM235", on="counts/page-count", services=("scielo",))
def page_count_agrees(el: Element, context: RuleContext) -> Iterator[str]:
    """The count of pages must be that of the first and last page.

    Why: one of the three numbers is wrong.
    Wrong: <counts><page-count count="8"/></counts>
    Wrong: <counts><page-count count="0"/></counts>
    Right: <counts><page-count count="10"/></counts>
    YAML:
        pages: 8-14
        counts: {pages: 7}
    Source: SciELO Publishing Schema 1.10, counts_pages
    """
    if context.meta is None or context.part_of(el) is not context.root:
        return
    if context.child(context.meta, "elocation-id") is not None:
        return
    first, last = (number_of(context.child_text(context.meta, name)) for name in ("fpage", "lpage"))
    count = el.get("count", "")
    stated = whole_number(count)
    if not (first and last and first[0] == last[0] == "" and last[1] >= first[1]):
        return
    pages = last[1] - first[1] + 1
    if pages == 1 and first[1] > 9999 and stated != 1:
        yield f"page-count is {quoted(count)}, but there is one page: write the article's number in <elocation-id>"
    elif stated not in (pages, None):
        yield f"page-count is {quoted(count)}, but pages {first[1]} to {last[1]} are {pages}: correct one of them"


@rule("SPS230", on="article-meta/counts", services=("scielo",))
def counts_agree(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The counts of figures, tables, equations and references must be those of the whole document, each given once.

    Why: a count that differs says that something was lost on the way.
    Wrong: <counts><fig-count count="3"/></counts>
    Right: <counts><fig-count count="1"/><table-count count="1"/><equation-count count="1"/><ref-count count="2"/>
        </counts>
    YAML: counts: yes
    Source: SciELO Publishing Schema 1.10, counts
    """
    seen: set[str] = set()
    for each in el.iterchildren(*_COUNTED, "page-count"):
        name, stated = str(each.tag), each.get("count", "")
        if name in seen:
            yield Hit(f"{tagged(each)} is given more than once: keep one", each)
        seen.add(name)
        if name in _COUNTED and (number := whole_number(stated)) is not None:
            # Translations and replies in the document are counted too.
            found = len(context.all(_COUNTED[name]))
            if found != number:
                message = f"{name} is {quoted(stated)}, but the number of <{_COUNTED[name]}> is {found}: write {found}"
                yield Hit(message, each, "count")


@rule("PUB230", on="article-meta/lpage", services=("pubmed",))
def last_page_has_a_first(el: Element, context: RuleContext) -> Iterator[str]:
    """A last page must have a first page beside it.

    Why: PubMed refuses the record.
    Wrong: <article-meta>… <!-- no fpage --><elocation-id>e15</elocation-id></article-meta>
    Right: <article-meta>… <fpage>15</fpage><lpage>24</lpage></article-meta>
    Source: PubMed.dtd 2.6, LastPage
    """
    parent = el.getparent()
    if parent is not None and context.child(parent, "fpage") is None:
        yield f"there is a last page, {quoted(text_of(el))}, but no first page: write <fpage>"
