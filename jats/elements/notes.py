"""Notes on the authors: where letters go, and footnotes; each once, however many people carry it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from jats.draft import Path
from jats.elements.blocks import write_blocks
from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import foreign, versions
from jats.elements.pointers import point
from jats.model.article import Article
from jats.model.notes import Correspondence, Note, NotesHeading
from jats.model.people import Contributor, ContributorGroup

Carrier = Contributor | ContributorGroup
"""Who may have notes."""

_META = "article-meta"
_TAG = "author-notes"
_OLDER = {"coi-statement": "conflict"}
"""Kinds of footnotes that came late, and what they were called before."""


@dataclass(slots=True)
class NoteRow:
    """A footnote or an address for letters: what was given and in which field, and its identifier if anybody points to it."""

    given: Note | Correspondence
    at: Cursor
    identifier: str | None = None
    named: bool = False
    """Whether somebody points to it by name."""


@dataclass(slots=True)
class AuthorNotes:
    """All that `<author-notes>` is to hold: what is listed, then what contributors hold themselves; equal ones are one."""

    addresses: list[NoteRow] = field(default_factory=list)
    footnotes: list[NoteRow] = field(default_factory=list)
    by_id: dict[tuple[type, str], NoteRow] = field(default_factory=dict)
    in_place: dict[int, NoteRow] = field(default_factory=dict)
    """By the identity of the note or address that a contributor holds."""

    def add(self, given: Note | Correspondence, at: Cursor) -> NoteRow:
        """Take in one more."""
        row = NoteRow(given, at)
        (self.footnotes if isinstance(given, Note) else self.addresses).append(row)
        if given.id is not None:
            self.by_id.setdefault((type(given), given.id), row)
        return row

    def find(self, kind: type, link: str | Note | Correspondence) -> NoteRow | None:
        """The one that a contributor means; `None` if nothing of that kind has that `id`."""
        return self.by_id.get((kind, link)) if isinstance(link, str) else self.in_place.get(id(link))


def gather_notes(article: Article, at: Cursor) -> AuthorNotes:
    """The notes of an article, with identifiers for those that somebody points to, if the variant has any."""
    found = AuthorNotes()
    for index, address in enumerate(article.correspondence):
        found.add(address, at / "correspondence" / index)
    for name, notes in (("notes", article.notes), ("conflict_of_interest", article.conflict_of_interest)):
        for index, note in enumerate(notes):
            found.add(note, at / name / index)
    carriers = [one for way, people in article.people() for one in _carriers(people, way)]
    if carriers:
        _take_in(carriers, found, at)
    if at.can(_META, _TAG):
        for row in found.addresses:
            row.identifier = (row.at / "id").identify(row.given.id, "cor", "corresp")
        for row in found.footnotes:
            if row.named or row.given.id:
                row.identifier = (row.at / "id").identify(row.given.id, "fn", "fn")
    return found


def _carriers(people: Sequence[Carrier], way: Path) -> Iterator[tuple[Carrier, Path]]:
    """The contributors and members of groups who carry notes or have addresses of their own."""
    for index, person in enumerate(people):
        if person.notes or person.correspondence:
            yield person, (*way, index)
        if person.members:
            yield from _carriers(person.members, (*way, index, "members"))


def _take_in(carriers: Sequence[tuple[Carrier, Path]], found: AuthorNotes, at: Cursor) -> None:
    known = {_content(row.given): row for row in reversed([*found.addresses, *found.footnotes])}
    for person, way in carriers:
        for kind, name, links in _links(person):
            for index, link in enumerate(links):
                if not isinstance(link, str):
                    here = Cursor(at.context, (*at.path, *way, name, index))
                    found.in_place[id(link)] = _row(link, known, found, here)
                if (row := found.find(kind, link)) is not None:
                    row.named = True


def _links(person: Carrier) -> tuple[tuple[type, str, Sequence[str | Note | Correspondence]], ...]:
    """What a person points to, by kind and field."""
    return (Correspondence, "correspondence", person.correspondence), (Note, "notes", person.notes)


def _row(link: Note | Correspondence, known: dict[Hashable, NoteRow], found: AuthorNotes, at: Cursor) -> NoteRow:
    content = _content(link)
    row = known.get(content)
    if row is None or link.id not in (None, row.given.id):
        row = known[content] = found.add(link, at)
    return row


def _content(given: Note | Correspondence) -> Hashable:
    """All that it says, without the name by which it is referred to."""
    return (type(given), *(repr(value) for name, value in given if name != "id"))


def write_note_links(person: Carrier, notes: AuthorNotes, at: Cursor) -> list[Element | None]:
    """Pointers to addresses, then to footnotes; a corresponding author who names none means the addresses nobody names."""
    corresponding = isinstance(person, Contributor) and person.corresponding
    if not (corresponding or person.correspondence or person.notes):
        return []
    made = []
    if corresponding and not person.correspondence:
        made = [_write_link(row, at / "corresponding") for row in notes.addresses if not row.named]
    for kind, name, links in _links(person):
        for index, link in enumerate(links):
            here = at / name / index
            row = notes.find(kind, link)
            if row is None:
                known = ", ".join(name for one, name in notes.by_id if one is kind) or "none is listed"
                here.refuse(f"none of the article's {name} has the id '{link}'; known: {known}")
            elif row.identifier is None and not isinstance(link, str) and row.at.path != here.path:
                here.lose(_TAG, _META)  # equal to one that is reported at its own field
            else:
                made.append(_write_link(row, here))
    return made


def _write_link(row: NoteRow, at: Cursor) -> Element | None:
    if row.identifier is None:
        return None
    kind = "fn" if isinstance(row.given, Note) else "corresp"
    return element("xref", at, {"ref-type": kind, "rid": row.identifier}, row.given.label)


def write_author_notes(article: Article, notes: AuthorNotes, at: Cursor) -> Element | None:
    """`<author-notes>`: its heading, each address under its identifier, each footnote."""
    heading = article.notes_heading
    if not (notes.addresses or notes.footnotes):
        if heading is not None:
            (at / "notes_heading").lose("title without notes", _TAG)
        return None
    if not at.can(_META, _TAG):
        _lose(article, notes, at)
        return None
    addresses = [one for row in notes.addresses for one in _write_address(row)]
    footnotes = [
        write_note(row.given, row.identifier, row.at) for row in notes.footnotes if isinstance(row.given, Note)
    ]
    made = element(_TAG, at, None, _write_heading(heading, at / "notes_heading"), addresses, footnotes)
    if heading is not None:
        point(made, heading.refers_to, at / "notes_heading" / "refers_to")
    return made


def _lose(article: Article, notes: AuthorNotes, at: Cursor) -> None:
    for name in ("correspondence", "notes", "conflict_of_interest", "notes_heading"):
        if getattr(article, name):
            (at / name).lose(_TAG, _META)
    for row in (*notes.addresses, *notes.footnotes):
        if len(row.at.path) > 2:
            row.at.lose(_TAG, _META)


def _write_heading(heading: NotesHeading | None, at: Cursor) -> list[Element | None]:
    if heading is None:
        return []
    return [
        element("label", at / "label", None, heading.label),
        write_text("title", heading.title, at / "title"),
        *write_blocks(heading.text, at / "text", _TAG),
    ]


def _write_address(row: NoteRow) -> list[Element | None]:
    """A `<corresp>` for each language; people point to that in the article's own."""
    if isinstance(row.given, Note):
        return []
    made = []
    for number, (language, text, here) in enumerate(versions(row.given.text, row.at / "text")):
        label = element("label", row.at / "label", None, row.given.label)
        identifier = None if number else (row.identifier, row.at / "id")
        attributes: Attributes = {"id": identifier, "xml:lang": (language, here)}
        made.append(element("corresp", row.at, attributes, label, write_inline(text, here, "corresp")))
    return made


def write_note(note: Note, identifier: str | None, at: Cursor) -> Element | None:
    """One `<fn>`."""
    attributes: Attributes = {
        "id": (identifier, at / "id"),
        "symbol": (note.symbol, at / "symbol"),
        "xml:lang": (foreign(note.language, at.context.language), at / "language"),
        **(_kind(note.type, at / "type") if note.type else {}),
    }
    label = element("label", at / "label", None, note.label)
    return element("fn", at, attributes, label, write_blocks(note.text, at / "text", "fn"))


def _kind(kind: str, at: Cursor) -> Attributes:
    """What a note is about: as the schema has it, else as a kind of one's own, which before JATS 1.3 has no place but here."""
    if at.takes("fn", "fn-type", kind):
        return {"fn-type": (kind, at)}
    if at.takes("fn", "fn-type", "custom"):
        return {"fn-type": ("custom", at), "custom-type": (kind, at)}
    return {"fn-type": (_OLDER.get(kind, "other"), at), "specific-use": (kind, at)}
