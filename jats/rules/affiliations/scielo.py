"""Affiliations as SciELO wants them: the text as printed, and its parts tagged beside it."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, children, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list

_ORIGINAL = "institution[@content-type='original']"
_PARTS = ("city", "state", "orgname", "label")

closed_list(
    Row(
        "SPS131",
        on="aff//institution/@content-type",
        services=("scielo",),
        page="""The type of an institution in an affiliation is one that SciELO knows.

        Why: SciELO tells the institution from its departments, and both from the printed text, by it.
        Wrong: <aff id="aff1">… <!-- new --><institution content-type="dept">Department of Tides</institution></aff>
        Right: <aff id="aff1"><label>1</label>
            <institution content-type="original">Department of Tides, Institute of Marine Research, Bergen, Vestland,
            Norway</institution>
            <institution content-type="orgname">Institute of Marine Research</institution>
            <institution content-type="orgdiv1">Department of Tides</institution>
            <city>Bergen</city><state>Vestland</state><country country="NO">Norway</country></aff>
        Source: SciELO Publishing Schema 1.10, institution
        """,
    ),
    ("original", "orgname", "orgdiv1", "orgdiv2", "normalized"),
)
closed_list(
    Row(
        "SPS134",
        on="aff//named-content/@content-type",
        services=("scielo",),
        page="""Named content in an affiliation is a city or a state.

        Why: SciELO reads nothing else there; newer files have `<city>` and `<state>` instead.
        Wrong: <aff id="aff1">… <!-- no city --><addr-line><named-content content-type="city">Bergen</named-content>
            <named-content content-type="street">Nordnesgaten</named-content></addr-line></aff>
        Right: <aff id="aff1">… <!-- no city --><addr-line><named-content content-type="city">Bergen</named-content>
            </addr-line></aff>
        Source: SciELO Publishing Schema 1.10, named-content
        """,
    ),
    ("city", "state"),
)


@rule("SPS130", on="aff", services=("scielo",))
def affiliation_has_its_printed_text(el: Element) -> Iterator[str]:
    """An affiliation has one institution of type `original` with its complete text.

    Why: SciELO shows that text and takes the other parts for search only.
    Wrong: <aff id="aff1">… <!-- no institution[@content-type='original'] --></aff>
    Right: <aff id="aff1">…</aff>
    Source: SciELO Publishing Schema 1.10, aff and aff_rules
    """
    # An affiliation without any institution is COM130's.
    if next(el.iter("institution"), None) is not None and (number := len(el.findall(f".//{_ORIGINAL}"))) != 1:
        yield f'the affiliation has {number or "no"} <institution content-type="original">; it needs one with the whole text'


@rule("SPS132", on="article-meta//aff", services=("scielo",))
def affiliation_is_complete(el: Element, context: RuleContext) -> Iterator[str]:
    """An affiliation has a city, a state, the institution's name, a label and an id.

    Why: SciELO's statistics by place and institution are made from them.
    Wrong: <aff id="aff1">… <!-- no state --></aff>
    Right: <aff id="aff1">…</aff>
    Source: SciELO Publishing Schema 1.10, aff_rules
    """
    there = {
        each.get("content-type") if each.tag in ("institution", "named-content") else each.tag
        for each in el.iter("city", "state", "institution", "named-content", "label")
    }
    # Without any institution COM130 speaks of it; a single affiliation needs no label.
    if el.find(".//institution") is None:
        there.add("orgname")
    if len(context.group("article-meta//aff")) < 2:
        there.add("label")
    lacking = [name for name in _PARTS if name not in there]
    if "id" not in el.attrib:
        lacking.append("id")
    if lacking:
        yield f"the affiliation lacks its {all_of(lacking)}"


@rule("SPS133", on="article-meta//aff", services=("scielo",), severity=Severity.WARNING)
def parts_are_those_of_the_printed_text(el: Element) -> Iterator[Hit]:
    """The parts of an affiliation occur in its printed text.

    Why: one of the two was corrected and the other forgotten, or the parts are another affiliation's.
    Wrong: <aff id="aff1">… <city>Oslo</city></aff>
    Right: <aff id="aff1">… <city>Bergen</city></aff>
    Source: SciELO Publishing Schema 1.10, aff_components
    """
    original = (child_text(el, f".//{_ORIGINAL}") or "").casefold()
    if not original:
        return
    for part in el.iter("institution", "city", "state", "country", "named-content"):
        kind = part.get("content-type", "")
        if (part.tag == "institution" and not kind.startswith("org")) or (
            part.tag == "named-content" and kind not in _PARTS
        ):
            continue
        if (text := text_of(part)) and text.casefold() not in original:
            yield Hit(f"{tagged(part)} {quoted(text)} is not in the printed text of the affiliation", part)


@rule("SPS135", on="sub-article", services=("scielo",))
def translation_has_the_same_affiliations(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A translation has as many affiliations as the article, with the same labels.

    Why: the authors' marks in the translation lead to the wrong institution.
    Wrong: <sub-article id="s9" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.15.es</article-id>
        <article-categories><subj-group subj-group-type="heading"><subject>Artículo</subject></subj-group></article-categories>
        <title-group><article-title>Mareas y sedimentos en los puertos del norte</article-title></title-group>
        <aff id="aff11"><label>1</label><institution content-type="original">Instituto de Investigación Marina, Bergen,
        Noruega</institution><country country="NO">Noruega</country></aff>
        <abstract><title>Resumen</title><p>Las mareas mueven los sedimentos.</p></abstract>
        <kwd-group xml:lang="es"><title>Palabras clave</title><kwd>mareas</kwd></kwd-group>
        </front-stub><body><p>Los puertos se llenan de sedimentos.</p></body></sub-article>
    Right: <article>…</article>
    Source: SciELO Publishing Schema 1.10, translation_qty
    """
    stub = el.find("front-stub")
    if el.get("article-type") != "translation" or stub is None or context.meta is None:
        return
    ours, theirs = list(context.meta.iter("aff")), list(stub.iter("aff"))
    if not theirs and (stub.find("contrib-group") is None or stub.find(".//xref[@ref-type='aff']") is not None):
        return  # it has no authors of its own, or they are linked to the article's affiliations
    if len(ours) != len(theirs):
        yield Hit(f"the translation has {len(theirs)} affiliations, the article {len(ours)}", stub)
        return
    for aff, own in zip(theirs, ours, strict=True):
        label, wanted = (" ".join(map(text_of, children(each, "label"))) for each in (aff, own))
        if label != wanted:
            yield Hit(f"the affiliation's label is {quoted(label)}, in the article it is {quoted(wanted)}", aff)
