"""START HERE: how the data flow, one function per step, in order.

    bytes ─read─▶ Draft ─inherit─▶ Draft ─tidy─▶ Draft ─gate─▶ Article ─write─▶ Document ─judge─▶ findings ─serialise─▶ bytes

An article file has one article; an export or a spreadsheet may have many. `run_articles` takes each article of an input through
the steps and records the result of each step. `jats build`, `jats check`, `jats.read` and everything else take what they need
from that record. The last parameter of every step is `note`, to which it reports findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jats.errors import InputError
from jats.files.kinds import Kind
from jats.findings import Finding, Note, Place, Severity
from jats.options import Options

if TYPE_CHECKING:
    from jats.document import Document
    from jats.draft import Map, Node
    from jats.draft import Path as DraftPath
    from jats.elements.build import Element, WriteContext
    from jats.importers import Imported
    from jats.model.article import Article

R = TypeVar("R")

INCOMPLETE = "INP7"
"""The prefix of the codes that report what an article lacks for its version and tag set."""


@dataclass(slots=True)
class ArticleRun:
    """The record of one article's run through the steps: the result of each completed step, and the findings.

    `number` is the article's place in an input that has several, from 1; `imported` says that the input is not an article file.
    `given` has each text as it was before tidying, by its place; it is empty unless requested. `valid` says that the
    official schema accepts the document and that no step found an error.
    """

    name: str
    options: Options
    number: int | None = None
    imported: bool = False
    draft: Map | None = None
    given: dict[Place, str] = field(default_factory=dict)
    article: Article | None = None
    document: Document | None = None
    valid: bool = False
    steps: dict[str, list[Finding]] = field(default_factory=dict)
    """The findings of each step, by its name, in the order of the steps."""

    @property
    def findings(self) -> list[Finding]:
        """The findings of all steps so far, without those that follow from another."""
        from jats.gate.causes import without_consequences

        return without_consequences(self._all, self.name)

    @property
    def _all(self) -> list[Finding]:
        return [finding for found in self.steps.values() for finding in found]

    @property
    def has_error(self) -> bool:
        """Whether any step has found an error so far."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def incomplete(self) -> bool:
        """Whether the article lacks something that its version and tag set require."""
        return any(finding.code.startswith(INCOMPLETE) for finding in self._all)

    def noting(self, step: str) -> Note:
        """Where a step reports its findings."""
        return self.steps.setdefault(step, []).append


@dataclass(frozen=True, slots=True)
class Built:
    """The result of building one article: the XML as bytes if it could be built, and all findings.

    `number` is the article's place in a file that has several, from 1.
    """

    file: str
    xml: bytes | None
    findings: tuple[Finding, ...]
    number: int | None = None

    @property
    def failed(self) -> bool:
        """Whether no XML could be built."""
        return self.xml is None


def build_article(data: bytes, name: str, options: Options) -> Built:
    """The one article of an input → JATS that the official schema accepts, or the reasons why not; as `build_articles`.

    Raises InputError if the input has several articles.
    """
    return only(build_articles(data, name, options), name)


def build_articles(data: bytes, name: str, options: Options) -> Iterator[Built]:
    """Each article of an input → JATS that the official schema of the chosen version and tag set accepts, or the reasons why not.

    `name` is the input's path, for places and for finding journal and issue files; `-` for standard input.
    Raises SchemaError for a version or tag set that does not exist, InputError for a journal file that cannot be read.
    """
    options = replace(options, targets=targets_for(name, options))
    for run in run_articles(data, name, options, stop_at_errors=True):
        xml = serialised(run.document) if run.valid and run.document is not None else None
        yield Built(name, xml, tuple(run.findings), run.number)


def only(results: Iterator[R], name: str) -> R:
    """The only one of the results of an input's articles; raises InputError if there are several."""
    first = next(results)
    if next(results, None) is not None:
        raise InputError(f"{name} has several articles: use the function for several, such as jats.build_each")
    return first


def targets_for(name: str, options: Options) -> tuple[str, ...]:
    """The targets of a file: those asked for, else those of its `jats.toml`, else those of its journal's file.

    Raises InputError for a configuration or journal file that can't be read.
    """
    from jats.acceptance.config import config_for
    from jats.inheritance import journal_targets

    targets = options.targets or config_for(name).rules_for_file(name).targets
    if targets is None:
        folder = None if name == "-" else Path(name).parent
        targets = journal_targets(folder, Path(options.journal) if options.journal else None)
    return tuple(dict.fromkeys(target.lower() for target in targets))


def run_articles(
    data: bytes, name: str, options: Options, *, stop_at_errors: bool = False, keep_given: bool = False
) -> Iterator[ArticleRun]:
    """Take each article of an input through all steps, or until one gives nothing for the next to work on; at least one.

    `stop_at_errors` ends a run before the document is written, or judged, if there are errors already.
    Raises as `build_articles`.
    """
    for run in read_articles(data, name, options, keep_given=keep_given):
        _finish(run, stop_at_errors=stop_at_errors)
        yield run


