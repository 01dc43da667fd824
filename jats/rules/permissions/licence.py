"""Licences: their address, and that address, words and dates agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jats.findings import Fix, Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, LICENSE_REF, XML_LANG, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.dates import date_fault
from jats.vocab.languages import to_639_1
from jats.vocab.licences import Licence, find_licence, licences_in
from jats.vocab.namespaces import NAMESPACES

_DEED = re.compile(r"deed\.([a-z]{2})(?:[-_][A-Za-z]+)?/?$")
_CREATIVE = re.compile(r"creative ?commons|\bCC[ -]?(?:BY|0)", re.IGNORECASE)
_FREE = re.compile(r"free(?:ly)? (?:to read|accessible|available)|free access", re.IGNORECASE)
_APPLIES = ("vor", "am", "tdm", "stm-asf")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def addresses(licence: Element) -> list[tuple[str, Element, str | None]]:
    """The addresses that a `<license>` gives: each with its element and, where it stands in one, its attribute."""
    found: list[tuple[str, Element, str | None]] = [(licence.get(HREF, "").strip(), licence, "xlink:href")]
    found += [(text_of(each), each, None) for each in licence.iter(LICENSE_REF)]
    for link in licence.iter("ext-link", "uri"):
        address = link.get(HREF, "").strip()
        if "creativecommons.org" in address:
            found.append((address, link, "xlink:href"))
    return [each for each in found if each[0]]


@lru_cache(maxsize=256)
def licence_at(address: str) -> Licence | None:
    """The licence at an address; an article is asked for the same one by many rules."""
    return find_licence(address)


def creative_commons(licence: Element) -> list[tuple[str, Element, str | None]]:
    """Those of its addresses that are of Creative Commons."""
    return [each for each in addresses(licence) if "creativecommons.org" in each[0].lower()]


@rule("COM407", on="license", services=("pmc", "jats4r", "crossref", "doaj"), severity=Severity.WARNING)
def named_licence_has_an_address(el: Element) -> Iterator[str]:
    """A licence that names Creative Commons gives the address of the licence.

    Why: words are read by people; filters for open access look for the address.
    Wrong: <license license-type="other"><ali:license_ref>https://www.tidal-studies.org/licence</ali:license_ref>
        <license-p>Published under a
        Creative Commons licence.</license-p></license>
    Right: <permissions>…</permissions>
    Source: PMC Style Checker 5.31, license-integrity-check; JATS4R Schematron 1.0, permissions-warnings
    """
    text = text_of(el)
    if _CREATIVE.search(text) and not creative_commons(el) and "creativecommons.org" not in text.lower():
        yield "the licence names Creative Commons but gives no creativecommons.org address"


@rule("COM408", on="license", services=("pmc", "jats4r", "crossref", "scielo"))
def address_is_canonical(el: Element) -> Iterator[Hit]:
    """The address of a Creative Commons licence is the canonical one: kind and version, no deed, no legal code.

    Why: programs compare it letter for letter; another spelling is another licence to them. SciELO alone takes deeds.
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/legalcode"
        xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/legalcode</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    Wrong (scielo): <license license-type="open-access" xlink:href="https://creativecommons.org/licences/by/4.0/"
        xml:lang="en">
        <license-p>CC BY 4.0</license-p></license>
    Right: <permissions>…</permissions>
    Right (scielo): <license license-type="open-access"
        xlink:href="https://creativecommons.org/licenses/by/4.0/deed.en" xml:lang="en">
        <license-p>CC BY 4.0</license-p></license>
    Source: PMC Style Checker 5.31, license-cc-url-check; JATS4R Schematron 1.0, permissions-warnings
    """
    for address, element, attribute in creative_commons(el):
        found = licence_at(address)
        message, fix = f"{quoted(address)} is no address of a Creative Commons licence", None
        if found and found.fault:
            message = found.fault
        elif found and _plain(address) == found.url:
            continue
        elif found and found.url:
            message, fix = (
                f"{quoted(address)} is not the licence's own address; write {found.url}",
                Fix(address, found.url),
            )
        deed = found is not None and not found.fault and _plain(_DEED.sub("", address)) == found.url
        yield Hit(message, element, attribute, fix=fix, services=("pmc", "jats4r", "crossref") if deed else None)


def _plain(address: str) -> str:
    """With https and a final slash, which COM409 speaks of."""
    return re.sub(r"^http://", "https://", address).rstrip("/") + "/"


@rule("COM409", on="license", services=("jats4r",), severity=Severity.WARNING)
def address_has_https(el: Element) -> Iterator[Hit]:
    """The address of a Creative Commons licence begins with https and ends with a slash.

    Why: programs compare it letter for letter.
    Wrong: <license license-type="open-access" xlink:href="http://creativecommons.org/licenses/by/4.0" xml:lang="en">
        <ali:license_ref>http://creativecommons.org/licenses/by/4.0</ali:license_ref><license-p>CC BY 4.0</license-p>
        </license>
    Right: <permissions>…</permissions>
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    for address, element, attribute in creative_commons(el):
        found = licence_at(address)
        if found and not found.fault and found.url and address != found.url == _plain(address):
            yield Hit(f"{quoted(address)} should be {found.url}", element, attribute, fix=Fix(address, found.url))


