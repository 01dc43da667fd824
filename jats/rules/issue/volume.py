"""Volume and issue as receivers file by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden, max_length

_WHERE = tuple(f"article-meta/{name}" for name in ("volume", "issue", "fpage", "lpage", "elocation-id"))
_NUMBERS = ("article-meta/issue", "article-meta/volume")
_NOTHING = re.compile(
    r"0+|n/?a|x+|none|null|tbd|[-–—.?]+|ahead[ -]of[ -]print|(?:online|early) (?:first|view)|in press|aop",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?:no|nr|num|number|issue|iss|vol|volume|heft|bd|№|вип|випуск|том|т)\b\.?\s*\S", re.IGNORECASE)
_SCIELO_ISSUE = re.compile(
    r"(?:[1-9]\d*(?:-[1-9]\d*)?|[a-z]+[1-9]\d*)?(?: ?(?:suppl|spe|especial)(?: ?[1-9a-z]\w*)?)?(?: ?(?:pr))?"
)

forbidden(
    Row(
        "PMC220",
        on=("article-meta/supplement", "front-stub/supplement"),
        services=("pmc", "scielo"),
        page="""A supplementary issue is named in `<issue>`, not in `<supplement>`.

        Why: PMC and SciELO file by volume and issue, and don't read `<supplement>`.
        Wrong: <supplement>Suppl 1</supplement>
        Right: <issue>4 suppl 1</issue>
        Source: PMC Style Checker 5.31, supplemental-issue-check; SciELO Publishing Schema 1.10, supplement
        """,
    ),
    'write it into <issue>: "4 suppl 1"',
)

max_length(
    Row(
        "CRF220",
        on=("article-meta/volume", "article-meta/issue"),
        services=("crossref",),
        page="""Volume and issue have at most 32 characters.

        Why: Crossref refuses the deposit.
        Wrong: <issue>3, Special Issue on Harbours of the North</issue>
        Right: <issue>3</issue>
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
def number_is_no_filler(el: Element) -> Iterator[str]:
    """Volume, issue and pages are left out where there are none yet.

    Why: "0" or "ahead of print" is filed as the number of a volume, and stays in references.
    Wrong: <issue>ahead of print</issue>
    Wrong: <issue/>
    Right: <issue>3</issue>
    Source: PMC Style Checker 5.31, empty-element-check; SciELO Publishing Schema 1.10, bibliographic_strip
    """
    if is_blank(el):
        yield f"{tagged(el)} is empty: leave it out"
    elif _NOTHING.fullmatch(value := text_of(el)) and not (
        el.tag in ("fpage", "lpage") and re.fullmatch("[xX]+", value)
    ):
        yield f"{tagged(el)} is {quoted(value)}: leave it out until there is one"


@rule(
    "COM221",
    on=("article-meta/issue", "article-meta/volume"),
    services=("crossref", "pubmed", "scielo"),
    severity=Severity.WARNING,
)
def issue_is_a_number(el: Element) -> Iterator[str]:
    """Volume and issue are bare numbers, without words such as "No." or "Vol.".

    Why: programs put the word there themselves: "no. No. 3".
    Wrong: <issue>No. 3</issue>
    Right: <issue>3</issue>
    Source: Crossref deposit Schematron, note 13; SciELO Publishing Schema 1.10, issue
    """
    if _WORDS.match(value := text_of(el)) and not _NOTHING.fullmatch(value):
        yield f"{tagged(el)} is {quoted(value)}; write the number alone"


@rule("COM222", on="article-meta/issue", services=("pubmed", "crossref"), severity=Severity.WARNING)
def issue_has_a_volume(el: Element) -> Iterator[str]:
    """An issue has a volume, where the journal counts volumes.

    Why: "issue 3" is there in every volume.
    Wrong: <article-meta>… <!-- no volume --></article-meta>
    Right: <volume>12</volume>
    Source: NLM's help for data providers, Volume
    """
    parent = el.getparent()
    if parent is not None and parent.find("volume") is None:
        yield f"there is an issue ({text_of(el)}) but no volume: check whether the journal counts volumes"


@rule("SPS220", on="article-meta", services=("scielo",))
def scielo_issue_is_normal(el: Element) -> Iterator[Hit]:
    """An issue is written as SciELO normalises it: `4`, `4 suppl 1`, `spe2`; once, in small letters, without full stops.

    Why: SciELO finds the issue by this text, letter for letter.
    Wrong: <issue>04 Supl.1</issue>
    Right: <issue>4 suppl 1</issue>
    Source: SciELO Publishing Schema 1.10, issue
    """
    issues = el.findall("issue")
    for extra in issues[1:]:
        yield Hit("there is more than one <issue>", extra)
    for each in issues[:1]:
        value = text_of(each)
        # Fillers and words before the number are COM220's and COM221's.
        if value and not (_SCIELO_ISSUE.fullmatch(value) or _NOTHING.fullmatch(value) or _WORDS.match(value)):
            yield Hit(f'the issue is {quoted(value)}; write it like "4", "4 suppl 1" or "spe2"', each)


@rule("SPS221", on="article-meta/volume", services=("scielo",))
def scielo_volume_is_a_number(el: Element, context: RuleContext) -> Iterator[str]:
    """A volume is a number.

    Why: SciELO sorts volumes by their numbers.
    Wrong: <volume>twelve</volume>
    Right: <volume>12</volume>
    Source: SciELO Publishing Schema 1.10, volume formats
    """
    value = text_of(el)
    if value and not re.fullmatch(r"[1-9]\d*[a-z]?", value) and not (_NOTHING.fullmatch(value) or _WORDS.match(value)):
        yield f"the volume is {quoted(value)}; write a number"
