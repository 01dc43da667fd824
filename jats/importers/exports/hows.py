"""The functions for the words of the column `how` of mapping tables, for formats that say no language beside a value."""

from __future__ import annotations

from jats.draft import Node, Text
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import date_in, iso_date, listed
from jats.importers.exports.marked_text import marked
from jats.importers.exports.marked_text import paragraphs as read_paragraphs
from jats.importers.exports.placing import How


def _text(branches: list[Branch]) -> Node | None:
    return next((text for branch in branches if (text := branch.take())), None)


def _texts(branches: list[Branch]) -> Node | None:
    return listed([text for branch in branches if (text := branch.take())])


def _marked(branches: list[Branch]) -> Node | None:
    return marked(next((branch for branch in branches if branch.words), None))


def _all_marked(branches: list[Branch]) -> Node | None:
    return listed([marked(branch) for branch in branches if branch.words])


def _paragraphs(branches: list[Branch]) -> Node | None:
    return read_paragraphs(next((branch for branch in branches if branch.words or branch.below), None))


def _identifier(branches: list[Branch]) -> Node | None:
    """A number that may be written as an address: `http://id.crossref.org/issn/1234-5679`."""
    text = next((text for branch in branches if (text := branch.take())), None)
    return Text(str(text.value).rpartition("/")[2], text.place) if text else None


def _date(branches: list[Branch]) -> Node | None:
    """A date in Crossref's parts, in XML or in JSON."""
    for branch in branches:
        if branch.element is not None and (date := date_in(branch)):
            return date
        parts = [each.words for each in branch.all("date-parts/item", "date-parts")]
        if text := iso_date(*parts[:3]) if parts and parts[0] else branch.words[:10]:
            branch.use()
            return Text(text, branch.place)
    return None


HOWS: dict[str, How] = {
    "text": _text,
    "texts": _texts,
    "marked": _marked,
    "all marked": _all_marked,
    "paragraphs": _paragraphs,
    "identifier": _identifier,
    "date": _date,
}
