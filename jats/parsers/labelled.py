"""Running text whose parts are known by their characters, as a parser of references gives it to the model."""

from __future__ import annotations

from dataclasses import dataclass

Label = tuple[int, int, str]
"""First character, the one after the last, name of the part."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text in the article file's notation, and the parts of it; `plain` is the text without marks, whose characters count."""

    text: str
    plain: str
    labels: tuple[Label, ...]

    def __str__(self) -> str:
        return self.text
