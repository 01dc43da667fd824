"""Pages of rules: all four parts, examples for some services or kinds of host, refused where something lacks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jats.findings import Severity
from jats.messages.explanations import Explanation, format_explanation
from jats.rules.engine.pages import pages, rule_page, without_marks
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Rule


def rule(page: str) -> Rule:
    def check(_el: Element) -> Iterator[str]:
        yield from ()

    return Rule("XYZ001", ("m",), ("pmc",), Severity.ERROR, check, page)


def test_examples_know_their_services_and_hosts() -> None:
    page = rule_page(
        rule("""A thing holds.

    Why: it is
      so.
    Wrong: <m>
        <n/></m>
    Wrong (scielo, review): <o/>
    Right: <p/>
    Source: here
    """)
    )
    assert (page.title, page.why, page.source) == ("A thing holds.", "it is so.", "here")
    assert [(each.text, each.only) for each in page.wrong] == [("<m>\n<n/></m>", ()), ("<o/>", ("scielo", "review"))]


@pytest.mark.parametrize("part", ["Why", "Wrong", "Right", "Source"])
def test_page_without_a_part_is_refused(part: str) -> None:
    parts = {"Why": "w", "Wrong": "<a/>", "Right": "<b/>", "Source": "s"}
    del parts[part]
    text = "T.\n\n" + "\n".join(f"{name}: {value}" for name, value in parts.items())
    with pytest.raises(ValueError, match=part):
        rule_page(rule(text))


def test_people_read_an_example_without_its_marks() -> None:
    assert without_marks("<m>… <!-- no n --><!-- new --><n/></m>") == "<m>… <n/></m>"
    assert without_marks("<m>…\n  <!-- new -->\n  <n/>\n</m>") == "<m>…\n  <n/>\n</m>"


def test_explain_shows_for_whom_an_example_is_and_what_to_write_in_an_article_file() -> None:
    shown = pages()["COM104"]
    assert "For SciELO:\n<contrib-id" in shown.right
    page = format_explanation(Explanation("XYZ001", "error", "T.", "w", "<a/>", "<b/>", "s", yaml="volume: 3"))
    assert "In an article file\n    volume: 3" in page
