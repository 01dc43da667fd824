"""What an affiliation consists of: institution, country, identifiers, and text that does not belong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import count, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, is_blank, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_attribute
from jats.vocab.countries import country_code, country_fault
from jats.vocab.identifiers import ror_fault, tidy_ror

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.\w+")
_LONGEST_NAME = 100
_WORD_START = re.compile(r"\b\w")
_NAME_END = re.compile(r"\s*+(?:[,;:).]|and\b|$)")
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
    return " ".join("".join(_words(aff)).split()).replace(" ,", ",").replace(" ;", ";")


def _words(el: Element) -> Iterator[str]:
    if el.tag == "institution-wrap":  # white space in it means nothing
        yield " ".join(text for child in el if child.tag not in _APART and (text := text_of(child)))
        return
    yield el.text or ""
    for child in el:
        if isinstance(child.tag, str) and child.tag not in _APART:
            yield from _words(child)
        yield child.tail or ""


@rule(
    "COM130",
    on="aff",
    services=("jats4r", "crossref", "datacite"),
    severity=Severity.WARNING,
    severities={"jats4r": Severity.INFO},
)
def affiliation_names_an_institution(el: Element) -> Iterator[str]:
    """An affiliation must mark the name of the institution.

    Why: from one line of text no program can tell the institution from its department and town.
    Wrong: <aff id="aff1"><label>1</label>Institute of Marine Research, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>,
        <city>Bergen</city>, <country country="NO">Norway</country></aff>
    YAML:
        affiliations:
          - id: a1
            institution: University of Tides
            city: Kyiv
    Source: JATS4R Schematron 1.0, auths-affs-warnings; Crossref deposit schema 5.5.0, institution_name
    """
    if next(el.iter("institution"), None) is None and not is_blank(el):
        yield f"the affiliation {quoted(running_text(el))} has no <institution>: mark the institution's name with it"


@rule(
    "COM131",
    on="aff",
    services=("jats4r", "scielo"),
    severities={"jats4r": Severity.WARNING},
)
def affiliation_names_its_country(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The country of an affiliation must have its two-letter code; SciELO requires country and code.

    Why: articles are counted by country, and names of countries are written in many ways.
    Wrong: <country>Norway</country>
    Wrong (scielo): <aff id="aff1">… <!-- no country --></aff>
    Right: <country country="NO">Norway</country>
    YAML:
        affiliations:
          - id: a1
            institution: University of Tides
            country: Ukraine
            country_code: UA
    Source: JATS4R Schematron 1.0, auths-affs-warnings; SciELO Publishing Schema 1.10, country_code
    """
    country = next(el.iter("country"), None)
    if country is None:
        if not is_blank(el):
            severity = Severity.INFO if is_translation(context.part_of(el)) else None
            message = 'the affiliation has no <country>: write it, with its two-letter code, as in country="NO"'
            yield Hit(message, services=("scielo",), severity=severity)
    elif not country.get("country", "").strip():
        code = country_code(text_of(country))
        advice = f'write country="{code}"' if code else "write its two-letter code in the attribute country"
        yield Hit(f"the country {quoted(text_of(country))} has no code: {advice}", country)


def is_translation(part: Element) -> bool:
    """Whether a part of the document is the article in another language."""
    return part.tag == "sub-article" and part.get("article-type") == "translation"


@rule(
    "COM132",
    on="country/@country",
    services=("jats4r", "scielo"),
    severities={"jats4r": Severity.WARNING},
)
def country_code_is_one(el: Element) -> Iterator[Hit]:
    """The code of a country must be one of ISO 3166-1 with two capital letters, and that of the country that is named.

    Why: the article is counted for another country, or for none.
    Wrong: <country country="NOR">Norway</country>
    Wrong: <country country="SE">Norway</country>
    Right: <country country="NO">Norway</country>
    YAML:
        affiliations:
          - id: a1
            institution: University of Tides
            country: Ukraine
            country_code: UA
    Source: ISO 3166-1; JATS4R Schematron 1.0, countries; SciELO Publishing Schema 1.10, country_codes
    """
    code = el.get("country", "")
    if not code.strip():
        return  # COM131's
    named = country_code(text_of(el))
    if fault := country_fault(code):
        meant = named or country_code(code)
        advice = f": write {meant}" if meant else ""
        fix = Fix(code, meant) if meant else None
        yield Hit(f"the country code {quoted(code)} {fault}{advice}", attribute="country", fix=fix)
    elif named and code != named and code not in (_STATES_OF.get(named), named) and named != _STATES_OF.get(code):
        message = f"the country code {quoted(code)} is not that of {quoted(text_of(el))}, which is {named}"
        yield Hit(message, attribute="country", severity=Severity.WARNING)


