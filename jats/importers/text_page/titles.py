"""Which of the lines without a label are the title, and the title in other languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jats.importers.text_page.addresses import has_institution
from jats.importers.text_page.blocks import Page, Span
from jats.importers.text_page.languages import language_of
from jats.importers.text_page.shapes import is_prose, is_shouted
from jats.vocab.article_types import find_article_type

_WORDS = re.compile(r"[^\W\d_]+")
_OPEN = re.compile(
    (
        r"[-,:;–—(«„“&/]$|(?<![^\W_])(?:of|the|in|and|for|on|to|a|an|with|by|from|at|і|й|в|у|на|з|та|до|за|для"
        r"|від|про|и|с|по|к|из|от|о|der|die|das|und|in|von|de|la|el|en|y|del|et|des|du|les|le|w|na|z|do|i|oraz"
        r"|e|da|di|per|ve|ile|sa|si|și|din|pe|cu|az|a|és|ir|un|و|در|از)$"
    ),
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"^(?:[a-zß-öø-ÿа-яёіїєґ]|[(:,–—―－─〜～])")
_LONGEST = 420


@dataclass(slots=True)
class Candidate:
    """Lines that may be a title: their stretches, and what speaks for them."""

    spans: list[Span]
    text: str
    language: str | None
    score: float = 0.0
    nearness: float = 0.0

    @property
    def first(self) -> int:
        """The block of the first line."""
        return self.spans[0].block

    @property
    def last(self) -> int:
        """The block of the last line."""
        return self.spans[-1].block


@dataclass(slots=True)
class Surroundings:
    """What is known of the page when titles are looked for: blocks with authors, abstracts by language, other titles."""

    authors: Collection[int] = ()
    abstracts: Mapping[int, str] = field(default_factory=dict)
    """Languages of labelled parts, by their first block."""
    end: int = 1_000_000
    cited: str = ""
    journal: str = ""
    first_used: int = 0
    titled: Collection[Span] = ()
    heads: Collection[int] = ()
    """Lines at the head of the page that are followed by the issue, and so may be the journal's title."""


def folded_title(text: str) -> str:
    """The letters of a title, for comparison."""
    return "".join(_WORDS.findall(text.lower()))


def candidates_of(page: Page, lines: Sequence[Span], around: Surroundings) -> list[Candidate]:
    """The lines that may be titles, those that belong together joined."""
    found: list[Candidate] = []
    for span in lines:
        text = page.text(span).strip()
        before = found[-1] if found else None
        last_word = before is not None and len(text) > 2 and _OPEN.search(before.text.rstrip()) and "@" not in text
        if not (_may_be_title(text) or last_word) or not page.free(span.block):
            continue
        if before and _belongs(page, before, span, text, around):
            before.spans.append(span)
            before.text = page.joined(before.spans)
            before.language = language_of(before.text)
        elif _may_be_title(text):
            found.append(Candidate([span], text, None))
    for one in found:
        one.language = language_of(one.text, _hint(one, around))
    return found


def _may_be_title(text: str) -> bool:
    words = _WORDS.findall(text)
    dense = len(re.findall("[\u3040-\u9fff\uac00-\ud7af]", text))
    if not 6 <= len(text) <= _LONGEST and dense < 4:
        return False
    if (len(words) < 2 and dense < 4) or find_article_type(text) or "@" in text or "://" in text:
        return False
    letters = sum(letter.isalpha() for letter in text)
    return letters > 0.6 * len(text.replace(" ", "")) and not (
        is_prose(text, 120) and text.endswith(".") and ". " in text
    )


