"""A title or an abstract in another language than the article's, which has an element of its own in JATS."""

from __future__ import annotations

from lxml import etree

from jats.messages.words import attribute, tag
from jats.schema.content import Grammar
from jats.validation.names import written_name
from jats.vocab.namespaces import NAMESPACES

_LANGUAGE = f"{{{NAMESPACES['xml']}}}lang"
_TITLES = frozenset(("article-title", "title"))


def in_other_language(child: etree._Element, remedy: str, grammar: Grammar) -> str:
    """The end of a message about an unknown element: `<trans-abstract>` for a second abstract, in another language."""
    parent, language = child.getparent(), child.get(_LANGUAGE)
    if parent is None or not language or "<abstract>" not in remedy or not _is_other(child, language):
        return remedy
    is_second = parent.find("abstract") is not None and "trans-abstract" in grammar.children(written_name(parent))
    return remedy.replace("<abstract>", "<trans-abstract>") if is_second else remedy


def as_translated_title(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message about the second title of an article, if it is in another language; empty for others."""
    parent, language, name = child.getparent(), child.get(_LANGUAGE), written_name(child)
    if parent is None or parent.tag != "title-group" or not language or not _is_other(child, language):
        return ""
    first = parent.find("article-title")
    if name not in _TITLES or first is None or first is child:
        return ""
    if "trans-title-group" not in grammar.children("title-group"):
        return ": write <trans-title>" if "trans-title" in grammar.children("title-group") else ""
    return (
        f": write <trans-title> for {tag(name)}, and put it into <trans-title-group {attribute('xml:lang', language)}>"
    )


def _is_other(child: etree._Element, language: str) -> bool:
    """Whether a language is not that of the article."""
    own = child.getroottree().getroot().get(_LANGUAGE, "en")
    return language.lower().partition("-")[0] != own.lower().partition("-")[0]
