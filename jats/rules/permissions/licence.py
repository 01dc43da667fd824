"""Licences: their address, and that address, words and dates agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jats.findings import Fix, Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, LICENSE_REF, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.dates import date_fault
from jats.vocab.licences import Licence, find_licence, licences_in

_CREATIVE = re.compile(r"creative ?commons|\bCC[ -]?(?:BY|0)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.")
_JATS4R = re.compile(
    r"https://creativecommons\.org/(?:licenses/by(?:-sa|-nd|-nc|-nc-sa|-nc-nd)?/(?:4\.0|[123]\.\d)/|publicdomain/(?:zero|mark)/1\.0/)"
)
"""The addresses that JATS4R's schematron accepts, with whatever comes after them."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


Address = tuple[str, Element, str | None]
"""An address, the element that has it, and the attribute that it is in."""


def addresses(licence: Element) -> list[Address]:
    """The addresses that a `<license>` gives: each with its element and, if it is in one, its attribute."""
    return [each for each in (*_own(licence), *_linked(licence)) if each[0]]


def _own(licence: Element) -> list[Address]:
    own: list[Address] = [(licence.get(HREF, "").strip(), licence, "xlink:href")]
    return own + [(text_of(each), each, None) for each in licence.iter(LICENSE_REF)]


def _linked(licence: Element) -> list[Address]:
    links = [(link.get(HREF, "").strip(), link, "xlink:href") for link in licence.iter("ext-link", "uri")]
    return [each for each in links if _is_creative_commons(each[0])]


def _is_creative_commons(address: str) -> bool:
    return "creative" in address.lower() and "commons" in address.lower()


@lru_cache(maxsize=256)
def licence_at(address: str) -> Licence | None:
    """The licence at an address; an article is asked for the same one by many rules."""
    return find_licence(address)


def creative_commons(licence: Element) -> list[Address]:
    """Those of its addresses that are of Creative Commons."""
    return [each for each in addresses(licence) if _is_creative_commons(each[0])]


def _once(given: list[Address]) -> list[Address]:
    """Each address once, at the last of its places: an attribute that repeats an element's text is not a second fault."""
    return list({address: (address, element, attribute) for address, element, attribute in given}.values())


def address_home(context: RuleContext) -> str:
    """The place for a licence's address in the document's version of JATS, as messages name it."""
    return "<ali:license_ref>" if context.release >= (1, 1, 3) else "xlink:href of <license>"


@rule("COM407", on="license", services=("pmc", "jats4r", "crossref", "doaj"), severity=Severity.WARNING)
def named_licence_has_an_address(el: Element, context: RuleContext) -> Iterator[str]:
    """A licence that names Creative Commons must give the address of the licence as a link.

    Why: People read the words; filters for open access look for the address.
    Wrong: <license license-type="other"><ali:license_ref>https://www.tidal-studies.org/licence</ali:license_ref>
        <license-p>Published under a
        Creative Commons licence.</license-p></license>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    YAML: license: CC BY 4.0
    Source: PMC Style Checker 5.31, license-integrity-check; JATS4R Schematron 1.0, permissions-warnings
    """
    if _CREATIVE.search(text_of(el)) and not creative_commons(el):
        yield f"the licence names Creative Commons but has no link to it: write its address in {address_home(context)}"


@rule("COM408", on="license", services=("pmc", "crossref"), severities={"crossref": Severity.WARNING})
def address_is_canonical(el: Element) -> Iterator[Hit]:
    """The address of a Creative Commons licence must be the canonical one: kind and version, no deed, no legal code.

    Why: Programs compare the address letter by letter; another spelling is another licence to them.
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/legalcode"
        xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/legalcode</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    YAML: license: CC BY 4.0
    Source: PMC Style Checker 5.31, license-cc-url-check and canonical-cc-license-urls
    """
    for address, element, attribute in _once(creative_commons(el)):
        found = licence_at(address)
        if found and not found.fault and _plain(address) == found.url:
            continue
        message, fix = f"{quoted(address)} is not the address of a Creative Commons licence", None
        if found and found.fault:
            message = f"{quoted(address)}: {found.fault}"
        elif found and found.url:
            message = f"{quoted(address)} is not the licence's canonical address: write {found.url}"
            fix = Fix(address, found.url)
        british = found is not None and _plain(address.replace("/licences/", "/licenses/")) == found.url
        yield Hit(message, element, attribute, fix=fix, severity=Severity.WARNING if british else None)


