"""Two elements with one id: which of the two does not fit in the series of numbered ids around it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml import etree

from jats.vocab.numbers import whole_number

_LAST_NUMBER = re.compile(r"\d+$")


def misnumbered(
    first: etree._Element, second: etree._Element, value: str, known: Container[str]
) -> tuple[etree._Element, etree._Element, str] | None:
    """The wrong one of two elements with one id, the other one, and the free id that fits there; `None` if it is uncertain."""
    fits_first, fits_second = (set(_by_neighbours(each)) for each in (first, second))
    if (value in fits_first) == (value in fits_second):
        return None
    wrong, right, fitting = (second, first, fits_second) if value in fits_first else (first, second, fits_first)
    free = [each for each in fitting if each not in known]
    return (wrong, right, free[0]) if len(free) == 1 else None


def _by_neighbours(element: etree._Element) -> Iterator[str]:
    """The ids that follow from those of the elements of its name just before and after it."""
    for preceding, step in ((True, 1), (False, -1)):
        beside = next(element.itersiblings(str(element.tag), preceding=preceding), None)
        given = beside.get("id", "") if beside is not None else ""
        found = _LAST_NUMBER.search(given)
        number = whole_number(found[0]) if found else None
        if found and number is not None:
            yield given[: found.start()] + str(number + step).zfill(len(found[0]))
