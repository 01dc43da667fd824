"""Which characters of a printed reference are which field.

Long values are looked for first, numbers last and after the title and source, so that volume 6 is not found in "6 authors".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jats.draft import Path
from jats.elements.build import Attributes, Cursor
from jats.elements.references.parts import CitationPart, Field, Group, Whole
from jats.elements.references.places import CharRange, Printed
from jats.elements.references.spellings import month_name, printed_days, short_last_pages
from jats.elements.references.structured import role_attributes
from jats.model.cited import Cited
from jats.model.inline import Inline
from jats.model.people import Name

_DASH = re.compile(r"\s?[-‐‑‒–—−]{1,2}\s?")
_BEFORE_ISSUE = re.compile(r"\s*[(,/:]?\s*(?:[^\W\d]{1,6}\.?|№|#)?\s*")
_IN_DATE = re.compile(r"[-./ ]\s?")
_IN_NAME = re.compile(r"[\s,،]{0,3}")
_BLANK = re.compile(r"\s?")
_ET_AL = re.compile(
    r"[\s,;…]{0,4}((?:et\s+al|та\s+ін|і\s+ін|и\s+др|ve\s+ark|y\s+otros|e\s+outros)\b\.?|等)", re.IGNORECASE
)

_RUNS = (
    (("year", "month", "day"), _IN_DATE),
    (("day", "month", "year"), _IN_DATE),
    (("year", "month"), _IN_DATE),
    (("month", "year"), _IN_DATE),
    (("volume", "issue"), _BEFORE_ISSUE),
    (("fpage", "lpage"), _DASH),
)
"""Numbers that are surest if they are together, with what may be between them."""

_TITLES = ("source", "article-title", "chapter-title", "data-title")
_NUMBERS = {
    "volume", "issue", "issue_part", "volume_series", "supplement", "pages", "elocation_id", "total_pages", "size",
    "edition", "version",
}  # fmt: skip
"""Fields that are short, and follow the title and source."""
_IDENTIFIERS = {"pub-id", "isbn", "issn", "issn-l", "object-id", "volume-id", "issue-id"}
_PAGES = ("p", "pp", "pages", "с", "стор", "стр", "s", "S")
"""What follows a number of pages."""
_ORDERS = (
    ("prefix", "surname", "given", "suffix"),
    ("prefix", "surname", "suffix", "given"),
    ("prefix", "given", "surname", "suffix"),
    ("prefix", "full", "suffix"),
)
_PARTS = {"given": "given-names"}
_LONGEST_GAP = 20
"""Characters between two people of one list: `, & `, `; and `."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that are one field; `inner` are the parts of a name, the people of a group."""

    place: CharRange
    tag: str
    path: Path
    attributes: Attributes = field(default_factory=dict)
    inner: tuple[Mark, ...] = ()


