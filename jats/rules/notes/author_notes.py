"""Footnotes of the authors: their kinds, their labels, the statement on conflicts of interest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, children, is_blank, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, at_most_one

_SCIELO_KINDS = (
    "abbr com coi-statement conflict corresp custom deceased edited-by equal financial-disclosure on-leave other "
    "participating-researchers present-address presented-at presented-by previously-at study-group-members "
    "supplementary-material supported-by"
).split()
_KIND_INSTEAD = {"current-aff": "present-address", "present-add": "present-address"}
_NOTES = ("author-notes/fn", "fn-group/fn")
_CONFLICT_KINDS = ("conflict", "coi-statement", "COI-statement", "interest")
_CONFLICT = re.compile(
    r"(?:(?:declarations?|statements?|disclosures?)\s+(?:of|on)\s+)?(?:potential\s+)?"
    r"(?:(?:conflicts?\s+of|competing|conflicting)(?:\s+financial)?\s+interests?|conflit[oe]s?\s+d[ei]\s+inter[eé]s[es]{0,3}"
    r"|declarations?\s+of\s+(?:competing\s+)?interests?|conflictos?\s+de\s+inter[eé]s(?:es)?|конфл[иі]кт [иі]нтерес[оі]в)"
    r"(?:\s+(?:statements?|disclosures?|declarations?))?\W*",
    re.IGNORECASE,
)

at_most_one(
    Row(
        "SPS143",
        on="article-meta",
        services=("scielo",),
        page="""An article has one `<author-notes>`.

        Why: SciELO shows the first one, and correspondence or conflicts in the second are lost.
        Wrong: <article-meta>… <!-- new --><author-notes><fn fn-type="other" id="fn9"><label>b</label>
            <p>Deceased in 2023.</p></fn></author-notes></article-meta>
        Right: <article-meta>…</article-meta>
        Source: SciELO Publishing Schema 1.10, author-notes
        """,
    ),
    "author-notes",
    "put all notes into one",
)


@rule("PMC140", on="author-notes/fn/@fn-type", services=("pmc",))
def author_note_is_of_the_authors(el: Element) -> Iterator[Hit]:
    """Footnotes on abbreviations and supplementary material stand in the back, not among the authors' notes.

    Why: PMC shows the authors' notes with the names, where nobody looks for them.
    Wrong: <fn fn-type="abbr" id="fn1"><label>a</label><p>MHW: mean high water.</p></fn>
    Right: <fn-group><fn fn-type="abbr" id="fn9"><p>MHW: mean high water.</p></fn></fn-group>
    Source: PMC Style Checker 5.31, author-notes-fn-type-check
    """
    kind = el.get("fn-type")
    if kind in ("abbr", "supplementary-material"):
        yield Hit(f"a footnote of type {kind} stands in the back", attribute="fn-type")


@rule("SPS140", on=_NOTES, services=("scielo",))
def note_is_of_a_known_kind(el: Element) -> Iterator[Hit]:
    """A footnote to the article is of a kind that SciELO knows.

    Why: SciELO shows conflicts, funding and addresses each in their place, by this word.
    Wrong: <fn fn-type="con" id="fn9"><label>b</label><p>Daria Kovalenko planned the study.</p></fn>
    Wrong: <author-notes>… <!-- new --><fn id="fn9"><label>b</label><p>Deceased in 2023.</p></fn></author-notes>
    Right: <fn fn-type="deceased" id="fn9"><label>b</label><p>Deceased in 2023.</p></fn>
    Source: SciELO Publishing Schema 1.10, author_notes_rules and fn_rules
    """
    kind = el.get("fn-type")
    if kind in _SCIELO_KINDS:
        return
    if not kind:
        yield Hit("the footnote has no fn-type")
    elif kind == "con":
        yield Hit("fn-type con is not in the list: who did what belongs in <role>", attribute="fn-type")
    else:
        better = _KIND_INSTEAD.get(kind)
        wanted = f"write {better}" if better else f"it may be {any_of(_SCIELO_KINDS, 30)}"
        fix = Fix(kind, better) if better else None
        yield Hit(f"fn-type {quoted(kind)} is not in the list; {wanted}", attribute="fn-type", fix=fix)


@rule("SPS141", on=("corresp", "fn"), services=("scielo",))
def mark_of_a_note_is_a_label(el: Element) -> Iterator[Hit]:
    """The mark or heading of a note stands in `<label>`, not in bold or in a title.

    Why: SciELO links the mark beside the author's name with the label.
    Wrong: <corresp id="c1"><label>*</label><bold>Correspondence</bold>: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Right: <corresp id="c1"><label>*</label> Correspondence: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Source: SciELO Publishing Schema 1.10, corresp_bold and fn_title
    """
    for part in children(el, "bold", "title"):
        yield Hit(f"{tagged(el)} holds {tagged(part)} {quoted(text_of(part))}: use <label>", part)


@rule("SPS142", on=("article-meta//corresp", *_NOTES), services=("scielo",), severity=Severity.WARNING)
def note_has_a_label(el: Element) -> Iterator[str]:
    """A note of the authors, or to the article, has a label.

    Why: readers find the note by the mark that stands beside the name or in the text.
    Wrong: <corresp id="c1">Correspondence: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Right: <corresp id="c1"><label>*</label> Correspondence: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Source: SciELO Publishing Schema 1.10, corresp_label and fn_label
    """
    # What stands in the label's place is SPS141's.
    if el.find("label") is None and not is_blank(el) and not children(el, "bold", "title"):
        yield f"{tagged(el)} has no <label>"


@rule("J4R140", on=("fn/@fn-type", "sec/title", "notes/title", "fn/p/bold"), services=("jats4r", "pubmed", "scielo"))
def conflicts_are_declared_in_their_place(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A statement on conflicts of interest is a footnote of type `coi-statement` among the authors' notes.

    Why: PubMed and others collect the statements from there, and count the article as one without.
    Wrong: <article>… <!-- no fn[@fn-type='coi-statement'] --><back>… <!-- new -->
        <fn-group><fn fn-type="conflict" id="fn8"><label>a</label>
        <p>The authors declare no competing interests.</p></fn></fn-group></back></article>
    Wrong: <article>… <!-- no fn[@fn-type='coi-statement'] --><back>… <!-- new -->
        <sec><title>Conflict of interest</title><p>None.</p></sec></back></article>
    Right: <fn fn-type="coi-statement" id="fn1"><label>a</label><p>The authors declare no competing interests.</p></fn>
    Source: JATS4R Schematron 1.0, coi-errors; PubMed.dtd 2.6, CoiStatement
    """
    if el.tag == "fn":
        if el.get("fn-type") not in _CONFLICT_KINDS:
            return
        statement: Element | None = el
    elif _CONFLICT.fullmatch(text_of(el)):
        statement = next(el.iterancestors("fn", "sec", "notes"), None)
    else:
        return
    # A footnote of such a type was met before its heading.
    if (
        statement is None
        or (el is not statement and statement.get("fn-type") in _CONFLICT_KINDS)
        or _in_its_place(statement)
        or within(el, "table-wrap")
    ):
        return
    part = context.part_of(el)
    if not context.once(("conflict statement", part), lambda: _has_statement(part)):
        yield _to_its_place(statement)


def _to_its_place(statement: Element) -> Hit:
    kind = statement.get("fn-type")
    if kind and parent_name(statement) == "author-notes":
        message = f"the statement on conflicts of interest has the fn-type {kind}; it should be coi-statement"
        return Hit(message, statement, "fn-type", fix=Fix(kind, "coi-statement"))
    message = 'the statement on conflicts of interest belongs in <fn fn-type="coi-statement"> in <author-notes>'
    return Hit(message, statement)


def _in_its_place(statement: Element) -> bool:
    return statement.get("fn-type") == "coi-statement" and parent_name(statement) == "author-notes"


def _has_statement(part: Element) -> bool:
    return part.find("front/article-meta/author-notes/fn[@fn-type='coi-statement']") is not None
