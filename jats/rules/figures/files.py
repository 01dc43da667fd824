"""Supplementary material and media: their files, types and names."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.reading import HREF, Element, tagged
from jats.rules.engine.registry import Hit, rule
from jats.rules.figures.figure import is_named

_TYPES = {
    "pdf": "application",
    "zip": "application",
    "xlsx": "application",
    "xls": "application",
    "docx": "application",
    "doc": "application",
    "pptx": "application",
    "mp4": "video",
    "mp3": "audio",
}
_LONGEST_EXTENSION = 15


@rule(
    "COM740",
    on=("supplementary-material", "media", "inline-supplementary-material"),
    services=("scielo", "pmc"),
    severities={"pmc": Severity.WARNING},
)
def file_tells_its_type(el: Element) -> Iterator[str]:
    """Supplementary material and media name their file and its type, in mimetype and mime-subtype.

    Why: the receiver can't say whether it is a film to play or a table to save.
    Wrong: <supplementary-material id="suppl1" xlink:href="jts-15-suppl1.pdf"><label>File S1</label><caption>
        <title>Water levels</title></caption></supplementary-material>
    Wrong: <supplementary-material id="suppl1"><label>File S1</label><caption><title>Water levels</title></caption>
        </supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1"><label>File S1</label><caption><title>Water levels</title></caption>
        <media mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf"/></supplementary-material>
    Source: SciELO Publishing Schema 1.10, media; PMC Style Checker 5.31, attribute-present-not-empty
    """
    if HREF not in el.attrib:
        if not _holds_a_file_or_content(el):
            yield f"{tagged(el)} names no file in xlink:href"
        return
    lacking = [name for name in ("mimetype", "mime-subtype") if not el.get(name, "").strip()]
    if lacking:
        yield f"{tagged(el)} has no {' and no '.join(lacking)}"


def _holds_a_file_or_content(el: Element) -> bool:
    """Whether something in it is the material: a file, a link, or the table or figure itself."""
    if any(HREF in each.attrib for each in el.iterdescendants()):
        return True
    return next(el.iter("table", "fig", "array", "code", "preformat", "disp-formula", "alternatives"), None) is not None


@rule("COM741", on=("supplementary-material", "inline-supplementary-material"), services=("pmc",))
def file_has_its_extension(el: Element) -> Iterator[Hit]:
    """The file of supplementary material is named with its extension.

    Why: readers save the file, and their computer doesn't know with what to open it.
    Wrong: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Source: PMC Style Checker 5.31, href-ext-check
    """
    for owner in (el, *el.iterchildren("graphic", "media")):
        value = owner.get(HREF, "").strip()
        extension = value.rpartition(".")[2] if "." in value else ""
        # An empty name is COM713's.
        if value and (not 0 < len(extension) <= _LONGEST_EXTENSION or "-" in extension):
            yield Hit(f"the file {quoted(value)} is named without its extension", owner, "xlink:href")


@rule("COM742", on="supplementary-material", services=("scielo", "pmc"), severity=Severity.WARNING)
def material_has_a_name(el: Element) -> Iterator[str]:
    """Supplementary material has a label or a caption.

    Why: the reader sees a file name and can't know what is in it.
    Wrong: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf"
        xlink:href="jts-15-suppl1.pdf"/>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Source: SciELO Publishing Schema 1.10, supplementary_material_rules; PMC tagging guidelines, supplementary material
    """
    if not is_named(el) and not any(
        is_named(each) for each in el.iterchildren("media", "graphic", "fig", "table-wrap")
    ):
        yield "the supplementary material has neither label nor caption"


@rule("SPS740", on=("media", "supplementary-material"), services=("scielo",))
def type_is_that_of_the_file(el: Element) -> Iterator[Hit]:
    """The type of media and supplementary material is that of the file.

    Why: a player is shown for a file that it can't play.
    Wrong: <supplementary-material id="suppl1" mimetype="video" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Right: <supplementary-material id="suppl1" mimetype="application" mime-subtype="pdf" xlink:href="jts-15-suppl1.pdf">
        <label>File S1</label><caption><title>Water levels</title></caption></supplementary-material>
    Source: SciELO Publishing Schema 1.10, mime_correspondence
    """
    given = el.get("mimetype", "").strip()
    wanted = _TYPES.get(el.get(HREF, "").strip().lower().rpartition(".")[2])
    if given and wanted and given != wanted:
        yield Hit(f"{quoted(el.get(HREF, ''))} is of the type {wanted}, not {given}", attribute="mimetype")
