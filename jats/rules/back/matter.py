"""Back matter: acknowledgements, footnotes, notes and appendices in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, parent_name, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, forbidden
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
        on="ack/sec",
        services=("scielo",),
        page="""Acknowledgements have no sections.

        Why: SciELO shows them as one text.
        Wrong: <ack><title>Acknowledgements</title><sec id="s9"><title>Pilots</title><p>We thank them.</p></sec></ack>
        Right: <ack><title>Acknowledgements</title><p>We thank the pilots.</p></ack>
        Source: SciELO Publishing Schema 1.10, ack
        """,
    ),
    "write paragraphs",
)

forbidden(
    Row(
        "PMC610",
        on="body//glossary",
        services=("pmc",),
        severity=Severity.WARNING,
        page="""A glossary stands in the back matter.

        Why: in the text it interrupts the reading.
        Wrong: <sec sec-type="methods" id="s2">… <!-- new --><glossary><def-list><def-item><term>ebb</term><def>
            <p>falling tide</p></def></def-item></def-list></glossary></sec>
        Right: <glossary><def-list><def-item><term>ebb</term><def><p>falling tide</p></def></def-item></def-list></glossary>
        Source: PMC Style Checker 5.31, back-element-check
        """,
    ),
    "move it to the back matter if the text allows",
)

forbidden(
    Row(
        "PMC614",
        on="fn/@symbol",
        services=("pmc",),
        page="""The mark of a footnote stands in `<label>`.

        Why: PMC shows labels, not attributes.
        Wrong: <fn fn-type="coi-statement" id="fn1" symbol="a">…</fn>
        Right: <fn fn-type="coi-statement" id="fn1">…</fn>
        Source: PMC Style Checker 5.31, fn-attribute-check
        """,
    ),
    "write it in <label>",
)


@rule("COM613", on=("fn-group", "back"), services=("scielo",))
def footnotes_are_one_group(el: Element) -> Iterator[Hit]:
    """The footnotes of the back matter stand in one group, which has one title at most.

    Why: SciELO shows one list of notes.
    Wrong: <back>… <!-- new --><fn-group><fn fn-type="other" id="fn8"><label>b</label><p>Ebb.</p></fn></fn-group><!-- new -->
        <fn-group><fn fn-type="other" id="fn9"><label>c</label><p>Flood.</p></fn></fn-group></back>
    Right: <back>… <!-- new --><fn-group><fn fn-type="other" id="fn9"><label>b</label><p>Ebb.</p></fn></fn-group></back>
    Source: SciELO Publishing Schema 1.10, fn-group
    """
    name = "fn-group" if el.tag == "back" else "title"
    for extra in el.findall(name)[1:]:
        yield Hit(f"there is more than one <{name}>: keep one", extra)


@rule("COM610", on=("body//ack", "body//fn-group", "body//notes"), services=("pmc",))
def back_matter_is_in_the_back(el: Element) -> Iterator[str]:
    """Acknowledgements, groups of footnotes and notes stand in the back matter.

    Why: PMC shows them at the end of the article only from there.
    Wrong: <sec sec-type="results" id="s3">… <!-- new --><ack><p>We thank the pilots.</p></ack></sec>
    Right: <ack><title>Acknowledgements</title><p>We thank the pilots.</p></ack>
    Source: PMC Style Checker 5.31, back-element-check
    """
    if el.tag == "fn-group" and within(el, "boxed-text", "table-wrap"):
        return
    if el.tag != "notes" or el.get("notes-type") not in _PLACED_NOTES:  # those are PMC611's and PMC612's
        yield f"{tagged(el)} stands in the body: move it to the back matter"


@rule("COM612", on="ack", services=("crossref", "jats4r"), severity=Severity.WARNING)
def thanked_funders_are_tagged(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A funder who is thanked stands in the funding data too.

    Why: funders find the works that they paid for in the tagged data alone.
    Wrong: <article>… <!-- no funding-group --><ack><title>Acknowledgements</title><p>This work was funded by the Harbour
        Fund.</p></ack></article>
    Right: <ack><title>Acknowledgements</title><p>This work was funded by the Harbour Fund.</p></ack>
    Source: editors' practice; Crossref, "Funding data"
    """
    if context.meta is None or context.part_of(el) is not context.root:
        return
    if next(context.meta.iter("funding-source", "award-id", "funding-statement"), None) is not None:
        return
    text = text_of(el)
    numbered = GRANT_NUMBER.search(text)
    if match := numbered or _THANKS_FOR_MONEY.search(text):
        # For Crossref COM422 speaks of numbers.
        services = ("jats4r",) if numbered else None
        yield Hit(f"the text thanks for money ({quoted(match[0])}), but there are no funding data", services=services)


@rule("PMC611", on="notes", services=("pmc",))
def disclaimer_is_in_the_front(el: Element) -> Iterator[str]:
    """A disclaimer stands in the front matter.

    Why: PMC shows it above the article, and from no other place.
    Wrong: <back>… <!-- new --><notes notes-type="disclaimer"><p>Views are those of the authors.</p></notes></back>
    Right: <front>… <!-- new --><notes notes-type="disclaimer"><p>Views are those of the authors.</p></notes></front>
    Source: PMC Style Checker 5.31, disclaimer-notes-check
    """
    if el.get("notes-type") == "disclaimer" and parent_name(el) not in ("front", "front-stub"):
        yield "the disclaimer must stand in <front>"


