"""Authors out of lines: names with marks, and what is said of each (degree, position, institution, ORCID iD, e-mail)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.draft import Text
from jats.importers.text_page.addresses import has_institution, names_country
from jats.importers.text_page.author import Author, add_qualification, is_qualification
from jats.importers.text_page.blocks import FIELD, LABEL, PRIVATE, Page, Span
from jats.importers.text_page.contacts import EMAIL, ORCID, PHONE, contacts_in
from jats.importers.text_page.labels import label_at
from jats.importers.text_page.names import NO, STRONG, WEAK, degree_after, name_strength
from jats.importers.text_page.pieces import Piece, pieces_of
from jats.importers.text_page.tables import is_compound, people_words
from jats.parsers.orders import is_initials, is_patronymic

_LEAD = re.compile(
    (
        r"^(?:[\s•‣▪◦*–—·-]*)(?:\d{1,2}[.)]\s+(?=[^\W\d_]))?(?:by|von|par|por|di|av|af|door|автор[иы]?:?"
        r"|authors?|науковий керівник)?:?\s+(?=\S)|^[\s•‣▪◦·–—-]+"
    ),
    re.IGNORECASE,
)
_OWN = re.compile(r"\s(?:this is me|bu kişi benim)\s*$", re.IGNORECASE)
_GIVEN_AFTER = re.compile(r"^(?:[^\W\d_]\.?[ -]?){1,4}$")


def read_people_line(page: Page, span: Span, known: frozenset[str] = frozenset()) -> list[Author]:
    """The authors of a line, with all that it says of them; empty if it does not begin with a name.

    `known` are surnames of authors that another part of the page gives; they make a name sure.
    """
    text = page.text(span)
    lead = _LEAD.match(text)
    body = span.part(lead.end() if lead else 0, len(text))
    if len(text) > 1_500:
        return []
    before = len(page.uses[span.block])
    if own := _OWN.search(page.text(body)):
        page.use(body.part(*own.span()), LABEL)
        body = page.strip(body.part(0, own.start()))
    contacts, rest = contacts_in(page, body)
    starred = re.search(r"(?<=[^\W\d_])\s([*✉])\s*$", text)
    authors = _inverted(page, body) or _bracketed(page, body) or _read_pieces(page, list(pieces_of(page, rest)), known)
    if authors and starred and starred[1] not in authors[-1].marks:
        authors[-1].marks.append(starred[1])
    if authors:
        page.use(span.part(0, lead.end() if lead else 0), LABEL)
        _give_contacts(page, authors, contacts)
    if not authors or not _explained(page, body):
        del page.uses[span.block][before:]
        return []
    return authors


_INVERTED = re.compile(r"([^\W\d_][^,;\d]{1,40}), ([^\W\d_][^,;\d]{0,40})(?:;\s*|$|\s(?:&|and|y|e)\s)")


def _inverted(page: Page, body: Span) -> list[Author]:
    """`Roe, Jane; Doe, Karl`: each name with its surname first."""
    text = page.text(page.strip(body, ".;"))
    found = list(_INVERTED.finditer(text))
    if ";" not in text or sum(len(one[0]) for one in found) != len(text) or has_institution(text):
        return []
    start = page.strip(body, ".;")
    names = [page.strip(start.part(one.start(1), one.end(2))) for one in found]
    for span in names:
        page.use(span, FIELD, "authors")
    return [Author(page.text(span), span, STRONG) for span in names]


_BRACKETED = re.compile(r"\s*([^()]{4,60}?)\s*\(([^()]{3,200})\)\s*(?:[,;]|&|$)")


def _bracketed(page: Page, body: Span) -> list[Author]:
    """`Jane Roe (University of Tides); Karl Doe (Institute of Seas)`: each name with its affiliation in brackets."""
    text = page.text(body)
    found = list(_BRACKETED.finditer(text))
    if not found or sum(len(one[0]) for one in found) != len(text):
        return []
    if not all(name_strength(one[1]) and has_institution(one[2]) for one in found):
        return []
    authors = []
    for one in found:
        name, line = page.strip(body.part(*one.span(1))), page.strip(body.part(*one.span(2)))
        page.use(name, FIELD, "authors")
        page.use(line, FIELD, "affiliations")
        authors.append(Author(page.text(name), name, STRONG, lines=[[line]]))
    return authors


def _explained(page: Page, body: Span) -> bool:
    """Whether most of a line was read: names, degrees, positions, institutions."""
    left = sum(one.end - one.start for one in page.free(body.block) if body.start <= one.start < body.end)
    lines = [use for use in page.uses[body.block] if use.kind == FIELD]
    return left < 0.4 * (body.end - body.start) and bool(lines)


def _give_contacts(page: Page, authors: list[Author], contacts: Sequence[tuple[str, Span]]) -> None:
    """Each contact to the author before it."""
    for kind, where in contacts:
        before = [author for author in authors if author.span[:2] <= where[:2]]
        add_contact(page, before[-1] if before else authors[0], kind, where)


def add_contact(page: Page, author: Author, kind: str, where: Span) -> None:
    """An ORCID iD, an e-mail address or a telephone number of an author."""
    if kind == "orcid":
        found = ORCID.search(page.text(where))
        if found and author.orcid is None:
            page.use(where.part(0, found.start("id")), LABEL, "orcid")
            author.orcid = page.take(where.part(found.start("id"), found.end("id")), "orcid")
        elif found and author.orcid and author.orcid.value == found["id"]:
            page.use(where, "same", "orcid")
        return
    page.use(where, PRIVATE, kind)
    (author.emails if kind == "email" else author.phones).append(where)


def _read_pieces(page: Page, pieces: list[Piece], known: frozenset[str]) -> list[Author]:
    pieces = _with_late_marks(pieces)
    if not pieces:
        return []
    pieces = _paired(page, pieces)
    names = [_strength(piece.text, known) for piece in pieces]
    if not names[0] and (glued := _unglued(page, pieces[0])):
        pieces = [*glued, *pieces[1:]]
        names = [_strength(piece.text, known) for piece in pieces]
        names[0] = max(names[0], WEAK)
    if not names[0]:
        return []
    authors: list[Author] = []
    loose: list[Piece] = []
    for piece, strength in zip(pieces, names, strict=True):
        started = bool(authors and (authors[-1].lines or loose))
        if strength and (not started or strength == STRONG) and not (started and _is_place(piece)):
            _close(page, authors, loose)
            authors.append(_author(page, piece, strength))
            loose = []
        elif authors and not loose and is_qualification(piece.text):
            left: list[Span] = []
            add_qualification(page, authors[-1], piece.span, left)
            loose += [Piece(one, page.text(one), [], []) for one in left]
        else:
            loose.append(piece)
    _close(page, authors, loose)
    return authors


def _with_late_marks(pieces: list[Piece]) -> list[Piece]:
    """Marks that an ORCID iD parts from their name, with that name."""
    made: list[Piece] = []
    for piece in pieces:
        if piece.text:
            made.append(piece)
        elif made:
            made[-1].marks += piece.marks
            made[-1].mark_spans += piece.mark_spans
    return made


def _is_place(piece: Piece) -> bool:
    """Whether a part that could be a name is a place after an institution."""
    return names_country(piece.text) is not None or not (
        any(is_initials(word) for word in piece.text.split()) or any(is_patronymic(word) for word in piece.text.split())
    )


def _strength(text: str, known: frozenset[str]) -> int:
    found = name_strength(text)
    if found == WEAK and known and any(word.strip(".,").lower() in known for word in text.split()):
        return STRONG
    return found


def _author(page: Page, piece: Piece, strength: int) -> Author:
    page.use(piece.span, FIELD, "authors")
    for span in piece.mark_spans:
        page.use(span, LABEL, "mark")
    author = Author(piece.text.strip(" ,;"), piece.span, strength, piece.marks)
    if degree := degree_after(author.name):
        place = page.place(piece.span.part(*degree.span()))
        author.name, author.degrees = author.name[: degree.start()], [Text(degree[0].strip(" ,"), place)]
    return author


def _paired(page: Page, pieces: list[Piece]) -> list[Piece]:
    """`Roe, J.` is one name: a surname and the initials after its comma."""
    made: list[Piece] = []
    for piece in pieces:
        before = made[-1] if made else None
        follows = (
            before is not None
            and before.span.block == piece.span.block
            and page.blocks[piece.span.block].text[before.span.end : piece.span.start].strip() == ","
        )
        if (
            before
            and follows
            and not before.marks
            and len(before.text.split()) < 3
            and name_strength(before.text) == NO
            and _GIVEN_AFTER.match(piece.text)
            and before.text[:1].isupper()
            and not has_institution(before.text)
        ):
            span = Span(before.span.block, before.span.start, piece.span.end)
            made[-1] = Piece(span, page.text(span), piece.marks, piece.mark_spans)
        else:
            made.append(piece)
    return made


def _unglued(page: Page, piece: Piece) -> list[Piece] | None:
    """A name and an institution after it without a sign between, as copied from a platform's list of authors."""
    words = [found.span() for found in re.finditer(r"\S+", piece.text)]
    compound = len(words) == 3 and is_compound(piece.text[words[2][0] :])
    dense = compound or (words and not piece.text[:1].isupper() and not piece.text[:1].islower())
    if not (2 if dense else 3) < len(words) < 30 or not has_institution(piece.text):
        return None
    best: tuple[float, int] | None = None
    for size in range(2, min(6, len(words))):
        name, rest = piece.text[: words[size - 1][1]], piece.text[words[size][0] :]
        score = _glued_score(name, rest)
        if score and (best is None or score > best[0]):
            best = (score, size)
    if best is None:
        return None
    cut = words[best[1] - 1][1]
    left, right = page.strip(piece.span.part(0, cut)), page.strip(piece.span.part(cut, len(piece.text)))
    return [Piece(left, page.text(left), piece.marks, piece.mark_spans), Piece(right, page.text(right), [], [])]


