"""Footnotes of the authors: their kinds and their labels."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.reading import Element, children, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, at_most_one

_SCIELO_KINDS = (
    "abbr com coi-statement conflict corresp custom deceased edited-by equal financial-disclosure on-leave other "
    "participating-researchers present-address presented-at presented-by previously-at study-group-members "
    "supplementary-material supported-by"
).split()
_KIND_INSTEAD = {"current-aff": "present-address", "present-add": "present-address"}
_NOTES = ("author-notes/fn", "fn-group/fn")
at_most_one(
    Row(
        "SPS143",
        on="article-meta",
        services=("scielo",),
        page="""An article must have only one `<author-notes>`.

        Why: SciELO shows the first one, and correspondence or conflicts in the second are lost.
        Wrong: <article-meta>… <!-- new --><author-notes><fn fn-type="other" id="fn9"><label>b</label>
            <p>Deceased in 2023.</p></fn></author-notes></article-meta>
        Right: <author-notes><corresp id="c1"><label>*</label> <email>daria.kovalenko@imr-bergen.no</email></corresp>
            <fn fn-type="coi-statement" id="fn1"><label>a</label><p>The authors declare no competing interests.</p></fn>
            </author-notes>
        Source: SciELO Publishing Schema 1.10, author-notes
        """,
    ),
    "author-notes",
    "put all notes into one",
)


@rule("PMC140", on="author-notes/fn/@fn-type", services=("pmc",))
def author_note_is_of_the_authors(el: Element) -> Iterator[Hit]:
    """Footnotes on abbreviations and supplementary material must be in the back matter, not in the authors' notes.

    Why: PMC shows the authors' notes with the names, where nobody looks for abbreviations.
    Wrong: <fn fn-type="abbr" id="fn1"><label>a</label><p>MHW: mean high water.</p></fn>
    Right: <fn-group><fn fn-type="abbr" id="fn9"><p>MHW: mean high water.</p></fn></fn-group>
    Source: PMC Style Checker 5.31, author-notes-fn-type-check
    """
    kind = el.get("fn-type")
    if kind in ("abbr", "supplementary-material"):
        yield Hit(
            f"a footnote of type {quoted(kind)} is in <author-notes>: move it to <fn-group> in <back>",
            attribute="fn-type",
        )


@rule("SPS140", on=_NOTES, services=("scielo",))
def note_is_of_a_known_kind(el: Element) -> Iterator[Hit]:
    """A footnote to the article must be of a kind that SciELO knows.

    Why: SciELO shows conflicts, funding and addresses each in their own place, by this word.
    Wrong: <fn fn-type="con" id="fn9"><label>b</label><p>Daria Kovalenko planned the study.</p></fn>
    Wrong: <author-notes>… <!-- new --><fn id="fn9"><label>b</label><p>Deceased in 2023.</p></fn></author-notes>
    Right: <fn fn-type="deceased" id="fn9"><label>b</label><p>Deceased in 2023.</p></fn>
    YAML: notes: [{type: other, label: "*", text: Both authors are students.}]
    Source: SciELO Publishing Schema 1.10, author_notes_rules and fn_rules
    """
    kind = el.get("fn-type")
    if kind in _SCIELO_KINDS:
        return
    if not kind:
        yield Hit(f"the footnote has no fn-type: write {any_of(_SCIELO_KINDS, 30)}")
    elif kind == "con":
        yield Hit("fn-type 'con' is not in SciELO's list: write what each author did into <role>", attribute="fn-type")
    else:
        better = _KIND_INSTEAD.get(kind)
        wanted = better or any_of(_SCIELO_KINDS, 30)
        fix = Fix(kind, better) if better else None
        yield Hit(f"fn-type {quoted(kind)} is not in SciELO's list: write {wanted}", attribute="fn-type", fix=fix)


@rule("SPS141", on=("corresp", "fn"), services=("scielo",))
def mark_of_a_note_is_a_label(el: Element) -> Iterator[Hit]:
    """The mark or heading of a note must be in `<label>`, not in bold or in a title.

    Why: SciELO links the mark beside the author's name with the label.
    Wrong: <corresp id="c1"><label>*</label><bold>Correspondence</bold>: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Right: <corresp id="c1"><label>*</label> Correspondence: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    YAML: correspondence: {label: "Correspondence:", text: "Institute of Seas, <email>roe@tides.example</email>"}
    Source: SciELO Publishing Schema 1.10, corresp_bold and fn_title
    """
    wanted = "write it as plain text" if el.find("label") is not None else "write it into <label>"
    for part in children(el, "bold", "title"):
        yield Hit(f"{tagged(el)} has the heading {quoted(text_of(part))} in {tagged(part)}: {wanted}", part)


@rule("SPS142", on=("article-meta//corresp", *_NOTES), services=("scielo",), severity=Severity.WARNING)
def note_has_a_label(el: Element) -> Iterator[str]:
    """A note of the authors, or to the article, must have a label.

    Why: readers find the note by the mark beside the name or in the text.
    Wrong: <corresp id="c1">Correspondence: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    Right: <corresp id="c1"><label>*</label> Correspondence: <email>daria.kovalenko@imr-bergen.no</email></corresp>
    YAML: notes: [{type: other, label: "*", text: Both authors are students.}]
    Source: SciELO Publishing Schema 1.10, corresp_label and fn_label
    """
    # SPS141 reports a heading in another element.
    if el.find("label") is None and not is_blank(el) and not children(el, "bold", "title"):
        yield f"{tagged(el)} has no <label>: add its mark or heading"
