"""Drafts made of plain data or of files, for tests."""

from __future__ import annotations

from typing import Any

from jats.article_file import read_article_file
from jats.draft import List, Map, Node, Text
from jats.findings import Finding, Place
from jats.gate import gate
from jats.model.article import Article

HERE = Place("article.yaml", 1, 1)


def draft_of(data: Any) -> Map:
    """Plain data as a draft whose places are all the same."""
    node = _node(data)
    if not isinstance(node, Map):
        raise TypeError("an article is a set of fields")
    return node


def _node(data: Any) -> Node:
    if isinstance(data, dict):
        result = Map(HERE)
        for key, value in data.items():
            result.put(key, _node(value))
        return result
    if isinstance(data, list):
        return List([_node(item) for item in data], HERE)
    return Text(data, HERE)


def read(text: str | bytes, name: str = "article.yaml") -> tuple[Map | None, list[Finding]]:
    """An article file as a draft, and what reading it found."""
    findings: list[Finding] = []
    return read_article_file(text.encode() if isinstance(text, str) else text, name, findings.append), findings


def gated(draft: Map) -> tuple[Article | None, list[Finding]]:
    """A draft as an article, and what the gate found."""
    findings: list[Finding] = []
    return gate(draft, findings.append), findings


def checked(text: str | bytes, name: str = "article.yaml") -> list[str]:
    """All that is found in an article file, each as `line:column CODE path: message`."""
    draft, findings = read(text, name)
    if draft is not None:
        findings += gated(draft)[1]
    return [shown(finding) for finding in findings]


def shown(finding: Finding) -> str:
    """A finding without file and severity."""
    place = f"{finding.place.line}:{finding.place.column} {finding.code}"
    return f"{place} {finding.data_path}: {finding.message}" if finding.data_path else f"{place}: {finding.message}"
