"""The HTML report: read by a strict HTML 5 parser, and where a browser is there, by that."""

from __future__ import annotations

import re
import subprocess
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from justhtml import JustHTML, Node

from jats.findings import Severity
from jats.reports.html_parts import SERVICES
from jats.results import Result, Verdict
from jats.rules.engine.targets import TARGETS
from tests.conftest import browser
from tests.reports.results import HOSTILE, finding, hostile, many, ordinary, real, report

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "p", "form",
    "fieldset", "label", "input", "select", "option", "span", "button", "output", "details", "summary", "ul", "li", "a", "code",
    "pre", "mark", "article", "div", "figure", "figcaption", "script", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def page(results: list[Result]) -> JustHTML:
    """The page, parsed; any error of syntax raises."""
    return JustHTML(report("html", results), sanitize=False, strict=True)


def attributes(node: Node) -> dict[str, str]:
    return {name: value or "" for name, value in (node.attrs or {}).items()}


def texts(document: JustHTML | Node, selector: str) -> list[str]:
    return [node.to_text().strip() for node in document.query(selector)]


@pytest.mark.parametrize(
    "results",
    [ordinary(), hostile(), [real()], [], ordinary()[:1], list(many(30, 30, 30))],
    ids=["ordinary", "hostile", "real", "none", "clean", "many"],
)
def test_any_result_gives_html_without_an_error(results: list[Result]) -> None:
    document = page(results)
    assert {node.name for node in document.query("*")} <= ALLOWED
    assert len(document.query(".finding")) == sum(len(result.findings) for result in results)


def test_every_file_shows_its_verdict_and_findings_in_order() -> None:
    document = page(ordinary())
    assert texts(document, "h1") == ["7 findings in 5 of 6 files"]
    assert texts(document, "h3")[:5] == ["articles/b.yaml", "c.xml", "d.xml", "e.xml", "f.xml"]
    first = document.query(".finding")[0]
    assert "authors[2].orcid: check digit is 7, expected 4" in first.to_text()
    assert "line 14, column 11" in first.to_text()
    assert texts(first, "mark") == ["0000-0002-1825-0097"]
    assert texts(first, ".service") == ["PMC", "DOAJ"]
    assert texts(document, ".clean li") == ["articles/a.xml"]


def test_codes_are_explained_once_and_linked() -> None:
    document = page([*ordinary(), *hostile()])
    ids = [attributes(node)["id"] for node in document.query("article.code")]
    assert ids == sorted(set(ids))
    links = {attributes(node)["href"] for node in document.query("a")}
    assert links == {f"#{identifier}" for identifier in ids}


def test_hostile_text_is_shown_and_does_nothing() -> None:
    document = page(hostile())
    assert len(document.query("script")) == len(document.query("style")) == 1
    assert document.query("img") == []
    names = {name for node in document.query("*") for name in attributes(node)}
    assert not [name for name in names if name.startswith("on")]
    message = document.query(".finding p")[1].to_text()
    assert "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;\\n::error::injected" in message
    assert "\\u202e" in message
    assert HOSTILE not in report("html", hostile())


def test_nothing_is_fetched_and_only_our_own_script_may_run() -> None:
    text = report("html", ordinary())
    document = page(ordinary())
    policy = attributes(document.query("meta")[1])["content"]
    for name in ("style", "script"):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        assert f"{name}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
        assert "url(" not in content
        assert "http" not in content
    assert policy.startswith("default-src 'none';")
    assert [node for node in document.query("*") if {"src", "srcset", "data", "action"} & set(attributes(node))] == []
    assert document.query("link") == []


def test_the_page_is_the_same_on_every_run() -> None:
    assert report("html", ordinary()) == report("html", ordinary())


def test_every_service_has_its_name() -> None:
    assert set(SERVICES) == set(TARGETS)


def test_many_files_start_folded() -> None:
    document = page(list(many(50, 0)))
    assert len([node for node in document.query("details.file") if "open" in attributes(node)]) == 20


