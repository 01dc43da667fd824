"""The styles of a Word file: their names, what they are based on, and the marks that they give to characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

_DEEPEST = 20
_TOGGLES = {"i": "i", "b": "b", "smallCaps": "sc", "strike": "s"}
_OFF = frozenset(("0", "false", "off", "none"))


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its name in small letters, the marks it sets or removes, its outline level, and whether it hides text."""

    name: str
    based_on: str = ""
    marks: dict[str, bool] = field(default_factory=dict)
    level: int | None = None
    hidden: bool = False


@dataclass(slots=True)
class Styles:
    """All styles of a file, by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)

    def name(self, style_id: str) -> str:
        """The name of a style; its id if the file does not define it."""
        style = self.by_id.get(style_id)
        return style.name if style else style_id.lower()

    def level(self, style_id: str) -> int | None:
        """The outline level of a heading's style, from 0; None for other styles."""
        for style in self._chain(style_id):
            if style.level is not None:
                return style.level if style.level < 9 else None
        return None

    def marks(self, style_id: str) -> dict[str, bool]:
        """The marks that a style of characters sets or removes, with those of the styles that it is based on."""
        found: dict[str, bool] = {}
        for style in self._chain(style_id):
            found = style.marks | found
        return found

    def hidden(self, style_id: str) -> bool:
        """Whether a style hides its text."""
        return any(style.hidden for style in self._chain(style_id))

    def _chain(self, style_id: str) -> list[Style]:
        chain: list[Style] = []
        while style_id in self.by_id and len(chain) < _DEEPEST:
            chain.append(self.by_id[style_id])
            style_id = chain[-1].based_on
        return chain


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of the part that defines them."""
    styles = Styles()
    for one in root if root is not None else ():
        if local_name(one) != "style":
            continue
        run, paragraph = child(one, "rPr"), child(one, "pPr")
        level = value(child(paragraph, "outlineLvl"))
        styles.by_id.setdefault(
            attribute(one, "styleId"),
            Style(
                (value(child(one, "name")) or attribute(one, "styleId")).lower(),
                value(child(one, "basedOn")),
                marks_of(run),
                int(level) if level.isdecimal() and len(level) < 3 else None,
                is_on(child(run, "vanish")),
            ),
        )
    return styles


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local_name(node: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment or a processing instruction."""
    return _local(node.tag) if isinstance(node.tag, str) else ""


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that local name, in whatever namespace: the strict form of the format has another."""
    if node is None:
        return None
    return next((one for one in node if local_name(one) == name), None)


def attribute(node: etree._Element | None, name: str) -> str:
    """An attribute by its local name; empty if there is none."""
    if node is None:
        return ""
    return next((str(given) for key, given in node.attrib.items() if str(key).rsplit("}", 1)[-1] == name), "")


def value(node: etree._Element | None) -> str:
    """The `val` of an element."""
    return attribute(node, "val")


def is_on(node: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return node is not None and value(node).lower() not in _OFF


def marks_of(run: etree._Element | None) -> dict[str, bool]:
    """The marks that properties of characters set or remove."""
    found: dict[str, bool] = {}
    for one in run if run is not None else ():
        name = local_name(one)
        if name in _TOGGLES:
            found[_TOGGLES[name]] = is_on(one)
        elif name == "u":
            found["u"] = is_on(one)
        elif name == "vertAlign":
            found |= {"sup": value(one) == "superscript", "sub": value(one) == "subscript"}
        elif name == "position" and value(one).lstrip("-").isdecimal():
            found |= {"sup": value(one)[0] != "-" and len(value(one)) < 3 and int(value(one)) >= 4}
    return found
