"""What the attributes of an element of another format say: its style, the id that it refers to, and its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lxml import etree

from jats.messages.words import tag
from jats.schema.content import Grammar
from jats.validation.names import written_name
from jats.vocab.namespaces import expanded
from jats.vocab.tables import tabbed_rows

STYLED = {"font": "HTML", "span": "HTML", "hi": "TEI", "emph": "TEI", "emphasis": "DocBook"}
"""Elements whose attributes say how a text looks, and the formats that have them."""

_STYLES = ("style", "rend", "rendition", "role", "type", "class", "format")
_REFERRING = ("rid", "refid", "ref-id", "idref", "linkend", "target", "bibid", "href")
_ADDRESSES = ("xlink:href", "src", "href", "url", "uri", "fileref", "file", "target", "source")
_ID = re.compile(r"#?([^\W\d][\w.-]{0,80})")
_ADDRESS = re.compile(r"""[^\s"'<>&]{1,200}""")


@cache
def _elements() -> dict[str, str]:
    return dict(tabbed_rows("validation/styles.tsv"))


def of_style(child: etree._Element, grammar: Grammar) -> str:
    """The elements that say what the child's style says, as tags, if they are allowed there; empty if there are none."""
    parent = child.getparent()
    allowed = grammar.children(written_name(parent)) if parent is not None else frozenset[str]()
    said = [child.get(name, "").lower() for name in _STYLES]
    found = [_elements().get(word) for value in said for word in _words(value)]
    return "".join(tag(name) for name in dict.fromkeys(found) if name in allowed)


def _words(value: str) -> list[str]:
    """The properties of CSS in a value, without spaces, and its words."""
    properties = [re.sub(r"\s", "", each) for each in value.split(";")]
    families = ["font-family:monospace" for each in properties if each.startswith("font") and "monospace" in each]
    return [*properties, *families, *re.split(r"[\s,;]+", value)]


def with_values(remedy: str, child: etree._Element) -> str:
    """A remedy whose attributes have the values that the child's own attributes have."""
    for written, names, form in (("rid", _REFERRING, _ID), ("xlink:href", _ADDRESSES, _ADDRESS)):
        if f'{written}="…"' in remedy and (value := _value(child, names, form)):
            remedy = remedy.replace(f'{written}="…"', f'{written}="{value}"')
            if len(child) == 0 and not (child.text or "").strip():
                remedy = remedy.replace(f'"{value}">', f'"{value}"/>', 1)
    return remedy


def _value(child: etree._Element, names: Sequence[str], form: re.Pattern[str]) -> str:
    for name in names:
        if found := form.fullmatch(child.get(expanded(name), "").strip()):
            return found[found.re.groups]
    return ""
