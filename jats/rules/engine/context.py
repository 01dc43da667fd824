"""The document that rules judge, with what many of them ask computed once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from lxml import etree

from jats.rules.engine.pieces import Pieces
from jats.rules.engine.reading import XML_LANG, Element, text_of
from jats.vocab.namespaces import expanded
from jats.xml_paths import ElementPaths

T = TypeVar("T")

PARTS = ("sub-article", "response", "article")
_PUBLIC_VERSION = re.compile(r"v(\d)\.(\d)(?:d\d)?\b")
_CELLS = frozenset(("td", "th", "tr"))
"""Elements that are not kept, for a large table has more of them than the rest of the document has elements."""
_DRAFT = re.compile(r"\d\.\d+d(\d)")


class RuleContext:
    """One document for all rules: its elements by name, its language, version, identifiers and main parts.

    `today` is the date against which dates are judged, `None` if they are not judged. Everything is computed when it
    is first asked for. Raises nothing: a part that is missing is `None` or empty.
    """

    def __init__(self, root: Element, today: date | None = None) -> None:
        self.root = root
        self.tree = root.getroottree()
        self.today = today
        self.paths = ElementPaths(root)
        self._groups: dict[str, list[Element]] = {}
        self._kept: dict[Hashable, object] = {}
        by_tag: defaultdict[Any, list[Element]] = defaultdict(
            list
        )  # lxml's stub allows bytes as tags, which it never gives
        for element in self.elements():
            if element.tag not in _CELLS:
                by_tag[element.tag].append(element)
        self._by_tag: dict[str, list[Element]] = dict(by_tag)

    def elements(self) -> Iterator[Element]:
        """Every element, in document order."""
        return self.root.iter(etree.Element)

    def all(self, name: str) -> list[Element]:
        """Every element of that name (`mml:math` with the prefix), in document order."""
        if name in _CELLS:
            return list(self.root.iter(name))
        return self._by_tag.get(expanded(name) if ":" in name else name, [])

    def group(self, key: str) -> list[Element]:
        """The elements at a key: `name`, `parent/name`, `ancestor//name`, `@attribute`, `name/@attribute`, or `/`, the root."""
        if key not in self._groups:
            self._groups[key] = self._find(key)
        return self._groups[key]

    def _find(self, key: str) -> list[Element]:
        if key == "/":
            return [self.root]
        owner, at, attribute = key.rpartition("@")
        if at:
            return self._with(owner.rstrip("/"), attribute)
        above, slashes, name = key.rpartition("//")
        if slashes:
            tag = expanded(above)
            outermost = (each for each in self.all(above) if next(each.iterancestors(tag), None) is None)
            return [found for each in outermost for found in each.iterdescendants(expanded(name))]
        parent, slash, name = key.rpartition("/")
        if not slash:
            return self.all(key)
        parents = set(self.group(parent))
        return [each for each in self.all(name) if each.getparent() in parents]

    def _with(self, owner: str, attribute: str) -> list[Element]:
        name = expanded(attribute)
        if owner:
            return [each for each in self.group(owner) if name in each.attrib]
        return self.attributes.get(name, [])

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, computed once a document; `key` is the name under which it is kept."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def child(self, element: Element, path: str) -> Element | None:
        """The first descendant at a path, looked for once: for rules that ask it for each of many siblings."""
        return self.once(("child", element, path), lambda: element.find(path))

    def child_text(self, element: Element | None, path: str) -> str | None:
        """The text of the first descendant at a path, read once; `None` without one."""
        if element is None:
            return None
        found = self.child(element, path)
        return None if found is None else self.once(("text", found), lambda: text_of(found))

    @cached_property
    def attributes(self) -> dict[str, list[Element]]:
        """The elements that have an attribute, by its name as lxml writes it."""
        found: defaultdict[str, list[Element]] = defaultdict(list)
        for element in self.elements():  # the XPath //*[@*] puts siblings in order in quadratic time
            for name in element.keys():  # noqa: SIM118 - an element is no mapping; without keys() these are its children
                found[name].append(element)
        return dict(found)

    @cached_property
    def text(self) -> str:
        """The text of the whole document without comments and instructions, in one piece."""
        return str(self.root.xpath("string()"))

    @cached_property
    def pieces(self) -> Pieces:
        """Every piece of text with the element whose running text it is part of."""
        return Pieces(self.root)

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The first element of each `id`."""
        found: dict[str, Element] = {}
        for element in self.group("@id"):
            found.setdefault(element.attrib["id"], element)
        return found

    @cached_property
    def version(self) -> tuple[int, int]:
        """The JATS version as `(1, 3)`: of `dtd-version`, else of the DOCTYPE; `(0, 3)` for NLM 3.0, `(0, 0)` if unknown."""
        stated = re.match(r"(\d)\.(\d)", self.root.get("dtd-version", ""))
        public = self.tree.docinfo.public_id or ""
        found = stated or _PUBLIC_VERSION.search(public)
        if found is None:
            return (0, 0)
        number = int(found[1]), int(found[2])
        return (0, number[0]) if number[0] > 1 else number

    @cached_property
    def release(self) -> tuple[int, int, int]:
        """The version with its draft: `(1, 1, 3)` for 1.1d3, `(1, 1, 99)` for 1.1 itself; `(0, 0, 0)` if it is unknown."""
        draft = _DRAFT.search(self.root.get("dtd-version", "") or self.tree.docinfo.public_id or "")
        return (*self.version, int(draft[1]) if draft else 99 if self.version > (0, 0) else 0)

    @property
    def article_type(self) -> str:
        """The article's type, empty if none is given."""
        return self.root.get("article-type", "")

    @property
    def language(self) -> str:
        """The article's language tag as written; `en` if none is given, because receivers assume that."""
        return self.root.get(XML_LANG, "") or "en"

    @cached_property
    def meta(self) -> Element | None:
        """The article's own article-meta, not that of a part."""
        return self.root.find("front/article-meta")

    @cached_property
    def doi(self) -> str:
        """The article's DOI as written, empty if there is none."""
        found = None if self.meta is None else self.meta.find("article-id[@pub-id-type='doi']")
        return "" if found is None else text_of(found)

    @cached_property
    def instructions(self) -> list[etree._ProcessingInstruction]:
        """The processing instructions before the root element, in document order."""
        before = [
            each for each in self.root.itersiblings(preceding=True) if isinstance(each, etree._ProcessingInstruction)
        ]
        return before[::-1]

    def has_instruction(self, target: str, text: str | None = None) -> bool:
        """Whether a processing instruction of that target, and with that text if one is given, precedes the root element."""
        return any(each.target == target and text in (None, (each.text or "").strip()) for each in self.instructions)

    @cached_property
    def is_manuscript(self) -> bool:
        """Whether this is an author manuscript for PMC: the instruction `properties` says so."""
        return any(each.target == "properties" and "manuscript" in (each.text or "") for each in self.instructions)

    def language_of(self, element: Element) -> str:
        """The language tag that holds for an element: its own or the nearest one around it."""
        for around in (element, *element.iterancestors()):
            if tag := around.get(XML_LANG):
                return tag
        return "en"

    def part_of(self, element: Element) -> Element:
        """The article, sub-article or response that an element belongs to."""
        return next(element.iterancestors(*PARTS), self.root)
