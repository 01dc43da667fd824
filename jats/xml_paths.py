"""The XPath of an element and the element at an XPath, each looked up in a table: a search would read all its siblings."""

from __future__ import annotations

from collections import Counter

from lxml import etree

_Name = tuple[bool, str | None, str]


class ElementPaths:
    """The paths of a tree's elements, as libxml2's `getpath` gives them; the tree must not change meanwhile.

    Children are numbered when one of them is first asked for.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._paths: dict[etree._Element, str] = {}
        self._elements: dict[str, etree._Element] = {}
        self._numbered: set[etree._Element] = set()
        self._keep(root, "/" + _step(root))

    def of(self, element: etree._Element) -> str:
        """The path of an element: `/article/front/article-meta/contrib-group/contrib[2]`."""
        above = [element]
        while above[-1] not in self._paths:
            parent = above[-1].getparent()
            if parent is None:  # an element of another tree
                return element.getroottree().getpath(element)
            above.append(parent)
        for parent in reversed(above[1:]):
            self._number(parent)
        return self._paths.get(element) or element.getroottree().getpath(element)

    def at(self, path: str) -> etree._Element | None:
        """The element at a path that `of` or a log of libxml2 gave; None if there is none."""
        around, found = [path], self._elements.get(path)
        while found is None:
            above = around[-1].rpartition("/")[0]
            if not above:
                return None
            around.append(above)
            found = self._elements.get(above)
        for step in reversed(around[:-1]):
            self._number(found)
            found = self._elements.get(step)
            if found is None:
                return None
        return found

    def _keep(self, element: etree._Element, path: str) -> None:
        self._paths[element] = path
        self._elements[path] = element

    def _number(self, parent: etree._Element) -> None:
        if parent in self._numbered:
            return
        self._numbered.add(parent)
        above = self._paths[parent]
        children = [child for child in parent if isinstance(child.tag, str)]
        names = [_name(child) for child in children]
        totals, seen = Counter(names), Counter[_Name]()
        for number, (child, name) in enumerate(zip(children, names, strict=True), 1):
            seen[name] += 1
            # A name in a default namespace is written `*`, which counts every element.
            generic = name[0] and name[1] is None
            at, of = (number, len(children)) if generic else (seen[name], totals[name])
            self._keep(child, f"{above}/{_step(child)}[{at}]" if of > 1 else f"{above}/{_step(child)}")


def _name(element: etree._Element) -> _Name:
    tag = str(element.tag)
    return tag[0] == "{", element.prefix, tag.rpartition("}")[2]


def _step(element: etree._Element) -> str:
    in_namespace, prefix, local = _name(element)
    return f"{prefix}:{local}" if prefix else "*" if in_namespace else local