def _plain(address: str) -> str:
    """With https, without www., with a slash at the end: as addresses are compared."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "https://", address).rstrip("/") + "/"


@rule("COM409", on="license", services=("jats4r",), severity=Severity.WARNING)
def address_has_https(el: Element) -> Iterator[Hit]:
    """The address of a Creative Commons licence must begin with https, have a version, and end with a slash.

    Why: Programs compare the address letter by letter.
    Wrong: <license license-type="open-access" xlink:href="http://creativecommons.org/licenses/by/4.0" xml:lang="en">
        <ali:license_ref>http://creativecommons.org/licenses/by/4.0</ali:license_ref><license-p>CC BY 4.0</license-p>
        </license>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    YAML: license: CC BY 4.0
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    for address, element, attribute in _once(creative_commons(el)):
        if _JATS4R.match(address):
            continue
        found = licence_at(address)
        if found and found.url and not found.fault and address != found.url:
            fix = Fix(address, found.url)
            yield Hit(
                f"the address of the licence is {quoted(address)}: write {found.url}", element, attribute, fix=fix
            )
        else:
            yield Hit(f"{quoted(address)} is not the address of a Creative Commons licence", element, attribute)


@rule("COM410", on="license", services=("jats4r", "pmc"))
def addresses_agree(el: Element) -> Iterator[Hit]:
    """The addresses in a licence must be those of one licence.

    Why: Otherwise nobody knows which licence holds.
    Wrong (jats4r): <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by-nc/4.0/"
        xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref><license-p>Open.</license-p>
        </license>
    Wrong (pmc): <license license-type="open-access">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref><license-p>Under
        <ext-link ext-link-type="uri" xlink:href="https://creativecommons.org/licenses/by-nc/4.0/">CC BY-NC
        4.0</ext-link>.</license-p></license>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    Source: JATS4R Schematron 1.0, permissions-errors and permissions-warnings; PMC Style Checker 5.31, license-compare-links
    """
    yield from _for_pmc(el)
    reference = next(el.iter(LICENSE_REF), None)
    stated, own = el.get(HREF), None if reference is None else text_of(reference)
    if stated and own and stated != own:
        same = " one licence in two ways" if _licence(stated) == _licence(own) else ""
        message = (
            f"xlink:href is {quoted(stated)}, but <ali:license_ref> is {quoted(own)}"
            f"{same and f',{same}'}: write one address in both"
        )
        yield Hit(message, attribute="xlink:href", services=("jats4r",))
    wanted = own or stated
    for link in el.iterfind("license-p//ext-link"):
        address = link.get(HREF, "").strip()
        if wanted and address and address != wanted:
            message = f"the link leads to {quoted(address)}, but the licence is at {quoted(wanted)}: write one address in both"
            yield Hit(message, link, "xlink:href", severity=Severity.WARNING, services=("jats4r",))


def _for_pmc(licence: Element) -> Iterator[Hit]:
    """The first link to Creative Commons is the one that PMC compares the others with."""
    first = next(iter(_linked(licence)), None)
    for address, element, attribute in _own(licence) if first else ():
        if first and _is_creative_commons(address) and _compared(address) != _compared(first[0]):
            message = (
                f"{quoted(address)} is another licence than the link to {quoted(first[0])}: write one address in both"
            )
            yield Hit(message, element, attribute, services=("pmc",))
            return


def _licence(address: str) -> str:
    """The canonical address of the licence that an address means, or the address as it is compared."""
    found = licence_at(address)
    return (found and found.url) or _compared(address)


def _compared(address: str) -> str:
    return _plain(address).replace("/licences/", "/licenses/")