@rule("PMC612", on="notes", services=("pmc",))
def note_in_proof_is_in_the_back(el: Element) -> Iterator[str]:
    """A note added in proof stands directly in the back matter.

    Why: PMC shows it from there alone.
    Wrong: <sec sec-type="results" id="s3">… <!-- new --><notes notes-type="note-in-proof"><p>Silt too.</p></notes></sec>
    Right: <back>… <!-- new --><notes notes-type="note-in-proof"><p>Silt too.</p></notes></back>
    Source: PMC Style Checker 5.31, notes-in-proof-check
    """
    if el.get("notes-type") == "note-in-proof" and parent_name(el) != "back":
        yield "the note added in proof must stand directly in <back>"


@rule("PMC613", on="front/notes", services=("pmc",))
def notes_of_the_front_are_few(el: Element, context: RuleContext) -> Iterator[str]:
    """In an author manuscript notes in the front matter are disclaimers, links to related articles, or notes on a republication.

    Why: PMC shows no others there.
    Wrong (manuscript): <front>… <!-- new --><notes notes-type="other"><p>We thank the pilots.</p></notes></front>
    Right (manuscript): <front>… <!-- new --><notes notes-type="disclaimer"><p>Views are ours.</p></notes></front>
    Source: PMC Style Checker 5.31, ms-front-content-test
    """
    if context.is_manuscript and el.get("notes-type") not in _NOTES_OF_FRONT:
        yield "the notes stand in <front>: move them to <author-notes> or <fn-group>"


@rule("PMC615", on="table-wrap//fn", services=("pmc",))
def notes_of_a_table_stand_below_it(el: Element) -> Iterator[str]:
    """A footnote of a table stands in `<table-wrap-foot>`.

    Why: a note in a cell breaks the row, and PMC shows it nowhere else.
    Wrong: <table-wrap id="t1">… <caption><title>Water level<fn id="fn9"><p>In metres.</p></fn></title></caption></table-wrap>
    Right: <table-wrap id="t1">…</table-wrap>
    Source: PMC Style Checker 5.31, table-fn-check
    """
    parent = el.getparent()
    if parent is not None and parent.tag == "fn-group":
        parent = parent.getparent()
    if parent is None or parent.tag != "table-wrap-foot":
        yield f"the footnote stands in <{parent_name(el)}>: move it to <table-wrap-foot>"


@rule("SPS610", on=("app", "back"), services=("scielo",))
def appendices_are_grouped(el: Element) -> Iterator[Hit]:
    """Appendices stand in one `<app-group>`, each with id and label.

    Why: SciELO lists them by label and links to them by id.
    Wrong: <app-group><app><title>Tides of 2023</title><p>They were high.</p></app></app-group>
    Wrong: <back>… <!-- new --><app id="app1"><label>Appendix</label><p>Tides of 2023.</p></app></back>
    Right: <app-group><app id="app1"><label>Appendix 1</label><title>Tides of 2023</title><p>They were high.</p></app></app-group>
    Source: SciELO Publishing Schema 1.10, app_group_rules
    """
    if el.tag == "back":
        for extra in el.findall("app-group")[1:]:
            yield Hit("there is more than one <app-group>: put all appendices into one", extra)
        return
    if parent_name(el) != "app-group":
        yield Hit("the appendix stands outside <app-group>")
    missing = [name for name, has in (("id", el.get("id")), ("label", el.findtext("label"))) if not has]
    if missing:
        yield Hit(f"the appendix has no {all_of(missing)}")


@rule("SPS611", on=("supplementary-material", "inline-supplementary-material"), services=("scielo",))
def supplements_have_their_section(el: Element) -> Iterator[str]:
    """Supplementary material stands in a section of its own type.

    Why: SciELO collects the files from there.
    Wrong: <app-group><app id="app1"><label>Appendix 1</label><p>See <xref ref-type="supplementary-material"
        rid="suppl2">File S2</xref>.</p><supplementary-material id="suppl2" mimetype="application" mime-subtype="pdf"
        xlink:href="jts-15-suppl2.pdf"><label>File S2</label><caption><title>Levels</title></caption>
        </supplementary-material></app></app-group>
    Right: <sec sec-type="supplementary-material">…</sec>
    Source: SciELO Publishing Schema 1.10, supplementary_material_rules
    """
    if el.tag != "supplementary-material":
        yield "SciELO takes no <inline-supplementary-material>: use <supplementary-material> in a section of its own"
    elif within(el, "app", "app-group"):
        yield "supplementary material stands in an appendix: move it to a section of its own"
    elif not any(each.get("sec-type") == "supplementary-material" for each in el.iterancestors("sec")):
        yield 'supplementary material stands outside <sec sec-type="supplementary-material">'
