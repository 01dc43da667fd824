"""Author manuscripts that are deposited with PMC, told by the instruction `properties manuscript`."""

from __future__ import annotations

from collections.abc import Iterator

from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged
from jats.rules.engine.registry import Hit, rule

_ORIGINS = (
    "nihpa hhspa ukpmcpa capmc hrams hal asms aspa vapa nistpa ahrqpa hhmipa dhspa"  # the programmes that deposit
).split()
_OF_THE_ISSUE = (
    "volume issue fpage lpage elocation-id history conference email ext-link product supplement page-range".split()
)


@rule("PMC012", on="article", services=("pmc",))
def manuscript_says_where_it_comes_from(_el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript has its manuscript number and one instruction that names the programme it comes from.

    Why: PMC joins the manuscript with its grant and with the published article by them.
    Wrong (manuscript): <article>… <!-- no article-id[@pub-id-type='manuscript'] --></article>
    Wrong (manuscript): <?origin hhmipa?>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, manuscript-pi-test and ms-article-id-test
    """
    if not context.is_manuscript:
        return
    if context.meta is not None and context.meta.find("article-id[@pub-id-type='manuscript']") is None:
        yield 'the author manuscript has no <article-id pub-id-type="manuscript">'
    origins = [(each.text or "").strip() for each in context.instructions if each.target == "origin"]
    if len(origins) != 1:
        yield f"the author manuscript has {len(origins)} origin instructions; it needs one"
    elif origins[0] not in _ORIGINS:
        yield f"the origin {quoted(origins[0])} is no programme that deposits with PMC: {any_of(_ORIGINS, 20)}"


@rule("PMC013", on=tuple(f"article-meta/{name}" for name in _OF_THE_ISSUE), services=("pmc",))
def manuscript_leaves_the_issue_to_pmc(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An author manuscript has no volume, issue, pages or history.

    Why: PMC fills them from the published article; what the manuscript says would contradict it.
    Wrong (manuscript): <volume>12</volume>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, ms-article-meta-content-test
    """
    if context.is_manuscript and context.part_of(el) is context.root:
        yield Hit(f"{tagged(el)} stands in an author manuscript: take it out, PMC fills it")
