"""What a page says that has no field, and what is of the platform."""

from __future__ import annotations

from jats.findings import Note
from jats.importers import codes
from jats.importers.html_page.alike import same_number, same_words
from jats.importers.html_page.said import Pool


def _says_nothing_new(text: str, pool: Pool) -> bool:
    """Whether the line of the issue has only what the page says of it elsewhere, or the name of the section."""
    from jats.importers.text_page.issue_line import read_issue_line

    if any(same_words(text, said.text) for field in ("section", "journal", "published") for said in pool.ranked(field)):
        return True
    found = read_issue_line(text)
    if found is None or found.volume is None:
        return False
    start, end = found.volume[:2]
    return any(same_number(text[start:end], said.text) for said in pool.ranked("volume"))


def report_rest(pool: Pool, note: Note) -> None:
    """Note what has no field; a conference has a date in JATS, which no tag gives."""
    for field in ("conference", "coverage", "contributor", "isbn"):
        pool.unplaced += pool.ranked(field)
    pool.unplaced += [said for said in pool.ranked("issue_line") if not _says_nothing_new(said.text, pool)]
    for said in pool.unplaced:
        note(codes.not_placed(said.place, (), said.name, said.text))
    if pool.left_out:
        place = min(pool.left_out.values())
        note(codes.left_out(place, (), list(pool.left_out), "these are of the platform, not of the article"))
