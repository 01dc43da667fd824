"""What an affiliation consists of: institution, country, identifiers, and text that is no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.vocab.countries import country_code, country_fault
from jats.vocab.identifiers import ror_fault, tidy_ror

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_ORCID = re.compile(r"orcid\.org|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b")
_APART = ("label", "email", "ext-link", "uri", "fax", "phone", "institution-id")
_STATES_OF = {
    **dict.fromkeys(("HK", "MO", "TW"), "CN"),
    **dict.fromkeys(("PR", "GU", "VI", "AS", "MP"), "US"),
    **dict.fromkeys(("RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "WF", "MF", "BL"), "FR"),
    **dict.fromkeys(("GI", "FK", "BM", "KY", "JE", "GG", "IM"), "GB"),
    **dict.fromkeys(("GL", "FO"), "DK"),
    **dict.fromkeys(("AW", "CW", "SX", "BQ"), "NL"),
    "AX": "FI",
    "SJ": "NO",
}
"""Places with a code of their own in ISO 3166, and the country whose code they are also given."""


def running_text(aff: Element) -> str:
    """The words of an affiliation without its label, addresses on the net and identifiers."""
    return " ".join("".join(_words(aff)).split())


def _words(el: Element) -> Iterator[str]:
    yield el.text or ""
    for child in el:
        if isinstance(child.tag, str) and child.tag not in _APART:
            yield from _words(child)
        yield child.tail or ""


@rule("COM130", on="aff", services=("jats4r", "scielo", "crossref", "datacite"), severity=Severity.WARNING)
def affiliation_names_an_institution(el: Element) -> Iterator[str]:
    """An affiliation tags the name of the institution.

    Why: from one line of text no program can tell the institution from its department and town.
    Wrong: <aff id="aff1"><label>1</label>Institute of Marine Research, <city>Bergen</city>,
        <state>Vestland</state>, <country country="NO">Norway</country></aff>
    Right (jats4r, crossref, datacite): <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>,
        <city>Bergen</city>, <country country="NO">Norway</country></aff>
    Right (scielo): <aff id="aff1">…</aff>
    Source: JATS4R Schematron 1.0, auths-affs-warnings; Crossref deposit schema 5.5.0, institution_name
    """
    if next(el.iter("institution"), None) is None and not is_blank(el):
        yield "the affiliation has no <institution>"


@rule("COM131", on="aff", services=("jats4r", "scielo"), severity=Severity.WARNING)
def affiliation_names_its_country(el: Element) -> Iterator[Hit]:
    """An affiliation has a country, with its two-letter code.

    Why: articles are counted by country, and names of countries are written in many ways.
    Wrong: <country>Norway</country>
    Right: <country country="NO">Norway</country>
    Source: JATS4R Schematron 1.0, auths-affs-warnings; SciELO Publishing Schema 1.10, country_code
    """
    country = next(el.iter("country"), None)
    if country is None:
        if not is_blank(el):
            yield Hit("the affiliation has no <country>")
    elif not country.get("country", "").strip():
        code = country_code(text_of(country))
        yield Hit(
            "<country> has no code" + (f'; write country="{code}"' if code else " in its attribute country"), country
        )


@rule("COM132", on="country/@country", services=("jats4r", "scielo"))
def country_code_is_one(el: Element) -> Iterator[Hit]:
    """The code of a country is one of ISO 3166-1 with two letters, and that of the country that is named.

    Why: the article is counted for another country, or for none.
    Wrong: <country country="NOR">Norway</country>
    Wrong: <country country="SE">Norway</country>
    Right: <country country="NO">Norway</country>
    Source: ISO 3166-1; JATS4R Schematron 1.0, countries; SciELO Publishing Schema 1.10, country_codes
    """
    code = el.get("country", "")
    if not code.strip():
        return  # COM131's
    named = country_code(text_of(el))
    if fault := country_fault(code):
        meant = named or country_code(code)
        yield Hit(f"the code of the country {fault}", attribute="country", fix=Fix(code, meant) if meant else None)
    elif named and code != named and code not in (_STATES_OF.get(named), named) and named != _STATES_OF.get(code):
        yield Hit(f"the code {code} is not that of {text_of(el)}, {named}", attribute="country")


required_attribute(
    Row(
        "COM136",
        on="institution-id",
        services=("jats4r",),
        page="""An identifier of an institution says of which kind it is.

        Why: nobody can tell a ROR from a number in another register.
        Wrong: <institution-wrap>… <!-- no institution-id -->
            <!-- new --><institution-id>https://ror.org/03yrm5c26</institution-id></institution-wrap>
        Right: <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id>
        Source: JATS4R Schematron 1.0, auths-affs-errors
        """,
    ),
    "institution-id-type",
)


@rule("COM137", on="institution-id", services=("common", "crossref", "datacite", "jats4r", "pubmed"))
def ror_is_right(el: Element) -> Iterator[Hit]:
    """A ROR identifier is an address, https://ror.org/ with nine characters, and its checksum is right.

    Why: the work is counted for another institution, or Crossref refuses the deposit.
    Wrong: <institution-id institution-id-type="ror">https://ror.org/03yrm5c27</institution-id>
    Wrong (crossref, datacite, jats4r, pubmed): <institution-id institution-id-type="ror">03yrm5c26</institution-id>
    Wrong (common): <institution-id institution-id-type="ror">https://ror.org/03yrm5</institution-id>
    Right (common, crossref, datacite, jats4r, pubmed):
        <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id>
    Source: ROR, "ROR identifier pattern"; Crossref deposit schema 5.5.0, institution_id
    """
    if el.get("institution-id-type", "").lower() != "ror":
        return
    text = text_of(el)
    tidied = tidy_ror(text)
    if fault := ror_fault(text):
        yield Hit(f"ROR {quoted(text)}: {fault}")
    elif text != tidied:
        minding = ("crossref", "datacite", "jats4r", "pubmed")
        yield Hit(f"the ROR {quoted(text)} should be {tidied}", services=minding, fix=Fix(text, tidied))


@rule("COM138", on="aff", services=("jats4r", "pmc"))
def label_of_affiliation_is_tagged(el: Element) -> Iterator[Hit]:
    """The number or sign before an affiliation stands in `<label>`, not in superscript.

    Why: as text it becomes part of the institution's name.
    Wrong: <aff id="aff1"><sup>1</sup><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    if begins_raised(el):
        yield Hit(f"the affiliation begins with <sup>{text_of(el[0])}</sup>: use <label>", el[0])


