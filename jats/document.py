"""A document that was written: the tree, and which field of the article made which element."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jats.draft import Path


@dataclass(frozen=True, slots=True)
class Document:
    """JATS as a tree; `origins` maps elements to the paths of the fields that made them."""

    root: etree._Element
    variant: str
    """The name of the schema that it is written for: `publishing-1.3-mathml3`."""
    origins: dict[etree._Element, Path]
    public_id: str
    system_id: str

    def field_of(self, element: etree._Element) -> Path:
        """The field that made an element, or the nearest one around it."""
        for around in (element, *element.iterancestors()):
            if around in self.origins:
                return self.origins[around]
        return ()

    def field_at(self, xpath: str) -> Path:
        """The field that made the element at an XPath as findings give it, or the element of an attribute there."""
        element = xpath.partition("/@")[0]
        found = self.root.getroottree().xpath(element, namespaces={k: v for k, v in self.root.nsmap.items() if k})
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return self.field_of(found[0])
        return ()
