"""Statements on conflicts of interest: their place and their mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, tagged, text_of
from jats.rules.engine.registry import Hit, rule

_STATEMENT = "coi-statement"
_CONFLICT = "conflict"
_MARKS = (
    ("fn", "fn-type"),
    ("fn", "content-type"),
    ("notes", "notes-type"),
    ("p", "content-type"),
    ("sec", "sec-type"),
)
_WORD = re.compile(
    r"(?:coi|COI)[-_]statement|conflict(?:[-_]statement)?|conflict[-_]of[-_]interests?|competing-interests?|competing_interests"
)
"""Marks of a statement that JATS4R's checker refuses, or takes in the right place only."""

_LIKELY_WORD = re.compile(
    r"interests?|coi(?: statement)?|conflicts?(?: statements?)?|conflicts?(?: of)? interests?|competing interests?",
    re.IGNORECASE,
)
"""Further marks, which the recommendation means too; with blanks for hyphens and underscores."""

_TITLE = re.compile(
    r"conflicts? of interest|conflict of interest statements?|author conflicts|competing interests|conflicts",
    re.IGNORECASE,
)
"""Headings of sections that JATS4R's checker refuses."""

_HEADING = re.compile(
    r"(?:(?:declarations?|statements?|disclosures?) (?:of|on) )?(?:potential )?"
    r"(?:(?:conflicts? of|competing|conflicting)(?: financial)? interests?|conflit[oe]s? d[ei] inter[eé]s[es]{0,3}"
    r"|declarations? of (?:competing )?interests?|conflictos? de inter[eé]s(?:es)?|конфл[иі]кт [иі]нтерес[оі]в)"
    r"(?: (?:statements?|disclosures?|declarations?))?",
    re.IGNORECASE,
)
"""Further headings, which the recommendation means too."""


@rule("J4R140", on="/", services=("jats4r", "pubmed"), severities={"pubmed": Severity.INFO})
def conflicts_are_declared_in_their_place(_root: Element, context: RuleContext) -> Iterator[Hit]:
    """A statement on conflicts of interest must be a footnote of type `coi-statement` in the authors' notes.

    Why: PubMed and others collect the statements from there, and miss it in any other place. In JATS Publishing and
    Authoring up to 1.1, the type is `conflict`.
    Wrong: <article>… <!-- no fn[@fn-type='coi-statement'] --><back>… <!-- new -->
        <fn-group><fn fn-type="conflict" id="fn8"><label>a</label>
        <p>The authors declare no competing interests.</p></fn></fn-group></back></article>
    Wrong: <article>… <!-- no fn[@fn-type='coi-statement'] --><back>… <!-- new -->
        <sec><title>Conflict of interest</title><p>None.</p></sec></back></article>
    Wrong: <article>… <!-- no fn[@fn-type='coi-statement'] --><back>… <!-- new -->
        <notes notes-type="COI-statement"><p>The authors declare no competing interests.</p></notes></back></article>
    Right: <author-notes>… <fn fn-type="coi-statement" id="fn1"><label>a</label>
        <p>The authors declare no competing interests.</p></fn></author-notes>
    YAML: conflict_of_interest: The authors declare no competing interests.
    Source: JATS4R Schematron 1.0, coi-errors; PubMed.dtd 2.6, CoiStatement
    """
    wanted = _CONFLICT if _has_no_statement_type(context) else _STATEMENT
    marked = _marked(context)
    for el, (attribute, severity) in marked.items():
        if not any(around in marked for around in el.iterancestors()) and not _is_in_its_place(el, attribute, wanted):
            yield _to_its_place(el, attribute, wanted, severity)
    for el, severity in _headed(context):
        if el not in marked and not any(around in marked for around in el.iterancestors()):
            yield _to_its_place(el, "", wanted, severity)


def _has_no_statement_type(context: RuleContext) -> bool:
    """Whether the DTD's closed list of fn-type lacks `coi-statement`; Archiving has no list."""
    return (0, 0) < context.version < (1, 2) and "Archiving" not in (context.tree.docinfo.public_id or "")


def _marked(context: RuleContext) -> dict[Element, tuple[str, Severity | None]]:
    """The elements that are marked as such a statement: the attribute that marks each, and the severity if it is a warning."""
    found: dict[Element, tuple[str, Severity | None]] = {}
    for name, attribute in _MARKS:
        for el in context.group(f"{name}/@{attribute}"):
            if _WORD.fullmatch(el.attrib[attribute]):
                found.setdefault(el, (attribute, None))
            elif _LIKELY_WORD.fullmatch(el.attrib[attribute].replace("-", " ").replace("_", " ")):
                found.setdefault(el, (attribute, Severity.WARNING))
    return found


def _headed(context: RuleContext) -> Iterator[tuple[Element, Severity | None]]:
    """Sections and notes with the heading of such a statement; what only the recommendation means is a warning."""
    for name in ("sec", "notes"):
        for title in context.group(f"{name}/title"):
            text, el = text_of(title), title.getparent()
            if el is None:
                continue
            if name == "sec" and _TITLE.fullmatch(text):
                yield el, None
            elif _HEADING.fullmatch(text.strip(" .:")) and not _has_statement(context.part_of(el)):
                yield el, Severity.WARNING


def _has_statement(part: Element) -> bool:
    kinds = (_STATEMENT, _CONFLICT)
    return any(each.get("fn-type") in kinds for each in part.iterfind("front/article-meta/author-notes/fn"))


def _is_in_its_place(el: Element, attribute: str, wanted: str) -> bool:
    # If the version lacks the word, the schema reports it.
    return attribute == "fn-type" and el.get("fn-type") in (wanted, _STATEMENT) and parent_name(el) == "author-notes"


def _to_its_place(el: Element, attribute: str, wanted: str, severity: Severity | None = None) -> Hit:
    if attribute == "fn-type" and parent_name(el) == "author-notes":
        value = el.attrib["fn-type"]
        message = f'the statement on conflicts of interest has fn-type {quoted(value)}: write fn-type="{wanted}"'
        return Hit(message, el, "fn-type", severity, fix=Fix(value, wanted))
    where = f"<{parent_name(el)}>" if attribute == "fn-type" else tagged(el)
    message = (
        f'the statement on conflicts of interest is in {where}: move it to <fn fn-type="{wanted}"> in <author-notes>'
    )
    return Hit(message, el, severity=severity)


@rule("SPS144", on="fn/@fn-type", services=("scielo",))
def conflict_has_the_word_of_its_version(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The type of a footnote on conflicts of interest must be `coi-statement` from JATS 1.3 on, and `conflict` before.

    Why: SciELO shows the statement in its own place, by this word.
    Wrong: <fn fn-type="conflict" id="fn1"><label>a</label><p>The authors declare no competing interests.</p></fn>
    Right: <fn fn-type="coi-statement" id="fn1"><label>a</label><p>The authors declare no competing interests.</p></fn>
    YAML: conflict_of_interest: The authors declare none.
    Source: SciELO Publishing Schema 1.10, fn_rules
    """
    kind = el.attrib["fn-type"]
    if kind not in (_STATEMENT, _CONFLICT) or context.version == (0, 0):
        return
    wanted = _STATEMENT if context.version >= (1, 3) else _CONFLICT
    if kind != wanted:
        yield Hit(
            f'fn-type is {quoted(kind)}: write fn-type="{wanted}" in this version',
            attribute="fn-type",
            fix=Fix(kind, wanted),
        )
