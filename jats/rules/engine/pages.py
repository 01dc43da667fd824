"""The page of a rule: its docstring read into parts, and the examples in it that run as its tests.

An example is written for two readers. The tests put it into a clean article (see `tests.rules.host`), guided by the comments
`<!-- new -->` and `<!-- no NAME -->` in it; `jats explain` shows it without those comments, except that a wrong example
keeps its `<!-- no NAME -->`, which says what is missing.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache

from jats.messages.explanations import Explanation
from jats.rules.engine.registry import Rule, load_rules
from jats.rules.engine.targets import COMMON, SERVICES, TARGETS

_LABEL = re.compile(r"^(Why|Wrong|Right|YAML|Source)(?: \(([a-z0-9, -]+)\))?: ?", re.MULTILINE)
_NEW = re.compile(r"[ \t]*<!-- new -->")
_MARK = re.compile(r"[ \t]*<!-- (?:new|no [^<>]*) -->")
_WHO = {"manuscript": "author manuscripts", "review": "peer reviews"}
"""How the kinds of article are called that an example can be for, besides services."""


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of XML that breaks a rule or keeps it; `only` are the services, or the kind of host, that it is meant for."""

    text: str
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule explained: `title` says in one sentence what must hold; `yaml` is what to write in an article file, if it helps."""

    code: str
    severity: str
    services: tuple[str, ...]
    title: str
    why: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    source: str
    yaml: str = ""


def rule_page(rule: Rule) -> RulePage:
    """The page in a rule's docstring; raises ValueError if the sentence or one of its four parts is missing."""
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
            texts[label] = _as_written(text) if label == "YAML" else " ".join(text.split())
    _complete(code, texts, examples)
    wrong, right = tuple(examples["Wrong"]), tuple(examples["Right"])
    return RulePage(
        code, severity, services, texts[""], texts["Why"], wrong, right, texts["Source"], texts.get("YAML", "")
    )


def pages() -> dict[str, Explanation]:
    """The pages of our own rules as `jats explain` and reports show them, by their code."""
    return {rule.code: _shown(rule) for rule in load_rules()}


def _shown(rule: Rule) -> Explanation:
    page = rule_page(rule)
    wrong, right = _listed(page.wrong, _NEW), _listed(page.right, _MARK)
    return Explanation(page.code, severities(rule), page.title, page.why, wrong, right, page.source, page.yaml)


def severities(rule: Rule) -> str:
    """How severe a rule is for whom: `error for crossref; warning for doaj, pubmed`; just `error` if it is for everybody.

    A rule for every file has the severity that services do not change last: `warning for jats4r; otherwise error`.
    """
    asking: dict[str, list[str]] = {}
    for service in rule.services:
        asking.setdefault(rule.severity_for((service,)).word, []).append(service)
    if len(asking) == 1 and COMMON in rule.services:
        return rule.severity.word
    named = {word: names for word, names in asking.items() if COMMON not in names}
    usual = [f"otherwise {word}" for word in asking if word not in named]
    return "; ".join([*(f"{word} for {', '.join(names)}" for word, names in named.items()), *usual])


def _listed(examples: tuple[Example, ...], marks: re.Pattern[str]) -> str:
    """Examples one below the other, without their marks; each says which service or kind of article it is for, if not for all."""
    return "\n\n".join(_for_whom(example.only) + without_marks(example.text, marks) for example in examples)


def _for_whom(only: tuple[str, ...]) -> str:
    who = [TARGETS[word].title if word in SERVICES else _WHO[word] for word in only if word in SERVICES or word in _WHO]
    return f"For {', '.join(who)}:\n" if who else ""


def without_marks(text: str, marks: re.Pattern[str] = _MARK) -> str:
    """An example as people read it, without the comments that tell the tests where it goes."""
    bare = re.sub(r"…[ \t]*<(?!/)", "… <", marks.sub("", text))
    return "\n".join(line for line in bare.splitlines() if line.strip())


def _complete(code: str, texts: dict[str, str], examples: dict[str, list[Example]]) -> None:
    lacking = [part for part in ("", "Why", "Source") if not texts.get(part)]
    lacking += [part for part, found in examples.items() if not found]
    if lacking:
        raise ValueError(f"the page of {code} lacks: {', '.join(part or 'its first sentence' for part in lacking)}")


def _as_written(text: str) -> str:
    """An example in YAML, whose lines keep their places if it begins on a line of its own."""
    return inspect.cleandoc(text) if text.startswith("\n") else _dedent(text)


def _dedent(text: str) -> str:
    first, _, rest = text.strip("\n").partition("\n")
    return f"{first}\n{inspect.cleandoc(chr(10) + rest)}".strip()
