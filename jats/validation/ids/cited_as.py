"""Tells by its text which element a reference means: `3`, `Figure 2`, `Roe, 2020`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from jats.validation.ids.missing_targets import numbered, target_of
from jats.validation.names import text_in

_LAST_WORD = re.compile(r"[^\W_]+(?=[\W_]*\Z)")
_NUMBER_AND_PART = re.compile(r"(\d+)[a-z]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?(?![^\W_])")
_NAME_BEFORE = re.compile(
    r"([^\W\d_]{3,}(?:(?:,|\s(?:and|&|et|y|und))?\s[^\W\d_]{3,}){0,3}?)(?:,?\set\sal\.?|,?\sand\scolleagues|’s|'s)?[\s,(\[]*\Z"
)
_USUAL = frozenset(("and", "other", "others", "the", "see", "also"))
_AROUND = " .:()[]"
_LONGEST = 200
_MOST_TARGETS = 1000

Use = tuple[etree._Element, str]


@dataclass(frozen=True, slots=True)
class _Target:
    """An element that references lead to: its id, its label, what tells that from others, its text, the id's last number."""

    value: str
    label: str
    core: str
    whole: str
    number: int | None


class CitedAs:
    """What the references of a document say that they lead to; `uses` are its references, by the id that they name."""

    def __init__(
        self, root: etree._Element, owners: Mapping[str, etree._Element], uses: Mapping[str, list[Use]]
    ) -> None:
        self._root, self._owners, self._uses = root, owners, uses
        self._targets: dict[str, list[_Target]] = {}

    def meant(self, element: etree._Element, *, cited_too: bool = False) -> str | None:
        """The id of the only element that a reference can mean by its text; `None` if that is not clear.

        With `cited_too`, it may also be a work that other references lead to.
        """
        kind, text = element.get("ref-type", ""), _text(element)
        if kind == "bibr" and _YEAR.fullmatch(text):
            text = f"{_name_before(element)} {text}".strip()
        if not text or (len(_NUMBERS.findall(text)) > 1 and not _YEAR.search(text)):
            return None
        same = self._same_text.get((kind, text), set())
        if same and any(map(str.isalnum, text)):  # signs, as *, begin anew in each table
            return next(iter(same)) if len(same) == 1 else None
        core, targets = _core(text), self._targets_of(kind)
        labelled = [each.value for each in targets if text.strip(_AROUND) == each.label != ""]
        labelled = labelled or [each.value for each in targets if core and each.core == core]
        if len(labelled) != 1 and kind == "bibr":  # a label may be the author and year
            found = _by_author(text, targets)
            free = [each for each in found if each not in self._uses]
            labelled = found if cited_too and len(found) == 1 else free
        return labelled[0] if len(labelled) == 1 else None

    def by_number(self, element: etree._Element) -> str | None:
        """The id that ends in the only number of a reference's text, if the ids of the others of its type do so mostly."""
        kind, text = element.get("ref-type", ""), _text(element)
        numbers = _NUMBERS.findall(text)
        if len(numbers) != 1 or _YEAR.search(text):
            return None
        fitting = [each.value for each in self._targets_of(kind) if each.number == int(numbers[0])]
        return fitting[0] if len(fitting) == 1 and self._numbered.get(kind, 0) > 0 else None

    @cached_property
    def _numbered(self) -> Counter[str]:
        """By type, how many more references have the number of their id as their text than have another."""
        counted: Counter[str] = Counter()
        for value, uses in self._uses.items():
            for element, _ in uses if value in self._owners else ():
                numbers = _NUMBERS.findall(_text(element))
                if len(numbers) == 1 and element.get("rid") == value:
                    counted[element.get("ref-type", "")] += 1 if _number_of(value) == int(numbers[0]) else -3
        return counted

    @cached_property
    def _same_text(self) -> dict[tuple[str, str], set[str]]:
        """The ids that references of a type and a text lead to."""
        found: dict[tuple[str, str], set[str]] = {}
        for value, uses in self._uses.items():
            for element, _ in uses if value in self._owners else ():
                if element.get("rid") == value:
                    found.setdefault((element.get("ref-type", ""), _text(element)), set()).add(value)
        return found

    def _targets_of(self, kind: str) -> list[_Target]:
        """The elements that references of a type lead to."""
        if kind not in self._targets:
            elements = self._root.iter(target_of(kind) or "-")
            self._targets[kind] = [
                _Target(value, label.strip(_AROUND), _core(label), _text(each, full=kind == "bibr"), _number_of(value))
                for _, each in zip(range(_MOST_TARGETS), elements, strict=False)
                if (value := each.get("id")) and (label := _label(each)) is not None
            ]
        return self._targets[kind]


def _number_of(value: str) -> int | None:
    """The last number of an id."""
    parts = numbered(value)
    return parts and parts[1]


def _label(element: etree._Element) -> str:
    label = element.find("label")
    if label is None:  # affiliations and notes begin with their sign
        label = element.find("sup")
    return "" if label is None else _text(label)


def _text(element: etree._Element, *, full: bool = False) -> str:
    text = " ".join(text_in(element).split()).lower()
    return text if full or len(text) <= _LONGEST else ""


def _name_before(reference: etree._Element) -> str:
    """The author that is named before a reference which has the year alone: `Roe` in `Roe et al. (<xref>2020</xref>`."""
    before, parent = reference.getprevious(), reference.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    found = _NAME_BEFORE.search((text or "")[-_LONGEST:])
    return found[1].lower() if found else ""


def _core(text: str) -> str:
    """What tells a label from others: `figure 2a` and `fig. 2` have 2, a sign has itself."""
    word = _LAST_WORD.search(text)
    if word is None:
        return text.strip()
    part = _NUMBER_AND_PART.fullmatch(word[0])
    return part[1] if part else word[0]


def _by_author(text: str, targets: Iterable[_Target]) -> list[str]:
    """The ids of the works with all names and the year of a citation."""
    year, names = _YEAR.search(text), set(_WORD.findall(text)) - _USUAL
    if year is None or not names:
        return []
    return [each.value for each in targets if year[0] in each.whole and all(name in each.whole for name in names)]
