"""The blocks of a page → a draft of its article. Word files and web pages are read by it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jats.draft import Map
from jats.findings import Note
from jats.importers.text_page import article, authors, compare, loose, parts
from jats.importers.text_page import cited as citing
from jats.importers.text_page.blocks import FIELD, LABEL, SAME, Block, Page
from jats.importers.text_page.correspondence import mark_corresponding
from jats.importers.text_page.front import Front
from jats.importers.text_page.journal import find_journal, heads_of
from jats.importers.text_page.reading import Reading
from jats.importers.text_page.report import report
from jats.importers.text_page.sections import Section, sections_of
from jats.importers.text_page.titles import Candidate, Surroundings, candidates_of, choose, folded_title, translations
from jats.importers.text_page.values import Facts


def read_lines(blocks: Sequence[Block], note: Note, *, keep_phones: bool = False) -> Map:
    """The draft of the article that some lines, or paragraphs, describe; what has no place is noted.

    Blank blocks may be left out if the block after them has `gap`. Places of the blocks become places of the values.
    """
    reading = read_page(blocks, keep_phones=keep_phones)
    draft = article.draft_of(reading)
    report(reading, note)
    return draft


def read_page(blocks: Sequence[Block], *, keep_phones: bool = False) -> Reading:
    """A page, read as far as it goes, with the account of every character."""
    page = Page(blocks)
    reading = Reading(page, Facts(page), keep_phones=keep_phones)
    reading.sections = sections_of(page)
    for step in _STEPS:
        step(reading)
    return reading


def _values(reading: Reading) -> None:
    """Parts with values of one line, and the texts."""
    for section in reading.sections:
        parts.read_part(reading, section)


def _loose_values(reading: Reading) -> None:
    """Lines without a label that have a form of their own: the issue, identifiers, rights."""
    for section in reading.sections:
        if section.kind == "loose":
            for span in list(section.spans):
                loose.read_loose(reading, span)


def _citation(reading: Reading) -> None:
    for section in reading.sections:
        if section.kind == "citation" and not citing.is_citation(reading.page, section.spans):
            section.kind = "loose"  # a button, and what happens to be below it
        elif section.kind == "citation":
            found = citing.read_cited(reading.page, section.spans)
            if found and (reading.cited is None or len(found.fields) > len(reading.cited.fields)):
                if reading.cited is not None:
                    citing.account(reading.page, reading.cited)
                reading.cited = found
            elif found:
                citing.account(reading.page, found)


def _people(reading: Reading) -> None:
    known = parts.known_names(reading)
    reading.front = Front(reading.page, known)
    reading.front.read(reading.sections)
    people = authors.gather_people(reading)
    group = next((one for one in reading.front.groups if one.authors), None)
    for section in reading.sections:
        if section.kind == "correspondence" and group is not None and section.spans:
            _correspondence(reading, section)
    authors.settle_marks(reading, people)


def _correspondence(reading: Reading, section: Section) -> None:
    front = reading.front
    if front is None:
        return
    page = reading.page
    whole = [span for span in section.spans if page.free(span.block)]
    for span in whole:
        mark_corresponding(page, front.groups[0].authors, span)
    left = [one for span in whole for one in page.free(span.block) if one.start >= span.start]
    if left:
        reading.correspondence.append(whole)
        for span in left:
            page.use(span, FIELD, "correspondence")


def _titles(reading: Reading) -> None:
    page, front = reading.page, reading.front
    labelled = [section for section in reading.sections if section.kind == "title"]
    around = _surroundings(reading)
    lines = front.lines if front else []
    found = candidates_of(page, [*lines, *(span for section in labelled for span in section.spans)], around)
    main = choose(page, found, around)
    if main is None:
        _title_from_citation(reading)
        return
    reading.title = main
    find_journal(reading, [one for one in found if one is not main and one.first < main.first])
    reading.titles = translations(
        found, main, around, folded_title(str(reading.journal.value)) if reading.journal else ""
    )


def _title_from_citation(reading: Reading) -> None:
    if reading.cited and (where := citing.taken(reading.page, reading.cited, "article_title", "title")):
        text = reading.page.text(where)
        reading.title = Candidate([where], text, None)


def _surroundings(reading: Reading) -> Surroundings:
    page, front = reading.page, reading.front
    group = next((one for one in front.groups if one.authors), None) if front else None
    authors = {author.span.block for author in group.authors} if group else set()
    labelled = {
        section.first: section.languages[0]
        for section in reading.sections
        if section.kind in ("abstract", "keywords") and section.languages
    }
    labelled.update(parts.text_languages(reading))
    ends = [section.first for section in reading.sections if section.kind == "references"]
    abstracts = [section.first for section in reading.sections if section.kind == "abstract"]
    end = min([*(one for one in abstracts[:1]), *ends], default=1_000_000)
    title = reading.cited.text(page, "article_title") if reading.cited else ""
    journal = folded_title(reading.cited.text(page, "source")) if reading.cited else ""
    if reading.journal:
        journal += "|" + folded_title(str(reading.journal.value))
    heads = [] if reading.journal else heads_of(reading)
    return Surroundings(
        authors,
        labelled,
        end,
        folded_title(title),
        journal,
        first_used=min(authors, default=0),
        titled=front.titled if front else (),
        heads=heads,
    )


def _prose(reading: Reading) -> None:
    """Paragraphs without a label, where the page has no abstract with one."""
    parts.unlabelled_abstracts(reading)


def _compare(reading: Reading) -> None:
    """The citation line: fields that the page has nowhere else, and the rest compared."""
    if reading.cited is not None:
        compare.complete_from_citation(reading, reading.cited)
        citing.account(reading.page, reading.cited)
    compare.account_for_repetitions(reading)


_STEPS: tuple[Callable[[Reading], None], ...] = (
    _citation,
    _values,
    _loose_values,
    _people,
    _titles,
    _prose,
    _compare,
)
"""What is read, in order."""

__all__ = ["FIELD", "LABEL", "SAME", "Block", "read_lines", "read_page"]