required_attribute(
    Row(
        "COM136",
        on="institution-id",
        services=("jats4r",),
        page="""An identifier of an institution must state its kind.

        Why: without the kind nobody can tell a ROR from a number in another register.
        Wrong: <institution-wrap>… <!-- no institution-id -->
            <!-- new --><institution-id>https://ror.org/03yrm5c26</institution-id></institution-wrap>
        Right: <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id>
        Source: JATS4R Schematron 1.0, auths-affs-errors
        """,
    ),
    "institution-id-type",
)


@rule(
    "COM137",
    on="institution-id",
    services=("common", "crossref", "datacite", "jats4r", "pubmed"),
    severities=dict.fromkeys(("datacite", "jats4r", "pubmed"), Severity.WARNING),
)
def ror_is_right(el: Element) -> Iterator[Hit]:
    """A ROR identifier must be https://ror.org/ and nine characters, with a correct checksum.

    Why: the work is counted for another institution, or Crossref refuses the deposit.
    Wrong: <institution-id institution-id-type="ror">https://ror.org/03yrm5c27</institution-id>
    Wrong (crossref, datacite, jats4r, pubmed): <institution-id institution-id-type="ror">03yrm5c26</institution-id>
    Wrong (common): <institution-id institution-id-type="ror">https://ror.org/03yrm5</institution-id>
    Right (common, crossref, datacite, jats4r, pubmed):
        <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id>
    YAML:
        affiliations:
          - id: a1
            institution: University of Tides
            ror: https://ror.org/03yrm5c26
    Source: ROR, "ROR identifier pattern"; Crossref deposit schema 5.5.0, institution_id
    """
    if el.get("institution-id-type", "").lower() != "ror":
        return
    text = text_of(el)
    tidied = tidy_ror(text)
    if fault := ror_fault(text):
        yield Hit(f"the ROR {quoted(text)} {fault}: copy it from ror.org")
    elif text != tidied:
        services = ("crossref", "datacite", "jats4r", "pubmed")
        yield Hit(f"the ROR is {quoted(text)}: write {tidied}", services=services, fix=Fix(text, tidied))


@rule("COM138", on="aff", services=("jats4r",))
def label_of_affiliation_is_tagged(el: Element) -> Iterator[Hit]:
    """The number or sign before an affiliation must be in `<label>`, not in superscript.

    Why: as text it becomes part of the institution's name.
    Wrong: <aff id="aff1"><sup>1</sup><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: JATS4R Schematron 1.0, auths-affs-errors
    """
    if begins_raised(el):
        mark = text_of(el[0])
        severity = None if len(mark) == 1 else Severity.INFO
        yield Hit(
            f"the affiliation begins with <sup>{mark}</sup>: write <label>{mark}</label>", el[0], severity=severity
        )


def begins_raised(aff: Element) -> bool:
    """Whether the first thing in an affiliation is text in superscript."""
    return len(aff) > 0 and aff[0].tag == "sup" and not (aff.text or "").strip()


