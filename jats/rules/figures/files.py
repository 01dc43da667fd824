"""Files: the names of images, media and supplementary material, and their types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.reading import HREF, Element, elements_of, tagged, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import COMMON

_FILES = ("graphic", "inline-graphic", "media", "supplementary-material", "inline-supplementary-material")
_LINKS = (
    "ext-link uri self-uri email related-article product license institution funding-source funding-statement named-content "
    "collab bio abbrev chem-struct mixed-citation element-citation"
).split()
"""What else has an address that PMC's checker looks at."""

_IMAGES = ("jpg", "jpeg", "png", "tif", "tiff", "svg")
_EXTENSION = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,3})$")
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+-]{1,9}://")
_NOT_IN_NAMES = re.compile(r"[\s?%#/:\\]")
_LONGEST_EXTENSION = 15
_SCIELO_TYPES = (
    "video/mp4",
    "audio/mp3",
    "application/zip",
    "application/pdf",
    "application/xlsx",
    "application/docx",
    "application/pptx",
)
_SCIELO_EXTENSIONS = tuple(each.partition("/")[2] for each in _SCIELO_TYPES)
_WHOLE_TYPE = re.compile(r"([a-z]+)/([\w.+-]+)")


@rule("COM713", on="@xlink:href", services=("pmc", "scielo"))
def address_is_given(el: Element) -> Iterator[Hit]:
    """The name of a file, or an address, must not be empty and must not have blanks around it.

    Why: the file is not found in the package, and the article is sent back.
    Wrong: <graphic id="g1" xlink:href=" jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Wrong: <graphic id="g1" xlink:href=""><alt-text>A curve with its peak in April.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: PMC Style Checker 5.31, href-content-check
    """
    value, name = el.attrib[HREF], str(el.tag)
    if name not in _FILES and name not in _LINKS:
        return
    services = None if name in _FILES else ("pmc",)
    what = "the file name" if name in _FILES else "the address"
    if value.strip():
        if value != value.strip():
            fix = Fix(value, value.strip())
            message = f"{what} begins or ends with a blank: write {quoted(value.strip())}"
            yield Hit(message, attribute="xlink:href", services=services, fix=fix)
    elif name != "ext-link":  # COM901 reports that
        wanted = "name the file" if name in _FILES else "write the address or remove the attribute"
        yield Hit(f"xlink:href of {tagged(el)} is empty: {wanted}", attribute="xlink:href", services=services)


@rule("COM714", on="graphic/@xlink:href", services=("scielo",))
def image_has_a_known_form(el: Element) -> Iterator[Hit]:
    """The file of an image must have the extension jpg, jpeg, png, tif, tiff or svg.

    Why: SciELO cannot show an image of another form, or of a form that nobody knows.
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Wrong: <graphic id="g1" xlink:href="jts-15-gf01.bmp"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.png"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: SciELO Publishing Schema 1.10, allowed_file_extensions
    """
    value = el.attrib[HREF].strip()
    found = _EXTENSION.search(value)
    if value and found is None:
        message = (
            f"the file name {quoted(value)} has no extension: write it as delivered, such as {quoted(value + '.jpg')}"
        )
        yield Hit(message, attribute="xlink:href")
    elif found is not None and found[1].lower() not in _IMAGES:
        message = f"the image {quoted(value)} is a {found[1].lower()} file: deliver jpg, png, tif or svg"
        yield Hit(message, attribute="xlink:href")


