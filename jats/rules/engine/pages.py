"""The page of a rule: its docstring read into parts, and the examples in it that run as its tests."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache

from jats.messages.explanations import Explanation
from jats.rules.engine.registry import Rule, load_rules

_LABEL = re.compile(r"^(Why|Wrong|Right|Source)(?: \(([a-z0-9, -]+)\))?: ?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of XML that breaks a rule or keeps it; `only` are the services, or the kind of host, that it is meant for."""

    text: str
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule explained: `title` says in one sentence what must hold."""

    code: str
    severity: str
    services: tuple[str, ...]
    title: str
    why: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    source: str


def rule_page(rule: Rule) -> RulePage:
    """The page in a rule's docstring; raises ValueError where the sentence or one of its four parts is missing."""
    return _page(rule.code, rule.severity.word, rule.services, rule.page)


@cache
def _page(code: str, severity: str, services: tuple[str, ...], docstring: str) -> RulePage:
    title, *parts = _LABEL.split(inspect.cleandoc(docstring))
    examples: dict[str, list[Example]] = {"Wrong": [], "Right": []}
    texts = {"": " ".join(title.split())}
    for label, only, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if label in examples:
            examples[label].append(Example(_dedent(text), tuple(re.findall(r"[\w-]+", only or ""))))
        else:
            texts[label] = " ".join(text.split())
    _complete(code, texts, examples)
    wrong, right = tuple(examples["Wrong"]), tuple(examples["Right"])
    return RulePage(code, severity, services, texts[""], texts["Why"], wrong, right, texts["Source"])


def pages() -> dict[str, Explanation]:
    """The pages of our own rules as `jats explain` and reports show them, by their code: several examples one below the other."""
    return {page.code: _shown(page) for page in map(rule_page, load_rules())}


def _shown(page: RulePage) -> Explanation:
    wrong, right = ("\n\n".join(example.text for example in examples) for examples in (page.wrong, page.right))
    return Explanation(page.code, page.severity, page.title, page.why, wrong, right, page.source)


def _complete(code: str, texts: dict[str, str], examples: dict[str, list[Example]]) -> None:
    lacking = [part for part in ("", "Why", "Source") if not texts.get(part)]
    lacking += [part for part, found in examples.items() if not found]
    if lacking:
        raise ValueError(f"the page of {code} lacks: {', '.join(part or 'its first sentence' for part in lacking)}")


def _dedent(text: str) -> str:
    first, _, rest = text.strip("\n").partition("\n")
    return f"{first}\n{inspect.cleandoc(chr(10) + rest)}".strip()