@rule("COM410", on="license", services=("jats4r", "pmc"))
def addresses_agree(el: Element) -> Iterator[Hit]:
    """The addresses in a licence are of the same licence.

    Why: nobody knows which one holds.
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by-nc/4.0/"
        xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref><license-p>Open.</license-p>
        </license>
    Right: <permissions>…</permissions>
    Source: JATS4R Schematron 1.0, permissions-errors; PMC Style Checker 5.31, license-compare-links
    """
    first: Licence | None = None
    references = list(el.iter(LICENSE_REF))
    for address, element, attribute in creative_commons(el):
        found = licence_at(address)
        # Of several dated license_ref the latest holds; COM411 speaks of undated ones.
        # A waiver for the data (CC0) may stand in the words of an article's licence.
        waiver = found is not None and found.kind == "zero" and first is not None and element.tag in ("ext-link", "uri")
        if found is None or waiver or element in references[1:]:
            continue
        if first is not None and found != first:
            yield Hit(
                f"{quoted(address)} is {found.name}, but another address here is {first.name}", element, attribute
            )
            return
        first = first or found


@rule("COM411", on="license", services=("pmc", "jats4r"))
def several_licences_are_dated(el: Element) -> Iterator[Hit]:
    """Of several licences each has the date from which it holds.

    Why: without dates nobody knows which one holds today.
    Wrong: <license license-type="open-access">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <ali:license_ref>https://www.tidal-studies.org/licence</ali:license_ref><license-p>Open.</license-p></license>
    Right: <license license-type="open-access">
        <ali:license_ref start_date="2025-05-20">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <ali:license_ref start_date="2024-05-20">https://www.tidal-studies.org/licence</ali:license_ref>
        <license-p>Open.</license-p></license>
    Source: PMC Style Checker 5.31, license-integrity-check; JATS4R Schematron 1.0, permissions-errors
    """
    references = list(el.iter(LICENSE_REF))
    undated = [each for each in references if not each.get("start_date")]
    if len(references) > 1 and undated:
        yield Hit(f"{len(undated)} of {len(references)} licences have no start_date", undated[0])


@rule("COM412", on=("ali:license_ref", "ali:free_to_read"), services=("jats4r", "crossref"))
def dates_of_access_are_days(el: Element) -> Iterator[Hit]:
    """The dates from and to which a licence or free access holds are days, in that order.

    Why: programs open the article on that day.
    Wrong: <ali:license_ref start_date="20 May 2024">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
    Right: <ali:license_ref start_date="2024-05-20">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
    Source: NISO RP-22, Access and License Indicators; JATS4R Schematron 1.0, permissions-errors
    """
    given = {name: el.get(name, "") for name in ("start_date", "end_date") if name in el.attrib}
    for name, value in given.items():
        if not _ISO_DAY.fullmatch(value) or date_fault(value):
            yield Hit(f"{name} is {quoted(value)}; write YYYY-MM-DD", attribute=name)
            return
    if len(given) == 2 and given["end_date"] < given["start_date"]:
        yield Hit(f"end_date {given['end_date']} is before start_date {given['start_date']}", attribute="end_date")


