"""References to ids that no element has: which id is meant, or which element is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from jats.messages.words import attribute, did_you_mean, is_one_slip, nearest, quoted, tag
from jats.validation import id_codes
from jats.validation.ids.cited_as import CitedAs, Use
from jats.validation.ids.missing_targets import Lost, Trace, is_target, target_of
from jats.validation.names import text_in, written_name
from jats.validation.violation import Violation

_BETWEEN = re.compile(r"[^\w.:-]+")
_JOINING = frozenset(("and", "to", "through", "or", "und", "et", "y", "e", "i", "та", "и", "-", "–"))
_MARKS, _ZEROS, _RANGE = re.compile(r"[\W_]+"), re.compile(r"(?<!\d)0+(?=\d)"), re.compile(r"[-–—]")
_SHORTEST = 3
_PROPOSALS = 50
"""The number of dangling references for which similar identifiers are searched; for thousands, that would take long."""


class Dangling:
    """Explains the references of a document whose ids are `missing`; `owners` have the ids that are there.

    `evidence` is what ids and texts show, `alike` has the ids by their likeness.
    """

    def __init__(
        self,
        owners: Mapping[str, etree._Element],
        references: Mapping[str, list[Use]],
        missing: Mapping[str, list[Use]],
        evidence: tuple[Lost, CitedAs],
        alike: Mapping[str, str],
    ) -> None:
        self._owners, self._references, self._missing = owners, references, missing
        self._lost, self._cited = evidence
        self._alike = alike

    def violations(self) -> Iterator[Violation]:
        """A violation for each missing identifier, at the first reference to it."""
        without = self._without_targets()
        for number, (value, ((element, name), *others)) in enumerate(self._missing.items()):
            kind, whole = element.get("ref-type", ""), element.get(name) or ""
            right = ids_in(whole, self._alike) if value.lower() in _JOINING else None
            trace = self._trace(element, name, value, search=number < _PROPOSALS)
            if right:
                said = id_codes.bad_token(
                    name, written_name(element), whole, "IDREFS", f"write {attribute(name, right)}"
                )
                yield Violation(said, element, name, late=True)
            elif trace is not None:
                said = id_codes.dangling_reference(name, written_name(element), value, trace.words, len(others))
                yield Violation(said, element, name, late=True, culprit=trace.element)
            elif ids := without.pop(kind, []):
                home = self._lost.home_of(kind)
                said = id_codes.dangling_type(kind, ids, self._lost.nothing_of(kind) or "", written_name(home))
                yield Violation(said, element, name, late=True, culprit=home)

    def _without_targets(self) -> dict[str, list[str]]:
        """The ids that references name, by their type, if there is no element of the kind that the type leads to."""
        without: dict[str, list[str]] = {}
        for uses in self._missing.values():
            kind = uses[0][0].get("ref-type", "")
            if self._lost.nothing_of(kind):
                without.setdefault(kind, []).extend(each.get(name, "") for each, name in uses)
        return without

    def _trace(self, element: etree._Element, name: str, value: str, *, search: bool) -> Trace | None:
        """What is said about a reference; `None` if there is nothing of the kind that it leads to."""
        kind = element.get("ref-type", "")
        if right := swapped(element, self._owners):
            return Trace(None, f": ref-type and rid have each other's values: {right}")
        meant = _meant_by(value, self._owners, self._alike)
        meant = meant or (self._by_slip(value, kind) if search else None) or self._by_text(element, name, value)
        displaced = None if meant else self._lost.displaced(value, kind, self._references)
        if displaced is not None:
            return displaced
        if meant := meant or self._by_being_free(value, kind):
            return Trace(None, did_you_mean([meant]))
        if self._lost.nothing_of(kind) is not None:
            return None
        trace = self._lost.trace(value, kind)
        near = nearest(value, self._owners) if trace is None and search else []
        close = [each for each in near if not self._lost.is_same_series(value, each)]
        return trace or Trace(None, did_you_mean([quoted(each) for each in close]) or _add_or_remove(element))

    def _by_text(self, element: etree._Element, name: str, value: str) -> str | None:
        """The id of the element that the text of the reference means, in quotation marks."""
        if element.get(name) != value or self._lost.is_gap(value):
            return None
        meant = self._cited.meant(element)
        is_sign = not any(each.isalnum() for each in text_in(element))
        return None if meant is None or (is_sign and self._lost.is_same_series(value, meant)) else quoted(meant)

    def _by_slip(self, value: str, kind: str) -> str | None:
        """The only id of the type's kind that is one slip of the pen away."""
        if len(value) < _SHORTEST or self._lost.is_gap(value):
            return None
        close = [
            each for each in self._owners if is_one_slip(value, each) and not self._lost.is_same_series(value, each)
        ]
        if target_of(kind):
            close = [each for each in close if is_target(str(self._owners[each].tag), kind)]
        return quoted(close[0]) if len(close) == 1 else None

    def _by_being_free(self, value: str, kind: str) -> str | None:
        """The only id of the kind that nothing refers to, if no other reference of the kind leads nowhere."""
        if kind == "bibr":  # a reference that nothing cites is no sign: the one that is meant may be missing
            return None
        others = (uses for each, uses in self._references.items() if each in self._missing and each != value)
        if any(uses[0][0].get("ref-type", "") == kind for uses in others):
            return None
        free = self._lost.only_free(kind, self._references)
        return quoted(free) if free and not self._lost.is_same_series(value, free) else None


def swapped(element: etree._Element, owners: Mapping[str, object]) -> str | None:
    """How `ref-type` and `rid` of a reference are written that have each other's values; `None` if they do not."""
    kind, value = element.get("ref-type", ""), (element.get("rid") or "").strip()
    if target_of(value) is None or value in owners or not kind.split():
        return None
    if not all(each in owners for each in kind.split()):
        return None
    return f"write {attribute('ref-type', value)} {attribute('rid', kind)}"


def ids_in(value: str, alike: Mapping[str, str]) -> str | None:
    """The ids that a value has, whatever is between them: `r1/r2`, `r1 and r2`."""
    for parts in (value.split(), _BETWEEN.split(value)):
        found = [alike.get(likeness(each)) for each in parts if each and each.lower() not in _JOINING]
        if found and all(found):
            return " ".join(filter(None, found))
    return alike.get(likeness(value))


def alike_ids(owners: Mapping[str, object]) -> dict[str, str]:
    """The ids of a document by their likeness, the first of several."""
    alike: dict[str, str] = {}
    for value in owners:
        alike.setdefault(likeness(value), value)
    return alike


def likeness(value: str) -> str:
    """An id without its case, its marks, and the zeros before a number: `fig-01` is like `Fig1`."""
    return _ZEROS.sub("", _MARKS.sub("", value.lower()))


def _meant_by(value: str, known: Mapping[str, object], alike: Mapping[str, str]) -> str | None:
    """The id, or the ids at both ends of a range, that a reference means, in quotation marks; `None` if none is like it."""
    ends = _RANGE.split(value)
    if len(ends) == 2 and all(each in known for each in ends):
        if len(set(ends)) == 1:
            return quoted(ends[0])
        return f"{quoted(' '.join(ends))}, with a space between ids"
    return quoted(alike[likeness(value)]) if likeness(value) in alike else None


def _add_or_remove(element: etree._Element) -> str:
    """What to do about a reference if nothing in the document looks like its target."""
    what = "a reference" if element.get("ref-type") == "bibr" else "an element"
    return f": add {what} with this id, or remove the {tag(written_name(element))}"
