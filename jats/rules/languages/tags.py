"""Language tags, and whether a text is in the language that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import ALL
from jats.vocab.languages import language_fault, meant_language, script_fault, tidy_language

_ENGLISH = frozenset("the of and to for with that were are by from this which their these between".split())
_DISPLAYED = frozenset(
    "fig fig-group table-wrap table-wrap-group disp-formula disp-formula-group boxed-text supplementary-material".split()
)
"""Elements of which JATS4R refuses a wrong tag."""

_WHOLE_TEXTS = frozenset(("article", "sub-article"))
"""Elements of which SciELO refuses a wrong tag; it does not look at the tags of other elements."""

_SAMPLE, _ENOUGH, _SHARE = 300, 50, 0.04
"""Words looked at, the fewest to judge by, and the least share of common words that are English alone."""


@rule(
    "COM360",
    on="@xml:lang",
    services=ALL,
    severity=Severity.WARNING,
    severities={"common": Severity.ERROR},
)
def language_tag_is_valid(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A language must be given by its tag of BCP 47, the shortest there is.

    Why: a country's code or a code of three letters is taken for another language or for none.
    Wrong: <italic xml:lang="en_US">harbor</italic>
    Wrong: <italic xml:lang="jp">minato</italic>
    Right: <italic xml:lang="en-US">harbor</italic>
    YAML: language: en
    Source: RFC 5646; JATS4R Schematron 1.0, xml-lang-errors; SciELO Publishing Schema 1.10, language_codes
    """
    tag = el.attrib[XML_LANG]
    fault = context.once(("language", tag), lambda: language_fault(tag))
    if fault:
        tidied = tidy_language(tag)
        fix = Fix(tag, tidied) if tidied != tag and not language_fault(tidied) else None
        judged = {"jats4r": el.tag in _DISPLAYED, "scielo": el.tag in _WHOLE_TEXTS}
        severities = {name: Severity.ERROR if there else Severity.WARNING for name, there in judged.items()}
        message = f"the language tag {quoted(tag)}: {fault}"
        yield Hit(message, attribute="xml:lang", fix=fix, severities=severities)


def language_meant(el: Element, context: RuleContext) -> str:
    """The language tag that holds for an element; a wrong one, which is COM360's, is read as what was probably meant."""
    tag = context.language_of(el)
    return context.once(("meant", tag), lambda: meant_language(tag) or tag)


def lacks_its_language(context: RuleContext) -> bool:
    """Whether an article that is not in English does not say so, which is COM004's; its other languages can't be judged then."""
    stated = context.root.get(XML_LANG, "").strip()
    return not stated and context.once("lacks its language", lambda: is_in_another_language(context))


def is_in_another_language(context: RuleContext) -> bool:
    """Whether the words of an article, or the letters of its title, show that it is not in English."""
    words = _sample(context.root)
    if len(words) >= _ENOUGH and sum(word in _ENGLISH for word in words) < _SHARE * len(words):
        return True
    title = None if context.meta is None else context.meta.find("title-group/article-title")
    return title is not None and script_fault(text_of(title), "en") is not None


def _sample(article: Element) -> list[str]:
    """The first words of running text, of the body if there is one."""
    words: list[str] = []
    for path in ("body", "front/article-meta/abstract"):
        scope = article.find(path)
        for paragraph in () if scope is None else scope.iter("p"):
            words += re.findall(r"[^\W\d_]+", text_of(paragraph).lower())
            if len(words) >= _SAMPLE:
                break
        if len(words) >= _ENOUGH:
            break
    return words