@rule("COM718", on=("graphic", "inline-graphic", "media", "supplementary-material"), services=("pmc",))
def file_name_is_plain(el: Element) -> Iterator[Hit]:
    """A file must be named as it is delivered: without folder, blanks, or any of `? % # / :`.

    Why: PMC looks for the file by this name in the package; a file with another name is missing.
    Wrong: <graphic id="g1" xlink:href="jts 15 gf01.jpg"/>
    Wrong: <graphic id="g1" xlink:href="images/jts-15-gf01.jpg"/>
    Wrong: <graphic id="g1" xlink:href="https://www.tidal-studies.org/jts-15-gf01.jpg"/>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"/>
    Source: PMC, "Naming and Delivery Specifications"
    """
    value = el.get(HREF, "").strip()
    if _WEB.match(value):
        yield from _on_the_web(el, value)
    elif found := _NOT_IN_NAMES.search(value):
        message = f"the file name {quoted(value)} holds {_shown(found[0])}: write the plain name of the delivered file"
        yield Hit(message, attribute="xlink:href")
    elif (extension := _EXTENSION.search(value)) and extension[1] != extension[1].lower():
        message = f"the extension of {quoted(value)} is in capitals: write the name as the file is delivered"
        yield Hit(message, attribute="xlink:href", severity=Severity.WARNING)


def _on_the_web(el: Element, value: str) -> Iterator[Hit]:
    others = _other_forms(el)
    if any(each.get(HREF) and not _WEB.match(each.get(HREF, "")) for each in others):
        return  # a form that is delivered is enough
    if others and within(el, "fig", "app", "bio"):
        return  # PMC705 reports alternatives of which none is delivered
    coded = any(HREF not in each.attrib for each in others)
    severity = None if el.tag in ("graphic", "inline-graphic") and not coded else Severity.WARNING
    message = f"the file is a web address, {quoted(value)}: deliver the file, and write its name"
    yield Hit(message, attribute="xlink:href", severity=severity)


def _other_forms(el: Element) -> list[Element]:
    """The other members of the alternatives that a file is one of."""
    around = el.getparent()
    if around is None or around.tag != "alternatives":
        return []
    return [each for each in elements_of(around) if each is not el]


def _shown(letter: str) -> str:
    if letter.isspace():
        return "a blank"
    return "a folder" if letter in "/\\" else quoted(letter)


@rule(
    "COM740",
    on=("supplementary-material", "media", "inline-supplementary-material"),
    services=("scielo", "pmc", COMMON),
    severities={COMMON: Severity.WARNING},
)
def file_tells_its_type(el: Element) -> Iterator[Hit]:
    """Media and supplementary material must name their type; for PMC, supplementary material in the line must name its file.

    Why: the receiver cannot tell whether it is a film to play or a table to save.
    Wrong (scielo): <supplementary-material id="suppl1" xlink:href="jts-15-suppl1.pdf"><label>File S1</label><caption>
        <title>Water levels</title></caption></supplementary-material>
    Wrong (pmc): <inline-supplementary-material id="suppl2">File S2</inline-supplementary-material>
    Wrong: <supplementary-material id="suppl1" mimetype="application/pdf" xlink:href="jts-15-suppl1.pdf"><label>File S1</label>
        <caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    YAML: supplementary_material: [{file: levels.pdf, label: File S1, media_type: application/pdf}]
    Source: SciELO Publishing Schema 1.10, media and supplementary-material; PMC Style Checker 5.31,
        attribute-present-not-empty; JATS Tag Library, mimetype
    """
    given, sub = (el.get(name, "").strip() for name in ("mimetype", "mime-subtype"))
    whole = _WHOLE_TYPE.fullmatch(given)
    if el.tag == "inline-supplementary-material":
        if HREF not in el.attrib:
            yield Hit(f"{tagged(el)} names no file: write xlink:href", services=("pmc",))
    elif whole:
        parts = f'mimetype="{whole[1]}" mime-subtype="{whole[2]}"'
        yield Hit(
            f"mimetype {quoted(given)} is a whole media type: write {parts}",
            services=_of_whole(sub),
            attribute="mimetype",
        )
    else:
        wanted = {"mimetype": given, "mime-subtype": sub}
        if el.tag == "media":
            wanted["xlink:href"] = el.get(HREF, "").strip()
        if lacking := [name for name, value in wanted.items() if not value]:
            yield Hit(f"{tagged(el)} has no {' and no '.join(lacking)}: add what is missing", services=("scielo",))


