"""Documents that grow at the elements and attributes of a rule's own `on`."""

from __future__ import annotations

from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG
from jats.rules.engine.registry import Rule
from jats.vocab.namespaces import NAMESPACES, expanded

_SPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items() if prefix != "xml")


def document(key: str, number: int, text: str) -> RuleContext:
    """A document with that many of the elements at a key, which have the text, or the attribute with it."""
    return RuleContext(etree.fromstring(markup(key, [text] * number), etree.XMLParser(huge_tree=True)))


def markup(key: str, texts: list[str]) -> bytes:
    """A document with an element at a key for each of the texts, which it has as content or in the attribute."""
    owner, at, attribute = key.rpartition("@")
    path = [step for step in (owner if at else key).strip("/").split("/") if step] or ["p"]
    name, given = path[-1], _written(attribute)
    each = (f'<{name} {given}="{_escaped(text)}"/>' if at else f"<{name}>{_escaped(text)}</{name}>" for text in texts)
    inner = "".join(each)
    for step in reversed(path[:-1]):
        inner = f"<{step}>{inner}</{step}>"
    return f'<article xml:lang="en" dtd-version="1.3" {_SPACES}><front>{inner}</front></article>'.encode()


def ask(rule: Rule, context: RuleContext) -> int:
    """Ask a rule of all its elements; the number of its answers."""
    answers = 0
    for key in rule.on:
        for element in context.group(key):
            said = rule.check(element, context) if rule.wants_context else rule.check(element)
            answers += sum(1 for _ in said)
    return answers


def _written(attribute: str) -> str:
    return "xml:lang" if expanded(attribute) == XML_LANG else attribute


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
