"""START HERE: the way of the data, one function a step, in order.

    bytes ─read─▶ Draft ─inherit─▶ Draft ─tidy─▶ Draft ─gate─▶ Article ─write─▶ Document ─judge─▶ findings ─serialise─▶ bytes

`build_article` runs all of it for one input. Every step takes a `note` last and tells it what it saw; an error noted on the
way means that no XML comes out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jats.findings import Finding, Note, Severity
from jats.options import Options

if TYPE_CHECKING:
    from jats.document import Document
    from jats.draft import Map
    from jats.draft import Path as DraftPath
    from jats.elements.build import Element, WriteContext
    from jats.model.article import Article


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one input: the XML as bytes where it could be made, and everything that was found."""

    file: str
    xml: bytes | None
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether no XML could be made."""
        return self.xml is None


def build_article(data: bytes, name: str, options: Options) -> Built:
    """Article data → JATS that the official schema of the variant asked for accepts, or the reasons why not.

    `name` is the input's path, for places and for finding journal and issue files; `-` for standard input.
    Raises SchemaError for a version or tag set that doesn't exist, InputError for a journal file that can't be read.
    """
    findings: list[Finding] = []
    note = findings.append
    draft = read(data, name, note)
    if draft is None:
        return Built(name, None, tuple(findings))
    draft = tidied(inherited(draft, name, options, note), options, note)
    article = gated(draft, note)
    xml = None
    if article is not None and not _has_error(findings):
        document = written(article, draft, options, note)
        if not _has_error(findings) and judged(document, draft, note):
            xml = serialised(document)
    return Built(name, xml, tuple(findings))


def read(data: bytes, name: str, note: Note) -> Map | None:
    """An article file as a draft; `None` where it can't be read, and then the reason is noted."""
    from jats.article_file import read_article_file

    return read_article_file(data, name, note)


def inherited(draft: Map, name: str, options: Options, note: Note) -> Map:
    """What journal and issue files say laid under the article, and `--set` over it."""
    from jats.inheritance import apply_settings, inherit

    folder = None if name == "-" else Path(name).resolve().parent
    journal = Path(options.journal) if options.journal else None
    return apply_settings(inherit(draft, folder, journal, note), options.settings, note)


def tidied(draft: Map, options: Options, note: Note) -> Map:
    """The same data said better; each change is noted."""
    from jats.tidy.steps import run

    return run(draft, note, options.keep)


def gated(draft: Map, note: Note) -> Article | None:
    """The typed article, `None` where the draft's shape allows none."""
    from jats.gate import gate

    return gate(draft, note)


def written(article: Article, draft: Map, options: Options, note: Note) -> Document:
    """The article as JATS of the version and tag set asked for; what that can't hold, or lacks, is noted at its field."""
    from jats.document import Document
    from jats.draft import place_of
    from jats.elements.article import write_article
    from jats.elements.build import WriteContext
    from jats.input_codes import output as codes
    from jats.schema.catalog import variant_for
    from jats.schema.content import grammar

    variant = variant_for(options.tag_set, options.version)
    context = WriteContext(grammar(variant.name), options.version, options.tag_set, article.language)
    root = write_article(article, context)
    _note_losses(context, draft, note)
    _note_missing(root, context, draft, note)
    for path, remark in context.remarks:
        note(codes.remark(place_of(draft, path), (), remark))
    return Document(root, variant.name, context.origins, variant.public_id, variant.system_id)


def judged(document: Document, draft: Map, note: Note) -> bool:
    """Whether the official schema accepts the document; where it doesn't, what it says is noted at the fields concerned."""
    from jats.schema.dtd import load

    if load(document.variant).validate(document.root):
        return True
    from jats.validation.run import validate_bytes

    result = validate_bytes(serialised(document), draft.place.file, Options(schema=document.variant))
    for finding in result.findings:
        note(at_home(finding, document, draft))
    return False


def serialised(document: Document) -> bytes:
    """The document as the bytes of a file, the same on every run."""
    from jats.schema.content import grammar
    from jats.xmlio import serialise

    return serialise(document.root, document.public_id, document.system_id, grammar(document.variant).mixed)


def at_home(finding: Finding, document: Document, draft: Map) -> Finding:
    """A finding on the XML shown at the field of the input that made the element."""
    from jats.draft import find, show_path

    node, path = find(draft, document.field_at(finding.xml_path or "/*"))
    return replace(finding, place=node.place, data_path=show_path(path) or None, xml_place=finding.place)


def _note_losses(context: WriteContext, draft: Map, note: Note) -> None:
    """One finding for each kind of element that has no place, with all fields that were to go there."""
    from jats.draft import find, show_path
    from jats.input_codes import output as codes

    kinds: dict[tuple[str, str, str | None], list[DraftPath]] = {}
    for loss in context.losses:
        kinds.setdefault((loss.tag, loss.parent, loss.moved), []).append(loss.path)
    for (tag, parent, moved), paths in kinds.items():
        found = [find(draft, path) for path in paths]
        fields = list(dict.fromkeys(show_path(path) for _, path in found))
        what = f"{context.variant} has no {_words(tag)} in {parent}"
        node, path = found[0]
        if moved:
            note(codes.moved(node.place, path, what, fields, moved))
        else:
            note(codes.left_out(node.place, path, what, fields))


def _words(tag: str) -> str:
    if tag.startswith("@"):
        return f"attribute {tag[1:]}"
    return "text" if tag == "#text" else tag


def _note_missing(root: Element, context: WriteContext, draft: Map, note: Note) -> None:
    from jats.draft import find
    from jats.elements.required import missing
    from jats.input_codes import output as codes

    for lack in missing(root, context):
        place = find(draft, lack.path)[0].place
        note(codes.lacking(place, lack.path, lack.message))


def _has_error(findings: list[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
