"""Pages of rules: all four parts, examples for some services or kinds of host, refused where something lacks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jats.findings import Severity
from jats.rules.engine.pages import rule_page
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
