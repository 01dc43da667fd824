"""Copyright: year, holder and statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Fix, Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import HREF, Element, child_text, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.rules.engine.tables import Row, required_child

_FOUR_DIGITS = re.compile(r"\d{4}", re.ASCII)
_LICENCE = re.compile(r"licen[sc]e|creative ?commons|distributed under|is permitted|permits ", re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(r"creative ?commons", re.IGNORECASE)

required_child(
    Row(
        "COM401",
        on="front/article-meta",
        services=("jats4r", "scielo", "pmc"),
        severities={"pmc": Severity.WARNING},
        page="""An article must say under which copyright and licence it is published.

        Why: Without permissions nobody knows whether they may copy, translate or mine the article.
        Wrong: <article-meta>… <!-- no permissions --></article-meta>
        Right: <article-meta>… <permissions><copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
            <copyright-year>2024</copyright-year><copyright-holder>Kovalenko and Lindqvist</copyright-holder>
            <license license-type="open-access" xlink:href="https://creativecommons.org/licenses/by/4.0/" xml:lang="en">
            <ali:license_ref>https://creativecommons.org/licenses/by/4.0/</ali:license_ref>
            <license-p>This article is available under CC BY 4.0.</license-p></license></permissions></article-meta>
        YAML: copyright: 2024 Kovalenko and Lindqvist
            license: CC BY 4.0
        Source: JATS4R Schematron 1.0, permissions-errors; SciELO Publishing Schema 1.10, permissions_rules; PMC, minimum
            data criteria
        """,
    ),
    "permissions",
    blank_counts=True,
)


@rule("COM402", on="permissions", services=("jats4r",))
def copyright_has_a_year(el: Element) -> Iterator[str]:
    """A copyright statement or holder must have the year of copyright beside it.

    Why: The term of protection is counted from that year.
    Wrong: <permissions>… <!-- no copyright-year --></permissions>
    Right: <permissions>… <copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
        <copyright-year>2024</copyright-year><copyright-holder>Kovalenko and Lindqvist</copyright-holder></permissions>
    YAML: copyright: {year: 2024, holder: Kovalenko and Lindqvist}
    Source: JATS4R Schematron 1.0, permissions-errors
    """
    stated = el.find("copyright-statement") is not None or el.find("copyright-holder") is not None
    if stated and el.find("copyright-year") is None:
        yield "the copyright has no <copyright-year>: add the year"


@rule("COM403", on="permissions", services=("jats4r",))
def copyright_has_a_holder(el: Element) -> Iterator[str]:
    """A copyright statement or year must have the holder of the copyright beside it.

    Why: Whoever wants to use more than the licence allows must know whom to ask.
    Wrong: <permissions>… <!-- no copyright-holder --></permissions>
    Right: <permissions>… <copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
        <copyright-year>2024</copyright-year><copyright-holder>Kovalenko and Lindqvist</copyright-holder></permissions>
    YAML: copyright: {year: 2024, holder: Kovalenko and Lindqvist}
    Source: JATS4R Schematron 1.0, permissions-errors
    """
    stated = el.find("copyright-statement") is not None or el.find("copyright-year") is not None
    if stated and el.find("copyright-holder") is None:
        yield "the copyright has no <copyright-holder>: add whose copyright it is"


@rule("COM404", on="copyright-year", services=("common", "jats4r", "pmc"), severities={"common": Severity.WARNING})
def copyright_year_is_four_digits(el: Element) -> Iterator[Hit]:
    """The year of copyright must be four digits, with nothing around them.

    Why: Programs calculate with the year.
    Wrong (common): <copyright-year>24</copyright-year>
    Wrong (pmc): <copyright-year>2024, 2025</copyright-year>
    Wrong (jats4r): <copyright-year> 2024 </copyright-year>
    Wrong (jats4r): <copyright-year>2024, 2025</copyright-year>
    Right: <copyright-year>2024</copyright-year>
    Source: JATS4R Schematron 1.0, permissions-errors; PMC Style Checker 5.31, copyright-year-check
    """
    value = "".join(el.itertext())
    if not _FOUR_DIGITS.fullmatch(value.strip()):
        several = _FOUR_DIGITS.search(value)  # years of four digits with something beside them are a matter of taste
        services = ("jats4r", "pmc") if several else None
        yield Hit(f"the copyright year is {quoted(value)}: write four digits", services=services)
    elif value != value.strip():
        fix = Fix(value, value.strip()) if len(el) == 0 else None
        yield Hit(f"the copyright year has blanks around it: write {value.strip()}", services=("jats4r",), fix=fix)


@rule("PMC208", on="copyright-year", services=("pmc",))
def copyright_year_is_possible(el: Element) -> Iterator[str]:
    """The year of copyright must be between 1700 and 2100.

    Why: A mistyped year makes a work free too early, or never.
    Wrong: <permissions>… <!-- no copyright-statement --><copyright-year>0204</copyright-year></permissions>
    Right: <copyright-year>2024</copyright-year>
    Source: PMC Style Checker 5.31, copyright-year-check
    """
    value = text_of(el)
    if _FOUR_DIGITS.fullmatch(value) and not 1700 <= int(value) <= 2100:
        yield f"the copyright year is {value}; it must be between 1700 and 2100"


@rule("COM405", on="permissions", services=("jats4r",), severity=Severity.WARNING)
def statement_agrees(el: Element) -> Iterator[Hit]:
    """The copyright statement must name the same year and holder as their elements.

    Why: People read the statement and programs read the elements; if they differ, one of them is wrong.
    Wrong: <copyright-statement>© 2023 Kovalenko and Lindqvist</copyright-statement>
    Wrong: <copyright-statement>© 2024 Harbour Press</copyright-statement>
    Right: <copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
    YAML: copyright: {statement: © 2023 The Authors, year: 2023, holder: The Authors}
    Source: JATS4R Schematron 1.0, permissions-warnings
    """
    statement = el.find("copyright-statement")
    if statement is None:
        return
    text = text_of(statement)
    year, holder = child_text(el, "copyright-year"), child_text(el, "copyright-holder")
    if year and _FOUR_DIGITS.fullmatch(year) and year not in text:
        yield Hit(f"the copyright statement does not name the year {year}: make the two agree", statement)
    if holder and holder.casefold() not in text.casefold():
        yield Hit(
            f"the copyright statement does not name the holder {quoted(holder)} in these words: make the two agree",
            statement,
        )


@rule("COM406", on="copyright-statement", services=("pmc",), severity=Severity.WARNING)
def statement_is_no_licence(el: Element) -> Iterator[str]:
    """A copyright statement must say whose work it is, not what may be done with it.

    Why: PMC reads the licence from `<license>`, and would take the article for closed.
    Wrong: <copyright-statement>© 2024 Kovalenko and Lindqvist. Distributed under a free licence.</copyright-statement>
    Right: <copyright-statement>© 2024 Kovalenko and Lindqvist</copyright-statement>
    Source: PMC Style Checker 5.31, copyright-statement-check
    """
    if match := _LICENCE.search(text_of(el)):
        yield f"the copyright statement mentions a licence ({quoted(match[0].strip())}): move that part to <license-p>"


@rule("PMC403", on="fn", services=("pmc",))
def licence_is_no_footnote(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A licence must not be in a footnote of an author manuscript.

    Why: PMC reads it from `<permissions>`, and would take the article for closed.
    Wrong (manuscript): <fn fn-type="other" id="fn1"><label>a</label><p>Published under
        <ext-link ext-link-type="uri" xlink:href="https://creativecommons.org/licenses/by/4.0/">this licence</ext-link>.</p></fn>
    Right (manuscript): <fn fn-type="other" id="fn1"><label>a</label><p>The study was presented as a poster.</p></fn>
    Source: PMC Style Checker 5.31, ms-footnote-license-check
    """
    if not context.is_manuscript or within(el, "table-wrap"):
        return
    linked = any("creativecommons.org" in each.get(HREF, "") for each in el.iter("ext-link", "uri"))
    if linked or "creativecommons.org" in text_of(el):
        yield Hit("a footnote links to a licence: move it to <license> in <permissions>")
    elif match := _CREATIVE_COMMONS.search(text_of(el)):
        message = f"a footnote mentions a licence ({quoted(match[0])}): move it to <license> in <permissions>"
        yield Hit(message, severity=Severity.WARNING)


@rule("PMC402", on="open-access", services=("pmc",))
def funded_access_has_a_licence(el: Element, context: RuleContext) -> Iterator[str]:
    """An article whose open access was paid for must have a licence.

    Why: PMC shows what readers may do with the article.
    Wrong: <article-meta>… <!-- no license --><funding-group>…
        <open-access><p>Access was paid for by the council.</p></open-access></funding-group></article-meta>
    Right: <funding-group>… <open-access><p>Access was paid for by the council.</p></open-access></funding-group>
    Source: PMC Style Checker 5.31, oa-license-present
    """
    if context.meta is not None and context.child(context.meta, "permissions/license") is None:
        yield "open access was paid for, but the article has no <license>: add it to <permissions>"