def test_the_page_begins_with_the_findings_by_rule_and_the_files_by_journal() -> None:
    results = [replace(one, journal=name) for one, name in zip(ordinary(), "AABBCC", strict=True)]
    document = page(results)
    rules, journals = document.query(".overview table")
    assert texts(rules, "tbody tr")[0].split()[:4] == ["COM105", "error", "1", "1"]
    assert len(document.query(".overview a")) == len(texts(rules, "tbody tr")) == 7
    assert texts(journals, "tbody td") == ["B", "2", "2", "A", "2", "1", "C", "1", "0"]


def test_one_journal_alone_is_not_counted() -> None:
    assert texts(page(ordinary()), ".overview h2") == ["By rule"]


def test_findings_that_repeat_are_folded_after_the_first_three() -> None:
    repeated = [finding("COM109", Severity.WARNING, line=line) for line in range(1, 20, 2)]
    others = [finding("COM201", Severity.ERROR, line=line) for line in range(2, 10, 2)]
    in_order = tuple(sorted((*repeated, *others), key=lambda one: one.place.line or 0))
    document = page([Result("a.xml", Verdict.VALID, findings=in_order)])
    assert texts(document, ".more summary") == ["7 more of COM109"]
    assert len(document.query(".more .finding")) == 7
    assert len(document.query(".finding")) == len(in_order)


# In a browser


def driven(folder: Path, results: list[Result], actions: str = "") -> JustHTML:
    """The page after its script, and then some actions of a person, have run in a browser."""
    text = report("html", results)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    longer = script + actions
    old, new = (f"sha256-{b64encode(sha256(each.encode()).digest()).decode()}" for each in (script, longer))
    file = folder / "report.html"
    file.write_text(text.replace(old, new).replace(script, longer), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}", "--dump-dom"]
    run = subprocess.run(
        [str(browser()), *options, file.as_uri()], capture_output=True, text=True, check=True, timeout=120
    )
    return JustHTML(run.stdout, sanitize=False)


def visible(document: JustHTML) -> list[str]:
    """Codes of the findings that are not hidden."""
    shown = [node for node in document.query(".finding") if "hidden" not in attributes(node)]
    return [texts(node, ".meta")[0].split()[2] for node in shown]


@pytest.mark.browser
@pytest.mark.slow
def test_the_script_runs_under_the_page_s_own_policy(tmp_path: Path) -> None:
    document = driven(tmp_path, [*ordinary(), *hostile()])
    assert "hidden" not in attributes(document.query("#filter")[0])
    assert texts(document, "#shown") == ["10 findings"]


MINE = finding("COM102", Severity.ERROR, services=("datacite",))


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(
    ("action", "codes"),
    [
        ('form.querySelector("[value=error]").checked = false;', ["COM201", "COM301", "SCH006"]),
        ('form.target.value = "doaj";', ["COM105", "COM201", "COM301", "SCH013", "SCH001", "SCH006", "SCH005"]),
        ('form.search.value = "B.yaml capitals";', ["COM201"]),
        ('form.target.value = "datacite"; form.search.value = "com";', ["COM201", "COM301", "COM102"]),
    ],
    ids=["severity", "service", "words", "service and words"],
)
def test_findings_are_filtered(action: str, codes: list[str], tmp_path: Path) -> None:
    results = [*ordinary(), Result("g.xml", Verdict.VALID, findings=(MINE,))]
    fire = 'form.dispatchEvent(new Event("input"));'
    document = driven(tmp_path, results, f'{{const form = document.getElementById("filter"); {action} {fire}}}')
    assert visible(document) == codes
    assert texts(document, "#shown") == [f"{len(codes)} of 8 findings"]
    for file in document.query(".found"):
        some = [each for each in file.query(".finding") if "hidden" not in attributes(each)]
        assert ("hidden" in attributes(file)) == (not some)