def begins_raised(aff: Element) -> bool:
    """Whether the first thing in an affiliation is text in superscript."""
    return len(aff) > 0 and aff[0].tag == "sup" and not (aff.text or "").strip()


@rule("COM140", on="article-meta//aff", services=("scielo", "crossref"), severity=Severity.WARNING)
def affiliation_holds_no_person(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text of an affiliation holds no e-mail address, ORCID or name of an author.

    Why: it is deposited as the institution's name, and the address is public where nobody wanted it.
    Wrong (crossref): <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country>. E-mail: daria.kovalenko@imr-bergen.no</aff>
    Wrong (scielo): <aff id="aff1"><label>1</label>
        <institution content-type="original">Institute of Marine Research, Bergen, Vestland, Norway (Daria
        Kovalenko)</institution>
        <institution content-type="orgname">Institute of Marine Research</institution>
        <city>Bergen</city><state>Vestland</state><country country="NO">Norway</country></aff>
    Right (crossref): <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Right (scielo): <aff id="aff1">…</aff>
    Source: SciELO Publishing Schema 1.10, email_in_original; editors' practice
    """
    text = running_text(el)
    if found := _EMAIL.search(text):
        yield Hit(f"the affiliation holds an e-mail address, {found[0]}: use <email>")
    elif found := _ORCID.search(text):
        yield Hit(f"the affiliation holds an ORCID, {found[0]}: use <contrib-id>")
    else:
        names = context.once("names of authors", lambda: _author_names(context))
        # An institute may bear an author's name: Graham Nott Enterprises.
        for name in (each for each in names if each in text):
            if re.search(re.escape(name) + r"\s*(?:[,;:).]|and\b|$)", text):
                yield Hit(f"the affiliation holds the name of an author, {name}")
                return


def _author_names(context: RuleContext) -> list[str]:
    names = []
    for each in context.group("contrib/name"):
        given, surname = child_text(each, "given-names"), child_text(each, "surname")
        if given and surname and len(given) > 2:
            names += [f"{given} {surname}", f"{surname} {given}"]
    return names


@rule("COM141", on="article-meta", services=("jats4r",), severity=Severity.WARNING)
def affiliations_differ(el: Element) -> Iterator[Hit]:
    """No two affiliations of an article have the same text.

    Why: the same institution is counted twice.
    Wrong: <aff id="aff2"><label>2</label><institution-wrap>
        <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id>
        <institution>Institute of Marine Research</institution></institution-wrap>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Right: <article-meta>…</article-meta>
    Source: editors' practice
    """
    seen: set[str] = set()
    for aff in (*el.iterfind("aff"), *el.iterfind("contrib-group/aff")):
        text = running_text(aff).casefold().strip(" .;,")
        if text in seen:
            yield Hit(f"two affiliations have the same text: {quoted(running_text(aff))}", aff)
        if text:
            seen.add(text)


@rule("CRF130", on="article-meta//aff", services=("crossref",))
def affiliation_is_as_long_as_crossref_takes(el: Element) -> Iterator[Hit]:
    """The name of an institution has at most 1,024 characters; its place and its department 2 to 255.

    Why: Crossref refuses the whole deposit.
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>B</city>,
        <country country="NO">Norway</country></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: Crossref deposit schema 5.5.0, institution_name, institution_place and institution_department
    """
    for part in el.iter("institution", "city"):
        text = text_of(part)
        department = part.tag == "city" or part.get("content-type", "").startswith(("orgdiv", "dept"))
        least, most = (2, 255) if department else (1, 1024)
        if text and not least <= len(text) <= most:
            yield Hit(f"{tagged(part)} has {len(text)} characters, Crossref takes {least} to {most:,}", part)


@rule("CRF131", on=("article-meta//aff", "article-meta//contrib"), services=("crossref",), severity=Severity.WARNING)
def affiliations_fit_the_old_schema(el: Element) -> Iterator[Hit]:
    """An affiliation has at most 512 characters, and an author at most five.

    Why: the deposit schema 4.4.2, which DOAJ takes too, has no room for more; the text is likely several institutions.
    Wrong: <contrib>… <!-- new --><xref ref-type="aff" rid="aff1">1</xref><!-- new --><xref ref-type="aff" rid="aff2">2</xref>
        <!-- new --><xref ref-type="aff" rid="aff1">3</xref><!-- new --><xref ref-type="aff" rid="aff2">4</xref>
        <!-- new --><xref ref-type="aff" rid="aff1">5</xref></contrib>
    Right: <contrib>…</contrib>
    Source: Crossref deposit schema 4.4.2, affiliation
    """
    if el.tag == "contrib":
        number = len(el.findall("xref[@ref-type='aff']")) + len(el.findall("aff"))
        if number > 5:
            yield Hit(f"the contributor has {number} affiliations, the deposit schema 4.4.2 takes five")
    elif len(text := running_text(el)) > 512:
        yield Hit(f"the affiliation has {len(text)} characters, the deposit schema 4.4.2 takes 512")


@rule("PUB130", on="article-meta//aff", services=("pubmed",), severity=Severity.WARNING)
def affiliation_is_one(el: Element) -> Iterator[Hit]:
    """An affiliation is one institution, without marks in superscript.

    Why: PubMed shows one line for each; marks and numbers become part of it.
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country>; <sup>2</sup><institution>Harbour Museum</institution>, Bergen</aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: PubMed.dtd 2.6, AffiliationInfo; NLM's help for data providers
    """
    labels = el.findall("label")
    raised = next(el.iter("sup"), None)
    if len(labels) > 1:
        yield Hit("the affiliation has several labels: one <aff> for each institution", labels[1])
    elif raised is not None and raised.getparent() is el:
        yield Hit(
            f"the affiliation holds <sup>{text_of(raised)}</sup>: use <label>, and one <aff> for each institution",
            raised,
        )
