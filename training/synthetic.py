"""Printed references of works that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from training.disguise import disguised
from training.examples import Example
from training.render import Style, has_fields, printed, styles
from training.values import work_of
from training.works import Work

_LINKS = (" [Google Scholar]", " [CrossRef]", " [PubMed]", " Google Scholar", " [DOI] [PubMed]", " Crossref")
"""What web pages print after a reference."""
_TYPES = {"chapter": "book", "law": "legal-doc", "conference": "confproc"}


def invented(number: int, seed: int) -> Iterator[Example]:
    """That many references: every style once, then half of them in a style of one language only; the same for the same seed."""
    random = Random(seed)
    every = styles()
    own = [style for style in every if not style.shared]
    for i in range(number):
        style = every[i] if i < len(every) else random.choice(own if random.random() < 0.5 else every)
        work = work_of(style.lang, random)
        text, spans = printed(work, style, random)
        text, spans = _worn(disguised(text, spans, random), spans, random)
        yield Example(
            text, spans, _TYPES.get(style.kind, style.kind), f"invented {style.lang}", "invented", lang=style.lang
        )


def rerendered(works: Sequence[Work], kinds: Sequence[str], groups: Sequence[str], seed: int) -> Iterator[Example]:
    """Real works, whose fields are known, printed in a style other than their own."""
    random = Random(seed)
    for work, kind, group in zip(works, kinds, groups, strict=True):
        fitting = [style for style in styles() if style.kind == kind and style.lang == work.lang and _fits(style, work)]
        if fitting:
            style = random.choice(fitting)
            text, spans = printed(work, style, random)
            text, spans = _worn(text, spans, random)
            yield Example(text, spans, _TYPES.get(kind, kind), group, "printed", lang=work.lang)


def _fits(style: Style, work: Work) -> bool:
    """Whether the work has every field that the style needs."""
    needed = style.pattern
    while "⟨" in needed:
        start = needed.rindex("⟨")
        needed = needed[:start] + needed[needed.index("⟩", start) + 1 :]
    return has_fields(needed, work)


def _worn(
    text: str, spans: tuple[tuple[int, int, str], ...], random: Random
) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The text with the small faults of real pages, none of which moves a character."""
    if random.random() < 0.1 and text.endswith("."):
        text = text[:-1]
    if random.random() < 0.07:
        text = text.replace("-", "‐")
    if random.random() < 0.07:
        text = text.replace(". ", ".\u00a0")
    if random.random() < 0.04:
        text = text.replace("“", '"').replace("”", '"')
    if random.random() < 0.03:
        text += random.choice(_LINKS)
    return text, tuple(span for span in spans if span[0] < len(text))