@rule("COM413", on="license", services=("jats4r",), severity=Severity.WARNING)
def address_stands_in_license_ref(el: Element, context: RuleContext) -> Iterator[str]:
    """The address of a licence stands in `<ali:license_ref>`.

    Why: since JATS 1.1 programs look for it there.
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/">
        <license-p>CC BY 4.0</license-p></license>
    Right: <permissions>…</permissions>
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    if context.version >= (1, 1) and next(el.iter(LICENSE_REF), None) is None:
        yield "the licence has no <ali:license_ref> with its address"


@rule("COM414", on="license", services=("jats4r", "doaj"), severity=Severity.WARNING)
def words_agree_with_the_address(el: Element) -> Iterator[Hit]:
    """The licence that the words name is the one of the address.

    Why: people read the words and programs the address; one of them is wrong.
    Wrong: <license-p>This article is published under CC BY-NC-ND 4.0.</license-p>
    Right: <license-p>This article is published under CC BY 4.0.</license-p>
    Source: JATS4R, permissions; editors' practice
    """
    stated = {found.kind for address, *_ in creative_commons(el) if (found := licence_at(address))}
    for paragraph in el.iterchildren("license-p"):
        named = {found.kind: found for found in licences_in(text_of(paragraph))}
        if stated and named and not stated.intersection(named):
            name = next(iter(named.values())).name
            yield Hit(
                f"the words name {name}, the address {all_of(f'CC {kind.upper()}' for kind in sorted(stated))}",
                paragraph,
            )


@rule("COM415", on="license", services=("scielo", "pmc"), severity=Severity.WARNING)
def open_licence_is_typed(el: Element) -> Iterator[str]:
    """A Creative Commons licence has the type `open-access`.

    Why: receivers count open articles by the type.
    Wrong: <license license-type="cc-by" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <license-p>CC BY 4.0</license-p>
        </license>
    Right: <permissions>…</permissions>
    Source: SciELO Publishing Schema 1.10, permissions_rules
    """
    if el.get("license-type") != "open-access" and creative_commons(el):
        given = el.get("license-type")
        yield f"license-type of a Creative Commons licence should be open-access{f', not {quoted(given)}' if given else ''}"


@rule("PMC401", on="license-p//ext-link", services=("pmc",))
def visible_address_is_the_link(el: Element) -> Iterator[Hit]:
    """A link in a licence leads to the address that is shown.

    Why: readers see one licence and follow the link to another.
    Wrong: <license-p>See <ext-link ext-link-type="uri"
        xlink:href="https://creativecommons.org/licenses/by/4.0/">http://creativecommons.org/licenses/by/3.0</ext-link>.</license-p>
    Right: <license-p>See <ext-link ext-link-type="uri"
        xlink:href="https://creativecommons.org/licenses/by/4.0/">https://creativecommons.org/licenses/by/4.0/</ext-link>.</license-p>
    Source: PMC Style Checker 5.31, license-ext-link-content-check
    """
    shown, address = text_of(el), el.get(HREF, "").strip()
    if shown.startswith(("http://", "https://", "www.")) and shown != address:
        yield Hit(f"the link shows {quoted(shown)} but leads to {quoted(address)}")


@rule("J4R401", on=("license", "ali:license_ref"), services=("jats4r",), severity=Severity.WARNING)
def address_is_not_empty(el: Element) -> Iterator[str]:
    """The address of a licence is not empty.

    Why: it promises a licence that nobody can read.
    Wrong: <ali:license_ref/>
    Right: <permissions>…</permissions>
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    if el.tag == "license":
        if HREF in el.attrib and not el.attrib[HREF].strip():
            yield "the address of the licence is empty"
    elif not text_of(el):
        yield "the address of the licence is empty"