def _of_whole(sub: str) -> tuple[str, ...]:
    """SciELO misses the second half of the type if there is none."""
    return (COMMON,) if sub else (COMMON, "scielo")


@rule("COM741", on=("supplementary-material", "inline-supplementary-material"), services=("pmc",))
def file_has_its_extension(el: Element) -> Iterator[Hit]:
    """The file of supplementary material must be named with its extension.

    Why: readers save the file, and their computer does not know how to open it.
    Wrong: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    YAML: supplementary_material: [{file: levels.pdf, label: File S1}]
    Source: PMC Style Checker 5.31, href-ext-check
    """
    owners = [el]
    if el.tag == "supplementary-material":
        owners = el.findall("graphic") or el.findall("media") or owners
    for owner in owners:
        value = owner.get(HREF, "").strip()
        extension = value.rpartition(".")[2] if "." in value else ""
        # COM713 reports an empty name.
        if value and (not 0 < len(extension) <= _LONGEST_EXTENSION or "-" in extension):
            message = f"the file name {quoted(value)} has no extension: write it as delivered, such as {quoted(value + '.pdf')}"
            yield Hit(message, owner, "xlink:href")


@rule("COM742", on="supplementary-material", services=("scielo",))
def material_has_a_name(el: Element) -> Iterator[str]:
    """Supplementary material must have a label.

    Why: links in the text show the label, and SciELO lists the files by it.
    Wrong: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf"
        xlink:href="jts-15-suppl1.pdf"><caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    YAML: supplementary_material: [{file: levels.pdf, label: File S1}]
    Source: SciELO Publishing Schema 1.10, supplementary_material_rules
    """
    if el.find("label") is None:
        yield "the supplementary material has no <label>: add one, such as <label>File S1</label>"


@rule("SPS713", on=("graphic", "inline-graphic", "media"), services=("scielo",))
def image_has_an_id(el: Element) -> Iterator[str]:
    """An image or medium must have an id.

    Why: SciELO links to each file by its id.
    Wrong: <fig id="f1">… <!-- no graphic --><!-- new --><graphic xlink:href="jts-15-gf01.jpg">
        <alt-text>A curve with its peak in April.</alt-text></graphic></fig>
    Right: <graphic id="g1" xlink:href="jts-15-gf01.jpg"><alt-text>A curve with its peak in April.</alt-text></graphic>
    Source: SciELO Publishing Schema 1.10, graphic_rules
    """
    if not el.get("id"):
        yield f'{tagged(el)} has no id: add one, such as id="{"m1" if el.tag == "media" else "g1"}"'


@rule("SPS740", on=("media", "supplementary-material"), services=("scielo",))
def type_is_one_of_scielos(el: Element) -> Iterator[Hit]:
    """The type of media and supplementary material, and the extension of the file, must be in SciELO's list.

    Why: SciELO shows a player or a download for these types, and takes no others.
    Wrong: <supplementary-material id="suppl1" mimetype="application" mime-subtype="msword" xlink:href="jts-15-suppl1.docx">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Wrong: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.csv">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    YAML: supplementary_material: [{file: levels.pdf, label: File S1}]
    Source: SciELO Publishing Schema 1.10, visual_resource_base_rules and supplementary_material_rules
    """
    given, sub = (el.get(name, "").strip() for name in ("mimetype", "mime-subtype"))
    kind, value = f"{given}/{sub}", el.get(HREF, "").strip()
    extension = value.rpartition(".")[2].lower() if "." in value else ""
    # COM740 reports what is missing, and a whole type in one attribute.
    if given and sub and "/" not in given and kind not in _SCIELO_TYPES:
        message = f"the type {quoted(kind)} is not in SciELO's list: write {any_of(_SCIELO_TYPES)}"
        yield Hit(message, attribute="mimetype")
    elif value and extension not in _SCIELO_EXTENSIONS:
        message = f"the file {quoted(value)} is not of a kind that SciELO takes: deliver {any_of(_SCIELO_EXTENSIONS)}"
        yield Hit(message, attribute="xlink:href")
