"""Back matter: acknowledgements, footnotes, notes and appendices in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden
from jats.rules.engine.targets import COMMON
from jats.rules.funding.awards import GRANT_NUMBER

_NOTES_OF_FRONT = ("disclaimer", "related-article", "republication-note")
_THANKS_FOR_MONEY = re.compile(
    r"\b(?:funded|financed|sponsored) (?:in part |partly |partially )?by\b|\bfinancial(?:ly)? support(?:ed)?\b|\bfunding from\b"
    r"|\bsupported (?:in part |partly |partially )?by (?:a |an |the |[^.;]{0,40})(?:grants?|awards?|funds?|fellowships?)\b"
    r"|\bapoio financeiro\b|\bfinanciad[oa] (?:por|pel[oa])\b|\bapoyo financiero\b",
    re.IGNORECASE,
)
_PLACED_NOTES = ("disclaimer", "note-in-proof")

forbidden(
    Row(
        "COM611",
        on="article/back/ack/sec",
        services=("scielo",),
        page="""Acknowledgements must not have sections.

        Why: SciELO shows the acknowledgements as one text.
        Wrong: <ack><title>Acknowledgements</title><sec id="s9"><title>Pilots</title><p>We thank them.</p></sec></ack>
        Right: <ack><title>Acknowledgements</title><p>We thank the pilots.</p></ack>
        Source: SciELO Publishing Schema 1.10, ack
        """,
    ),
    "write <p> paragraphs",
)

forbidden(
    Row(
        "PMC610",
        on="sec/glossary",
        services=("pmc",),
        severity=Severity.WARNING,
        when=lambda el: within(el, "body"),
        page="""A glossary must be in the back matter.

        Why: within the text it interrupts the reading.
        Wrong: <sec sec-type="methods" id="s2">… <!-- new --><glossary><def-list><def-item><term>ebb</term><def>
            <p>falling tide</p></def></def-item></def-list></glossary></sec>
        Right: <glossary><def-list><def-item><term>ebb</term><def><p>falling tide</p></def></def-item></def-list></glossary>
        Source: PMC Style Checker 5.31, back-element-check
        """,
    ),
    "move it to <back>, if the text allows",
)

forbidden(
    Row(
        "PMC614",
        on="fn/@symbol",
        services=("pmc",),
        page="""The mark of a footnote must be in `<label>`.

        Why: PMC shows labels, not attributes.
        Wrong: <fn fn-type="coi-statement" id="fn1" symbol="a">…</fn>
        Right: <fn fn-type="coi-statement" id="fn1"><label>a</label><p>The authors declare no competing interests.</p></fn>
        YAML: notes: [{type: other, label: "*", text: Both authors are students.}]
        Source: PMC Style Checker 5.31, fn-attribute-check
        """,
    ),
    "write the mark into <label>",
)


@rule("COM613", on=("fn-group", "back"), services=("scielo",))
def footnotes_are_one_group(el: Element) -> Iterator[Hit]:
    """The footnotes of the back matter must be in one group, with at most one title.

    Why: SciELO shows one list of notes.
    Wrong: <back>… <!-- new --><fn-group><fn fn-type="other" id="fn8"><label>b</label><p>Ebb.</p></fn></fn-group><!-- new -->
        <fn-group><fn fn-type="other" id="fn9"><label>c</label><p>Flood.</p></fn></fn-group></back>
    Right: <back>… <!-- new --><fn-group><fn fn-type="other" id="fn9"><label>b</label><p>Ebb.</p></fn></fn-group></back>
    YAML: footnotes: {title: Notes, footnotes: [The first note., The second note.]}
    Source: SciELO Publishing Schema 1.10, fn-group
    """
    name = "fn-group" if el.tag == "back" else "title"
    for extra in el.findall(name)[1:]:
        yield Hit(f"there is a second <{name}>: put all notes into one group with one title", extra)


@rule("COM610", on=("body//ack", "body//fn-group", "body//notes"), services=("pmc",))
def back_matter_is_in_the_back(el: Element) -> Iterator[Hit]:
    """Acknowledgements, groups of footnotes and notes must be in the back matter.

    Why: PMC shows them at the end of the article, and takes them only from there.
    Wrong: <sec sec-type="results" id="s3">… <!-- new --><ack><p>We thank the pilots.</p></ack></sec>
    Right: <ack><title>Acknowledgements</title><p>We thank the pilots.</p></ack>
    Source: PMC Style Checker 5.31, back-element-check
    """
    # PMC611 and PMC612 report notes with a place of their own.
    if parent_name(el) not in ("sec", "body") or (el.tag == "notes" and el.get("notes-type") in _PLACED_NOTES):
        return
    # The checker's test of groups of footnotes never fires.
    severity = Severity.WARNING if el.tag == "fn-group" else None
    yield Hit(f"{tagged(el)} is in <{parent_name(el)}>: move it to <back>", severity=severity)


@rule("COM612", on="ack", services=(COMMON,), severity=Severity.WARNING)
def thanked_funders_are_tagged(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A funder named in the acknowledgements must be in the funding data too.

    Why: funders find the works that they paid for only in the tagged data.
    Wrong: <article>… <!-- no funding-group --><ack><title>Acknowledgements</title><p>This work was funded by the Harbour
        Fund.</p></ack></article>
    Right: <article>… <funding-group><award-group><funding-source>Harbour Fund</funding-source></award-group></funding-group>
        <ack><title>Acknowledgements</title><p>This work was funded by the Harbour Fund.</p></ack></article>
    YAML: funding: [{funder: Harbour Fund, numbers: HF-12}]
        acknowledgements: This work was funded by the Harbour Fund.
    Source: editors' practice; Crossref, "Funding data"
    """
    if context.meta is None or context.part_of(el) is not context.root:
        return
    if next(context.meta.iter("funding-source", "award-id", "funding-statement"), None) is not None:
        return
    for text in map(text_of, el.iter("p")):
        if match := GRANT_NUMBER.search(text) or _THANKS_FOR_MONEY.search(text):
            message = (
                f"the acknowledgements name funding ({quoted(match[0])}), but there is no <funding-group>: add one"
            )
            yield Hit(message)
            return