def _belongs(page: Page, before: Candidate, span: Span, text: str, around: Surroundings) -> bool:
    """Whether a line goes on with the title in the line before it."""
    if (
        span.block != before.last + 1
        or page.blocks[span.block].gap
        or page.blocks[span.block].style in ("title", "heading")
    ):
        return False
    if around.cited and folded_title(before.text) == around.cited:
        return False
    first = language_of(before.text)
    second = language_of(text, (first,) if first else ())
    if is_shouted(before.text) and is_shouted(text):
        return (
            first == second
            or first is None
            or second is None
            or len(text.split()) < 3
            or bool(_OPEN.search(before.text.rstrip()))
        )
    if _OPEN.search(before.text.rstrip()) or _CONTINUES.match(text):
        return is_shouted(before.text) == is_shouted(text) or len(text) < 12
    return False


def _hint(one: Candidate, around: Surroundings) -> tuple[str, ...]:
    """The language of the next labelled part, if the line is right before it."""
    after = [block for block in around.abstracts if block > one.last]
    near = min(after, default=None)
    return (around.abstracts[near],) if near is not None and near - one.last < 6 else ()


def choose(page: Page, found: list[Candidate], around: Surroundings) -> Candidate | None:
    """The main title."""
    for one in found:
        one.score = _score(page, one, around)
    for first, after in pairwise(found):
        if after.first - first.last <= 2 and after.language != first.language:  # a title and its translation
            shared = max(first.nearness, after.nearness)
            first.score += shared - first.nearness + 1
            after.score += shared - after.nearness
    before = [one for one in found if one.first < around.end]
    best = max(before or found, key=lambda one: (one.score, -one.first), default=None)
    return best if best is not None and best.score > 0 else None


def _score(page: Page, one: Candidate, around: Surroundings) -> float:
    words = len(_WORDS.findall(one.text)) + len(re.findall("[\u3040-\u9fff]", one.text)) / 2
    score = min(words, 6) * 0.5
    plain = folded_title(one.text)
    if around.cited and plain and (plain in around.cited or around.cited in plain):
        score += 8 if len(plain) > 0.5 * len(around.cited) else 1
    if around.journal and plain and (plain in around.journal or around.journal in plain):
        score -= 8
    score += {"title": 4, "heading": 2}.get(page.blocks[one.first].style, 0)
    score += 1.5 if is_shouted(one.text) else 0
    one.nearness = _near_authors(one, around)
    score += one.nearness
    if one.text.rstrip().endswith(".") and words < 8:
        score -= 1
    if one.first < around.first_used and words < 6:
        score -= 1.5
    if one.first in around.heads:
        score -= 4
    if one.first > around.end:
        score -= 3
    return score


def _near_authors(one: Candidate, around: Surroundings) -> float:
    gaps = [block - one.last for block in around.authors if block > one.last]
    after = min(gaps, default=99)
    before = min((one.first - block for block in around.authors if block < one.first), default=99)
    return (2.5 if after <= 3 else 0) + (1.5 if before <= 6 else 0)


def _may_translate(one: Candidate, main: Candidate) -> bool:
    """Whether a line in a language that no abstract has is like the title beside it."""
    alike = 0.4 < len(one.text) / max(len(main.text), 1) < 2.5 and is_shouted(one.text) == is_shouted(main.text)
    beside = 0 < one.first - main.last <= 2 or main.first - one.last == 1
    return alike and beside and not has_institution(one.text)


def translations(
    found: Sequence[Candidate], main: Candidate, around: Surroundings, journal: str
) -> dict[str, Candidate]:
    """Titles in other languages than the main one: the best for each."""
    best: dict[str, Candidate] = {}
    wanted = set(around.abstracts.values())
    for one in found:
        if one is main or one.language in (None, main.language) or (journal and folded_title(one.text) in journal):
            continue
        if len(_WORDS.findall(one.text)) < 3 and not re.search("[\u3040-\u9fff\uac00-\ud7af]{4}", one.text):
            continue
        if one.language not in wanted and one.spans[0] not in around.titled and not _may_translate(one, main):
            continue
        own = one.score + (1 if abs(one.first - main.last) <= 2 else 0)
        rival = best.get(str(one.language))
        if rival is None or own > rival.score:
            one.score = own
            best[str(one.language)] = one
    return best