@rule("COM411", on="license", services=("pmc", "jats4r"))
def one_licence_is_stated(el: Element) -> Iterator[Hit]:
    """A `<license>` must state one licence; a later one for JATS4R needs the date from which it holds.

    Why: Otherwise nobody knows which licence holds today. PMC takes one Creative Commons licence in a `<license>`.
    Wrong (jats4r): <license license-type="open-access">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <ali:license_ref>https://www.tidal-studies.org/licence</ali:license_ref><license-p>Open.</license-p></license>
    Wrong (pmc): <license license-type="open-access">
        <ali:license_ref start_date="2025-05-20">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <ali:license_ref start_date="2024-05-20">https://creativecommons.org/licenses/by-nc/4.0/</ali:license_ref>
        <license-p>Open.</license-p></license>
    Right: <license license-type="open-access">
        <ali:license_ref start_date="2025-05-20">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <ali:license_ref start_date="2024-05-20">https://www.tidal-studies.org/licence</ali:license_ref>
        <license-p>Open.</license-p></license>
    Source: PMC Style Checker 5.31, license-integrity-check and license-ext-link-recursion; JATS4R Schematron 1.0,
        permissions-errors
    """
    references = list(el.iter(LICENSE_REF))
    undated = [each for each in references if not each.get("start_date")]
    if len(references) > 1 and undated:
        message = (
            f"{len(undated)} of {len(references)} licences have no start_date: write the day from which each holds"
        )
        yield Hit(message, undated[0], services=("jats4r",))
    stated = [each for each in references if _is_creative_commons(text_of(each))]
    for extra in stated[1:]:
        message = "there is a second Creative Commons licence: give it a <license> of its own"
        yield Hit(message, extra, services=("pmc",))
    links = _linked(el)
    for address, link, _ in links[1:]:
        if _compared(address) != _compared(links[0][0]):
            message = f"a second link leads to another licence, {quoted(address)}: give it a <license> of its own"
            yield Hit(message, link, services=("pmc",))
            return


@rule("COM412", on=("ali:license_ref", "ali:free_to_read"), services=("jats4r", "crossref"))
def dates_of_access_are_days(el: Element) -> Iterator[Hit]:
    """The first and last day of a licence or of free access must be dates, in that order.

    Why: Programs open the article on that day.
    Wrong: <ali:license_ref start_date="20 May 2024">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
    Right: <ali:license_ref start_date="2024-05-20">https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
    YAML: license: {name: CC BY 4.0, start: 2023-03-30}
    Source: NISO RP-22, Access and License Indicators; JATS4R Schematron 1.0, permissions-errors
    """
    given = {name: el.get(name, "") for name in ("start_date", "end_date") if name in el.attrib}
    for name, value in given.items():
        if not _ISO_DAY.fullmatch(value) or date_fault(value):
            yield Hit(f"{name} is {quoted(value)}: write YYYY-MM-DD", attribute=name)
            return
    if len(given) == 2 and given["end_date"] < given["start_date"]:
        yield Hit(
            f"end_date {given['end_date']} is before start_date {given['start_date']}: correct one of them",
            attribute="end_date",
        )