@rule("PMC611", on="notes", services=("pmc",))
def disclaimer_is_in_the_front(el: Element) -> Iterator[str]:
    """A disclaimer must be in the front matter.

    Why: PMC shows it above the article, and takes it only from there.
    Wrong: <back>… <!-- new --><notes notes-type="disclaimer"><p>Views are those of the authors.</p></notes></back>
    Right: <front>… <!-- new --><notes notes-type="disclaimer"><p>Views are those of the authors.</p></notes></front>
    YAML: notes: [{type: disclaimer, text: Views are those of the authors.}]
    Source: PMC Style Checker 5.31, disclaimer-notes-check
    """
    if el.get("notes-type") == "disclaimer" and parent_name(el) not in ("front", "front-stub"):
        yield f"the disclaimer is in <{parent_name(el)}>: move it to <front>"


@rule("PMC612", on="notes", services=("pmc",))
def note_in_proof_is_in_the_back(el: Element) -> Iterator[str]:
    """A note added in proof must be a direct child of the back matter.

    Why: PMC takes it only from there.
    Wrong: <sec sec-type="results" id="s3">… <!-- new --><notes notes-type="note-in-proof"><p>Silt too.</p></notes></sec>
    Right: <back>… <!-- new --><notes notes-type="note-in-proof"><p>Silt too.</p></notes></back>
    YAML: notes: [{type: note-in-proof, text: Silt too.}]
    Source: PMC Style Checker 5.31, notes-in-proof-check
    """
    if el.get("notes-type") == "note-in-proof" and parent_name(el) != "back":
        yield f"the note added in proof is in <{parent_name(el)}>: make it a child of <back>"


@rule("PMC613", on="front/notes", services=("pmc",))
def notes_of_the_front_are_few(el: Element, context: RuleContext) -> Iterator[str]:
    """In an author manuscript, notes in the front matter must be disclaimers, related articles or notes on a republication.

    Why: PMC shows no other notes there.
    Wrong (manuscript): <front>… <!-- new --><notes notes-type="other"><p>We thank the pilots.</p></notes></front>
    Right (manuscript): <front>… <!-- new --><notes notes-type="disclaimer"><p>Views are ours.</p></notes></front>
    Source: PMC Style Checker 5.31, ms-front-content-test
    """
    if context.is_manuscript and el.get("notes-type") not in _NOTES_OF_FRONT:
        kind = el.get("notes-type")
        said = f"of type {quoted(kind)}" if kind else "without a type"
        yield f"<notes> {said} are in <front>: move them to <author-notes> or <fn-group>"