@rule("J4R402", on="article-meta/permissions", services=("jats4r",))
def free_access_is_marked(el: Element) -> Iterator[Hit]:
    """An article that is free to read without an open licence says so by `<ali:free_to_read>`.

    Why: programs that filter for free articles miss it.
    Wrong: <permissions>… <!-- no license --><license>
        <ali:license_ref>https://www.tidal-studies.org/terms</ali:license_ref><license-p>This article is
        free to read.</license-p></license></permissions>
    Right: <permissions>…</permissions>
    Source: JATS4R, permissions; NISO RP-22, Access and License Indicators
    """
    licences = el.findall("license")
    said = next((each for each in licences if _FREE.search(text_of(each))), None)
    marked = el.find(".//ali:free_to_read", NAMESPACES) is not None
    if said is not None and not marked and not any(creative_commons(each) for each in licences):
        yield Hit("the licence says that the article is free to read, but there is no <ali:free_to_read>", said)


@rule("SPS401", on="article-meta", services=("scielo",))
def scielo_licence(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A licence gives the address of a Creative Commons licence, its language, and a paragraph; permissions stand once.

    Why: SciELO publishes open access alone, and shows the licence in the language of the page.
    Wrong: <license license-type="open-access" xml:lang="en"><license-p>All may read.</license-p></license>
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/deed.es"
        xml:lang="en">
        <license-p>CC BY 4.0</license-p></license>
    Right: <permissions>…</permissions>
    Source: SciELO Publishing Schema 1.10, license and permissions_rules
    """
    for extra in el.findall("permissions")[1:]:
        yield Hit("there is more than one <permissions>", extra)
    for licence in el.iterfind("permissions/license"):
        language, deed = licence.get(XML_LANG, ""), _DEED.search(licence.get(HREF, ""))
        wrong = []
        if "creativecommons.org" not in licence.get(HREF, ""):
            wrong.append("no xlink:href of a Creative Commons licence")
        if to_639_1(language) not in ("en", to_639_1(context.language)):
            wrong.append("no xml:lang, English or the article's")
        if licence.find("license-p") is None:
            wrong.append("no <license-p>")
        if deed and language and deed[1] != to_639_1(language):
            wrong.append(f"a deed in {deed[1]} but xml:lang {language}")
        if wrong:
            yield Hit(f"the licence has {all_of(wrong)}", licence)


@rule("CRF401", on="article-meta", services=("crossref",), severity=Severity.WARNING)
def licence_can_be_deposited(el: Element) -> Iterator[Hit]:
    """An article gives the address of its licence, and to which version it applies in one of Crossref's words.

    Why: filters for reuse and text mining skip an article without.
    Wrong: <permissions>… <!-- no license --></permissions>
    Right: <permissions>…</permissions>
    Source: Crossref deposit schema 5.5.0, AccessIndicators
    """
    licences = el.findall("permissions/license")
    if not any(addresses(each) for each in licences):
        yield Hit("the article gives no address of a licence")
    for reference in (each for licence in licences for each in licence.iter(LICENSE_REF)):
        use = reference.get("specific-use") or reference.get("applies_to")
        if use and use not in _APPLIES:
            yield Hit(f"the licence applies to {quoted(use)}; Crossref knows {all_of(_APPLIES)}", reference)


@rule("DCT401", on="article-meta", services=("datacite",), severity=Severity.WARNING)
def rights_have_an_address(el: Element) -> Iterator[str]:
    """An article gives the address of its licence.

    Why: DataCite's rights are found and filtered by it.
    Wrong: <permissions>… <!-- no license --></permissions>
    Right: <permissions>…</permissions>
    Source: DataCite Metadata Schema 4.6, property 16
    """
    if not any(addresses(each) for each in el.iterfind("permissions/license")):
        yield "the article gives no address of a licence"
