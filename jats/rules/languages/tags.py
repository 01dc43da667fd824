"""Language tags, and whether a text is in the language that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import XML_LANG, Element, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.targets import ALL
from jats.vocab.languages import language_fault, tidy_language, to_639_1

_ENGLISH = frozenset("the of and to for with that were are by from this which their these between".split())
_SAMPLE, _ENOUGH, _SHARE = 300, 50, 0.04
"""Words looked at, the fewest to judge by, and the least share of common words that are English alone."""


@rule("COM360", on="@xml:lang", services=ALL)
def language_tag_is_valid(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A language is given by its tag of BCP 47, the shortest there is.

    Why: a country's code or a code of three letters is taken for another language or for none.
    Wrong: <italic xml:lang="en_US">harbor</italic>
    Wrong: <italic xml:lang="jp">minato</italic>
    Right: <italic xml:lang="en-US">harbor</italic>
    Source: RFC 5646; JATS4R Schematron 1.0, xml-lang-errors; SciELO Publishing Schema 1.10, language_codes
    """
    tag = el.attrib[XML_LANG]
    fault = context.once(("language", tag), lambda: language_fault(tag))
    if fault:
        tidied = tidy_language(tag)
        fix = Fix(tag, tidied) if tidied != tag and not language_fault(tidied) else None
        yield Hit(f"the language {tag!r}: {fault}", attribute="xml:lang", fix=fix)


@rule("PMC360", on="article", services=("pmc",))
def english_article_is_english(el: Element, context: RuleContext) -> Iterator[Hit]:
    """An article that says it is in English is.

    Why: readers who look for English articles get one they can't read, and those of its language don't find it.
    Wrong: <article>… <body><sec id="s1"><title>Introducción</title>
        <p>Los puertos del norte se llenan de sedimentos cada invierno, y las
        autoridades tienen que dragarlos en primavera. Medimos el nivel del agua y la carga de sedimentos en dos puertos durante
        doce meses, y encontramos que la carga sigue a las mareas vivas con un retraso de tres días
        <xref ref-type="supplementary-material" rid="suppl1">Archivo S1</xref>.</p></sec></body></article>
    Right: <article xml:lang="en">…</article>
    Source: PMC Style Checker 5.31, article-language-check
    """
    if to_639_1(context.language) != "en":
        return
    words = _sample(el)
    if len(words) >= _ENOUGH and sum(word in _ENGLISH for word in words) < _SHARE * len(words):
        yield Hit(
            f"xml:lang is {el.get(XML_LANG) or 'absent, which means English'}, but the text does not look English"
        )


def _sample(article: Element) -> list[str]:
    """The first words of running text, of the body where there is one."""
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
