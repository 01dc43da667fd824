"""What people read is plain English: patterns that sound foreign, each with what to write, are in no text of the project."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PATTERNS = {
    r"(?<!there )(is|are|was|were) no": "is not a(n) X; there is no X",
    r"(?<!there )(is|are|was|were) none": "is not valid; does not exist; there is no X",
    r"(is|are|was|were) told": "is reported",
    r"stands?": "is, are, appears; let stand: suppressed",
    r"behind": "after",
    r"graver?": "severe, more severe",
    r"minds": "objects to, rejects",
    r"mend(s|ed|ing)?": "fix",
    r"on wish|wished": "if asked, requested",
    r"asked wrongly": "usage error",
}
"""Whole words, in any case, and the better wording."""

ALLOWED = (
    "is no longer", "are no longer", "was no longer", "were no longer",
    "is no more than", "are no more than", "is no less than", "is no later than", "is no earlier than",
    "stand for", "stands for", "stand-alone", "stand alone", "stands alone", "reason behind", "reasons behind",
)  # fmt: skip
"""Phrases that hold a pattern and are good English, or a term of JATS."""

WRONG = re.compile(rf"\b(?:{'|'.join(PATTERNS)})\b", re.IGNORECASE)
RIGHT = re.compile(rf"\b(?:{'|'.join(map(re.escape, ALLOWED))})\b", re.IGNORECASE)
CODE = re.compile(r"`[^`]*`")
PAGES = ("*.md", "docs/**/*.md", "samples/*/README.md", "jats/data/init/**/*.y*ml", "action.yml")


def faults(text: str) -> list[str]:
    """Each phrase that sounds foreign, with the words around it; what is in backquotes is code."""
    prose = RIGHT.sub("…", CODE.sub("`…`", " ".join(text.split())))
    return [prose[max(0, at.start() - 30) : at.end() + 20] for at in WRONG.finditer(prose)]


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Every text with its place: sentences in the code (docstrings, messages, help), and pages."""
    for path in sorted((root / "jats").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                yield f"{path.relative_to(root)}:{node.lineno}", node.value
    for pattern in PAGES:
        for path in sorted(root.glob(pattern)):
            line = 1
            for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
                yield f"{path.relative_to(root)}:{line}", paragraph
                line += paragraph.count("\n") + 2


def test_no_text_sounds_foreign(root: Path) -> None:
    found = [f"{place}: {phrase}" for place, text in texts(root) for phrase in faults(text)]
    assert not found, f"{len(found)} phrases; better wordings are in PATTERNS\n" + "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "'titel' is no field here", "Such values are none", "each change is told", "The value stands in front", "let stand",
        "a text behind the list", "the graver one", "what the DTD minds", "Mend it", "only if that is wished", "asked wrongly",
    ],
)  # fmt: skip
def test_a_foreign_phrase_is_found(text: str) -> None:
    assert len(faults(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "it is no longer used", "one text stands for a list", "a stand-alone article", "the option `--mend stands`",
        "an author wishes to say", "if there is\nnone", "amend it", "understand", "there is nothing", "standard", "reminds",
    ],
)  # fmt: skip
def test_good_english_and_code_are_left_alone(text: str) -> None:
    assert faults(text) == []