@rule("COM140", on="article-meta//aff", services=("crossref",), severity=Severity.WARNING)
def affiliation_holds_no_person(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The text of an affiliation must not hold an e-mail address, an ORCID iD or the name of an author.

    Why: it is deposited as the institution's name, and the address becomes public where nobody wanted it.
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country>. E-mail: daria.kovalenko@imr-bergen.no</aff>
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research (Daria Kovalenko)</institution>,
        <city>Bergen</city>, <country country="NO">Norway</country></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Source: editors' practice
    """
    text = running_text(el)
    if found := _EMAIL.search(text):
        yield Hit(f"the affiliation holds the e-mail address {quoted(found[0])}: write it in <email>")
    elif found := _ORCID.search(text):
        yield Hit(f"the affiliation holds an ORCID iD, {quoted(found[0])}: write it in <contrib-id>")
    else:
        names = context.once("names of authors", lambda: _author_names(context))
        if name := next(_names_in(text, names), None):
            yield Hit(f"the affiliation holds the name of an author, {quoted(name)}: remove it")


def _author_names(context: RuleContext) -> dict[int, set[str]]:
    """The authors' names in both orders, by their length."""
    names: dict[int, set[str]] = {}
    for each in context.group("contrib/name"):
        given, surname = child_text(each, "given-names"), child_text(each, "surname")
        if given and surname and 2 < len(given) < _LONGEST_NAME - len(surname):
            names.setdefault(len(given) + len(surname) + 1, set()).update((f"{given} {surname}", f"{surname} {given}"))
    return names


def _names_in(text: str, names: dict[int, set[str]]) -> Iterator[str]:
    """The names in a text that end there or before a mark; an institute may bear one: Graham Nott Enterprises."""
    for word in _WORD_START.finditer(text) if names else ():
        for length, known in names.items():
            end = word.start() + length
            if text[word.start() : end] in known and _NAME_END.match(text, end):
                yield text[word.start() : end]


@rule("COM141", on="article-meta", services=("common",), severity=Severity.WARNING)
def affiliations_differ(el: Element) -> Iterator[Hit]:
    """Two affiliations of an article must not have the same text.

    Why: the same institution is counted twice.
    Wrong: <aff id="aff2"><label>2</label><institution-wrap>
        <institution-id institution-id-type="ror">https://ror.org/03yrm5c26</institution-id>
        <institution>Institute of Marine Research</institution></institution-wrap>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    Right: <aff id="aff2"><label>2</label><institution>University of Valencia</institution>, <city>Valencia</city>,
        <country country="ES">Spain</country></aff>
    Source: editors' practice
    """
    seen: set[str] = set()
    for aff in (*el.iterfind("aff"), *el.iterfind("contrib-group/aff")):
        text = running_text(aff).casefold().strip(" .;,")
        if text in seen:
            yield Hit(f"two affiliations have the same text, {quoted(running_text(aff))}: make them one", aff)
        if text:
            seen.add(text)


@rule("CRF130", on="article-meta//aff", services=("crossref",))
def affiliation_is_as_long_as_crossref_takes(el: Element) -> Iterator[Hit]:
    """The name of an institution must have at most 1,024 characters; its place and its department 2 to 255.

    Why: Crossref refuses the whole deposit.
    Wrong: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>B</city>,
        <country country="NO">Norway</country></aff>
    Right: <aff id="aff1"><label>1</label><institution>Institute of Marine Research</institution>, <city>Bergen</city>,
        <country country="NO">Norway</country></aff>
    YAML: affiliations: [{id: seas, institution: Institute of Seas, city: Odesa, country: Ukraine, country_code: UA}]
    Source: Crossref deposit schema 5.5.0, institution_name, institution_place and institution_department
    """
    for part in el.iter("institution", "city"):
        text = text_of(part)
        department = part.tag == "city" or part.get("content-type", "").startswith(("orgdiv", "dept"))
        least, most = (2, 255) if department else (1, 1024)
        if text and not least <= len(text) <= most:
            advice = f"shorten it to {most:,}" if len(text) > most else "write the whole name"
            yield Hit(f"{tagged(part)} has {count(len(text), 'character')}: {advice}", part)


@rule("CRF131", on=("article-meta//aff", "article-meta//contrib"), services=("crossref",), severity=Severity.WARNING)
def affiliations_fit_the_old_schema(el: Element) -> Iterator[Hit]:
    """An affiliation must have at most 512 characters, and an author at most five affiliations.

    Why: the deposit schema 4.4.2, which DOAJ takes too, has no room for more; the text is probably several institutions.
    Wrong: <contrib>… <!-- new --><xref ref-type="aff" rid="aff1">1</xref><!-- new --><xref ref-type="aff" rid="aff2">2</xref>
        <!-- new --><xref ref-type="aff" rid="aff1">3</xref><!-- new --><xref ref-type="aff" rid="aff2">4</xref>
        <!-- new --><xref ref-type="aff" rid="aff1">5</xref></contrib>
    Right: <contrib>… <!-- new --><xref ref-type="aff" rid="aff1">1</xref></contrib>
    Source: Crossref deposit schema 4.4.2, affiliation
    """
    if el.tag == "contrib":
        number = len(el.findall("xref[@ref-type='aff']")) + len(el.findall("aff"))
        if number > 5:
            yield Hit(
                f"the contributor has {number} affiliations, and the deposit schema 4.4.2 takes five: keep the main ones"
            )
    elif len(text := running_text(el)) > 512:
        yield Hit(
            f"the affiliation has {len(text)} characters, and the schema 4.4.2 takes 512: write an <aff> for each institution"
        )


@rule("PUB130", on="article-meta//aff", services=("pubmed",), severity=Severity.WARNING)
def affiliation_is_one(el: Element) -> Iterator[Hit]:
    """An affiliation must be one institution, without marks in superscript.

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
        yield Hit("the affiliation has several labels: write one <aff> for each institution", labels[1])
    elif raised is not None and raised.getparent() is el:
        yield Hit(
            f"the affiliation holds <sup>{text_of(raised)}</sup>: write <label>, and one <aff> for each institution",
            raised,
        )
