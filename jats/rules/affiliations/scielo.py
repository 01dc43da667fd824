"""Affiliations as SciELO wants them: the text as printed, and its parts tagged beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, count, quoted
from jats.rules.affiliations.parts import is_translation
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, children, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, closed_list

_ORIGINAL = "institution[@content-type='original']"
_PLACES = ("city", "state")
_INDEPENDENT = re.compile(
    "independent (?:researcher|scholar|consultant)|(?:investigador|pesquisador)a? independente?", re.IGNORECASE
)

closed_list(
    Row(
        "SPS131",
        on="aff//institution/@content-type",
        services=("scielo",),
        page="""The type of an institution in an affiliation must be one that SciELO knows.

        Why: SciELO distinguishes the institution, its departments and the printed text by it.
        Wrong: <aff id="aff1">… <!-- new --><institution content-type="dept">Department of Tides</institution></aff>
        Right: <aff id="aff1"><label>1</label>
            <institution content-type="original">Department of Tides, Institute of Marine Research, Bergen, Vestland,
            Norway</institution>
            <institution content-type="orgname">Institute of Marine Research</institution>
            <institution content-type="orgdiv1">Department of Tides</institution>
            <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Norway</country></aff>
        Source: SciELO Publishing Schema 1.10, institution
        """,
    ),
    ("original", "orgname", "orgdiv1", "orgdiv2", "normalized"),
)


@rule("SPS134", on="aff/addr-line/named-content", services=("scielo",))
def place_is_city_or_state(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Named content in the address of an affiliation must be a city or a state.

    Why: SciELO does not read anything else there.
    Wrong: <aff id="aff1">… <!-- no addr-line --><addr-line><named-content content-type="city">Bergen</named-content>
        <named-content content-type="street">Nordnesgaten</named-content><state>Vestland</state></addr-line></aff>
    Right: <aff id="aff1">… <!-- no addr-line --><addr-line><city>Bergen</city><state>Vestland</state></addr-line></aff>
    Source: SciELO Publishing Schema 1.10, named-content
    """
    kind = el.get("content-type", "")
    if kind not in ("city", "state"):
        ways = "<city> or <state>" if _has_city(context) else 'content-type="city" or content-type="state"'
        yield Hit(
            f"<named-content> in <addr-line> has the content-type {quoted(kind)}: write {ways}",
            attribute="content-type" if kind else None,
        )


def _has_city(context: RuleContext) -> bool:
    """Whether the document's version has `<city>` and `<state>`, which came with the second draft of JATS 1.1."""
    return context.version >= (1, 1) and context.root.get("dtd-version", "") != "1.1d1"


@rule("SPS130", on="aff", services=("scielo",))
def affiliation_has_its_printed_text(el: Element) -> Iterator[str]:
    """An affiliation must have one institution of type `original` with its complete text.

    Why: SciELO shows that text and takes the other parts for search only.
    Wrong: <aff id="aff1">… <!-- no institution[@content-type='original'] --></aff>
    Right: <aff id="aff1"><label>1</label>
        <institution content-type="original">Department of Tides, Institute of Marine Research, Bergen, Vestland,
        Norway</institution>
        <institution content-type="orgname">Institute of Marine Research</institution>
        <institution content-type="orgdiv1">Department of Tides</institution>
        <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Norway</country></aff>
    YAML:
        authors:
          - name: Roe, Jane
            affiliations:
              institution: Institute of Seas
              other_names: {original: "Institute of Seas, Odesa, Ukraine"}
              city: Odesa
              country: Ukraine
    Source: SciELO Publishing Schema 1.10, aff and aff_rules
    """
    number = sum(not is_blank(each) for each in el.iterfind(f".//{_ORIGINAL}"))
    if number != 1 and not is_blank(el):
        wanted = "keep one, with the whole text" if number else "write one with the whole text as printed"
        yield f'the affiliation has {number or "no"} <institution content-type="original">: {wanted}'


