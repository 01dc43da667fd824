"""Which attribute one that the element can't have is meant to be: by its value, and by what other elements of its name have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml import etree

from jats.schema.content import Grammar
from jats.validation.names import attribute_names, attributes_of, written_name

_MOST = 300
_LONGEST = 60
_OWNER = etree.XPath("boolean(//*[@id=$value])")
_REFERENCE = etree.XPath("boolean(//*[@rid and contains(concat(' ', @rid, ' '), $value)])")
_PREFIX = re.compile(r"(xlink|xml|xsi)[.:_-]?(?=[a-z])", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_IDENTIFIERS = ("id", "rid")


def by_prefix(name: str, declared: Sequence[str]) -> str | None:
    """The declared attribute of this name with another prefix, or with its prefix written wrongly: `xlink.href`, `xml:type`."""
    bare = _PREFIX.sub("", name, count=1).lower()
    written = _PREFIX.match(name)
    if written is None:
        return None
    own = f"{written[1].lower()}:{bare}"
    others = [each for each in declared if each.rpartition(":")[2] == bare]
    return own if own in declared else others[0] if len(others) == 1 else None


def by_value(element: etree._Element, value: str, free: Sequence[str], grammar: Grammar) -> str | None:
    """The attribute, of those that the element may have and lacks (`free`), that has such values; `None` if it is unclear."""
    if not value.strip():
        return None
    counts, ids = Counter[str](), set[str]()
    for other in islice(element.getroottree().getroot().iter(str(element.tag)), _MOST):
        for key, given in attributes_of(other) if other is not element else ():
            name = (attribute_names(other, key) or (key,))[0]
            if name in _IDENTIFIERS:
                ids.add(_NUMBER.sub("0", given) if name == "id" else "")
            elif given == value and name in free:
                counts[name] += 1
    if counts:
        return counts.most_common(1)[0][0]
    if found := _by_id(element, value, free, ids):
        return found
    owner = written_name(element)
    listed = [each for each in free if (known := grammar.attribute(owner, each)) and value in known.enumeration]
    return listed[0] if len(listed) == 1 else None


def _by_id(element: etree._Element, value: str, free: Sequence[str], ids: set[str]) -> str | None:
    """`id` for a value like the ids of such elements, or one that references name; `rid` for one that an element has."""
    if len(value) > _LONGEST:
        return None
    if "rid" in free and _OWNER(element, value=value):
        return "rid"
    if "id" not in free:
        return None
    is_led_to = bool(_REFERENCE(element, value=f" {value} "))
    return "id" if is_led_to or (any(map(str.isdigit, value)) and _NUMBER.sub("0", value) in ids) else None
