"""Two elements of which the tags between them were lost: two people in one name, two references in one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from jats.messages.words import attribute, tag
from jats.schema.content import Grammar
from jats.validation.names import child_elements, has_more_than, text_in, written_name

_MOST = 40
_SHARED = 2
_OUTER = {("name", "contrib"), ("string-name", "contrib"), ("collab", "contrib")}
"""The elements of which two are two forms of one thing in what is around them, so that it must be begun again too."""


def second_begins(parent: etree._Element, children: Sequence[etree._Element], grammar: Grammar) -> int | None:
    """The number of the child with which a second element of the parent's kind begins; `None` if there is only one."""
    holder, names = written_name(parent), [written_name(each) for each in children]
    above = parent.getparent()
    if above is None or len(names) > _MOST or grammar.particle(holder) is None or grammar.accepts(holder, names):
        return None
    if holder == "sec" or not _may_be_twice(parent, above, grammar):
        return None
    starts = (at for at in range(1, len(names)) if names[at] == names[0])
    return next((at for at in starts if _are_two(holder, children[:at], children[at:], grammar)), None)


def _are_two(holder: str, first: Sequence[etree._Element], second: Sequence[etree._Element], grammar: Grammar) -> bool:
    """Whether children are those of two elements that are alike, and do not say the same."""
    names = [[written_name(each) for each in part] for part in (first, second)]
    alike = len(set(names[0]) & set(names[1])) >= _SHARED and all(grammar.accepts(holder, each) for each in names)
    return alike and not _say_the_same(first, second)


def _say_the_same(first: Sequence[etree._Element], second: Sequence[etree._Element]) -> bool:
    said = [{(str(each.tag), text_in(each).strip()) for each in part} for part in (first, second)]
    return said[0] == said[1]


def _may_be_twice(parent: etree._Element, above: etree._Element, grammar: Grammar) -> bool:
    holder = written_name(parent)
    around: list[str] = []
    for each in child_elements(above)[:_MOST]:
        around += [written_name(each)] * (2 if each is parent else 1)
    return holder in around and (has_more_than(_MOST, above) or grammar.accepts(written_name(above), around))


def begin_another(parent: etree._Element) -> str:
    """The tags to write before the child that begins the second element."""
    holder, above = written_name(parent), parent.getparent()
    ends, starts = f"</{holder}>", _start(parent)
    if above is not None and (holder, written_name(above)) in _OUTER and not _are_forms(parent, above):
        ends, starts = f"{ends}</{written_name(above)}>", f"{_start(above)}{starts}"
    return f"begin another {tag(holder)} before it: write {ends}{starts}"


def _are_forms(parent: etree._Element, above: etree._Element) -> bool:
    """Whether others like what is around an element have two of its kind, as a name in two scripts."""
    others = islice(above.getroottree().getroot().iter(str(above.tag)), _MOST)
    return any(len(each.findall(str(parent.tag))) > 1 for each in others)


def _start(element: etree._Element) -> str:
    """The start tag of another element like this one, with the attributes that say what kind it is."""
    is_date = written_name(element) in ("date", "pub-date")  # two dates of one element are of two kinds
    kinds = ((str(key), value) for key, value in sorted(element.attrib.items()) if str(key).endswith("-type"))
    said = "".join(" " + attribute(key, "…" if is_date else str(value)) for key, value in kinds)
    return f"<{written_name(element)}{said}>"