def _finish(run: ArticleRun, *, stop_at_errors: bool) -> None:
    if run.article is None or run.draft is None or (stop_at_errors and run.has_error):
        return
    run.document = written(run.article, run.draft, run, run.noting("write"))
    if not run.incomplete and not (stop_at_errors and run.has_error):
        accepted = judged(run.document, run.draft, run.noting("judge"))
        run.valid = accepted and not run.has_error


def read_article(data: bytes, name: str, options: Options, *, keep_given: bool = False) -> ArticleRun:
    """The one article of an input; as `read_articles`. Raises InputError if the input has several articles."""
    return only(read_articles(data, name, options, keep_given=keep_given), name)


def read_articles(data: bytes, name: str, options: Options, *, keep_given: bool = False) -> Iterator[ArticleRun]:
    """Take each article of an input through the steps that end with the typed article. Raises as `build_articles`."""
    from jats.inheritance import journals_model

    for run in _started(data, name, options):
        if run.draft is not None:
            run.draft = inherited(run.draft, name, options, run.noting("inherit"))
            if keep_given:
                from jats.draft import texts

                run.given = {text.place: str(text.value) for _, text in texts(run.draft)}
            with journals_model(name, options.journal):
                run.draft = tidied(run.draft, options, run.noting("tidy"))
            run.article = gated(run.draft, run.noting("gate"))
        yield run


def _started(data: bytes, name: str, options: Options) -> Iterator[ArticleRun]:
    """A run for each article of an input, after the step `read`; they are numbered if there are several."""
    kind = kind_of_input(data, name, options)
    articles, imported = read_all(data, name, options, kind), kind is not Kind.ARTICLE_FILE
    article, number = next(articles, None), 1
    while article is not None:
        following = next(articles, None)
        several = following is not None or number > 1
        yield ArticleRun(
            name, options, number if several else None, imported, article.draft, steps={"read": article.findings}
        )
        article, number = following, number + 1


def kind_of_input(data: bytes, name: str, options: Options) -> Kind:
    """What an input is: an article file, JATS, or another format that is imported."""
    from jats.importers.kinds import input_kind

    return input_kind(data, name, options.input_format)


def read_all(data: bytes, name: str, options: Options, kind: Kind) -> Iterator[Imported]:
    """Each article of an input as a draft; an input without any gives one without a draft, and the reason among its findings."""
    from jats.importers import Imported

    if kind is Kind.ARTICLE_FILE:
        findings: list[Finding] = []
        yield Imported(read(data, name, findings.append), findings)
    elif kind is Kind.XML:
        from jats.importers.kinds import about_xml

        yield Imported(None, [about_xml(data, name)])
    else:
        from jats.importers import Source, read_articles

        folder = None if name == "-" else str(Path(name).parent)
        source = Source(name, data, folder, keep_phones=options.keep_phones)
        yield from read_articles(source, options.input_format)


def read(data: bytes, name: str, note: Note) -> Map | None:
    """An article file as a draft; `None` if it cannot be read, with the reason noted."""
    from jats.article_file import read_article_file

    return read_article_file(data, name, note)


def inherited(draft: Map, name: str, options: Options, note: Note) -> Map:
    """The draft with what it inherits from journal and issue files, what `--set` says, and what is in files that it names."""
    from jats.body_files import with_body
    from jats.inheritance import apply_settings, inherit
    from jats.reference_files import with_reference_files

    folder = None if name == "-" else Path(name).resolve().parent
    journal = Path(options.journal) if options.journal else None
    whole = apply_settings(inherit(draft, folder, journal, note), options.settings, note)
    return with_body(with_reference_files(whole, folder, note), folder, note)


def tidied(draft: Map, options: Options, note: Note) -> Map:
    """The same data, cleaned; each change is noted."""
    from jats.model.marked import marked_text
    from jats.tidy.steps import run

    return run(draft, note, options.skip_tidy, marked_text)


def gated(draft: Map, note: Note) -> Article | None:
    """The typed article; `None` if the draft does not have the shape of one."""
    from jats.gate import gate

    return gate(draft, note)


