"""A document that was written: the tree, and the field of the article that each element and attribute came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from jats.draft import Path
from jats.xml_paths import ElementPaths


@dataclass(frozen=True, slots=True)
class Document:
    """JATS as a tree; `origins` maps elements to the paths of the fields that they were made from."""

    root: etree._Element
    variant: str
    """The name of the schema that it is written for: `publishing-1.3-mathml3`."""
    origins: Mapping[etree._Element, Path]
    public_id: str
    system_id: str
    attribute_origins: Mapping[etree._Element, Mapping[str, Path]] = field(default_factory=dict)
    """By prefixed name, the fields of attributes that did not come from the field of their element."""
    _paths: ElementPaths = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_paths", ElementPaths(self.root))

    def field_of(self, element: etree._Element, attribute: str | None = None) -> Path:
        """The field that an element came from, or one of its attributes; if there is none, that of the nearest parent.

        `attribute` has the prefix that JATS fixes: `xlink:href`.
        """
        own = self.attribute_origins.get(element, {}).get(attribute) if attribute else None
        if own is not None:
            return own
        for around in (element, *element.iterancestors()):
            if around in self.origins:
                return self.origins[around]
        return ()

    def field_at(self, xpath: str) -> Path:
        """The field of the element or attribute at an XPath as findings give it."""
        found = self.element_at(xpath)
        return () if found is None else self.field_of(found, xpath.partition("/@")[2])

    def element_at(self, xpath: str) -> etree._Element | None:
        """The element at an XPath as findings give it, or that of the attribute there; None if it does not exist."""
        path = xpath.partition("/@")[0]
        return self.root if path == "/*" else self._paths.at(path)
