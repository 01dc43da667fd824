"""Author manuscripts that are deposited with PMC, marked by the instruction `properties manuscript`."""

from __future__ import annotations

from collections.abc import Iterator

from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged
from jats.rules.engine.registry import Hit, rule

_ORIGINS = "nihpa hhspa ukpmcpa capmc hrams hal asms aspa vapa nasapa nistpa ahrqpa epapa hhmipa dhspa".split()
"""The programmes that deposit."""

_OF_THE_ISSUE = (
    "volume volume-id issue issue-id issue-title supplement fpage lpage page-range elocation-id email ext-link uri product "
    "history conference".split()
)


@rule("PMC012", on="article", services=("pmc",))
def manuscript_says_where_it_comes_from(_el: Element, context: RuleContext) -> Iterator[str]:
    """An author manuscript must have its manuscript number and one instruction that names the programme it comes from.

    Why: PMC joins the manuscript with its grant and with the published article by them.
    Wrong (manuscript): <article>… <!-- no article-id[@pub-id-type='manuscript'] --></article>
    Wrong (manuscript): <?origin hhmipa?>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, manuscript-pi-test and ms-article-id-test
    """
    if not context.is_manuscript:
        return
    origins = [(each.text or "").strip() for each in context.instructions if each.target == "origin"]
    if "gatesmanu" in origins:
        return
    if context.meta is not None and context.meta.find("article-id[@pub-id-type='manuscript']") is None:
        yield 'the author manuscript has no <article-id pub-id-type="manuscript">: add it'
    if len(origins) != 1:
        yield f"the author manuscript has {len(origins)} origin instructions: write one"
    elif origins[0] not in _ORIGINS:
        yield f"the origin {quoted(origins[0])} is not a programme that deposits with PMC: write {any_of(_ORIGINS, 20)}"


@rule("PMC013", on=tuple(f"article-meta/{name}" for name in _OF_THE_ISSUE), services=("pmc",))
def manuscript_leaves_the_issue_to_pmc(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An author manuscript must not have a volume, issue, pages or history.

    Why: PMC fills them from the published article; what the manuscript says would contradict it.
    Wrong (manuscript): <volume>12</volume>
    Right (manuscript): <article-id pub-id-type="manuscript">NIHMS271828</article-id>
    Source: PMC Style Checker 5.31, ms-article-meta-content-test
    """
    if context.is_manuscript and context.part_of(el) is context.root:
        yield Hit(f"{tagged(el)} is not allowed in an author manuscript: remove it, PMC fills it in")
