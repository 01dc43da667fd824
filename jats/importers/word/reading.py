"""The importer of Word files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from jats.draft import List, Map, Node, Text
from jats.findings import Finding, Note
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.word import codes
from jats.importers.word.package import Package, UnreadableWordError, is_word, open_package
from jats.importers.word.paragraphs import Document, read_paragraphs
from jats.importers.word.passages import Styled, passages_of
from jats.importers.word.styles import Styles, attribute, local_name, read_styles

_NOTES = ("footnote", "endnote")


def detects_word(source: Source) -> str | None:
    """Whether the bytes are an archive with the parts of a Word file, or an old or encrypted one."""
    return is_word(source.data)


@importer("docx", title="Word file", suffixes=(".docx", ".docm", ".dotx", ".doc"), detects=detects_word)
def read_word(source: Source, note: Note) -> Iterator[Map]:
    """One draft of the article that the file has."""
    try:
        package = open_package(source.data, source.name)
        styles = read_styles(package.xml(package.related.get("styles", "")))
        root = package.xml(package.main)
        document = read_paragraphs(root, styles) if root is not None else Document()
        notes = _notes(package, styles)
        others = _others(package)
    except UnreadableWordError as error:
        note(error.finding)
        return
    passages = list(passages_of(document, notes, source.name))
    if not passages:
        return
    yield _article(passages, note, keep_phones=source.keep_phones)
    left_out = document.left_out + others
    if left_out:
        what = [f"{kind} ({number} times)" if number > 1 else kind for kind, number in left_out.items() if number]
        note(codes.left_out(source.place(1), (), what))


def _notes(package: Package, styles: Styles) -> dict[str, Document]:
    """The footnotes and endnotes by kind and id."""
    found: dict[str, Document] = {}
    for kind in _NOTES:
        root = package.xml(package.related.get(f"{kind}s", ""))
        for one in root if root is not None else ():
            if local_name(one) == kind and attribute(one, "type") in ("", "normal"):
                found[f"{kind}:{attribute(one, 'id')}"] = read_paragraphs(one, styles)
    return found


def _others(package: Package) -> Counter[str]:
    """What else is in the file: comments, and text in headers and footers."""
    found: Counter[str] = Counter()
    comments = package.xml(package.related.get("comments", ""))
    found["comments"] += sum(1 for one in comments if local_name(one) == "comment") if comments is not None else 0
    for kind in ("header", "footer"):
        root = package.xml(package.related.get(kind, ""))
        found[f"the {kind} of the pages"] += root is not None and bool(_text(root).strip())
    return +found


def _text(root: etree._Element) -> str:
    return "".join(str(one.text or "") for one in root.iter() if local_name(one) == "t")


def _article(passages: list[Styled], note: Note, *, keep_phones: bool) -> Map:
    """The draft: paragraphs whose style says what they are, and the others as the lines of a page."""
    from jats.importers.passages import divide, read_passages

    divided = divide(each.passage for each in passages)
    body = {id(each) for each in divided.body}
    kept = [each for each in passages if id(each.passage) not in body]
    abstract = _unlabelled_abstract(kept)
    subtitle = next((each for each in kept if each.role == "subtitle"), None)
    apart = {id(each) for each in [*abstract, *([subtitle] if subtitle else [])]}
    findings: list[Finding] = []
    draft = read_passages(
        [each.passage for each in kept if id(each) not in apart], findings.append, keep_phones=keep_phones
    )
    if subtitle:
        draft.put("subtitle", _value([subtitle]))
    if abstract and "abstract" not in draft.items:
        draft.put("abstract", _value(abstract))
    _styled_authors(draft, [each for each in kept if each.role == "author"], findings)
    for finding in findings:
        note(finding)
    for each in kept:
        for formula in each.paragraph.formulas:
            note(codes.formula(each.passage.place, (), formula))
        each.paragraph.formulas.clear()
    if divided.body:
        note(codes.body(divided.body[0].place, (), divided.body[0].text.text.strip(), len(divided.body)))
    return draft


def _unlabelled_abstract(kept: list[Styled]) -> list[Styled]:
    """Paragraphs in a style for abstracts without the label that says so, in them or before them."""
    from jats.importers.passages import label_of

    found: list[Styled] = []
    labelled = False
    for each in kept:
        kind, alone = label_of(each.passage.text.text)
        if each.role != "abstract":
            labelled = kind == "abstract" and alone
        elif kind:
            labelled = True
        elif not labelled:
            found.append(each)
    return found


def _styled_authors(draft: Map, styled: list[Styled], findings: list[Finding]) -> None:
    """Authors that only their style makes known: those in paragraphs of which nothing was placed."""
    unplaced = {finding.place: finding for finding in findings if finding.code == "IMP001"}
    added = [each for each in styled if each.passage.place in unplaced]
    for each in added:
        findings.remove(unplaced[each.passage.place])
    have = draft.items.get("authors")
    known = list(have.items) if isinstance(have, List) else []
    people: list[Node] = [*known, *(_person(each) for each in added)]
    if added:
        people.sort(key=lambda one: one.place.line or 0)
        draft.put("authors", List(people, people[0].place))


def _person(styled: Styled) -> Map:
    person = Map(styled.passage.place)
    person.put("name", Text(styled.passage.text.text.strip(" ,;"), styled.passage.place))
    return person


def _value(styled: list[Styled]) -> Text:
    return Text("\n\n".join(each.passage.text.notation().strip() for each in styled), styled[0].passage.place)