def _glued_score(name: str, rest: str) -> float:
    strength = name_strength(name)
    if not strength or not has_institution(rest) or rest[:1].islower() or (name + rest).isupper():
        return 0
    tokens = name.split()
    score = float(strength)
    if people_words("whole").match(rest) or people_words("part").match(rest):
        score += 2
    if len(tokens) == 3 and (is_patronymic(tokens[1]) or is_patronymic(tokens[2])):
        score += 4
    if any(is_initials(token) for token in tokens) and (is_initials(tokens[-1]) or is_initials(tokens[0])):
        score += 3 if len(tokens) in (2, 3) else 1
    return score - 0.1 * abs(len(tokens) - 2)


def _close(page: Page, authors: list[Author], loose: list[Piece]) -> None:
    """What follows a name and is not a degree or a position: the affiliation, from its first part to its last."""
    if not authors or not loose:
        return
    author = authors[-1]
    begin = next((at for at, piece in enumerate(loose) if has_institution(piece.text)), None)
    if begin is None:
        begin = 0 if _looks_like_place(loose) else None
    if begin is None:
        return
    kept: list[Piece] = []
    for piece in loose[begin:]:
        if kept and is_qualification(piece.text) and not people_words("whole").search(piece.text):
            add_qualification(page, author, piece.span, [])
        else:
            kept.append(piece)
    runs: list[Span] = []
    for piece in kept:
        if runs and runs[-1].block == piece.span.block and _touch(page, runs[-1], piece.span):
            runs[-1] = Span(piece.span.block, runs[-1].start, piece.span.end)
        else:
            runs.append(piece.span)
    runs = [_without_position(page, author, run) for run in runs]
    for line in _by_semicolon(page, runs):
        for span in line:
            page.use(span, FIELD, "affiliations")
        author.lines.append(line)


