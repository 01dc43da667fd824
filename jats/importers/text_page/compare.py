"""The citation line and the rest of the page: what only the line says is taken, what differs is reported; and repetitions."""

from __future__ import annotations

from jats.draft import Text
from jats.importers.text_page.blocks import SAME, Span
from jats.importers.text_page.cited import Cited, taken
from jats.importers.text_page.reading import Reading
from jats.importers.text_page.titles import folded_title
from jats.importers.text_page.values import is_same

_FIELDS = (
    ("volume", "volume"),
    ("issue", "issue"),
    ("year", "issue_year"),
    ("elocation", "elocation_id"),
    ("doi", "doi"),
)
"""Fields of a reference, and those of the article."""
_MOST_MOVED = 3


def complete_from_citation(reading: Reading, cited: Cited) -> None:
    """Take the fields that only the citation line has, and compare the others."""
    page, facts = reading.page, reading.facts
    _part_at_title(reading, cited)
    for name, into in _FIELDS:
        if into in facts.texts:
            _compare(reading, cited, name, facts.texts[into])
        elif (into != "elocation_id" or "pages" not in facts.texts) and (where := taken(page, cited, name, into)):
            facts.texts[into] = Text(page.text(where), page.place(where))
    _pages(reading, cited)
    if reading.journal is None and (where := taken(page, cited, "source", "journal.title")):
        reading.journal = Text(page.text(where), page.place(where))


def _part_at_title(reading: Reading, cited: Cited) -> None:
    """`… in the city. City. Regional Studies`: a word or two after the article's own title begin the journal's."""
    title, source = cited.fields.get("article_title"), cited.fields.get("source")
    if reading.title is None or title is None or source is None or title.block != source.block:
        return
    text, own = reading.page.text(title), reading.title.text
    rest = text[len(own) :]
    if text.lower().startswith(own.lower()) and rest[:1] in (".", "?", "!") and len(rest.split()) <= _MOST_MOVED:
        cited.fields["article_title"] = title.part(0, len(own))
        cited.fields["source"] = reading.page.strip(Span(title.block, title.start + len(own), source.end), ".?!")


def _compare(reading: Reading, cited: Cited, name: str, mine: Text) -> None:
    where = cited.fields.get(name)
    if where is None:
        return
    day = reading.facts.texts.get("published")
    other = Text(reading.page.text(where), reading.page.place(where))
    if is_same(str(mine.value), str(other.value)) or (name == "year" and day and str(other.value) in str(day.value)):
        return
    reading.facts.clashes.append((name, mine, other))


def _pages(reading: Reading, cited: Cited) -> None:
    page, facts = reading.page, reading.facts
    first, last = cited.fields.get("fpage"), cited.fields.get("lpage")
    if first is None:
        return
    whole = Span(first.block, first.start, last.end) if last and last.block == first.block else first
    if not {"pages", "elocation_id"} & facts.texts.keys():
        facts.texts["pages"] = page.take(whole, "pages")
    elif "pages" in facts.texts and not is_same(page.text(first), str(facts.texts["pages"].value)):
        facts.clashes.append(("pages", facts.texts["pages"], Text(page.text(whole), page.place(whole))))


def account_for_repetitions(reading: Reading) -> None:
    """Lines that say again what the title, the journal or an affiliation says."""
    page = reading.page
    known = {folded_title(str(reading.journal.value))} if reading.journal else set()
    for one in (reading.title, *reading.titles.values()):
        if one is not None:
            known.add(folded_title(one.text))
            known |= {folded_title(page.text(span)) for span in one.spans}
    for span in list(page.unused()):
        if folded_title(page.text(span)) in known:
            page.use(span, SAME, "title")