@rule("SPS132", on="aff", services=("scielo",))
def affiliation_is_complete(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An affiliation must have an id, a label, the institution's name, its department, a city and a state.

    Why: SciELO's statistics by place and institution are made from them.
    Wrong: <aff id="aff1">… <!-- no state --></aff>
    Right: <aff id="aff1"><label>1</label>
        <institution content-type="original">Department of Tides, Institute of Marine Research, Bergen, Vestland,
        Norway</institution>
        <institution content-type="orgname">Institute of Marine Research</institution>
        <institution content-type="orgdiv1">Department of Tides</institution>
        <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Norway</country></aff>
    YAML:
        authors:
          - name: Roe, Jane
            affiliations:
              institution: Institute of Seas
              departments: Department of Tides
              city: Odesa
              state: Odesa region
              country: Ukraine
    Source: SciELO Publishing Schema 1.10, aff_rules
    """
    if is_blank(el):
        return  # COM026's
    lacking = [prefixed_name for name, prefixed_name in _lacking(el, context)]
    # Of the affiliations of a translation SciELO only notes what is missing of place and name.
    noted = is_translation(context.part_of(el))
    severe = not noted or any(name in ("id", "label", "orgdiv1") for name, _ in _lacking(el, context))
    if lacking:
        yield Hit(
            f"the affiliation has no {all_of(lacking)}: add what is missing", severity=None if severe else Severity.INFO
        )


def _lacking(aff: Element, context: RuleContext) -> Iterator[tuple[str, str]]:
    """The parts that an affiliation lacks, each with how it is written in the document's version."""
    kinds = {each.get("content-type") for each in aff.iter("institution") if not is_blank(each)}
    if "id" not in aff.attrib:
        yield "id", "id"
    if next(aff.iter("label"), None) is None:
        yield "label", "<label>"
    for name in ("orgname", "orgdiv1"):
        if name not in kinds and not (name == "orgname" and _is_independent(aff)):
            yield name, f'<institution content-type="{name}">'
    for name in _PLACES:
        there = aff.find(f"addr-line/{name}"), aff.find(f"addr-line/named-content[@content-type='{name}']")
        if there == (None, None):
            yield (
                name,
                f"<addr-line><{name}>" if _has_city(context) else f'<addr-line><named-content content-type="{name}">',
            )


def _is_independent(aff: Element) -> bool:
    """Whether somebody works for no institution, in the words of SciELO's languages."""
    return bool(_INDEPENDENT.search(text_of(aff)))


@rule("SPS136", on="aff", services=("scielo",))
def address_is_in_the_printed_text(el: Element) -> Iterator[Hit]:
    """The e-mail address of an affiliation must also be in its printed text.

    Why: SciELO shows the printed text; what is not in it is not shown.
    Wrong: <aff id="aff1">… <!-- new --><email>tides@imr-bergen.no</email></aff>
    Right: <aff id="aff1">… <institution content-type="original">Department of Tides, Institute of Marine Research, Bergen,
        Vestland, Norway. E-mail: tides@imr-bergen.no</institution><!-- new --><email>tides@imr-bergen.no</email></aff>
    Source: SciELO Publishing Schema 1.10, email_in_original
    """
    # An affiliation without printed text is SPS130's.
    if not (printed := child_text(el, f".//{_ORIGINAL}")):
        return
    for email in el.findall("email"):
        if (address := text_of(email)) and address not in printed:
            yield Hit(
                f'the address {quoted(address)} is not in <institution content-type="original">: repeat it there', email
            )


@rule("SPS133", on="article-meta//aff", services=("scielo",), severity=Severity.WARNING)
def parts_are_those_of_the_printed_text(el: Element) -> Iterator[Hit]:
    """The parts of an affiliation must occur in its printed text.

    Why: one of the two was corrected and the other forgotten, or the parts are another affiliation's.
    Wrong: <aff id="aff1">… <city>Oslo</city></aff>
    Right: <aff id="aff1"><label>1</label>
        <institution content-type="original">Department of Tides, Institute of Marine Research, Bergen, Vestland,
        Norway</institution>
        <institution content-type="orgname">Institute of Marine Research</institution>
        <institution content-type="orgdiv1">Department of Tides</institution>
        <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Norway</country></aff>
    Source: SciELO Publishing Schema 1.10, aff_components
    """
    original = (child_text(el, f".//{_ORIGINAL}") or "").casefold()
    if not original:
        return
    for part in el.iter("institution", "city", "state", "country", "named-content"):
        kind = part.get("content-type", "")
        if (part.tag == "institution" and not kind.startswith("org")) or (
            part.tag == "named-content" and kind not in _PLACES
        ):
            continue
        if (text := text_of(part)) and text.casefold() not in original:
            yield Hit(
                f"{tagged(part)} {quoted(text)} is not in the printed text of the affiliation: correct one of the two",
                part,
            )


@rule("SPS135", on="sub-article", services=("scielo",))
def translation_has_the_same_affiliations(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A translation must have as many affiliations as the article, with the same labels.

    Why: the authors' marks in the translation lead to the wrong institution.
    Wrong: <sub-article id="s9" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.15.es</article-id>
        <article-categories><subj-group subj-group-type="heading"><subject>Artículo</subject></subj-group></article-categories>
        <title-group><article-title>Mareas y sedimentos en los puertos del norte</article-title></title-group>
        <contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <role content-type="https://credit.niso.org/contributor-roles/conceptualization/">Conceptualization</role>
        <xref ref-type="aff" rid="aff11">1</xref></contrib></contrib-group>
        <aff id="aff11"><label>1</label><institution content-type="original">Departamento de Mareas, Instituto de Investigación
        Marina, Bergen, Vestland, Noruega</institution>
        <institution content-type="orgname">Instituto de Investigación Marina</institution>
        <institution content-type="orgdiv1">Departamento de Mareas</institution>
        <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Noruega</country></aff>
        <abstract><title>Resumen</title><p>Las mareas mueven los sedimentos.</p></abstract>
        <kwd-group xml:lang="es"><title>Palabras clave</title><kwd>mareas</kwd></kwd-group>
        </front-stub><body><p>Los puertos se llenan de sedimentos.</p></body></sub-article>
    Right: <sub-article id="s9" article-type="translation" xml:lang="es"><front-stub>
        <article-id pub-id-type="doi">10.70112/jts.2024.15.es</article-id>
        <article-categories><subj-group subj-group-type="heading"><subject>Artículo</subject></subj-group></article-categories>
        <title-group><article-title>Mareas y sedimentos en los puertos del norte</article-title></title-group>
        <contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>
        <name><surname>Kovalenko</surname><given-names>Daria</given-names></name>
        <role content-type="https://credit.niso.org/contributor-roles/conceptualization/">Conceptualization</role>
        <xref ref-type="aff" rid="aff11">1</xref><xref ref-type="aff" rid="aff12">2</xref></contrib></contrib-group>
        <aff id="aff11"><label>1</label><institution content-type="original">Departamento de Mareas, Instituto de Investigación
        Marina, Bergen, Vestland, Noruega</institution>
        <institution content-type="orgname">Instituto de Investigación Marina</institution>
        <institution content-type="orgdiv1">Departamento de Mareas</institution>
        <addr-line><city>Bergen</city><state>Vestland</state></addr-line><country country="NO">Noruega</country></aff>
        <aff id="aff12"><label>2</label><institution content-type="original">Facultad de Ciencias, Universidad de Valencia,
        Valencia, Comunitat Valenciana, España</institution>
        <institution content-type="orgname">Universidad de Valencia</institution>
        <institution content-type="orgdiv1">Facultad de Ciencias</institution>
        <addr-line><city>Valencia</city><state>Comunitat Valenciana</state></addr-line>
        <country country="ES">España</country></aff>
        <abstract><title>Resumen</title><p>Las mareas mueven los sedimentos.</p></abstract>
        <kwd-group xml:lang="es"><title>Palabras clave</title><kwd>mareas</kwd></kwd-group>
        </front-stub><body><p>Los puertos se llenan de sedimentos.</p></body></sub-article>
    Source: SciELO Publishing Schema 1.10, translation_qty
    """
    stub = el.find("front-stub")
    if el.get("article-type") != "translation" or stub is None or context.meta is None:
        return
    ours, theirs = list(context.meta.iter("aff")), list(stub.iter("aff"))
    if not theirs and (stub.find("contrib-group") is None or stub.find(".//xref[@ref-type='aff']") is not None):
        return  # it has no authors of its own, or they are linked to the article's affiliations
    if len(ours) != len(theirs):
        message = f"the translation has {count(len(theirs), 'affiliation')}, but the article has {len(ours)}: write the same ones"
        yield Hit(message, stub)
        return
    for aff, own in zip(theirs, ours, strict=True):
        label, wanted = (" ".join(map(text_of, children(each, "label"))) for each in (aff, own))
        if label != wanted:
            yield Hit(
                f"the affiliation's label is {quoted(label)}, but in the article it is {quoted(wanted)}: write that",
                aff,
            )