def _without_position(page: Page, author: Author, run: Span) -> Span:
    """An affiliation without the position at its end: `Vodiy universiteti dotsenti`, as Turkic languages have it."""
    text = page.text(run)
    found = re.fullmatch(r"(?:.*\s)?([^\W\d_]+)\s([^\W\d_]+)", text)
    if not found or not people_words("whole").fullmatch(found[1]) or not people_words("position").fullmatch(found[2]):
        return run
    add_qualification(page, author, run.part(*found.span(2)), [])
    return page.strip(run.part(0, found.start(2)))


def _touch(page: Page, before: Span, after: Span) -> bool:
    between = page.blocks[before.block].text[before.end : after.start]
    return (
        re.search(r"[^\W_]", between) is None
        or len(between) < 4
        or re.fullmatch(r"\W*\d{1,3}[a-z]?\W*", between) is not None
    )


def _looks_like_place(loose: list[Piece]) -> bool:
    return any(names_country(piece.text) for piece in loose) and len(loose) < 6


def _by_semicolon(page: Page, runs: list[Span]) -> list[list[Span]]:
    """Several affiliations of one author, parted by semicolons."""
    if len(runs) != 1 or ";" not in page.text(runs[0]):
        return [runs] if runs else []
    text = page.text(runs[0])
    parts = [found.span() for found in re.finditer(r"[^;]+", text)]
    if not all(has_institution(text[start:end]) for start, end in parts):
        return [runs]
    return [[page.strip(runs[0].part(start, end), ",")] for start, end in parts]


def reads_as_detail(page: Page, span: Span) -> bool:
    """Whether a line says something of the author before it: a degree, a position, an institution, a contact."""
    text = page.text(span)
    if label := label_at(text):
        return label.kind in ("email", "phone", "orcid")
    return bool(
        is_qualification(text)
        or has_institution(text)
        or ORCID.search(text)
        or EMAIL.search(text)
        or PHONE.search(text)
        or _is_address(text)
    )


def _is_address(text: str) -> bool:
    """Whether a line is a place and its country."""
    parts = [part for part in re.split(r"(?<!\s)\s*[,;]\s*", text.strip(" .")) if part]
    return 1 < len(parts) < 6 and len(text) < 90 and names_country(parts[-1]) is not None


def add_details(page: Page, authors: Sequence[Author], span: Span, open_line: list[Span] | None = None) -> None:
    """A line after a name, or after several, read as what it says of them."""
    contacts, rest = contacts_in(page, span)
    for kind, where in contacts:
        add_contact(page, authors[-1], kind, where)
    for part in rest:
        pieces = list(pieces_of(page, [page.strip(part, "•‣▪.;,")]))
        loose: list[Piece] = []
        for piece in pieces:
            if not loose and is_qualification(piece.text):
                left: list[Span] = []
                add_qualification(page, authors[-1], piece.span, left)
                loose += [Piece(one, page.text(one), [], []) for one in left]
            else:
                loose.append(piece)
        if loose and open_line is not None and not has_institution(page.text(part)) and _looks_like_place(loose):
            page.use(part, FIELD, "affiliations")
            open_line.append(part)
        elif loose and (has_institution(" ".join(piece.text for piece in loose)) or _looks_like_place(loose)):
            fresh = Author("", part, NO)
            _close(page, [fresh], loose)
            authors[-1].degrees += fresh.degrees
            authors[-1].roles += fresh.roles
            for author in authors:
                author.lines += fresh.lines