class Marking:
    """One reference being marked: what was found so far, and which fields are missing in the text."""

    def __init__(self, text: Inline, at: Cursor) -> None:
        self.printed = Printed.of(text)
        self.at = at
        self.marks: list[Mark] = []
        self.missing: list[tuple[Path, str]] = []

    def mark_all(self, parts: Sequence[CitationPart]) -> None:
        """Look for every field, in the order that makes mistakes least likely."""
        single = [part for part in parts if isinstance(part, Field)]
        for part in parts:
            if isinstance(part, Whole):
                single += self._mark_whole(part)
        words = [one for one in single if one.path[0] not in _NUMBERS and one.path[0] != "date"]
        for one in sorted(words, key=lambda word: (word.tag not in _IDENTIFIERS, -len(str(word.content)))):
            self._mark_words(one, 0)
        for part in parts:
            if isinstance(part, Group):
                self._mark_group(part)
        self._mark_date([one for one in single if one.path[0] == "date"])
        ends = [mark.place[1] for mark in self.marks if mark.tag in _TITLES]
        self._mark_numbers([one for one in single if one.path[0] in _NUMBERS], max(ends, default=0))

    def _mark_whole(self, whole: Whole) -> tuple[Field, ...]:
        """Mark words that are together; those that may be alone are still to be looked for."""
        self.missing += [(path, whole.tag) for path in whole.unsaid]
        if whole.around is None:
            return whole.words
        places = self._find(whole.words, _BLANK, 0)
        if places is None:
            self.missing += [(one.path, one.tag) for one in whole.words]
        else:
            place = self.printed.claim(places)
            inner = [_mark(one, found) for one, found in zip(whole.words, places, strict=True)]
            self.marks.append(Mark(place, whole.around, whole.path, {}, tuple(inner)))
        return ()

    def _mark_words(self, one: Field, after: int) -> None:
        if one.tag == "ext-link" and self._is_linked(str(one.content)):
            return
        places = self._find([one], _BLANK, after)
        for day in printed_days(self.printed.text, str(one.content)) if one.tag == "date-in-citation" else ():
            places = places or self._find([one._replace(content=day)], _BLANK, after)
        if places is None:
            self.missing.append((one.path, one.tag))
        else:
            self._take([one], places)

    def _is_linked(self, url: str) -> bool:
        """Whether the text links to the address already, or can do so at the DOI that the address is made of."""
        if any(href == url for _, _, href in self.printed.links):
            return True
        holders = [mark for mark in self.marks if mark.tag == "pub-id" and self.at.has("pub-id", "xlink:href")]
        for mark in holders:
            if url.endswith(self.printed.text[slice(*mark.place)]):
                self.marks.remove(mark)
                link: Attributes = {"xlink:href": (url, self.at / "url")}
                self.marks.append(replace(mark, attributes=mark.attributes | link))
                return True
        return False

    def _find(self, run: Sequence[Field], between: re.Pattern[str], after: int) -> list[CharRange] | None:
        linked = all(self._stands_in_links(one.tag) for one in run)
        return self.printed.find([str(one.content) for one in run], between, after, linked=linked)

    def _stands_in_links(self, tag: str) -> bool:
        return tag != "ext-link" and (self.at.can(tag, "ext-link") or self.at.has(tag, "xlink:href"))

    def _take(self, run: Sequence[Field], places: Sequence[CharRange]) -> None:
        self.printed.claim(places)
        self.marks += [_mark(one, place) for one, place in zip(run, places, strict=True)]

    def _mark_numbers(self, numbers: list[Field], after: int) -> None:
        left = list(numbers)
        for tags, between in _RUNS:
            run = [one for tag in tags for one in left if one.tag == tag]
            if len(run) == len(tags) and (places := self._find_run(run, between, after)):
                self._take(run, places)
                left = [one for one in left if one not in run]
        for one in left:
            if one.tag in ("month", "day") and str(one.content).isdigit():
                if not self._mark_month(one, numbers):
                    self.missing.append((one.path, one.tag))  # alone, a 3 may be anything
            elif one.path[0] != "total_pages" or not self._mark_page_count(one, after):
                self._mark_words(one, after)

    def _mark_month(self, one: Field, numbers: Sequence[Field]) -> bool:
        """Mark a month that the text has by its name; by its number alone it is not to be known."""
        year = next((str(other.content)[:4] for other in numbers if other.tag == "year"), "")
        name = month_name(self.printed.text, year, str(one.content)) if one.tag == "month" else None
        places = self._find([one._replace(content=name)], _BLANK, 0) if name else None
        if places:
            self._take([one], places)
        return places is not None

    def _find_run(self, run: Sequence[Field], between: re.Pattern[str], after: int) -> list[CharRange] | None:
        """The numbers together; the last page may be printed without the digits that it shares with the first."""
        places = self._find(run, between, after)
        if places is None and run[-1].tag == "lpage" and not self.at.context.wants("last_page", "whole"):
            first, last = run
            for short in short_last_pages(str(first.content), str(last.content)):
                places = places or self._find([first, last._replace(content=short)], between, after)
        return places

    def _mark_date(self, parts: list[Field]) -> None:
        """A printed date with those of its parts in it that it says; the others may be elsewhere."""
        whole = next((one for one in parts if one.tag == "string-date"), None)
        places = self._find([whole], _BLANK, 0) if whole else None
        if whole is None or places is None:
            self._mark_numbers(parts, 0)
            return
        start, end = places[0]
        inner: list[Mark] = []
        for one in parts:
            found = self._find([one], _BLANK, start) if self.at.can(whole.tag, one.tag) else None
            if found and start <= found[0][0] and found[0][1] <= end:
                self.printed.claim(found)
                inner.append(_mark(one, found[0]))
        self.printed.claim(places)
        self.marks.append(replace(_mark(whole, places[0]), inner=tuple(inner)))
        marked = {mark.path for mark in inner}
        self._mark_numbers([one for one in parts if one is not whole and one.path not in marked], 0)

    def _mark_page_count(self, one: Field, after: int) -> bool:
        for unit in _PAGES:
            if places := self.printed.find([str(one.content), unit], _BLANK, after, linked=False):
                self._take([one], places[:1])
                return True
        return False

    def _mark_group(self, group: Group) -> None:
        found: list[Mark] = []
        after = 0
        for index, person in enumerate(group.people):
            path = (*group.path, index)
            mark = self._find_person(person, path, after)
            self.missing += [(path + way, tag) for way, tag in _about(person)]
            if mark is None and not person.anonymous:
                self.missing.append((path, "string-name" if person.name else "collab"))
            elif mark is not None:
                self.missing += _other_forms(person, path, mark.path)
                self.printed.claim([mark.place])
                found.append(mark)
                after = mark.place[1]
        if group.etal:
            found += self._find_etal(after)
        self.marks += [
            Mark(
                self.printed.claim([run[0].place, run[-1].place]),
                "person-group",
                group.path,
                {**role_attributes(group.role, self.at)},
                tuple(run),
            )
            for run in self._runs(sorted(found, key=lambda one: one.place))
        ]

    def _find_etal(self, after: int) -> list[Mark]:
        match = _ET_AL.match(self.printed.text, after)
        if match is None:
            self.missing.append((("etal",), "etal"))
            return []
        return [Mark(match.span(1), "etal", ("etal",))]

    def _runs(self, people: Sequence[Mark]) -> list[list[Mark]]:
        """People with nothing but a comma or the like between them make one group."""
        runs: list[list[Mark]] = []
        for mark in people:
            if runs and self._follows(runs[-1][-1].place[1], mark.place[0]):
                runs[-1].append(mark)
            else:
                runs.append([mark])
        return runs

    def _follows(self, end: int, start: int) -> bool:
        gap = self.printed.text[end:start]
        taken = any(end < until and since < start for since, until in self.printed.taken)
        return not taken and len(gap) <= _LONGEST_GAP and not any(one.isdigit() for one in gap)

    def _find_person(self, person: Cited, path: Path, after: int) -> Mark | None:
        """The person or group in the form of the name that the text has."""
        for index, name in enumerate(person.name):
            if mark := self._find_name(name, (*path, "name", index), after):
                return mark
        for tag, group in (person.collaboration or {}).items():
            if places := self.printed.find([group], _IN_NAME, after, linked=False):
                return Mark(places[0], "collab", (*path, "collaboration", tag), {"xml:lang": tag or None})
        return None

    def _find_name(self, name: Name, path: Path, after: int) -> Mark | None:
        """The name with all its parts, in the order that comes first."""
        candidates: list[Mark] = []
        given = [step for step in ("prefix", "surname", "given", "full", "suffix") if getattr(name, step)]
        for order in _ORDERS:
            steps = [step for step in order if step in given]
            if len(steps) < len(given):
                continue
            places = self.printed.find([getattr(name, step) for step in steps], _IN_NAME, after, linked=False)
            if places is not None:
                candidates.append(self._string_name(name, path, steps, places))
        return min(candidates, key=lambda one: (one.place[0] < after, one.place), default=None)

    def _string_name(self, name: Name, path: Path, steps: Sequence[str], places: Sequence[CharRange]) -> Mark:
        inner = [
            Mark(place, _PARTS.get(step, step), (*path, step))
            for step, place in zip(steps, places, strict=True)
            if step != "full"
        ]
        here = Cursor(self.at.context, self.at.path + path)
        attributes: Attributes = {
            "name-style": (name.style, here / "style"),
            "xml:lang": (name.language, here / "language"),
        }
        return Mark((places[0][0], places[-1][1]), "string-name", path, attributes, tuple(inner))


def _mark(one: Field, place: CharRange) -> Mark:
    return Mark(place, one.tag, one.path, one.attributes or {**(one.sure or {})})


def _about(person: Cited) -> list[tuple[Path, str]]:
    """What is said of a person besides the name: no text is searched for it."""
    elements = (("role", "role"), ("affiliation", "aff"), ("anonymous", "anonymous"))
    return [((step,), tag) for step, tag in elements if getattr(person, step)]


def _other_forms(person: Cited, path: Path, found: Path) -> list[tuple[Path, str]]:
    """The forms of a name that aren't the one that the text has."""
    names = [(*path, "name", index) for index in range(len(person.name))]
    groups = [(*path, "collaboration", tag) for tag in person.collaboration or {}]
    return [(one, "string-name") for one in names if one != found] + [(one, "collab") for one in groups if one != found]