def written(article: Article, draft: Map, run: ArticleRun, note: Note) -> Document:
    """The article as JATS of the version and tag set asked for; what that cannot hold, or requires, is noted at its field."""
    options = run.options
    from jats.document import Document
    from jats.draft import place_of
    from jats.elements.article import write_article
    from jats.elements.build import WriteContext
    from jats.elements.forms import forms_for
    from jats.input_codes import output as codes
    from jats.schema.catalog import variant_for
    from jats.schema.content import grammar

    variant = variant_for(options.tag_set, options.version)
    forms = forms_for(options.targets, options.citation)
    context = WriteContext(grammar(variant.name), options.version, options.tag_set, article.language, forms.chosen)
    root = write_article(article, context)
    for clash in forms.clashes:
        if clash.choice in context.choices:
            note(codes.targets_differ(draft.place, (), clash.written_for, clash.against, clash.wanted))
    _note_losses(context, draft, note)
    _note_missing(root, context, draft, run)
    if context.composed:
        note(codes.composed(place_of(draft, context.composed[0]), context.composed[0], len(context.composed)))
    if context.unsaid:
        path, words = context.unsaid[0]
        note(codes.words_left_out(place_of(draft, path), path, words, len(context.unsaid)))
    if context.unfielded:
        path = context.unfielded[0]
        note(codes.stays_printed(place_of(draft, path), path, len(context.unfielded)))
    for path, remark in context.remarks:
        note(codes.remark(place_of(draft, path), (), remark))
    return Document(
        root, variant.name, context.origins, variant.public_id, variant.system_id, context.attribute_origins
    )


def judged(document: Document, draft: Map, note: Note) -> bool:
    """Whether the official schema accepts the document; if not, its errors are noted at the fields that caused them."""
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
    """A finding on the XML, moved to the input field that made the element."""
    from jats.draft import find, show_path

    element = document.element_at(finding.xml_path or "/*")
    node, path = find(draft, document.field_at(finding.xml_path or "/*"))
    return replace(
        finding, place=place_in_file(node, element), data_path=show_path(path) or None, xml_place=finding.place
    )


def place_in_file(node: Node, element: Element | None) -> Place:
    """The place of a value; of an element in a file with the text of the article, its line there."""
    place = node.place
    return Place(place.file, element.sourceline) if place.line is None and element is not None else place


def _note_losses(context: WriteContext, draft: Map, note: Note) -> None:
    """One finding for each kind of element that has no place, with all the fields that it was made from."""
    from jats.draft import find, show_path
    from jats.input_codes import output as codes

    kinds: dict[tuple[str, str, str | None, bool], list[DraftPath]] = {}
    for loss in context.losses:
        kinds.setdefault((loss.tag, loss.parent, loss.moved, loss.carried), []).append(loss.path)
    for (tag, parent, moved, carried), paths in kinds.items():
        found = [find(draft, path) for path in paths]
        mark = f"<{tag.partition(' ')[0]}> in " if carried else ""
        fields = [mark + field for field in dict.fromkeys(show_path(path) for _, path in found)]
        node, path = found[0]
        what = _lack(tag, parent, moved, context.variant, node)
        if moved:
            note(codes.moved(node.place, path, what, fields, moved))
        else:
            note(codes.left_out(node.place, path, what, fields, tag.removeprefix("@") if tag[0] == "@" else ""))


def _lack(tag: str, parent: str, moved: str | None, variant: str, node: Node) -> str:
    """The reason why a value is not at its usual place in the XML."""
    from jats.draft import Text
    from jats.messages.words import quoted

    if moved == "in an element-citation beside the text" and isinstance(node, Text):
        return f"{quoted(str(node.value))} was not found in the text of the reference"
    if tag == "@id" and moved:
        return "an id in XML begins with a letter, has no spaces, and is there only once"
    if tag.startswith("@"):
        return f"{variant} does not have the attribute {tag[1:]} in {parent}"
    printed = f" for {quoted(str(node.value))}" if tag == "string-date" and isinstance(node, Text) else ""
    return f"{variant} has no {'text' if tag == '#text' else tag} in {parent}{printed}"


def _note_missing(root: Element, context: WriteContext, draft: Map, run: ArticleRun) -> None:
    from jats.draft import Map, find, key_place
    from jats.elements.required import missing
    from jats.input_codes import output as codes

    note, lacks = run.noting("write"), missing(root, context)
    if "journal" not in draft.items and any(lack.path[0] == "journal" for lack in lacks):
        lacks = [lack for lack in lacks if lack.path[0] != "journal"]
        note(codes.lacking(draft.place, ("journal",), _no_journal(run)))
    for lack in lacks:
        around, _ = find(draft, lack.path[:-1])
        empty = isinstance(around, Map) and lack.path[-1] in around.keys and lack.path[-1] not in around.items
        place = key_place(draft, lack.path) if empty else find(draft, lack.path)[0].place
        # In the journal's own file, a field of the journal is at the top level.
        path = lack.path[1:] if lack.path[0] == "journal" and place.file != draft.place.file else lack.path
        note(codes.lacking(place, path, lack.if_empty if empty else lack.message))


def _no_journal(run: ArticleRun) -> str:
    if run.imported:
        return "nothing is said about the journal: name its file with --journal FILE, or give its title, ids and issn with --set"
    if run.name == "-":
        return "nothing is said about the journal: write its title, ids and issn below journal:"
    return "there is no journal.yaml in this folder or above it: run 'jats init' to make one, or write the fields below journal:"
