"""The lines without a label before and between the labelled parts: authors, affiliations, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jats.importers.text_page.addresses import has_institution, names_country
from jats.importers.text_page.affiliation_lines import add_affiliation
from jats.importers.text_page.author import Author
from jats.importers.text_page.blocks import FIELD, LABEL, SAME, Page, Span
from jats.importers.text_page.contacts import EMAIL, contacts_in
from jats.importers.text_page.correspondence import CORRESPONDS, mark_corresponding, surname_in
from jats.importers.text_page.labels import label_at
from jats.importers.text_page.matching import find_same, same_person, scripts_differ
from jats.importers.text_page.names import STRONG, bare_mark, bare_name, name_strength
from jats.importers.text_page.people import (
    add_contact,
    add_details,
    read_people_line,
    reads_as_detail,
)
from jats.importers.text_page.prose import prose_runs
from jats.importers.text_page.sections import Section
from jats.importers.text_page.shapes import is_prose, is_shouted

_MARK = (
    r"(?:\d{1,2}(?!\d)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[*∗⁎†‡§¶#✉]{1,3}|[ᵃᵇᶜᵈᵉᶠᵍʰ]|[a-h](?=[\s,).A-ZÀ-ÞА-ЯІЇЄҐ])"
    r"|(?:I{1,3}|IV|VI{0,3})(?=[\s,).]))"
)
_MARKED = re.compile(
    rf"^\s*[(\[（]?\s*(?:\^[{{(]?|\*(?=\d))?(?P<mark>{_MARK}(?:\s?,\s?{_MARK})*)\s*(?:[)\].:}}]|[–—-]\s)?\s*(?=[^\W\d_]|[(«\"„“])"
)
_NEXT_MARK = re.compile(
    r"(?:[;.,]\s+|；\s*)(?=[(\[]?(?:\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[a-h])[)\].]?\s?[^\W\d_]{3})|\s+(?=[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s?[^\W\d_])"
)


@dataclass(slots=True)
class Group:
    """Authors whom one part of the page names, and the affiliations by their marks."""

    authors: list[Author]
    first: int
    last: int
    by_mark: dict[str, list[list[Span]]] = field(default_factory=dict)
    line: list[Author] = field(default_factory=list)
    """The authors of the last line with names."""
    open_line: list[Span] | None = None
    """The affiliation that the next line may go on with."""

    def marks(self) -> set[str]:
        """All marks after names."""
        return {mark for author in self.authors for mark in author.marks}


@dataclass(slots=True)
class Front:
    """What is being read: the groups of authors, and the lines that are left for titles."""

    page: Page
    known: frozenset[str]
    groups: list[Group] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)
    current: Group | None = None
    last_block: int = -2
    prose: set[int] = field(default_factory=set)
    titled: set[Span] = field(default_factory=set)
    """Titles after the names of the authors in one line."""
    mark: tuple[Span, str] | None = None
    """A mark that is a line by itself; the next line is its affiliation."""

    def read(self, sections: Sequence[Section]) -> None:
        """Read the parts in order."""
        loose = [span for section in sections if section.kind == "loose" for span in section.spans]
        free = [span for span in loose if self.page.is_free(span.block)]
        self.prose = {span.block for run in prose_runs(self.page, free) for span in run}
        for at, section in enumerate(sections):
            if section.kind == "loose":
                following = sections[at + 1] if at + 1 < len(sections) else None
                for span in section.spans:
                    self._line(span, following, sure=False)
            elif section.kind in ("authors", "about"):
                self.current = None
                for span in self._without_reversed(section.spans):
                    self._line(span, None, sure=True)
                self.current = self.current if section.kind == "authors" else None
            elif section.kind == "affiliations":
                for span in section.spans:
                    self._line(span, None, sure=True)
            elif section.kind in ("email", "orcid", "phone"):
                self._contact(section)
            elif section.kind not in ("doi", "udc", "section", "tail", "correspondence", "issn", "bbc", "grnti"):
                self.current = None

    def _without_reversed(self, spans: Sequence[Span]) -> list[Span]:
        """The lines without pairs of an affiliation and, after it, the names of authors who are known already."""
        if not self.groups or not spans or not has_institution(self.page.text(spans[0])):
            return list(spans)
        rest = list(spans)
        for before, after in pairwise(spans):
            names = re.split(r"(?<!\s)\s*(?:[,;&]|\band\b)\s*", self.page.text(after).strip(" ."))
            owners = [
                author for author in self.groups[0].authors if any(same_person(author.name, name) for name in names)
            ]
            text = self.page.text(before)
            if owners and len(owners) == len([name for name in names if name]) and has_institution(text):
                self.page.use(before, FIELD, "affiliations")
                self.page.use(after, SAME, "authors")
                for author in owners:
                    author.lines.append([before])
                rest = [span for span in rest if span not in (before, after)]
        return rest

    def _contact(self, section: Section) -> None:
        """A line that begins with `E-mail:` or `ORCID:`."""
        author = self._author_before()
        for span in section.spans:
            contacts, _ = contacts_in(self.page, span)
            for kind, where in contacts:
                if author is not None:
                    add_contact(self.page, self._owner(where, author), kind, where)
                self.last_block = span.block

    def _owner(self, where: Span, author: Author) -> Author:
        """The author whose name is in brackets after an address, else the one before the line."""
        after = self.page.blocks[where.block].text[where.end : where.end + 60]
        if self.groups and (found := re.match(r"\s*\(([^()]+)\)", after)):
            named = [one for one in self.groups[0].authors if surname_in(one, found[1])]
            if len(named) == 1:
                self.page.use(Span(where.block, where.end, where.end + found.end()), LABEL)
                return named[0]
        return author

    def _author_before(self) -> Author | None:
        group = self.current or (self.groups[-1] if self.groups else None)
        return group.line[-1] if group and group.line else None

    def _line(self, span: Span, following: Section | None, *, sure: bool) -> None:
        page = self.page
        if not page.free(span.block) or any(
            use.kind == FIELD and use.start <= span.start < use.end for use in page.uses[span.block]
        ):
            return
        if page.blocks[span.block].style == "title":  # the document says so: it is not a line of people
            self.lines.append(span)
            return
        if span.block in self.prose:
            self.current = None
            self.lines.append(span)
            return
        near = span.block - self.last_block <= 3
        if self._alone(span) or self._marked(span) or self._note(span) or self._by_surname(span):
            self.last_block = span.block
            return
        if self.current is not None and near and self._single_name(span):
            self.last_block = span.block
            return
        if self.current is not None and near and self._continues(span):
            self.last_block = span.block
            return
        if (sure or not is_prose(page.text(span), 600)) and self._names(span, following, sure=sure):
            self.last_block = span.block
            return
        if (
            self.current is not None
            and (near or sure)
            and reads_as_detail(page, span)
            and not is_shouted_title(page.text(span))
            and not self._is_louder(span)
        ):
            self._details(span)
            self.last_block = span.block
            return
        if not sure:
            self.current = None
        self.lines.append(span)

    def _is_louder(self, span: Span) -> bool:
        """Whether a line in capitals follows affiliations in small letters: it is a title."""
        group = self.current
        text = self.page.text(span)
        if group is None or not is_shouted(text) or label_at(text) or re.search(r"\d{4}|@", text):
            return False
        known = [line for author in group.authors for line in author.lines]
        return bool(known) and not is_shouted(self.page.text(known[-1][0]))

    def _alone(self, span: Span) -> bool:
        """A mark in a line of its own, and then the affiliation."""
        group = self.groups[-1] if self.groups else None
        mark = bare_mark(self.page.text(span))
        if self.mark is not None and group is not None:
            (where, before), self.mark = self.mark, None
            if has_institution(self.page.text(span)) or not _MARKED.match(self.page.text(span)):
                self.page.use(where, LABEL, "mark")
                self._take_marked(group, span, [before], 0)
                return True
        if group is None or len(mark) > 2 or mark not in group.marks():
            return False
        self.mark = (span, mark)
        return True

    def _by_surname(self, span: Span) -> bool:
        """`Roe: Institute of Seas, Odesa`: a line that begins with the surname of an author."""
        found = _OF_ONE.match(self.page.text(span))
        if found is None or not self.groups:
            return False
        named = [author for author in self.groups[-1].authors if surname_in(author, found[1])]
        if len(named) != 1 or len(found[1].split()) > 3:
            return False
        self.page.use(span.part(0, found.end()), LABEL, "surname")
        add_details(self.page, named, span.part(found.end(), len(self.page.text(span))))
        self.current, self.groups[-1].line = self.groups[-1], named
        return True

    def _marked(self, span: Span) -> bool:
        """An affiliation after the mark that authors have."""
        text = self.page.text(span)
        found = _MARKED.match(text)
        if not self.groups or found is None:
            return False
        some = [bare_mark(one) for one in re.split(r"\s?,\s?", found["mark"])]
        group = next((one for one in reversed(self.groups) if one.marks() & set(some)), self.groups[-1])
        marks = [one for one in some if one in group.marks()]
        mark = marks[0] if marks else ""
        if not marks or (CORRESPONDS.search(text) and not has_institution(text)):
            return False
        if "*" in mark and EMAIL.search(text) and not has_institution(text):
            return False
        self._take_marked(group, span, marks, found.end())
        return True

    def _take_marked(self, group: Group, span: Span, marks: list[str], start: int) -> None:
        page, text = self.page, self.page.text(span)
        page.use(span.part(0, start), LABEL, "mark")
        cut = next((one for one in _NEXT_MARK.finditer(text, start) if _is_known_mark(text[one.end() :], group)), None)
        rest = span.part(start, cut.start() if cut else len(text))
        owners = [author for author in group.authors if set(marks) & set(author.marks)]
        holder = Author("", rest, 0)
        add_affiliation(page, holder, owners, rest)
        for line in holder.lines:
            for mark in marks:
                group.by_mark.setdefault(mark, []).append(line)
        group.open_line = holder.lines[-1] if holder.lines else None
        group.line, self.current = (owners or group.line)[-1:], group
        if cut and (following := _MARKED.match(text[cut.end() :])):
            self._take_marked(group, span.part(cut.end(), len(text)), [bare_mark(following["mark"])], following.end())

    def _note(self, span: Span) -> bool:
        """A line on the corresponding author: `* Corresponding author: …`."""
        text = self.page.text(span)
        group = self.groups[-1] if self.groups else None
        found = re.match(r"^\s*[(\[]?\s*([*∗⁎†‡✉#]{1,2})\s*[)\]]?\s*", text)
        if group is None or not (CORRESPONDS.search(text) or (found and EMAIL.search(text))) or len(text) > 400:
            return False
        if not found and not EMAIL.search(text) and not CORRESPONDS.match(text.strip()):
            return False
        mark = bare_mark(found[1]) if found else "*"
        mark_corresponding(self.page, self.groups[0].authors, span, mark)
        return True

    def _single_name(self, span: Span) -> bool:
        """A person with one name, between the affiliation of the author before and the own one."""
        group, page = self.current, self.page
        text = page.text(span)
        if group is None or not re.fullmatch(r"[^\W\d_]{3,20}", text) or not text[0].isupper() or text.isupper():
            return False
        ahead = page.blocks[span.block + 1].text if span.block + 1 < len(page.blocks) else ""
        if (
            not (group.line and group.line[-1].lines and has_institution(ahead))
            or has_institution(text)
            or label_at(text)
        ):
            return False
        page.use(span, FIELD, "authors")
        author = Author(text, span, STRONG)
        group.authors.append(author)
        group.line, group.last, group.open_line = [author], span.block, None
        return True

    def _continues(self, span: Span) -> bool:
        """A line that goes on with the affiliation before it, as text from a PDF does."""
        group, page = self.current, self.page
        if group is None or group.open_line is None or page.blocks[span.block].gap:
            return False
        text, before = page.text(span), page.blocks[group.open_line[-1].block].text.rstrip()
        broken = re.search(r"[^\W\d_]-$|,$|\b(?:of|and|та|і|и|und|de|für|of the)$", before) is not None
        if bare_name(text) != text:  # it begins with the title of the next author
            return False
        if not (broken or text[:1].islower()) or EMAIL.search(text) or "://" in text or label_at(text):
            return False
        page.use(span, FIELD, "affiliations")
        group.open_line.append(span)
        return True

    def _names(self, span: Span, following: Section | None, *, sure: bool) -> bool:
        page = self.page
        uses = len(page.uses[span.block])
        title = _title_after_names(page.text(span))
        authors = read_people_line(page, span.part(0, title) if title else span, self.known)
        if not authors:
            return False
        if not self._accepts(authors, span, following, sure=sure):
            del page.uses[span.block][uses:]
            return False
        group = self.current
        if group is None or (group.by_mark and not sure) or _in_other_letters(authors, group.authors):
            group = self.current = Group([], span.block, span.block)
            self.groups.append(group)
        if title:
            rest = page.strip(span.part(title, len(page.text(span))), ".")
            self.lines.append(rest)
            self.titled.add(rest)
        group.authors += authors
        group.line, group.last, group.open_line = authors, span.block, None
        if authors[-1].lines:
            group.open_line = authors[-1].lines[-1]
        return True

    def _accepts(self, authors: list[Author], span: Span, following: Section | None, *, sure: bool) -> bool:
        if any(author.strength == STRONG or author.has_details for author in authors) or sum(
            bool(one.marks) for one in authors
        ):
            return not is_shouted_title(self.page.text(span)) or sure
        if all(author.strength < STRONG for author in authors) and names_country(
            self.page.text(span).rpartition(",")[2]
        ):
            return False
        if self.groups and all(find_same(author, self.groups[0].authors) for author in authors):
            return True
        if sure or (len(authors) > 1 and not self.known):
            return True
        ahead = (
            self.page.text(following.spans[0]) if following and following.kind == "loose" and following.spans else ""
        )
        named = following is not None and following.kind in ("orcid", "email")
        return (
            named
            or bool(
                (ahead and reads_as_detail(self.page, following.spans[0]) and has_institution(ahead))
                or "orcid" in ahead.lower()
            )
            if following
            else False
        )

    def _without_affiliation(self, group: Group) -> list[Author]:
        """Authors in the lines right before the last one, who share what follows it."""
        found: list[Author] = []
        block = group.line[0].span.block
        for author in reversed(group.authors[: -len(group.line)]):
            if author.lines or author.marks or author.span.block != block - 1:
                break
            if self.page.blocks[block].gap:
                break
            found.insert(0, author)
            block = author.span.block
        return found

    def _details(self, span: Span) -> None:
        group = self.current
        if group is None:
            return
        owners = [*self._without_affiliation(group), *group.line]
        contacts_only = EMAIL.search(self.page.text(span)) and not has_institution(self.page.text(span))
        before = [len(author.lines) for author in owners]
        add_details(self.page, owners[-1:] if contacts_only else owners, span, group.open_line)
        grown = [author for author, size in zip(owners, before, strict=True) if len(author.lines) > size]
        group.open_line = grown[-1].lines[-1] if grown else group.open_line
        group.last = span.block


def _in_other_letters(authors: Sequence[Author], before: Sequence[Author]) -> bool:
    """Whether as many people as before are named, in other letters."""
    return len(authors) == len(before) and scripts_differ(authors[0].name, before[0].name)


_OF_ONE = re.compile(r"([^\W\d_][^:,;\d]{1,40}?)(?::|\s(?:is|was) with(?: the)?)\s+(?=\S)")


def _title_after_names(text: str) -> int | None:
    """Where the title begins in `J. Roe, K. Doe. TIDES OF THE NORTH`."""
    found = re.match(r"(.{5,150}?[^\W\d_]{3,})\.\s+(?=[^\W\d_])", text)
    if found is None or not is_shouted(text[found.end() :]) or len(text[found.end() :].split()) < 3:
        return None
    names = re.split(r"(?<!\s)\s*[,;]\s*", found[1])
    return found.end() if all(name_strength(name) == STRONG for name in names) else None


def _is_known_mark(text: str, group: Group) -> bool:
    found = _MARKED.match(text)
    return found is not None and bare_mark(found["mark"]) in group.marks()


def is_shouted_title(text: str) -> bool:
    """Whether a line in capitals is longer than a name."""
    return is_shouted(text) and len(text.split()) > 4 and "," not in text
