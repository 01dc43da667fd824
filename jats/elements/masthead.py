"""The journal's own people and notes, which are in `<journal-meta>`."""

from __future__ import annotations

from jats.elements.affiliations import gather_institutions, write_institution
from jats.elements.back import write_back_note
from jats.elements.build import Cursor, Element, element
from jats.elements.notes import AuthorNotes
from jats.elements.people import LinkTargets, write_contribs
from jats.model.journal import Journal


def write_masthead(journal: Journal | None, at: Cursor) -> list[Element | None]:
    """Who makes the journal, the institutions that they belong to, and notes on it."""
    if journal is None or not (journal.contributors or journal.affiliations or journal.notes):
        return []
    if not at.can("front", "journal-meta"):
        return []
    here = at / "contributors"
    people = LinkTargets(gather_institutions(journal, at), AuthorNotes())
    contributors = element("contrib-group", here, None, write_contribs(journal.contributors, None, people, here))
    institutions = [write_institution(row) for row in people.institutions.rows]
    notes = [write_back_note(note, at / "notes" / index) for index, note in enumerate(journal.notes)]
    return [contributors, *institutions, *notes]
