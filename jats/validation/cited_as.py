"""Tells by its text which element a reference means: `3`, `Figure 2`, `Roe, 2020`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from lxml import etree

from jats.validation.missing_targets import target_of

_LAST_WORD = re.compile(r"[^\W_]+(?=[\W_]*\Z)")
_NUMBER_AND_PART = re.compile(r"(\d+)[a-z]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?(?![^\W_])")
_NAME_BEFORE = re.compile(
    r"([^\W\d_]{3,}(?:(?:,| and| &| et| y| und)? [^\W\d_]{3,}){0,3}?)(?:,? et al\.?|,? and colleagues|’s|'s)?[\s,(\[]*\Z"
)
_USUAL = frozenset(("and", "other", "others", "the", "see", "also"))
_LONGEST = 200
_MOST_TARGETS = 1000

Use = tuple[etree._Element, str]


class CitedAs:
    """What the references of a document say that they lead to; `uses` are its references, by the id that they name."""

    def __init__(
        self, root: etree._Element, owners: Mapping[str, etree._Element], uses: Mapping[str, list[Use]]
    ) -> None:
        self._root, self._owners, self._uses = root, owners, uses
        self._targets: dict[str, list[tuple[str, str, str]]] = {}

    def meant(self, element: etree._Element) -> str | None:
        """The id of the only element that a reference can mean by its text; `None` if that is not clear."""
        kind, text = element.get("ref-type", ""), _text(element)
        if kind == "bibr" and _YEAR.fullmatch(text):
            text = f"{_name_before(element)} {text}".strip()
        if not text or (len(_NUMBERS.findall(text)) > 1 and not _YEAR.search(text)):
            return None
        same = self._same_text.get((kind, text), set())
        if same and any(map(str.isalnum, text)):  # signs, as *, begin anew in each table
            return next(iter(same)) if len(same) == 1 else None
        core, targets = _core(text), self._targets_of(kind)
        labelled = [value for value, label, _ in targets if core and label == core]
        if not labelled and kind == "bibr":
            labelled = [each for each in _by_author(text, targets) if each not in self._uses]
        return labelled[0] if len(labelled) == 1 else None

    @cached_property
    def _same_text(self) -> dict[tuple[str, str], set[str]]:
        """The ids that references of a type and a text lead to."""
        found: dict[tuple[str, str], set[str]] = {}
        for value, uses in self._uses.items():
            for element, _ in uses if value in self._owners else ():
                if element.get("rid") == value:
                    found.setdefault((element.get("ref-type", ""), _text(element)), set()).add(value)
        return found

    def _targets_of(self, kind: str) -> list[tuple[str, str, str]]:
        """The id, the core of the label and the text of each element that references of a type lead to."""
        if kind not in self._targets:
            elements = self._root.iter(target_of(kind) or "-")
            self._targets[kind] = [
                (value, _core(_label(each)), _text(each, full=kind == "bibr"))
                for _, each in zip(range(_MOST_TARGETS), elements, strict=False)
                if (value := each.get("id"))
            ]
        return self._targets[kind]


def _label(element: etree._Element) -> str:
    label = element.find("label")
    if label is None:  # affiliations and notes begin with their sign
        label = element.find("sup")
    return "" if label is None else _text(label)


def _text(element: etree._Element, *, full: bool = False) -> str:
    text = " ".join("".join(map(str, element.itertext())).split()).lower()
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


def _by_author(text: str, targets: Iterable[tuple[str, str, str]]) -> list[str]:
    """The ids of the works with all names and the year of a citation."""
    year, names = _YEAR.search(text), set(_WORD.findall(text)) - _USUAL
    if year is None or not names:
        return []
    return [value for value, _, whole in targets if year[0] in whole and all(name in whole for name in names)]
