"""The labels of the model → the fields of a reference, by what only the whole of it can say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jats.citations.people import names_in, people_of
from jats.citations.spans import Span

Fields = dict[str, object]

_SIMPLE = {
    "surname": "author_surname", "given": "author_given", "source": "source", "volume": "volume", "issue": "issue",
    "supplement": "supplement", "lpage": "lpage", "year": "year", "month": "month", "etal": "etal", "collab": "collab",
    "publisher": "publisher", "edition": "edition", "series": "series", "conference": "conf_name", "size": "size",
    "accessed": "date_in_citation", "language": "lang", "medium": "medium", "status": "status", "degree": "degree",
    "number": "number", "comment": "comment",
}  # fmt: skip
_SINGLE = frozenset((
    "article_title", "chapter_title", "source", "volume", "issue", "supplement", "fpage",
    "elocation", "year", "publisher", "publisher_loc",
    "edition", "series", "conf_name", "conf_loc", "size", "date_in_citation", "lang", "medium", "status", "degree", "number",
    "trans_title", "trans_source",
))  # fmt: skip
"""Fields that a reference has once; of several spans the longest counts, of several numbers the first."""
_NUMBERS = frozenset(("volume", "issue", "supplement", "fpage", "elocation", "year", "edition", "size"))
_ROLES = tuple((role, f"{role}_surname", f"{role}_given") for role in ("author", "editor", "translator"))
_OF_PEOPLE = frozenset(f"{role}_{part}" for role, _, _ in _ROLES for part in ("surname", "given", "suffix"))
_WHOLE_WORKS = frozenset(("book", "thesis", "report", "standard", "legal-doc", "patent"))
_LISTS = ("collab", "url", "comment")
_TRANSLATORS = re.compile(
    r"\b(?:trans(?:l|lated|lators?|lation)?|trad(?:ucción|uction|ução|utor|uctor)?|übers\w*|пер(?:екл\w*|еклад\w*|евод\w*)?|çev\w*|tłum\w*|přel\w*)\b|译|訳|역\b|ترجم",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"\b(?:eds?|editors?|ред|hrsg|org|orgs|coords?|dirs?)\b", re.IGNORECASE)
_ELOCATION = re.compile(r"[eEaALR]\d{3,}|\d{6,}|\d+\([A-Z]\)|[a-z]\w*\.\d+")


def refined(text: str, spans: Sequence[Span], kind: str, identifiers: Iterable[Span]) -> list[Span]:
    """The spans under the names of the fields, in order, without overlaps; identifiers come before the model's labels."""
    fixed = list(identifiers)
    found = [span for span in spans if span.label != "id"]
    if fixed:
        found = [span for span in found if not any(_overlaps(span, one) for one in fixed)]
    labels = {span.label for span in found}
    named = [_named(text, found, i, kind, labels) for i in range(len(found))]
    whole = [part for span in named for part in names_in(text, span)]
    return _without_repeats(sorted([*whole, *fixed], key=_start))


def _start(span: Span) -> int:
    return span.start


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _named(text: str, spans: Sequence[Span], i: int, kind: str, labels: set[str]) -> Span:
    span = spans[i]
    label = span.label
    if label == "title":
        name = _title(kind, labels)
    elif label == "fpage":
        name = _locator(text, spans, i, kind)
    elif label == "place":
        name = "conf_loc" if kind == "conference" and "publisher" not in labels else "publisher_loc"
    elif label in ("esurname", "egiven"):
        name = f"{_role(text, spans, i)}_{label[1:]}"
    elif label == "suffix":
        name = f"{_before(spans, i)}_suffix"
    else:
        name = _SIMPLE[label]
    return Span(span.start, span.end, name, span.confidence)


def _title(kind: str, labels: set[str]) -> str:
    """A work that stands alone is its own source; the part of a book is a chapter."""
    if "source" not in labels and kind in _WHOLE_WORKS:
        return "source"
    return "chapter_title" if kind == "chapter" else "article_title"


def _locator(text: str, spans: Sequence[Span], i: int, kind: str) -> str:
    last = i + 1 < len(spans) and spans[i + 1].label == "lpage"
    if last or kind in ("chapter", "book", "thesis"):
        return "fpage"
    return "elocation" if _ELOCATION.fullmatch(spans[i].of(text)) else "fpage"


def _before(spans: Sequence[Span], i: int) -> str:
    """Whose suffix it is: that of the name before it, or after it where none is before."""
    near = [spans[k].label for k in (i - 1, i - 2, i + 1) if 0 <= k < len(spans)]
    return "editor" if near and near[0] in ("esurname", "egiven") else "author"


def _role(text: str, spans: Sequence[Span], i: int) -> str:
    """Editor or translator, by the words just before and after the run of names that the span is in."""
    first = last = i
    while first and spans[first - 1].label in ("esurname", "egiven", "suffix", "etal"):
        first -= 1
    while last + 1 < len(spans) and spans[last + 1].label in ("esurname", "egiven", "suffix", "etal"):
        last += 1
    before = text[spans[first - 1].end if first else 0 : spans[first].start]
    after = text[spans[last].end : spans[last + 1].start if last + 1 < len(spans) else spans[last].end + 30]
    near = f"{before} {after}"
    return "translator" if _TRANSLATORS.search(near) and not _EDITORS.search(near) else "editor"


def _without_repeats(spans: list[Span]) -> list[Span]:
    """One span of a field that a reference has once; what is left out stays plain text."""
    kept: dict[str, Span] = {}
    for span in spans:
        if span.label in _SINGLE:
            other = kept.get(span.label)
            longer = other is not None and span.end - span.start > other.end - other.start
            if other is None or (longer and span.label not in _NUMBERS):
                kept[span.label] = span
    return [span for span in spans if span.label not in _SINGLE or kept[span.label] is span]


def fields_of(text: str, spans: Sequence[Span]) -> Fields:
    """The values of a reference under the names of its fields, as printed."""
    fields: Fields = {}
    labels = {span.label for span in spans}
    for role, surname, given in _ROLES:
        if surname in labels or given in labels:
            people = people_of(text, spans, role)
            if people:
                fields[f"{role}s"] = people
    for span in spans:
        label = span.label
        if label in _OF_PEOPLE:
            continue
        value: object = True if label == "etal" else span.of(text)
        if label in fields and label in _LISTS:
            _add(fields, label, value)
        else:
            fields.setdefault(label, value)
    return fields


def _add(fields: Fields, label: str, value: object) -> None:
    present = fields[label]
    if isinstance(present, list):
        present.append(value)
    else:
        fields[label] = [present, value]