@rule("PMC615", on="table-wrap//fn", services=("pmc",))
def notes_of_a_table_stand_below_it(el: Element) -> Iterator[str]:
    """A footnote of a table must be a child of `<table-wrap-foot>`.

    Why: a note in a cell breaks the row, and PMC shows only the notes that are children of the foot.
    Wrong: <table-wrap id="t1">… <caption><title>Water level<fn id="fn9"><p>In metres.</p></fn></title></caption></table-wrap>
    Wrong: <table-wrap id="t1">… <!-- no table-wrap-foot --><!-- new --><table-wrap-foot><fn-group><fn id="TFN1"><label>*</label>
        <p>In metres.</p></fn></fn-group></table-wrap-foot></table-wrap>
    Right: <table-wrap id="t1">… <!-- no table-wrap-foot --><!-- new --><table-wrap-foot><fn id="TFN1"><label>*</label>
        <p>In metres.</p></fn></table-wrap-foot></table-wrap>
    Source: PMC Style Checker 5.31, table-fn-check
    """
    if (around := parent_name(el)) != "table-wrap-foot":
        yield f"the footnote of the table is in <{around}>: make it a child of <table-wrap-foot>"


@rule("SPS610", on=("app", "back"), services=("scielo",))
def appendices_are_grouped(el: Element) -> Iterator[Hit]:
    """Appendices must be in one `<app-group>`, each with an id and a label.

    Why: SciELO lists them by label and links to them by id.
    Wrong: <app-group><app><title>Tides of 2023</title><p>They were high.</p></app></app-group>
    Wrong: <back>… <!-- new --><app id="app1"><label>Appendix</label><p>Tides of 2023.</p></app></back>
    Right: <app-group><app id="app1"><label>Appendix 1</label><title>Tides of 2023</title><p>They were high.</p></app></app-group>
    YAML: appendices: [{label: Appendix A, title: Tables, text: All levels.}]
    Source: SciELO Publishing Schema 1.10, app_group_rules
    """
    if el.tag == "back":
        for extra in el.findall("app-group")[1:]:
            yield Hit("there is a second <app-group>: put all appendices into one", extra)
        return
    if parent_name(el) != "app-group":
        yield Hit("the <app> is outside of <app-group>: put it into one")
    missing = [name for name, has in (("id", el.get("id")), ("<label>", el.findtext("label"))) if not has]
    if missing:
        yield Hit(f"the appendix has no {' and no '.join(missing)}: add what is missing")


@rule("SPS611", on=("supplementary-material", "inline-supplementary-material"), services=("scielo",))
def supplements_have_their_section(el: Element) -> Iterator[str]:
    """Supplementary material must be in a section of its own type.

    Why: SciELO collects the files from there.
    Wrong: <app-group><app id="app1"><label>Appendix 1</label><p>See <xref ref-type="supplementary-material"
        rid="suppl2">File S2</xref>.</p><supplementary-material id="suppl2" mimetype="application" mime-subtype="pdf"
        xlink:href="jts-15-suppl2.pdf"><label>File S2</label><caption><title>Levels</title></caption>
        </supplementary-material></app></app-group>
    Right: <back>… <sec sec-type="supplementary-material"><title>Supplementary material</title><supplementary-material
        id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf"><label>File S1</label><caption>
        <title>Levels</title></caption></supplementary-material></sec></back>
    Source: SciELO Publishing Schema 1.10, supplementary_material_rules
    """
    if el.tag != "supplementary-material":
        yield "SciELO does not take <inline-supplementary-material>: write <supplementary-material> in a section of its own"
    elif within(el, "app", "app-group"):
        yield 'the supplementary material is in an appendix: move it to <sec sec-type="supplementary-material">'
    elif not any(each.get("sec-type") == "supplementary-material" for each in el.iterancestors("sec")):
        yield 'the supplementary material has no section of its own: put it into <sec sec-type="supplementary-material">'
