"""Copyright: year, holder and statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, child_text, text_of
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_child

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LICENCE = re.compile(r"licen[sc]e|creative ?commons|distributed under|is permitted|permits ", re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(r"creative ?commons", re.IGNORECASE)

required_child(
    Row(
        "COM401",
        on="front/article-meta",
        services=("jats4r", "scielo", "pmc"),
        page="""An article says under which copyright and licence it is published.

        Why: without permissions nobody may copy, translate or mine it, and PMC can't show it as open.
        Wrong: <article-meta>… <!-- no permissions --></article-meta>
        Right: <article-meta>…</article-meta>
        Source: JATS4R Schematron 1.0, permissions-errors; PMC Style Checker 5.31, oa-license-present
        """,
    ),
    "permissions",
    blank_counts=True,
)


@rule("COM402", on="permissions", services=("jats4r",))
def copyright_has_a_year(el: Element) -> Iterator[str]:
    """Where there is a copyright there is its year.

    Why: how long a work is protected is counted from it.
    Wrong: <permissions>… <!-- no copyright-year --></permissions>
    Right: <permissions>…</permissions>
    Source: JATS4R Schematron 1.0, permissions-errors
    """
    stated = el.find("copyright-statement") is not None or el.find("copyright-holder") is not None
    if stated and el.find("copyright-year") is None:
        yield "there is a copyright and no <copyright-year>"


@rule("COM403", on="permissions", services=("jats4r",))
def copyright_has_a_holder(el: Element) -> Iterator[str]:
    """Where there is a copyright there is its holder.

    Why: who wants to use more than the licence allows must know whom to ask.
    Wrong: <permissions>… <!-- no copyright-holder --></permissions>
    Right: <permissions>…</permissions>
    Source: JATS4R Schematron 1.0, permissions-errors
    """
    stated = el.find("copyright-statement") is not None or el.find("copyright-year") is not None
    if stated and el.find("copyright-holder") is None:
        yield "there is a copyright and no <copyright-holder>"


@rule("COM404", on="copyright-year", services=("jats4r", "pmc"))
def copyright_year_is_four_digits(el: Element) -> Iterator[str]:
    """The year of copyright is four digits.

    Why: programs reckon with it.
    Wrong: <copyright-year>2024, 2025</copyright-year>
    Right: <copyright-year>2024</copyright-year>
    Source: JATS4R Schematron 1.0, permissions-errors; PMC Style Checker 5.31, copyright-year-check
    """
    value = "".join(el.itertext())
    if not re.fullmatch(r"\d{4}", value, re.ASCII):
        yield f"the copyright year is {quoted(value)}; write four digits"


@rule("PMC208", on="copyright-year", services=("pmc", "jats4r"))
def copyright_year_is_possible(el: Element) -> Iterator[str]:
    """The year of copyright lies between 1700 and 2100.

    Why: a slip there makes a work free too early or never.
    Wrong: <permissions>… <!-- no copyright-statement --><copyright-year>0204</copyright-year></permissions>
    Right: <copyright-year>2024</copyright-year>
    Source: PMC Style Checker 5.31, copyright-year-check
    """
    value = text_of(el)
    if re.fullmatch(r"\d{4}", value, re.ASCII) and not 1700 <= int(value) <= 2100:
        yield f"the copyright year is {value}"


@rule("COM405", on="permissions", services=("jats4r",), severity=Severity.WARNING)
def statement_agrees(el: Element) -> Iterator[Hit]:
    """The copyright statement names the same year and holder as their elements.

    Why: people read the statement and programs the elements; one of them is wrong.
    Wrong: <copyright-statement>© 2023 Kovalenko and Lindqvist</copyright-statement>
    Wrong: <copyright-statement>© 2024 Harbour Press</copyright-statement>
    Right: <copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    statement = el.find("copyright-statement")
    if statement is None:
        return
    text = text_of(statement)
    year, holder = child_text(el, "copyright-year"), child_text(el, "copyright-holder")
    years = _YEAR.findall(text)
    if years and year and _YEAR.fullmatch(year) and year not in years:
        yield Hit(f"the copyright statement names {years[0]}, <copyright-year> {year}", statement)
    elif holder and not _shares_a_word(holder, text) and re.search(r"[^\W\d_]{4}", _YEAR.sub("", text)):
        yield Hit(f"the copyright statement doesn't name the holder, {quoted(holder)}", statement)


def _shares_a_word(holder: str, statement: str) -> bool:
    words = {word for word in re.findall(r"\w+", holder.casefold()) if len(word) > 2} or {holder.casefold()}
    return any(word in statement.casefold() for word in words)


@rule("COM406", on="copyright-statement", services=("pmc",), severity=Severity.WARNING)
def statement_is_no_licence(el: Element) -> Iterator[str]:
    """A copyright statement says whose the work is, not what may be done with it.

    Why: PMC reads the licence from `<license>`, and takes the article for closed.
    Wrong: <copyright-statement>© 2024 Kovalenko and Lindqvist. Distributed under a free licence.</copyright-statement>
    Right: <copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
    Source: PMC Style Checker 5.31, copyright-statement-check
    """
    if match := _LICENCE.search(text_of(el)):
        yield f"the copyright statement speaks of a licence ({quoted(match[0].strip())}): move that to <license-p>"


@rule("PMC403", on="fn", services=("pmc",))
def licence_is_no_footnote(el: Element, context: RuleContext) -> Iterator[str]:
    """A licence doesn't stand in a footnote.

    Why: PMC reads it from `<permissions>`, and takes the article for closed.
    Wrong: <fn fn-type="other" id="fn1"><label>a</label><p>Published under a Creative Commons licence.</p></fn>
    Right: <fn fn-type="other" id="fn1"><label>a</label><p>The study was presented as a poster.</p></fn>
    Source: PMC Style Checker 5.31, ms-footnote-license-check
    """
    anywhere = context.once("Creative Commons anywhere", lambda: _CREATIVE_COMMONS.search(context.text) is not None)
    if anywhere and (match := _CREATIVE_COMMONS.search(text_of(el))):
        yield f"a footnote speaks of a licence ({match[0]}): move that to <license>"


@rule("PMC402", on="open-access", services=("pmc",))
def funded_access_has_a_licence(el: Element, context: RuleContext) -> Iterator[str]:
    """An article whose open access was paid for has a licence.

    Why: PMC shows what readers may do with it.
    Wrong: <article-meta>… <!-- no license --><funding-group>…
        <open-access><p>Access was paid for by the council.</p></open-access></funding-group></article-meta>
    Right: <funding-group>… <open-access><p>Access was paid for by the council.</p></open-access></funding-group>
    Source: PMC Style Checker 5.31, oa-license-present
    """
    if context.meta is not None and context.meta.find("permissions/license") is None:
        yield "open access was paid for, but the article has no <license>"
