"""A start tag or an end tag that is missing anywhere: written where the message says, the article is what it was."""

from __future__ import annotations

import re

import pytest

from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

CITED = (
    "<mixed-citation><name><surname>Roe</surname><given-names>J.</given-names></name>, "
    "<name><surname>Doe</surname><given-names>A.</given-names></name>. <source>Tides</source>.</mixed-citation>"
)
ROWS = "<table-wrap><table><tbody><tr><td>Hi</td><td>Low</td></tr><tr><td>Moon</td><td>Sea</td></tr></tbody></table></table-wrap>"
INNER = "<sec><title>Aim</title><p>We <bold>did</bold>.</p></sec>"
GOOD = (
    (DOCTYPE + HOST)
    .replace("<mixed-citation>Roe, Tides.</mixed-citation>", CITED)
    .replace("</sec>", f"{ROWS}\n  {INNER}\n  {INNER}\n</sec>")
)
TAG = re.compile(r"</?[a-z][a-z-]*(?: [^<>]*[^/<>])?>")
TAGS = [(found.start(), found.end(), found[0]) for found in TAG.finditer(GOOD) if "article" not in found[0]]


def message(document: str) -> str:
    (finding,) = validate_bytes(document.encode(), "a.xml", Options()).findings
    return finding.message


def offset(document: str, name: str, line: str, column: str | None) -> int:
    lines = document.split("\n")
    start = sum(len(each) + 1 for each in lines[: int(line) - 1])
    return start + int(column) - 1 if column else document.index(name, start)


def places(document: str, said: str, missing: str) -> set[str]:
    """The documents that come of writing the missing tag where the message says."""
    found = set()
    for name, line, column in re.findall(r"before (?:the )?(<[a-z-]+)> of line (\d+)(?:, column (\d+))?", said):
        at = offset(document, name, line, column)
        found.add(document[:at] + missing + document[at:])
    for name, line, column in re.findall(r"after the (</[a-z-]+>) of line (\d+)(?:, column (\d+))?", said):
        at = offset(document, name, line, column) + len(name)
        found.add(document[:at] + missing + document[at:])
    for words, line, column in re.findall(r"before '([^']+)' in line (\d+)(?:, column (\d+))?", said):
        at = offset(document, words.rstrip("…"), line, column)
        found.add(document[:at] + missing + document[at:])
    return found


def test_the_article_is_valid_before_anything_is_changed() -> None:
    assert validate_bytes(GOOD.encode(), "a.xml", Options()).findings == ()


@pytest.mark.parametrize(("start", "end", "tag"), TAGS, ids=[f"{start}-{tag}" for start, _, tag in TAGS])
def test_a_missing_tag_is_placed_where_it_was(start: int, end: int, tag: str) -> None:
    document = GOOD[:start] + GOOD[end:]
    said = message(document)
    name = re.sub(r"[</>]| .*", "", tag)
    assert f"<{name}>" in said or f"</{name}>" in said
    if "where its text" in said:  # where the words end that it marks, only a reader knows
        return
    right = "".join(GOOD.split())
    if "before it" in said:
        assert GOOD[end:].lstrip().startswith("</")
    else:
        assert right in {"".join(each.split()) for each in places(document, said, tag)}


def test_a_line_with_several_such_tags_gets_the_column() -> None:
    document = GOOD.replace("<tr><td>Moon", "<td>Moon")
    at = document.index("<td>Moon") - document.rindex("\n", 0, document.index("<td>Moon"))
    assert f"write <tr> before <td> of line 19, column {at}" in message(document)