@rule("COM413", on="license", services=("jats4r",), severity=Severity.WARNING)
def address_stands_in_license_ref(el: Element, context: RuleContext) -> Iterator[str]:
    """The address of a licence must be in `<ali:license_ref>`, before JATS 1.1d3 in `xlink:href`.

    Why: Programs look for it there. JATS has `<ali:license_ref>` from version 1.1d3.
    Wrong: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/">
        <license-p>CC BY 4.0</license-p></license>
    Right: <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
        <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
        <license-p>CC BY 4.0</license-p></license>
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    if not addresses(el) and not _ADDRESS.search(text_of(el)):
        return
    if context.release >= (1, 1, 3):
        if next(el.iter(LICENSE_REF), None) is None:
            yield "the licence has no <ali:license_ref>: write its address there"
    elif context.release >= (1, 0, 0) and not el.get(HREF):
        yield "the licence has no xlink:href: write its address there"


@rule("COM414", on="license", services=("common",), severity=Severity.WARNING)
def words_agree_with_the_address(el: Element) -> Iterator[Hit]:
    """The licence that the words name must be the one at the address.

    Why: People read the words and programs read the address; if they differ, one of them is wrong.
    Wrong: <license-p>This article is published under CC BY-NC-ND 4.0.</license-p>
    Right: <license-p>This article is published under CC BY 4.0.</license-p>
    Source: editors' practice
    """
    stated = {found.kind for address, *_ in creative_commons(el) if (found := licence_at(address))}
    for paragraph in el.iterchildren("license-p"):
        named = {found.kind: found for found in licences_in(text_of(paragraph))}
        if stated and named and not stated.intersection(named):
            name = next(iter(named.values())).name
            address = all_of(f"CC {kind.upper()}" for kind in sorted(stated))
            yield Hit(f"the words name {name}, but the address is that of {address}: correct one of the two", paragraph)


@rule("COM415", on="license", services=("scielo",), severity=Severity.WARNING)
def open_licence_is_typed(el: Element) -> Iterator[str]:
    """A Creative Commons licence must have the type `open-access`.

    Why: SciELO counts open articles by the type.
    Wrong: <fig id="f1">… <!-- new --><permissions><license license-type="cc-by"
        xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en"><license-p>CC BY 4.0</license-p></license>
        </permissions></fig>
    Right: <fig id="f1">… <!-- new --><permissions><license license-type="open-access"
        xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en"><license-p>CC BY 4.0</license-p></license>
        </permissions></fig>
    Source: SciELO Publishing Schema 1.10, permissions_rules
    """
    # The article's own licence is SPS401's.
    if el.get("license-type") != "open-access" and creative_commons(el) and not is_own(el):
        given = el.get("license-type")
        yield f"the type of a Creative Commons licence must be 'open-access'{f', not {quoted(given)}' if given else ''}"


def is_own(licence: Element) -> bool:
    """Whether a licence is the article's, not that of a figure or a sub-article."""
    return [str(each.tag) for each in licence.iterancestors()] == ["permissions", "article-meta", "front", "article"]


@rule("PMC401", on="license-p//ext-link", services=("common",), severity=Severity.INFO)
def visible_address_is_the_link(el: Element) -> Iterator[Hit]:
    """A link in a licence leads to another address than it shows.

    Why: Readers see one licence and follow the link to another.
    Wrong: <license-p>See <ext-link ext-link-type="uri"
        xlink:href="https://creativecommons.org/licenses/by/4.0/">http://creativecommons.org/licenses/by/3.0</ext-link>.</license-p>
    Right: <license-p>See <ext-link ext-link-type="uri"
        xlink:href="https://creativecommons.org/licenses/by/4.0/">http://www.creativecommons.org/licenses/by/4.0</ext-link>.</license-p>
    Source: editors' practice; PMC Style Checker, license-ext-link-content-check (until April 2021)
    """
    shown, address = text_of(el), el.get(HREF, "").strip()
    if shown.startswith(("http://", "https://", "www.")) and _plain(shown) != _plain(address):
        yield Hit(f"the link shows {quoted(shown)} but leads to {quoted(address)}: write one address in both")


@rule(
    "J4R401",
    on=("license", "ali:license_ref"),
    services=("jats4r", "pmc"),
    severity=Severity.WARNING,
    severities={"pmc": Severity.ERROR},
)
def address_is_not_empty(el: Element) -> Iterator[Hit]:
    """The address of a licence must not be empty.

    Why: It promises a licence that nobody can read.
    Wrong (jats4r): <ali:license_ref/>
    Wrong (pmc): <license xlink:href=""><license-p>All may read.</license-p></license>
    Right: <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
    Source: JATS4R Schematron 1.0, permissions-warnings; PMC Style Checker 5.31, href-content-check
    """
    if el.tag == "license":
        if HREF in el.attrib and not el.attrib[HREF].strip():
            yield Hit("the address of the licence is empty: write it, or remove the attribute", attribute="xlink:href")
    elif not text_of(el):
        yield Hit("the address of the licence is empty: write it, or remove <ali:license_ref>", services=("jats4r",))
