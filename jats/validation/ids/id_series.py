"""Two elements with one id: which of the two does not fit in the series of numbered ids around it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import islice

from lxml import etree

from jats.vocab.numbers import whole_number

_FAR = 100
_LAST_NUMBER = re.compile(r"\d+$")


def misnumbered(
    first: etree._Element, second: etree._Element, value: str, known: Container[str], wanted: Container[str]
) -> tuple[etree._Element, etree._Element, str] | None:
    """The wrong one of two elements with one id, the other one, and the free id that fits there; `None` if it is uncertain.

    `known` are the ids of the document, `wanted` those that references name and no element has.
    """
    fits_first, fits_second = (set(_by_neighbours(each)) for each in (first, second))
    if (value in fits_first) == (value in fits_second):
        one, two = ([each for each in fits if each in wanted] for fits in (fits_first, fits_second))
        if (len(one), len(two)) in ((1, 0), (0, 1)):
            return (first, second, one[0]) if one else (second, first, two[0])
        return None
    wrong, right, fitting = (second, first, fits_second) if value in fits_first else (first, second, fits_first)
    free = [each for each in fitting if each in wanted] or [each for each in fitting if each not in known]
    return (wrong, right, free[0]) if len(free) == 1 else None


def _by_neighbours(element: etree._Element) -> Iterator[str]:
    """The ids that follow from those of the elements of its name just before and after it."""
    for preceding, step in ((True, 1), (False, -1)):
        beside = _beside(element, preceding=preceding)
        given = beside.get("id", "") if beside is not None else ""
        found = _LAST_NUMBER.search(given)
        number = whole_number(found[0]) if found else None
        if found and number is not None and number + step > 0:
            yield given[: found.start()] + str(number + step).zfill(len(found[0]))


def _beside(element: etree._Element, *, preceding: bool) -> etree._Element | None:
    """The next element of its name with an id, beside it or beside one around it."""
    name = str(element.tag)
    for above in (element, *element.iterancestors()):
        for sibling in islice(above.itersiblings(etree.Element, preceding=preceding), _FAR):
            inside = [each for each in sibling.iter(name) if each.get("id")]
            if inside:
                return inside[-1 if preceding else 0]
    return None
