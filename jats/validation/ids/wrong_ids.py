"""Malformed ids that references have too: one cause, told once, with the id to write at both ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from jats.messages.words import attribute, quoted, tag
from jats.validation import id_codes
from jats.validation.names import written_name
from jats.validation.violation import Violation

_MALFORMED = "SCH018"
_LAST_NUMBER = re.compile(r"(\d+)(\D*)\Z")
_SERIES = re.compile(r"([^\W\d](?:[\w.\-]*[^\W\d]|[\w.\-]*[_.\-])?)(\d+)")
_ID = re.compile(r"[^\W\d][\w.\-]*")
_NO_NAME = re.compile(r"[^\w.\-]+")
_MOST = 2000


def told_once(found: Sequence[Violation], meant: Container[etree._Element], ids: Container[str]) -> Iterator[Violation]:
    """The violations; of those about one malformed id, at its element and in references, the first says what to write.

    The elements in `meant` have references that show which id they should have; `ids` are those of the document.
    """
    owners: dict[str, etree._Element] = {}
    for each in found:
        if each.said.code == _MALFORMED and each.attribute == "id" and each.element not in meant:
            owners.setdefault((each.element.get("id") or "").strip(), each.element)
    owners.pop("", None)
    shown = {name: _series_of(one) for name, one in {each.tag: each for each in owners.values()}.items()}
    right = {value: _right_id(value, owner, shown[owner.tag], ids) for value, owner in owners.items()}
    used = {value for each in found if _is_reference(each) for value in _wrong_in(each, right)}
    told: set[str] = set()
    for each in found:
        if _is_reference(each) and (wrong := _wrong_in(each, right)):
            if not told.issuperset(wrong):
                yield _at_reference(each, wrong, right, owners)
            told.update(wrong)
            continue
        value = (each.element.get("id") or "").strip()
        if each.attribute == "id" and owners.get(value) is each.element and each.said.code == _MALFORMED:
            if value in told:
                continue
            told.update({value} & used)
            if value in used or shown[each.element.tag]:
                yield _at_element(each, value, right[value])
                continue
        yield each


def _right_id(value: str, owner: etree._Element, series: tuple[str, int] | None, ids: Container[str]) -> str:
    """The id to write for a malformed one: as the other elements of its name have theirs, if they show that."""
    number = _LAST_NUMBER.search(value)
    if number and series:
        stem, width = series
        fitting = stem + (number[1].lstrip("0") or "0").zfill(width) + _NO_NAME.sub("", number[2])
        if fitting not in ids:
            return fitting
    plain = _NO_NAME.sub("-", value).strip("-")
    return plain if _ID.fullmatch(plain) else f"{written_name(owner).rpartition(':')[2]}{plain}"


def _series_of(owner: etree._Element) -> tuple[str, int] | None:
    """What most ids of the other elements of a name begin with, and how many digits the number after it has at least."""
    others = (each.get("id", "") for each in islice(owner.getroottree().getroot().iter(str(owner.tag)), _MOST))
    series = [(found[1], found[2]) for each in others if (found := _SERIES.fullmatch(each))]
    counted = Counter(stem for stem, _ in series).most_common(1)
    if not counted:
        return None
    padded = [len(number) for stem, number in series if stem == counted[0][0] and number.startswith("0")]
    return counted[0][0], min(padded, default=1)


def _is_reference(found: Violation) -> bool:
    return found.said.code == _MALFORMED and found.attribute == "rid"


def _wrong_in(found: Violation, right: Container[str]) -> list[str]:
    """The malformed ids of elements that a reference has."""
    whole = (found.element.get("rid") or "").strip()
    return [whole] if whole in right else [each for each in whole.split() if each in right]


def _at_reference(
    found: Violation, wrong: list[str], right: dict[str, str], owners: dict[str, etree._Element]
) -> Violation:
    whole = (found.element.get("rid") or "").strip()
    written = right.get(whole) or " ".join(right.get(each, each) for each in whole.split())
    owner, value = owners[wrong[0]], wrong[0]
    said = id_codes.of_both_ends(
        "rid",
        written_name(found.element),
        found.element.get("rid") or "",
        value,
        f"write {attribute('rid', written)} here, and {attribute('id', right[value])} "
        f"in the {tag(written_name(owner))} that has the id {quoted(value)}",
    )
    return replace(found, said=said, culprit=owner)


def _at_element(found: Violation, value: str, right: str) -> Violation:
    said = id_codes.bad_token("id", written_name(found.element), value, "ID")
    begin = said.text.partition(": write ")[0]
    return replace(
        found, said=replace(said, text=f"{begin}: write {attribute('id', right)}, here and in each reference to it")
    )
