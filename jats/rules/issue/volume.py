"""Volume and issue as receivers file by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, max_length

_WHERE = tuple(f"article-meta/{name}" for name in ("volume", "issue", "fpage", "lpage", "elocation-id"))
_NUMBERS = ("article-meta/issue", "article-meta/volume")
_NOTHING = re.compile(
    r"0+|n/?a|x+|none|null|tbd|[-–—.?]+|ahead[ -]of[ -]print|(?:online|early) (?:first|view)|in press|aop",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"(?:no|nr|num|number|issue|iss|vol|volume|heft|bd|№|вип|випуск|том|т)\b\.?\s*\S|[vn](?:\.[º°]?|[º°]\.?)\s*\d",
    re.IGNORECASE,
)
_SCIELO_ISSUE = re.compile(
    r"(?:[1-9]\d*(?:-[1-9]\d*)?|[a-z]+[1-9]\d*)?(?: ?(?:suppl|spe|especial)(?: ?[1-9a-z]\w*)?)?(?: ?(?:pr))?"
)


@rule("PMC220", on=("article-meta/supplement", "front-stub/supplement"), services=("pmc", "scielo"))
def supplement_is_named_in_the_issue(el: Element) -> Iterator[Hit]:
    """A supplementary issue must be named in `<issue>`, not in `<supplement>`.

    Why: PMC and SciELO file by volume and issue, and do not read `<supplement>`.
    Wrong: <supplement>Suppl 1</supplement>
    Right: <issue>4 suppl 1</issue>
    YAML:
        volume: 13
        issue: 2 suppl 1
    Source: PMC Style Checker 5.31, supplemental-issue-check; SciELO Publishing Schema 1.10, supplement
    """
    services = ("scielo",) if parent_name(el) == "article-meta" else ()
    # To PMC a longer text is not the number of an issue.
    if len(text_of(el)) < 25:
        services = (*services, "pmc")
    if services:
        message = f"the supplement {quoted(text_of(el))} is in <supplement>: write it in <issue>, as in '4 suppl 1'"
        yield Hit(message, services=services)


max_length(
    Row(
        "CRF220",
        on=("article-meta/volume", "article-meta/issue"),
        services=("crossref",),
        page="""Volume and issue must have at most 32 characters.

        Why: Crossref refuses the deposit.
        Wrong: <issue>3, Special Issue on Harbours of the North</issue>
        Right: <issue>3</issue>
        YAML:
            volume: 13
            issue: 2
        Source: Crossref deposit schema 5.5.0, volume and issue
        """,
    ),
    32,
)


@rule(
    "COM220",
    on=_WHERE,
    services=("pmc", "crossref", "scielo", "pubmed"),
    severity=Severity.WARNING,
)
def number_is_no_filler(el: Element) -> Iterator[Hit]:
    """Volume, issue and pages must be left out as long as there are none.

    Why: "0" or "ahead of print" is filed as the number of a volume, and stays in references.
    Wrong: <issue>ahead of print</issue>
    Wrong: <issue/>
    Right: <issue>3</issue>
    YAML:
        volume: 12
        issue: 3
    Source: PMC Style Checker 5.31, empty-element-check; SciELO Publishing Schema 1.10, bibliographic_strip
    """
    if is_blank(el):
        refused = dict.fromkeys(("pmc", "scielo"), Severity.ERROR)
        yield Hit(f"{tagged(el)} is empty: remove it until there is a value", severities=refused)
    elif _NOTHING.fullmatch(value := text_of(el)) and not (
        el.tag in ("fpage", "lpage") and re.fullmatch("[xX]+", value)
    ):
        yield Hit(f"{tagged(el)} is {quoted(value)}: remove it until there is a number")


@rule(
    "COM221",
    on=("article-meta/issue", "article-meta/volume"),
    services=("crossref", "pubmed", "scielo"),
    severity=Severity.WARNING,
)
def issue_is_a_number(el: Element) -> Iterator[str]:
    """Volume and issue must be bare numbers, without words such as "No." or "Vol.".

    Why: programs put the word there themselves: "no. No. 3".
    Wrong: <issue>No. 3</issue>
    Right: <issue>3</issue>
    YAML:
        volume: 12
        issue: 3
    Source: Crossref deposit Schematron, note 13; SciELO Publishing Schema 1.10, issue
    """
    if _WORDS.match(value := text_of(el)) and not _NOTHING.fullmatch(value):
        yield f"{tagged(el)} is {quoted(value)}: write the number alone"


@rule("COM222", on="article-meta/issue", services=("pubmed", "crossref", "pmc"), severity=Severity.WARNING)
def issue_has_a_volume(el: Element, context: RuleContext) -> Iterator[str]:
    """An issue must have a volume if the journal counts volumes.

    Why: every volume has an issue 3; PMC wants a volume in every case.
    Wrong: <article-meta>… <!-- no volume --></article-meta>
    Right: <volume>12</volume>
    YAML:
        volume: 12
        issue: 3
    Source: NLM's help for data providers, Volume; PMC, minimum data criteria
    """
    parent = el.getparent()
    if parent is not None and context.child(parent, "volume") is None and not context.is_manuscript:
        advice = "write <volume>; a journal without volumes gives the year"
        yield f"there is an issue, {quoted(text_of(el))}, but no volume: {advice}"


@rule("COM223", on="front/article-meta", services=("pmc",), severity=Severity.WARNING)
def article_has_a_volume_or_an_issue(el: Element, context: RuleContext) -> Iterator[str]:
    """An article must have a volume, and an issue if there is one.

    Why: PMC files articles by volume and issue.
    Wrong: <article-meta>… <!-- no volume --><!-- no issue --></article-meta>
    Right: <volume>12</volume>
    YAML: volume: 12
    Source: PMC, minimum data criteria
    """
    ahead = context.has_instruction("OLF") or context.has_instruction("aheadofprint-preload", "true")
    if el.find("volume") is None and el.find("issue") is None and not context.is_manuscript and not ahead:
        yield "the article has neither a volume nor an issue: write <volume>; a journal without volumes gives the year"


@rule("SPS220", on="article-meta", services=("scielo",))
def scielo_issue_is_normal(el: Element) -> Iterator[Hit]:
    """An issue must be written as SciELO normalises it: `4`, `4 suppl 1`, `spe2`; once, in small letters, without full stops.

    Why: SciELO finds the issue by this text, letter for letter.
    Wrong: <issue>04 Supl.1</issue>
    Right: <issue>4 suppl 1</issue>
    YAML:
        volume: 12
        issue: 4 suppl 1
    Source: SciELO Publishing Schema 1.10, issue
    """
    issues = el.findall("issue")
    for extra in issues[1:]:
        yield Hit("there is more than one <issue>: keep one", extra)
    for each in issues[:1]:
        value = text_of(each)
        # Fillers and words before the number are COM220's and COM221's.
        if value and not (_SCIELO_ISSUE.fullmatch(value) or _NOTHING.fullmatch(value) or _WORDS.match(value)):
            normal = _normal_issue(value)
            wanted = f"write {quoted(normal)}" if normal else "write it like '4', '4 suppl 1' or 'spe2'"
            yield Hit(f"the issue is {quoted(value)}: {wanted}", each)


def _normal_issue(value: str) -> str | None:
    """An issue in SciELO's form, if only capitals, zeros and the spelling of a supplement differ: `04 Supl.1` is `4 suppl 1`."""
    words = re.sub(r"supp?l(?:ement[oa]?)?\.?\s*", "suppl ", value.lower())
    normal = " ".join(re.sub(r"\b0+(?=[1-9])", "", words).split())
    return normal if _SCIELO_ISSUE.fullmatch(normal) else None


@rule("SPS221", on="article-meta/volume", services=("scielo",))
def scielo_volume_is_a_number(el: Element, context: RuleContext) -> Iterator[str]:
    """A volume must be a number.

    Why: SciELO sorts volumes by their numbers.
    Wrong: <volume>twelve</volume>
    Right: <volume>12</volume>
    YAML: volume: 12
    Source: SciELO Publishing Schema 1.10, volume formats
    """
    value = text_of(el)
    if value and not re.fullmatch(r"[1-9]\d*[a-z]?", value) and not (_NOTHING.fullmatch(value) or _WORDS.match(value)):
        yield f"the volume is {quoted(value)}: write a number"
